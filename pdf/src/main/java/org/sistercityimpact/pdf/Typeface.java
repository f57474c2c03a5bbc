package org.sistercityimpact.pdf;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One font file, as JasperReports measures it (AWT) and as the PDF embeds it (TrueType). Shared by
 * all threads; the glyphs of plain English are subset and deflated once for all documents.
 */
final class Typeface {
  /** What JasperReports measures with: antialiased, fractional metrics. */
  static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private static final String CORE =
      "\u00a0\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00b7\u00d7\u00b1\u00b0\u20ac\u2212\u2265\u2264\u2192";

  /** Ascent, descent and leading in points, downwards positive. */
  record Metrics(float ascent, float descent, float leading) {}

  private record MetricsKey(float size, int style, int superscript) {}

  final String name;
  final TrueTypeFile file;
  final Font awt;
  private final Map<MetricsKey, Metrics> metrics = new ConcurrentHashMap<>();
  private volatile FontProgram core;

  Typeface(TrueTypeFile file, Font awt) {
    this.file = file;
    this.awt = awt;
    this.name = awt.getPSName().replaceAll("[^A-Za-z0-9-]", "");
  }

  /** Whether a character prints with this font; invisible controls always do. */
  boolean shows(int codePoint) {
    return isInvisible(codePoint) || file.glyph(codePoint) != 0;
  }

  /** Characters that take part in layout only, and that AWT gives no ink and no width. */
  static boolean isInvisible(int c) {
    return c < 0x20
        || c == 0xAD
        || c >= 0x200B && c <= 0x200F
        || c >= 0x2028 && c <= 0x202E
        || c >= 0x2060 && c <= 0x206F
        || c == 0xFEFF
        || c >= 0xFE00 && c <= 0xFE0F;
  }

  double advance(int glyph, double size) {
    return file.advance(glyph) * size / file.unitsPerEm;
  }

  Metrics metrics(float size, int awtStyle, int superscript) {
    return metrics.computeIfAbsent(
        new MetricsKey(size, awtStyle, superscript),
        key -> {
          Font font = awt.deriveFont(awtStyle, size);
          if (superscript != 0) {
            font = font.deriveFont(Map.of(java.awt.font.TextAttribute.SUPERSCRIPT, superscript));
          }
          LineMetrics line = font.getLineMetrics("Xg", MEASURE);
          return new Metrics(line.getAscent(), line.getDescent(), line.getLeading());
        });
  }

  /** The glyphs nearly every English page uses, or an empty program for fonts of other scripts. */
  FontProgram core() {
    FontProgram ready = core;
    return ready != null ? ready : makeCore();
  }

  private synchronized FontProgram makeCore() {
    if (core == null) {
      Map<Integer, String> glyphs = new TreeMap<>();
      if (file.glyph('e') != 0) {
        java.util.stream.IntStream.concat(java.util.stream.IntStream.range(32, 127), CORE.chars())
            .filter(c -> file.glyph(c) != 0)
            .forEach(c -> glyphs.putIfAbsent(file.glyph(c), Character.toString(c)));
      }
      core = FontProgram.forAll(this, glyphs);
    }
    return core;
  }
}
