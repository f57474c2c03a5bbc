package org.sistercityimpact.reports;

import java.util.regex.Pattern;

/** Text for a cell that a spreadsheet may open without running any of it. */
final class CellText {
  /**
   * What a spreadsheet might run: also behind white space, marks without width and control
   * characters, and in full-width and small forms.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+\\-@\\t\\r"
              + "\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b]");

  private CellText() {}

  /** The text, behind an apostrophe where a spreadsheet would take it for a formula. */
  static String harmless(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
