package org.sistercityimpact.check;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells encodings of e-mail, which write all letters with bytes of ASCII: read as the text that
 * they seem to be, their letters would be lost without a word.
 */
final class MailText {
  private static final char ESCAPE = 0x1B;

  /** ISO 2022: a sign of control, and which letters the bytes behind it are. */
  private static final Pattern SHIFT =
      Pattern.compile("\u001b(?:\\$(?:[@AB]|\\([@-D]|\\)[A-G])|\\([BJI])([!-~]{0,24})");

  private static final Pattern SHIFT_OUT = Pattern.compile("\u000e([!-~]{1,24})");
  private static final Pattern PLUS = Pattern.compile("\\+([A-Za-z0-9+/]*)(-?)");
  private static final Pattern OF_CELL = Pattern.compile("[^,;\t|\"\r\n]*$");
  private static final Pattern CELL = Pattern.compile("^[^,;\t|\"\r\n]*");
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int BITS_OF_DIGIT = 6;
  private static final int BITS_OF_LETTER = 16;
  private static final char BYTE_ORDER_MARK = 0xFEFF;
  private static final String ADVICE =
      "Open it in the program that it comes from, save it as CSV UTF-8 or Excel Workbook (.xlsx), and send that";

  private MailText() {}

  /** Why a text that begins so is not what it says; empty: it is. */
  static Optional<Problem> refusal(String beginning) {
    // Looked for by their signs: nearly all files have none, and each is asked.
    Matcher shift = beginning.indexOf(ESCAPE) < 0 ? null : SHIFT.matcher(beginning);
    if (shift != null && shift.find()) {
      if (!beginning.startsWith("$)", shift.start() + 1)) {
        return Optional.of(told("ISO-2022-JP", shift.group(1)));
      }
      Matcher korean = SHIFT_OUT.matcher(beginning);
      return Optional.of(told("ISO-2022-KR", korean.find() ? korean.group(1) : ""));
    }
    if (beginning.indexOf('+') < 0) {
      return Optional.empty();
    }
    return utf7(beginning).map(cell -> told("UTF-7", cell));
  }

  private static Problem told(String name, String seen) {
    return ProblemCode.NO_TABLE.ofFile(
        Map.of(
            "because",
            "it is written in %s, as e-mail was, and has %s where letters are meant"
                .formatted(name, Shown.plain(seen).quoted()),
            "advice",
            ADVICE));
  }

  /** A cell in which UTF-7 hides letters; empty where a plus sign is only that. */
  private static Optional<String> utf7(String text) {
    String cell = null;
    Matcher plus = PLUS.matcher(text);
    while (plus.find()) {
      String digits = plus.group(1);
      // "+-", and the plus of "1000+200" or of a telephone number.
      boolean isSign =
          digits.isEmpty() ? !plus.group(2).isEmpty() : digits.chars().allMatch(c -> c <= '9');
      int letters = isSign ? 0 : letters(digits);
      if (letters < 0) {
        return Optional.empty();
      }
      if (cell == null && letters > 0) {
        cell = cell(text, plus.start());
      }
    }
    return Optional.ofNullable(cell);
  }

  private static String cell(String text, int at) {
    Matcher before = OF_CELL.matcher(text.substring(Math.max(0, at - 40), at));
    Matcher behind = CELL.matcher(text.substring(at, Math.min(text.length(), at + 40)));
    return (before.find() ? before.group() : "") + (behind.find() ? behind.group() : "");
  }

  /**
   * How many letters beyond ASCII digits of base 64 stand for; -1: they are no whole letters of
   * UTF-16, each in common use.
   */
  private static int letters(String digits) {
    int bits = 0;
    int value = 0;
    int letters = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = value << BITS_OF_DIGIT | DIGITS.indexOf(digits.charAt(i));
      bits += BITS_OF_DIGIT;
      if (bits >= BITS_OF_LETTER) {
        bits -= BITS_OF_LETTER;
        char letter = (char) (value >> bits);
        value &= (1 << bits) - 1;
        boolean common = isCommon(letter);
        letters += common ? 1 : 0;
        // Signs that UTF-7 may hide as well, such as quotation marks.
        if (!common && (letter < ' ' || letter > '~') && letter != BYTE_ORDER_MARK) {
          return -1;
        }
      }
    }
    return digits.length() > 2 && bits < BITS_OF_DIGIT && value == 0 ? letters : -1;
  }

  private static boolean isCommon(char letter) {
    return letter >= 0xA0 && letter < 0x700
        || letter >= 0x1E00 && letter < 0x2070
        || letter >= 0x20A0 && letter < 0x2130
        || letter >= 0x3000 && letter < 0x3100
        || letter >= 0x4E00 && letter < 0xA000
        || letter >= 0xAC00 && letter < 0xE000
        || letter >= 0xFF00;
  }
}
