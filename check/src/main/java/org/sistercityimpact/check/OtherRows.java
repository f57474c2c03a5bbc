package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Tells rows of data from what people write between them: totals, the header once more, titles of
 * groups, notes below a table. Such a row is not counted, and all of a kind are told together.
 */
final class OtherRows {
  /** So many rows must stand above a valid row whose one number is their sum. */
  private static final int ROWS_OF_ONE_NUMBER = 5;

  private static final int ROWS_OF_MORE_NUMBERS = 3;
  private static final int ROWS_OF_MONTHS = 2;
  private static final int NARROW = 3;

  private final Header.Names names;
  private final CellColumn[] columns;

  /** The columns of numbers, in the order of the sums. */
  private final CellColumn[] numbers;

  private final MonthColumn[] ofMonths;
  private final CellColumn[] identities;
  private final Explanations explanations;
  private final CellColumn[] needed;
  private final long[] sums;
  private final long[] sinceTotal;
  private final Told totals = new Told();
  private final Told headers = new Told();
  private final Told notes = new Told();

  private Header header;
  private int rows;
  private int rowsSinceTotal;
  private boolean months;

  /** Whether nothing but the header and what explains it stands above. */
  private boolean atTop;

  private int otherHeader;
  private int otherTable;
  private int lastRow;
  private int noteRow;

  /** Where the last good row lies; -1: there was none. */
  private int lastSlot;

  private String lastNote;

  /**
   * @param key the fields that tell rows apart
   */
  OtherRows(AcceptedRows rows, Header.Names names, List<String> key) {
    this.names = names;
    columns = rows.columns();
    identities =
        Arrays.stream(columns)
            .filter(c -> key.contains(c.field().name()) || c.field().personal())
            .toArray(CellColumn[]::new);
    explanations = new Explanations(columns);
    numbers = Arrays.stream(columns).filter(CellColumn::isNumeric).toArray(CellColumn[]::new);
    ofMonths =
        Arrays.stream(columns).filter(MonthColumn.class::isInstance).toArray(MonthColumn[]::new);
    sums = new long[numbers.length];
    sinceTotal = new long[numbers.length];
    needed =
        Arrays.stream(columns)
            .filter(c -> c.field().limits().required())
            .toArray(CellColumn[]::new);
  }

  void begin(Header ofFile) {
    header = ofFile;
    totals.clear();
    headers.clear();
    notes.clear();
    Arrays.fill(sums, 0);
    Arrays.fill(sinceTotal, 0);
    rows = 0;
    rowsSinceTotal = 0;
    months = false;
    atTop = true;
    otherHeader = 0;
    otherTable = 0;
    lastRow = 0;
    noteRow = 0;
    lastSlot = -1;
    lastNote = null;
  }

  /** Whether the row that a sheet is at is no row of data. */
  boolean isOther(Sheet sheet) {
    String[] cells = sheet.cells();
    int row = sheet.row();
    int filled = 0;
    int first = -1;
    int firstWord = -1;
    String firstText = null;
    for (int i = 0; i < cells.length && (filled < NARROW || firstText == null); i++) {
      if (cells[i].isEmpty()) {
        continue;
      }
      String cell = Fold.trim(cells[i]);
      if (!cell.isEmpty()) {
        filled++;
        first = first < 0 ? i : first;
        if (firstText == null && OtherWords.isWord(cell)) {
          firstText = cell;
          firstWord = i;
        }
      }
    }
    if (atTop && (explanations.areIn(cells) || numbersColumns(cells))) {
      headers.add(row);
      return true;
    }
    if (firstText != null && OtherWords.isTotal(firstText, isPerson(firstWord))) {
      total(row);
      return true;
    }
    if (lacksFirst(cells)
        && (isSum(cells)
            || firstText != null && OtherWords.mayBeTotal(firstText) && holdsNumbersAlone(cells))) {
      total(row);
      return true;
    }
    if (firstText != null
        && OtherWords.mayBeFooter(firstText)
        && isIdentity(firstWord)
        && OtherWords.isFooter(firstText, lacksFirst(cells))) {
      return note(row, firstText);
    }
    if (filled > 1 && repeatsHeader(cells, first)) {
      headers.add(row);
      otherHeader = isHeaderInOtherOrder(cells) ? row : 0;
      otherTable = 0;
      atTop = true;
      return true;
    }
    if (isNote(cells, filled, first) || filled > 0 && holdsNothing(sheet)) {
      return note(row, Fold.trim(cells[first]));
    }
    boolean apart = lastRow > 0 && (row > lastRow + 1 || noteRow > 0 && noteRow == row - 1);
    if (apart && firstWord == first && isHeaderOfOtherTable(cells)) {
      otherTable = row;
      return note(row, firstText);
    }
    lastRow = row;
    atTop = false;
    return false;
  }

  /** Whether there is a number, and nothing else that a row needs but what it is called. */
  private boolean holdsNumbersAlone(String[] cells) {
    boolean any = false;
    for (CellColumn column : columns) {
      boolean blank = column.at < 0 || column.isBlank(cells);
      if (!blank
          && column.field().limits().required()
          && !column.isNumeric()
          && !isIdentity(column.at)) {
        return false;
      }
      any |= !blank && column.isNumeric();
    }
    return any;
  }

  private boolean note(int row, String text) {
    lastNote = text;
    noteRow = row;
    notes.add(row);
    return true;
  }

  /**
   * Whether a row that stands apart is the header of some other table: words alone, and none that
   * this one asks for.
   */
  private boolean isHeaderOfOtherTable(String[] cells) {
    int filled = 0;
    for (String cell : cells) {
      if (!cell.isEmpty() && Fold.isFilled(cell)) {
        filled++;
        if (!CodePoints.isLetter(Fold.trim(cell).codePointAt(0))) {
          return false;
        }
      }
    }
    for (CellColumn column : columns) {
      String cell = column.at < 0 ? "" : column.cell(cells);
      if (!cell.isEmpty() && (column.isOwnWord(cell) || DateText.month(cell) > 0)) {
        return false;
      }
    }
    return filled >= NARROW;
  }

  /** Whether a column holds ids or people, and so no words of a title. */
  private boolean isIdentity(int at) {
    for (CellColumn column : identities) {
      if (column.at == at) {
        return true;
      }
    }
    return false;
  }

  private boolean isPerson(int at) {
    for (CellColumn column : identities) {
      if (column.at == at && column.field().personal()) {
        return true;
      }
    }
    return false;
  }

  /** Whether each cell has its column's number, from 1. */
  private static boolean numbersColumns(String[] cells) {
    if (cells.length < NARROW || !cells[0].equals("1")) {
      return false;
    }
    for (int i = 0; i < cells.length; i++) {
      String cell = Fold.trim(cells[i]);
      if (!cell.equals(String.valueOf(i + 1)) && !(i >= NARROW && cell.isEmpty())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a field that every row needs is empty, so that the row would not count anyway. */
  private boolean lacksFirst(String[] cells) {
    for (CellColumn column : needed) {
      if (column.at >= 0 && column.isBlank(cells)) {
        return true;
      }
    }
    return false;
  }

  /** Whether each number is the sum of those above, and at least one is more than zero. */
  private boolean isSum(String[] cells) {
    boolean any = false;
    boolean ofAll = rows > 1;
    boolean ofGroup = rowsSinceTotal > 1;
    for (int i = 0; i < numbers.length && (ofAll || ofGroup); i++) {
      CellColumn column = numbers[i];
      String cell = column.cell(cells);
      if (!cell.isEmpty()) {
        BigDecimal number = NumberText.plain(cell);
        if (number == null) {
          return false;
        }
        ofAll &= number.compareTo(sum(column, sums[i])) == 0;
        ofGroup &= number.compareTo(sum(column, sinceTotal[i])) == 0;
        any |= number.signum() != 0;
      }
    }
    return any && (ofAll || ofGroup);
  }

  private static BigDecimal sum(CellColumn column, long unscaled) {
    return BigDecimal.valueOf(unscaled, column.decimals());
  }

  private void total(int row) {
    totals.add(row);
    Arrays.fill(sinceTotal, 0);
    rowsSinceTotal = 0;
  }

  private boolean repeatsHeader(String[] cells, int first) {
    // Asked of every row: nearly all have a number or a date, which no header is.
    for (String cell : cells) {
      if (!cell.isEmpty() && !OtherWords.hasLetter(cell) && !Fold.trim(cell).isEmpty()) {
        return false;
      }
    }
    if (!names.isName(cells[first])) {
      return false;
    }
    int known = 0;
    for (String cell : cells) {
      if (!cell.isEmpty() && !Fold.trim(cell).isEmpty()) {
        if (!names.isName(cell)) {
          return false;
        }
        known++;
      }
    }
    return known * 2 > header.known();
  }

  /** Whether a repeated header has a column where the first one has not. */
  private boolean isHeaderInOtherOrder(String[] cells) {
    int[] again = names.recognise(cells).columns();
    for (int i = 0; i < again.length; i++) {
      if (again[i] >= 0 && again[i] != header.columns()[i]) {
        return true;
      }
    }
    return false;
  }

  /** The row of a header in another order than the first, which the rows below obey; 0: none. */
  int otherHeader() {
    return otherHeader;
  }

  /** The row of what looks like the header of another table; 0: none. */
  int otherTable() {
    return otherTable;
  }

  /** One text alone, or one that ends in a colon and its answer, where a row needs more. */
  private boolean isNote(String[] cells, int filled, int first) {
    if (needed.length < NARROW || filled > 2) {
      return false;
    }
    String text = Fold.trim(cells[first]);
    if (Checker.saysNothing(cells)) {
      return false;
    }
    if (filled == 2) {
      return text.endsWith(":");
    }
    boolean id = text.indexOf(' ') < 0 && text.chars().anyMatch(Character::isDigit);
    return OtherWords.isWord(text) && !id || isIdentity(first) && isShapedOtherwise(text);
  }

  /** Whether a text is no id as those above are: a date, a telephone number, a rule of signs. */
  private boolean isShapedOtherwise(String text) {
    return lastSlot >= 0
        && identities[0] instanceof TextColumn
        && identities[0].at >= 0
        && !identities[0].isEmpty(lastSlot)
        && !OtherWords.shape(text).equals(OtherWords.shape(identities[0].text(lastSlot)));
  }

  /** Whether each cell that is read is empty or says so: numbered lines, rules of dashes. */
  private boolean holdsNothing(Sheet sheet) {
    for (CellColumn column : columns) {
      String cell = column.at >= 0 ? column.cell(sheet.cells()) : "";
      boolean says = !cell.isEmpty() && (Placeholder.of(cell) == null || column.isOwnWord(cell));
      if (says || column.at >= 0 && sheet.lacksValue(column.at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a good row turns out to be the sum of those above; takes it into the sums if not. */
  boolean isSum(int slot, Sheet sheet) {
    boolean ofYear = isOfYear(slot);
    if (isSumOf(sums, rows, slot, ofYear)
        || rowsSinceTotal < rows && isSumOf(sinceTotal, rowsSinceTotal, slot, ofYear)
        || isCalledTotal(slot, sheet.cells())) {
      total(sheet.row());
      return true;
    }
    for (MonthColumn month : ofMonths) {
      months |= month.isOneMonth(slot);
    }
    for (int i = 0; i < numbers.length; i++) {
      if (!numbers[i].isEmpty(slot)) {
        sums[i] += numbers[i].number(slot);
        sinceTotal[i] += numbers[i].number(slot);
      }
    }
    rows++;
    rowsSinceTotal++;
    lastSlot = slot;
    return false;
  }

  private boolean isSumOf(long[] above, int number, int slot, boolean ofYear) {
    int filled = 0;
    boolean same = number >= (ofYear ? ROWS_OF_MONTHS : ROWS_OF_MORE_NUMBERS);
    for (int i = 0; i < numbers.length && same; i++) {
      if (!numbers[i].isEmpty(slot)) {
        filled++;
        same = numbers[i].number(slot) == above[i] && above[i] > 1;
      }
    }
    return same && filled > 0 && (filled > 1 || number >= ROWS_OF_ONE_NUMBER || ofYear);
  }

  /**
   * Whether one number is the sum, or the mean, of two and more above, and what the row is called
   * says so. (A title may be anything.)
   */
  private boolean isCalledTotal(int slot, String[] cells) {
    boolean any = false;
    for (int i = 0; i < numbers.length && !any; i++) {
      if (!numbers[i].isEmpty(slot)) {
        long number = numbers[i].number(slot);
        any =
            number > 1
                && (rows > 1 && (number == sums[i] || Math.abs(number * rows - sums[i]) * 2 <= rows)
                    || rowsSinceTotal > 1 && number == sinceTotal[i]);
      }
    }
    for (int i = 0; i < identities.length && any; i++) {
      // A good row has one of its list's words, where there is one.
      boolean free = identities[i].field().limits().allowed().isEmpty();
      String cell = free ? identities[i].cell(cells) : "";
      if (!cell.isEmpty() && OtherWords.mayBeTotal(cell)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row speaks of the whole year below rows that speak of months. */
  private boolean isOfYear(int slot) {
    if (!months) {
      return false;
    }
    for (MonthColumn month : ofMonths) {
      if (!month.isEmpty(slot) && !month.isOneMonth(slot)) {
        return true;
      }
    }
    return false;
  }

  /** The last text that stood alone; null: none did. */
  String lastNote() {
    return lastNote;
  }

  /** Tells of each kind once. */
  void tell(Problems problems) {
    tell(ProblemCode.TOTALS_ROW, totals, problems);
    tell(ProblemCode.SECOND_HEADER, headers, problems);
    tell(ProblemCode.NOTE_ROW, notes, problems);
  }

  private static void tell(ProblemCode code, Told told, Problems problems) {
    if (!told.isEmpty()) {
      problems.add(code.at(told.first(), -1, null, null, Map.of("left", told.rows())));
    }
  }
}
