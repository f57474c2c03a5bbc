package org.sistercityimpact.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.trace.Traced;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.transform.trace.Traced.TermSum;

/** A trace to be read aloud: the sentence, how it came about, on what it rests, then the rows. */
final class TraceText {
  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(15);

  private static final DecimalFormat WHOLE =
      new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

  /** Zeros behind the second decimal. */
  private static final Pattern ZEROS = Pattern.compile("(\\.\\d{2}\\d*?)0+(?!\\d)");

  /** So many amounts are still written out as a sum. */
  private static final int SUMMANDS = 6;

  /** So many readings of names are listed. */
  private static final int SETTLED = 20;

  private final Traced traced;
  private final Bound bound;
  private final List<String> lines = new ArrayList<>();

  /**
   * Words for a trace.
   *
   * @param bound the case that the figure asked for prints
   */
  TraceText(Traced traced, Bound bound) {
    this.traced = traced;
    this.bound = bound;
  }

  List<String> lines() {
    sentence();
    lines.add("");
    range();
    entry("formula", traced.about().formula());
    entry("n", count(traced.value().n()));
    inNumbers();
    entry("reported by", coverage());
    gaps();
    parameters();
    traced.behind().terms().forEach(this::rows);
    settled();
    lines.add("");
    lines.add(check());
    return lines;
  }

  private void sentence() {
    String value =
        traced.value().amount().central() == null
            ? traced.value().status().replace('_', ' ')
            : value(traced.value().amount().central());
    lines.add(
        "%s, %s, %d: %s"
            .formatted(
                traced.about().title(), traced.about().place(), traced.asked().year(), value));
    if (traced.value().reason() != null) {
      entry("why", traced.value().reason());
    }
    if (traced.value().printed().equals("withheld")) {
      entry(
          "in print",
          "withheld: answers of few people or dollars of few firms, or what would give them away; what stands here must not leave the office");
    }
  }

  private void range() {
    Amount amount = traced.value().amount();
    if (amount.isRange()) {
      entry(
          "range",
          "%s to %s: %s%s"
              .formatted(
                  value(amount.low()),
                  value(amount.high()),
                  traced.about().range() == null
                      ? "every assumption low, every assumption high"
                      : traced.about().range(),
                  asked(amount)));
    }
  }

  private String asked(Amount amount) {
    return switch (bound) {
      case CENTRAL -> "";
      case LOW, HIGH -> "; the figure asked for prints the %s case".formatted(bound.word());
      case SPREAD ->
          "; the figure asked for prints how far apart they are, %s"
              .formatted(value(amount.high().subtract(amount.low()).abs()));
    };
  }

  private void inNumbers() {
    Map<String, TermSum> terms =
        traced.behind().terms().stream()
            .collect(Collectors.toMap(TermSum::name, t -> t, (a, b) -> a, LinkedHashMap::new));
    String numbers =
        traced.behind().equation().isPlain()
            ? sum(traced.behind().terms().get(0))
            : traced
                .behind()
                .equation()
                .inNumbers(name -> number(terms.get(name).amount().central()));
    entry(
        "in numbers",
        traced.value().amount().central() == null
            ? numbers
            : numbers + " = " + number(traced.value().amount().central()));
    if (!traced.behind().equation().isPlain()) {
      entry("", "that is " + traced.behind().equation().inNumbers(name -> name.replace('_', ' ')));
    }
  }

  private String sum(TermSum term) {
    if (term.rows() == 0) {
      return "no row";
    }
    if (term.counted() || term.rows() > SUMMANDS || traced.behind().rows().size() < term.rows()) {
      return "%s %s".formatted(count(term.rows()), term.counted() ? "counted" : "amounts added up");
    }
    return traced.behind().rows().stream()
        .map(row -> number(row.amount().central()))
        .collect(Collectors.joining(" + "));
  }

  private String coverage() {
    return traced.behind().coverage().stream()
        .map(
            c ->
                "%s: %s of %s expected %s"
                    .formatted(
                        c.dataset().replace('_', ' '),
                        count(c.reported()),
                        count(c.expected()),
                        c.expected() == 1 ? "member" : "members"))
        .collect(Collectors.joining("; "));
  }

  private void gaps() {
    for (Traced.Gap gap : traced.behind().gaps()) {
      entry(
          "not in it",
          "%s %s without an amount: parameter %s has no row for %s (%s)"
              .formatted(
                  count(gap.rows().size()),
                  gap.rows().size() == 1 ? "row" : "rows",
                  gap.parameter(),
                  gap.key(),
                  gap.rows().stream()
                          .limit(3)
                          .map(TraceText::place)
                          .collect(Collectors.joining(", "))
                      + (gap.rows().size() > 3 ? ", …" : "")));
    }
  }

  private void parameters() {
    if (traced.behind().parameters().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("Parameters that entered it:");
    TextTable table =
        new TextTable("parameter", "key", "low", "central", "high", "confidence", "source")
            .alignRight(2, 3, 4);
    for (Traced.Parameter p : traced.behind().parameters()) {
      table.add(
          p.name(),
          p.key(),
          plain(p.amount().low()),
          plain(p.amount().central()),
          plain(p.amount().high()),
          p.confidence(),
          p.source());
    }
    table.lines().forEach(line -> lines.add("  " + line));
  }

  private void rows(TermSum term) {
    List<Row> rows =
        traced.behind().rows().stream().filter(row -> row.term().equals(term.name())).toList();
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        "%s: %s %s"
            .formatted(
                term.name().replace('_', ' '),
                count(term.rows()),
                (term.counted() ? "counted" : term.rows() == 1 ? "row" : "rows")
                    + (term.counted() ? "" : ", together " + number(term.amount().central()))));
    boolean range = rows.stream().anyMatch(row -> row.amount().isRange());
    int decimals =
        rows.stream()
            .map(Row::amount)
            .flatMap(a -> Stream.of(a.low(), a.central(), a.high()))
            .mapToInt(this::decimals)
            .max()
            .orElse(0);
    TextTable table =
        range
            ? new TextTable("low", "central", "high", "row", "file", "").alignRight(0, 1, 2, 3)
            : new TextTable("amount", "row", "file", "").alignRight(0, 1);
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      if (range) {
        cells.add(format(row.amount().low(), decimals));
      }
      cells.add(format(row.amount().central(), decimals));
      if (range) {
        cells.add(format(row.amount().high(), decimals));
      }
      cells.add(row.sourceRow() == null ? "" : row.sourceRow().toString());
      cells.add(
          row.file() == null
              ? ""
              : row.file() + (row.sheet() == null ? "" : ", sheet " + row.sheet()));
      cells.add(about(row));
      table.add(cells.toArray(String[]::new));
    }
    table.lines().forEach(line -> lines.add("  " + line));
    if (term.rows() > rows.size()) {
      lines.add("  and %s more: --all prints them".formatted(count(term.rows() - rows.size())));
    }
  }

  /** Of equal readings in one file the first row, and how many there are. */
  private void settled() {
    if (traced.behind().settled().isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(
        "Read as registry/names.csv says: %s"
            .formatted(Console.count(traced.behind().settled().size(), "cell")));
    Map<List<Object>, List<Traced.Settled>> alike =
        traced.behind().settled().stream()
            .collect(
                Collectors.groupingBy(
                    name ->
                        Arrays.asList(
                            name.file(), name.sheet(), name.column(), name.written(), name.read()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    TextTable table =
        new TextTable("written", "read as", "column", "row", "file", "cells", "answered by")
            .alignRight(3, 5);
    alike.values().stream()
        .limit(SETTLED)
        .forEach(
            names -> {
              Traced.Settled name = names.get(0);
              table.add(
                  name.written(),
                  name.read(),
                  name.column(),
                  String.valueOf(name.sourceRow()),
                  name.file() + (name.sheet() == null ? "" : ", sheet " + name.sheet()),
                  count(names.size()),
                  name.answeredBy() == null ? "" : name.answeredBy());
            });
    table.lines().forEach(line -> lines.add("  " + line));
    if (alike.size() > SETTLED) {
      lines.add(
          "  and %s more readings: --format json has all".formatted(count(alike.size() - SETTLED)));
    }
  }

  private static String about(Row row) {
    String item = row.item() == null ? "" : row.item();
    String times = row.times() > 1 ? " (first of %,d rows)".formatted(row.times()) : "";
    // Rates keep more decimals in the tables than they need in print.
    String formula =
        row.inNumbers() == null ? "" : "= " + ZEROS.matcher(row.inNumbers()).replaceAll("$1");
    return (item + times + (item.isEmpty() || formula.isEmpty() ? "" : " ") + formula).strip();
  }

  private String check() {
    if (traced.value().amount().central() == null) {
      return "There is no value to add up to.";
    }
    return traced.value().readds()
        ? "Added up anew: the rows give exactly this figure"
            + (traced.about().range() == null ? ", low, central and high." : ".")
        : "Added up anew: the rows do NOT give this figure (run 'impact transform' and trace again; if it stays so, report it).";
  }

  private static String place(Row row) {
    return row.file() + ":" + row.sourceRow();
  }

  /** A label and its text, wrapped. */
  private void entry(String label, String text) {
    if (text.isEmpty()) {
      return;
    }
    String line = "  %-13s".formatted(label);
    String gap = "";
    for (String word : text.split(" ")) {
      if (line.length() + gap.length() + word.length() > WIDTH) {
        lines.add(line);
        line = INDENT;
        gap = "";
      }
      line += gap + word;
      gap = " ";
    }
    lines.add(line);
  }

  private String value(BigDecimal value) {
    String unit = traced.about().unit();
    if (unit.startsWith("ratio")) {
      return number(value) + " (" + format(value.movePointRight(2), 1) + "%)";
    }
    if (unit.startsWith("USD")) {
      String digits = format(value.abs(), Math.max(2, traced.about().decimals()));
      return (value.signum() < 0 ? "-$" : "$") + digits + unit.substring(3).replace("USD", "$");
    }
    return number(value) + " " + unit;
  }

  private String number(BigDecimal value) {
    return format(value, decimals(value));
  }

  /** As many as it takes to write the value out; of dollars with cents always two. */
  private int decimals(BigDecimal value) {
    int needed = Math.max(0, value.stripTrailingZeros().scale());
    return needed > 0 && traced.about().unit().startsWith("USD") ? Math.max(2, needed) : needed;
  }

  private static String plain(BigDecimal value) {
    return format(value, Math.max(0, value.stripTrailingZeros().scale()));
  }

  private static String count(long number) {
    return format(BigDecimal.valueOf(number), 0);
  }

  private static String format(BigDecimal value, int decimals) {
    DecimalFormat format = (DecimalFormat) WHOLE.clone();
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
