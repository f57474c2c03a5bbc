package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.Status;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Numbers;

/** The states shaded by a metric, in up to five classes of about as many states each. */
public final class StateMap extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double LEGEND = 24;
  private static final double TEXT = 7.5;
  private static final double ROOM_FOR_CODE = 5.5;
  private static final double BOX = 15;
  private static final Color NONE = new Color(0xECEFF2);
  private static final List<Color> SHADES =
      List.of(new Color(0x9CCBCA), new Color(0x5FA5A8), new Color(0x0F7D7D), new Color(0x14375E));
  private static final Map<String, Outlines.Shape> STATES = Outlines.read("states.txt");

  /** A state by its postal code. */
  public record State(String code, Metric cell) {}

  private final transient Figures printer;
  private final transient List<State> states;
  private final transient String alt;
  private final transient List<Long> classes;

  /** Takes the states that have members; the others stay pale. */
  public StateMap(Figures printer, List<State> states, String alt) {
    this.printer = printer;
    this.states = List.copyOf(states);
    this.alt = alt;
    this.classes = classes(states);
  }

  @Override
  public String alt() {
    return alt;
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  /** The least value of each class: quarters, without empty classes. */
  private static List<Long> classes(List<State> states) {
    List<Long> values =
        states.stream()
            .filter(s -> s.cell.status() == Status.VALUE && s.cell.central().signum() > 0)
            .map(s -> s.cell.central().longValue())
            .sorted()
            .toList();
    TreeSet<Long> starts = new TreeSet<>();
    for (int i = 0; i < SHADES.size() && !values.isEmpty(); i++) {
      starts.add(values.get(i * values.size() / SHADES.size()));
    }
    return List.copyOf(starts);
  }

  private Color shade(Metric cell) {
    if (cell.status() != Status.VALUE || cell.central().signum() == 0) {
      return NONE;
    }
    long value = cell.central().longValue();
    int place = (int) classes.stream().filter(start -> start <= value).count() - 1;
    // Few classes take the darker end, so that one alone is still seen.
    return SHADES.get(place + SHADES.size() - classes.size());
  }

  @Override
  void draw(Pen pen, double width, double height) {
    Rectangle2D whole = new Rectangle2D.Double();
    STATES.values().forEach(s -> Rectangle2D.union(whole, s.path().getBounds2D(), whole));
    double scale = Math.min(width / whole.getWidth(), (height - LEGEND) / whole.getHeight());
    AffineTransform map = new AffineTransform();
    map.translate(
        (width - whole.getWidth() * scale) / 2 - whole.getX() * scale, -whole.getY() * scale);
    map.scale(scale, scale);
    Map<String, State> byCode = new TreeMap<>();
    states.forEach(s -> byCode.put(s.code, s));
    List<State> outside = new ArrayList<>(states);
    STATES.forEach(
        (code, outline) -> {
          State state = byCode.get(code);
          Color colour = state == null ? NONE : shade(state.cell);
          Shape shape = map.createTransformedShape(outline.path());
          pen.fill(colour, shape);
          pen.outline(Color.WHITE, 0.6, shape);
          if (state != null) {
            outside.remove(state);
            if (outline.room() * scale >= ROOM_FOR_CODE) {
              Point2D middle = map.transform(outline.middle(), null);
              code(pen, state.code, colour, middle.getX(), middle.getY() + 2.6);
            }
          }
        });
    double x = width - outside.size() * (BOX + 14);
    for (State state : outside) {
      pen.bar(shade(state.cell), x, height - LEGEND - BOX, BOX + 10, BOX);
      code(pen, state.code, shade(state.cell), x + (BOX + 10) / 2, height - LEGEND - BOX / 2 + 2.6);
      x += BOX + 14;
    }
    legend(pen, height - 9);
  }

  private static void code(Pen pen, String code, Color on, double x, double y) {
    boolean dark = SHADES.indexOf(on) >= 3;
    pen.text(dark ? Color.WHITE : Pen.INK, 7, false, Pen.Anchor.CENTRE, code, x, y);
  }

  private void legend(Pen pen, double y) {
    Numbers numbers = printer.numbers();
    double x = 2;
    for (int i = 0; i < classes.size(); i++) {
      long from = classes.get(i);
      String label =
          i + 1 == classes.size()
              ? printer.words().say("map.from", from).text()
              : classes.get(i + 1) - 1 == from
                  ? numbers.count(from)
                  : printer.words().say("report.span", from, classes.get(i + 1) - 1).text();
      x = entry(pen, SHADES.get(i + SHADES.size() - classes.size()), label, x, y);
    }
    entry(pen, NONE, printer.words().text("map.none"), x, y);
  }

  private static double entry(Pen pen, Color colour, String label, double x, double y) {
    pen.bar(colour, x, y - 7.5, 14, 9);
    pen.text(Pen.GREY, TEXT, false, Pen.Anchor.LEFT, label, x + 18, y);
    return x + 18 + pen.width(label, TEXT, false) + 14;
  }
}
