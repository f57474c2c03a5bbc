package org.sistercityimpact.pdf.lint;

import de.rototor.pdfbox.graphics2d.IPdfBoxGraphics2DFontTextDrawer;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
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
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.sistercityimpact.pdf.DrawingText;
import org.sistercityimpact.pdf.FontCatalog;
import org.sistercityimpact.pdf.GlyphRun;
import org.sistercityimpact.pdf.MissingGlyphException;
import org.sistercityimpact.pdf.PdfExportException;
import org.sistercityimpact.pdf.StyledRun;

/**
 * Listens to a drawing's texts: where they stand, how large they are, and over what; and looks at
 * its areas and lines in what was drawn.
 */
final class DrawingLint implements IPdfBoxGraphics2DFontTextDrawer {
  /** A text at the origin of the space that its drawing had then. */
  private record Heard(String text, double size, double width, Color color) {}

  private record Label(String text, Rectangle2D area) {}

  private final Rectangle2D frame;
  private final FontCatalog fonts;
  private final DrawingText measuring;
  private final List<Heard> heard = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  /** Of labels, in the drawing's own space. */
  private final List<Rectangle2D> places = new ArrayList<>();

  private final Map<String, PrintLint.Kind> found = new LinkedHashMap<>();
  private final PaintedDrawing painted;

  private DrawingLint(Rectangle2D frame, Color ground, FontCatalog fonts) {
    this.frame = frame;
    this.fonts = fonts;
    this.measuring = new DrawingText(fonts, null);
    this.painted = new PaintedDrawing(frame, ground);
  }

  /**
   * Draws a drawing into the size of an area, and gives what is wrong with it.
   *
   * @param ground the colour behind it
   * @param decoration whether it says nothing by its areas and lines
   */
  static Map<String, PrintLint.Kind> check(
      Graphics2DRenderable drawing,
      Rectangle2D area,
      Color ground,
      boolean decoration,
      FontCatalog fonts,
      JasperReportsContext context) {
    Rectangle2D frame = new Rectangle2D.Double(0, 0, area.getWidth(), area.getHeight());
    DrawingLint lint = new DrawingLint(frame, ground, fonts);
    try (PDDocument scratch = new PDDocument()) {
      PdfBoxGraphics2D graphics =
          new PdfBoxGraphics2D(scratch, (float) area.getWidth(), (float) area.getHeight());
      graphics.setFontTextDrawer(lint);
      graphics.setColor(Color.BLACK);
      drawing.render(context, graphics, frame);
      graphics.dispose();
      PDFormXObject form = graphics.getXFormObject();
      lint.locate(form.getContentStream().toByteArray(), form.getResources());
    } catch (JRException | IOException e) {
      throw new PdfExportException("its drawing fails: " + e.getMessage(), e);
    }
    lint.collisions();
    if (!decoration) {
      lint.painted.faint((kind, message) -> lint.found.put(message, kind));
      new AlikeAreas(lint.painted, lint.places)
          .find((kind, message) -> lint.found.put(message, kind));
    }
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
        new StyledRun.Style(font.getSize2D(), Color.BLACK, null, false, false, 0, null);
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
    heard.add(
        new Heard(
            label,
            font.getSize2D(),
            width,
            env.getPaint() instanceof Color color && color.getAlpha() == 255 ? color : null));
  }

  /** What of a drawing's state decides how a path is painted. */
  private static final class Pen implements Cloneable {
    AffineTransform transform = new AffineTransform();
    Color fill = Color.BLACK;
    Color stroke = Color.BLACK;
    double width = 1;
    double alpha = 1;
    boolean dashed;
    Path2D clip;

    Pen copy() {
      try {
        return (Pen) clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Finds the marks again in what was drawn, and with them each text's place and scale. */
  private void locate(byte[] content, PDResources resources) throws IOException {
    Deque<Pen> saved = new ArrayDeque<>();
    Pen pen = new Pen();
    boolean clips = false;
    Path2D path = new Path2D.Double();
    List<Object> operands = new ArrayList<>();
    for (Object token : new PDFStreamParser(content).parse()) {
      if (!(token instanceof Operator operator)) {
        operands.add(token);
        continue;
      }
      double[] n = numbers(operands);
      switch (operator.getName()) {
        case "q" -> saved.push(pen.copy());
        case "Q" -> pen = saved.pop();
        case "cm" -> {
          pen.transform = new AffineTransform(pen.transform);
          pen.transform.concatenate(new AffineTransform(n));
        }
        case "w" -> pen.width = n[0];
        case "d" -> pen.dashed = ((COSArray) operands.get(0)).size() > 0;
        case "W", "W*" -> clips = true;
        case "g", "rg", "sc", "scn" -> pen.fill = color(n);
        case "G", "RG", "SC", "SCN" -> pen.stroke = color(n);
        case "gs" -> {
          PDExtendedGraphicsState state = resources.getExtGState((COSName) operands.get(0));
          Float alpha = state == null ? null : state.getNonStrokingAlphaConstant();
          pen.alpha = alpha == null ? pen.alpha : alpha;
        }
        case "re" -> path.append(new Rectangle2D.Double(n[0], n[1], n[2], n[3]), false);
        case "m" -> path.moveTo(n[0], n[1]);
        case "l" -> path.lineTo(n[0], n[1]);
        case "c" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
        case "v" -> {
          Point2D from = path.getCurrentPoint();
          path.curveTo(from.getX(), from.getY(), n[0], n[1], n[2], n[3]);
        }
        case "y" -> path.curveTo(n[0], n[1], n[2], n[3], n[2], n[3]);
        case "h" -> path.closePath();
        case "f", "F", "f*", "S", "s", "n" -> {
          paint(operator.getName(), path, pen);
          if (clips) {
            pen.clip = new Path2D.Double(path, pen.transform);
            clips = false;
          }
          path = new Path2D.Double();
        }
        case "BMC" -> {
          String mark = ((COSName) operands.get(0)).getName();
          place(heard.get(Integer.parseInt(mark.substring(1))), pen.transform);
        }
        default -> {}
      }
      operands.clear();
    }
  }

  private void paint(String operator, Path2D path, Pen pen) {
    Path2D placed = new Path2D.Double(path, pen.transform);
    double scale = Math.sqrt(Math.abs(pen.transform.getDeterminant()));
    if (pen.alpha < 1 || operator.equals("n")) {
      return;
    }
    if (operator.equalsIgnoreCase("s")) {
      if (pen.stroke != null) {
        painted.stroke(placed, pen.stroke, pen.width * scale, pen.dashed, pen.clip);
      }
    } else if (pen.fill != null) {
      painted.fill(placed, pen.fill);
    }
  }

  private static double[] numbers(List<Object> operands) {
    return operands.stream()
        .filter(COSNumber.class::isInstance)
        .mapToDouble(each -> ((COSNumber) each).floatValue())
        .toArray();
  }

  /** Null for a pattern, which has no one colour. */
  private static Color color(double[] parts) {
    return switch (parts.length) {
      case 1 -> new Color((float) parts[0], (float) parts[0], (float) parts[0]);
      case 3 -> new Color((float) parts[0], (float) parts[1], (float) parts[2]);
      default -> null;
    };
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
    places.add(drawn);
    contrast(text, drawn);
    if (text.size * scale < PageLint.SMALLEST_LABEL - 0.01) {
      found.put(
          "its label '%s' is set in %.1f pt, under 8 pt".formatted(text.text, text.size * scale),
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

  private void contrast(Heard text, Rectangle2D drawn) {
    if (text.color == null) {
      return;
    }
    Color behind = painted.behind(drawn.getCenterX(), drawn.getCenterY());
    double ratio = Contrast.ratio(text.color, behind);
    if (ratio < 4.5) {
      found.put(
          "its label '%s' is #%06X on #%06X, %.1f:1, under 4.5:1"
              .formatted(
                  text.text, text.color.getRGB() & 0xFFFFFF, behind.getRGB() & 0xFFFFFF, ratio),
          PrintLint.Kind.CONTRAST_LOW);
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
