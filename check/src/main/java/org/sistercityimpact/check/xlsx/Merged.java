package org.sistercityimpact.check.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which cells of a row lie under merged ones, row after row. */
final class Merged {
  private static final int MOST = 100_000;

  /** The merged ranges of a sheet, by their first rows; each as in {@link Reference#range}. */
  record Ranges(List<int[]> byRow) {
    static final Ranges NONE = new Ranges(List.of());

    /** Reads them from behind the rows of a sheet. */
    static Ranges of(Tags tags) throws Unreadable {
      List<int[]> ranges = new ArrayList<>();
      while (tags.next()) {
        if (tags.opens("mergeCell") && ranges.size() < MOST) {
          String written = tags.attribute("ref");
          int[] range = written == null ? null : Reference.range(written);
          if (range != null) {
            ranges.add(range);
          }
        }
      }
      ranges.sort((a, b) -> Integer.compare(a[0], b[0]));
      return new Ranges(ranges);
    }
  }

  private final List<int[]> ranges;
  private final int[] lastRow;
  private final int[][] first;
  private int next;
  private int row;

  Merged(Ranges ranges) {
    this.ranges = ranges.byRow();
    int columns = this.ranges.stream().mapToInt(range -> range[3] + 1).max().orElse(0);
    lastRow = new int[columns];
    first = new int[columns][];
  }

  /** Goes to a row; of rows that go back, those are known that began before. */
  void goTo(int to) {
    row = to;
    while (next < ranges.size() && ranges.get(next)[0] <= row) {
      int[] range = ranges.get(next++);
      if (range[2] >= row) {
        Arrays.fill(lastRow, range[1], range[3] + 1, range[2]);
        first[range[1]] = range;
      }
    }
  }

  /** The merged range whose first cell is in this column of the row, as written; null: none. */
  String beginningAt(int column) {
    int[] range = column < first.length ? first[column] : null;
    return range == null || range[0] != row
        ? null
        : Reference.cell(range[0], range[1]) + ":" + Reference.cell(range[2], range[3]);
  }

  /** Whether the cell in this column of the row is not the one that its merged range shows. */
  boolean hides(int column) {
    return column < lastRow.length
        && lastRow[column] >= row
        && (first[column] == null || first[column][0] != row);
  }
}
