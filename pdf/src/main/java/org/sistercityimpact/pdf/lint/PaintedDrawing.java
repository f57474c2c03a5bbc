package org.sistercityimpact.pdf.lint;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The areas and lines of a drawing in the order in which they were painted, to find those that
 * nearly have the colour of what is behind them. What is half transparent is left out: its colour
 * depends on more than one thing.
 */
final class PaintedDrawing {
  private static final double LEAST = 3;

  /** Thinner lines that go straight across or down rule a chart and say nothing. */
  private static final double RULING = 0.65;

  /** Less is a point. */
  private static final double SEEN = 2;

  record Area(Path2D path, Color color, Color behind) {}

  /**
   * A line.
   *
   * @param points along it, those that are seen
   */
  record Line(
      Path2D path,
      Color color,
      double width,
      boolean dashed,
      boolean faint,
      List<Point2D> points) {}

  private final Rectangle2D frame;
  private final Color ground;
  private final List<Area> areas = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();

  /**
   * Takes the drawing's place, from 0,0.
   *
   * @param ground the colour that it is drawn on
   */
  PaintedDrawing(Rectangle2D frame, Color ground) {
    this.frame = frame;
    this.ground = ground;
  }

  void fill(Path2D path, Color color) {
    Rectangle2D bounds = path.getBounds2D();
    areas.add(new Area(path, color, behind(bounds.getCenterX(), bounds.getCenterY())));
  }

  /** Takes a line, of which no more is seen than lies within {@code clip}; null: all of it. */
  void stroke(Path2D path, Color color, double width, boolean dashed, Shape clip) {
    List<Point2D> seen =
        along(path, 1).stream().filter(p -> clip == null || clip.contains(p)).toList();
    List<Point2D> points = clip == null ? points(path) : seen;
    long faint =
        points.stream()
            .filter(p -> Contrast.ratio(color, behind(p.getX(), p.getY())) < LEAST)
            .count();
    lines.add(new Line(path, color, width, dashed, 2 * faint > points.size(), seen));
  }

  /** The colour of the last area over a point, or of the ground. */
  Color behind(double x, double y) {
    Area top = top(x, y);
    return top == null ? ground : top.color;
  }

  /** The last area over a point; null: there is none. */
  Area top(double x, double y) {
    for (int i = areas.size() - 1; i >= 0; i--) {
      if (areas.get(i).path.contains(x, y)) {
        return areas.get(i);
      }
    }
    return null;
  }

  List<Area> areas() {
    return areas;
  }

  List<Line> lines() {
    return lines;
  }

  Color ground() {
    return ground;
  }

  /** Whether it is what others are drawn on. */
  boolean isBackdrop(Area area) {
    Rectangle2D bounds = area.path.getBounds2D();
    return bounds.getWidth() * bounds.getHeight() > frame.getWidth() * frame.getHeight() / 2;
  }

  boolean isPoint(Area area) {
    Rectangle2D bounds = area.path.getBounds2D();
    return bounds.getWidth() < SEEN || bounds.getHeight() < SEEN;
  }

  /** Gives each area and line that can hardly be told from what is behind it. */
  void faint(BiConsumer<PrintLint.Kind, String> found) {
    for (Area area : areas) {
      Rectangle2D bounds = area.path.getBounds2D();
      double ratio = Contrast.ratio(area.color, area.behind);
      if (!area.color.equals(area.behind)
          && ratio < LEAST
          && !isBackdrop(area)
          && !isPoint(area)
          && !isRim(area)
          && !isOutlined(area)) {
        found.accept(
            PrintLint.Kind.AREA_FAINT,
            "its area at %s is #%06X on #%06X, %.1f:1, under 3:1 and without an outline"
                .formatted(place(bounds), rgb(area.color), rgb(area.behind), ratio));
      }
    }
    for (Line line : lines) {
      if (line.faint && !isRuling(line) && !isOutline(line)) {
        found.accept(
            PrintLint.Kind.LINE_FAINT,
            "its line at %s in #%06X has less than 3:1 to what is behind most of it"
                .formatted(place(line.path.getBounds2D()), rgb(line.color)));
      }
    }
  }

  /** Whether another lies in its middle: then it only sets that one off. */
  private boolean isRim(Area area) {
    Rectangle2D rim = area.path.getBounds2D();
    return areas.stream()
        .filter(other -> other != area)
        .map(other -> other.path.getBounds2D())
        .anyMatch(
            inner ->
                rim.contains(inner)
                    && Math.abs(rim.getCenterX() - inner.getCenterX()) < 0.1
                    && Math.abs(rim.getCenterY() - inner.getCenterY()) < 0.1);
  }

  private boolean isOutlined(Area area) {
    return lines.stream()
        .anyMatch(line -> isOutline(line, area) && Contrast.ratio(line.color, area.color) >= LEAST);
  }

  private static boolean isOutline(Line line, Area area) {
    Rectangle2D one = line.path.getBounds2D();
    Rectangle2D other = area.path.getBounds2D();
    double apart = 1 + line.width;
    return Math.abs(one.getMinX() - other.getMinX()) < apart
        && Math.abs(one.getMaxX() - other.getMaxX()) < apart
        && Math.abs(one.getMinY() - other.getMinY()) < apart
        && Math.abs(one.getMaxY() - other.getMaxY()) < apart;
  }

  boolean isOutline(Line line) {
    return areas.stream().anyMatch(area -> isOutline(line, area));
  }

  boolean isRuling(Line line) {
    Rectangle2D bounds = line.path.getBounds2D();
    return line.width <= RULING && (bounds.getWidth() < 0.01 || bounds.getHeight() < 0.01);
  }

  /** Along a path, more where it bends. */
  private static List<Point2D> points(Shape path) {
    List<Point2D> points = new ArrayList<>();
    double[] to = new double[6];
    Point2D last = null;
    PathIterator steps =
        new FlatteningPathIterator(path.getPathIterator(new AffineTransform()), 0.5);
    for (; !steps.isDone(); steps.next()) {
      if (steps.currentSegment(to) == PathIterator.SEG_CLOSE) {
        continue;
      }
      Point2D at = new Point2D.Double(to[0], to[1]);
      if (last != null) {
        points.add(
            new Point2D.Double((last.getX() + at.getX()) / 2, (last.getY() + at.getY()) / 2));
      }
      last = at;
    }
    return points;
  }

  /** Points in equal steps along a path, a jump where one piece of it ends. */
  static List<Point2D> along(Shape path, double step) {
    List<Point2D> points = new ArrayList<>();
    double[] to = new double[6];
    Point2D begun = null;
    Point2D last = null;
    PathIterator pieces =
        new FlatteningPathIterator(path.getPathIterator(new AffineTransform()), 0.5);
    for (; !pieces.isDone(); pieces.next()) {
      int kind = pieces.currentSegment(to);
      Point2D at = kind == PathIterator.SEG_CLOSE ? begun : new Point2D.Double(to[0], to[1]);
      if (kind == PathIterator.SEG_MOVETO) {
        begun = at;
        points.add(at);
      } else {
        int steps = Math.max(1, (int) Math.ceil(last.distance(at) / step));
        for (int i = 1; i <= steps; i++) {
          points.add(
              new Point2D.Double(
                  last.getX() + (at.getX() - last.getX()) * i / steps,
                  last.getY() + (at.getY() - last.getY()) * i / steps));
        }
      }
      last = at;
    }
    return points;
  }

  static int rgb(Color color) {
    return color.getRGB() & 0xFFFFFF;
  }

  String place(Rectangle2D bounds) {
    return "%.0f,%.0f (%.0f x %.0f)"
        .formatted(
            bounds.getX(),
            frame.getHeight() - bounds.getMaxY(),
            bounds.getWidth(),
            bounds.getHeight());
  }
}
