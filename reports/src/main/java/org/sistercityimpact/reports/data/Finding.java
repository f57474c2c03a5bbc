package org.sistercityimpact.reports.data;

/**
 * What ingest found in a file: one row of {@code problems}.
 *
 * @param at where
 * @param severity error, warning or assumed
 * @param message what is wrong
 * @param fix what to write instead
 * @param alike how many findings of this kind the column of this file has
 */
public record Finding(
    Cell at, String code, String severity, String message, String fix, long alike) {

  /**
   * A cell of a file, or all of a column, row or file.
   *
   * @param file its name, without folders
   * @param sheet null for a CSV
   * @param row as a person sees it; null for a whole file or column
   * @param letter of the column; null for a whole row or file
   * @param value as written, hidden where it may be personal; null where there is none
   */
  public record Cell(
      String file, String sheet, Long row, String letter, String column, String value) {}

  /** The same, told in other words. */
  public Finding with(String otherMessage) {
    return new Finding(at, code, severity, otherMessage, fix, alike);
  }

  /** It counts, and somebody has to say whether it is right. */
  public boolean isDoubt() {
    return code.equals("doubt");
  }

  public boolean isError() {
    return severity.equals("error") || isUnread();
  }

  /** Whether the file lies where, or is such, that nothing of it was read. */
  public boolean isUnread() {
    return code.equals("stray-file");
  }
}
