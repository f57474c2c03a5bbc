package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table is, of {@code sql/dictionary.csv}.
 *
 * @param title what it holds, in a few words
 * @param columns in its order
 */
public record Described(String title, List<Column> columns) implements Serializable {
  /**
   * A column.
   *
   * @param type as SQL calls it
   * @param meaning what it holds; what null means where it may be null
   */
  public record Column(String name, String type, String meaning) implements Serializable {}

  public Described {
    columns = List.copyOf(columns);
  }

  /** What the table's Parquet files tell of themselves. */
  public Map<String, String> about() {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("title", title);
    columns.forEach(column -> about.put("column " + column.name(), column.meaning()));
    return about;
  }
}
