package org.sistercityimpact.reports.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sistercityimpact.check.AnnotatedCopy;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.xlsx.MarkedCopy;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * What a member sent once more, each file as a workbook in which the cells to look at are marked
 * and commented: for its letter.
 */
public final class MarkedCopies {
  /** Cells of a file that are marked: whoever has more begins with the first. */
  static final int CELLS = 2_000;

  private final Originals originals;
  private final Contracts contracts;
  private final int year;

  /** By member id in lower case, by file in order. */
  private final Map<String, Map<Sent, Map<Part, List<Finding>>>> found;

  private record Sent(String file, String sha256) {}

  private record Part(String sheet, String dataset) {}

  private MarkedCopies(
      Originals originals,
      Contracts contracts,
      int year,
      Map<String, Map<Sent, Map<Part, List<Finding>>>> found) {
    this.originals = originals;
    this.contracts = contracts;
    this.year = year;
    this.found = found;
  }

  /**
   * A copy.
   *
   * @param name of its file, without folders
   * @param bytes an .xlsx workbook
   */
  public record Copy(String name, byte[] bytes) {}

  /** Reads what a year's letters have to mark; the files themselves when they are asked for. */
  public static MarkedCopies read(
      Warehouse warehouse, SqlEngine engine, Contracts contracts, int year) {
    Map<String, Map<Sent, Map<Part, List<Finding>>>> found = new LinkedHashMap<>();
    new TableReader(engine)
        .each(
            """
            SELECT s.member_id, s.file, s.sha256, s.sheet, s.dataset, p.source_row, p.column_letter, p.column_name, p.value, p.code, p.severity, p.message, p.fix
            FROM problems AS p
            JOIN submissions AS s ON s.submission_id = p.submission_id
            WHERE s.data_year = %s AND s.member_id IS NOT NULL AND p.severity <> 'assumed' AND p.source_row IS NOT NULL
            QUALIFY ROW_NUMBER() OVER (PARTITION BY s.submission_id ORDER BY p.source_row, p.column_letter, p.code, p.message) <= %s
            ORDER BY s.member_id, s.file, s.sheet NULLS FIRST, s.submission_id, p.source_row, p.column_letter NULLS FIRST, p.code, p.message
            """
                .formatted(year, CELLS),
            r ->
                found
                    .computeIfAbsent(ReceivedReader.key(r.text(0)), m -> new LinkedHashMap<>())
                    .computeIfAbsent(new Sent(r.text(1), r.text(2)), f -> new LinkedHashMap<>())
                    .computeIfAbsent(new Part(r.text(3), r.text(4)), p -> new ArrayList<>())
                    .add(
                        new Finding(
                            new Finding.Cell(
                                r.text(1),
                                r.text(3),
                                r.wholeOrNull(5),
                                r.text(6),
                                r.text(7),
                                r.text(8)),
                            r.text(9),
                            r.text(10),
                            r.text(11),
                            r.text(12),
                            1)));
    return new MarkedCopies(warehouse.originals(), contracts, year, found);
  }

  /**
   * The copies of a member's files that have a cell to mark and can be shown as cells.
   *
   * @param said a finding in the words of the letter
   * @param toFix what stands in a comment before what to write instead
   */
  public List<Copy> of(Member member, Function<Finding, Problem> said, String toFix) {
    AnnotatedCopy copies = new AnnotatedCopy(contracts, toFix);
    Set<String> taken = new HashSet<>();
    List<Copy> made = new ArrayList<>();
    found
        .getOrDefault(ReceivedReader.key(member.id()), Map.of())
        .forEach(
            (sent, parts) -> {
              List<AnnotatedCopy.Found> marks = new ArrayList<>();
              parts.forEach(
                  (part, findings) ->
                      marks.add(
                          new AnnotatedCopy.Found(
                              part.sheet(), part.dataset(), findings.stream().map(said).toList())));
              copies
                  .of(content(sent, member), marks)
                  .map(MarkedCopy.Copy::bytes)
                  .ifPresent(bytes -> made.add(new Copy(name(sent.file(), taken), bytes)));
            });
    return made;
  }

  private Content content(Sent sent, Member member) {
    try {
      return Content.of(originals.read(sent.sha256(), sent.file(), member.id(), year, null));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the original of '%s': %s".formatted(sent.file(), Warehouse.reason(e)), e);
    }
  }

  /** The file's own name, of which no two are alike in any case of letters. */
  private static String name(String file, Set<String> taken) {
    String own = file.substring(file.lastIndexOf('/') + 1);
    String stem =
        own.substring(0, own.lastIndexOf('.') > 0 ? own.lastIndexOf('.') : own.length())
            .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()-]", "_");
    for (int number = 1; ; number++) {
      String name = stem + "-marked" + (number > 1 ? "-" + number : "") + ".xlsx";
      if (taken.add(name.toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
  }
}
