package org.sistercityimpact.check;

import java.util.List;
import org.sistercityimpact.check.DateText.Form;
import org.sistercityimpact.check.DateText.Reading;

/**
 * Whether day or month comes first where the cells themselves leave it open.
 *
 * @param form day or month first; null: nothing settles it
 * @param proof the cell that settles it, to be told; null with {@code form}
 */
record DayOrder(Form form, String proof) {
  private static final DayOrder OPEN = new DayOrder(null, null);

  /**
   * What the other cells of a column prove, or, where none of them says it, other days' columns.
   */
  static DayOrder of(CellColumn column, CellContext file) {
    String[] proofs = proofs(column, file);
    for (CellColumn other : file.columns()) {
      if (proofs[0] == null
          && proofs[1] == null
          && other != column
          && other instanceof DateColumn) {
        proofs = proofs(other, file);
      }
    }
    if ((proofs[0] == null) == (proofs[1] == null)) {
      return OPEN;
    }
    return proofs[0] != null
        ? new DayOrder(Form.MONTH_FIRST, ", for %s has the month first".formatted(proofs[0]))
        : new DayOrder(Form.DAY_FIRST, ", for %s has the day first".formatted(proofs[1]));
  }

  /** The first cell that can only have the month first, and the first with the day. */
  private static String[] proofs(CellColumn column, CellContext file) {
    String[] proofs = new String[2];
    boolean liesInYear = !(column instanceof DateColumn days) || days.liesInYear();
    file.eachCell(
        column,
        (cell, row) -> {
          List<Reading> days = DateText.readings(cell, file.year());
          List<Form> forms =
              days.stream()
                  .filter(day -> day.isPossible(file.year(), liesInYear))
                  .map(Reading::form)
                  .distinct()
                  .toList();
          Form form = forms.size() == 1 ? forms.get(0) : null;
          int which = form == Form.MONTH_FIRST ? 0 : form == Form.DAY_FIRST ? 1 : -1;
          if (which >= 0 && proofs[which] == null) {
            proofs[which] = Problem.letter(column.at) + row + " (" + Problem.printable(cell) + ")";
          }
        });
    return proofs;
  }
}
