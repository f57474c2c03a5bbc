package org.sistercityimpact.warehouse;

import java.util.List;

/**
 * A small result held in memory.
 *
 * @param columns names and types, in order
 * @param values one array a row, in the order of the columns
 */
public record Rows(List<SqlEngine.Column> columns, List<Object[]> values) {

  /** The position of a column; throws when the result has none of that name. */
  public int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("No column '" + column + "' in " + columns);
  }

  /** How many rows. */
  public int size() {
    return values.size();
  }
}
