package org.sistercityimpact.check;

/**
 * The text of a table with other cells: told apart as {@link CsvSheet} does, and quoted as they
 * were. What stands between cells, and behind a quotation mark without a partner, stays.
 */
final class ErasedCells {
  private static final char QUOTE = '"';

  private final String text;
  private final char delimiter;
  private final Change change;
  private final StringBuilder out;
  private final boolean isNested;
  private int row;

  /** Says what a cell holds from now on. */
  interface Change {
    /**
     * The new cell.
     *
     * @param row from 1
     * @param column from 0
     */
    String of(int row, int column, String cell);
  }

  ErasedCells(String text, char delimiter, Opened.Shape shape, Change change) {
    this(
        text,
        shape == Opened.Shape.QUOTED_LINES ? '\0' : delimiter,
        change,
        0,
        false,
        shape == Opened.Shape.SEPARATOR_LINE ? behindLine(text) : 0,
        shape == Opened.Shape.QUOTED_LINES ? delimiter : 0);
  }

  private ErasedCells(
      String text,
      char delimiter,
      Change change,
      int rowsBefore,
      boolean isNested,
      int from,
      char inside) {
    this.text = text;
    this.delimiter = delimiter;
    this.isNested = isNested;
    row = rowsBefore;
    this.change =
        inside == 0
            ? change
            : (line, column, cell) ->
                new ErasedCells(cell, inside, change, line - 1, true, 0, (char) 0).text();
    out = new StringBuilder(text.length()).append(text, 0, from);
    read(from);
  }

  private static int behindLine(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at + (text.startsWith("\r\n", at) ? 2 : at < text.length() ? 1 : 0);
  }

  /** The text. */
  String text() {
    return out.toString();
  }

  private void read(int from) {
    int at = from;
    int column = 0;
    row++;
    while (at <= text.length()) {
      boolean quoted = at < text.length() && text.charAt(at) == QUOTE;
      int end = quoted ? closing(at + 1) : ending(at);
      if (quoted && end < 0) {
        out.append(change.of(row, column, text.substring(at)));
        return;
      }
      String raw = text.substring(quoted ? at + 1 : at, end);
      String cell = quoted ? raw.replace("\"\"", "\"") : raw;
      String left = change.of(row, column, cell);
      if (left.equals(cell)) {
        left = raw;
      } else if (quoted) {
        left = left.replace("\"", "\"\"");
      }
      if (quoted) {
        int behind = ending(end + 1);
        out.append(QUOTE).append(left).append(text, end, behind);
        at = behind;
      } else {
        out.append(left);
        at = end;
      }
      if (at == text.length()) {
        return;
      }
      char c = text.charAt(at);
      if (c == delimiter) {
        column++;
        at++;
        out.append(c);
      } else {
        int next = at + (text.startsWith("\r\n", at) ? 2 : 1);
        out.append(text, at, next);
        at = next;
        column = 0;
        row += isNested ? 0 : 1;
        if (at == text.length()) {
          return;
        }
      }
    }
  }

  private int ending(int from) {
    int at = from;
    while (at < text.length()
        && text.charAt(at) != delimiter
        && text.charAt(at) != '\n'
        && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  /** The quotation mark that ends a cell; -1: none does. */
  private int closing(int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == QUOTE) {
        if (i + 1 < text.length() && text.charAt(i + 1) == QUOTE) {
          i++;
        } else {
          return i;
        }
      }
    }
    return -1;
  }
}
