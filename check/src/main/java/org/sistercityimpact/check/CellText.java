package org.sistercityimpact.check;

import java.util.regex.Pattern;

/** Text for a cell that a spreadsheet may open without running any of it. */
public final class CellText {
  /**
   * What a spreadsheet might run: also behind white space, control characters and what has no width
   * or no ink (fillers of Hangul, the blank of Braille), and in full-width and small forms.
   */
  private static final String FORMULA =
      "[\\s\\p{Z}\\p{Cf}\\p{Cc}\\p{Mn}\\x{115f}\\x{1160}\\x{3164}\\x{ffa0}\\x{2800}]*[=+\\-@\\t\\r"
          + "\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}\\x{fe66}\\x{fe62}\\x{fe63}\\x{fe6b}]";

  /** Nothing to run: a spreadsheet takes it for the number that it is. */
  private static final String NUMBER = "[-+]?[0-9]+(?:[.,][0-9]+)*%?";

  /** Code points as both Java and browsers read them in a pattern. */
  private static final Pattern RUN =
      Pattern.compile(FORMULA.replaceAll("[\\\\]x[{](....)[}]", "\\\\u$1"));

  private static final Pattern PLAIN = Pattern.compile(NUMBER);

  private CellText() {}

  /**
   * A text as it may stand in any table that leaves the program: behind an apostrophe where a
   * spreadsheet would take it for a formula.
   */
  public static String harmless(String text) {
    // Nearly every text begins with a letter: no need to ask the pattern.
    if (!text.isEmpty() && isPlain(text.charAt(0))) {
      return text;
    }
    return RUN.matcher(text).lookingAt() && !PLAIN.matcher(text).matches() ? "'" + text : text;
  }

  private static boolean isPlain(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /** The same of a column of text, as SQL of DuckDB, which understands the same patterns. */
  public static String harmlessSql(String column) {
    return """
        CASE WHEN regexp_matches(%1$s, '^%2$s') AND NOT regexp_full_match(%1$s, '%3$s')
        THEN concat(chr(39), %1$s) ELSE %1$s END"""
        .formatted(column, FORMULA, NUMBER);
  }
}
