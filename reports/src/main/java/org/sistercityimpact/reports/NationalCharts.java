package org.sistercityimpact.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The national report's drawings. */
final class NationalCharts {
  private static final double RANGE_ROW = 21;
  private static final List<String> RANGES =
      List.of(
          "visitor_spend_gross",
          "visitor_spend_new",
          "visitor_spend_direct",
          "event_spend_direct",
          "visitor_spend_indirect",
          "event_spend_indirect",
          "visitor_spend_induced",
          "event_spend_induced",
          "economic_output",
          "local_tax");

  private final Figures figures;
  private final ReportData data;
  private final Words words;
  private final Scope network;

  NationalCharts(Figures figures) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.network = figures.network();
  }

  /** Effects as ranges, one a row of the table beside them. */
  Chart ranges() {
    return new RangeChart(figures, RANGES.stream().map(network::cell).toList(), RANGE_ROW);
  }

  Chart partnerships(List<Scope> countries) {
    return new BarChart(
        figures,
        List.of(words.text("chart.active_partnerships")),
        countries.stream()
            .map(s -> new BarChart.Row(s.label(), List.of(s.cell("partnerships_active"))))
            .toList());
  }

  Chart people(List<Scope> rows) {
    return new BarChart(
        figures,
        List.of(words.text("chart.people_in"), words.text("chart.people_out")),
        rows.stream()
            .map(
                s ->
                    new BarChart.Row(s.label(), List.of(s.cell("people_in"), s.cell("people_out"))))
            .toList());
  }

  Chart trend() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("people_in", words.text("chart.people_in"));
    names.put("people_out", words.text("chart.people_out"));
    names.put("people_virtual", words.text("chart.people_virtual"));
    return new TrendChart(
        figures,
        data.years(),
        names.keySet().stream()
            .map(
                m ->
                    new TrendChart.Line(
                        names.get(m),
                        data.years().stream().map(y -> network.in(y).cell(m)).toList()))
            .toList());
  }

  Chart coverage() {
    return new BarChart(
        figures,
        List.of(words.text("chart.members_reported")),
        Dataset.ALL.stream()
            .map(
                d ->
                    new BarChart.Row(
                        words.capitalName("dataset", d.id()),
                        List.of(network.cell("coverage_" + d.id()))))
            .toList());
  }
}
