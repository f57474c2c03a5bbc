package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.DateText.Reading;

/** A count that reads as a year, a date or a spreadsheet's day number is told as a doubt. */
final class CountRule {
  private static final int FIRST_SERIAL = 10_000;

  private final CellColumn column;
  private final long unit;

  CountRule(CellColumn column) {
    this.column = column;
    unit = BigDecimal.TEN.pow(column.decimals()).longValueExact();
  }

  void check(Row row) {
    Integer year = row.context().dataYear();
    if (year == null || !row.isGood() || column.isEmpty(row.slot())) {
      return;
    }
    // Asked of every count: nearly all are too small to be anything else.
    String much =
        mayMean(column.number(row.slot()) / unit, year)
            ? meaning(column.decimal(row.slot()), year)
            : null;
    if (much != null) {
      row.report(
          column, ProblemCode.DOUBT, Map.of("much", "which reads as " + much, "proposal", ""));
    }
  }

  /** What else than a count a number may mean; null: nothing. */
  static String meaning(BigDecimal number, int year) {
    long whole = number.longValue();
    if (!mayMean(whole, year) || number.stripTrailingZeros().scale() > 0) {
      return null;
    }
    return whole == year ? "the reporting year" : day(whole, year);
  }

  private static boolean mayMean(long whole, int year) {
    return whole == year || whole >= FIRST_SERIAL;
  }

  private static String day(long number, int year) {
    List<Reading> readings = DateText.readings(String.valueOf(number));
    return readings.stream()
        .map(Reading::date)
        .filter(date -> date.getYear() == year)
        .findFirst()
        .map(LocalDate::toString)
        .map(date -> "the day " + date)
        .orElse(null);
  }
}
