package org.sistercityimpact.reports.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sistercityimpact.check.CellText;

/** A table as CSV: UTF-8, with a header, numbers in full precision, nothing for null. */
final class CsvText {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private CsvText() {}

  static byte[] of(Table table) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(table.columns());
      for (List<Object> row : table.rows()) {
        printer.printRecord(row.stream().map(CsvText::cell).toArray());
      }
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write CSV into memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Object cell(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? CellText.harmless(text) : value;
  }
}
