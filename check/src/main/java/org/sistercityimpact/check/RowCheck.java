package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Wording;

/** Checks one row after another: its shape, each cell, then the contract's rules. */
final class RowCheck implements Row, CellContext {
  private final CellColumn[] columns;
  private final SplitNumbers splitNumbers;
  private final CellColumn[] order;
  private final RowTest[] ignoredWhen;
  private final RowTest[] ignoredUnless;
  private final RowRules rules;
  private final PersonalData people;
  private final Set<Integer> filledUnnamed = new TreeSet<>();

  private final OwnerColumns owner = new OwnerColumns();
  private final Told shortRows = new Told();

  private Header header;
  private Opened opened;
  private boolean inWorkbook;
  private Boolean widerRows;
  private Context context;
  private Problems problems;
  private Sheet row;
  private String[] cells;
  private int sourceRow;
  private int slot;
  private boolean good;

  RowCheck(Contract contract, Contracts contracts, AcceptedRows rows, PersonalData people) {
    this.people = people;
    columns = rows.columns();
    splitNumbers = new SplitNumbers(columns);
    rules = new RowRules(contract, contracts, columns);
    Map<CellColumn, RowTest> when = new HashMap<>();
    Map<CellColumn, RowTest> unless = new HashMap<>();
    for (CellColumn column : columns) {
      when.put(column, rules.test(column.field().ignored().when()));
      unless.put(column, rules.test(column.field().ignored().unless()));
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
  private CellColumn[] ordered(Map<CellColumn, RowTest> when, Map<CellColumn, RowTest> unless) {
    List<CellColumn> done = new ArrayList<>();
    while (done.size() < columns.length) {
      int before = done.size();
      for (CellColumn column : columns) {
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
    return done.toArray(CellColumn[]::new);
  }

  private boolean isReady(RowTest test, List<CellColumn> done) {
    for (CellColumn column : columns) {
      if (test != null && test.looksAt(column) && !done.contains(column)) {
        return false;
      }
    }
    return true;
  }

  /** From now on rows come by once more, and all there is to tell of them has been told. */
  void again() {
    problems = null;
  }

  void begin(Header ofFile, Opened file, Context about, Problems into) {
    header = ofFile;
    opened = file;
    inWorkbook = file.shape() == Opened.Shape.WORKBOOK;
    widerRows = null;
    owner.begin(header);
    shortRows.clear();
    splitNumbers.begin(file);
    context = about;
    problems = into;
    filledUnnamed.clear();
    for (int i = 0; i < columns.length; i++) {
      columns[i].begin();
      columns[i].at = header.columns()[i];
      columns[i].further = header.further()[i];
    }
  }

  /**
   * Reads one row into a slot; false when it has an error.
   *
   * @param others what stands between the rows of data above it
   */
  boolean check(Sheet sheet, int intoSlot, OtherRows others) {
    if (others.otherTable() == 0) {
      return check(sheet, intoSlot, others.otherHeader());
    }
    // A row of another table is told as that, and not for each of its cells.
    Problems all = problems;
    problems = null;
    boolean fits = check(sheet, intoSlot, others.otherHeader());
    problems = all;
    if (fits) {
      return problems == null || check(sheet, intoSlot, others.otherHeader());
    }
    reportRow(ProblemCode.OTHER_TABLE, Map.of("header", String.valueOf(others.otherTable())));
    return false;
  }

  /**
   * The same.
   *
   * @param otherHeader the row above it of a header in another order; 0: there is none
   */
  private boolean check(Sheet sheet, int intoSlot, int otherHeader) {
    row = sheet;
    cells = sheet.cells();
    sourceRow = sheet.row();
    slot = intoSlot;
    good = true;
    if (otherHeader > 0) {
      reportRow(ProblemCode.OTHER_HEADER, Map.of("header", String.valueOf(otherHeader)));
      return false;
    }
    checkShape();
    Problem ofOther = good ? owner.problem(cells, sourceRow, context) : null;
    if (ofOther != null) {
      take(ofOther);
      return false;
    }
    if (good) {
      readCells();
      rules.apply(this);
    }
    return good;
  }

  private void checkShape() {
    if (inWorkbook) {
      for (int column = 0; column < cells.length; column++) {
        boolean named = column < header.names().size() && !header.names().get(column).isEmpty();
        if (!named && !Fold.trim(cells[column]).isEmpty()) {
          filledUnnamed.add(column);
        }
      }
      return;
    }
    if (cells.length < header.width()) {
      checkShortRow();
    }
    if (holdsTooMany()) {
      if (opened.delimiter() != ',' || !tellsSplitNumber(true)) {
        reportRow(ProblemCode.TOO_MANY_CELLS, cellsAndColumns());
      }
      return;
    }
    if (good && opened.delimiter() == ',' && tellsSplitNumber(false)) {
      return;
    }
    for (int column : header.unnamed()) {
      if (column < cells.length && !Fold.trim(cells[column]).isEmpty()) {
        filledUnnamed.add(column);
      }
    }
  }

  /** A further cell is harmless only when it is empty and most rows have it. */
  private boolean holdsTooMany() {
    for (int i = header.width(); i < cells.length; i++) {
      if (!Fold.trim(cells[i]).isEmpty()) {
        return true;
      }
    }
    return cells.length > header.names().size() && !mostRowsAreWider();
  }

  /** Spreadsheets leave out empty cells at the end of a row; a needed one may not be among them. */
  private void checkShortRow() {
    for (CellColumn column : columns) {
      if (column.field().limits().required() && column.at >= cells.length) {
        reportRow(ProblemCode.TOO_FEW_CELLS, cellsAndColumns());
        return;
      }
    }
    if (problems != null) {
      shortRows.add(sourceRow);
    }
  }

  /** Whether a delimiter too many ends most rows of the file, so that it has shifted nothing. */
  private boolean mostRowsAreWider() {
    if (widerRows == null) {
      int wider = 0;
      int all = 0;
      try {
        for (Sheet sheet = opened.sheet(); sheet.nextFilled(); all++) {
          wider += sheet.cells().length > header.names().size() ? 1 : 0;
        }
      } catch (BrokenSheet unusable) {
        // Then no row of it counts.
      }
      widerRows = wider * 2 > all;
    }
    return widerRows;
  }

  private boolean tellsSplitNumber(boolean certainly) {
    Problem split = splitNumbers.problem(cells, sourceRow, certainly);
    if (split != null) {
      take(split);
    }
    return split != null;
  }

  /** Tells once of rows that end early. */
  void tell() {
    if (!shortRows.isEmpty()) {
      problems.add(ProblemCode.SHORT_ROWS.at(0, -1, null, null, Map.of("left", shortRows.rows())));
    }
  }

  /** The columns without a name in which rows of this file hold something. */
  Set<Integer> filledUnnamed() {
    return filledUnnamed;
  }

  private Map<String, String> cellsAndColumns() {
    return Map.of(
        "cells",
        cells.length == 1 ? "1 cell" : cells.length + " cells",
        "columns",
        String.valueOf(header.width()));
  }

  private void reportRow(ProblemCode code, Map<String, String> words) {
    good = false;
    if (problems != null) {
      problems.add(code.at(sourceRow, -1, null, null, words));
    }
  }

  private void readCells() {
    for (int i = 0; i < order.length; i++) {
      CellColumn column = order[i];
      column.bad = false;
      String cell = cell(column);
      if (ignoredWhen[i] != null && ignoredWhen[i].holds(slot)
          || ignoredUnless[i] != null
              && !ignoredUnless[i].isOpen()
              && !ignoredUnless[i].holds(slot)) {
        column.clear(slot);
      } else if (!cell.isEmpty()) {
        Placeholder nothing = Placeholder.of(cell);
        if (nothing == null || column.isOwnWord(cell)) {
          column.read(cell, slot, this);
          if (inWorkbook && !column.bad) {
            column.readUnit(row.unit(column.at), cell, slot, this);
          }
        } else {
          readNothing(column, cell, nothing);
        }
      } else {
        column.clear(slot);
        if (column.at >= 0 && row.lacksValue(column.at)) {
          report(column, ProblemCode.NO_STORED_VALUE, "", Map.of());
        } else if (column.field().limits().required()) {
          report(
              column,
              ProblemCode.VALUE_MISSING,
              "",
              Map.of("what", wanted(column.field(), year())));
        }
      }
    }
  }

  private void readNothing(CellColumn column, String cell, Placeholder nothing) {
    column.clear(slot);
    Field field = column.field();
    if (field.limits().required()) {
      Map<String, String> words = Map.of("kind", nothing.kind(), "what", wanted(field, year()));
      report(column, ProblemCode.PLACEHOLDER, cell, words);
    } else {
      report(column, ProblemCode.PLACEHOLDER_READ, cell, Map.of("kind", nothing.kind()));
    }
  }

  /** What the field asks for, in a few words. */
  private static String wanted(Field field, Integer year) {
    if (!field.limits().allowed().isEmpty()) {
      return WordColumn.oneOf(field.limits().allowed());
    }
    if (field.limits().hint() != null) {
      return field.hint(year);
    }
    return switch (field.type()) {
      case DATE -> "a date as YYYY-MM-DD";
      case INTEGER -> "a whole number";
      case NUMBER -> "a number";
      case YEAR -> "a year with four digits";
      case BOOLEAN -> "yes or no";
      case STRING -> "the " + field.names().title().toLowerCase(java.util.Locale.ROOT);
    };
  }

  @Override
  public int slot() {
    return slot;
  }

  @Override
  public boolean isGood() {
    return good;
  }

  @Override
  public Context context() {
    return context;
  }

  @Override
  public String meant(CellColumn column, String written) {
    Registry registry = context.registry();
    return registry == null
        ? null
        : registry.meant(column.field().name(), context.memberId(), written);
  }

  @Override
  public String written(CellColumn column) {
    return unit(column).equals("$") ? "$" + cell(column) : cell(column);
  }

  @Override
  public String unit(CellColumn column) {
    return inWorkbook ? row.unit(column.at) : "";
  }

  @Override
  public boolean holdsNumber(CellColumn column) {
    return inWorkbook && row.holdsNumber(column.at);
  }

  @Override
  public Integer year() {
    return context.dataYear();
  }

  @Override
  public char delimiter() {
    return opened.delimiter();
  }

  @Override
  public List<CellColumn> columns() {
    return List.of(columns);
  }

  @Override
  public void eachCell(CellColumn column, ObjIntConsumer<String> cell) {
    try {
      Sheet sheet = opened.sheet();
      while (sheet.nextFilled()) {
        String text = column.cell(sheet.cells());
        if (!text.isEmpty()) {
          cell.accept(text, sheet.row());
        }
      }
    } catch (BrokenSheet unusable) {
      // Then no row of it counts.
    }
  }

  @Override
  public void report(CellColumn column, ProblemCode code, String cell, Map<String, String> words) {
    column.bad |= code.severity() == Severity.ERROR;
    if (problems == null) {
      good &= code.severity() != Severity.ERROR;
      return;
    }
    Map<String, String> all = new HashMap<>(words);
    Shown shown = people.shown(column.field(), cell);
    all.put("field", column.field().name());
    all.put("value", shown.quoted());
    take(code.at(sourceRow, column.at, column.field().name(), shown.value(), all));
  }

  @Override
  public void report(CellColumn column, ProblemCode code, Map<String, String> words) {
    report(column, code, cell(column), words);
  }

  @Override
  public void report(
      CellColumn column, Severity severity, Wording wording, Map<String, String> words) {
    if (problems == null) {
      good &= severity != Severity.ERROR;
      return;
    }
    Map<String, String> all = new HashMap<>();
    for (CellColumn each : columns) {
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
    if (problems != null) {
      problems.add(problem);
    }
  }

  private String cell(CellColumn column) {
    return column.cell(cells);
  }
}
