package org.sistercityimpact.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them: every day that a text may mean. */
final class DateText {
  private static final String CLOCK = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?";
  private static final String ZONE =
      "(?: ?(?:Z|UTC|GMT|[A-Z]{1,3}T))?(?: ?[+-][0-9]{2}:?[0-9]{2})?(?: ?(?:UTC|\\(.*\\)|\\[.*\\]))?";
  private static final Pattern TIME =
      Pattern.compile(
          "(.{6,}?)(?:T|,? +(?:(?:at|a las|@) *)?)(?:"
              + CLOCK
              + " ?(?:[AaPp]\\.?[Mm]\\.?)?|[0-9]{1,2} ?[AaPp]\\.?[Mm]\\.?)"
              + ZONE);
  // "Tue May 13 10:30:00 UTC 2025", as programs print a moment.
  private static final Pattern TIME_WITHIN =
      Pattern.compile(" " + CLOCK + ZONE + "(?= (?:19|20)[0-9]{2}$)");
  private static final Pattern WRAPPED = Pattern.compile("[(\"](.*)[)\"]");
  private static final Pattern UNSURE =
      Pattern.compile(
          "^(?:ca?\\.?|circa|approx\\.?|about|est\\.?|~|≈) ?| ?(?:[?*]+|\\(?(?:est|approx|tent|tentative|ca)\\.?\\)?)$",
          Pattern.CASE_INSENSITIVE);
  // "May 13-18, 2025" and "13-18 de mayo"; "5/13/2025 - 5/18/2025".
  private static final Pattern WITHIN_MONTH =
      Pattern.compile(
          "(\\p{L}{3,}\\.? )?([0-9]{1,2}) ?(?:-|to|a|al) ?([0-9]{1,2})(,? .*\\p{L}{3,}.*|,? [0-9]{4})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN_ENDS =
      Pattern.compile(" ?(?:-|/|\\b(?:to|through|until|al?|hasta)\\b) ?");
  private static final Pattern RUN_TOGETHER =
      Pattern.compile("(?<=[0-9])(?=\\p{L}{3})|(?<=\\p{L}{3})(?=[0-9])");
  private static final Pattern ORDINAL = Pattern.compile("([0-9])(st|nd|rd|th|º|er|ro|ero)\\b");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?i)^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\\.?,? +(?=[0-9])|,? +\\(?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\\.?\\)?$");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4}) ?[-/. _] ?([0-9]{1,2}) ?[-/. _] ?([0-9]{1,2})");
  private static final Pattern RUN = Pattern.compile("((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "([0-9]{1,2}) ?[-/. _\\\\] ?([0-9]{1,2}) ?[-/. _\\\\] ?['’]?([0-9]{4}|[0-9]{2})");
  private static final Pattern SERIAL = Pattern.compile("([0-9]{5})(?:\\.[0-9]+)?");
  private static final Pattern TWO_NUMBERS = Pattern.compile("([0-9]{1,2}) ?[-/.] ?([0-9]{1,2})");
  private static final Pattern A_NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Pattern YEAR = Pattern.compile("[0-9]{3}");
  private static final Pattern BETWEEN = Pattern.compile("[‐‑–—−年月년월]");
  private static final Pattern BEHIND = Pattern.compile("[日일](?: ?[(（][-日火水木金土화수목금토일][)）])?|\\.$");
  private static final Pattern TOKENS = Pattern.compile("[^\\p{L}\\p{M}0-9]+");

  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  // Two digits of a year: no program of volunteers is older.
  private static final int CENTURY = 2000;

  private static final Map<String, Integer> MONTHS = months();
  private static final List<String> SILENT =
      List.of(
          "of",
          "the",
          "de",
          "del",
          "el",
          "on",
          "st",
          "nd",
          "rd",
          "th",
          "º",
          "ro",
          "er",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mon",
          "tue",
          "tues",
          "wed",
          "thu",
          "thur",
          "thurs",
          "fri",
          "sat",
          "sun",
          "lunes",
          "martes",
          "miércoles",
          "miercoles",
          "jueves",
          "viernes",
          "sábado",
          "sabado",
          "domingo");

  /** The order in which a text gives day, month and year. */
  enum Form {
    YEAR_FIRST,
    MONTH_FIRST,
    DAY_FIRST,
    NAMED,
    /** Days since 1900 or 1904, as a spreadsheet counts. */
    SERIAL
  }

  /**
   * One day that a text may mean.
   *
   * @param isShort whether the text has only two digits of the year
   */
  record Reading(LocalDate date, Form form, boolean isShort) {
    /**
     * Whether days of a column may lie where it lies, as far as the text itself leaves that open.
     *
     * @param year the reporting year; null: not known
     * @param liesInYear whether each day lies in that year; else it may also be the next
     */
    boolean isPossible(Integer year, boolean liesInYear) {
      int of = date.getYear();
      if (!isShort && form != Form.SERIAL) {
        return of >= DateColumn.FIRST_YEAR && of <= DateColumn.LAST_YEAR;
      }
      if (year == null) {
        return form != Form.SERIAL && form != Form.YEAR_FIRST;
      }
      return of == year || !liesInYear && of == year + 1;
    }
  }

  private DateText() {}

  /** All days that a text may mean; none: it is no day. */
  static List<Reading> readings(String cell) {
    if (cell.length() < 5 || cell.length() > 60) {
      return List.of();
    }
    String text = plain(cell);
    text = WEEKDAY.matcher(text).replaceFirst("");
    text = TIME_WITHIN.matcher(text).replaceFirst("");
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      text = time.group(1);
    }
    List<Reading> readings = new ArrayList<>();
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    Matcher run = RUN.matcher(text);
    Matcher numbers = NUMBERS.matcher(text);
    Matcher serial = SERIAL.matcher(text);
    if (yearFirst.matches()) {
      add(readings, yearFirst.group(1), yearFirst.group(2), yearFirst.group(3), Form.YEAR_FIRST);
    } else if (run.matches()) {
      add(readings, run.group(1), run.group(2), run.group(3), Form.YEAR_FIRST);
    } else if (numbers.matches()) {
      String last = numbers.group(3);
      add(readings, last, numbers.group(1), numbers.group(2), Form.MONTH_FIRST);
      add(readings, last, numbers.group(2), numbers.group(1), Form.DAY_FIRST);
      if (last.length() == 2 && numbers.group(1).length() == 2) {
        add(readings, numbers.group(1), numbers.group(2), last, Form.YEAR_FIRST);
      }
    } else if (serial.matches()) {
      int days = Integer.parseInt(serial.group(1));
      readings.add(new Reading(EPOCH_1900.plusDays(days), Form.SERIAL, false));
      readings.add(new Reading(EPOCH_1904.plusDays(days), Form.SERIAL, false));
    } else {
      named(text, readings);
    }
    return readings;
  }

  /** With the digits and signs of English, and as those of a day that is written so. */
  private static String plain(String cell) {
    String text = NumberText.plainSigns(cell);
    text = BETWEEN.matcher(text).replaceAll("-");
    if (!isDigit(text, 0) || !isDigit(text, text.length() - 1)) {
      Matcher wrapped = WRAPPED.matcher(text);
      text = UNSURE.matcher(wrapped.matches() ? wrapped.group(1) : text).replaceAll("");
    }
    return BEHIND.matcher(text).replaceAll("");
  }

  private static boolean isDigit(String text, int at) {
    return !text.isEmpty() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** The same; of a text without a year the days of {@code year}, where that is known. */
  static List<Reading> readings(String cell, Integer year) {
    List<Reading> readings = readings(cell);
    return readings.isEmpty() && year != null ? withoutYear(cell, year) : readings;
  }

  /** The first day and the last of a text that says both; none where it does not. */
  static List<Reading> ends(String cell, Integer year) {
    String text = plain(cell);
    Matcher within = WITHIN_MONTH.matcher(text);
    List<Reading> readings = new ArrayList<>();
    if (within.matches()) {
      String month = within.group(1) == null ? "" : within.group(1);
      String rest = within.group(4) == null ? "" : within.group(4);
      readings.addAll(readings(month + within.group(2) + rest, year));
      readings.addAll(readings(month + within.group(3) + rest, year));
    }
    Matcher between = BETWEEN_ENDS.matcher(text);
    while (readings.isEmpty() && between.find()) {
      List<Reading> first = readings(text.substring(0, between.start()), year);
      List<Reading> last = readings(text.substring(between.end()), year);
      if (!first.isEmpty() && !last.isEmpty()) {
        readings.addAll(first);
        readings.addAll(last);
      }
    }
    return readings.size() == 2 ? readings : List.of();
  }

  /**
   * The days of a year that a text without one may mean; none where its number may also be that
   * year, as in a spreadsheet's May-25.
   */
  private static List<Reading> withoutYear(String cell, int year) {
    String text = plain(cell);
    Matcher number = A_NUMBER.matcher(text);
    boolean mayBeYear = false;
    while (number.find()) {
      mayBeYear |= Integer.parseInt(number.group()) == year % 100;
    }
    List<Reading> readings = new ArrayList<>();
    Matcher numbers = TWO_NUMBERS.matcher(text);
    if (cell.indexOf('月') > 0 || cell.indexOf('월') > 0) {
      if (numbers.matches()) {
        add(readings, String.valueOf(year), numbers.group(1), numbers.group(2), Form.MONTH_FIRST);
      }
      return readings;
    }
    if (mayBeYear) {
      return readings;
    } else if (numbers.matches()) {
      add(readings, String.valueOf(year), numbers.group(1), numbers.group(2), Form.MONTH_FIRST);
      add(readings, String.valueOf(year), numbers.group(2), numbers.group(1), Form.DAY_FIRST);
    } else if (!YEAR.matcher(text).find()) {
      named(WEEKDAY.matcher(text).replaceFirst("") + ' ' + year, readings);
    }
    return readings;
  }

  private static void add(
      List<Reading> readings, String year, String month, String day, Form form) {
    try {
      int ofYear = Integer.parseInt(year) + (year.length() == 2 ? CENTURY : 0);
      LocalDate date = LocalDate.of(ofYear, Integer.parseInt(month), Integer.parseInt(day));
      readings.add(new Reading(date, form, year.length() == 2));
    } catch (DateTimeException noSuchDay) {
      // Then it does not mean that.
    }
  }

  /** A day, the name of a month and a year, in any order that leaves no doubt. */
  private static void named(String text, List<Reading> readings) {
    String month = null;
    List<String> numbers = new ArrayList<>();
    String plain = ORDINAL.matcher(Fold.text(text)).replaceAll("$1");
    for (String token : TOKENS.split(RUN_TOGETHER.matcher(plain).replaceAll(" "))) {
      if (token.isEmpty() || SILENT.contains(token)) {
        continue;
      }
      if (month(token) > 0 && month == null) {
        month = String.valueOf(month(token));
      } else if (token.chars().allMatch(c -> c >= '0' && c <= '9') && token.length() < 5) {
        numbers.add(token);
      } else {
        return;
      }
    }
    if (month == null || numbers.size() != 2) {
      return;
    }
    String first = numbers.get(0);
    String second = numbers.get(1);
    if (second.length() == 4 || second.length() == 2 && first.length() < 4) {
      add(readings, second, month, first, Form.NAMED);
    }
    if (first.length() == 4) {
      add(readings, first, month, second, Form.NAMED);
    }
  }

  /** The number of a month by its name, in English or Spanish, whole or cut; 0: it is none. */
  static int month(String word) {
    String name = Fold.text(word);
    return MONTHS.getOrDefault(name.endsWith(".") ? name.substring(0, name.length() - 1) : name, 0);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new java.util.HashMap<>();
    for (String names :
        List.of(
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "january february march april may june july august sept october november december",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr mayo jun jul ago setiembre oct nov dic",
            "januar februar märz april mai juni juli august sep oktober november dezember",
            "jan feb mär apr mai jun jul aug sep okt nov dez")) {
      String[] ofYear = names.split(" ");
      for (int i = 0; i < ofYear.length; i++) {
        months.put(ofYear[i], i + 1);
      }
    }
    return months;
  }
}
