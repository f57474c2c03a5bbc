package org.sistercityimpact.reports.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Worksheet;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.reports.text.Words;

/**
 * A table on a sheet as people read it: headers in words over the names that programs use, words in
 * the place of codes, a filter on each column, numbers as money, shares, counts and years are
 * written. The numbers are exact.
 */
final class TableSheet {
  /** Headers in words, then names. */
  static final int HEADS = 2;

  private static final int NARROWEST = 9;
  private static final int WIDEST = 60;
  private static final int FILTER_ARROW = 3;
  private static final String GREY = "556575";
  private static final String BAND = "E8EFF4";
  private static final Set<String> YEARS =
      Set.of("data_year", "member_since", "established", "ended");

  private final Table table;
  private final Words words;

  /** What the cells say, by row. */
  private final List<List<Object>> shown;

  private final int unit;

  TableSheet(Table table, CellWords said) {
    this.table = table;
    this.words = said.words();
    this.shown = table.rows().stream().map(row -> said.said(table, row)).toList();
    this.unit = table.columns().indexOf("unit");
  }

  void into(Worksheet sheet) throws IOException {
    int columns = table.columns().size();
    for (int c = 0; c < columns; c++) {
      sheet.value(0, c, CellText.harmless(table.title(c, words)));
      sheet.style(0, c).bold().fillColor(BAND).wrapText(true).verticalAlignment("top").set();
      sheet.value(1, c, CellText.harmless(table.columns().get(c)));
      sheet.style(1, c).fontColor(GREY).fontSize(8).set();
      sheet.width(c, width(c));
    }
    sheet.freezePane(0, HEADS);
    if (!table.rows().isEmpty()) {
      sheet.setAutoFilter(1, 0, table.rows().size() + 1, columns - 1);
    }
    for (int r = 0; r < table.rows().size(); r++) {
      List<Object> row = table.rows().get(r);
      for (int c = 0; c < row.size(); c++) {
        cell(sheet, r + HEADS, c, shown.get(r).get(c), row);
      }
    }
    sheet.finish();
  }

  private double width(int column) {
    int longest =
        shown.stream()
            .map(row -> row.get(column))
            .mapToInt(value -> value == null ? 0 : value.toString().length())
            .max()
            .orElse(0);
    int header =
        Math.max(
            table.columns().get(column).length(),
            table.title(column, words).lines().mapToInt(TableSheet::longestWord).max().orElse(0));
    return Math.min(WIDEST, Math.max(NARROWEST, Math.max(longest + 1, header + FILTER_ARROW)));
  }

  private static int longestWord(String line) {
    return List.of(line.split(" ")).stream().mapToInt(String::length).max().orElse(0);
  }

  private void cell(Worksheet sheet, int row, int column, Object value, List<Object> cells) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
      sheet.style(row, column).format(format(column, number, cells)).set();
    } else if (value instanceof LocalDate date) {
      sheet.value(row, column, date);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value != null) {
      String text = CellText.harmless(value.toString());
      sheet.value(row, column, text);
      if (text.length() > WIDEST) {
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
      }
    }
  }

  private String format(int column, Number number, List<Object> cells) {
    String name = table.columns().get(column);
    if (YEARS.contains(name)) {
      return "0";
    }
    // In a long table the row says what is measured, in a wide one the column does.
    boolean amount = Set.of("low", "central", "high").contains(name);
    String measured =
        amount && unit >= 0
            ? String.valueOf(cells.get(unit))
            : table.units().getOrDefault(name, "");
    String known = measured.toLowerCase(Locale.ROOT);
    if (known.contains("0 to 1")) {
      return "0.0%";
    }
    if (known.contains("usd") || name.endsWith("_usd")) {
      return "$#,##0.00";
    }
    boolean whole =
        number instanceof BigDecimal decimal
            ? decimal.stripTrailingZeros().scale() <= 0
            : !(number instanceof Double);
    return whole ? "#,##0" : "#,##0.00####";
  }
}
