package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.contract.Plausible;

/**
 * A value that is possible but unlikely is told as a doubt, and counts; one that cannot be is an
 * error. Where a near value would be likely, it is proposed.
 */
final class PlausibleRule {
  private static final int MONTH = 7;
  private static final int MONTHS = 12;

  private final Plausible limit;
  private final CellColumn column;

  /** The least cell that is unlikely, as the column holds it; of other limits the least of all. */
  private final long least;

  // What else it reads of a row; null where it does not.
  private final CellColumn currency;
  private final CellColumn month;
  private final CellColumn volunteers;
  private final CellColumn people;
  private final CellColumn nights;
  private final CellColumn start;
  private final CellColumn end;

  /**
   * @param columnOf the column of a field
   */
  PlausibleRule(Plausible limit, Function<String, CellColumn> columnOf) {
    this.limit = limit;
    column = columnOf.apply(limit.column());
    Plausible.Of of = limit.of();
    least =
        of == Plausible.Of.CELL || of == Plausible.Of.DOLLARS
            ? limit
                .unlikelyFrom()
                .setScale(column.decimals(), RoundingMode.CEILING)
                .unscaledValue()
                .longValueExact()
            : Long.MIN_VALUE;
    boolean ofVolunteers = of == Plausible.Of.VOLUNTEER_MONTH;
    boolean ofStays = of == Plausible.Of.STAY || of == Plausible.Of.PERSON_NIGHT;
    currency = of == Plausible.Of.DOLLARS ? columnOf.apply("currency") : null;
    month = ofVolunteers ? columnOf.apply("month") : null;
    volunteers = ofVolunteers ? columnOf.apply("volunteers") : null;
    people = ofStays ? columnOf.apply("people") : null;
    nights = ofStays ? columnOf.apply("nights") : null;
    start = ofStays ? columnOf.apply("start_date") : null;
    end = of == Plausible.Of.PERSON_NIGHT ? columnOf.apply("end_date") : null;
  }

  void check(Row row) {
    if (!row.isGood() || column.isEmpty(row.slot()) || column.number(row.slot()) < least) {
      return;
    }
    BigDecimal value = value(row.slot());
    if (value == null || value.compareTo(limit.unlikelyFrom()) < 0) {
      return;
    }
    boolean impossible =
        limit.impossibleFrom() != null && value.compareTo(limit.impossibleFrom()) >= 0;
    Integer year = row.context().dataYear();
    if (!impossible
        && limit.of() == Plausible.Of.CELL
        && column.field().type() == Type.INTEGER
        && year != null
        && CountRule.meaning(value, year) != null) {
      // Then that is told, which says more.
      return;
    }
    row.report(
        column,
        impossible ? ProblemCode.IMPOSSIBLE : ProblemCode.DOUBT,
        Map.of("much", much(value, row.slot(), impossible), "proposal", proposal(row.slot())));
  }

  /** What the limits speak of; null: this row has no such thing. */
  private BigDecimal value(int slot) {
    return switch (limit.of()) {
      case CELL -> number(column, slot);
      case DOLLARS -> "USD".equals(currency.text(slot)) ? number(column, slot) : null;
      case STAY -> stay(slot);
      case PERSON_NIGHT -> perPersonNight(slot);
      case VOLUNTEER_MONTH -> {
        BigDecimal number = number(volunteers, slot);
        BigDecimal hours = number(column, slot);
        if (hours == null || month.isEmpty(slot)) {
          yield null;
        }
        int months = month.text(slot).length() == MONTH ? 1 : MONTHS;
        BigDecimal shares =
            BigDecimal.valueOf(months).multiply(number == null ? BigDecimal.ONE : number);
        yield hours.divide(shares, 2, RoundingMode.HALF_UP);
      }
    };
  }

  private static BigDecimal number(CellColumn column, int slot) {
    return column.isEmpty(slot) || column.bad ? null : column.decimal(slot);
  }

  private BigDecimal stay(int slot) {
    if (column.isNumeric()) {
      return number(column, slot);
    }
    // Nights that are given say how long people stayed, whatever the dates.
    boolean given = !nights.isEmpty(slot);
    return given || start.bad || start.isEmpty(slot)
        ? null
        : BigDecimal.valueOf(column.number(slot) - start.number(slot));
  }

  private BigDecimal perPersonNight(int slot) {
    BigDecimal persons = number(people, slot);
    BigDecimal stay = number(nights, slot);
    if (stay == null && !start.isEmpty(slot) && !end.isEmpty(slot)) {
      stay = BigDecimal.valueOf(Math.max(1, end.number(slot) - start.number(slot)));
    }
    BigDecimal units = persons == null || stay == null ? null : persons.multiply(stay);
    return units == null || units.signum() <= 0
        ? null
        : number(column, slot).divide(units, 2, RoundingMode.HALF_UP);
  }

  private String much(BigDecimal value, int slot, boolean impossible) {
    String amount = grouped(value);
    return switch (limit.of()) {
      case STAY -> "a stay of %s nights for %s".formatted(amount, people.shown(slot) + " people");
      case PERSON_NIGHT -> amount + " dollars for each person and night";
      case VOLUNTEER_MONTH -> amount + " hours of one volunteer in one month";
      case CELL, DOLLARS ->
          impossible
              ? "from %s up".formatted(grouped(limit.impossibleFrom()))
              : "and from %s up it is in doubt".formatted(grouped(limit.unlikelyFrom()));
    };
  }

  private static String grouped(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return plain.scale() <= 0
        ? grouped(plain.toBigInteger().toString())
        : grouped(plain.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  /** The same day and month in the year of the start: years are mistyped most. */
  private String proposal(int slot) {
    if (limit.of() != Plausible.Of.STAY || column.isNumeric()) {
      return "";
    }
    LocalDate from = LocalDate.ofEpochDay(start.number(slot));
    LocalDate to = LocalDate.ofEpochDay(column.number(slot));
    for (LocalDate near :
        new LocalDate[] {
          to.withYear(from.getYear()), to.withYear(from.getYear() + 1), swapped(to, from)
        }) {
      if (near != null) {
        long stay = near.toEpochDay() - from.toEpochDay();
        if (stay >= 0 && BigDecimal.valueOf(stay).compareTo(limit.unlikelyFrom()) < 0) {
          return "; did you mean " + near + "?";
        }
      }
    }
    return "";
  }

  /** Day and month exchanged. */
  private static LocalDate swapped(LocalDate date, LocalDate start) {
    try {
      return LocalDate.of(start.getYear(), date.getDayOfMonth(), date.getMonthValue());
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** A number with commas between thousands. */
  private static String grouped(String number) {
    StringBuilder grouped = new StringBuilder(number);
    int point = number.indexOf('.');
    int first = number.startsWith("-") ? 1 : 0;
    for (int at = (point < 0 ? number.length() : point) - 3; at > first; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }
}
