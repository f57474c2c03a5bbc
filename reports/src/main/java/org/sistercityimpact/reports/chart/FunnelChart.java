package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Breakdown;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** Trade contacts by stage, each bar divided by the evidence, best first. */
public final class FunnelChart extends Chart {
  private static final long serialVersionUID = 1L;
  private static final double TEXT = 8;
  private static final double LEGEND = 18;
  private static final List<String> EVIDENCE = List.of("A", "B", "C", "D");
  private static final Color LIGHT_BLUE = new Color(0x6FA3B5);

  /** Each 3:1 to the one before it, but for what the hatching tells apart. */
  private static final List<Color> COLOURS = List.of(Pen.NAVY, LIGHT_BLUE, Pen.MIST, Color.WHITE);

  private static final int HATCHED = 2;

  /** Each part has its letter, too, where it has room. */
  private static final List<Color> INKS = List.of(Color.WHITE, Pen.INK, Pen.INK, Pen.INK);

  private static final double LETTER_ROOM = 11;
  private static final Map<String, String> STAGES =
      Map.of(
          "trade_leads", "label.leads",
          "trade_meetings", "label.meetings",
          "trade_agreements", "label.agreements",
          "trade_deals", "label.deals");
  private static final List<String> ORDER =
      List.of("trade_leads", "trade_meetings", "trade_agreements", "trade_deals");

  private final transient Words words;
  private final transient Breakdown breakdown;

  public FunnelChart(Words words, Breakdown breakdown) {
    this.words = words;
    this.breakdown = breakdown;
  }

  private String stage(String metric) {
    return words.text(STAGES.get(metric));
  }

  @Override
  public String alt() {
    String numbers =
        ORDER.stream()
            .map(
                metric ->
                    words
                        .say(
                            "chart.line",
                            stage(metric),
                            EVIDENCE.stream()
                                .map(e -> e + " " + breakdown.evidence(metric, e))
                                .collect(Collectors.joining(", ")))
                        .text())
            .collect(Collectors.joining("; "));
    return words.say("chart.bars", words.text("chart.stages"), numbers).text();
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  @Override
  public List<TableRow> rows(String title) {
    return table(
        title,
        EVIDENCE,
        ORDER.stream()
            .<List<?>>map(
                metric ->
                    cells(
                        stage(metric),
                        EVIDENCE.stream().map(e -> breakdown.evidence(metric, e)).toList()))
            .toList());
  }

  @Override
  void draw(Pen pen, double width, double height) {
    double at = 0;
    for (int e = 0; e < EVIDENCE.size(); e++) {
      String label = words.text("trade.evidence_" + EVIDENCE.get(e).toLowerCase(words.locale()));
      part(pen, e, at, 3, 8, 8);
      pen.text(Pen.INK, 8, false, Pen.Anchor.LEFT, label, at + 11, 10);
      at += 11 + pen.width(label, 8, false) + 12;
    }
    double names =
        ORDER.stream().mapToDouble(m -> pen.width(stage(m), TEXT, false)).max().orElse(0);
    double left = names + 10;
    double most = ORDER.stream().mapToDouble(this::all).max().orElse(0);
    double room = width - left - pen.width(words.numbers().count((long) most), TEXT, true) - 8;
    double pitch = (height - LEGEND) / ORDER.size();
    for (int r = 0; r < ORDER.size(); r++) {
      String metric = ORDER.get(r);
      double middle = LEGEND + pitch * (r + 0.5);
      pen.text(Pen.INK, TEXT, false, Pen.Anchor.RIGHT, stage(metric), left - 10, middle + 2.9);
      double x = left;
      for (int e = 0; e < EVIDENCE.size() && most > 0; e++) {
        double length = breakdown.contacts(metric, EVIDENCE.get(e)) * room / most;
        if (length > 0) {
          part(pen, e, x, middle - pitch * 0.34, length, pitch * 0.68);
        }
        if (length > LETTER_ROOM) {
          if (e == HATCHED) {
            pen.bar(COLOURS.get(e), x + length / 2 - 4.5, middle - 5, 9, 10);
          }
          pen.text(
              INKS.get(e),
              TEXT,
              true,
              Pen.Anchor.CENTRE,
              EVIDENCE.get(e),
              x + length / 2,
              middle + 2.9);
        }
        x += length;
      }
      boolean reported = breakdown.tradeReported();
      String label =
          reported ? words.numbers().count(all(metric)) : words.status(MetricStatus.NOT_REPORTED);
      pen.text(
          reported ? Pen.INK : Pen.GREY,
          TEXT,
          reported,
          Pen.Anchor.LEFT,
          label,
          x + 5,
          middle + 2.9);
    }
  }

  private static void part(Pen pen, int evidence, double x, double y, double width, double height) {
    pen.bar(COLOURS.get(evidence), x, y, width, height);
    Rectangle2D shape = new Rectangle2D.Double(x, y, width, height);
    if (evidence == HATCHED) {
      pen.hatch(Pen.TEAL, 0.9, 4, shape);
    }
    pen.outline(Pen.INK, 0.6, shape);
  }

  private long all(String metric) {
    return EVIDENCE.stream().mapToLong(e -> breakdown.contacts(metric, e)).sum();
  }
}
