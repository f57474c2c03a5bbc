package org.sistercityimpact.pdf;

import java.awt.Font;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;

/**
 * Glyphs of one typeface and style on one line, from left to right, with the text they stand for.
 *
 * @param x of each glyph, from the run's left edge
 * @param rise of each glyph above the baseline; null when all sit on it
 * @param texts what each glyph stands for
 * @param text the whole stretch in reading order; differs from the glyphs' texts in sequence when
 *     shaped
 * @param clusters the first character of each glyph; glyphs of one cluster share it
 * @param order how the glyphs were made
 */
public record GlyphRun(
    StyledRun run,
    int[] glyphs,
    double[] x,
    double[] rise,
    String[] texts,
    String text,
    double width,
    int[] clusters,
    Order order) {

  /** How the sequence of the glyphs follows from the text. */
  enum Order {
    /** One glyph for each character, in reading order. */
    PLAIN,
    /** Chosen by the script's rules, from left to right. */
    SHAPED,
    /** Chosen by the script's rules, the last character leftmost. */
    SHAPED_REVERSED
  }

  boolean shaped() {
    return order != Order.PLAIN;
  }

  private static final String[] SINGLE = new String[0x250];

  static {
    for (int c = 0; c < SINGLE.length; c++) {
      SINGLE[c] = String.valueOf((char) c);
    }
  }

  /** Lays out characters one after the other, as the JDK does for scripts without shaping. */
  public static GlyphRun plain(String text, StyledRun run) {
    int count = text.codePointCount(run.start(), run.end());
    int[] glyphs = new int[count];
    double[] x = new double[count];
    String[] texts = new String[count];
    Typeface face = run.choice().face();
    double scale = run.style().printSize() / face.file.unitsPerEm;
    double pen = 0;
    int n = 0;
    for (int i = run.start(); i < run.end(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x20 || Typeface.isInvisible(c)) {
        continue;
      }
      glyphs[n] = face.file.glyph(c);
      x[n] = pen;
      texts[n] = c < SINGLE.length ? SINGLE[c] : Character.toString(c);
      pen += face.file.advance(glyphs[n]) * scale;
      n++;
    }
    if (n < count) {
      glyphs = java.util.Arrays.copyOf(glyphs, n);
      x = java.util.Arrays.copyOf(x, n);
      texts = java.util.Arrays.copyOf(texts, n);
    }
    return new GlyphRun(
        run,
        glyphs,
        x,
        null,
        texts,
        text.substring(run.start(), run.end()),
        pen,
        null,
        Order.PLAIN);
  }

  /** Lays out characters by the rules of their script, through the JDK's own shaping engine. */
  static GlyphRun shaped(String text, StyledRun run, boolean rightToLeft) {
    GlyphVector vector =
        run.awtFont()
            .layoutGlyphVector(
                Typeface.MEASURE,
                text.toCharArray(),
                run.start(),
                run.end(),
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
    int count = vector.getNumGlyphs();
    int[] glyphs = new int[count];
    double[] x = new double[count];
    double[] rise = new double[count];
    String[] texts = new String[count];
    int[] clusters = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (vector.getGlyphCode(i) >= run.choice().face().file.glyphCount) {
        continue; // the JDK's mark for a glyph without ink
      }
      Point2D at = vector.getGlyphPosition(i);
      glyphs[n] = vector.getGlyphCode(i);
      x[n] = at.getX();
      rise[n] = -at.getY();
      texts[n] = cluster(text, run, vector, i);
      clusters[n] = vector.getGlyphCharIndex(i);
      n++;
    }
    return new GlyphRun(
        run,
        java.util.Arrays.copyOf(glyphs, n),
        java.util.Arrays.copyOf(x, n),
        java.util.Arrays.copyOf(rise, n),
        java.util.Arrays.copyOf(texts, n),
        text.substring(run.start(), run.end()),
        vector.getGlyphPosition(count).getX(),
        java.util.Arrays.copyOf(clusters, n),
        rightToLeft ? Order.SHAPED_REVERSED : Order.SHAPED);
  }

  /** The characters from a glyph's own up to the next glyph's: two for a ligature. */
  private static String cluster(String text, StyledRun run, GlyphVector vector, int index) {
    int own = run.start() + vector.getGlyphCharIndex(index);
    int next = run.end();
    for (int i = 0; i < vector.getNumGlyphs(); i++) {
      int other = run.start() + vector.getGlyphCharIndex(i);
      if (other > own && other < next) {
        next = other;
      }
    }
    return text.substring(own, next);
  }

  /** Whether the characters need their script's rules: joining, reordering, marks, conjuncts. */
  static boolean needsShaping(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x300
          && (c <= 0x36F
              || c >= 0x590 && c <= 0x109F
              || c >= 0x1100 && c <= 0x11FF
              || c >= 0x1780 && c <= 0x18AF
              || c >= 0x200C && c <= 0x200F
              || c >= 0x202A && c <= 0x202E
              || c >= 0x2066 && c <= 0x2069
              || c >= 0xA8E0 && c <= 0xA8FF
              || c >= 0xFB1D && c <= 0xFDFF
              || c >= 0xFE70 && c <= 0xFEFE)) {
        return true;
      }
    }
    return false;
  }
}
