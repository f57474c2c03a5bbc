package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Words;

/**
 * A small chart over up to five years: a bar a year and measure, each measure with its last number.
 * A year without a number has no bar, which a year of nothing has as a line.
 */
public final class SmallTrend extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TITLE = 9;
  private static final double TEXT = 8;
  private static final double HEAD = 27;
  private static final double FOOT = 12;

  /** One measure: what it is called, and its metric in each year. */
  public record Series(String name, List<Metric> metrics) {}

  private final transient Figures printer;
  private final transient String title;
  private final transient List<Integer> years;
  private final transient List<Series> series;

  /**
   * Takes one measure or two, the second of which is drawn hollow.
   *
   * @param title over the chart; with two measures their names stand in its place
   */
  public SmallTrend(Figures printer, String title, List<Integer> years, List<Series> series) {
    this.printer = printer;
    this.title = title;
    this.years = List.copyOf(years);
    this.series = List.copyOf(series);
  }

  /** Whether there is anything to draw. */
  public boolean isKnown() {
    return series.stream()
        .flatMap(s -> s.metrics.stream())
        .anyMatch(m -> m.status() == MetricStatus.VALUE && m.central().signum() > 0);
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String numbers =
        series.stream()
            .map(
                s ->
                    words
                        .say(
                            "chart.line",
                            s.name,
                            s.metrics.stream()
                                .map(m -> m.year() + " " + printer.number(m, Bound.CENTRAL).text())
                                .collect(Collectors.joining(", ")))
                        .text())
            .collect(Collectors.joining(". "));
    return words.say("chart.years", title, numbers).text();
  }

  @Override
  List<Figure> figures() {
    return series.stream()
        .map(SmallTrend::last)
        .filter(Objects::nonNull)
        .flatMap(m -> printer.number(m, Bound.CENTRAL).parts().stream())
        .toList();
  }

  private static Metric last(Series one) {
    return one.metrics.get(one.metrics.size() - 1);
  }

  private String lastText(Series one) {
    return printer.number(last(one), Bound.CENTRAL).text();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    if (series.size() == 1) {
      pen.text(Pen.NAVY, TITLE, true, Pen.Anchor.LEFT, pen.fit(title, TITLE, true, width), 0, 9);
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.LEFT, lastText(series.get(0)), 0, 20);
    } else {
      for (int s = 0; s < series.size(); s++) {
        double y = 9 + 11 * s;
        mark(pen, s, 0, y - 6.5, 6, 6.5);
        String said =
            printer.words().say("chart.part", series.get(s).name, lastText(series.get(s))).text();
        pen.text(
            Pen.INK, TEXT, s == 0, Pen.Anchor.LEFT, pen.fit(said, TEXT, s == 0, width - 10), 10, y);
      }
    }
    double bottom = height - FOOT;
    double top =
        series.stream()
            .flatMap(s -> s.metrics.stream())
            .filter(m -> m.status() == MetricStatus.VALUE)
            .mapToDouble(m -> m.central().doubleValue())
            .max()
            .orElse(0);
    double scale = top <= 0 ? 0 : (bottom - HEAD) / top;
    double pitch = width / years.size();
    double bar = Math.min(14, pitch * 0.78 / series.size());
    for (int y = 0; y < years.size(); y++) {
      double left = pitch * (y + 0.5) - bar * series.size() / 2;
      for (int s = 0; s < series.size(); s++) {
        Metric m = series.get(s).metrics.get(y);
        if (m.status() == MetricStatus.VALUE) {
          double length = Math.max(0.8, m.central().doubleValue() * scale);
          mark(pen, s, left + s * bar + 0.5, bottom - length, bar - 1, length);
        }
      }
    }
    pen.line(Pen.GREY, 0.6, 0, bottom, width, bottom);
    IntStream.of(0, years.size() - 1)
        .distinct()
        .forEach(
            y ->
                pen.text(
                    Pen.GREY,
                    TEXT,
                    false,
                    Pen.Anchor.CENTRE,
                    years.get(y).toString(),
                    pitch * (y + 0.5),
                    bottom + 10));
  }

  /** Filled, and hollow: told apart without colour. */
  private static void mark(Pen pen, int place, double x, double y, double width, double height) {
    Color colour = place == 0 ? Pen.TEAL : Pen.NAVY;
    if (place == 0) {
      pen.bar(colour, x, y, width, height);
    } else {
      pen.outline(
          colour,
          0.9,
          new Rectangle2D.Double(x + 0.45, y + 0.45, width - 0.9, Math.max(0.1, height - 0.9)));
    }
  }
}
