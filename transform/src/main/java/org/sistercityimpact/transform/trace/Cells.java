package org.sistercityimpact.transform.trace;

import java.math.BigDecimal;
import java.util.List;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;

/** One row of a result, its cells by the names of their columns. */
record Cells(Rows rows, Object[] row) {

  /** The rows of a SELECT. */
  static List<Cells> of(SqlEngine engine, String select) {
    Rows rows = engine.read(select);
    return rows.values().stream().map(row -> new Cells(rows, row)).toList();
  }

  String text(String column) {
    return (String) cell(column);
  }

  Long number(String column) {
    return (Long) cell(column);
  }

  /** The columns low, central and high. */
  Amount amount() {
    return new Amount(
        (BigDecimal) cell("low"), (BigDecimal) cell("central"), (BigDecimal) cell("high"));
  }

  private Object cell(String column) {
    return row[rows.index(column)];
  }
}
