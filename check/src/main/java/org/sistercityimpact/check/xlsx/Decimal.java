package org.sistercityimpact.check.xlsx;

/** Stored numbers in plain decimals, without going through binary ones. */
final class Decimal {
  /** More digits than these no spreadsheet shows of a fraction: the rest is binary noise. */
  private static final int SHOWN = 15;

  private static final int LONGEST = 400;
  private static final int MOST_EXPONENT = 308;

  private Decimal() {}

  /**
   * The number that a spreadsheet shows in its input line: 1.1 for 1.1000000000000001, 0.3 for
   * 0.30000000000000004, 123456789012345 for 1.23456789012345E14. A whole number written in digits
   * keeps them all; one of more than fifteen that is not stays 2.02301E+16, as the sheet shows it.
   *
   * @return null: it is no number, or none that a spreadsheet can hold
   */
  static String plain(String stored) {
    if (isPlain(stored)) {
      return stored;
    }
    return stored.length() > LONGEST ? null : read(stored.trim());
  }

  /** The usual case: it is already as we write it. */
  private static boolean isPlain(String stored) {
    int length = stored.length();
    if (length == 0 || length > SHOWN) {
      return false;
    }
    int point = -1;
    for (int i = 0; i < length; i++) {
      char c = stored.charAt(i);
      if (c == '.' && point < 0) {
        point = i;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    boolean zeroInFront = stored.charAt(0) == '0' && length > 1 && point != 1;
    return !zeroInFront
        && point != 0
        && (point < 0 || stored.charAt(length - 1) != '0' && point < length - 1);
  }

  private static String read(String stored) {
    int i = 0;
    boolean negative = stored.startsWith("-");
    if (negative || stored.startsWith("+")) {
      i++;
    }
    StringBuilder digits = new StringBuilder();
    int decimals = -1;
    int seen = 0;
    while (i < stored.length()) {
      char c = stored.charAt(i);
      if (c == '.' && decimals < 0) {
        decimals = 0;
      } else if (c >= '0' && c <= '9') {
        seen++;
        decimals += decimals < 0 ? 0 : 1;
        if (digits.length() > 0 || c != '0') {
          digits.append(c);
        }
      } else {
        break;
      }
      i++;
    }
    int exponent = 0;
    boolean hasExponent =
        i < stored.length() && (stored.charAt(i) == 'E' || stored.charAt(i) == 'e');
    if (hasExponent) {
      int sign = i + 1 < stored.length() && stored.charAt(i + 1) == '-' ? -1 : 1;
      i += i + 1 < stored.length() && "+-".indexOf(stored.charAt(i + 1)) >= 0 ? 2 : 1;
      int from = i;
      while (i < stored.length() && stored.charAt(i) >= '0' && stored.charAt(i) <= '9') {
        exponent = Math.min(9999, exponent * 10 + stored.charAt(i) - '0');
        i++;
      }
      if (i == from) {
        return null;
      }
      exponent *= sign;
    }
    if (i < stored.length() || seen == 0) {
      return null;
    }
    boolean whole = decimals < 0 && !hasExponent;
    // The number is 0.digits times ten to the power of this.
    int power = digits.length() - Math.max(0, decimals) + exponent;
    if (!whole) {
      power += rounded(digits);
    }
    if (digits.length() == 0 || power < -MOST_EXPONENT) {
      return "0";
    }
    if (power > MOST_EXPONENT + 1) {
      return null;
    }
    String sign = negative ? "-" : "";
    return sign + (whole || power <= SHOWN ? written(digits, power) : scientific(digits, power));
  }

  /** Rounds to the digits shown and drops zeros at the end; 1 if one more stands in front. */
  private static int rounded(StringBuilder digits) {
    int carried = 0;
    if (digits.length() > SHOWN) {
      boolean up = digits.charAt(SHOWN) >= '5';
      digits.setLength(SHOWN);
      int i = SHOWN - 1;
      while (up && i >= 0) {
        up = digits.charAt(i) == '9';
        digits.setCharAt(i, up ? '0' : (char) (digits.charAt(i) + 1));
        i--;
      }
      if (up) {
        digits.insert(0, '1');
        carried = 1;
      }
    }
    int length = digits.length();
    while (length > 0 && digits.charAt(length - 1) == '0') {
      length--;
    }
    digits.setLength(length);
    return carried;
  }

  /** A whole number of which the last digits are lost: an id of 17, say. */
  private static String scientific(StringBuilder digits, int power) {
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + rest + "E+" + (power - 1);
  }

  private static String written(StringBuilder digits, int power) {
    StringBuilder plain = new StringBuilder();
    if (power <= 0) {
      plain.append("0.");
      plain.append("0".repeat(-power)).append(digits);
    } else if (power >= digits.length()) {
      plain.append(digits).append("0".repeat(power - digits.length()));
    } else {
      plain.append(digits, 0, power).append('.').append(digits, power, digits.length());
    }
    return plain.toString();
  }
}
