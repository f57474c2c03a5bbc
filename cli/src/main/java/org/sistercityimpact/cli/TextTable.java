package org.sistercityimpact.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Rows of text in aligned columns, for a terminal. */
final class TextTable {
  /** Letters of a cell, after which it is cut. */
  static final int WIDEST = 60;

  /** Letters of which a cell keeps so many, however narrow the line. */
  private static final int NARROWEST = 12;

  private final String[] header;
  private final boolean[] right;
  private int whole = -1;
  private int widest = WIDEST;
  private int lineWidth;
  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... header) {
    this.header = Arrays.stream(header).map(VisibleControls::in).toArray(String[]::new);
    this.right = new boolean[header.length];
  }

  /** Sets a column of numbers flush right. */
  TextTable alignRight(int... columns) {
    for (int column : columns) {
      right[column] = true;
    }
    return this;
  }

  /** Cuts the texts of all columns after so many letters; 0: nowhere. */
  TextTable widest(int letters) {
    widest = letters == 0 ? Integer.MAX_VALUE : letters;
    return this;
  }

  /**
   * Cuts the widest texts, but no number and none below 12 letters, until a line has so many; 0:
   * does not.
   */
  TextTable within(int letters) {
    lineWidth = letters;
    return this;
  }

  /** Does not cut the texts of a column, which is the last. */
  TextTable whole(int column) {
    whole = column;
    return this;
  }

  TextTable add(String... cells) {
    String[] row = new String[cells.length];
    for (int c = 0; c < cells.length; c++) {
      String cell = VisibleControls.in(cells[c].replaceAll("\\s+", " "));
      boolean cut = c != whole && cell.length() > widest;
      row[c] = cut ? cell.substring(0, widest - 1) + "…" : cell;
    }
    rows.add(row);
    return this;
  }

  /** Header, rule and rows. */
  Stream<String> lines() {
    int[] widths = new int[header.length];
    for (int c = 0; c < header.length; c++) {
      widths[c] = header[c].length();
      for (String[] row : rows) {
        widths[c] = Math.max(widths[c], row[c].length());
      }
    }
    narrow(widths);
    return Stream.concat(
        Stream.of(
            line(header, widths),
            "─".repeat(Arrays.stream(widths).sum() + 2 * (header.length - 1))),
        rows.stream().map(row -> line(row, widths)));
  }

  private void narrow(int[] widths) {
    while (lineWidth > 0 && Arrays.stream(widths).sum() + 2 * (widths.length - 1) > lineWidth) {
      int at = -1;
      for (int c = 0; c < widths.length; c++) {
        boolean wider = at < 0 || widths[c] > widths[at];
        at = !right[c] && c != whole && widths[c] > NARROWEST && wider ? c : at;
      }
      if (at < 0) {
        return;
      }
      widths[at]--;
    }
  }

  private String line(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < cells.length; c++) {
      boolean fits = cells[c].length() <= widths[c];
      String cell = fits ? cells[c] : cells[c].substring(0, widths[c] - 1) + "…";
      String space = " ".repeat(widths[c] - cell.length());
      line.append(c == 0 ? "" : "  ");
      line.append(right[c] ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }
}
