package org.sistercityimpact.reports.chart;

import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/**
 * Estimates from low to high with a mark at the central case, on a scale of powers of ten, on which
 * small ones show, too. It labels no figures: it stands beside its table, row by row.
 */
public final class RangeChart extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TICK = 8;

  private final transient Figures printer;
  private final transient List<Metric> rows;
  private final transient double rowHeight;

  /**
   * Takes one metric a row.
   *
   * @param rowHeight the height of a row of the table beside it, in points; the rest of the frame
   *     holds the scale
   */
  public RangeChart(Figures printer, List<Metric> rows, double rowHeight) {
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
                  return m.status() == MetricStatus.VALUE
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
  public List<TableRow> rows(String title) {
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

  /** From the power of ten under the least amount to the one over the largest: all ranges show. */
  @Override
  void draw(Pen pen, double width, double height) {
    List<Metric> drawn =
        rows.stream()
            .filter(m -> m.status() == MetricStatus.VALUE && m.high().signum() > 0)
            .toList();
    if (drawn.isEmpty()) {
      return;
    }
    double least = drawn.stream().mapToDouble(RangeChart::least).min().orElse(1);
    double top = drawn.stream().mapToDouble(m -> m.high().doubleValue()).max().orElse(1);
    int from = (int) Math.floor(Math.log10(least) + 1e-9);
    int to = Math.max(from + 1, (int) Math.ceil(Math.log10(top) - 1e-9));
    double left = 12;
    double right = width - 14;
    double scale = (right - left) / (to - from);
    double bottom = rowHeight * rows.size();
    int every = Math.max(1, (int) Math.ceil(labels(pen, from, to) / width));
    for (int power = from; power <= to; power++) {
      double x = left + (power - from) * scale;
      pen.line(Pen.RULE, 0.5, x, 0, x, bottom);
      if ((to - power) % every == 0) {
        pen.text(
            Pen.GREY,
            TICK,
            false,
            Pen.Anchor.CENTRE,
            tick(power),
            middle(pen, power, x, width),
            bottom + 11);
      }
    }
    for (int r = 0; r < rows.size(); r++) {
      Metric m = rows.get(r);
      if (m.status() != MetricStatus.VALUE || m.high().signum() <= 0) {
        continue;
      }
      double y = rowHeight * (r + 0.5);
      double low = left + (Math.log10(least(m)) - from) * scale;
      double high = left + (Math.log10(m.high().doubleValue()) - from) * scale;
      pen.fill(Pen.SKY, new RoundRectangle2D.Double(low, y - 4, Math.max(high - low, 1), 8, 3, 3));
      if (m.central().signum() > 0) {
        double central = left + (Math.log10(m.central().doubleValue()) - from) * scale;
        pen.bar(Pen.NAVY, central - 1.1, y - 6.5, 2.2, 13);
      }
    }
  }

  /** The end of a range on the left: a low of nothing has no place on such a scale. */
  private static double least(Metric m) {
    return (m.low().signum() > 0 ? m.low() : m.central().signum() > 0 ? m.central() : m.high())
        .doubleValue();
  }

  private String tick(int power) {
    return printer.numbers().tick(Math.pow(10, power), true);
  }

  /** Keeps a label on the drawing. */
  private double middle(Pen pen, int power, double x, double width) {
    double half = pen.width(tick(power), TICK, false) / 2;
    return Math.max(half, Math.min(x, width - half));
  }

  /** The width of the scale's labels beside one another. */
  private double labels(Pen pen, int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToDouble(power -> pen.width(tick(power), TICK, false) + TICK)
        .sum();
  }
}
