package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** Horizontal bars, one or two a row, each with its number at its end. */
public final class BarChart extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TEXT = 8;

  /** One row: its name and a cell a series. */
  public record Row(String name, List<Metric> cells) {}

  private final transient Figures printer;
  private final transient List<String> series;
  private final transient List<Row> rows;

  public BarChart(Figures printer, List<String> series, List<Row> rows) {
    this.printer = printer;
    this.series = List.copyOf(series);
    this.rows = List.copyOf(rows);
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String numbers =
        rows.stream()
            .map(
                row -> {
                  List<String> parts = new ArrayList<>();
                  for (int s = 0; s < series.size(); s++) {
                    String number = printer.number(row.cells.get(s), Bound.CENTRAL).text();
                    parts.add(
                        series.size() > 1
                            ? words.say("chart.part", series.get(s), number).text()
                            : number);
                  }
                  return words.say("chart.part", row.name, String.join(", ", parts)).text();
                })
            .collect(Collectors.joining("; "));
    String what = series.stream().reduce((a, b) -> words.say("chart.and", a, b).text()).orElse("");
    return words.say("chart.bars", what, numbers).text();
  }

  @Override
  List<Figure> figures() {
    return rows.stream()
        .flatMap(r -> r.cells.stream())
        .flatMap(m -> printer.number(m, Bound.CENTRAL).parts().stream())
        .toList();
  }

  @Override
  public List<TableRow> rows(String title) {
    return table(
        title,
        series,
        rows.stream()
            .<List<?>>map(
                row ->
                    cells(
                        row.name,
                        row.cells.stream().map(m -> printer.number(m, Bound.CENTRAL)).toList()))
            .toList());
  }

  @Override
  void draw(Pen pen, double width, double height) {
    double legend = series.size() > 1 ? 18 : 0;
    double names =
        Math.min(
            width * 0.34,
            rows.stream().mapToDouble(r -> pen.width(r.name, TEXT, false)).max().orElse(0));
    double left = names + 10;
    double labels =
        rows.stream()
                .flatMap(r -> r.cells.stream())
                .mapToDouble(m -> pen.width(label(m), TEXT, true))
                .max()
                .orElse(0)
            + 8;
    double top =
        rows.stream()
            .flatMap(r -> r.cells.stream())
            .filter(m -> m.status() == MetricStatus.VALUE)
            .mapToDouble(m -> m.central().doubleValue())
            .max()
            .orElse(0);
    double scale = top == 0 ? 0 : (width - left - labels) / top;
    double pitch = Math.min(30, (height - legend) / Math.max(1, rows.size()));
    double thickness = Math.min(11, pitch * 0.72 / series.size());
    double at = left;
    for (int s = 0; s < series.size() && series.size() > 1; s++) {
      mark(pen, s, new Rectangle2D.Double(at, 3, 8, 8));
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.LEFT, series.get(s), at + 12, 10);
      at += 12 + pen.width(series.get(s), TEXT, false) + 16;
    }
    for (int r = 0; r < rows.size(); r++) {
      double middle = legend + pitch * (r + 0.5);
      pen.text(
          Pen.INK,
          TEXT,
          false,
          Pen.Anchor.RIGHT,
          pen.fit(rows.get(r).name, TEXT, false, names),
          left - 10,
          middle + 2.9);
      double y = middle - thickness * series.size() / 2;
      for (int s = 0; s < series.size(); s++) {
        Metric m = rows.get(r).cells.get(s);
        double length =
            m.status() == MetricStatus.VALUE ? Math.max(0, m.central().doubleValue() * scale) : 0;
        if (length > 0) {
          double corner = Math.min(2.5, length);
          mark(
              pen,
              s,
              new RoundRectangle2D.Double(left, y + 0.5, length, thickness - 1, corner, corner));
        }
        boolean number = m.status() == MetricStatus.VALUE;
        pen.text(
            number ? Pen.INK : Pen.GREY,
            Math.min(TEXT, thickness + 1.5),
            number,
            Pen.Anchor.LEFT,
            label(m),
            left + length + 5,
            y + thickness / 2 + 2.9);
        y += thickness;
      }
      pen.line(Pen.RULE, 0.5, left, middle - pitch * 0.42, left, middle + pitch * 0.42);
    }
  }

  /** The first series full, the second hollow: told apart without colour. */
  private static void mark(Pen pen, int series, Shape shape) {
    pen.fill(series == 0 ? Pen.TEAL : Color.WHITE, shape);
    if (series > 0) {
      pen.outline(Pen.NAVY, 1, shape);
    }
  }

  private String label(Metric m) {
    return printer.number(m, Bound.CENTRAL).text();
  }
}
