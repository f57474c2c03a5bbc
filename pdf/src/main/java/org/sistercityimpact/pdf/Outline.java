package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.List;

/** Bookmarks as they come: level 1 is the outermost. */
final class Outline {
  private record Entry(int level, String title, Links.Target target) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(int level, String title, Links.Target target) {
    entries.add(new Entry(level, title, target));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Writes the outline; a level that skips one counts as the next below. */
  int write(PdfFile file, List<Sheet> sheets) {
    int root = file.reserve();
    int[] ids = new int[entries.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = file.reserve();
    }
    int count = writeChildren(file, sheets, ids, 0, entries.size(), root);
    file.set(
        root,
        "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>"
            .formatted(ids[0], ids[lastTop(0, entries.size())], count));
    return root;
  }

  private int writeChildren(
      PdfFile file, List<Sheet> sheets, int[] ids, int from, int to, int parent) {
    int count = 0;
    int previous = -1;
    for (int i = from; i < to; ) {
      int next = siblingAfter(i, to);
      Entry entry = entries.get(i);
      StringBuilder out = new StringBuilder("<</Title");
      out.append(PdfFile.text(entry.title)).append("/Parent ").append(parent).append(" 0 R");
      out.append("/Dest").append(Links.destination(entry.target, sheets));
      if (previous >= 0) {
        out.append("/Prev ").append(ids[previous]).append(" 0 R");
      }
      if (next < to) {
        out.append("/Next ").append(ids[next]).append(" 0 R");
      }
      if (next > i + 1) {
        int inside = writeChildren(file, sheets, ids, i + 1, next, ids[i]);
        out.append(
            "/First %d 0 R/Last %d 0 R/Count %d"
                .formatted(ids[i + 1], ids[lastTop(i + 1, next)], -inside));
      }
      file.set(ids[i], out.append(">>"));
      count++;
      previous = i;
      i = next;
    }
    return count;
  }

  private int siblingAfter(int index, int to) {
    int next = index + 1;
    while (next < to && entries.get(next).level > entries.get(index).level) {
      next++;
    }
    return next;
  }

  private int lastTop(int from, int to) {
    int last = from;
    for (int i = from; i < to; i = siblingAfter(i, to)) {
      last = i;
    }
    return last;
  }
}
