package org.sistercityimpact.ingest.check;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV text as a sheet; the only class that knows commons-csv. */
final class CsvSheet implements Sheet {
  /** The most cells that a row of a spreadsheet can have. */
  static final int MOST_CELLS = 16_384;

  // In a shorter text even a row of nothing but delimiters fits in memory.
  private static final int HARMLESS = 1 << 20;

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private String[] cells;
  private int row;

  private CsvSheet(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
  }

  /** Reads {@code text} as RFC 4180 has it, with another delimiter where one is used. */
  static CsvSheet open(String text, char delimiter) {
    // Blank lines stay rows of the parser, so that line numbers stay those of the file.
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    try {
      return new CsvSheet(
          CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get());
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory cannot fail to open", e);
    }
  }

  /**
   * The number of the first line with more delimiters than a spreadsheet has columns; 0: none. Such
   * a row would be taken apart into so many cells that memory runs out.
   */
  static int endlessLine(String text, char delimiter) {
    if (text.length() < HARMLESS) {
      return 0;
    }
    int line = 1;
    int delimiters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        line++;
        delimiters = 0;
      } else if (c == delimiter && ++delimiters >= MOST_CELLS) {
        return line;
      }
    }
    return 0;
  }

  @Override
  public boolean next() throws BrokenSheet {
    int line = (int) parser.getCurrentLineNumber() + 1;
    try {
      if (!records.hasNext()) {
        return false;
      }
      cells = records.next().values();
      row = line;
      return true;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new BrokenSheet(line, e);
    }
  }

  @Override
  public String[] cells() {
    return cells;
  }

  @Override
  public int row() {
    return row;
  }
}
