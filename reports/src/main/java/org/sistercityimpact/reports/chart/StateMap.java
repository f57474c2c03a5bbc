package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Numbers;

/**
 * The states by a metric, in up to four classes of about as many states each, with their numbers.
 */
public final class StateMap extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double LEGEND = 24;
  private static final double TEXT = 8;
  private static final double ROOM_FOR_CODE = 6.5;
  private static final double ROOM_FOR_NUMBER = 9;
  private static final double BOX = 15;

  /** On the right, for the names of small states. */
  private static final double MARGIN = 44;

  private static final double PITCH = 10.5;
  private static final List<Color> SHADES =
      List.of(new Color(0xC9E3E2), new Color(0xE9F4F3), Pen.TEAL, new Color(0x0A1F38));
  private static final int LOOKS = 4;
  private static final int HATCHED = 1;
  private static final Map<String, Outlines.Shape> STATES = Outlines.read("states.txt");

  /** A state by its postal code. */
  public record State(String code, Metric cell) {}

  /** A state without room for its name, and where it lies. */
  private record Small(State state, Point2D middle) {}

  private final transient Figures printer;
  private final transient List<State> states;
  private final transient String alt;
  private final transient List<Long> classes;

  /** Takes the states that have members; the others stay white. */
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
            .filter(s -> s.cell.status() == MetricStatus.VALUE && s.cell.central().signum() > 0)
            .map(s -> s.cell.central().longValue())
            .sorted()
            .toList();
    TreeSet<Long> starts = new TreeSet<>();
    for (int i = 0; i < LOOKS && !values.isEmpty(); i++) {
      starts.add(values.get(i * values.size() / LOOKS));
    }
    return List.copyOf(starts);
  }

  /** The place of its class among the looks; -1: none. */
  private int look(Metric cell) {
    if (cell.status() != MetricStatus.VALUE || cell.central().signum() == 0) {
      return -1;
    }
    long value = cell.central().longValue();
    int place = (int) classes.stream().filter(start -> start <= value).count() - 1;
    // Few classes take the darker end, so that one alone is still seen.
    return place + LOOKS - classes.size();
  }

  /** The look of a class: told apart in gray, too, and each from the next by 3 : 1 or a pattern. */
  private static void paint(Pen pen, int look, Shape shape) {
    pen.fill(look < 0 ? Color.WHITE : SHADES.get(look), shape);
    if (look == HATCHED) {
      pen.hatch(Pen.TEAL, 0.9, 4, shape);
    }
    boolean dark = look > HATCHED;
    pen.outline(dark ? Color.WHITE : Pen.GREY, dark ? 0.7 : 0.5, shape);
  }

  @Override
  void draw(Pen pen, double width, double height) {
    Rectangle2D whole = new Rectangle2D.Double();
    STATES.values().forEach(s -> Rectangle2D.union(whole, s.path().getBounds2D(), whole));
    double scale =
        Math.min((width - MARGIN) / whole.getWidth(), (height - LEGEND) / whole.getHeight());
    AffineTransform map = new AffineTransform();
    map.translate(
        (width - MARGIN - whole.getWidth() * scale) / 2 - whole.getX() * scale,
        -whole.getY() * scale);
    map.scale(scale, scale);
    Map<String, State> byCode = new TreeMap<>();
    states.forEach(s -> byCode.put(s.code, s));
    // The pale ones first: a dark one's light edge stays whole.
    STATES.entrySet().stream()
        .sorted(Comparator.comparing(each -> look(byCode.get(each.getKey()))))
        .forEach(
            each ->
                paint(
                    pen,
                    look(byCode.get(each.getKey())),
                    map.createTransformedShape(each.getValue().path())));
    List<Small> small = new ArrayList<>();
    List<State> outside = new ArrayList<>();
    for (State state : states) {
      Outlines.Shape outline = STATES.get(state.code);
      if (outline == null) {
        outside.add(state);
        continue;
      }
      Point2D middle = map.transform(outline.middle(), null);
      if (outline.room() * scale >= ROOM_FOR_CODE) {
        inside(pen, state, outline.room() * scale >= ROOM_FOR_NUMBER, middle);
      } else {
        small.add(new Small(state, middle));
      }
    }
    beside(pen, small, width, height - LEGEND);
    double x = width - outside.size() * (BOX + 28);
    for (State state : outside) {
      Rectangle2D box = new Rectangle2D.Double(x, height - 19, BOX, BOX - 3);
      paint(pen, look(state.cell), box);
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.LEFT, said(state), x + BOX + 3, height - 9);
      x += BOX + 28;
    }
    legend(pen, height - 9);
  }

  private int look(State state) {
    return state == null ? -1 : look(state.cell);
  }

  /** Its code and, where there is room, its number below. */
  private void inside(Pen pen, State state, boolean number, Point2D middle) {
    boolean two = number && look(state) >= 0;
    int look = look(state);
    if (look == HATCHED) {
      double half = Math.max(pen.width(state.code, TEXT, false), two ? 14 : 0) / 2 + 1.5;
      double top = two ? 9 : 5;
      pen.bar(SHADES.get(look), middle.getX() - half, middle.getY() - top, 2 * half, 2 * top);
    }
    Color colour = look > HATCHED ? Color.WHITE : Pen.INK;
    double base = middle.getY() + (two ? -0.8 : 2.9);
    pen.text(colour, TEXT, false, Pen.Anchor.CENTRE, state.code, middle.getX(), base);
    if (two) {
      String value = printer.numbers().count(state.cell.central().longValue());
      pen.text(colour, TEXT, true, Pen.Anchor.CENTRE, value, middle.getX(), base + 8.4);
    }
  }

  /** States too small for their names: in a column in the sea, in their order, on lines. */
  private void beside(Pen pen, List<Small> small, double width, double bottom) {
    double x = width - MARGIN + 8;
    List<Small> eastern =
        small.stream()
            .filter(each -> each.middle.getX() > width / 2)
            .sorted(Comparator.comparing(each -> each.middle.getY()))
            .toList();
    double y = 0;
    for (int i = 0; i < eastern.size(); i++) {
      Point2D middle = eastern.get(i).middle;
      y = Math.max(y + PITCH, Math.min(middle.getY(), bottom - PITCH * (eastern.size() - i)));
      pen.line(Pen.GREY, 0.5, middle.getX(), middle.getY(), x - 2, y - 2.8);
      pen.dot(Color.WHITE, middle.getX(), middle.getY(), 1.7);
      pen.dot(Pen.INK, middle.getX(), middle.getY(), 1.1);
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.LEFT, said(eastern.get(i).state), x, y);
    }
    small.stream()
        .filter(each -> !eastern.contains(each))
        .forEach(
            each ->
                pen.text(
                    Pen.INK,
                    TEXT,
                    false,
                    Pen.Anchor.LEFT,
                    said(each.state),
                    each.middle.getX() + 12,
                    each.middle.getY() + 2.9));
  }

  /** "MD 12". */
  private String said(State state) {
    return look(state) < 0
        ? state.code
        : state.code + " " + printer.numbers().count(state.cell.central().longValue());
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
      x = entry(pen, i + LOOKS - classes.size(), label, x, y);
    }
    entry(pen, -1, printer.words().text("map.none"), x, y);
  }

  private static double entry(Pen pen, int look, String label, double x, double y) {
    paint(pen, look, new Rectangle2D.Double(x, y - 8, 16, 10));
    pen.text(Pen.GREY, TEXT, false, Pen.Anchor.LEFT, label, x + 20, y);
    return x + 20 + pen.width(label, TEXT, false) + 14;
  }
}
