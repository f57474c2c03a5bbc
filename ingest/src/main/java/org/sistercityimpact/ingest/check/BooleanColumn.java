package org.sistercityimpact.ingest.check;

import java.util.HashMap;
import java.util.Map;
import org.sistercityimpact.warehouse.contract.Field;

/** Yes and no, kept as 1 and 0. */
final class BooleanColumn extends NumberColumn {
  private final Map<String, Long> words = new HashMap<>();

  BooleanColumn(Field field) {
    super(field);
    field.trueWords().forEach(word -> words.put(Fold.text(word), 1L));
    field.falseWords().forEach(word -> words.put(Fold.text(word), 0L));
  }

  @Override
  void read(String cell, int slot, CellFaults faults) {
    Long value = words.get(Fold.text(cell));
    if (value == null) {
      values[slot] = NONE;
      faults.report(this, ProblemCode.NOT_YES_OR_NO, cell, Map.of());
    } else {
      values[slot] = value;
    }
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : values[slot] == 1 ? "yes" : "no";
  }
}
