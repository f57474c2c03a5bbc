package org.sistercityimpact.check;

import java.util.Map;
import org.sistercityimpact.check.xlsx.CellKind;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.Worksheet;

/** A sheet of a workbook, its rows as the screen numbers them. */
final class XlsxSheet implements Sheet {
  private final SheetRows rows;
  private String[] cells;

  XlsxSheet(Worksheet worksheet) {
    rows = worksheet.rows();
  }

  @Override
  public boolean next() throws BrokenSheet {
    if (!rows.next()) {
      if (rows.brokenAt() > 0) {
        throw new BrokenSheet(
            ProblemCode.SHEET_DAMAGED.ofFile(Map.of("row", String.valueOf(rows.brokenAt()))));
      }
      return false;
    }
    cells = new String[rows.width()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = rows.text(column);
    }
    return true;
  }

  @Override
  public String[] cells() {
    return cells;
  }

  @Override
  public int row() {
    return rows.row();
  }

  @Override
  public int line() {
    return rows.row();
  }

  @Override
  public boolean lacksValue(int column) {
    CellKind kind = rows.kind(column);
    return rows.text(column).isEmpty()
        && (kind == CellKind.FORMULA_WITHOUT_VALUE || kind == CellKind.ERROR);
  }

  @Override
  public String unit(int column) {
    return rows.unit(column);
  }

  @Override
  public boolean holdsNumber(int column) {
    return rows.kind(column) == CellKind.NUMBER;
  }

  /** What was met in the rows read so far. */
  SheetRows rows() {
    return rows;
  }
}
