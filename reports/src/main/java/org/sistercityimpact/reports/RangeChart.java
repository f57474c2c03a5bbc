package org.sistercityimpact.reports;

import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Estimates from low to high with a mark at the central case, on one scale from zero. It labels no
 * figures: it stands beside its table, row by row.
 */
final class RangeChart extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TICK = 7;

  private final transient Figures printer;
  private final transient List<Metric> rows;
  private final transient double rowHeight;

  /**
   * Takes one metric a row.
   *
   * @param rowHeight the height of a row of the table beside it, in points; the rest of the frame
   *     holds the scale
   */
  RangeChart(Figures printer, List<Metric> rows, double rowHeight) {
    this.printer = printer;
    this.rows = List.copyOf(rows);
    this.rowHeight = rowHeight;
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String numbers =
        rows.stream()
            .map(
                m -> {
                  String title = printer.wording(m.id()).title();
                  return m.status() == Status.VALUE
                      ? words.say(
                          "chart.range",
                          title,
                          printer.number(m, Bound.LOW),
                          printer.number(m, Bound.HIGH),
                          printer.number(m, Bound.CENTRAL))
                      : words.say("chart.part", title, words.status(m.status()));
                })
            .map(Printed::text)
            .collect(Collectors.joining("; "));
    return words.say("chart.ranges", numbers).text();
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  @Override
  List<Line> rows(String title) {
    Words words = printer.words();
    return table(
        title,
        List.of(words.text("case.low"), words.text("case.central"), words.text("case.high")),
        rows.stream()
            .<List<?>>map(
                m ->
                    cells(
                        printer.wording(m.id()).title(),
                        Bound.CASES.stream().map(b -> printer.number(m, b)).toList()))
            .toList());
  }

  @Override
  void draw(Pen pen, double width, double height) {
    double top =
        rows.stream()
            .filter(m -> m.status() == Status.VALUE)
            .mapToDouble(m -> m.high().doubleValue())
            .max()
            .orElse(0);
    double left = 4;
    double right = width - 14;
    int steps = 3;
    while (steps > 1 && labels(pen, top, steps) > width) {
      steps--;
    }
    double step = step(top, steps);
    steps = Math.max(1, (int) Math.ceil(top / step - 1e-9));
    double bottom = rowHeight * rows.size();
    for (int i = 0; i <= steps && top > 0; i++) {
      double x = left + (right - left) * i / steps;
      pen.line(Pen.RULE, 0.5, x, 0, x, bottom);
      String tick = printer.numbers().tick(i * step, true);
      double half = pen.width(tick, TICK, false) / 2;
      double middle = Math.max(half, Math.min(x, width - half));
      pen.text(Pen.GREY, TICK, false, Pen.Anchor.CENTRE, tick, middle, bottom + 11);
    }
    double scale = (right - left) / (steps * step);
    for (int r = 0; r < rows.size(); r++) {
      Metric m = rows.get(r);
      double middle = rowHeight * (r + 0.5);
      if (m.status() != Status.VALUE) {
        continue;
      }
      double low = left + m.low().doubleValue() * scale;
      double central = left + m.central().doubleValue() * scale;
      double high = left + m.high().doubleValue() * scale;
      pen.fill(
          Pen.MIST, new RoundRectangle2D.Double(low, middle - 4, Math.max(high - low, 1), 8, 3, 3));
      pen.bar(Pen.NAVY, central - 0.9, middle - 6, 1.8, 12);
    }
  }

  /** The width of the scale's labels beside one another. */
  private double labels(Pen pen, double top, int steps) {
    double step = step(top, steps);
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(i -> pen.width(printer.numbers().tick(i * step, true), TICK, false) + TICK)
        .sum();
  }
}
