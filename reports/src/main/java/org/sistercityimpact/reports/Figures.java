package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/**
 * Turns cells of the table {@code metrics} into text. Every number that a report prints of a metric
 * passes through here, so that the words for what has no number, the rounding and the note of where
 * it stands are the same on every page.
 */
public final class Figures {
  /** Stands after a sum in which some rows are not computed; the page's foot says so. */
  static final String PARTIAL = "*";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ReportData data;

  Figures(ReportData data) {
    this.data = data;
  }

  ReportData data() {
    return data;
  }

  /** The metrics of one place, in the report's year. */
  Scope scope(String level, String key, String label) {
    return new Scope(this, level, key, data.year(), label);
  }

  Scope network() {
    return scope("network", "", "");
  }

  /** The cell, or one that says that nothing is known of it. */
  Metric cell(String metric, String level, String key, int year) {
    Metric found = data.metrics().get(new Metric.Key(metric, year, level, key));
    return found != null
        ? found
        : new Metric(metric, year, level, key, null, null, null, 0, Status.NOT_KNOWN, 0);
  }

  /** With the metric's own decimals, so that what is printed adds up. */
  Printed exact(Metric cell, Bound bound) {
    return print(cell, bound, false);
  }

  /** Dollars and hours in whole numbers, for headlines. */
  Printed rounded(Metric cell, Bound bound) {
    return print(cell, bound, true);
  }

  private Printed print(Metric cell, Bound bound, boolean whole) {
    String text =
        cell.status() == Status.VALUE
            ? number(data.definition(cell.id()), cell.bound(bound), whole && isLarge(cell.high()))
            : cell.status().words();
    Figure figure = new Figure(cell.id(), cell.level(), cell.key(), cell.year(), bound, text);
    boolean partial =
        bound == Bound.CENTRAL && cell.status() == Status.VALUE && cell.notComputed() > 0;
    return new Printed(partial ? text + PARTIAL : text, List.of(figure));
  }

  private static String number(Definition definition, BigDecimal value, boolean whole) {
    if (definition.isShare()) {
      return format(value.multiply(HUNDRED), 1) + "%";
    }
    // Cents are the smallest money: a ratio of dollars is kept finer than it is printed.
    int decimals =
        definition.isMoney() ? Math.min(2, definition.decimals()) : definition.decimals();
    String digits = format(value.abs(), whole ? 0 : decimals);
    String sign = value.signum() < 0 && !isZero(digits) ? "-" : "";
    return sign + (definition.isMoney() ? "$" : "") + digits;
  }

  private static boolean isLarge(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
  }

  private static boolean isZero(String digits) {
    return digits.chars().allMatch(c -> c == '0' || c == '.' || c == ',');
  }

  /** Half up, with commas, in the same way on every machine. */
  static String format(BigDecimal value, int decimals) {
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }

  /** A plain count that is no metric, such as rows read. */
  static String count(long value) {
    return format(BigDecimal.valueOf(value), 0);
  }

  static String dollars(BigDecimal value) {
    return "$" + format(value, 2);
  }
}
