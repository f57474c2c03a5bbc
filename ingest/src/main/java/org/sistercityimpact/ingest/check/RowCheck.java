package org.sistercityimpact.ingest.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sistercityimpact.warehouse.contract.Contract;
import org.sistercityimpact.warehouse.contract.Field;
import org.sistercityimpact.warehouse.contract.Wording;

/** Checks one row after another: its shape, each cell, then the contract's rules. */
final class RowCheck implements Row, CellFaults {
  private final Column[] columns;
  private final Column[] order;
  private final RowTest[] ignoredWhen;
  private final RowTest[] ignoredUnless;
  private final RowRules rules;
  private final PersonalData people;
  private final Set<Integer> filledUnnamed = new TreeSet<>();

  private Header header;
  private Context context;
  private Problems problems;
  private String[] cells;
  private int sourceRow;
  private int slot;
  private boolean good;

  RowCheck(Contract contract, Rows rows, PersonalData people) {
    this.people = people;
    columns = rows.columns();
    rules = new RowRules(contract, columns);
    Map<Column, RowTest> when = new HashMap<>();
    Map<Column, RowTest> unless = new HashMap<>();
    for (Column column : columns) {
      when.put(column, rules.test(column.field().ignoredWhen()));
      unless.put(column, rules.test(column.field().ignoredUnless()));
    }
    order = ordered(when, unless);
    ignoredWhen = new RowTest[order.length];
    ignoredUnless = new RowTest[order.length];
    for (int i = 0; i < order.length; i++) {
      ignoredWhen[i] = when.get(order[i]);
      ignoredUnless[i] = unless.get(order[i]);
    }
  }

  /** A cell that may be ignored comes after the cells that decide it. */
  private Column[] ordered(Map<Column, RowTest> when, Map<Column, RowTest> unless) {
    List<Column> done = new ArrayList<>();
    while (done.size() < columns.length) {
      int before = done.size();
      for (Column column : columns) {
        if (!done.contains(column)
            && isReady(when.get(column), done)
            && isReady(unless.get(column), done)) {
          done.add(column);
        }
      }
      if (done.size() == before) {
        throw new IllegalStateException("Fields decide in a circle whether they are ignored");
      }
    }
    return done.toArray(Column[]::new);
  }

  private boolean isReady(RowTest test, List<Column> done) {
    for (Column column : columns) {
      if (test != null && test.looksAt(column) && !done.contains(column)) {
        return false;
      }
    }
    return true;
  }

  void begin(Header ofFile, Context about, Problems into) {
    header = ofFile;
    context = about;
    problems = into;
    filledUnnamed.clear();
    for (int i = 0; i < columns.length; i++) {
      columns[i].at = header.columns()[i];
    }
  }

  /** Reads one row into a slot; false when it has an error. */
  boolean check(String[] rowCells, int row, int intoSlot) {
    cells = rowCells;
    sourceRow = row;
    slot = intoSlot;
    good = true;
    checkShape();
    if (good) {
      readCells();
      rules.apply(this);
    }
    return good;
  }

  private void checkShape() {
    if (cells.length < header.width()) {
      reportRow(ProblemCode.TOO_FEW_CELLS);
      return;
    }
    for (int i = header.width(); i < cells.length; i++) {
      if (!Fold.trim(cells[i]).isEmpty()) {
        reportRow(ProblemCode.TOO_MANY_CELLS);
        return;
      }
    }
    for (int column : header.unnamed()) {
      if (!Fold.trim(cells[column]).isEmpty()) {
        filledUnnamed.add(column);
      }
    }
  }

  /** The columns without a name in which rows of this file hold something. */
  Set<Integer> filledUnnamed() {
    return filledUnnamed;
  }

  private void reportRow(ProblemCode code) {
    good = false;
    Map<String, String> words =
        Map.of("cells", String.valueOf(cells.length), "columns", String.valueOf(header.width()));
    problems.add(code.at(sourceRow, -1, null, null, words));
  }

  private void readCells() {
    for (int i = 0; i < order.length; i++) {
      Column column = order[i];
      column.bad = false;
      String cell = column.at < 0 ? "" : Fold.trim(cells[column.at]);
      if (ignoredWhen[i] != null && ignoredWhen[i].holds(slot)
          || ignoredUnless[i] != null
              && !ignoredUnless[i].isOpen()
              && !ignoredUnless[i].holds(slot)) {
        column.clear(slot);
      } else if (!cell.isEmpty()) {
        column.read(cell, slot, this);
      } else {
        column.clear(slot);
        if (column.field().required()) {
          report(column, ProblemCode.VALUE_MISSING, "", Map.of("what", wanted(column.field())));
        }
      }
    }
  }

  /** What the field asks for, in a few words. */
  private static String wanted(Field field) {
    if (!field.allowed().isEmpty()) {
      return WordColumn.oneOf(field.allowed());
    }
    if (field.hint() != null) {
      return field.hint();
    }
    return switch (field.type()) {
      case DATE -> "a date as YYYY-MM-DD";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case YEAR -> "a year with four digits";
      case BOOLEAN -> "yes or no";
      case STRING -> "the " + field.title().toLowerCase(java.util.Locale.ROOT);
    };
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public Context context() {
    return context;
  }

  @Override
  public void report(Column column, ProblemCode code, String cell, Map<String, String> words) {
    Map<String, String> all = new HashMap<>(words);
    Shown shown = people.shown(column.field(), cell);
    all.put("field", column.field().name());
    all.put("value", shown.quoted());
    take(code.at(sourceRow, column.at, column.field().name(), shown.value(), all));
    column.bad |= code.severity() == Severity.ERROR;
  }

  @Override
  public void report(Column column, ProblemCode code, Map<String, String> words) {
    report(column, code, cell(column), words);
  }

  @Override
  public void report(Column column, Severity severity, Wording wording, Map<String, String> words) {
    Map<String, String> all = new HashMap<>();
    for (Column each : columns) {
      all.put(each.field().name(), people.shown(each.field(), cell(each)).plainly());
    }
    all.putAll(words);
    take(
        new Problem(
            sourceRow,
            column.at,
            column.field().name(),
            people.shown(column.field(), cell(column)).value(),
            wording.code(),
            severity,
            ProblemCode.filled(wording.message(), all),
            ProblemCode.filled(wording.fix(), all)));
  }

  private void take(Problem problem) {
    good &= problem.severity() != Severity.ERROR;
    problems.add(problem);
  }

  private String cell(Column column) {
    return column.at < 0 ? "" : Fold.trim(cells[column.at]);
  }
}
