package org.sistercityimpact.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;

/** Draws a chart's marks in the reports' colours and type: vectors and real text, no pixels. */
final class Pen {
  static final Color NAVY = new Color(0x14375E);
  static final Color TEAL = new Color(0x0F7D7D);
  static final Color GOLD = new Color(0xE0A52A);

  /** Gold dark enough for a line on white. */
  static final Color OCHRE = new Color(0x8A5F00);

  static final Color SKY = new Color(0x5B8DA8);
  static final Color INK = new Color(0x22303C);
  static final Color GREY = new Color(0x556575);
  static final Color RULE = new Color(0xD9E0E7);
  static final Color MIST = new Color(0xBFDCDC);

  /** Where a text lies in respect of its anchor. */
  enum Anchor {
    LEFT,
    CENTRE,
    RIGHT
  }

  // Widths must not depend on the target's resolution, or labels would move between outputs.
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private final Graphics2D graphics;
  private final FontUtil fonts;
  private final Map<String, Font> cache = new HashMap<>();

  Pen(Graphics2D graphics, JasperReportsContext context) {
    this.graphics = graphics;
    this.fonts = FontUtil.getInstance(context);
  }

  void fill(Color colour, Shape shape) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  void bar(Color colour, double x, double y, double width, double height) {
    fill(colour, new Rectangle2D.Double(x, y, Math.max(width, 0), height));
  }

  void dot(Color colour, double x, double y, double radius) {
    fill(colour, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  void line(Color colour, double width, double x1, double y1, double x2, double y2) {
    stroke(colour, width, new Line2D.Double(x1, y1, x2, y2));
  }

  void path(Color colour, double width, Path2D path) {
    stroke(colour, width, path);
  }

  /** A path of dashes. */
  void dashes(Color colour, double width, Path2D path) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            10,
            new float[] {3.5f, 2.5f},
            0));
    graphics.draw(path);
  }

  void ring(Color colour, double width, double x, double y, double radius) {
    stroke(colour, width, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Lines from corner to corner across a shape, in the pitch given. */
  void hatch(Color colour, double width, double pitch, Shape shape) {
    Graphics2D inside = (Graphics2D) graphics.create();
    inside.clip(shape);
    inside.setColor(colour);
    inside.setStroke(new BasicStroke((float) width));
    Rectangle2D area = shape.getBounds2D();
    for (double x = area.getMinX() - area.getHeight(); x < area.getMaxX(); x += pitch) {
      inside.draw(new Line2D.Double(x, area.getMaxY(), x + area.getHeight(), area.getMinY()));
    }
    inside.dispose();
  }

  void outline(Color colour, double width, Shape shape) {
    stroke(colour, width, shape);
  }

  private void stroke(Color colour, double width, Shape shape) {
    graphics.setColor(colour);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /** One line of text on the baseline y. */
  void text(
      Color colour, double size, boolean strong, Anchor anchor, String text, double x, double y) {
    Font font = font(size, strong);
    double width = anchor == Anchor.LEFT ? 0 : width(text, size, strong);
    double left =
        switch (anchor) {
          case LEFT -> x;
          case CENTRE -> x - width / 2;
          case RIGHT -> x - width;
        };
    graphics.setColor(colour);
    graphics.setFont(font);
    graphics.drawString(text, (float) left, (float) y);
  }

  double width(String text, double size, boolean strong) {
    return font(size, strong).getStringBounds(text, METRICS).getWidth();
  }

  /** The text, cut with an ellipsis where it is wider than it may be. */
  String fit(String text, double size, boolean strong, double width) {
    if (width(text, size, strong) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end).strip() + "…", size, strong) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }

  private Font font(double size, boolean strong) {
    return cache.computeIfAbsent(
        size + (strong ? "s" : "r"),
        key -> {
          Font font =
              fonts.getAwtFontFromBundles(
                  true,
                  strong ? "Inter Base SemiBold" : "Inter Base",
                  Font.PLAIN,
                  (float) size,
                  Locale.US,
                  true);
          return java.util.Objects.requireNonNull(font, "the fonts of the module pdf");
        });
  }
}
