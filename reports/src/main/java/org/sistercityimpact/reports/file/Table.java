package org.sistercityimpact.reports.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.reports.text.Words;

/**
 * A table as data: what stands beside a document for those who count on with it.
 *
 * @param file its path in the output folder, without an ending
 * @param columns names of the header row
 * @param rows cells of text, numbers, {@link java.time.LocalDate}s, or null where there is nothing
 * @param titles of columns that are metrics, in words
 * @param units of these
 */
public record Table(
    String file,
    List<String> columns,
    List<List<Object>> rows,
    Map<String, String> titles,
    Map<String, String> units) {

  public Table(String file, List<String> columns, List<List<Object>> rows) {
    this(file, columns, rows, Map.of(), Map.of());
  }

  /** Its name, the last part of its path. */
  public String name() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** What a column is called in words. */
  String title(int column, Words words) {
    String name = columns.get(column);
    return titles.getOrDefault(name, words.capitalName("column", name));
  }

  /** The same with one more column, which says the same in every row. */
  Table with(String column, String value) {
    List<String> names = new ArrayList<>(columns);
    names.add(column);
    List<List<Object>> longer = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>(row);
      cells.add(value);
      longer.add(cells);
    }
    return new Table(file, names, longer, titles, units);
  }

  /** A row, whose cells may be null. */
  public static List<Object> row(Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }
}
