package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.reports.data.Place;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Words;

/**
 * Active partnerships on the earth: a line from each town to its partner, a dot for each partner
 * town, larger where more members share it. The numbers stand in the table by country.
 */
public final class WorldMap extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double UNITS = 2000;
  private static final double LEGEND = 24;
  private static final double TEXT = 8;
  private static final Color OCEAN = new Color(0xF4F7F9);
  private static final Color LAND = new Color(0xD6DFE6);
  private static final Color ARC = new Color(0x458788);
  private static final Map<String, Outlines.Shape> WORLD = Outlines.read("world.txt");

  /** A partnership whose two towns are known. */
  public record Arc(Place home, Place partner) {}

  private final transient Words words;
  private final transient List<Arc> arcs;
  private final transient String alt;

  public WorldMap(Words words, List<Arc> arcs, String alt) {
    this.words = words;
    this.arcs = List.copyOf(arcs);
    this.alt = alt;
  }

  @Override
  public String alt() {
    return alt;
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    Rectangle2D world = WORLD.get("outline").path().getBounds2D();
    double scale = Math.min(width / world.getWidth(), (height - LEGEND) / world.getHeight());
    AffineTransform map = new AffineTransform();
    map.translate(width / 2, -world.getY() * scale);
    map.scale(scale, scale);
    pen.fill(OCEAN, map.createTransformedShape(WORLD.get("outline").path()));
    pen.fill(LAND, map.createTransformedShape(WORLD.get("land").path()));
    Map<Place, Integer> partners = new LinkedHashMap<>();
    for (Arc arc : arcs) {
      partners.merge(arc.partner, 1, Integer::sum);
      pen.path(ARC, 0.25, arc(at(map, arc.home), at(map, arc.partner)));
    }
    arcs.stream().map(Arc::home).distinct().forEach(home -> square(pen, at(map, home), 1.2));
    // The large ones first, so that none hides another.
    partners.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(p -> dot(pen, Pen.TEAL, at(map, p.getKey()), radius(p.getValue())));
    legend(pen, partners.values().stream().max(Comparator.naturalOrder()).orElse(1), height - 9);
  }

  private static Point2D at(AffineTransform map, Place place) {
    Point2D unit = EqualEarth.project(place);
    return map.transform(new Point2D.Double(unit.getX() * UNITS, unit.getY() * UNITS), null);
  }

  /** Bent to the north, as the shortest way on a globe looks from here. */
  private static Path2D arc(Point2D from, Point2D to) {
    double lift = Math.min(from.distance(to) * 0.22, Math.min(from.getY(), to.getY()) * 0.9);
    Path2D path = new Path2D.Double();
    path.moveTo(from.getX(), from.getY());
    path.quadTo(
        (from.getX() + to.getX()) / 2, (from.getY() + to.getY()) / 2 - lift, to.getX(), to.getY());
    return path;
  }

  private static double radius(int partnerships) {
    return 1.1 * Math.sqrt(partnerships);
  }

  private static void dot(Pen pen, Color colour, Point2D at, double radius) {
    pen.dot(Color.WHITE, at.getX(), at.getY(), radius + 0.3);
    pen.dot(colour, at.getX(), at.getY(), radius);
  }

  /** A member: another shape than its partners', for those who do not see colours. */
  private static void square(Pen pen, Point2D at, double half) {
    double white = half + 0.3;
    pen.bar(Color.WHITE, at.getX() - white, at.getY() - white, 2 * white, 2 * white);
    pen.bar(Pen.OCHRE, at.getX() - half, at.getY() - half, 2 * half, 2 * half);
  }

  private void legend(Pen pen, int most, double y) {
    double x = 2;
    square(pen, new Point2D.Double(x + 2, y - 2.6), 2);
    x = label(pen, words.text("map.member"), x + 9, y) + 16;
    pen.line(ARC, 0.8, x, y - 2.6, x + 14, y - 2.6);
    x = label(pen, words.text("map.partnership"), x + 19, y) + 16;
    x = label(pen, words.text("map.partner"), x, y) + 8;
    for (int number : most > 4 ? new int[] {1, most / 2, most} : new int[] {1, Math.max(2, most)}) {
      double radius = radius(number);
      pen.dot(Pen.TEAL, x + radius, y - 2.6, radius);
      x = label(pen, words.numbers().count(number), x + 2 * radius + 3, y) + 10;
    }
  }

  private static double label(Pen pen, String text, double x, double y) {
    pen.text(Pen.GREY, TEXT, false, Pen.Anchor.LEFT, text, x, y);
    return x + pen.width(text, TEXT, false);
  }
}
