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
    if (run.shaped()) {
      out.raw("/Span<</ActualText" + PdfFile.text(run.text())).op(">>BDC");
    }
    style(run.run());
    int from = 0;
    while (from < run.glyphs().length) {
      FontBook.Entry next = use(run, from);
      int to = from + 1;
      double rise = run.rise() == null ? 0 : run.rise()[from];
      while (to < run.glyphs().length
          && use(run, to) == next
          && (run.rise() == null || run.rise()[to] == rise)) {
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
    if (run.shaped()) {
      out.op("EMC");
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
