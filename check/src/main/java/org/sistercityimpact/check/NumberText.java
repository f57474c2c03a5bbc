package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Type;

/** Numbers as people and spreadsheets write them, and what to write instead of those in doubt. */
final class NumberText {
  private static final int MOST_DIGITS = 40;
  static final int SHARE_DECIMALS = 4;
  private static final String USUAL = "Write digits with a decimal point where needed, such as %s";
  private static final String USUAL_WHOLE = "Write digits only, such as 12";
  private static final String IF_NOT_KNOWN = "; leave the cell empty if it is not known";
  private static final int FEW = 12;

  private static final Pattern BETWEEN_PARTS = Pattern.compile("[-/. ]+");
  private static final Pattern ONE_OR_TWO = Pattern.compile("[0-9]{1,2}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DOTS = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{3})+)");
  private static final Pattern COMMA = Pattern.compile("(-?[0-9]+),([0-9]+)");
  private static final Pattern SCALED =
      Pattern.compile(
          "([0-9]{1,6}(?:[.,][0-9]{1,2})?) ?(?:(k|mil|thousands?)|mm?|mn|millions?|mill[oó]n(?:es)?)\\.?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COORDINATE =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]+)?) ?°? ?([NSEWO])?", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[0-9]+(?:\\.[0-9]+)?[eE][+-]?[0-9]{1,3}");
  private static final Pattern SUM = Pattern.compile("=?([0-9]{1,6}) ?\\+ ?([0-9]{1,6})");
  private static final Pattern RANGE =
      Pattern.compile(
          "([0-9][0-9,]*(?:\\.[0-9]+)?) ?(?:-|–|—|/|to|a|or|o) ?\\$?([0-9][0-9,]*(?:\\.[0-9]+)?)(?: ?\\p{L}+\\.?)?");
  // Only what the field counts or measures: "2 days" are no 2 hours, and 5 days no 5 nights.
  private static final Pattern PEOPLE =
      unit(
          "people|persons?|pax|ppl|personas|guests?|visitors?|participants?|participantes|delegates?|students?|estudiantes|volunteers?|attendees|voluntarios");
  private static final Pattern NIGHTS = unit("nights?|noches");
  private static final Pattern HOURS = unit(HoursText.UNIT);
  private static final Pattern MONEY = unit("usd|dollars?|d[oó]lares");
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?:(?:[~≈]|c(?:a|irca)?\\.?|about|approx\\.?) ?)?([0-9]{1,3})(?:[.,]([0-9]{1,2}))? ?(?:%|per ?cent|pct\\.?|por ciento)\\.?");
  static final Pattern FRACTION =
      Pattern.compile(
          "(?:([0-9]{1,6}) )?([1-9])/([2-9]|10|12|16|20|25)(?: ?" + HoursText.UNIT + ")?");

  /** How dollars of the U.S. are written before or behind their number. */
  static final String DOLLAR = "(?:U\\.?S\\.?A? ?\\$|U\\$[SD]|USD? ?\\$|USD?|\\$ ?USD?|\\$)";

  private static final Pattern DOLLARS =
      Pattern.compile("^\\s*" + DOLLAR + "\\s*|\\s*" + DOLLAR + "\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_DOLLARS =
      Pattern.compile(DOLLAR + "\\s*[-–—]", Pattern.CASE_INSENSITIVE);
  private static final String FOREIGN = "€£¥￥₹₩₽₺₪₫฿₴₦₱₡₲₵₸";
  private static final String OTHER_SIGN =
      "[" + FOREIGN + "]|[A-Z]{3}|[A-Z]{1,2}\\$|kr\\.?|zł|Kč|Ft|lei|Rs\\.?|pesos?|euros?|yen";
  private static final Pattern OTHER_CURRENCY =
      Pattern.compile(
          "(" + OTHER_SIGN + ") ?([0-9][0-9.,' ’]*)|([0-9][0-9.,' ’]*?) ?(" + OTHER_SIGN + ")");
  static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);
  private static final int THOUSANDS = 3;
  private static final int MILLIONS = 6;

  private NumberText() {}

  private static Pattern unit(String words) {
    return Pattern.compile(
        "(?:approx(?:imately)?\\.?|aprox\\.?|about|around|roughly|c\\.?|ca\\.?|circa|est(?:imated|\\.)?|unos|unas|total:?|n ?=|[~≈#*=+\"])? ?(?:"
            + DOLLAR
            + " ?)?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)([.,][0-9]+)? ?(?:"
            + words
            + ")?[.,;]? ?(?:\\+|\\*+|[?\"]|ish|or so|(?:in )?total|\\(?(?:approx(?:imately)?|est(?:imated)?|ca|total)\\.?\\)?)?",
        Pattern.CASE_INSENSITIVE);
  }

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

  /**
   * With the digits, signs and spaces of English, without what a spreadsheet puts before a text.
   */
  static String plainSigns(String cell) {
    boolean isText = cell.startsWith("'");
    boolean plain = !isText;
    for (int i = 0; i < cell.length() && plain; i++) {
      plain = cell.charAt(i) < 0x80;
    }
    if (plain) {
      return cell;
    }
    StringBuilder text = new StringBuilder(cell.length());
    for (int i = isText ? 1 : 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!Fold.isInvisible(c)) {
        text.append(plainSign(c));
      }
    }
    return text.toString();
  }

  private static char plainSign(char c) {
    if (c < 0x80) {
      return c;
    }
    boolean wide = c >= '！' && c <= '～';
    return CodePoints.isSpace(c)
        ? ' '
        : wide ? (char) (c - '！' + '!') : c == '﹩' ? '$' : "‘’ʼ´".indexOf(c) >= 0 ? '’' : c;
  }

  /** "1200" of "1200.-" and "1200,–": a dash for cents that are none makes nothing negative. */
  static String withoutNoCents(String cell) {
    int at = cell.length() - 2;
    if (at <= 0 || ".,".indexOf(cell.charAt(at)) < 0 || "-–—".indexOf(cell.charAt(at + 1)) < 0) {
      return cell;
    }
    String whole = cell.substring(0, at);
    boolean isPoint = cell.charAt(at) == '.';
    if (!isPoint && mayBeGrouped(whole)) {
      return whole.replace(".", "");
    }
    return whole.indexOf(isPoint ? '.' : ',') < 0 && (isPoint || whole.indexOf('.') < 0)
        ? whole
        : cell;
  }

  /** The digits of an amount, without the signs of dollars around them. */
  static String bare(String cell) {
    return DOLLARS.matcher(plainSigns(cell)).replaceAll("");
  }

  /** Whether it is the sign of a currency that is none of dollars. */
  static boolean isForeign(char sign) {
    return FOREIGN.indexOf(sign) >= 0;
  }

  /** The digits of an amount with the sign of another currency; null: it is none. */
  static String withoutSign(String cell) {
    Matcher amount = OTHER_CURRENCY.matcher(cell);
    return amount.matches() ? amount.group(amount.group(1) == null ? 3 : 2) : null;
  }

  /** The sign of its currency that stands with an amount; empty: none does. */
  static String sign(String cell) {
    String text = plainSigns(cell);
    Matcher amount = OTHER_CURRENCY.matcher(text);
    if (amount.matches()) {
      return amount.group(amount.group(1) == null ? 4 : 1);
    }
    Matcher dollars = DOLLARS.matcher(text);
    return !dollars.find() ? "" : Fold.trim(dollars.group()).equals("$") ? "$" : "USD";
  }

  /** Whether it is written as an amount of dollars. */
  static boolean hasDollars(String cell) {
    return cell.indexOf('$') >= 0 || DOLLARS.matcher(cell).find();
  }

  /** Whether a field holds dollars: none of the others is written with their sign. */
  static boolean isMoney(Field field) {
    return field.name().endsWith("_usd");
  }

  /** What to write instead of an amount of dollars where none is due. */
  static String withoutMoney(String cell, Field field) {
    BigDecimal number = plain(bare(cell));
    return number == null
        ? usual(field)
        : "Write %s, if it is no amount of money".formatted(number.toPlainString());
  }

  /** What to write instead of a cell that is no number of {@code field}, as far as it tells. */
  static String advice(String cell, Field field) {
    boolean inDollars = isMoney(field);
    String foreign = withoutSign(bare(cell));
    if (inDollars && foreign != null) {
      return "Write the amount in US dollars, digits only, in a column whose format shows no other currency";
    }
    if (NO_DOLLARS.matcher(cell).matches()) {
      return "Write 0, if that is meant" + (field.limits().required() ? "" : IF_NOT_KNOWN);
    }
    String text = foreign == null ? bare(cell) : Fold.trim(foreign);
    boolean whole = field.type() == Type.INTEGER;
    Matcher dots = DOTS.matcher(text);
    if (dots.matches()) {
      String grouped = text.replace(".", "");
      boolean alone = whole && !text.endsWith(".000") || text.indexOf('.') != text.lastIndexOf('.');
      return alone
          ? "Write " + grouped + ", if that is meant"
          : "Write %s or %s, whichever is meant"
              .formatted(grouped, limited(new BigDecimal(text), field));
    }
    Matcher comma = COMMA.matcher(text);
    if (comma.matches()) {
      BigDecimal decimal = new BigDecimal(comma.group(1) + "." + comma.group(2));
      String joined = comma.group(1) + comma.group(2);
      boolean mayBeNone = comma.group(2).length() > 2 && comma.group(2).length() < 6;
      if (mayBeNone && !comma.group(1).startsWith("0")) {
        return whole
            ? "Write " + joined + ", if that is meant"
            : "Write %s or %s, whichever is meant".formatted(joined, limited(decimal, field));
      }
      if (whole && decimal.stripTrailingZeros().scale() > 0) {
        return usual(text, field);
      }
      return "Write " + (whole ? comma.group(1) : limited(decimal, field));
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      return "Format the column as Number and write all digits: a spreadsheet has cut the number short";
    }
    String hours = whole ? null : HoursText.of(text, field);
    if (hours != null) {
      return "Write %s for %s".formatted(hours, cell);
    }
    String day = day(text, field);
    if (day != null) {
      return day;
    }
    String scaled = isShare(field) ? null : scaled(text);
    if (scaled != null) {
      return scaled;
    }
    Matcher coordinate = COORDINATE.matcher(text);
    if (field.range().minimum().signum() < 0 && coordinate.matches()) {
      boolean back = coordinate.group(2) != null && "SWOswo".contains(coordinate.group(2));
      return "Write " + (back ? "-" : "") + coordinate.group(1);
    }
    String share = isShare(field) ? share(text) : null;
    if (share != null) {
      return "Write " + share;
    }
    Matcher unit = unitOf(field).matcher(text);
    if (unit.matches() && !(whole && unit.group(2) != null)) {
      String decimals = unit.group(2) == null ? "" : unit.group(2).replace(',', '.');
      return "Write " + unit.group(1).replace(",", "") + decimals;
    }
    Matcher sum = SUM.matcher(text);
    if (sum.matches()) {
      int both = Integer.parseInt(sum.group(1)) + Integer.parseInt(sum.group(2));
      return "Write %d, if that is meant".formatted(both);
    }
    String range = isShare(field) ? null : range(text);
    if (range != null) {
      return range;
    }
    return foreign == null
        ? usual(text, field)
        : "Write the digits only; the currency stands in its own column";
  }

  /** "25-30" is no number; the year and month of a day that stands in its place are no range. */
  private static String range(String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      return null;
    }
    String least = range.group(1).replace(",", "");
    String most = range.group(2).replace(",", "");
    return new BigDecimal(least).compareTo(new BigDecimal(most)) < 0
        ? "Write the one number that is meant, %s, %s or another".formatted(least, most)
        : null;
  }

  /** What is due, with an example that its limits let pass, and what to do where nobody knows. */
  private static String usual(String text, Field field) {
    boolean words = text.chars().noneMatch(Character::isDigit);
    return usual(field) + (words && !field.limits().required() ? IF_NOT_KNOWN : "");
  }

  private static String usual(Field field) {
    if (field.type() == Type.INTEGER) {
      return field.range().maximum().compareTo(BigDecimal.valueOf(FEW)) < 0
          ? "Write a whole number from %s to %s"
              .formatted(
                  field.range().minimum().toPlainString(), field.range().maximum().toPlainString())
          : USUAL_WHOLE;
    }
    if (isShare(field)) {
      return "Write a number from 0 to 1, such as 0.25";
    }
    if (field.range().minimum().signum() < 0) {
      return "Write degrees with a decimal point, such as 32.75, those west or south with a minus";
    }
    return USUAL.formatted(field.name().contains("hours") ? "7.5" : "1200.50");
  }

  /** "12k" is 12000 for most people; nobody can tell whether for this one. */
  private static String scaled(String text) {
    Matcher scaled = SCALED.matcher(text);
    if (!scaled.matches()) {
      return null;
    }
    int zeros = scaled.group(2) == null ? MILLIONS : THOUSANDS;
    BigDecimal number = new BigDecimal(scaled.group(1).replace(',', '.')).movePointRight(zeros);
    return "Write %s, if that is meant".formatted(number.stripTrailingZeros().toPlainString());
  }

  /** Whether a number stands with the unit of its own field: "12 people", "7.5 hrs". */
  static boolean isOwnUnit(String text, Field field) {
    return unitOf(field).matcher(text).matches();
  }

  private static Pattern unitOf(Field field) {
    if (field.name().contains("hours")) {
      return HOURS;
    }
    if (field.type() == Type.INTEGER) {
      return field.name().contains("nights") ? NIGHTS : PEOPLE;
    }
    return MONEY;
  }

  /** Whether a field holds a part of a whole, 0 to 1. */
  static boolean isShare(Field field) {
    return field.type() == Type.NUMBER && field.range().maximum().compareTo(BigDecimal.ONE) == 0;
  }

  /** The share that a percentage or a fraction says; null: it is neither, or above 1. */
  private static String share(String text) {
    Matcher percent = PERCENT.matcher(text);
    Matcher fraction = FRACTION.matcher(text);
    BigDecimal share = null;
    if (percent.matches()) {
      String decimals = percent.group(2) == null ? "" : "." + percent.group(2);
      share = new BigDecimal(percent.group(1) + decimals).movePointLeft(2);
    } else if (fraction.matches() && fraction.group(1) == null) {
      share = divided(fraction.group(2), fraction.group(3), SHARE_DECIMALS);
    }
    return share == null || share.compareTo(BigDecimal.ONE) > 0
        ? null
        : share.stripTrailingZeros().toPlainString();
  }

  static BigDecimal divided(String a, String b, int decimals) {
    return new BigDecimal(a).divide(new BigDecimal(b), decimals, RoundingMode.HALF_UP);
  }

  /**
   * Whether its points may stand between thousands: 1.200, which is no number with three decimals.
   */
  static boolean mayBeGrouped(String cell) {
    String bare = bare(cell);
    String signed = withoutSign(bare);
    String digits = signed == null ? bare : Fold.trim(signed);
    return DOTS.matcher(digits).matches() && !digits.startsWith("0");
  }

  /** What to write instead of a number with more decimals than its field has. */
  static String shorter(BigDecimal number, String cell, Field field) {
    if (mayBeGrouped(cell)) {
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
    int decimals = Math.max(field.range().decimals(), 0);
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    // Cents are written with two digits, whatever they are.
    return (decimals > 2 ? rounded.stripTrailingZeros() : rounded).toPlainString();
  }

  /** "Sep-25" was 9.25 or 9/25 before a spreadsheet made a day of it; null: it is no such day. */
  private static String day(String text, Field field) {
    String turned = ", and format the column as Number: a spreadsheet turned ";
    String[] parts = BETWEEN_PARTS.split(text);
    if (parts.length == 2) {
      boolean nameFirst = DateText.month(parts[0]) > 0;
      String name = parts[nameFirst ? 0 : 1];
      String number = parts[nameFirst ? 1 : 0];
      int month = DateText.month(name);
      if (month > 0 && ONE_OR_TWO.matcher(number).matches()) {
        String before = nameFirst ? month + "." + number : Integer.parseInt(number) + "." + month;
        String parted = before.replace('.', '/');
        if (isShare(field)) {
          int least = Math.min(month, Integer.parseInt(number));
          int most = Math.max(month, Integer.parseInt(number));
          String share = share(least + "/" + most);
          return share == null
              ? "Write the share" + turned + "it into a date"
              : "Write %s, if %d/%d is meant%sit into a date".formatted(share, least, most, turned);
        }
        return field.type() == Type.INTEGER
            ? "Write the one number that is meant%sone such as %s, or a range, into a date"
                .formatted(turned, parted)
            : "Write %s or what was meant%sa number such as %s or %s into a date"
                .formatted(before, turned, before, parted);
      }
    }
    return DateText.readings(text).stream().anyMatch(r -> r.form() != DateText.Form.SERIAL)
            && !DIGITS.matcher(text).matches()
        ? "Write the number" + turned + "it into a date"
        : null;
  }
}
