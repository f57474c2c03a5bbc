package org.sistercityimpact.pdf;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Listens to a drawing's texts: where they stand, how large they are, and over what. */
final class DrawingLint implements IPdfBoxGraphics2DFontTextDrawer {
  private record Label(String text, Rectangle2D area) {}

  private final Rectangle2D frame;
  private final FontCatalog fonts;
  private final DrawingText measuring;
  private final List<Label> labels = new ArrayList<>();
  private final Map<String, PrintLint.Kind> found = new LinkedHashMap<>();

  private DrawingLint(Rectangle2D frame, FontCatalog fonts) {
    this.frame = frame;
    this.fonts = fonts;
    this.measuring = new DrawingText(fonts, null);
  }

  /** Draws a drawing into the size of an area, and gives what is wrong with its texts. */
  static Map<String, PrintLint.Kind> check(
      Graphics2DRenderable drawing,
      Rectangle2D area,
      FontCatalog fonts,
      JasperReportsContext context) {
    Rectangle2D frame = new Rectangle2D.Double(0, 0, area.getWidth(), area.getHeight());
    DrawingLint lint = new DrawingLint(frame, fonts);
    try (PDDocument scratch = new PDDocument()) {
      PdfBoxGraphics2D graphics =
          new PdfBoxGraphics2D(scratch, (float) area.getWidth(), (float) area.getHeight());
      graphics.setFontTextDrawer(lint);
      drawing.render(context, graphics, frame);
      graphics.dispose();
    } catch (JRException | IOException e) {
      throw new PdfExportException("its drawing fails: " + e.getMessage(), e);
    }
    lint.collisions();
    return lint.found;
  }

  @Override
  public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
    return true;
  }

  @Override
  public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
    StringBuilder all = new StringBuilder();
    for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
      all.append(c);
    }
    text.first();
    Font font = (Font) text.getAttribute(TextAttribute.FONT);
    font = font == null ? env.getFont() : font;
    String label = all.toString();
    if (label.isBlank()) {
      return;
    }
    List<StyledRun> runs = new ArrayList<>();
    StyledRun.Style style =
        new StyledRun.Style(font.getSize2D(), java.awt.Color.BLACK, null, false, false, 0, null);
    double width = 0;
    try {
      StyledRun.match(label, 0, label.length(), fonts.drawingChain(font), style, runs);
    } catch (MissingGlyphException e) {
      found.put(
          "its label '%s': %s".formatted(label, e.getMessage()), PrintLint.Kind.GLYPH_MISSING);
      return;
    }
    for (StyledRun run : runs) {
      width += GlyphRun.plain(label, run).width();
    }
    AffineTransform transform = env.getCurrentEffectiveTransform();
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    double size = font.getSize2D();
    Rectangle2D area =
        transform
            .createTransformedShape(new Rectangle2D.Double(0, -size * 0.73, width, size * 0.73))
            .getBounds2D();
    labels.add(new Label(label, area));
    if (size * scale < 6.99) {
      found.put(
          "its label '%s' is set in %.1f pt, under 7 pt".formatted(label, size * scale),
          PrintLint.Kind.TEXT_SMALL);
    }
    Rectangle2D tolerant =
        new Rectangle2D.Double(-.5, -.5, frame.getWidth() + 1, frame.getHeight() + 1);
    if (!tolerant.contains(area)) {
      found.put(
          "its label '%s' at %.0f,%.0f (%.0f x %.0f) leaves the drawing of %.0f x %.0f"
              .formatted(
                  label,
                  area.getX(),
                  area.getY(),
                  area.getWidth(),
                  area.getHeight(),
                  frame.getWidth(),
                  frame.getHeight()),
          PrintLint.Kind.LABEL_OUT_OF_DRAWING);
    }
  }

  private void collisions() {
    for (int i = 0; i < labels.size(); i++) {
      for (int j = i + 1; j < labels.size(); j++) {
        Rectangle2D common = labels.get(i).area.createIntersection(labels.get(j).area);
        if (common.getWidth() > 1 && common.getHeight() > 1) {
          found.put(
              "its labels '%s' and '%s' are drawn over each other"
                  .formatted(labels.get(i).text, labels.get(j).text),
              PrintLint.Kind.LABELS_COLLIDE);
        }
      }
    }
  }

  @Override
  public FontMetrics getFontMetrics(Font font, IFontTextDrawerEnv env) {
    return measuring.getFontMetrics(font, env);
  }
}
