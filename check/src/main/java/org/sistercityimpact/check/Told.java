package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.List;

/** Rows of one file of which one thing is told, together. */
final class Told {
  /** Rows, or rows in a row, that are named. */
  private static final int MOST_NAMED = 10;

  private record Range(int first, int last) {}

  private final List<Range> ranges = new ArrayList<>();
  private int unnamed;

  void add(int row) {
    int end = ranges.size() - 1;
    if (end >= 0 && unnamed == 0 && ranges.get(end).last + 1 == row) {
      ranges.set(end, new Range(ranges.get(end).first, row));
    } else if (ranges.size() < MOST_NAMED) {
      ranges.add(new Range(row, row));
    } else {
      unnamed++;
    }
  }

  void clear() {
    ranges.clear();
    unnamed = 0;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  int first() {
    return ranges.get(0).first;
  }

  /** "row 4", "rows 4–9", "rows 4, 9–20 and 31" or "rows 4, … and 7 more". */
  String rows() {
    List<String> named = new ArrayList<>();
    for (Range range : ranges) {
      if (range.last - range.first > 1) {
        named.add(range.first + "–" + range.last);
      } else {
        for (int row = range.first; row <= range.last; row++) {
          named.add(String.valueOf(row));
        }
      }
    }
    if (unnamed > 0) {
      return "rows %s and %d more".formatted(String.join(", ", named), unnamed);
    }
    int last = named.size() - 1;
    if (last == 0) {
      return (named.get(0).contains("–") ? "rows " : "row ") + named.get(0);
    }
    return "rows %s and %s".formatted(String.join(", ", named.subList(0, last)), named.get(last));
  }
}
