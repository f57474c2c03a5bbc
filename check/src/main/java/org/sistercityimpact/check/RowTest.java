package org.sistercityimpact.check;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.sistercityimpact.check.contract.Condition;
import org.sistercityimpact.check.contract.Condition.Filled;
import org.sistercityimpact.check.contract.Condition.In;
import org.sistercityimpact.check.contract.Condition.Matches;
import org.sistercityimpact.check.contract.Condition.Term;

/** A condition tied to the columns it looks at. */
final class RowTest {
  private final CellColumn[] columns;
  private final Predicate[] predicates;

  private interface Predicate {
    boolean holds(CellColumn column, int slot);
  }

  RowTest(Condition condition, Function<String, CellColumn> columnOf) {
    int count = condition.terms().size();
    columns = new CellColumn[count];
    predicates = new Predicate[count];
    for (int i = 0; i < count; i++) {
      Term term = condition.terms().get(i);
      columns[i] = columnOf.apply(term.field());
      predicates[i] = predicate(term);
    }
  }

  private static Predicate predicate(Term term) {
    if (term instanceof In in) {
      return (column, slot) -> in.values().contains(column.shown(slot));
    } else if (term instanceof Matches matches) {
      Pattern pattern = Pattern.compile(matches.pattern());
      return (column, slot) -> pattern.matcher(column.text(slot)).matches();
    } else if (term instanceof Filled) {
      return (column, slot) -> true;
    }
    throw new IllegalStateException("A term that nothing tests: " + term);
  }

  /** Whether all terms hold; a faulty or empty cell holds nothing. */
  boolean holds(int slot) {
    for (int i = 0; i < columns.length; i++) {
      CellColumn column = columns[i];
      if (column.bad || column.isEmpty(slot) || !predicates[i].holds(column, slot)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a cell it looks at is faulty, so that nobody can say whether it holds. */
  boolean isOpen() {
    for (CellColumn column : columns) {
      if (column.bad) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of its cells is read from {@code column}. */
  boolean looksAt(CellColumn column) {
    for (CellColumn each : columns) {
      if (each == column) {
        return true;
      }
    }
    return false;
  }
}
