package org.sistercityimpact.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.release.diff.Cause;
import org.sistercityimpact.release.diff.EditionDiff;
import org.sistercityimpact.release.diff.FigureChange;
import org.sistercityimpact.release.diff.FigureValue;
import org.sistercityimpact.transform.Level;

/** Tells what differs between two editions, for {@code diff} and {@code publish}. */
final class DiffPrinter {
  private static final int NAMED = 20;

  /** Rows of a file, unless all are asked for. */
  private static final int ROWS = 3;

  private final Console console;
  private final boolean all;

  DiffPrinter(Console console) {
    this(console, false);
  }

  private DiffPrinter(Console console, boolean all) {
    this.console = console;
    this.all = all;
  }

  /** The same, with every figure or only those of the network. */
  DiffPrinter showing(boolean everyFigure) {
    return new DiffPrinter(console, everyFigure);
  }

  void print(EditionDiff diff) {
    if (diff.from() == null) {
      console.print(
          "Edition %s is the first: all its %,d figures are new"
              .formatted(diff.to(), diff.figures().size()));
      return;
    }
    console.print(
        "From %s to %s: %,d figures new, %,d changed, %,d removed, %,d the same"
            .formatted(
                diff.from(),
                diff.to(),
                diff.count("new"),
                diff.count("changed"),
                diff.count("removed"),
                diff.same()));
    long byRule = diff.count(FigureChange.RULE_CHANGED);
    if (byRule > 0) {
      console.print(
          "Rule changed: %,d more figures are withheld in one of the two, for %s follows rule %d of disclosure and %s rule %d"
              .formatted(byRule, diff.from(), diff.fromRule(), diff.to(), diff.toRule()));
    }
    causes(diff);
    for (String kind : List.of("changed", "new", "removed")) {
      figures(diff, kind);
    }
  }

  private void causes(EditionDiff diff) {
    if (diff.causes().isEmpty()) {
      return;
    }
    console.print("");
    console.print("What happened in between");
    int shown = all ? diff.causes().size() : Math.min(NAMED, diff.causes().size());
    for (int i = 0; i < shown; i++) {
      console.print("  [%d] %s".formatted(i + 1, diff.causes().get(i).words()));
      if (diff.causes().get(i) instanceof Cause.Submission file) {
        rows(file);
      }
    }
    more(diff.causes().size() - shown);
  }

  /** The rows behind a file that took the place of another; all of a new one are new. */
  private void rows(Cause.Submission file) {
    boolean isOther = !file.submissionIdsBefore().isEmpty() && !file.submissionIdsAfter().isEmpty();
    List<Cause.Row> rows = isOther ? file.rows() : List.of();
    int shown = all ? rows.size() : Math.min(ROWS, rows.size());
    rows.subList(0, shown).forEach(row -> console.print("        " + row.words()));
    if (file.differingRows() > shown) {
      console.print(
          "        %s%s"
              .formatted(
                  shown > 0 ? "and " : "",
                  Console.count(file.differingRows() - shown, shown > 0 ? "more row" : "row")));
    }
  }

  private void figures(EditionDiff diff, String kind) {
    List<FigureChange> figures =
        diff.figures().stream().filter(figure -> figure.kind().equals(kind)).toList();
    if (figures.isEmpty()) {
      return;
    }
    // A new year is new as a whole; what changed is what has to be explained.
    List<FigureChange> named =
        all
            ? figures
            : figures.stream()
                .filter(f -> f.level() == Level.NETWORK)
                .limit(kind.equals("changed") ? Long.MAX_VALUE : NAMED)
                .toList();
    console.print("");
    console.print(
        "%s (%,d: %s)"
            .formatted(
                kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1),
                figures.size(),
                byLevel(figures)));
    TextTable table = new TextTable("figure", "of", "year", "before", "after", "because");
    for (FigureChange figure : named) {
      table.add(
          figure.title(),
          figure.level() == Level.NETWORK
              ? "network"
              : figure.level().id().replace('_', ' ') + " " + figure.key(),
          String.valueOf(figure.dataYear()),
          words(figure.before(), figure.after()),
          words(figure.after(), figure.before()),
          numbers(figure.causes()));
    }
    table.lines().forEach(line -> console.print("  " + line));
    more(figures.size() - named.size());
  }

  /** A value; where the two read the same, the number of rows or people behind it, too. */
  private static String words(FigureValue value, FigureValue other) {
    if (value == null) {
      return "";
    }
    return other != null && value.words().equals(other.words())
        ? value.words() + ", n = " + value.n()
        : value.words();
  }

  private void more(int count) {
    if (count > 0) {
      console.print("  and %,d more (--all, or --json)".formatted(count));
    }
  }

  private static String byLevel(List<FigureChange> figures) {
    Map<String, Long> counts =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    f -> f.level().id().replace('_', ' '),
                    LinkedHashMap::new,
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> "%s %,d".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String numbers(List<Integer> causes) {
    String first =
        causes.stream().limit(3).map(c -> "[" + (c + 1) + "]").collect(Collectors.joining(" "));
    return causes.size() > 3 ? first + " and %,d more".formatted(causes.size() - 3) : first;
  }

  /** The whole of it as one JSON document; figures name their causes by id. */
  static Map<String, Object> document(EditionDiff diff) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("from", diff.from());
    document.put("to", diff.to());
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("new", diff.count("new"));
    counts.put("changed", diff.count("changed"));
    counts.put("removed", diff.count("removed"));
    counts.put("same", diff.same());
    counts.put("rule_changed", diff.count(FigureChange.RULE_CHANGED));
    document.put("counts", counts);
    document.put("disclosure_rules", List.of(diff.fromRule(), diff.toRule()));
    List<Map<String, Object>> causes = new ArrayList<>();
    for (int i = 0; i < diff.causes().size(); i++) {
      causes.add(cause(i + 1, diff.causes().get(i)));
    }
    document.put("causes", causes);
    document.put("figures", diff.figures().stream().map(DiffPrinter::figure).toList());
    return document;
  }

  private static Map<String, Object> cause(int id, Cause cause) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    if (cause instanceof Cause.Submission s) {
      document.put("kind", "submission");
      document.put("event", s.event().name().toLowerCase(java.util.Locale.ROOT));
      document.put("member_id", s.memberId());
      document.put("data_year", s.dataYear());
      document.put("dataset", s.dataset());
      document.put("file", s.file());
      document.put("submission_ids_before", s.submissionIdsBefore());
      document.put("submission_ids_after", s.submissionIdsAfter());
      document.put("differing_rows", s.differingRows());
      document.put("rows", s.rows().stream().map(DiffPrinter::row).toList());
    } else if (cause instanceof Cause.Parameter p) {
      document.put("kind", "parameter");
      document.put("parameter", p.parameter());
      document.put("key", p.key());
      document.put("before", bounds(p.lowBefore(), p.centralBefore(), p.highBefore()));
      document.put("after", bounds(p.lowAfter(), p.centralAfter(), p.highAfter()));
    } else if (cause instanceof Cause.Method m) {
      document.put("kind", "method");
      document.put("files", m.files());
    }
    document.put("words", cause.words());
    return document;
  }

  private static Map<String, Object> row(Cause.Row row) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", row.id());
    document.put("row_before", row.before());
    document.put("row_after", row.after());
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Cause.Cell cell : row.cells()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("column", cell.column());
      entry.put("before", cell.before());
      entry.put("after", cell.after());
      cells.add(entry);
    }
    document.put("cells", cells);
    return document;
  }

  private static Map<String, Object> figure(FigureChange figure) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("change", figure.kind().replace(' ', '_'));
    document.put("metric_id", figure.metricId());
    document.put("level", figure.level().id());
    document.put("key", figure.key());
    document.put("data_year", figure.dataYear());
    document.put("before", value(figure.before()));
    document.put("after", value(figure.after()));
    document.put("causes", figure.causes().stream().map(c -> c + 1).toList());
    return document;
  }

  private static Map<String, Object> value(FigureValue value) {
    if (value == null) {
      return null;
    }
    Map<String, Object> document = bounds(value.low(), value.central(), value.high());
    document.put("n", value.n());
    document.put("status", value.status());
    document.put("rows_not_computed", value.rowsNotComputed());
    return document;
  }

  private static Map<String, Object> bounds(Object low, Object central, Object high) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("low", low == null ? null : low.toString());
    document.put("central", central == null ? null : central.toString());
    document.put("high", high == null ? null : high.toString());
    return document;
  }
}
