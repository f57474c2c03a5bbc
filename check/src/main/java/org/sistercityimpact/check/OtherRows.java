package org.sistercityimpact.check;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tells rows of data from what people write between them: totals, the header once more, titles of
 * groups, notes below a table. Such a row is not counted, and all of a kind are told together.
 */
final class OtherRows {
  // "Total", "Sub-total:", "Total hours 2025", "Grand total for the year", and "Toluca Total", as a
  // spreadsheet's own subtotals are called; never "Total Eclipse".
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:the |grand |sub-? ?|overall |running |city )?(?:totals?|totale|totaal|sums?|suma|subtotal(?:es)?|gesamt(?:summe)?|zwischensumme|summe|somme|averages?|avg|mean|promedio|durchschnitt|ytd|year[ -]to[ -]date)"
              + "(?:,? (?:of|for|the|all|and|in|year|month|general|above|rows?|lines?|amount|amounts|cost|costs|hours|horas|people|personas|nights|volunteers?|visitors?|participants|attendance|exchanges?|events?|budget|spending|expenses|usd|[0-9]{4}|q[1-4]))*"
              + "[ :.=]*"
              + "|.{1,40} (?:sub-?)?totals?[ :.=]*|[合总小總]计|合計|小計|총?합계|소계|итого|всего");

  /** The first two letters of each text that {@link #TOTAL} knows, but for those beyond Latin. */
  private static final boolean[] BEGINNINGS = new boolean[32 * 32];

  static {
    for (String two : "th gr su ov ru ci to ge zw so av me pr du yt ye".split(" ")) {
      BEGINNINGS[letter(two.charAt(0)) * 32 + letter(two.charAt(1))] = true;
    }
  }

  /** So many rows must stand above a valid row whose one number is their sum. */
  private static final int ROWS_OF_ONE_NUMBER = 5;

  private static final int ROWS_OF_MORE_NUMBERS = 3;
  private static final int ROWS_OF_MONTHS = 2;
  private static final int NARROW = 3;

  private final Header.Names names;
  private final Column[] columns;
  private final Explanations explanations;
  private final Column[] needed;
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
  private String lastNote;

  OtherRows(Rows rows, Header.Names names) {
    this.names = names;
    columns = rows.columns();
    explanations = new Explanations(columns);
    sums = new long[columns.length];
    sinceTotal = new long[columns.length];
    needed =
        java.util.Arrays.stream(columns).filter(c -> c.field().required()).toArray(Column[]::new);
  }

  void begin(Header ofFile) {
    header = ofFile;
    totals.clear();
    headers.clear();
    notes.clear();
    java.util.Arrays.fill(sums, 0);
    java.util.Arrays.fill(sinceTotal, 0);
    rows = 0;
    rowsSinceTotal = 0;
    months = false;
    atTop = true;
    otherHeader = 0;
    lastNote = null;
  }

  /** Whether the row that a sheet is at is no row of data. */
  boolean isOther(Sheet sheet) {
    String[] cells = sheet.cells();
    int row = sheet.row();
    int filled = 0;
    int first = -1;
    String firstText = null;
    for (int i = 0; i < cells.length && (filled < NARROW || firstText == null); i++) {
      if (cells[i].isEmpty()) {
        continue;
      }
      String cell = Fold.trim(cells[i]);
      if (!cell.isEmpty()) {
        filled++;
        first = first < 0 ? i : first;
        firstText = firstText == null && isWord(cell) ? cell : firstText;
      }
    }
    if (atTop && explanations.areIn(cells)) {
      headers.add(row);
      return true;
    }
    if (firstText != null && isTotal(firstText)) {
      total(row);
      return true;
    }
    if (lacksFirst(cells) && isSum(cells)) {
      total(row);
      return true;
    }
    if (filled > 1 && repeatsHeader(cells, first)) {
      headers.add(row);
      otherHeader = isHeaderInOtherOrder(cells) ? row : 0;
      atTop = true;
      return true;
    }
    if (isNote(cells, filled, first) || filled > 0 && holdsNothing(sheet)) {
      lastNote = Fold.trim(cells[first]);
      notes.add(row);
      return true;
    }
    atTop = false;
    return false;
  }

  private static boolean isWord(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c > '~') {
        return cell.codePoints().skip(i).anyMatch(CodePoints::isLetter);
      }
      if (letter(c) > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTotal(String text) {
    char c = text.charAt(0);
    // Looked at by its first and last letters: nearly all cells are no total.
    return text.length() < 60
        && (beginsAsTotal(text) || c > 0x250 || endsAsTotal(text))
        && TOTAL.matcher(Fold.text(text)).matches();
  }

  private static boolean beginsAsTotal(String text) {
    return text.length() > 1 && BEGINNINGS[letter(text.charAt(0)) * 32 + letter(text.charAt(1))];
  }

  /** The place of a Latin letter in the alphabet, from 1; 0: it is none. */
  private static int letter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? c & 31 : 0;
  }

  private static boolean endsAsTotal(String text) {
    int end = text.length();
    while (end > 0 && !CodePoints.isLetter(text.charAt(end - 1))) {
      end--;
    }
    end -= end > 0 && (text.charAt(end - 1) | 0x20) == 's' ? 1 : 0;
    return end > 6 && text.regionMatches(true, end - 5, "total", 0, 5);
  }

  /** Whether a field that every row needs is empty, so that the row would not count anyway. */
  private boolean lacksFirst(String[] cells) {
    for (Column column : needed) {
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
    for (int i = 0; i < columns.length && (ofAll || ofGroup); i++) {
      Column column = columns[i];
      String cell = column.isNumeric() ? column.cell(cells) : "";
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

  private static BigDecimal sum(Column column, long unscaled) {
    return BigDecimal.valueOf(unscaled, column.decimals());
  }

  private void total(int row) {
    totals.add(row);
    java.util.Arrays.fill(sinceTotal, 0);
    rowsSinceTotal = 0;
  }

  private boolean repeatsHeader(String[] cells, int first) {
    // Asked of every row: nearly all have a number or a date, which no header is.
    for (String cell : cells) {
      if (!cell.isEmpty() && !hasLetter(cell) && !Fold.trim(cell).isEmpty()) {
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

  /** Whether a text has a letter, or any sign that is not of ASCII and may be one. */
  private static boolean hasLetter(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (letter(c) > 0 || c > '~') {
        return true;
      }
    }
    return false;
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
    return isWord(text) && !id;
  }

  /** Whether each cell that is read is empty or says so: numbered lines, rules of dashes. */
  private boolean holdsNothing(Sheet sheet) {
    for (Column column : columns) {
      String cell = column.at >= 0 ? column.cell(sheet.cells()) : "";
      boolean says = !cell.isEmpty() && (Placeholder.of(cell) == null || column.isOwnWord(cell));
      if (says || column.at >= 0 && sheet.lacksValue(column.at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a good row turns out to be the sum of those above; takes it into the sums if not. */
  boolean isSum(int slot, int row) {
    int numbers = 0;
    boolean same = rows >= (isOfYear(slot) ? ROWS_OF_MONTHS : ROWS_OF_MORE_NUMBERS);
    for (int i = 0; i < columns.length && same; i++) {
      if (columns[i].isNumeric() && !columns[i].isEmpty(slot)) {
        numbers++;
        same = columns[i].number(slot) == sums[i] && sums[i] > 1;
      }
    }
    if (same && numbers > 0 && (numbers > 1 || rows >= ROWS_OF_ONE_NUMBER || isOfYear(slot))) {
      total(row);
      return true;
    }
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] instanceof MonthColumn month) {
        months |= month.isOneMonth(slot);
      }
      if (columns[i].isNumeric() && !columns[i].isEmpty(slot)) {
        sums[i] += columns[i].number(slot);
        sinceTotal[i] += columns[i].number(slot);
      }
    }
    rows++;
    rowsSinceTotal++;
    return false;
  }

  /** Whether a row speaks of the whole year below rows that speak of months. */
  private boolean isOfYear(int slot) {
    if (!months) {
      return false;
    }
    for (Column column : columns) {
      if (column instanceof MonthColumn month && !month.isEmpty(slot) && !month.isOneMonth(slot)) {
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
