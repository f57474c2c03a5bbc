package org.sistercityimpact.pdf.lint;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Finds areas and lines of a drawing that only somebody who sees colors well can tell apart: side
 * by side without a line between them, or alike in all but a hue.
 *
 * <p>Areas count as told apart by 3:1, by a pattern, or by their shape. A label does not count: it
 * may say how much, and not of what. Backdrops, the ground's own color, white rims, the grounds of
 * labels and what is half transparent are left out.
 */
final class AlikeAreas {
  private static final double LEAST = 3;

  /** How far to either side of an edge one looks, in points. */
  private static final double BESIDE = 0.5;

  /** A shorter piece of an edge shows nothing. */
  private static final int LEAST_EDGE = 4;

  /** So many lines across an area are a pattern. */
  private static final int PATTERN = 2;

  /** A label's ground is no larger around it. */
  private static final double AROUND = 12;

  private static final double WIDTHS_DIFFER = 0.35;

  private final PaintedDrawing drawing;
  private final List<PaintedDrawing.Area> areas;
  private final Map<PaintedDrawing.Area, Boolean> patterned = new HashMap<>();
  private final Map<Long, List<Color>> lineColors = new HashMap<>();

  AlikeAreas(PaintedDrawing drawing, List<Rectangle2D> labels) {
    this.drawing = drawing;
    this.areas =
        drawing.areas().stream()
            .filter(area -> !area.color().equals(drawing.ground()))
            .filter(area -> !drawing.isBackdrop(area) && !drawing.isPoint(area))
            .filter(area -> labels.stream().noneMatch(label -> isGroundOf(label, area)))
            .toList();
    for (PaintedDrawing.Line line : drawing.lines()) {
      for (Point2D at : line.points()) {
        lineColors
            .computeIfAbsent(cell(at.getX(), at.getY()), c -> new ArrayList<>())
            .add(line.color());
      }
    }
  }

  private static boolean isGroundOf(Rectangle2D label, PaintedDrawing.Area area) {
    Rectangle2D bounds = area.path().getBounds2D();
    return bounds.contains(label)
        && bounds.getWidth() < label.getWidth() + AROUND
        && bounds.getHeight() < label.getHeight() + AROUND;
  }

  void find(BiConsumer<PrintLint.Kind, String> found) {
    sideBySide(found);
    byColorAlone(found);
    linesByColorAlone(found);
  }

  private void sideBySide(BiConsumer<PrintLint.Kind, String> found) {
    Set<Set<Color>> told = new LinkedHashSet<>();
    for (PaintedDrawing.Area area : areas) {
      Map<Color, Integer> beside = new LinkedHashMap<>();
      List<Point2D> edge = PaintedDrawing.along(area.path(), 1);
      for (int i = 1; i < edge.size(); i++) {
        PaintedDrawing.Area other = across(area, edge.get(i - 1), edge.get(i));
        if (other != null) {
          beside.merge(other.color(), 1, Integer::sum);
        }
      }
      beside.forEach(
          (color, length) -> {
            if (length >= LEAST_EDGE && told.add(Set.of(color, area.color()))) {
              found.accept(
                  PrintLint.Kind.NEIGHBORS_ALIKE,
                  "its area at %s in #%06X is beside one in #%06X, %.1f:1, under 3:1 and without a line between them"
                      .formatted(
                          drawing.place(area.path().getBounds2D()),
                          PaintedDrawing.rgb(area.color()),
                          PaintedDrawing.rgb(color),
                          Contrast.ratio(area.color(), color)));
            }
          });
    }
  }

  /** The area beyond an area's edge that can hardly be told from it there; else null. */
  private PaintedDrawing.Area across(PaintedDrawing.Area area, Point2D from, Point2D to) {
    double x = (from.getX() + to.getX()) / 2;
    double y = (from.getY() + to.getY()) / 2;
    double length = from.distance(to);
    if (length == 0 || length > 2) {
      return null;
    }
    double dx = -(to.getY() - from.getY()) / length * BESIDE;
    double dy = (to.getX() - from.getX()) / length * BESIDE;
    PaintedDrawing.Area one = drawing.top(x + dx, y + dy);
    PaintedDrawing.Area two = drawing.top(x - dx, y - dy);
    PaintedDrawing.Area other = one == area ? two : two == area ? one : null;
    return other != null
            && areas.contains(other)
            && !other.color().equals(area.color())
            && Contrast.ratio(area.color(), other.color()) < LEAST
            && isPatterned(area) == isPatterned(other)
            && !isParted(x, y, area.color(), other.color())
        ? other
        : null;
  }

  private boolean isParted(double x, double y, Color one, Color other) {
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (Color line : lineColors.getOrDefault(cell(x + dx, y + dy), List.of())) {
          if (Contrast.ratio(line, one) >= LEAST && Contrast.ratio(line, other) >= LEAST) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static long cell(double x, double y) {
    return (long) Math.floor(x) << 32 ^ ((long) Math.floor(y) & 0xFFFFFFFFL);
  }

  private void byColorAlone(BiConsumer<PrintLint.Kind, String> found) {
    Set<Set<Color>> told = new LinkedHashSet<>();
    for (PaintedDrawing.Area one : areas) {
      for (PaintedDrawing.Area other : areas) {
        if (!one.color().equals(other.color())
            && Contrast.ratio(one.color(), other.color()) < LEAST
            && shape(one).equals(shape(other))
            && isPatterned(one) == isPatterned(other)
            && told.add(Set.of(one.color(), other.color()))) {
          found.accept(
              PrintLint.Kind.COLOR_ALONE,
              byColor("areas", one.path(), one.color(), other.path(), other.color()));
        }
      }
    }
  }

  private void linesByColorAlone(BiConsumer<PrintLint.Kind, String> found) {
    List<PaintedDrawing.Line> lines =
        drawing.lines().stream()
            .filter(line -> !drawing.isRuling(line) && !drawing.isOutline(line))
            .toList();
    Set<Set<Color>> told = new LinkedHashSet<>();
    for (PaintedDrawing.Line one : lines) {
      for (PaintedDrawing.Line other : lines) {
        if (!one.color().equals(other.color())
            && Contrast.ratio(one.color(), other.color()) < LEAST
            && one.dashed() == other.dashed()
            && Math.abs(one.width() - other.width()) < WIDTHS_DIFFER
            && told.add(Set.of(one.color(), other.color()))) {
          found.accept(
              PrintLint.Kind.COLOR_ALONE,
              byColor("lines", one.path(), one.color(), other.path(), other.color()));
        }
      }
    }
  }

  private String byColor(String what, Shape one, Color ofOne, Shape other, Color ofOther) {
    return "its %s at %s in #%06X and at %s in #%06X differ by color alone, %.1f:1, under 3:1"
        .formatted(
            what,
            drawing.place(one.getBounds2D()),
            PaintedDrawing.rgb(ofOne),
            drawing.place(other.getBounds2D()),
            PaintedDrawing.rgb(ofOther),
            Contrast.ratio(ofOne, ofOther));
  }

  private boolean isPatterned(PaintedDrawing.Area area) {
    return patterned.computeIfAbsent(
        area,
        a ->
            drawing.lines().stream()
                    .filter(line -> Contrast.ratio(line.color(), a.color()) >= LEAST)
                    .filter(line -> !drawing.isOutline(line))
                    .filter(line -> line.points().stream().filter(a.path()::contains).count() > 1)
                    .count()
                >= PATTERN);
  }

  /** Round, with straight sides, or a coast. */
  private static String shape(PaintedDrawing.Area area) {
    int curves = 0;
    int sides = 0;
    for (PathIterator path = area.path().getPathIterator(null); !path.isDone(); path.next()) {
      int step = path.currentSegment(new double[6]);
      curves += step == PathIterator.SEG_CUBICTO || step == PathIterator.SEG_QUADTO ? 1 : 0;
      sides += step == PathIterator.SEG_LINETO ? 1 : 0;
    }
    return curves > 0 && sides == 0 ? "round" : sides > 8 ? "coast" : "sides " + sides;
  }
}
