package org.sistercityimpact.check.xlsx;

/** What a cell holds, by its type and its number format; how its text is written. */
public enum CellKind {
  /** Nothing. */
  EMPTY,
  /** Text as typed; also a number in a cell that was typed as text. */
  TEXT,
  /**
   * A number: in plain decimals, whatever the format shows of it ("1234.5" for "$1,234.50"); with
   * the zeros in front that a format such as {@code 00000} shows, and with the sign of a currency
   * other than dollars ("€1234.5").
   */
  NUMBER,
  /** A number shown as a percentage: the fraction ("0.25" for "25%"). */
  PERCENT,
  /** A day: "2025-05-13"; "2025-05" or "2025" where the format shows no more of it. */
  DATE,
  /** A day with a time that is not midnight: "2025-05-13T14:30:00". */
  DATE_TIME,
  /**
   * A time of day or a duration: "14:30:00", "36:15:00". The whole days that a format such as h:mm
   * hides are in it.
   */
  TIME,
  /** "TRUE" or "FALSE". */
  BOOLEAN,
  /** An error of the spreadsheet ("#N/A"), or "" where the file lacks the cell's text. */
  ERROR,
  /** A formula whose result the file does not hold: "". */
  FORMULA_WITHOUT_VALUE
}
