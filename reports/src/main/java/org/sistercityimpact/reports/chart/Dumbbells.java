package org.sistercityimpact.reports.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Words;

/**
 * How answers moved: from before, a hollow dot at zero, to after, a full one at the mean change,
 * with the interval around it. It labels no figures: they stand in the table below.
 */
public final class Dumbbells extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TEXT = 8.5;
  private static final double AXIS = 16;

  private final transient Figures printer;
  private final transient List<Metric> rows;

  public Dumbbells(Figures printer, List<Metric> rows) {
    this.printer = printer;
    this.rows = List.copyOf(rows);
  }

  /** What a question is about, as the report says it. */
  public static String name(String metric, Words words) {
    return words.capitalName("survey", metric.replace("survey_change_", ""));
  }

  private String name(Metric m) {
    return name(m.id(), printer.words());
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String numbers =
        rows.stream()
            .map(
                m ->
                    m.status() == MetricStatus.VALUE
                        ? words.say(
                            "chart.range",
                            name(m),
                            printer.number(m, Bound.LOW),
                            printer.number(m, Bound.HIGH),
                            printer.number(m, Bound.CENTRAL))
                        : words.say("chart.part", name(m), words.status(m.status())))
            .map(Printed::text)
            .collect(Collectors.joining("; "));
    return words.say("chart.dumbbells", numbers).text();
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    double names = rows.stream().mapToDouble(m -> pen.width(name(m), TEXT, false)).max().orElse(0);
    double left = names + 18;
    double right = width - 16;
    double least = Math.min(0, extreme(true));
    double most = Math.max(0.5, extreme(false));
    double step = step(most - least, 5);
    double from = Math.floor(least / step + 1e-9) * step;
    double to = Math.ceil(most / step - 1e-9) * step;
    double scale = (right - left) / (to - from);
    double pitch = (height - AXIS) / rows.size();
    double bottom = pitch * rows.size();
    for (int i = 0; from + i * step <= to + step / 2; i++) {
      double at = Math.rint((from + i * step) * 1e6) / 1e6;
      double x = left + (at - from) * scale;
      boolean zero = Math.abs(at) < step / 2;
      pen.line(zero ? Pen.GREY : Pen.RULE, zero ? 0.8 : 0.5, x, 0, x, bottom);
      String tick = printer.numbers().tick(Math.abs(at), false);
      pen.text(
          Pen.GREY,
          8,
          false,
          Pen.Anchor.CENTRE,
          zero ? "0" : (at > 0 ? "+" : "−") + tick,
          x,
          bottom + 12);
    }
    for (int r = 0; r < rows.size(); r++) {
      Metric m = rows.get(r);
      double y = pitch * (r + 0.5);
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.LEFT, name(m), 0, y + 3);
      double zero = left - from * scale;
      if (m.status() != MetricStatus.VALUE) {
        pen.text(
            Pen.GREY,
            TEXT,
            false,
            Pen.Anchor.LEFT,
            printer.words().status(m.status()),
            zero + 8,
            y + 3);
        continue;
      }
      double after = zero + m.central().doubleValue() * scale;
      Rectangle2D interval =
          new Rectangle2D.Double(
              zero + m.low().doubleValue() * scale,
              y - 5,
              m.high().subtract(m.low()).doubleValue() * scale,
              10);
      pen.fill(Pen.MIST, interval);
      pen.outline(Pen.SKY, 0.8, interval);
      pen.line(Pen.TEAL, 2, zero, y, after, y);
      pen.dot(java.awt.Color.WHITE, zero, y, 3.4);
      pen.ring(Pen.NAVY, 1.1, zero, y, 3.2);
      pen.dot(Pen.NAVY, after, y, 3.8);
    }
  }

  private double extreme(boolean low) {
    return rows.stream()
        .filter(m -> m.status() == MetricStatus.VALUE)
        .mapToDouble(m -> (low ? m.low() : m.high()).doubleValue())
        .reduce(0, low ? Math::min : Math::max);
  }
}
