package org.sistercityimpact.ingest.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.warehouse.contract.Field;

/** Dates, kept as days since 1 January 1970. */
final class DateColumn extends NumberColumn {
  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2100;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
  private static final String USUAL = "Write it as YYYY-MM-DD, such as 2025-05-13";

  DateColumn(Field field) {
    super(field);
  }

  @Override
  void read(String cell, int slot, CellFaults faults) {
    values[slot] = NONE;
    if (!isIso(cell)) {
      faults.report(this, ProblemCode.NOT_A_DATE, cell, Map.of("advice", advice(cell)));
      return;
    }
    int year = digits(cell, 0, 4);
    try {
      long day = LocalDate.of(year, digits(cell, 5, 7), digits(cell, 8, 10)).toEpochDay();
      if (year < FIRST_YEAR || year > LAST_YEAR) {
        faults.report(this, ProblemCode.DATE_OUT_OF_RANGE, cell, Map.of());
      } else {
        values[slot] = day;
      }
    } catch (DateTimeException e) {
      faults.report(this, ProblemCode.NO_SUCH_DATE, cell, Map.of());
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

  /** Spells the date out where only one reading is possible; never guesses. */
  private String advice(String cell) {
    if (field.personal()) {
      return USUAL;
    }
    Matcher yearFirst = YEAR_FIRST.matcher(cell);
    if (yearFirst.matches()) {
      String date = date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
      return date == null ? USUAL : "Write " + date;
    }
    Matcher yearLast = YEAR_LAST.matcher(cell);
    if (yearLast.matches()) {
      String monthFirst = date(yearLast.group(3), yearLast.group(1), yearLast.group(2));
      String dayFirst = date(yearLast.group(3), yearLast.group(2), yearLast.group(1));
      if (monthFirst != null && dayFirst != null && !monthFirst.equals(dayFirst)) {
        return "Write " + monthFirst + " or " + dayFirst + ", whichever is meant";
      }
      if (monthFirst != null || dayFirst != null) {
        return "Write " + (monthFirst != null ? monthFirst : dayFirst);
      }
    }
    return USUAL;
  }

  private static String date(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
          .toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : LocalDate.ofEpochDay(values[slot]).toString();
  }
}
