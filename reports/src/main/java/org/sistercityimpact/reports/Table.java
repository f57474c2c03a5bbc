package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as data: what stands beside a document for those who count on with it.
 *
 * @param file its path in the output folder, without an ending
 * @param columns names of the header row
 * @param rows cells of text, numbers, {@link java.time.LocalDate}s, or null where there is nothing
 */
record Table(String file, List<String> columns, List<List<Object>> rows) {

  /** Its name, the last part of its path. */
  String name() {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  /** A row, whose cells may be null. */
  static List<Object> row(Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }
}
