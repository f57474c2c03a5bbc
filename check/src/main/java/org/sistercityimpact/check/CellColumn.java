package org.sistercityimpact.check;

import java.math.BigDecimal;
import org.sistercityimpact.check.contract.Field;

/**
 * The accepted cells of one field of one file, side by side in arrays that are used again for the
 * next file: a hundred million cells pass through here, so none of them is boxed.
 */
public abstract class CellColumn {
  final Field field;

  /** Its column in the present file, of several the first; -1: not there. */
  int at = -1;

  /** The columns whose cells belong behind that of {@link #at}; mostly none. */
  int[] further = {};

  /** Whether the cell of the present row is faulty. */
  boolean bad;

  CellColumn(Field field) {
    this.field = field;
  }

  /** Whether it holds amounts or counts. */
  final boolean isNumeric() {
    return field.type() == Field.Type.INTEGER || field.type() == Field.Type.NUMBER;
  }

  /** How many digits stand behind the point of its numbers. */
  final int decimals() {
    return field.type() == Field.Type.NUMBER ? field.range().decimals() : 0;
  }

  /** Whether a row of the present file holds nothing of it. */
  final boolean isBlank(String[] cells) {
    boolean one = further.length == 0 && at >= 0 && at < cells.length;
    return !(one && Fold.isFilled(cells[at])) && cell(cells).isEmpty();
  }

  /** What a row of the present file holds of it, trimmed; empty: nothing. */
  final String cell(String[] cells) {
    if (further.length > 0) {
      return Header.joined(cells, at, further);
    }
    return at < 0 || at >= cells.length ? "" : Fold.trim(cells[at]);
  }

  /** The field. */
  public Field field() {
    return field;
  }

  /** Begins a file: nothing that another one proved holds any longer. */
  void begin() {
    bad = false;
  }

  /** Whether a cell is one of the column's own words, so that "none" is no placeholder. */
  boolean isOwnWord(String cell) {
    return false;
  }

  /** Reads a trimmed, non-empty cell into a slot, or tells {@code file} why not. */
  abstract void read(String cell, int slot, CellContext file);

  /** Looks at what a workbook shows beside the number that was just read: it may be another. */
  void readUnit(String unit, String cell, int slot, CellContext file) {}

  abstract void clear(int slot);

  /** Takes the value of another column of the same type. */
  abstract void copy(CellColumn from, int slot);

  abstract void grow(int slots);

  abstract int hash(int slot);

  abstract boolean same(int a, int b);

  /** 64 bits that tell the values that {@link #same} compares apart. */
  abstract long print(int slot);

  /** Whether the slot holds nothing. */
  public abstract boolean isEmpty(int slot);

  /** An integer, a year, days since 1970, 0 or 1, or a number without its decimal point. */
  public long number(int slot) {
    throw new IllegalStateException(field.name() + " is a text");
  }

  /** A count or an amount, with the field's decimals. */
  BigDecimal decimal(int slot) {
    throw new IllegalStateException(field.name() + " is no count or amount");
  }

  /** A text. */
  public String text(int slot) {
    throw new IllegalStateException(field.name() + " is not a text");
  }

  /** A text made comparable; only where the field asks for it. */
  public String key(int slot) {
    throw new IllegalStateException(field.name() + " has no key");
  }

  /** The value as a person would write it, for a message. */
  abstract String shown(int slot);
}
