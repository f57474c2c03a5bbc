package org.sistercityimpact.check.xlsx;

/**
 * A cell to be marked in a copy of a workbook.
 *
 * @param row as the screen shows it; 0: the first that the sheet has
 * @param column from 0; -1: the first cell of the row
 * @param color of its ground
 * @param text of its comment
 */
public record CellMark(int row, int column, Color color, String text) {
  /** The grounds that spreadsheet programs give bad and doubtful cells. */
  public enum Color {
    RED("FFFFC7CE"),
    YELLOW("FFFFEB9C");

    private final String argb;

    Color(String argb) {
      this.argb = argb;
    }

    String argb() {
      return argb;
    }
  }

  /** What two marks of one cell say, under the more serious color. */
  CellMark and(CellMark other) {
    Color both = color.compareTo(other.color) < 0 ? color : other.color;
    return new CellMark(row, column, both, text + "\n\n" + other.text);
  }
}
