package org.sistercityimpact.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Translation;

/** Yes and no, kept as 1 and 0. */
final class BooleanColumn extends NumberColumn {
  /** How people tick a box, and the words of other programs. */
  private static final Set<String> YES =
      Set.of(
          "x",
          "✓",
          "✔",
          "✔️",
          "✅",
          "☑",
          "☒",
          "√",
          "[x]",
          "(x)",
          "t",
          "on",
          "checked",
          "s",
          "sí",
          "si",
          "verdadero");

  private static final Set<String> NO =
      Set.of("✗", "✘", "❌", "☐", "[ ]", "[]", "f", "off", "unchecked", "falso");

  private final Map<String, Long> words = new HashMap<>();

  BooleanColumn(Field field) {
    super(field);
    field.answers().yes().forEach(word -> words.put(Fold.text(word), 1L));
    field.answers().no().forEach(word -> words.put(Fold.text(word), 0L));
    for (Translation translation : field.names().translations().values()) {
      translation
          .words()
          .forEach((word, other) -> words.putIfAbsent(Fold.text(other), words.get(word)));
    }
  }

  @Override
  boolean isOwnWord(String cell) {
    return words.containsKey(Fold.text(cell));
  }

  @Override
  void read(String cell, int slot, CellContext file) {
    Long value = words.get(Fold.text(cell));
    if (value == null && YES.contains(Fold.text(cell))) {
      values[slot] = 1;
      file.report(this, ProblemCode.SPELLING_READ, cell, Map.of("read", "yes"));
    } else if (value == null && NO.contains(Fold.text(cell))) {
      values[slot] = 0;
      file.report(this, ProblemCode.SPELLING_READ, cell, Map.of("read", "no"));
    } else if (value == null) {
      values[slot] = NONE;
      file.report(this, ProblemCode.NOT_YES_OR_NO, cell, Map.of());
    } else {
      values[slot] = value;
    }
  }

  @Override
  String shown(int slot) {
    return isEmpty(slot) ? "" : values[slot] == 1 ? "yes" : "no";
  }
}
