package org.sistercityimpact.check.xlsx;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a number format makes of a number.
 *
 * @param zeros the least digits that the screen shows of a whole number; 0: as many as it has
 * @param sign of the currency that the screen shows beside the number, dollars left out; empty:
 *     none
 * @param unit what else the screen shows beside it and changes what it means: "$", "%", "k" for
 *     thousands, "min"; empty: nothing
 */
record NumberFormat(Shows shows, int zeros, String sign, String unit) {
  enum Shows {
    NUMBER,
    PERCENT,
    YEAR,
    MONTH,
    DATE,
    DATE_TIME,
    TIME,
    DURATION
  }

  static final NumberFormat GENERAL = new NumberFormat(Shows.NUMBER, 0);

  private static final NumberFormat IN_DOLLARS = new NumberFormat(Shows.NUMBER, 0, "", "$");

  private static final String SIGNS = "€£¥￥₹₩₽₺₪₫฿₴₦₱₡₲₵₸";
  private static final Set<String> DOLLARS = Set.of("$", "US$", "USD");
  private static final Set<String> WORDS =
      Set.of(
          "kr", "kr.", "zł", "Kč", "Ft", "lei", "Rs", "Rs.", "Fr.", "SFr.", "лв.", "руб.", "peso",
          "pesos", "euro", "euros", "yen");

  /** Behind a number that no comma has scaled down, these make another one of it. */
  private static final Set<String> UNITS =
      Set.of(
          ",000",
          ".000",
          "000",
          "k",
          "m",
          "mm",
          "mn",
          "mil",
          "thousand",
          "thousands",
          "million",
          "millions",
          "millones",
          "min",
          "mins",
          "minutes",
          "minutos",
          "day",
          "days",
          "días",
          "week",
          "weeks",
          "month",
          "months",
          "%",
          "percent");

  // As a text of a format they are an amount's currency, where PAX or HRS are not.
  private static final Set<String> CODES =
      Set.of(
          "EUR", "GBP", "JPY", "CNY", "RMB", "MXN", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK",
          "PLN", "CZK", "HUF", "INR", "KRW", "BRL", "TWD", "HKD", "SGD", "ZAR", "ILS", "TRY",
          "RUB");

  /**
   * Whose dollars, or pesos, a bare "$" shows: of a country, as the code of a format names it in
   * {@code [$$-en-CA]}, or by the number that Excel has for its language, as in {@code [$$-1009]}.
   */
  private static final Map<String, String> WHOSE_DOLLAR =
      Map.ofEntries(
          Map.entry("MX", "MX$"),
          Map.entry("80A", "MX$"),
          Map.entry("CA", "CA$"),
          Map.entry("1009", "CA$"),
          Map.entry("C0C", "CA$"),
          Map.entry("AU", "A$"),
          Map.entry("C09", "A$"),
          Map.entry("NZ", "NZ$"),
          Map.entry("1409", "NZ$"),
          Map.entry("AR", "AR$"),
          Map.entry("2C0A", "AR$"),
          Map.entry("CL", "CL$"),
          Map.entry("340A", "CL$"),
          Map.entry("CO", "CO$"),
          Map.entry("240A", "CO$"),
          Map.entry("UY", "UY$"),
          Map.entry("380A", "UY$"),
          Map.entry("DO", "DO$"),
          Map.entry("1C0A", "DO$"),
          Map.entry("BR", "R$"),
          Map.entry("416", "R$"),
          Map.entry("SG", "SG$"),
          Map.entry("4809", "SG$"),
          Map.entry("1004", "SG$"),
          Map.entry("HK", "HK$"),
          Map.entry("C04", "HK$"),
          Map.entry("3C09", "HK$"),
          Map.entry("TW", "TW$"),
          Map.entry("404", "TW$"),
          Map.entry("JM", "JM$"),
          Map.entry("2009", "JM$"),
          Map.entry("BZ", "BZ$"),
          Map.entry("2809", "BZ$"),
          Map.entry("TT", "TT$"),
          Map.entry("2C09", "TT$"),
          Map.entry("029", "EC$"),
          Map.entry("2409", "EC$"),
          Map.entry("419", "LA$"),
          Map.entry("580A", "LA$"));

  NumberFormat(Shows shows, int zeros) {
    this(shows, zeros, "", shows == Shows.PERCENT ? "%" : "");
  }

  private static final int MOST_ZEROS = 15;

  /** The format that a number below 164 stands for without being written out. */
  static NumberFormat builtIn(int number) {
    if (number == 9 || number == 10) {
      return new NumberFormat(Shows.PERCENT, 0);
    } else if (number == 17) {
      return new NumberFormat(Shows.MONTH, 0);
    } else if (number >= 14 && number <= 16) {
      return new NumberFormat(Shows.DATE, 0);
    } else if (number >= 18 && number <= 21 || number == 45 || number == 47) {
      return new NumberFormat(Shows.TIME, 0);
    } else if (number == 46) {
      return new NumberFormat(Shows.DURATION, 0);
    } else if (number == 22 || number >= 27 && number <= 36 || number >= 50 && number <= 58) {
      // From 27 on: days and times of Chinese, Japanese and Korean Excel, other in each.
      return new NumberFormat(Shows.DATE_TIME, 0);
    }
    boolean inDollars = number >= 5 && number <= 8 || number == 42 || number == 44;
    return inDollars ? IN_DOLLARS : GENERAL;
  }

  /** What a format's code means by its first section, that of positive numbers. */
  static NumberFormat of(String code) {
    // Letters of days and times in their order; minutes become 'n', what runs on becomes capital.
    StringBuilder units = new StringBuilder();
    boolean number = false;
    boolean percent = false;
    boolean zerosOnly = true;
    int zeros = 0;
    String sign = "";
    String unit = "";
    int i = 0;
    while (i < code.length() && code.charAt(i) != ';') {
      char c = Character.toLowerCase(code.charAt(i));
      int next = i + 1;
      switch (c) {
        case '"':
          next = behind(code, '"', i);
          zerosOnly = false;
          String quoted = code.substring(i + 1, Math.max(i + 1, next - 1));
          sign = sign.isEmpty() ? signIn(quoted) : sign;
          unit = stronger(unit, unitIn(quoted, code, i, number || zeros > 0));
          break;
        case '\\', '_', '*':
          next = i + 2;
          zerosOnly = false;
          if (c == '\\') {
            String shown = code.substring(i + 1, Math.min(next, code.length()));
            sign = sign.isEmpty() ? signIn(shown) : sign;
            unit = stronger(unit, unitIn(shown, code, i, number || zeros > 0));
          }
          break;
        case '[':
          next = behind(code, ']', i);
          unitThatRunsOn(code.substring(i + 1, Math.max(i + 1, next - 1)), units);
          zerosOnly = false;
          if (code.startsWith("$", i + 1)) {
            String inside = code.substring(i + 2, Math.max(i + 2, next - 1));
            String currency = inside.split("-")[0].trim();
            currency = currency.equals("$") ? dollarOf(inside) : currency;
            boolean isForeign = !currency.isEmpty() && !DOLLARS.contains(currency);
            sign = sign.isEmpty() && isForeign ? currency : sign;
            unit = unit.isEmpty() && DOLLARS.contains(currency) ? "$" : unit;
          }
          break;
        case 'g':
          next = code.regionMatches(true, i, "General", 0, 7) ? i + 7 : i + 1;
          break;
        case 'a':
          if (code.regionMatches(true, i, "AM/PM", 0, 5)) {
            next = i + 5;
          } else if (code.regionMatches(true, i, "A/P", 0, 3)) {
            next = i + 3;
          } else if (code.regionMatches(true, i, "aaa", 0, 3)) {
            next = i + 3;
            units.append('d');
          }
          break;
        case 'e':
          if (next < code.length() && (code.charAt(next) == '+' || code.charAt(next) == '-')) {
            number = true;
          } else {
            units.append('y');
          }
          break;
        case 'y', 'm', 'd', 'h', 's':
          if (units.length() == 0 || units.charAt(units.length() - 1) != c || !repeats(code, i)) {
            units.append(c);
          }
          break;
        case 'b':
          units.append('y');
          break;
        case '%':
          percent = true;
          break;
        case '0':
          zeros++;
          number |= !isFractionOfSecond(code, i, units);
          break;
        case '#', '?':
          number = true;
          zerosOnly = false;
          break;
        default:
          zerosOnly = false;
          sign = sign.isEmpty() ? signIn(code.substring(i, next)) : sign;
          unit = unit.isEmpty() && c == '$' ? "$" : unit;
          break;
      }
      i = next;
    }
    if (units.length() > 0 && !number) {
      return new NumberFormat(shown(minutesTold(units.toString())), 0);
    } else if (percent) {
      return new NumberFormat(Shows.PERCENT, 0);
    }
    if (!sign.isEmpty() || !unit.isEmpty()) {
      return new NumberFormat(Shows.NUMBER, 0, sign, sign.isEmpty() ? unit : "");
    }
    boolean pads = zerosOnly && zeros > 1 && zeros <= MOST_ZEROS && i > 0 && zeros == i;
    return pads ? new NumberFormat(Shows.NUMBER, zeros) : GENERAL;
  }

  /** The currency that a text of a format names; empty: none, or dollars. */
  private static String signIn(String text) {
    String word = text.trim();
    boolean isSign = !word.isEmpty() && SIGNS.indexOf(word.charAt(0)) >= 0;
    boolean isOtherDollar = word.matches("[A-Z]{1,2}\\$") && !DOLLARS.contains(word);
    return isSign || isOtherDollar || CODES.contains(word) || WORDS.contains(word) ? word : "";
  }

  /** The sign with its country of {@code $-80A} or {@code $-es-MX}; "$" where it is the U.S. */
  private static String dollarOf(String inside) {
    String place = inside.substring(inside.lastIndexOf('-') + 1).trim().toUpperCase(Locale.ROOT);
    return WHOSE_DOLLAR.getOrDefault(place, "$");
  }

  /** The first of two, but for dollars: "$0k" are thousands. */
  private static String stronger(String one, String next) {
    return one.isEmpty() || one.equals("$") && !next.isEmpty() ? next : one;
  }

  /** What a text of a format makes of the number before it; empty: it stays what it is. */
  private static String unitIn(String text, String code, int at, boolean behindNumber) {
    String word = text.trim();
    if (DOLLARS.contains(word)) {
      return "$";
    }
    boolean scaledDown = at > 0 && code.charAt(at - 1) == ',';
    boolean isUnit = behindNumber && !scaledDown && UNITS.contains(word.toLowerCase(Locale.ROOT));
    // A sign that is but text: the number is no hundredth of what it stands with.
    return isUnit ? word.equals("%") ? " %" : word : "";
  }

  private static int behind(String code, char last, int from) {
    int end = code.indexOf(last, from + 1);
    return end < 0 ? code.length() : end + 1;
  }

  private static boolean repeats(String code, int i) {
    return i > 0
        && Character.toLowerCase(code.charAt(i - 1)) == Character.toLowerCase(code.charAt(i));
  }

  /** {@code [h]}, {@code [mm]}, {@code [s]}: hours, minutes or seconds that do not begin anew. */
  private static void unitThatRunsOn(String bracket, StringBuilder units) {
    String lower = bracket.toLowerCase(Locale.ROOT);
    for (char unit : new char[] {'h', 'm', 's'}) {
      if (!lower.isEmpty() && lower.replace(String.valueOf(unit), "").isEmpty()) {
        units.append(Character.toUpperCase(unit));
      }
    }
  }

  private static boolean isFractionOfSecond(String code, int at, StringBuilder units) {
    int i = at;
    while (i > 0 && code.charAt(i - 1) == '0') {
      i--;
    }
    char last = units.length() == 0 ? ' ' : Character.toLowerCase(units.charAt(units.length() - 1));
    return last == 's' && i > 0 && (code.charAt(i - 1) == '.' || code.charAt(i - 1) == ',');
  }

  /** An "m" behind hours or before seconds is minutes. */
  private static String minutesTold(String units) {
    StringBuilder told = new StringBuilder(units);
    for (int i = 0; i < told.length(); i++) {
      char before = i == 0 ? ' ' : Character.toLowerCase(told.charAt(i - 1));
      char behind = i + 1 == told.length() ? ' ' : Character.toLowerCase(told.charAt(i + 1));
      if (told.charAt(i) == 'm' && (before == 'h' || behind == 's')) {
        told.setCharAt(i, 'n');
      }
    }
    return told.toString();
  }

  private static Shows shown(String units) {
    boolean day = units.indexOf('d') >= 0;
    boolean month = units.indexOf('m') >= 0;
    boolean year = units.indexOf('y') >= 0;
    boolean runsOn = units.indexOf('H') >= 0 || units.indexOf('M') >= 0 || units.indexOf('S') >= 0;
    boolean time =
        runsOn || units.indexOf('h') >= 0 || units.indexOf('n') >= 0 || units.indexOf('s') >= 0;
    if (!day && !month && !year) {
      return runsOn ? Shows.DURATION : Shows.TIME;
    } else if (time) {
      return Shows.DATE_TIME;
    } else if (year && !day) {
      return month ? Shows.MONTH : Shows.YEAR;
    }
    return Shows.DATE;
  }
}
