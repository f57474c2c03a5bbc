package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds rows that agree in some columns, without making an object for each row. */
final class KeyIndex {
  private final CellColumn[] columns;
  private int[] table = new int[1024];
  private int size;
  private final Map<Integer, List<Integer>> groups = new LinkedHashMap<>();

  KeyIndex(CellColumn[] columns) {
    this.columns = columns;
  }

  void clear() {
    Arrays.fill(table, 0);
    size = 0;
    groups.clear();
  }

  /** Takes a row; it joins the first one that it agrees with. */
  void add(int slot) {
    if (size * 2 >= table.length) {
      enlarge();
    }
    int place = place(slot);
    if (table[place] == 0) {
      table[place] = slot + 1;
      size++;
    } else {
      int first = table[place] - 1;
      groups.computeIfAbsent(first, f -> new ArrayList<>(List.of(f))).add(slot);
    }
  }

  /** Each set of two or more rows that agree, in the order of the file. */
  Collection<List<Integer>> groups() {
    return groups.values();
  }

  private int place(int slot) {
    int hash = 1;
    for (CellColumn column : columns) {
      hash = hash * 31 + column.hash(slot);
    }
    int place = spread(hash) & table.length - 1;
    while (table[place] != 0 && !same(table[place] - 1, slot)) {
      place = place + 1 & table.length - 1;
    }
    return place;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  /** Whether two rows agree in all columns. */
  boolean same(int a, int b) {
    for (CellColumn column : columns) {
      if (!column.same(a, b)) {
        return false;
      }
    }
    return true;
  }

  private void enlarge() {
    int[] old = table;
    table = new int[old.length * 2];
    for (int entry : old) {
      if (entry != 0) {
        table[place(entry - 1)] = entry;
      }
    }
  }
}
