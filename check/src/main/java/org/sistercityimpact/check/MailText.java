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
  private static final String ADVICE =
      "Open it in the program that it comes from, save it as CSV UTF-8 or Excel Workbook (.xlsx), and send that";

  private MailText() {}

  /** Why a text that begins so is not what it says; empty: it is. */
  static Optional<Problem> refusal(String beginning) {
    Matcher shift = SHIFT.matcher(beginning);
    if (shift.find()) {
      if (!beginning.startsWith("$)", shift.start() + 1)) {
        return Optional.of(told("ISO-2022-JP", shift.group(1)));
      }
      Matcher korean = SHIFT_OUT.matcher(beginning);
      return Optional.of(told("ISO-2022-KR", korean.find() ? korean.group(1) : ""));
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
    for (int from = text.indexOf('+'); from >= 0; from = text.indexOf('+', from)) {
      plus.region(from, text.length());
      if (!plus.lookingAt() || !plus.group(1).isEmpty() && !areLetters(plus.group(1))) {
        return Optional.empty();
      }
      if (plus.group(1).isEmpty() && plus.group(2).isEmpty()) {
        return Optional.empty();
      }
      if (cell == null && !plus.group(1).isEmpty()) {
        cell = cell(text, from);
      }
      from = plus.end();
    }
    return Optional.ofNullable(cell);
  }

  private static String cell(String text, int at) {
    Matcher before = OF_CELL.matcher(text.substring(Math.max(0, at - 40), at));
    Matcher behind = CELL.matcher(text.substring(at, Math.min(text.length(), at + 40)));
    return (before.find() ? before.group() : "") + (behind.find() ? behind.group() : "");
  }

  /** Whether digits of base 64 are whole letters of UTF-16, each beyond ASCII and in common use. */
  private static boolean areLetters(String digits) {
    int bits = 0;
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      value = value << BITS_OF_DIGIT | DIGITS.indexOf(digits.charAt(i));
      bits += BITS_OF_DIGIT;
      if (bits >= BITS_OF_LETTER) {
        bits -= BITS_OF_LETTER;
        char letter = (char) (value >> bits);
        value &= (1 << bits) - 1;
        if (!isCommon(letter)) {
          return false;
        }
      }
    }
    return digits.length() > 2 && bits < BITS_OF_DIGIT && value == 0;
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
