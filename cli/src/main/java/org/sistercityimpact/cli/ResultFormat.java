package org.sistercityimpact.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.sistercityimpact.warehouse.Rows;

/** How {@code impact sql} prints a result. */
enum ResultFormat {
  /** Aligned columns for reading; long texts are cut. */
  TABLE {
    @Override
    void print(Rows rows, Console console) {
      TextTable table =
          new TextTable(rows.columns().stream().map(c -> c.name()).toArray(String[]::new));
      for (Object[] row : rows.values()) {
        String[] cells = new String[row.length];
        for (int c = 0; c < row.length; c++) {
          cells[c] = row[c] == null ? "" : text(row[c]);
          if (row[c] instanceof Number) {
            table.alignRight(c);
          }
        }
        table.add(cells);
      }
      table.lines().forEach(console::print);
      console.print("(" + rows.size() + (rows.size() == 1 ? " row)" : " rows)"));
    }
  },

  /** RFC 4180: a header, full precision, nothing for null. */
  CSV {
    @Override
    void print(Rows rows, Console console) throws IOException {
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setQuoteMode(QuoteMode.MINIMAL)
              .setRecordSeparator("\n")
              .get();
      CSVPrinter printer = new CSVPrinter(console.out(), format);
      printer.printRecord(rows.columns().stream().map(c -> c.name()).toList());
      for (Object[] row : rows.values()) {
        List<String> cells = new ArrayList<>(row.length);
        for (Object value : row) {
          cells.add(value == null ? null : text(value));
        }
        printer.printRecord(cells);
      }
      printer.flush();
    }
  },

  /** A JSON array of objects. */
  JSON {
    @Override
    void print(Rows rows, Console console) {
      List<Map<String, Object>> objects = new ArrayList<>(rows.size());
      for (Object[] row : rows.values()) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int c = 0; c < row.length; c++) {
          Object value = row[c];
          object.put(
              rows.columns().get(c).name(),
              value == null || value instanceof Number || value instanceof Boolean
                  ? value
                  : text(value));
        }
        objects.add(object);
      }
      console.printJson(objects);
    }
  };

  abstract void print(Rows rows, Console console) throws IOException;

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
