package org.sistercityimpact.pdf;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.List;

/** Draws the strings of a chart or map as real text, in the fonts that the document embeds. */
public final class DrawingText implements IPdfBoxGraphics2DFontTextDrawer {
  private final FontCatalog catalog;
  private final FontBook fonts;

  /**
   * @param fonts of the document; null forbids text
   */
  public DrawingText(FontCatalog catalog, FontBook fonts) {
    this.catalog = catalog;
    this.fonts = fonts;
  }

  @Override
  public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
    return true;
  }

  @Override
  @SuppressWarnings("deprecation") // PDFBox offers no other way to use fonts that are not its own
  public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
      throws IOException {
    if (fonts == null) {
      throw new PdfExportException("a reusable drawing may not hold text");
    }
    StringBuilder all = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      all.append(c);
    }
    Content content = new Content();
    content.op("BT");
    GlyphPen pen = new GlyphPen(content, fonts);
    double x = 0;
    for (text.first(); text.getIndex() < text.getEndIndex(); text.setIndex(text.getRunLimit())) {
      int start = text.getRunStart() - text.getBeginIndex();
      int end = text.getRunLimit() - text.getBeginIndex();
      for (StyledRun run : runs(text, all.toString(), start, end, env)) {
        boolean shape = GlyphRun.needsShaping(all.toString(), run.start(), run.end());
        boolean rightToLeft = shape && isRightToLeft(all.codePointAt(run.start()));
        GlyphRun glyphs =
            shape || run.choice().thicken()
                ? GlyphRun.shaped(all.toString(), run, rightToLeft)
                : GlyphRun.plain(all.toString(), run);
        pen.show(glyphs, x, 0, 1, 0, -1);
        x += glyphs.width();
      }
    }
    pen.finish();
    content.op("ET");
    env.getContentStream().appendRawCommands(content.toBytes());
  }

  private static boolean isRightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private List<StyledRun> runs(
      AttributedCharacterIterator text, String all, int start, int end, IFontTextDrawerEnv env) {
    Font font = (Font) text.getAttribute(TextAttribute.FONT);
    if (font == null) {
      font = env.getFont();
    }
    Object paint = text.getAttribute(TextAttribute.FOREGROUND);
    Paint used = paint == null ? env.getPaint() : (Paint) paint;
    if (!(used instanceof Color color)) {
      throw new PdfExportException(
          "its drawing paints the text '%s' with a %s (use a plain colour)"
              .formatted(all, used.getClass().getSimpleName()));
    }
    StyledRun.Style style =
        new StyledRun.Style(font.getSize2D(), color, null, false, false, 0, null);
    List<StyledRun> runs = new ArrayList<>(1);
    StyledRun.match(all, start, end, catalog.drawingChain(font), style, runs);
    return runs;
  }

  @Override
  public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
    Graphics2D measuring = env.getCalculationGraphics();
    measuring.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    measuring.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return measuring.getFontMetrics(font);
  }
}
