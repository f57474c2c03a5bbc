package org.sistercityimpact.reports.chart;

import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.Steady;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Rounding;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/**
 * One measure over up to five years, from zero: the network's line, and a second, dashed one of the
 * members that reported in all years. A year without a number leaves a gap.
 */
public final class TrendPanel extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TITLE = 9.5;
  private static final double TEXT = 8;
  private static final double HEAD = 34;
  private static final double FOOT = 13;
  private static final double INSET = 14;

  private final transient Figures printer;
  private final transient String title;
  private final transient List<Metric> metrics;
  private final transient Steady steady;

  /** Takes a metric a year, the last of them that of the report. */
  public TrendPanel(Figures printer, String title, List<Metric> metrics, Steady steady) {
    this.printer = printer;
    this.title = title;
    this.metrics = List.copyOf(metrics);
    this.steady = steady;
  }

  private Metric last() {
    return metrics.get(metrics.size() - 1);
  }

  private Rounding rounding() {
    return new Rounding(printer.data().definition(last().id()));
  }

  private String text(BigDecimal sum) {
    return rounding().digits(sum, printer.words());
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String network =
        metrics.stream()
            .map(m -> m.year() + " " + printer.number(m, Bound.CENTRAL).text())
            .collect(Collectors.joining(", "));
    String same =
        metrics.stream()
            .filter(m -> steady.sums().containsKey(m.year()))
            .map(m -> m.year() + " " + text(steady.sums().get(m.year())))
            .collect(Collectors.joining(", "));
    return words
        .sentences(
            words.say("chart.panel", title, network),
            words.when(steady.isKnown(), "chart.panel_steady", steady.members(), same))
        .text();
  }

  @Override
  List<Figure> figures() {
    return printer.number(last(), Bound.CENTRAL).parts();
  }

  @Override
  public List<TableRow> rows(String ignored) {
    Words words = printer.words();
    List<?> years = metrics.stream().map(Metric::year).toList();
    Stream<List<?>> lines =
        Stream.of(
            cells(
                words.text("steady.all"),
                metrics.stream().map(m -> printer.number(m, Bound.CENTRAL)).toList()));
    Stream<List<?>> second =
        steady.isKnown()
            ? Stream.of(
                cells(
                    words.say("steady.name", steady.members()).text(),
                    metrics.stream()
                        .map(m -> steady.sums().get(m.year()))
                        .map(sum -> sum == null ? "" : text(sum))
                        .toList()))
            : Stream.of();
    return table(title, years, Stream.concat(lines, second).toList());
  }

  @Override
  void draw(Pen pen, double width, double height) {
    pen.text(Pen.NAVY, TITLE, true, Pen.Anchor.LEFT, pen.fit(title, TITLE, true, width), 0, 10);
    pen.text(
        Pen.INK, 11, true, Pen.Anchor.LEFT, printer.number(last(), Bound.CENTRAL).text(), 0, 24);
    double bottom = height - FOOT;
    double top =
        Stream.concat(
                metrics.stream().filter(m -> m.status() == MetricStatus.VALUE).map(Metric::central),
                steady.sums().values().stream())
            .mapToDouble(BigDecimal::doubleValue)
            .max()
            .orElse(0);
    double scale = top <= 0 ? 0 : (bottom - HEAD) / top;
    double pitch = metrics.size() == 1 ? 0 : (width - 2 * INSET) / (metrics.size() - 1);
    pen.line(Pen.GREY, 0.6, 0, bottom, width, bottom);
    for (int y = 0; y < metrics.size(); y++) {
      if (y == 0 || y == metrics.size() - 1) {
        pen.text(
            Pen.GREY,
            TEXT,
            false,
            Pen.Anchor.CENTRE,
            Integer.toString(metrics.get(y).year()),
            metrics.size() == 1 ? width / 2 : INSET + y * pitch,
            bottom + 11);
      }
    }
    if (steady.isKnown()) {
      line(
          pen,
          metrics.stream()
              .map(m -> steady.sums().get(m.year()))
              .map(sum -> sum == null ? null : bottom - sum.doubleValue() * scale)
              .toArray(Double[]::new),
          pitch,
          true);
    }
    line(
        pen,
        metrics.stream()
            .map(
                m ->
                    m.status() == MetricStatus.VALUE
                        ? bottom - m.central().doubleValue() * scale
                        : null)
            .toArray(Double[]::new),
        metrics.size() == 1 ? 0 : pitch,
        false);
  }

  /** Filled dots on a line, or hollow ones on a dashed line: told apart without colour. */
  private static void line(Pen pen, Double[] heights, double pitch, boolean dashed) {
    Path2D path = new Path2D.Double();
    boolean open = false;
    for (int i = 0; i < heights.length; i++) {
      if (heights[i] == null) {
        open = false;
      } else if (open) {
        path.lineTo(INSET + i * pitch, heights[i]);
      } else {
        path.moveTo(INSET + i * pitch, heights[i]);
        open = true;
      }
    }
    if (Stream.of(heights).allMatch(Objects::isNull)) {
      return;
    }
    if (dashed) {
      pen.dashes(Pen.NAVY, 1.1, path);
    } else {
      pen.path(Pen.TEAL, 2, path);
    }
    for (int i = 0; i < heights.length; i++) {
      if (heights[i] != null && !dashed) {
        pen.dot(Pen.TEAL, INSET + i * pitch, heights[i], 2.6);
      } else if (heights[i] != null) {
        pen.dot(java.awt.Color.WHITE, INSET + i * pitch, heights[i], 2.2);
        pen.ring(Pen.NAVY, 0.9, INSET + i * pitch, heights[i], 2);
      }
    }
  }
}
