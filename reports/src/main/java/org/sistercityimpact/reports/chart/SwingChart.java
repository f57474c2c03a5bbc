package org.sistercityimpact.reports.chart;

import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Words;

/**
 * A tornado chart: one headline, and a bar for each assumption from the headline at its low to the
 * headline at its high, the widest on top. It labels no figures: they stand in the table below.
 */
public final class SwingChart extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TEXT = 8;
  private static final double TICK = 8;
  private static final double SCALE = 18;
  private static final int STEPS = 5;

  private final transient Figures printer;
  private final transient List<Metric> rows;

  /** Takes at least one row, all of one headline, in their order from top to bottom. */
  public SwingChart(Figures printer, List<Metric> rows) {
    this.printer = printer;
    this.rows = List.copyOf(rows);
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String bars =
        rows.stream()
            .map(
                s ->
                    words
                        .say("chart.swing", name(s), number(s, Bound.LOW), number(s, Bound.HIGH))
                        .text())
            .collect(Collectors.joining("; "));
    return words.say("chart.swings", title(), number(rows.get(0), Bound.CENTRAL), bars).text();
  }

  private String title() {
    return printer.wording(rows.get(0).id()).title();
  }

  private String name(Metric swing) {
    return printer.words().capitalName("parameter", swing.key());
  }

  private String number(Metric swing, Bound bound) {
    return printer.number(swing, bound).text();
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    double names =
        Math.min(
            width * 0.36,
            rows.stream().mapToDouble(s -> pen.width(name(s), TEXT, false)).max().orElse(0));
    double left = names + 12;
    double right = width - 22;
    double bottom = height - SCALE;
    double pitch = Math.min(24, bottom / rows.size());
    bottom = pitch * rows.size();
    double top =
        rows.stream().mapToDouble(s -> s.high().max(s.low()).doubleValue()).max().orElse(0);
    double least =
        rows.stream().mapToDouble(s -> s.high().min(s.low()).doubleValue()).min().orElse(0);
    // The bars are told by where they end, not by their length: the scale need not begin at zero.
    double step = step(Math.max(top - least, top * 0.01), STEPS);
    double from = Math.floor(least / step + 1e-9) * step;
    int steps = Math.max(1, (int) Math.ceil((top - from) / step - 1e-9));
    double scale = (right - left) / (steps * step);
    for (int i = 0; i <= steps; i++) {
      double x = left + i * step * scale;
      pen.line(Pen.RULE, 0.5, x, 0, x, bottom);
      String tick = printer.numbers().tick(Math.rint((from + i * step) * 100) / 100, true);
      pen.text(Pen.GREY, TICK, false, Pen.Anchor.CENTRE, tick, x, bottom + 11);
    }
    for (int r = 0; r < rows.size(); r++) {
      Metric swing = rows.get(r);
      double middle = pitch * (r + 0.5);
      double low = left + (swing.low().min(swing.high()).doubleValue() - from) * scale;
      double high = left + (swing.low().max(swing.high()).doubleValue() - from) * scale;
      pen.text(
          Pen.INK,
          TEXT,
          false,
          Pen.Anchor.RIGHT,
          pen.fit(name(swing), TEXT, false, names),
          left - 10,
          middle + 2.9);
      pen.fill(
          Pen.SKY,
          new RoundRectangle2D.Double(
              low, middle - pitch * 0.32, Math.max(high - low, 1), pitch * 0.64, 3, 3));
    }
    double central = left + (rows.get(0).central().doubleValue() - from) * scale;
    pen.line(Pen.NAVY, 1.2, central, 0, central, bottom);
  }
}
