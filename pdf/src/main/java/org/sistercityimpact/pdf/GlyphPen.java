package org.sistercityimpact.pdf;

/** Writes glyph runs into a content stream, inside a text object that the caller opens. */
final class GlyphPen {
  private static final double SLANT = 0.21;

  private final Content out;
  private final FontBook fonts;
  private FontBook.Entry font;
  private float size;
  private boolean thick;
  private java.awt.Color color;

  GlyphPen(Content out, FontBook fonts) {
    this.out = out;
    this.fonts = fonts;
  }

  /**
   * Shows a run whose left end of the baseline is at (x, y).
   *
   * @param cos and sin of the writing direction
   * @param up 1 where y grows upwards, as on a page; -1 where it grows downwards
   */
  void show(GlyphRun run, double x, double y, double cos, double sin, int up) {
    style(run.run());
    switch (run.order()) {
      case PLAIN -> part(run, 0, run.glyphs().length, x, y, cos, sin, up);
      case SHAPED -> {
        spoken(run.text());
        part(run, 0, run.glyphs().length, x, y, cos, sin, up);
        out.op("EMC");
      }
      case SHAPED_REVERSED -> reversed(run, x, y, cos, sin, up);
    }
  }

  private void spoken(String text) {
    out.raw("/Span<</ActualText" + PdfFile.text(text)).op(">>BDC");
  }

  /**
   * Shows a run whose glyphs stand in the reverse of reading order, and says so. Text extractors
   * turn such lines around themselves, so that a replacement text for the whole run would come out
   * backwards; only clusters of several glyphs carry theirs. Their dots and marks come first, from
   * right to left, so that no extractor takes the step from a dot to the next letter for a space.
   */
  private void reversed(GlyphRun run, double x, double y, double cos, double sin, int up) {
    int count = run.glyphs().length;
    boolean[] mark = new boolean[count];
    boolean[] composed = new boolean[count];
    for (int from = 0; from < count; ) {
      int to = from + 1;
      while (to < count && run.clusters()[to] == run.clusters()[from]) {
        to++;
      }
      java.util.Arrays.fill(mark, from, to, true);
      int base = widest(run, from, to);
      mark[base] = false;
      composed[base] = to - from > 1;
      from = to;
    }
    out.op("/ReversedChars BMC");
    boolean any = false;
    for (int i = count - 1; i >= 0; i--) {
      if (mark[i]) {
        if (!any) {
          spoken("");
          any = true;
        }
        part(run, i, i + 1, x, y, cos, sin, up);
      }
    }
    if (any) {
      out.op("EMC");
    }
    for (int from = 0; from < count; ) {
      int to = from + 1;
      if (composed[from]) {
        spoken(run.texts()[from]);
        part(run, from, to, x, y, cos, sin, up);
        out.op("EMC");
      } else if (!mark[from]) {
        while (to < count && !composed[to] && !mark[to]) {
          to++;
        }
        part(run, from, to, x, y, cos, sin, up);
      }
      from = to;
    }
    out.op("EMC");
  }

  /** The glyph that takes the cluster's room, as against its dots and marks. */
  private static int widest(GlyphRun run, int from, int to) {
    int widest = from;
    for (int i = from; i < to; i++) {
      TrueTypeFile file = run.run().choice().face().file;
      if (file.advance(run.glyphs()[i]) > file.advance(run.glyphs()[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private void part(
      GlyphRun run, int first, int end, double x, double y, double cos, double sin, int up) {
    int from = first;
    while (from < end) {
      FontBook.Entry next = use(run, from);
      int to = from + 1;
      double rise = run.rise() == null ? 0 : run.rise()[from];
      while (to < end && use(run, to) == next && (run.rise() == null || run.rise()[to] == rise)) {
        to++;
      }
      font(next, run.run().style().printSize());
      double dx = run.x()[from];
      double dy = (rise + run.run().style().rise()) * up;
      double slant = run.run().choice().slant() ? SLANT : 0;
      out.nums(cos, sin, cos * slant - sin * up, sin * slant + cos * up);
      out.nums(x + dx * cos - dy * sin, y + dx * sin + dy * cos).op("Tm");
      glyphs(run, from, to);
      from = to;
    }
  }

  /**
   * Shows a space after what was shown last, for a line feed that is seen but would not be heard.
   */
  void space(StyledRun run) {
    int glyph = run.choice().face().file.glyph(' ');
    if (glyph != 0) {
      font(fonts.use(run.choice().face(), glyph, " "), run.style().printSize());
      out.raw("<").glyph(glyph).op(">Tj");
    }
  }

  private FontBook.Entry use(GlyphRun run, int index) {
    return fonts.use(run.run().choice().face(), run.glyphs()[index], run.texts()[index]);
  }

  private void glyphs(GlyphRun run, int from, int to) {
    Typeface face = run.run().choice().face();
    double points = run.run().style().printSize();
    double pen = run.x()[from];
    out.raw("[<");
    for (int i = from; i < to; i++) {
      double off = run.x()[i] - pen;
      if (Math.abs(off) > 0.004) {
        out.raw(">").num(-off * 1000 / points).raw("<");
        pen = run.x()[i];
      }
      out.glyph(run.glyphs()[i]);
      pen += face.advance(run.glyphs()[i], points);
    }
    out.op(">]TJ");
  }

  private void font(FontBook.Entry next, float points) {
    if (next != font || points != size) {
      out.raw("/" + next.resource() + " ").num(points).op("Tf");
      font = next;
      size = points;
    }
  }

  private void style(StyledRun run) {
    java.awt.Color fore = run.style().fore();
    if (!fore.equals(color)) {
      out.color(fore, "rg");
      color = fore;
    }
    if (run.choice().thicken()) {
      out.color(fore, "RG").num(run.style().size() / 30).op("w").op("2 Tr");
      thick = true;
    } else if (thick) {
      out.op("0 Tr");
      thick = false;
    }
  }

  /** Leaves the text state as it was found; call before ET. */
  void finish() {
    if (thick) {
      out.op("0 Tr");
      thick = false;
    }
  }
}
