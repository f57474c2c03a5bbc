package org.sistercityimpact.reports.city;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.Severity;
import org.sistercityimpact.reports.data.Finding;
import org.sistercityimpact.reports.data.Received;
import org.sistercityimpact.reports.data.ReceivedReader;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.file.Table;
import org.sistercityimpact.reports.text.FindingWords;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/**
 * A member's findings as rows of its letter. Where there are more than the page holds, those of one
 * kind in one column share a row, for one look at the column mends them all.
 */
final class FindingLines {
  /** Of the findings as data. */
  static final List<String> COLUMNS =
      List.of(
          "file",
          "sheet",
          "source_row",
          "column_letter",
          "column_name",
          "value",
          "code",
          "severity",
          "message",
          "fix");

  private static final int CELLS = 3;
  private static final double FILE_WIDTH = 74;
  private static final double VALUE_WIDTH = 150;
  private static final double SIZE = 8;
  private static final Pattern WORD = Pattern.compile("[^\\s'\"“”,;()]+");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.at().file())
          .thenComparing(f -> Objects.requireNonNullElse(f.at().sheet(), ""))
          .thenComparing(f -> Objects.requireNonNullElse(f.at().row(), 0L))
          .thenComparing(f -> Objects.requireNonNullElse(f.at().letter(), ""))
          .thenComparing(Finding::code);

  private final Words words;
  private final Set<String> otherMembers;
  private final Optional<FindingWords> translated;
  private final Typography typography = new Typography();

  /**
   * Takes the ids, in lower case, that may not stand in this member's letter.
   *
   * @param translated empty where findings are told as they are stored
   */
  FindingLines(Words words, Optional<FindingWords> translated, Set<String> otherMembers) {
    this.words = words;
    this.otherMembers = otherMembers;
    this.translated = translated;
  }

  /**
   * Rows, and how many findings there are.
   *
   * @param told those that the rows tell
   * @param all those that were found
   * @param shared whether several of one kind share a row
   */
  record Told(List<TableRow> rows, long told, long all, boolean shared) {}

  /** The findings that a predicate takes, in as many rows as there may be. */
  Told of(Received received, Predicate<Finding> wanted, int rows) {
    List<Finding> chosen = received.findings().stream().filter(wanted).sorted(ORDER).toList();
    Map<List<Object>, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding f : chosen) {
      List<Object> kind = new ArrayList<>(List.of(f.at().file(), f.code()));
      kind.add(f.at().sheet());
      kind.add(f.at().letter());
      kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(f);
    }
    long all = count(kinds.values());
    if (all <= rows) {
      return new Told(chosen.stream().map(f -> line(f, List.of(f))).toList(), all, all, false);
    }
    List<List<Finding>> largest =
        kinds.values().stream()
            .sorted(Comparator.comparing((List<Finding> kind) -> kind.get(0).alike()).reversed())
            .limit(rows)
            .sorted(Comparator.comparing(kind -> kind.get(0), ORDER))
            .toList();
    return new Told(
        largest.stream().map(kind -> line(kind.get(0), kind)).toList(), count(largest), all, true);
  }

  /** A finding as a row of data. */
  List<Object> cells(Finding f) {
    return Table.row(
        f.at().file(),
        f.at().sheet(),
        f.at().row(),
        f.at().letter(),
        f.at().column(),
        f.at().value() == null ? null : own(f.at().value()),
        f.code(),
        f.severity(),
        own(translated.flatMap(t -> t.message(f)).orElse(f.message())),
        own(translated.flatMap(t -> t.fix(f)).orElse(f.fix())));
  }

  private static long count(Collection<List<Finding>> kinds) {
    return kinds.stream().mapToLong(kind -> kind.get(0).alike()).sum();
  }

  private TableRow line(Finding f, List<Finding> alike) {
    boolean isTranslated =
        translated.flatMap(t -> t.message(f)).isPresent()
            && translated.flatMap(t -> t.fix(f)).isPresent();
    String file =
        f.at().sheet() == null
            ? f.at().file()
            : words.say("city_letter.sheet", f.at().file(), f.at().sheet()).text();
    return TableRow.of(
        place(f, alike),
        typography.fit(file, FILE_WIDTH, SIZE, false),
        words.capitalName("finding", f.code()),
        typography.fit(value(f), VALUE_WIDTH, SIZE, false),
        message(f),
        fix(f),
        isTranslated ? words.language() : "en");
  }

  /** What is wrong, in the letter's language where it can be told in it. */
  String message(Finding f) {
    return own(translated.flatMap(t -> t.message(f)).orElse(f.message()));
  }

  /** What to write instead, likewise. */
  String fix(Finding f) {
    return own(translated.flatMap(t -> t.fix(f)).orElse(f.fix()));
  }

  private String place(Finding f, List<Finding> alike) {
    if (f.at().row() == null) {
      return f.at().letter() == null
          ? words.text("city_letter.whole_file")
          : words.say("city_letter.column", f.at().letter()).text();
    }
    List<String> cells =
        alike.stream()
            .limit(CELLS)
            .map(a -> Objects.requireNonNullElse(a.at().letter(), "") + a.at().row())
            .toList();
    String list = String.join(", ", cells);
    String named = f.at().letter() == null ? words.say("city_letter.row", list).text() : list;
    long more = f.alike() - cells.size();
    return alike.size() > 1 && more > 0
        ? words.say("city_letter.cells", named, more).text()
        : named;
  }

  private String value(Finding f) {
    if (f.at().letter() == null || f.at().row() == null && f.at().value() == null) {
      return "–";
    }
    if (f.at().value() == null || f.at().value().isBlank()) {
      return words.text("city_letter.empty");
    }
    if (f.at().value().equals("[hidden]")) {
      return words.text("city_letter.hidden");
    }
    return FindingWords.kind(f.at().value(), words.language()).orElseGet(() -> own(f.at().value()));
  }

  /** The text without what only another member may know: a cell may hold its id by mistake. */
  private String own(String text) {
    if (text == null) {
      return "";
    }
    return WORD.matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    ID.matcher(word.group())
                            .results()
                            .anyMatch(id -> otherMembers.contains(ReceivedReader.key(id.group())))
                        ? words.text("city_letter.others")
                        : word.group()));
  }

  /** The same as a comment on its cell. */
  Problem problem(Finding finding) {
    return new Problem(
        Math.toIntExact(finding.at().row()),
        Problem.column(finding.at().letter()),
        finding.at().column(),
        finding.at().value(),
        finding.code(),
        finding.isError() ? Severity.ERROR : Severity.WARNING,
        message(finding),
        fix(finding));
  }
}
