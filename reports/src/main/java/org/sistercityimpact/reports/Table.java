package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table as data: what stands beside a document for those who count on with it.
 *
 * @param file its path in the output folder, without an ending
 * @param title one line
 * @param columns names of the header row
 * @param rows cells of text, numbers, {@link java.time.LocalDate}s, or null where there is nothing
 */
record Table(String file, String title, List<String> columns, List<List<Object>> rows) {

  /** A row, whose cells may be null. */
  static List<Object> row(Object... cells) {
    return new ArrayList<>(Arrays.asList(cells));
  }
}
