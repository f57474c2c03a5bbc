package org.sistercityimpact.reports;

import java.util.regex.Pattern;

/** Text for a cell that a spreadsheet may open without running any of it. */
public final class CellText {
  /**
   * What a spreadsheet might run: also behind white space, control characters and what has no width
   * or no ink (fillers of Hangul, the blank of Braille), and in full-width and small forms.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Mn}\\u115f\\u1160\\u3164\\uffa0\\u2800]*[=+\\-@\\t\\r"
              + "\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b]");

  /** Nothing to run: a spreadsheet takes it for the number that it is. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(?:[.,][0-9]+)*%?");

  private CellText() {}

  /**
   * A text as it may stand in any table that leaves the program: behind an apostrophe where a
   * spreadsheet would take it for a formula.
   */
  public static String harmless(String text) {
    return FORMULA.matcher(text).lookingAt() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
