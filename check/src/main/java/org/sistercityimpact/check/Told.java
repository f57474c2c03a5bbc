package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.List;

/** Rows of one file of which one thing is told, together. */
final class Told {
  private static final int MOST_NAMED = 10;

  private final List<Integer> rows = new ArrayList<>();
  private int count;

  void add(int row) {
    if (count++ < MOST_NAMED) {
      rows.add(row);
    }
  }

  void clear() {
    rows.clear();
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  int first() {
    return rows.get(0);
  }

  /** "row 4", "rows 4, 9 and 12" or "rows 4, … and 7 more". */
  String rows() {
    if (count == 1) {
      return "row " + first();
    }
    List<String> named = rows.stream().map(String::valueOf).toList();
    if (count > MOST_NAMED) {
      return "rows %s and %d more".formatted(String.join(", ", named), count - MOST_NAMED);
    }
    int last = named.size() - 1;
    return "rows %s and %s".formatted(String.join(", ", named.subList(0, last)), named.get(last));
  }
}
