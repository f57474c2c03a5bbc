package org.sistercityimpact.ingest.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A CSV text as a sheet: the cells, rows and line numbers that commons-csv tells, to which a test
 * holds it, for a fifth less of an ingest's time.
 */
final class CsvSheet implements Sheet {
  /** The most cells that a row of a spreadsheet can have. */
  static final int MOST_CELLS = 16_384;

  private static final char QUOTE = '"';

  // In a shorter text even a row of nothing but delimiters fits in memory.
  private static final int HARMLESS = 1 << 20;

  private final String text;
  private final char delimiter;
  private final List<String> read = new ArrayList<>();
  private String[] cells;
  private int at;
  private int nextLine;
  private int line;
  private int row;

  /** Reads {@code text} as RFC 4180 has it, with another delimiter where one is used. */
  CsvSheet(String text, char delimiter) {
    this(text, delimiter, 0);
  }

  /** The same, where {@code linesBefore} lines of the file are no part of the sheet. */
  CsvSheet(String text, char delimiter, int linesBefore) {
    this.text = text;
    this.delimiter = delimiter;
    nextLine = linesBefore + 1;
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
    if (at == text.length()) {
      return false;
    }
    row++;
    line = nextLine;
    read.clear();
    do {
      read.add(startsWithQuote() ? quoted() : plain());
    } while (delimited());
    cells = read.toArray(String[]::new);
    return true;
  }

  private boolean startsWithQuote() {
    return at < text.length() && text.charAt(at) == QUOTE;
  }

  /** All up to the next delimiter or line end: a quote in the middle is a character like others. */
  private String plain() {
    int from = at;
    int length = text.length();
    while (at < length) {
      char c = text.charAt(at);
      if (c == delimiter || c == '\n' || c == '\r') {
        break;
      }
      at++;
    }
    return text.substring(from, at);
  }

  /** All up to the quote that pairs, whatever it holds; behind that only white space may stand. */
  private String quoted() throws BrokenSheet {
    int from = at + 1;
    int to = closingQuote(from);
    String cell = text.substring(from, to);
    at = to + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == delimiter || c == '\n' || c == '\r') {
        break;
      } else if (!Character.isWhitespace(c)) {
        throw new BrokenSheet(line);
      }
      at++;
    }
    return cell.indexOf(QUOTE) < 0 ? cell : cell.replace("\"\"", "\"");
  }

  private int closingQuote(int from) throws BrokenSheet {
    int length = text.length();
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n' && text.charAt(i - 1) != '\r') {
        nextLine++;
      } else if (c == QUOTE && (i + 1 == length || text.charAt(i + 1) != QUOTE)) {
        return i;
      } else if (c == QUOTE) {
        i++;
      }
    }
    throw new BrokenSheet(line);
  }

  /** Goes past what ended a cell; whether that is a delimiter, so that one more follows. */
  private boolean delimited() {
    if (at == text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    if (c == delimiter) {
      return true;
    }
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    nextLine++;
    return false;
  }

  @Override
  public String[] cells() {
    return cells;
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public int line() {
    return line;
  }
}
