package org.sistercityimpact.pdf.lint;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.text.AttributedCharacterIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.sistercityimpact.pdf.DrawingText;
import org.sistercityimpact.pdf.FontCatalog;
import org.sistercityimpact.pdf.GlyphRun;
import org.sistercityimpact.pdf.MissingGlyphException;
import org.sistercityimpact.pdf.PdfExportException;
import org.sistercityimpact.pdf.StyledRun;

/** Listens to a drawing's texts: where they stand, how large they are, and over what. */
final class DrawingLint implements IPdfBoxGraphics2DFontTextDrawer {
  /** A text at the origin of the space that its drawing had then. */
  private record Heard(String text, double size, double width) {}

  private record Label(String text, Rectangle2D area) {}

  private final Rectangle2D frame;
  private final FontCatalog fonts;
  private final DrawingText measuring;
  private final List<Heard> heard = new ArrayList<>();
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
      graphics.setColor(java.awt.Color.BLACK);
      drawing.render(context, graphics, frame);
      graphics.dispose();
      lint.locate(graphics.getXFormObject().getContentStream().toByteArray());
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
  @SuppressWarnings("deprecation") // a mark is not content, so PDFBox has no method for it
  public void drawText(AttributedCharacterIterator text, IFontTextDrawerEnv env)
      throws IOException {
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
    env.getContentStream().appendRawCommands("/L" + heard.size() + " BMC EMC\n");
    heard.add(new Heard(label, font.getSize2D(), width));
  }

  /** Finds the marks again in what was drawn, and with them each text's place and scale. */
  private void locate(byte[] content) throws IOException {
    Deque<AffineTransform> saved = new ArrayDeque<>();
    AffineTransform transform = new AffineTransform();
    List<Object> operands = new ArrayList<>();
    for (Object token : new PDFStreamParser(content).parse()) {
      if (!(token instanceof Operator operator)) {
        operands.add(token);
        continue;
      }
      switch (operator.getName()) {
        case "q" -> saved.push(new AffineTransform(transform));
        case "Q" -> transform = saved.pop();
        case "cm" -> {
          double[] matrix = new double[6];
          for (int i = 0; i < 6; i++) {
            matrix[i] = ((COSNumber) operands.get(i)).floatValue();
          }
          transform.concatenate(new AffineTransform(matrix));
        }
        case "BMC" -> {
          String mark = ((COSName) operands.get(0)).getName();
          place(heard.get(Integer.parseInt(mark.substring(1))), transform);
        }
        default -> {}
      }
      operands.clear();
    }
  }

  private void place(Heard text, AffineTransform transform) {
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    Rectangle2D drawn =
        transform
            .createTransformedShape(
                new Rectangle2D.Double(0, -text.size * 0.73, text.width, text.size * 0.73))
            .getBounds2D();
    Rectangle2D area =
        new Rectangle2D.Double(
            drawn.getX(), frame.getHeight() - drawn.getMaxY(), drawn.getWidth(), drawn.getHeight());
    labels.add(new Label(text.text, area));
    if (text.size * scale < 6.99) {
      found.put(
          "its label '%s' is set in %.1f pt, under 7 pt".formatted(text.text, text.size * scale),
          PrintLint.Kind.TEXT_SMALL);
    }
    Rectangle2D tolerant =
        new Rectangle2D.Double(-.5, -.5, frame.getWidth() + 1, frame.getHeight() + 1);
    if (!tolerant.contains(area)) {
      found.put(
          "its label '%s' at %.0f,%.0f (%.0f x %.0f) leaves the drawing of %.0f x %.0f"
              .formatted(
                  text.text,
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
