package org.sistercityimpact.check.xlsx;

/** Places of a sheet as the screen shows them: "C7", "B5:B9". */
final class Reference {
  static final int MOST_COLUMNS = 16_384;
  static final int MOST_ROWS = 1_048_576;

  private Reference() {}

  /** The letters of a column, from 0. */
  static String column(int column) {
    String letters = "";
    for (int i = column; i >= 0; i = i / 26 - 1) {
      letters = (char) ('A' + i % 26) + letters;
    }
    return letters;
  }

  static String cell(int row, int column) {
    return column(column) + row;
  }

  /** The place of a letter in the alphabet, from 1; 0: it is none. */
  static int letter(int c) {
    return c >= 'A' && c <= 'Z' ? c - 'A' + 1 : c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
  }

  /** First row, first column, last row, last column of "B5:C9" (rows from 1); null: it is none. */
  static int[] range(String range) {
    int colon = range.indexOf(':');
    int[] first = cell(colon < 0 ? range : range.substring(0, colon));
    int[] last = cell(range.substring(colon + 1));
    return first == null || last == null || first[0] > last[0] || first[1] > last[1]
        ? null
        : new int[] {first[0], first[1], last[0], last[1]};
  }

  private static int[] cell(String cell) {
    int column = 0;
    int row = 0;
    int i = 0;
    while (i < cell.length() && i < 3 && letter(cell.charAt(i)) > 0) {
      column = column * 26 + letter(cell.charAt(i++));
    }
    int letters = i;
    while (i < cell.length() && i < letters + 7 && cell.charAt(i) >= '0' && cell.charAt(i) <= '9') {
      row = row * 10 + cell.charAt(i++) - '0';
    }
    boolean is = letters > 0 && i == cell.length() && row > 0;
    return is && row <= MOST_ROWS && column <= MOST_COLUMNS ? new int[] {row, column - 1} : null;
  }
}
