package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.List;

/** Spreads a line to the full width by widening its spaces, those at its end excepted. */
final class Justifier {
  private Justifier() {}

  static List<GlyphRun> spread(List<GlyphRun> line, double spare) {
    int last = line.size() - 1;
    int lastInk = line.isEmpty() ? 0 : inkEnd(line.get(last));
    int spaces = 0;
    for (int r = 0; r <= last; r++) {
      spaces += spaces(line.get(r), r == last ? lastInk : line.get(r).glyphs().length);
    }
    if (spaces == 0) {
      return line;
    }
    double each = spare / spaces;
    List<GlyphRun> wide = new ArrayList<>();
    for (int r = 0; r <= last; r++) {
      GlyphRun run = line.get(r);
      double[] x = run.x().clone();
      double shift = 0;
      int limit = r == last ? lastInk : x.length;
      for (int i = 0; i < x.length; i++) {
        x[i] += shift;
        if (i < limit && run.texts()[i].equals(" ")) {
          shift += each;
        }
      }
      wide.add(
          new GlyphRun(
              run.run(),
              run.glyphs(),
              x,
              run.rise(),
              run.texts(),
              run.text(),
              run.width() + shift,
              run.clusters(),
              run.order()));
    }
    return wide;
  }

  private static int inkEnd(GlyphRun run) {
    int end = run.glyphs().length;
    while (end > 0 && run.texts()[end - 1].isBlank()) {
      end--;
    }
    return end;
  }

  private static int spaces(GlyphRun run, int end) {
    int spaces = 0;
    for (int i = 0; i < end; i++) {
      if (run.texts()[i].equals(" ")) {
        spaces++;
      }
    }
    return spaces;
  }
}
