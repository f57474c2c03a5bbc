package org.sistercityimpact.reports;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines over up to five years, each named at its end with its last number, or why there is none; a
 * year without a number leaves a gap. With no number at all nothing is drawn that looks like one:
 * no axis, only the lines' names with what stands for their numbers.
 */
final class TrendChart extends Chart {
  private static final long serialVersionUID = 1L;
  private static final List<Color> COLOURS = List.of(Pen.TEAL, Pen.NAVY, Pen.OCHRE, Pen.SKY);
  private static final double LABEL_HEIGHT = 21;
  private static final double NAME = 7.5;

  /** One line: its name and a metric a year. */
  record Series(String name, List<Metric> metrics) {}

  private final transient Figures printer;
  private final transient List<Integer> years;
  private final transient List<Series> lines;

  TrendChart(Figures printer, List<Integer> years, List<Series> lines) {
    this.printer = printer;
    this.years = List.copyOf(years);
    this.lines = List.copyOf(lines);
  }

  @Override
  public String alt() {
    Words words = printer.words();
    String numbers =
        lines.stream()
            .map(
                line ->
                    words
                        .say(
                            "chart.line",
                            line.name,
                            line.metrics.stream()
                                .map(m -> m.year() + " " + printer.number(m, Bound.CENTRAL).text())
                                .collect(Collectors.joining(", ")))
                        .text())
            .collect(Collectors.joining(". "));
    return words.say("chart.lines", numbers).text();
  }

  @Override
  List<Figure> figures() {
    return lines.stream()
        .map(TrendChart::last)
        .filter(java.util.Objects::nonNull)
        .flatMap(m -> printer.number(m, Bound.CENTRAL).parts().stream())
        .toList();
  }

  private static Metric last(Series line) {
    Metric end = line.metrics.get(line.metrics.size() - 1);
    return end.status() == Status.VALUE ? end : null;
  }

  @Override
  List<Line> rows(String title) {
    return table(
        title,
        years,
        lines.stream()
            .<List<?>>map(
                line ->
                    cells(
                        line.name,
                        line.metrics.stream().map(m -> printer.number(m, Bound.CENTRAL)).toList()))
            .toList());
  }

  /** The last number in short, or withheld, not reported … in words. */
  private String end(Series line) {
    return printer.number(line.metrics.get(line.metrics.size() - 1), Bound.CENTRAL).text();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    boolean drawable =
        lines.stream().flatMap(l -> l.metrics.stream()).anyMatch(m -> m.status() == Status.VALUE);
    if (!drawable) {
      for (int l = 0; l < lines.size(); l++) {
        pen.text(Pen.GREY, 9, true, Pen.Anchor.LEFT, end(lines.get(l)), 0, 20 + l * 26);
        pen.text(Pen.GREY, NAME, false, Pen.Anchor.LEFT, lines.get(l).name, 0, 29.5 + l * 26);
      }
      return;
    }
    boolean money =
        lines.stream().anyMatch(l -> printer.data().definition(l.metrics.get(0).id()).isMoney());
    double top =
        lines.stream()
            .flatMap(l -> l.metrics.stream())
            .filter(m -> m.status() == Status.VALUE)
            .mapToDouble(m -> m.central().doubleValue())
            .max()
            .orElse(0);
    double step = step(top, 4);
    int steps = Math.max(1, (int) Math.ceil(top / step - 1e-9));
    double axis =
        IntStream.rangeClosed(0, steps)
                .mapToDouble(i -> pen.width(printer.numbers().tick(i * step, money), 7.5, false))
                .max()
                .orElse(0)
            + 8;
    double names =
        lines.stream()
            .mapToDouble(l -> Math.max(pen.width(l.name, NAME, false), pen.width(end(l), 9, true)))
            .max()
            .orElse(0);
    double right = width - names - 25;
    double bottom = height - 18;
    double head = 8;
    for (int i = 0; i <= steps; i++) {
      double y = bottom - (bottom - head) * i / steps;
      pen.line(Pen.RULE, i == 0 ? 0.8 : 0.5, axis, y, right, y);
      pen.text(
          Pen.GREY,
          7.5,
          false,
          Pen.Anchor.RIGHT,
          printer.numbers().tick(i * step, money),
          axis - 6,
          y + 2.7);
    }
    double inset = years.size() == 1 ? (right - axis) / 2 : 14;
    double pitch = years.size() == 1 ? 0 : (right - axis - 2 * inset) / (years.size() - 1);
    for (int i = 0; i < years.size(); i++) {
      pen.text(
          Pen.GREY,
          7.5,
          i == years.size() - 1,
          Pen.Anchor.CENTRE,
          years.get(i).toString(),
          axis + inset + i * pitch,
          bottom + 13);
    }
    double scale = (bottom - head) / (steps * step);
    List<Label> labels = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      Color colour = COLOURS.get(l % COLOURS.size());
      Path2D path = new Path2D.Double();
      boolean open = false;
      List<double[]> dots = new ArrayList<>();
      for (int i = 0; i < years.size(); i++) {
        Metric m = lines.get(l).metrics.get(i);
        if (m.status() != Status.VALUE) {
          open = false;
          continue;
        }
        double x = axis + inset + i * pitch;
        double y = bottom - m.central().doubleValue() * scale;
        if (open) {
          path.lineTo(x, y);
        } else {
          path.moveTo(x, y);
        }
        open = true;
        dots.add(new double[] {x, y});
      }
      if (!dots.isEmpty()) {
        pen.path(colour, 1.8, path);
        dots.forEach(d -> pen.dot(colour, d[0], d[1], 2.4));
      }
      labels.add(
          new Label(
              lines.get(l).name,
              end(lines.get(l)),
              last(lines.get(l)) == null ? Pen.GREY : colour,
              axis + inset + (years.size() - 1) * pitch + 9,
              dots.isEmpty() ? bottom : dots.get(dots.size() - 1)[1]));
    }
    place(labels, head, bottom)
        .forEach(
            label -> {
              pen.text(label.colour, 9, true, Pen.Anchor.LEFT, label.value, label.x, label.y);
              pen.text(Pen.GREY, NAME, false, Pen.Anchor.LEFT, label.name, label.x, label.y + 9.5);
            });
  }

  private record Label(String name, String value, Color colour, double x, double y) {
    Label at(double newY) {
      return new Label(name, value, colour, x, newY);
    }
  }

  /** Moves labels apart where lines end close to one another. */
  private static List<Label> place(List<Label> labels, double top, double bottom) {
    List<Label> placed =
        new ArrayList<>(labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList());
    double floor = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < placed.size(); i++) {
      double y = Math.max(Math.max(placed.get(i).y, top + 6), floor);
      placed.set(i, placed.get(i).at(y));
      floor = y + LABEL_HEIGHT;
    }
    double ceiling = bottom - 6;
    for (int i = placed.size() - 1; i >= 0; i--) {
      double y = Math.min(placed.get(i).y, ceiling);
      placed.set(i, placed.get(i).at(y));
      ceiling = y - LABEL_HEIGHT;
    }
    return placed;
  }
}
