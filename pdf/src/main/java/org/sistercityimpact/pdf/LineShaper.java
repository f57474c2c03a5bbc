package org.sistercityimpact.pdf;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the glyphs of a paragraph's lines, from left to right. Plain text goes character by
 * character; text with a script that joins, reorders or runs from the right goes through the JDK's
 * bidirectional algorithm and shaping engine.
 */
final class LineShaper {
  private final String content;
  private final List<StyledRun> runs;
  private final int paragraphStart;
  private final Bidi bidi;

  private LineShaper(String content, List<StyledRun> runs, int paragraphStart, Bidi bidi) {
    this.content = content;
    this.runs = runs;
    this.paragraphStart = paragraphStart;
    this.bidi = bidi;
  }

  static LineShaper of(String content, List<StyledRun> runs, int start, int end) {
    boolean shape =
        GlyphRun.needsShaping(content, start, end)
            || runs.stream().anyMatch(run -> run.choice().thicken());
    // As AWT does for a text without a direction of its own: the first letter decides.
    Bidi bidi =
        shape
            ? new Bidi(content.substring(start, end), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
            : null;
    return new LineShaper(content, runs, start, bidi);
  }

  boolean isRightToLeft() {
    return bidi != null && !bidi.baseIsLeftToRight();
  }

  /** Whether a line that ends here loses a space, because shaping leaves it out. */
  boolean cutsSpace(int end) {
    return bidi != null && isCut(content.charAt(end - 1));
  }

  private static boolean isCut(char c) {
    return Character.isWhitespace(c) && c != '\t';
  }

  /** The glyphs of a stretch; spaces at the end of a shaped line are left out. */
  List<GlyphRun> glyphs(int from, int to, boolean endsLine) {
    if (bidi != null) {
      int end = to;
      while (endsLine && end > from && isCut(content.charAt(end - 1))) {
        end--;
      }
      return end == from ? List.of() : shaped(from, end);
    }
    List<GlyphRun> glyphs = new ArrayList<>(runs.size());
    for (StyledRun run : runs) {
      if (run.end() > from && run.start() < to) {
        glyphs.add(GlyphRun.plain(content, run.part(from, to)));
      }
    }
    return glyphs;
  }

  private List<GlyphRun> shaped(int from, int to) {
    Bidi line = bidi.createLineBidi(from - paragraphStart, to - paragraphStart);
    int count = line.getRunCount();
    byte[] levels = new byte[count];
    Integer[] order = new Integer[count];
    for (int i = 0; i < count; i++) {
      levels[i] = (byte) line.getRunLevel(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, count);
    List<GlyphRun> glyphs = new ArrayList<>();
    for (int i : order) {
      glyphs.addAll(
          level(from + line.getRunStart(i), from + line.getRunLimit(i), levels[i] % 2 == 1));
    }
    return glyphs;
  }

  /** The glyphs of a stretch of one direction. */
  private List<GlyphRun> level(int start, int end, boolean rightToLeft) {
    List<GlyphRun> part = new ArrayList<>();
    for (StyledRun run : runs) {
      if (run.end() > start && run.start() < end) {
        StyledRun piece = run.part(start, end);
        boolean shape =
            rightToLeft
                || piece.choice().thicken()
                || GlyphRun.needsShaping(content, piece.start(), piece.end());
        part.add(
            rightToLeft ? 0 : part.size(),
            shape ? GlyphRun.shaped(content, piece, rightToLeft) : GlyphRun.plain(content, piece));
      }
    }
    return part;
  }

  /**
   * The width that alignment goes by: spaces at a line's end do not count, before a tab they do.
   */
  static double visibleWidth(List<GlyphRun> glyphs, boolean endsLine) {
    double width = 0;
    for (GlyphRun run : glyphs) {
      width += run.width();
    }
    if (endsLine && !glyphs.isEmpty()) {
      GlyphRun last = glyphs.get(glyphs.size() - 1);
      int n = last.glyphs().length;
      while (!last.shaped() && n > 0 && last.texts()[n - 1].isBlank()) {
        n--;
      }
      if (n < last.glyphs().length) {
        width -= last.width() - last.x()[n];
      }
    }
    return width;
  }
}
