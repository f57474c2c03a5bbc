package org.sistercityimpact.reports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** What moves the first headline of those given. */
  Chart swings(List<Metric> swings) {
    String headline = swings.get(0).id();
    return new SwingChart(figures, swings.stream().filter(s -> s.id().equals(headline)).toList());
  }

  /** The states by their active partnerships. */
  Chart stateMap(List<Scope> states) {
    return new StateMap(
        figures,
        states.stream()
            .map(s -> new StateMap.State(s.key(), s.cell("partnerships_active")))
            .toList(),
        words.say("map.states", most(states)).text());
  }

  /** Active partnerships whose two towns' places are known. */
  Chart worldMap(List<Scope> countries) {
    return new WorldMap(words, arcs(), words.say("map.world", most(countries)).text());
  }

  /** How many of the active partnerships the world map shows. */
  String worldMapNote() {
    return words.say("map.placed", arcs().size(), activeTies().count()).text();
  }

  private List<WorldMap.Arc> arcs() {
    Map<String, Place> homes = new HashMap<>();
    data.members().forEach(m -> homes.put(m.id(), m.place()));
    return activeTies()
        .filter(t -> t.place() != null && homes.get(t.memberId()) != null)
        .map(t -> new WorldMap.Arc(homes.get(t.memberId()), t.place()))
        .toList();
  }

  private Stream<Tie> activeTies() {
    return data.members().stream()
        .filter(Member::expected)
        .flatMap(m -> data.ties().getOrDefault(m.id(), List.of()).stream())
        .filter(t -> t.isActive(data.year()));
  }

  /** The five places with the most active partnerships. */
  private String most(List<Scope> places) {
    return places.stream()
        .filter(s -> s.has("partnerships_active"))
        .sorted(
            Comparator.comparing((Scope s) -> s.cell("partnerships_active").central())
                .reversed()
                .thenComparing(Scope::label))
        .limit(5)
        .map(s -> words.say("map.entry", s.label(), s.central("partnerships_active")).text())
        .collect(Collectors.joining(", "));
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

  Chart youth() {
    return new TrendChart(
        figures,
        data.years(),
        List.of(
            new TrendChart.Series(
                words.text("chart.youth"),
                data.years().stream().map(y -> network.in(y).cell("youth")).toList())));
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
                    new TrendChart.Series(
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
