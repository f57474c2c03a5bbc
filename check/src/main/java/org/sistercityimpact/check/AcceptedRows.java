package org.sistercityimpact.check;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Type;
import org.sistercityimpact.check.contract.RowRule;

/**
 * The rows of one checked file, column by column; of a very large one those of one part after the
 * other. The same object is filled afresh by the next file; nothing it gave before then stays
 * valid.
 */
public final class AcceptedRows {
  /** So many rows are held at once: those of nearly all files, and 50 MB of a very large one. */
  static final int MOST_SLOTS = 1 << 17;

  private final CellColumn[] columns;
  private int[] sourceRows = new int[256];
  private boolean[] counts = new boolean[256];
  private int slots;
  private BooleanSupplier refill;

  AcceptedRows(Contract contract, java.util.Map<String, CodeList> codeLists) {
    columns = new CellColumn[contract.fields().size()];
    for (int i = 0; i < columns.length; i++) {
      Field field = contract.fields().get(i);
      boolean inYear =
          contract.rules().stream()
              .anyMatch(
                  rule ->
                      rule instanceof RowRule.InReportingYear r && r.field().equals(field.name()));
      columns[i] = column(field, inYear, codeLists);
    }
  }

  /** A text that lies in the reporting year is a month. */
  private static CellColumn column(
      Field field, boolean inYear, java.util.Map<String, CodeList> codeLists) {
    if (field.type() == Type.DATE) {
      return new DateColumn(field, inYear);
    } else if (field.type() == Type.BOOLEAN) {
      return new BooleanColumn(field);
    } else if (field.type() != Type.STRING) {
      return new NumberColumn(field);
    } else if (field.limits().reference() != null) {
      return new WordColumn(field, codeLists.get(field.limits().reference()));
    }
    if (inYear) {
      return new MonthColumn(field);
    }
    return field.limits().allowed().isEmpty() ? new TextColumn(field) : new WordColumn(field);
  }

  void clear() {
    slots = 0;
    refill = null;
  }

  /** Whether no slot is left for one more row. */
  boolean isFull() {
    return slots == MOST_SLOTS;
  }

  /** Lets the rows go to make room for those that follow. */
  void leave() {
    slots = 0;
  }

  /** From now on {@code refill} puts the accepted rows into the slots, as many as there are. */
  void refilledBy(BooleanSupplier rest) {
    refill = rest;
    advance();
  }

  /**
   * Goes on to the next rows of the same file, which take the place of those that were here; false:
   * those were the last.
   */
  public boolean advance() {
    if (refill == null) {
      return false;
    }
    slots = 0;
    return refill.getAsBoolean();
  }

  /** Makes room for one more row and gives its slot, which {@link #keep} makes last. */
  int open() {
    if (slots == sourceRows.length) {
      int larger = slots * 2;
      sourceRows = Arrays.copyOf(sourceRows, larger);
      counts = Arrays.copyOf(counts, larger);
      for (CellColumn column : columns) {
        column.grow(larger);
      }
    }
    return slots;
  }

  void keep(int sourceRow) {
    sourceRows[slots] = sourceRow;
    counts[slots] = true;
    slots++;
  }

  void drop(int slot) {
    counts[slot] = false;
  }

  CellColumn[] columns() {
    return columns;
  }

  /** The columns, in the contract's order. */
  public List<CellColumn> all() {
    return List.of(columns);
  }

  /** Slots in use; of these only those that {@link #counts} hold an accepted row. */
  public int slots() {
    return slots;
  }

  /** Whether the slot holds an accepted row. */
  public boolean counts(int slot) {
    return counts[slot];
  }

  /** The row's number in its file. */
  public int sourceRow(int slot) {
    return sourceRows[slot];
  }
}
