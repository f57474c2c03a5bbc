package org.sistercityimpact.check.xlsx;

import java.util.List;

/**
 * Something about a sheet or workbook that its rows do not show.
 *
 * @param what the kind
 * @param count how often it was met
 * @param places the first {@value #MOST_PLACES} places as the screen shows them: a cell, a range
 *     ("B5:B9"), a row ("7") or a column ("D"); none for a whole sheet or workbook
 */
public record Note(What what, int count, List<String> places) {
  static final int MOST_PLACES = 10;

  /** The kinds of notes. */
  public enum What {
    /** Merged cells with a value: it belongs to the first of them (range). */
    MERGED,
    /** Values that lie unseen under merged cells and are not read (cell). */
    UNDER_MERGED,
    /** Filled rows that are hidden or filtered out; they are read (row). */
    HIDDEN_ROW,
    /** Columns with values that are hidden; they are read (column). */
    HIDDEN_COLUMN,
    /** Formulas whose result the file does not hold (cell). */
    FORMULA_WITHOUT_VALUE,
    /** Cells whose text the file does not hold (cell). */
    TEXT_MISSING,
    /** Cells of an unknown type, or with a value that does not fit it: read as text (cell). */
    ODD_CELL,
    /** Rows and cells at an impossible place, read behind the one before (cell). */
    ODD_PLACE,
    /** Texts longer than a cell can hold, of which the first 32,767 letters are read (cell). */
    TEXT_CUT,
    /** The workbook has no number formats: dates appear as numbers. */
    NO_FORMATS,
    /** The file lacks this sheet's part. */
    SHEET_MISSING
  }
}
