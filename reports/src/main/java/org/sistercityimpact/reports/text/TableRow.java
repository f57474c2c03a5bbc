package org.sistercityimpact.reports.text;

import java.util.List;

/** One row of a table whose columns are not all metrics. */
public record TableRow(List<Printed> cells) {

  /** Texts and {@link Printed} cells, in the order of the columns. */
  public static TableRow of(Object... cells) {
    return new TableRow(
        java.util.Arrays.stream(cells)
            .map(c -> c instanceof Printed printed ? printed : Printed.plain(c.toString()))
            .toList());
  }

  /** The cell of a column, from 0. */
  public Printed cell(int column) {
    return cells.get(column);
  }

  /** The page in the second cell of a line of contents; 1 while it is not known. */
  public Integer page() {
    String page = cells.get(1).text();
    return page.isEmpty() ? 1 : Integer.valueOf(page);
  }
}
