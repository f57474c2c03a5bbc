package org.sistercityimpact.reports.chart;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/**
 * What the programs cost and what people spent, as bars on one scale of dollars from zero; an
 * estimate's bar ends at its central case and has a line from low to high.
 */
public final class DollarScale extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TEXT = 8.5;
  private static final double HEAD = 15;
  private static final double AXIS = 16;
  private static final int STEPS = 4;

  /** One bar, or with no metric the heading of those below it. */
  public record Row(String name, Metric metric, boolean cost) {}

  private final transient Figures printer;
  private final transient List<Row> rows;

  public DollarScale(Figures printer, List<Row> rows) {
    this.printer = printer;
    this.rows = List.copyOf(rows);
  }

  private Printed label(Metric m) {
    Printed central = printer.spoken(m, Bound.CENTRAL);
    return m.isRange()
        ? printer
            .words()
            .say(
                "report.about",
                central,
                printer
                    .words()
                    .say(
                        "report.span", printer.spoken(m, Bound.LOW), printer.spoken(m, Bound.HIGH)))
        : central;
  }

  private Stream<Row> bars() {
    return rows.stream().filter(row -> row.metric != null);
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String numbers =
        bars()
            .map(row -> words.say("chart.part", row.name, label(row.metric)).text())
            .collect(Collectors.joining("; "));
    return words.say("chart.dollars", numbers).text();
  }

  @Override
  List<Figure> figures() {
    return bars().flatMap(row -> label(row.metric).parts().stream()).toList();
  }

  @Override
  public List<TableRow> rows(String title) {
    Words words = printer.words();
    return table(
        title,
        List.of(words.text("case.low"), words.text("case.central"), words.text("case.high")),
        bars()
            .<List<?>>map(
                row ->
                    cells(
                        row.name,
                        row.metric.isRange()
                            ? Bound.CASES.stream().map(b -> printer.number(row.metric, b)).toList()
                            : List.of("", printer.number(row.metric, Bound.CENTRAL), "")))
            .toList());
  }

  @Override
  void draw(Pen pen, double width, double height) {
    double names = bars().mapToDouble(row -> pen.width(row.name, TEXT, false)).max().orElse(0) + 8;
    double top = bars().mapToDouble(row -> end(row.metric)).max().orElse(0);
    double bottom = height - AXIS;
    long heads = rows.size() - bars().count();
    double pitch = Math.min(19, (bottom - heads * HEAD) / Math.max(1, bars().count()));
    double step = step(top, STEPS);
    // Each bar leaves room for its label.
    double scale =
        bars()
            .filter(row -> end(row.metric) > 0)
            .mapToDouble(row -> (width - names - 6 - width(pen, row.metric) - 1) / end(row.metric))
            .min()
            .orElse(0);
    double end = heads * HEAD + pitch * bars().count();
    for (int i = 0; top > 0 && names + i * step * scale < width - 16; i++) {
      double x = names + i * step * scale;
      pen.line(Pen.RULE, 0.5, x, 0, x, end);
      pen.text(
          Pen.GREY,
          8,
          false,
          Pen.Anchor.CENTRE,
          printer.numbers().tick(i * step, true),
          x,
          end + 12);
    }
    double y = 0;
    for (Row row : rows) {
      if (row.metric == null) {
        pen.text(Pen.NAVY, 9, true, Pen.Anchor.LEFT, row.name, 0, y + 11);
        y += HEAD;
        continue;
      }
      double middle = y + pitch / 2;
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.LEFT, row.name, 0, middle + 3);
      double after = names;
      if (row.metric.status() == MetricStatus.VALUE) {
        double length = row.metric.central().doubleValue() * scale;
        pen.bar(row.cost ? Pen.NAVY : Pen.SKY, names, middle - 5, Math.max(0.8, length), 10);
        after = names + end(row.metric) * scale;
        if (row.metric.isRange()) {
          double low = names + row.metric.low().doubleValue() * scale;
          pen.line(Pen.INK, 1, low, middle, after, middle);
          pen.line(Pen.INK, 1, low, middle - 3.5, low, middle + 3.5);
          pen.line(Pen.INK, 1, after, middle - 3.5, after, middle + 3.5);
        }
      }
      String said = label(row.metric).text();
      pen.text(Pen.INK, TEXT, !row.metric.isRange(), Pen.Anchor.LEFT, said, after + 6, middle + 3);
      y += pitch;
    }
  }

  private double width(Pen pen, Metric m) {
    return pen.width(label(m).text(), TEXT, !m.isRange());
  }

  private static double end(Metric m) {
    return m.status() == MetricStatus.VALUE ? m.high().max(m.central()).doubleValue() : 0;
  }
}
