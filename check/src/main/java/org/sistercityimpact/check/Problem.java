package org.sistercityimpact.check;

import java.io.Serializable;

/**
 * One thing found wrong, in the terms of the person who wrote the file.
 *
 * @param sourceRow the row as a spreadsheet numbers it; 0: the whole file
 * @param column position in the file, from 0; -1: no column
 * @param columnName the contract's name of the column, or the header of an unrecognised one; null:
 *     no column
 * @param value the cell, cut and made printable; where it may be personal {@code [hidden]}, or its
 *     kind, such as {@code [an e-mail address]}; null: no cell
 * @param code stable name of the kind of problem
 * @param severity how much it matters
 * @param message what is wrong
 * @param fix what to write instead
 */
public record Problem(
    int sourceRow,
    int column,
    String columnName,
    String value,
    String code,
    Severity severity,
    String message,
    String fix)
    implements Serializable {

  /** The same, told in other words. */
  Problem with(String otherMessage) {
    return new Problem(sourceRow, column, columnName, value, code, severity, otherMessage, fix);
  }

  private static final int LONGEST_VALUE = 80;

  /** The column as a spreadsheet letters it: A to Z, AA …; null: no column. */
  public String columnLetter() {
    return column < 0 ? null : letter(column);
  }

  /** The position of a column that a spreadsheet letters so, from 0; -1: no column. */
  public static int column(String letters) {
    int column = 0;
    for (int i = 0; letters != null && i < letters.length(); i++) {
      column = column * 26 + letters.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  static String letter(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  /** A text cut at 80 characters, its control characters written as escapes. */
  public static String printable(String text) {
    StringBuilder out = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      if (shown++ == LONGEST_VALUE) {
        return out.append('…').toString();
      }
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (CodePoints.isHidden(c)) {
        out.append(String.format("\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }
}
