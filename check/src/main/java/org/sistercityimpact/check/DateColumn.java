package org.sistercityimpact.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.DateText.Form;
import org.sistercityimpact.check.DateText.Reading;
import org.sistercityimpact.check.contract.Field;

/** Dates, kept as days since 1 January 1970. */
final class DateColumn extends NumberColumn {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2100;

  private static final String USUAL = "Write it as YYYY-MM-DD, such as {year}-05-13";

  private final boolean liesInYear;
  private DayOrder order;

  /**
   * @param liesInYear whether each day lies in the reporting year; else it may also be the next
   */
  DateColumn(Field field, boolean liesInYear) {
    super(field);
    this.liesInYear = liesInYear;
  }

  @Override
  void begin() {
    super.begin();
    order = null;
  }

  @Override
  void read(String cell, int slot, CellContext file) {
    values[slot] = NONE;
    if (!isIso(cell)) {
      readOther(cell, slot, file);
      return;
    }
    int year = digits(cell, 0, 4);
    try {
      long day = LocalDate.of(year, digits(cell, 5, 7), digits(cell, 8, 10)).toEpochDay();
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        file.report(this, ProblemCode.DATE_OUT_OF_RANGE, cell, Map.of());
      } else {
        values[slot] = day;
      }
    } catch (DateTimeException e) {
      file.report(this, ProblemCode.NO_SUCH_DATE, cell, Map.of());
    }
  }

  private static boolean isIso(String cell) {
    if (cell.length() != 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      char c = cell.charAt(i);
      if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private static int digits(String cell, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + (cell.charAt(i) - '0');
    }
    return value;
  }

  /** Any other form is read where it leaves one day; else all that it may mean are told. */
  private void readOther(String cell, int slot, CellContext file) {
    List<Reading> all = DateText.readings(cell, file.year());
    List<Reading> left =
        all.stream().filter(day -> day.isPossible(file.year(), liesInYear)).toList();
    String proof = "";
    if (distinct(left) > 1 && left.stream().anyMatch(r -> r.form() == Form.DAY_FIRST)) {
      DayOrder ofColumn = order(file);
      if (ofColumn.form() != null) {
        left = left.stream().filter(reading -> reading.form() == ofColumn.form()).toList();
        proof = ofColumn.proof();
      }
    }
    if (distinct(left) == 1) {
      LocalDate date = left.get(0).date();
      values[slot] = date.toEpochDay();
      file.report(
          this, ProblemCode.DATE_READ, cell, Map.of("read", date.toString(), "proof", proof));
    } else {
      List<Reading> ends = left.isEmpty() ? DateText.ends(cell, file.year()) : left;
      List<Reading> meant = field.personal() ? List.of() : ends.isEmpty() ? all : ends;
      String advice = advice(meant, file.year());
      file.report(this, ProblemCode.NOT_A_DATE, cell, Map.of("advice", advice));
    }
  }

  /** Whether each day lies in the reporting year; else it may also be the next. */
  boolean liesInYear() {
    return liesInYear;
  }

  private static long distinct(List<Reading> readings) {
    return readings.stream().map(Reading::date).distinct().count();
  }

  private DayOrder order(CellContext file) {
    if (order == null) {
      order = DayOrder.of(this, file);
    }
    return order;
  }

  /** Spells out what may be meant; never guesses. */
  private static String advice(List<Reading> readings, Integer year) {
    List<String> dates =
        readings.stream().map(reading -> reading.date().toString()).distinct().limit(2).toList();
    if (dates.isEmpty()) {
      return Field.inYear(USUAL, year);
    }
    return dates.size() == 1
        ? "Write " + dates.get(0)
        : "Write " + dates.get(0) + " or " + dates.get(1) + ", whichever is meant";
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : LocalDate.ofEpochDay(values[slot]).toString();
  }
}
