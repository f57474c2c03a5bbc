package org.sistercityimpact.ingest.check;

import java.util.Arrays;

/**
 * A CSV text without a quotation mark as a sheet. In such a text a line is a row, a delimiter ends
 * a cell, and nothing else means anything, so that it takes a third of the time of a parser that
 * has to expect more. {@code UnquotedSheetTest} holds it to what commons-csv says of the same texts
 * (decision 0015).
 */
final class UnquotedSheet implements Sheet {
  private final String text;
  private final char delimiter;
  private int at;
  private int row;
  private String[] cells = new String[1];

  UnquotedSheet(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  @Override
  public boolean next() {
    int end = text.length();
    if (at == end) {
      return false;
    }
    row++;
    // Most rows have as many cells as the one before.
    String[] found = new String[cells.length];
    int count = 0;
    int from = at;
    int i = from;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c == delimiter) {
        found = put(found, count++, text.substring(from, i));
        from = i + 1;
      } else if (c == '\n' || c == '\r') {
        break;
      }
    }
    found = put(found, count++, text.substring(from, i));
    cells = count == found.length ? found : Arrays.copyOf(found, count);
    boolean twoCharacters = i + 1 < end && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n';
    at = i == end ? end : i + (twoCharacters ? 2 : 1);
    return true;
  }

  private static String[] put(String[] cells, int at, String cell) {
    String[] room = at < cells.length ? cells : Arrays.copyOf(cells, 2 * at);
    room[at] = cell;
    return room;
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
