package org.sistercityimpact.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** How {@code impact sql} and {@code impact trace} print a result, row by row. */
enum ResultFormat {
  /** Aligned columns for reading; long texts are cut. */
  TABLE {
    @Override
    void print(List<Column> columns, Iterator<Object[]> rows, Console console) {
      TextTable table = new TextTable(columns.stream().map(Column::name).toArray(String[]::new));
      long count = 0;
      for (; rows.hasNext(); count++) {
        Object[] row = rows.next();
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
      console.print("(" + count + (count == 1 ? " row)" : " rows)"));
    }
  },

  /** RFC 4180: a header, full precision, nothing for null; no text that a spreadsheet would run. */
  CSV {
    @Override
    void print(List<Column> columns, Iterator<Object[]> rows, Console console) throws IOException {
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setQuoteMode(QuoteMode.MINIMAL)
              .setRecordSeparator("\n")
              .get();
      // Standard output encodes each cell for itself, which is slow for millions.
      Writer out =
          new BufferedWriter(
              new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), 1 << 16);
      CSVPrinter printer = new CSVPrinter(out, format);
      printer.printRecord(columns.stream().map(Column::name).map(CellText::harmless).toList());
      while (rows.hasNext()) {
        Object[] row = rows.next();
        List<String> cells = new ArrayList<>(row.length);
        for (Object value : row) {
          cells.add(cell(value));
        }
        printer.printRecord(cells);
      }
      printer.flush();
    }

    private static String cell(Object value) {
      if (value == null) {
        return null;
      }
      return value instanceof Number ? text(value) : CellText.harmless(text(value));
    }
  },

  /** A JSON array of objects. */
  JSON {
    @Override
    void print(List<Column> columns, Iterator<Object[]> rows, Console console) throws IOException {
      console.printJson(each(rows, row -> object(columns, row)));
    }

    private static Map<String, Object> object(List<Column> columns, Object[] row) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int c = 0; c < row.length; c++) {
        Object value = row[c];
        String name = columns.get(c).name();
        // Two columns of one name are two columns: id and id_2.
        for (int n = 2; object.containsKey(name); n++) {
          name = columns.get(c).name() + "_" + n;
        }
        object.put(
            name,
            value == null || value instanceof Number || value instanceof Boolean
                ? value
                : text(value));
      }
      return object;
    }
  };

  abstract void print(List<Column> columns, Iterator<Object[]> rows, Console console)
      throws IOException;

  /**
   * Prints a result that says whether it is a what-if's: before a table for people; in every row
   * for programs, which would lose a line that stands elsewhere.
   *
   * @param whatIf the words that mark it, or null for the published method
   */
  final void print(List<Column> columns, Iterator<Object[]> rows, String whatIf, Console console)
      throws IOException {
    if (whatIf == null) {
      print(columns, rows, console);
    } else if (this == TABLE) {
      console.print(whatIf);
      print(columns, rows, console);
    } else {
      List<Column> marked = new ArrayList<>(columns);
      marked.add(new Column("what_if", "VARCHAR"));
      print(
          marked,
          each(
              rows,
              row -> {
                Object[] longer = Arrays.copyOf(row, row.length + 1);
                longer[row.length] = whatIf;
                return longer;
              }),
          console);
    }
  }

  /** The same for a result in memory. */
  final void print(Rows rows, String whatIf, Console console) throws IOException {
    print(rows.columns(), rows.values().iterator(), whatIf, console);
  }

  private static <A, B> Iterator<B> each(Iterator<A> of, Function<A, B> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return of.hasNext();
      }

      @Override
      public B next() {
        return function.apply(of.next());
      }
    };
  }

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
