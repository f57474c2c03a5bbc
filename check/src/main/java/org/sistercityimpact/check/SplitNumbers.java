package org.sistercityimpact.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.Field;

/** Tells numbers that were not put into quotation marks, so that their comma made two cells. */
final class SplitNumbers {
  private final CellColumn[] columns;
  private final CellColumn[] numeric;
  private final Map<Integer, Boolean> numbersUnread = new HashMap<>();
  private Opened opened;

  SplitNumbers(CellColumn[] columns) {
    this.columns = columns;
    numeric = Arrays.stream(columns).filter(CellColumn::isNumeric).toArray(CellColumn[]::new);
  }

  void begin(Opened file) {
    opened = file;
    numbersUnread.clear();
  }

  /**
   * The first such number of a row; null: there is none.
   *
   * @param certainly whether the row has a cell too many, so that any such pair is one number
   */
  Problem problem(String[] cells, int sourceRow, boolean certainly) {
    for (CellColumn column : numeric) {
      int at = column.at;
      if (at < 0 || at + 1 >= cells.length) {
        continue;
      }
      String end = cells[at + 1];
      if (end.length() < 3 || !isDigit(end.charAt(0)) || !isGroup(Fold.trim(end))) {
        continue;
      }
      String start = Fold.trim(cells[at]);
      boolean begins = start.length() > 0 && start.length() < 5 && isStart(start);
      if (begins && (certainly || !mayHoldGroup(at + 1))) {
        return ProblemCode.SPLIT_NUMBER.at(
            sourceRow,
            at,
            column.field().name(),
            start,
            Map.of(
                "field",
                column.field().name(),
                "start",
                start,
                "end",
                Fold.trim(end),
                "whole",
                start.replace("$", "") + Fold.trim(end)));
      }
    }
    return null;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** One to three digits, the first no zero, perhaps behind a dollar sign. */
  private static boolean isStart(String cell) {
    int from = cell.charAt(0) == '$' ? 1 : 0;
    boolean digits = cell.length() > from && cell.length() - from < 4;
    for (int i = from; i < cell.length(); i++) {
      digits &= isDigit(cell.charAt(i));
    }
    return digits && cell.charAt(from) != '0';
  }

  /** Three digits, perhaps with decimals. */
  private static boolean isGroup(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      boolean point = i == 3 && cell.charAt(i) == '.' && cell.length() > 4;
      if (!point && !isDigit(cell.charAt(i))) {
        return false;
      }
    }
    return cell.length() == 3 || cell.length() > 4 && cell.charAt(3) == '.';
  }

  /** Whether three digits may well stand in a column: a number, or an id. */
  private boolean mayHoldGroup(int at) {
    for (CellColumn column : columns) {
      if (column.at == at) {
        return column.isNumeric()
            || column.field().limits().required()
            || column.field().fold() == Field.Folding.ID
            || column.field().limits().pattern() != null;
      }
    }
    return numbersUnread.computeIfAbsent(at, this::holdsNumbers);
  }

  /** Whether most rows of the file have a number in a column that is not read. */
  private boolean holdsNumbers(int at) {
    int numbers = 0;
    int all = -1 - opened.above();
    try {
      for (Sheet sheet = opened.sheet(); sheet.nextFilled(); all++) {
        boolean filled = at < sheet.cells().length && !sheet.cells()[at].isEmpty();
        numbers += filled && NumberText.plain(Fold.trim(sheet.cells()[at])) != null ? 1 : 0;
      }
    } catch (BrokenSheet unusable) {
      // Then no row of it counts.
    }
    return numbers * 2 > all;
  }
}
