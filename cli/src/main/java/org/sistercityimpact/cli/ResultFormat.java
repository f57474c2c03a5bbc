package org.sistercityimpact.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.reports.file.XlsxFile;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** How {@code impact sql} prints a result, row by row, or writes it into a file. */
enum ResultFormat {
  /**
   * Aligned columns for reading; long texts are cut. The decimals of a column are those that one of
   * its numbers needs, one alone being the half of a dollar's: counts have none.
   */
  TABLE {
    @Override
    void print(List<Column> columns, Iterator<Object[]> rows, Console console) {
      List<Object[]> all = new ArrayList<>();
      int[] decimals = new int[columns.size()];
      while (rows.hasNext()) {
        Object[] row = rows.next();
        all.add(row);
        for (int c = 0; c < row.length; c++) {
          if (row[c] instanceof BigDecimal number) {
            int needed = number.stripTrailingZeros().scale();
            boolean ofDollar = needed == 1 && number.scale() > 1;
            decimals[c] = Math.max(decimals[c], ofDollar ? 2 : needed);
          }
        }
      }
      TextTable table =
          new TextTable(columns.stream().map(Column::name).toArray(String[]::new))
              .widest(console.widestCell())
              .within(console.widestCell() == 0 ? 0 : console.lineWidth());
      for (Object[] row : all) {
        String[] cells = new String[row.length];
        for (int c = 0; c < row.length; c++) {
          Object cell =
              row[c] instanceof BigDecimal number
                  ? number.setScale(decimals[c], RoundingMode.UNNECESSARY)
                  : row[c];
          cells[c] = cell == null ? "" : text(cell);
          if (row[c] instanceof Number) {
            table.alignRight(c);
          }
        }
        table.add(cells);
      }
      table.lines().forEach(console::print);
      console.print("(" + all.size() + (all.size() == 1 ? " row)" : " rows)"));
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
                : nested(value));
      }
      return object;
    }
  },

  /** A workbook of one sheet, each type of value as a spreadsheet has it. */
  XLSX {
    @Override
    void write(List<Column> columns, Iterator<Object[]> rows, Path file, Console console) {
      List<Object[]> all = new ArrayList<>();
      while (rows.hasNext()) {
        Object[] row = rows.next();
        for (int c = 0; c < row.length; c++) {
          row[c] = row[c] instanceof Map || row[c] instanceof List ? text(row[c]) : row[c];
        }
        all.add(row);
        if (all.size() == MOST_ROWS) {
          throw new ConfigurationException(
              "Cannot write the result as a workbook: it has %,d rows or more, and a sheet holds no more (write csv or parquet, or read less)"
                  .formatted(MOST_ROWS));
        }
      }
      XlsxFile.write(file, "result", new Rows(columns, all));
    }
  },

  /** Written by DuckDB itself, each column with its type. */
  PARQUET;

  /** The column that marks a what-if's rows. */
  static final String WHAT_IF = "what_if";

  /** Of a sheet, with its header. */
  private static final int MOST_ROWS = 1 << 20;

  /** Whether it is text, which standard output takes, too. */
  boolean isText() {
    return this != XLSX && this != PARQUET;
  }

  /**
   * The format of what goes to standard output.
   *
   * @param given null: none was given
   */
  static ResultFormat onScreen(boolean json, ResultFormat given) {
    ResultFormat format = json ? JSON : given == null ? TABLE : given;
    if (!format.isText()) {
      throw new ConfigurationException(
          "Cannot print format '%s': it is no text (choose table, csv or json; 'impact sql' writes it into a file with -o FILE)"
              .formatted(format.name().toLowerCase(Locale.ROOT)));
    }
    return format;
  }

  /** The format that a file's name promises; none: the one for people. */
  static ResultFormat of(Path file) {
    String name = file.getFileName().toString().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.name()))
        .findFirst()
        .orElse(TABLE);
  }

  void print(List<Column> columns, Iterator<Object[]> rows, Console console) throws IOException {
    throw new IllegalStateException(this + " is no text");
  }

  /** Writes a result into a file, which is made. */
  void write(List<Column> columns, Iterator<Object[]> rows, Path file, Console console)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      Console there = console.over(out);
      print(columns, rows, there);
      if (!there.flush()) {
        throw new IOException("no space left");
      }
    }
  }

  /**
   * Prints a result that says whether it is a what-if's: before a table for people; in every row
   * for programs, which would lose a line that stands elsewhere.
   *
   * @param whatIf the words that mark it, or null for the published method
   */
  final void print(List<Column> columns, Iterator<Object[]> rows, String whatIf, Console console)
      throws IOException {
    if (whatIf != null && this == TABLE) {
      console.print(whatIf);
    }
    print(marked(columns, whatIf), markedRows(rows, whatIf), console);
  }

  /** The same for a result in memory. */
  final void print(Rows rows, String whatIf, Console console) throws IOException {
    print(rows.columns(), rows.values().iterator(), whatIf, console);
  }

  /** The same into a file. */
  final void write(
      List<Column> columns, Iterator<Object[]> rows, String whatIf, Path file, Console console)
      throws IOException {
    write(marked(columns, whatIf), markedRows(rows, whatIf), file, console);
  }

  private List<Column> marked(List<Column> columns, String whatIf) {
    if (whatIf == null || this == TABLE) {
      return columns;
    }
    List<Column> marked = new ArrayList<>(columns);
    marked.add(new Column(WHAT_IF, "VARCHAR"));
    return marked;
  }

  private Iterator<Object[]> markedRows(Iterator<Object[]> rows, String whatIf) {
    if (whatIf == null || this == TABLE) {
      return rows;
    }
    return each(
        rows,
        row -> {
          Object[] longer = Arrays.copyOf(row, row.length + 1);
          longer[row.length] = whatIf;
          return longer;
        });
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
    if (value instanceof Map || value instanceof List) {
      return Console.jsonLine(nested(value));
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  /** Structs and lists as JSON has them; in them, what JSON has no form for is text. */
  private static Object nested(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> object = new LinkedHashMap<>();
      map.forEach((key, inner) -> object.put(key.toString(), nested(inner)));
      return object;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ResultFormat::nested).toList();
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : text(value);
  }
}
