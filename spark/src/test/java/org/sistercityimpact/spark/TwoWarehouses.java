package org.sistercityimpact.spark;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Warehouse;

/** Two warehouses that should hold the same: every table, column, type and row. */
record TwoWarehouses(Warehouse first, Warehouse second) {

  /** The first difference in words; null when there is none. Needs no engine but DuckDB to read. */
  String firstDifference() {
    Manifest one = first.manifest();
    Manifest two = second.manifest();
    if (!one.tables().keySet().equals(two.tables().keySet())) {
      Set<String> all = new TreeSet<>(one.tables().keySet());
      all.addAll(two.tables().keySet());
      all.removeIf(t -> one.tables().containsKey(t) && two.tables().containsKey(t));
      return "Only one of them has the tables " + all;
    }
    try (DuckDb reader = DuckDb.open(null, "4GB")) {
      for (String table : one.tables().keySet()) {
        reader.expose("one", first.paths(one, table));
        reader.expose("two", second.paths(two, table));
        String difference = difference(reader);
        if (difference != null) {
          return "Table " + table + ": " + difference;
        }
      }
    }
    return null;
  }

  private static String difference(DuckDb reader) {
    var columns = reader.describe("SELECT * FROM one");
    var others = reader.describe("SELECT * FROM two");
    if (!columns.equals(others)) {
      return "the first has columns " + columns + ", the second " + others;
    }
    Rows rows =
        reader.read(
            """
            SELECT side, * EXCLUDE (side) FROM (
              SELECT 'first' AS side, * FROM (SELECT * FROM one EXCEPT ALL SELECT * FROM two)
              UNION ALL
              SELECT 'second' AS side, * FROM (SELECT * FROM two EXCEPT ALL SELECT * FROM one)
            ) ORDER BY * EXCLUDE (side) LIMIT 2""");
    if (rows.size() == 0) {
      return null;
    }
    StringBuilder told = new StringBuilder("columns ");
    told.append(columns.stream().map(Column::name).toList());
    for (Object[] row : rows.values()) {
      told.append("\n  only in the ").append(row[0]).append(": ");
      told.append(Arrays.asList(row).subList(1, row.length));
    }
    return told.toString();
  }
}
