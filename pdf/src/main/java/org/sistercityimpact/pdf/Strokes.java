package org.sistercityimpact.pdf;

import java.awt.Color;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPen;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.base.JRBoxPen;
import net.sf.jasperreports.engine.type.LineDirectionEnum;
import net.sf.jasperreports.engine.type.LineStyleEnum;
import net.sf.jasperreports.engine.type.ModeEnum;

/** Draws lines, rectangles, ellipses, fills and the pens of boxes. */
final class Strokes {
  /** How far a Bézier's handles stand out for a quarter of a circle. */
  private static final double ARC = 0.5523;

  private final Sheet sheet;
  private final Content out;

  Strokes(Sheet sheet) {
    this.sheet = sheet;
    this.out = sheet.content;
  }

  void fill(Color color, double x, double y, double w, double h) {
    out.color(color, "rg");
    sheet.rectangle(x, y, w, h);
    out.op("f");
  }

  /** The pen's width; where nobody gave one, 1 for a line or shape and none for a box. */
  private static float width(JRPen pen) {
    Float given = pen.getLineWidth();
    return given != null ? given : pen instanceof JRBoxPen ? 0 : 1;
  }

  /** How wide the pens of a box are; each is asked of one style after another. */
  record Widths(float top, float left, float bottom, float right) {
    static Widths of(JRLineBox box) {
      return new Widths(
          width(box.getTopPen()),
          width(box.getLeftPen()),
          width(box.getBottomPen()),
          width(box.getRightPen()));
    }

    boolean isDrawn() {
      return top > 0 || left > 0 || bottom > 0 || right > 0;
    }
  }

  void box(JRLineBox box, Widths widths, double x, double y, double w, double h) {
    double top = widths.top / 2;
    double left = widths.left / 2;
    double bottom = widths.bottom / 2;
    double right = widths.right / 2;
    segment(box.getTopPen(), widths.top, x - left, y, x + w + right, y);
    segment(box.getLeftPen(), widths.left, x, y - top, x, y + h + bottom);
    segment(box.getBottomPen(), widths.bottom, x - left, y + h, x + w + right, y + h);
    segment(box.getRightPen(), widths.right, x + w, y - top, x + w, y + h + bottom);
  }

  void line(JRPrintLine line, double x, double y) {
    JRPen pen = line.getLinePen();
    float width = width(pen);
    double w = line.getWidth();
    double h = line.getHeight();
    if (w <= 1 && h > w) {
      segment(pen, width, x + w / 2, y, x + w / 2, y + h);
    } else if (h <= 1) {
      segment(pen, width, x, y + h / 2, x + w, y + h / 2);
    } else if (line.getDirection() == LineDirectionEnum.BOTTOM_UP) {
      segment(pen, width, x, y + h, x + w, y);
    } else {
      segment(pen, width, x, y, x + w, y + h);
    }
  }

  private void segment(JRPen pen, float width, double x1, double y1, double x2, double y2) {
    if (width <= 0) {
      return;
    }
    if (pen.getLineStyle() == LineStyleEnum.DOUBLE) {
      double length = Math.hypot(x2 - x1, y2 - y1);
      double nx = length == 0 ? 0 : -(y2 - y1) / length * width / 3;
      double ny = length == 0 ? 0 : (x2 - x1) / length * width / 3;
      stroke(pen, width / 3, x1 + nx, y1 + ny, x2 + nx, y2 + ny);
      stroke(pen, width / 3, x1 - nx, y1 - ny, x2 - nx, y2 - ny);
    } else {
      stroke(pen, width, x1, y1, x2, y2);
    }
  }

  private void stroke(JRPen pen, double width, double x1, double y1, double x2, double y2) {
    pen(pen, width);
    out.nums(x1, sheet.y(y1)).op("m").nums(x2, sheet.y(y2)).op("l").op("S");
    endPen(pen);
  }

  private void pen(JRPen pen, double width) {
    out.color(pen.getLineColor(), "RG").num(width).op("w");
    switch (pen.getLineStyle()) {
      case DASHED -> out.raw("[").nums(5 * width, 3 * width).raw("]").num(0).op("d");
      case DOTTED -> out.raw("[").nums(width, width).raw("]").num(0).op("d");
      default -> {}
    }
  }

  private void endPen(JRPen pen) {
    if (pen.getLineStyle() == LineStyleEnum.DASHED || pen.getLineStyle() == LineStyleEnum.DOTTED) {
      out.op("[]0 d");
    }
  }

  void rectangle(JRPrintRectangle r, double x, double y) {
    double radius = Math.min(r.getRadius(), Math.min(r.getWidth(), r.getHeight()) / 2d);
    shape(
        r.getLinePen(),
        r.getMode() == ModeEnum.OPAQUE ? r.getBackcolor() : null,
        () -> {
          if (radius <= 0) {
            sheet.rectangle(x, y, r.getWidth(), r.getHeight());
          } else {
            rounded(x, y, r.getWidth(), r.getHeight(), radius, radius);
          }
        });
  }

  /** The frame that an image's own pen draws; without one given, an image has none. */
  void outline(JRPrintImage image, double x, double y) {
    JRPen pen = image.getLinePen();
    if (pen.getLineWidth() != null && pen.getLineWidth() > 0) {
      shape(pen, null, () -> sheet.rectangle(x, y, image.getWidth(), image.getHeight()));
    }
  }

  void ellipse(JRPrintEllipse e, double x, double y) {
    shape(
        e.getLinePen(),
        e.getMode() == ModeEnum.OPAQUE ? e.getBackcolor() : null,
        () -> rounded(x, y, e.getWidth(), e.getHeight(), e.getWidth() / 2d, e.getHeight() / 2d));
  }

  private void shape(JRPen pen, Color fill, Runnable path) {
    float width = width(pen);
    if (fill != null) {
      out.color(fill, "rg");
    }
    if (width > 0 && pen.getLineStyle() == LineStyleEnum.DOUBLE) {
      throw new PdfExportException("its line style Double is not supported on a closed shape");
    }
    if (width > 0) {
      pen(pen, width);
    }
    if (fill != null || width > 0) {
      path.run();
      out.op(width <= 0 ? "f" : fill == null ? "S" : "B");
    }
    if (width > 0) {
      endPen(pen);
    }
  }

  private void rounded(double x, double y, double w, double h, double rx, double ry) {
    double kx = rx * (1 - ARC);
    double ky = ry * (1 - ARC);
    double t = sheet.y(y);
    double b = sheet.y(y + h);
    double r = x + w;
    out.nums(x + rx, t).op("m").nums(r - rx, t).op("l");
    out.nums(r - kx, t, r, t - ky, r, t - ry).op("c").nums(r, b + ry).op("l");
    out.nums(r, b + ky, r - kx, b, r - rx, b).op("c").nums(x + rx, b).op("l");
    out.nums(x + kx, b, x, b + ky, x, b + ry).op("c").nums(x, t - ry).op("l");
    out.nums(x, t - ky, x + kx, t, x + rx, t).op("c").op("h");
  }
}
