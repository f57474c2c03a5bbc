package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a long file agree in their key, when no more of a row is kept than two prints of 64
 * bits: of its key, and of all it says. Of a million rows two look alike by chance once in forty
 * million files.
 */
final class RowPrints {
  /** Rows that agree in their key. */
  static final class Group {
    private final List<Integer> firstRows = new ArrayList<>();
    private int size;
    private boolean differ;

    private void add(int row) {
      size++;
      if (firstRows.size() <= RowKeys.MOST_NAMED) {
        firstRows.add(row);
      }
    }

    /** The first of them, one more than are named. */
    List<Integer> firstRows() {
      return firstRows;
    }

    int size() {
      return size;
    }

    /** Whether any says something else than the first. */
    boolean differ() {
      return differ;
    }
  }

  private final CellColumn[] key;
  private final CellColumn[] all;
  private final Map<Integer, Group> groups = new HashMap<>();
  private long[] keys = new long[1 << 18];
  private long[] alls;
  private int[] rows = new int[1 << 18];
  private int size;

  /** Compares by {@code key} what then is compared by {@code all}, which may be the same. */
  RowPrints(CellColumn[] key, CellColumn[] all) {
    this.key = key;
    this.all = all;
    alls = key == all ? keys : new long[keys.length];
  }

  /** Takes the row in a slot. */
  void add(int slot, int row) {
    if (size * 4L > rows.length * 3L) {
      enlarge();
    }
    long print = print(key, slot);
    int place = place(print);
    if (rows[place] == 0) {
      rows[place] = row;
      keys[place] = print;
      alls[place] = key == all ? print : print(all, slot);
      size++;
      return;
    }
    int first = rows[place];
    Group group = groups.get(first);
    if (group == null) {
      group = new Group();
      group.add(first);
      groups.put(first, group);
    }
    group.add(row);
    group.differ |= key != all && alls[place] != print(all, slot);
  }

  /** The rows with which the one in a slot agrees; null: it stands alone. */
  Group group(int slot) {
    return groups.isEmpty() ? null : groups.get(rows[place(print(key, slot))]);
  }

  /** All rows that agree with others. */
  Iterable<Group> groups() {
    return groups.values();
  }

  private static long print(CellColumn[] columns, int slot) {
    long print = 0;
    for (CellColumn column : columns) {
      print = mixed(print * 31 + column.print(slot));
    }
    return print;
  }

  /** Every bit of the answer depends on every bit of the number (the last step of MurmurHash3). */
  static long mixed(long number) {
    long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  private int place(long print) {
    int place = (int) print & rows.length - 1;
    while (rows[place] != 0 && keys[place] != print) {
      place = place + 1 & rows.length - 1;
    }
    return place;
  }

  private void enlarge() {
    long[] oldKeys = keys;
    long[] oldAlls = alls;
    int[] oldRows = rows;
    keys = new long[oldKeys.length * 2];
    alls = key == all ? keys : new long[keys.length];
    rows = new int[keys.length];
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        alls[place] = oldAlls[i];
        rows[place] = oldRows[i];
      }
    }
  }
}
