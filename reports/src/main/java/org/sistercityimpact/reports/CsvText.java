package org.sistercityimpact.reports;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as CSV that a spreadsheet may open without running any of it. */
final class CsvText {
  /** What a spreadsheet might run: also behind white space, and in full-width forms. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "^[\\s\\u00a0\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2064\\ufeff]*[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20].*",
          Pattern.DOTALL);

  private CsvText() {}

  /** UTF-8, with a header; null is an empty cell. */
  static byte[] of(List<String> head, List<List<Object>> rows) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(head);
      for (List<Object> row : rows) {
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
    return value instanceof String text ? harmless(text) : value;
  }

  /** The text, behind an apostrophe where a spreadsheet would take it for a formula. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
