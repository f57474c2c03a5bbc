package org.sistercityimpact.release.research;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of a release: of a published table the columns that are on the allow-list.
 *
 * @param name as researchers call it
 * @param source the table of the edition that it is taken from
 * @param title what it holds
 * @param grain what one row is
 * @param unit of its numbers; empty: as each column says
 * @param key the columns that name a row; empty: none do
 * @param columns in order
 */
record ReleasedTable(
    String name,
    String source,
    String title,
    String grain,
    String unit,
    List<String> key,
    List<Column> columns) {

  /**
   * A column.
   *
   * @param type DuckDB's name of it
   * @param meaning what it holds, with its unit and what null means
   */
  record Column(String name, String type, String meaning) {

    String quoted() {
      return '"' + name + '"';
    }

    boolean isText() {
      return type.equals("VARCHAR");
    }
  }

  /** What its Parquet file tells of itself. */
  Map<String, String> about() {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("title", title);
    about.put("grain", grain);
    about.put("unit", unit);
    about.put("key", String.join(", ", key));
    columns.forEach(column -> about.put("column " + column.name(), column.meaning()));
    return about;
  }

  /** Its rows in the order of its key, so that they are the same bytes each time. */
  String select() {
    return "SELECT %s FROM \"%s\" ORDER BY %s".formatted(names(), source, order());
  }

  /** The columns to sort by, as SQL. */
  String order() {
    return key.isEmpty() ? "ALL" : quoted(key);
  }

  /** What it holds, in a line. */
  String described() {
    return grain.isEmpty() ? title : title + ": " + grain;
  }

  String names() {
    return quoted(columns.stream().map(Column::name).toList());
  }

  static String quoted(List<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
  }
}
