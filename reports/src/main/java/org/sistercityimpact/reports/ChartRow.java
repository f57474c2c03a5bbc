package org.sistercityimpact.reports;

/**
 * A row of the numbers behind a chart.
 *
 * @param head whether it names the chart and its columns
 */
public record ChartRow(boolean head, Line line) {
  /** Columns of the appendix, the first of them the row's name. */
  static final int COLUMNS = 6;

  /** Cells from the left; the other columns stay empty. */
  static ChartRow of(boolean head, java.util.List<?> cells) {
    Object[] all = java.util.Arrays.copyOf(cells.toArray(), COLUMNS);
    java.util.Arrays.fill(all, cells.size(), COLUMNS, "");
    return new ChartRow(head, Line.of(all));
  }
}
