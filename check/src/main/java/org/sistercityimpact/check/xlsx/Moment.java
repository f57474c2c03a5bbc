package org.sistercityimpact.check.xlsx;

import java.time.LocalDate;

/** Days and times, which a workbook stores as numbers of days, or as ISO 8601 texts. */
record Moment(CellKind kind, String text) {
  private static final long DAY = 86_400_000;
  private static final double LAST_DAY = 2_958_466;

  /** 30 December 1899: from March 1900 on the day 0 of every spreadsheet program. */
  private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);

  /**
   * A stored number as its format shows it.
   *
   * @param from1904 whether day 0 is 1 January 1904, as in workbooks of old Macs
   * @return null: no day that a spreadsheet can show
   */
  static Moment of(double days, NumberFormat.Shows shows, boolean from1904) {
    if (!(days >= 0 && days < LAST_DAY)) {
      return null;
    }
    // A thousandth of a second is what is left of a time after it was a fraction of a day.
    long millis = Math.round(days * DAY);
    long day = millis / DAY;
    long rest = millis % DAY;
    switch (shows) {
      case DURATION, TIME:
        // A screen hides the days of 30 hours shown as h:mm, and 6 hours are not what was meant.
        return new Moment(CellKind.TIME, time(millis));
      case YEAR:
        return new Moment(CellKind.DATE, day(day, from1904).substring(0, 4));
      case MONTH:
        return new Moment(CellKind.DATE, day(day, from1904).substring(0, 7));
      case DATE_TIME:
        return rest == 0
            ? new Moment(CellKind.DATE, day(day, from1904))
            : new Moment(CellKind.DATE_TIME, day(day, from1904) + "T" + time(rest));
      default:
        return new Moment(CellKind.DATE, day(day, from1904));
    }
  }

  /**
   * The 1900 system has a 29 February 1900, so that its days before that are one later than
   * elsewhere, and a day 0 that it shows as 0 January.
   */
  private static String day(long day, boolean from1904) {
    if (from1904) {
      return DAY_0_OF_1904.plusDays(day).toString();
    } else if (day == 0) {
      return "1900-01-00";
    } else if (day == 60) {
      return "1900-02-29";
    }
    return DAY_0.plusDays(day < 60 ? day + 1 : day).toString();
  }

  private static String time(long millis) {
    StringBuilder time = new StringBuilder();
    two(millis / 3_600_000, time);
    time.append(':');
    two(millis / 60_000 % 60, time);
    time.append(':');
    two(millis / 1000 % 60, time);
    long thousandths = millis % 1000;
    if (thousandths > 0) {
      time.append('.').append(String.valueOf(1000 + thousandths), 1, 4);
    }
    return time.toString();
  }

  private static void two(long number, StringBuilder into) {
    into.append(number < 10 ? "0" : "").append(number);
  }

  /** A day, a day with a time or a time in ISO 8601, of which midnight is left out; null: none. */
  static Moment ofIso(String stored) {
    String text = stored.trim();
    if (isTime(text)) {
      return new Moment(CellKind.TIME, withoutZone(text));
    }
    if (!matches(text, "dddd-dd-dd")) {
      return null;
    }
    if (text.length() == 10) {
      return new Moment(CellKind.DATE, text);
    }
    String rest = text.substring(11);
    if (text.charAt(10) != 'T' && text.charAt(10) != ' ' || !isTime(rest)) {
      return null;
    }
    String time = withoutZone(rest);
    boolean midnight = time.replace("0", "").replace(":", "").replace(".", "").isEmpty();
    return midnight
        ? new Moment(CellKind.DATE, text.substring(0, 10))
        : new Moment(CellKind.DATE_TIME, text.substring(0, 10) + "T" + time);
  }

  private static boolean isTime(String text) {
    if (!matches(text, "dd:dd:dd")) {
      return false;
    }
    for (int i = 8; i < text.length(); i++) {
      if ("0123456789.:+-Z".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String withoutZone(String time) {
    int end = 8;
    while (end < time.length() && ".0123456789".indexOf(time.charAt(end)) >= 0) {
      end++;
    }
    return time.substring(0, end);
  }

  /** Whether a text begins with digits where the pattern has "d", and else with its signs. */
  private static boolean matches(String text, String pattern) {
    if (text.length() < pattern.length()) {
      return false;
    }
    for (int i = 0; i < pattern.length(); i++) {
      char c = text.charAt(i);
      if (pattern.charAt(i) == 'd' ? c < '0' || c > '9' : c != pattern.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
