package org.sistercityimpact.check;

import java.util.Map;

/**
 * A sheet each of whose lines a program has put into one pair of quotation marks: the line is a
 * cell, and within it stand the cells.
 */
final class QuotedLines implements Sheet {
  private final CsvSheet lines;
  private final char delimiter;
  private String[] cells;

  /** Reads the cells of {@code lines}, whose every row is one cell. */
  QuotedLines(CsvSheet lines, char delimiter) {
    this.lines = lines;
    this.delimiter = delimiter;
  }

  @Override
  public boolean next() throws BrokenSheet {
    if (!lines.next()) {
      return false;
    }
    Sheet line = new CsvSheet(lines.cells()[0], delimiter);
    cells = line.next() ? line.cells() : new String[] {""};
    if (line.next()) {
      throw new BrokenSheet(
          ProblemCode.BROKEN_QUOTES.ofFile(Map.of("line", String.valueOf(lines.line()))));
    }
    return true;
  }

  @Override
  public String[] cells() {
    return cells;
  }

  @Override
  public int row() {
    return lines.row();
  }

  @Override
  public int line() {
    return lines.line();
  }
}
