package org.sistercityimpact.check.xlsx;

import java.util.Arrays;
import java.util.List;

/**
 * The filled rows of a worksheet, one at a time and once through, in the order of the file. A cell
 * that cannot be understood costs that cell; XML that is broken ends the rows there.
 *
 * <pre>{@code
 * SheetRows rows = worksheet.rows();
 * while (rows.next()) {
 *   for (int column = 0; column < rows.width(); column++) {
 *     use(rows.row(), column, rows.kind(column), rows.text(column));
 *   }
 * }
 * }</pre>
 */
public final class SheetRows {
  /** All texts of a row together: far more than a person writes, and little enough to hold. */
  private static final int MOST_TEXT_OF_A_ROW = 4_000_000;

  private final Workbook workbook;
  private final boolean damaged;
  private final boolean spoiled;
  private final Tags tags;
  private final Merged merged;
  private final Notes notes = new Notes();

  private String[] texts = new String[32];
  private CellKind[] kinds = new CellKind[32];
  private String[] units;
  private boolean[] hiddenColumns = new boolean[0];
  private int width;
  private int row;
  private boolean hidden;
  private boolean ended;
  private boolean insideRow;
  private int brokenAt;
  private int textOfRow;

  /** Rows of a part; null: of a sheet that has none. */
  SheetRows(
      Workbook workbook, Source part, Merged.Ranges ranges, boolean damaged, boolean spoiled) {
    this.workbook = workbook;
    this.damaged = damaged;
    this.spoiled = spoiled;
    tags = part == null ? null : new Tags(part);
    merged = new Merged(ranges);
    ended = part == null;
    Arrays.fill(kinds, CellKind.EMPTY);
  }

  /** Goes to the next row with a cell that is not empty; false behind the last. */
  public boolean next() {
    clear();
    try {
      while (!ended) {
        if (!tags.next() || tags.closes("sheetData")) {
          end();
        } else if (tags.opens("row")) {
          readRow();
          if (width > 0) {
            return true;
          }
        } else if (tags.opens("col")) {
          readColumns();
        }
      }
    } catch (Unreadable e) {
      clear();
      tags.close();
      ended = true;
      brokenAt = spoiled ? 1 : insideRow ? row : row + 1;
    }
    return false;
  }

  private void end() {
    tags.close();
    ended = true;
    brokenAt = spoiled ? 1 : damaged ? row + 1 : 0;
  }

  /** The number of the present row as the screen shows it, from 1. */
  public int row() {
    return row;
  }

  /** Whether the present row is hidden or filtered out. */
  public boolean hidden() {
    return hidden;
  }

  /** Cells of the present row up to its last filled one. */
  public int width() {
    return width;
  }

  /** What the cell in a column, from 0, holds. */
  public CellKind kind(int column) {
    return column < width ? kinds[column] : CellKind.EMPTY;
  }

  /** The text to read in a column, from 0, as its kind says; "" where there is none. */
  public String text(int column) {
    return column < width && texts[column] != null ? texts[column] : "";
  }

  /**
   * What the screen shows beside the number in a column, from 0, and changes what it means: "$",
   * "%", "k" for thousands, "min"; "" where nothing does.
   */
  public String unit(int column) {
    boolean has = units != null && column < width && column < units.length;
    return has && units[column] != null ? units[column] : "";
  }

  /** The first row that could not be read, once {@link #next} was false; 0: all were. */
  public int brokenAt() {
    return brokenAt;
  }

  /** What was met in the rows read so far. */
  public List<Note> notes() {
    return notes.toList();
  }

  private void clear() {
    Arrays.fill(texts, 0, width, null);
    Arrays.fill(kinds, 0, width, CellKind.EMPTY);
    if (units != null) {
      Arrays.fill(units, null);
    }
    width = 0;
    textOfRow = 0;
  }

  private void readColumns() {
    int first = tags.number("min");
    int last = Math.min(tags.number("max"), Reference.MOST_COLUMNS);
    if (tags.flag("hidden") && first > 0 && last >= first) {
      hiddenColumns = Arrays.copyOf(hiddenColumns, Math.max(hiddenColumns.length, last));
      Arrays.fill(hiddenColumns, first - 1, last, true);
    }
  }

  private void readRow() throws Unreadable {
    int told = tags.number("r");
    if (row == Reference.MOST_ROWS) {
      throw new Unreadable(Refusal.DAMAGED);
    }
    boolean possible = told > row && told <= Reference.MOST_ROWS;
    row = possible ? told : row + 1;
    if (!possible && tags.attribute("r") != null) {
      notes.add(Note.What.ODD_PLACE, row, 0);
    }
    insideRow = true;
    hidden = tags.flag("hidden");
    merged.goTo(row);
    int inside = tags.depth();
    int column = -1;
    while (tags.next() && (tags.opens() || tags.depth() >= inside)) {
      if (tags.opens("c")) {
        column = place(column);
        if (column < 0) {
          tags.skip();
          break;
        }
        readCell(column);
      } else if (tags.opens()) {
        tags.skip();
      }
    }
    while (tags.depth() >= inside && tags.next()) {
      // Cells beyond the last column of a spreadsheet.
    }
    insideRow = false;
    if (hidden && width > 0) {
      notes.add(Note.What.HIDDEN_ROW, String.valueOf(row));
    }
  }

  /** The column of the cell whose tag has just opened; -1: it lies beyond the last. */
  private int place(int before) {
    int column = tags.column("r");
    if (column == -2 || column >= 0 && column <= before) {
      notes.add(Note.What.ODD_PLACE, row, Math.min(before + 1, Reference.MOST_COLUMNS - 1));
    }
    if (column <= before) {
      column = before + 1;
    }
    return column < Reference.MOST_COLUMNS ? column : -1;
  }

  private void readCell(int column) throws Unreadable {
    char letter = tags.letter("t");
    String type = letter == 1 ? tags.attribute("t") : null;
    int style = tags.number("s");
    int inside = tags.depth();
    String value = null;
    CellText inline = null;
    boolean formula = false;
    boolean cut = false;
    while (tags.next() && (tags.opens() || tags.depth() >= inside)) {
      if (tags.opens("v")) {
        value = tags.text();
        cut |= tags.wasCut();
      } else if (tags.opens("is")) {
        inline = CellText.of(tags);
        cut |= inline.wasCut();
      } else if (tags.opens()) {
        formula |= tags.opens("f");
        tags.skip();
      }
    }
    if (value == null && inline == null && !formula) {
      return;
    }
    if (merged.hides(column)) {
      if (inline != null || value != null && !value.isEmpty()) {
        notes.add(Note.What.UNDER_MERGED, row, column);
      }
      return;
    }
    if (cut) {
      notes.add(Note.What.TEXT_CUT, row, column);
    }
    if (inline != null) {
      put(column, CellKind.TEXT, inline.text());
    } else if (value == null || formula && value.isEmpty() && !"str".equals(type)) {
      notes.add(Note.What.FORMULA_WITHOUT_VALUE, row, column);
      put(column, CellKind.FORMULA_WITHOUT_VALUE, "");
    } else {
      putValue(column, letter, type, value, style);
    }
  }

  private void putValue(int column, char letter, String type, String value, int style) {
    if (type != null && (type.equals("str") || type.equals("inlineStr"))) {
      put(column, CellKind.TEXT, CellText.unescaped(value));
      return;
    }
    String trimmed = value.trim();
    if (trimmed.isEmpty()) {
      return;
    }
    switch (letter) {
      case 's':
        putShared(column, trimmed);
        break;
      case 'b':
        putBoolean(column, trimmed);
        break;
      case 'e':
        put(column, CellKind.ERROR, trimmed);
        break;
      case 'd':
        Moment moment = Moment.ofIso(trimmed);
        if (moment != null) {
          put(column, moment.kind(), moment.text());
        } else {
          putNumber(column, trimmed, style);
        }
        break;
      case 0, 'n':
        putNumber(column, trimmed, style);
        break;
      default:
        putOdd(column, value);
        break;
    }
  }

  private void putShared(int column, String number) {
    String text = workbook.strings().text(whole(number));
    if (text == null) {
      notes.add(Note.What.TEXT_MISSING, row, column);
      put(column, CellKind.ERROR, "");
    } else {
      put(column, CellKind.TEXT, text);
    }
  }

  /** A whole number of at most 9 digits; -1: it is none. */
  private static int whole(String digits) {
    int whole = digits.length() > 9 ? -1 : 0;
    for (int i = 0; whole >= 0 && i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      whole = digit < 0 || digit > 9 ? -1 : whole * 10 + digit;
    }
    return whole;
  }

  private void putBoolean(int column, String value) {
    boolean yes = value.equals("1") || value.equals("true") || value.equals("TRUE");
    if (yes || value.equals("0") || value.equals("false") || value.equals("FALSE")) {
      put(column, CellKind.BOOLEAN, yes ? "TRUE" : "FALSE");
    } else {
      putOdd(column, value);
    }
  }

  private void putNumber(int column, String stored, int style) {
    String number = Decimal.plain(stored);
    if (number == null) {
      putOdd(column, stored);
      return;
    }
    NumberFormat format = workbook.formats().ofStyle(style < 0 ? 0 : style);
    switch (format.shows()) {
      case NUMBER:
        String shown = padded(number, format.zeros());
        put(column, CellKind.NUMBER, format.sign().isEmpty() ? shown : signed(format, shown));
        putUnit(column, format.unit());
        break;
      case PERCENT:
        put(column, CellKind.PERCENT, number);
        putUnit(column, format.unit());
        break;
      default:
        Moment moment = Moment.of(days(number), format.shows(), workbook.isFrom1904());
        put(
            column,
            moment == null ? CellKind.NUMBER : moment.kind(),
            moment == null ? number : moment.text());
        break;
    }
  }

  private void putUnit(int column, String unit) {
    if (!unit.isEmpty()) {
      if (units == null || column >= units.length) {
        units = units == null ? new String[texts.length] : Arrays.copyOf(units, texts.length);
      }
      units[column] = unit;
    }
  }

  /** An amount as the screen shows it: euros are no dollars, though the file has but a number. */
  private static String signed(NumberFormat format, String number) {
    return number.startsWith("-")
        ? "-" + format.sign() + number.substring(1)
        : format.sign() + number;
  }

  private static double days(String number) {
    int whole = whole(number);
    return whole >= 0 ? whole : Double.parseDouble(number);
  }

  private static String padded(String number, int zeros) {
    boolean whole = number.indexOf('.') < 0 && !number.startsWith("-");
    return whole && number.length() < zeros ? "0".repeat(zeros - number.length()) + number : number;
  }

  private void putOdd(int column, String value) {
    notes.add(Note.What.ODD_CELL, row, column);
    put(column, CellKind.TEXT, value);
  }

  private void put(int column, CellKind kind, String text) {
    if (text.isEmpty() && kind == CellKind.TEXT) {
      return;
    }
    String kept = text;
    textOfRow += text.length();
    if (textOfRow > MOST_TEXT_OF_A_ROW) {
      notes.add(Note.What.TEXT_CUT, row, column);
      kept = "";
    }
    if (column >= texts.length) {
      int room = Math.max(column + 1, texts.length * 2);
      int had = kinds.length;
      texts = Arrays.copyOf(texts, room);
      kinds = Arrays.copyOf(kinds, room);
      Arrays.fill(kinds, had, room, CellKind.EMPTY);
    }
    texts[column] = kept;
    kinds[column] = kind;
    width = column + 1;
    String range = merged.beginningAt(column);
    if (range != null) {
      notes.add(Note.What.MERGED, range);
    }
    if (column < hiddenColumns.length && hiddenColumns[column]) {
      hiddenColumns[column] = false;
      notes.add(Note.What.HIDDEN_COLUMN, Reference.column(column));
    }
  }
}
