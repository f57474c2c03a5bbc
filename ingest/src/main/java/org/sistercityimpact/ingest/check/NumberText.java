package org.sistercityimpact.ingest.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.warehouse.contract.Field;
import org.sistercityimpact.warehouse.contract.Field.Type;

/** Numbers as people and spreadsheets write them, and what to write instead of those in doubt. */
final class NumberText {
  private static final int MOST_DIGITS = 40;
  private static final String USUAL =
      "Write digits with a decimal point where needed, such as 1200.50";
  private static final String USUAL_WHOLE = "Write digits only, such as 12";

  private static final Pattern DOTS = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{3})+)");
  private static final Pattern COMMA = Pattern.compile("([0-9]+),([0-9]+)");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[0-9]+(?:\\.[0-9]+)?[eE][+-]?[0-9]{1,3}");
  private static final Pattern CLOCK = Pattern.compile("([0-9]{1,4}):([0-5][0-9])(?::[0-5][0-9])?");
  private static final Pattern SPOKEN_CLOCK =
      Pattern.compile("([0-9]{1,4}) ?h(?:rs?|ours?)?\\.? ?([0-5]?[0-9]) ?m(?:in(?:ute)?s?)?\\.?");
  private static final Pattern UNIT =
      Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(?:\\p{L}[\\p{L}. ]*)");
  private static final Pattern OTHER_CURRENCY =
      Pattern.compile(
          "(?:[€£¥₹₩₽₺₪]|[A-Z]{3}|[A-Z]{1,2}\\$) ?[0-9.,]+|[0-9.,]+ ?(?:[€£¥₹₩₽₺₪]|[A-Z]{3})");
  private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);

  private NumberText() {}

  /** The number, its signs of currency and its grouping commas left out; null: it is none. */
  static BigDecimal plain(String cell) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c >= '0' && c <= '9' || c == '.' || c == '-' && digits.length() == 0) {
        digits.append(c);
      } else if (c != ',' && c != '$' && !Character.isSpaceChar(c)) {
        return null;
      }
    }
    try {
      return digits.length() > MOST_DIGITS ? null : new BigDecimal(digits.toString());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** What to write instead of a cell that is no number of {@code field}, as far as it tells. */
  static String advice(String cell, Field field) {
    String text = cell.replace('\u00a0', ' ').replace('\u202f', ' ');
    boolean whole = field.type() == Type.INTEGER;
    Matcher dots = DOTS.matcher(text);
    if (dots.matches()) {
      String grouped = text.replace(".", "");
      return whole || text.indexOf('.') != text.lastIndexOf('.')
          ? "Write " + grouped + ", if that is meant"
          : "Write %s or %s, whichever is meant"
              .formatted(grouped, limited(new BigDecimal(text), field));
    }
    Matcher comma = COMMA.matcher(text);
    if (comma.matches()) {
      BigDecimal decimal = new BigDecimal(comma.group(1) + "." + comma.group(2));
      String joined = comma.group(1) + comma.group(2);
      if (comma.group(2).length() == 3) {
        return whole
            ? "Write " + joined + ", if that is meant"
            : "Write %s or %s, whichever is meant".formatted(joined, limited(decimal, field));
      }
      return whole ? USUAL_WHOLE : "Write " + limited(decimal, field);
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return "Format the column as Number and write all digits: a spreadsheet has cut the number short";
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches() && !whole) {
      return "Write %s for %s".formatted(hours(clock), cell);
    }
    Matcher spoken = SPOKEN_CLOCK.matcher(text);
    if (spoken.matches() && !whole) {
      return "Write %s for %s".formatted(hours(spoken), cell);
    }
    String day = day(text);
    if (day != null) {
      return day;
    }
    if (OTHER_CURRENCY.matcher(text).matches()) {
      return field.name().endsWith("_usd")
          ? "Write the amount in US dollars, digits only"
          : "Write the digits only; the currency stands in its own column";
    }
    Matcher unit = UNIT.matcher(text);
    if (unit.matches()) {
      return "Write " + unit.group(1);
    }
    return whole ? USUAL_WHOLE : USUAL;
  }

  /**
   * Whether its points may stand between thousands: 1.200, which is no number with three decimals.
   */
  static boolean mayBeGrouped(String cell) {
    return DOTS.matcher(cell).matches() && !cell.startsWith("0");
  }

  /** What to write instead of a number with more decimals than its field has. */
  static String shorter(BigDecimal number, String cell, Field field) {
    if (DOTS.matcher(cell).matches()) {
      return advice(cell, field);
    }
    String rounded = "Write " + limited(number, field);
    BigDecimal hours = number.multiply(HOURS_A_DAY).stripTrailingZeros();
    boolean mayBeTime = number.compareTo(BigDecimal.ONE) < 0 && hours.scale() <= 2;
    return field.name().contains("hours") && mayBeTime
        ? "%s or %s, whichever is meant".formatted(rounded, hours.toPlainString())
        : rounded;
  }

  private static String limited(BigDecimal number, Field field) {
    int decimals = Math.max(field.decimals(), 0);
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    return rounded.toPlainString();
  }

  private static String hours(Matcher clock) {
    BigDecimal minutes = new BigDecimal(clock.group(2));
    BigDecimal part = minutes.divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    return new BigDecimal(clock.group(1)).add(part).stripTrailingZeros().toPlainString();
  }

  /** "Sep-25" was 9.25 or 9/25 before a spreadsheet made a day of it; null: it is no such day. */
  private static String day(String text) {
    String[] parts = text.split("[-/. ]+");
    if (parts.length == 2) {
      boolean nameFirst = DateText.month(parts[0]) > 0;
      String name = parts[nameFirst ? 0 : 1];
      String number = parts[nameFirst ? 1 : 0];
      int month = DateText.month(name);
      if (month > 0 && number.matches("[0-9]{1,2}")) {
        int day = Integer.parseInt(number);
        String before = nameFirst ? month + "." + number : day + "." + month;
        return "Write %s or what was meant, and format the column as Number: a spreadsheet turned a number such as %s or %s into a date"
            .formatted(before, before, before.replace('.', '/'));
      }
    }
    return DateText.readings(text).stream().anyMatch(r -> r.form() != DateText.Form.SERIAL)
            && !text.matches("[0-9]+")
        ? "Write the number, and format the column as Number: a spreadsheet turned it into a date"
        : null;
  }
}
