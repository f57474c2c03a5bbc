package org.sistercityimpact.reports.national;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.chart.BarChart;
import org.sistercityimpact.reports.chart.Chart;
import org.sistercityimpact.reports.chart.DollarScale;
import org.sistercityimpact.reports.chart.Dumbbells;
import org.sistercityimpact.reports.chart.FunnelChart;
import org.sistercityimpact.reports.chart.RangeChart;
import org.sistercityimpact.reports.chart.StateMap;
import org.sistercityimpact.reports.chart.SwingChart;
import org.sistercityimpact.reports.chart.TrendPanel;
import org.sistercityimpact.reports.chart.WorldMap;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.Place;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Steady;
import org.sistercityimpact.reports.data.Tie;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** The national report's drawings. */
final class NationalCharts {
  private static final String TIES = "partnerships_active";
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

  /** Rows of a chart of places; the tables have them all. */
  static final int ROWS = 6;

  private final Figures figures;
  private final ReportData data;
  private final Words words;
  private final PlaceFigures network;

  final Chart coverage;
  final List<Chart> trends;
  final Chart statePeople;
  final Chart stateMap;
  final Chart countryTies;
  final Chart worldMap;
  final Chart purposePeople;
  final Chart ranges;
  final Optional<Chart> swings;
  final Chart trade;
  final Chart costAndBenefit;
  final Chart surveys;

  /** The numbers behind them, a section a chart. */
  private final List<Section> numbers = new ArrayList<>();

  NationalCharts(NationalSections of) {
    this.figures = of.figures;
    this.data = of.data;
    this.words = of.words;
    this.network = of.network;
    coverage = keep("impact.who_reported", coverage());
    trends = Steady.METRICS.stream().map(this::trend).toList();
    statePeople = keep("states.title", people(largest(of.states, "people_in")));
    stateMap = stateMap(of.states);
    countryTies = keep("countries.title", partnerships(largest(of.countries, TIES)));
    worldMap = worldMap(of.countries);
    purposePeople = keep("purposes.title", people(of.purposes));
    ranges =
        keep(
            "economics.title",
            new RangeChart(figures, RANGES.stream().map(network::cell).toList(), RANGE_ROW));
    List<Metric> moved = of.tables.swings();
    swings = moved.isEmpty() ? Optional.empty() : Optional.of(swings(moved));
    trade = keep("label.trade_contacts", new FunnelChart(words, of.tables.breakdown()));
    costAndBenefit = keep("costs.title", costAndBenefit());
    surveys = new Dumbbells(figures, Figures.SURVEYS.stream().map(network::cell).toList());
  }

  /** Puts a chart's numbers into the appendix, under the title of its place. */
  private Chart keep(String title, Chart chart) {
    List<TableRow> rows = chart.rows(words.text(title));
    if (rows.size() > 1) {
      numbers.add(
          new Section(
              "chart-data-rows", Map.of("head", rows.get(0)), rows.subList(1, rows.size())));
    }
    return chart;
  }

  List<Section> numbers() {
    return numbers;
  }

  private Chart trend(String metric) {
    String title = metric.equals("youth") ? "label.young_people" : "state.row." + metric;
    return keep(
        title,
        new TrendPanel(
            figures,
            words.text(title),
            data.years().stream().map(y -> network.in(y).cell(metric)).toList(),
            data.results().steady().getOrDefault(metric, Steady.NONE)));
  }

  /** Whose the second line of the small charts is; empty where there is none. */
  String steadyNote() {
    return words
        .when(
            data.results().steady().values().stream().anyMatch(Steady::isKnown),
            "steady.note",
            data.years().size())
        .text();
  }

  private static List<PlaceFigures> largest(List<PlaceFigures> places, String metric) {
    ToDoubleFunction<PlaceFigures> size =
        s -> s.has(metric) ? s.cell(metric).central().doubleValue() : -1;
    return places.stream()
        .sorted(Comparator.comparingDouble(size).reversed().thenComparing(PlaceFigures::label))
        .limit(ROWS)
        .toList();
  }

  private Chart costAndBenefit() {
    return new DollarScale(
        figures,
        List.of(
            new DollarScale.Row(words.text("costs.heading"), null, true),
            cost("costs.total", "cost_total"),
            cost("costs.paid_by_cities", "cost_city"),
            cost("label.private_gifts", "cost_private"),
            cost("label.grants", "cost_grant"),
            cost("label.in_kind", "cost_in_kind"),
            new DollarScale.Row(words.text("costs.benefit_heading"), null, false),
            new DollarScale.Row(
                words.text("costs.visitors"), network.cell("visitor_spend_direct"), false),
            new DollarScale.Row(
                words.text("costs.guests"), network.cell("event_spend_direct"), false)));
  }

  private DollarScale.Row cost(String name, String metric) {
    return new DollarScale.Row(words.text(name), network.cell(metric), true);
  }

  /** What moves the first headline of those given. */
  private Chart swings(List<Metric> swings) {
    String headline = swings.get(0).id();
    return new SwingChart(figures, swings.stream().filter(s -> s.id().equals(headline)).toList());
  }

  /** The states by their active partnerships. */
  private Chart stateMap(List<PlaceFigures> states) {
    return new StateMap(
        figures,
        states.stream().map(s -> new StateMap.State(s.key(), s.cell(TIES))).toList(),
        words.say("map.states", most(states)).text());
  }

  /** Active partnerships whose two towns' places are known. */
  private Chart worldMap(List<PlaceFigures> countries) {
    return new WorldMap(words, arcs(), words.say("map.world", most(countries)).text());
  }

  /** How many of the active partnerships the world map shows. */
  String worldMapNote() {
    return words.say("map.placed", arcs().size(), activeTies().count()).text();
  }

  private List<WorldMap.Arc> arcs() {
    Map<String, Place> homes = new HashMap<>();
    data.network().members().forEach(m -> homes.put(m.id(), m.place()));
    return activeTies()
        .filter(t -> t.partner().place() != null && homes.get(t.memberId()) != null)
        .map(t -> new WorldMap.Arc(homes.get(t.memberId()), t.partner().place()))
        .toList();
  }

  private Stream<Tie> activeTies() {
    return data.network().members().stream()
        .filter(Member::expected)
        .flatMap(m -> data.network().ties().getOrDefault(m.id(), List.of()).stream())
        .filter(t -> t.isActive(data.year()));
  }

  /** The five places with the most active partnerships. */
  private String most(List<PlaceFigures> places) {
    return places.stream()
        .filter(s -> s.has(TIES))
        .sorted(
            Comparator.comparing((PlaceFigures s) -> s.cell(TIES).central())
                .reversed()
                .thenComparing(PlaceFigures::label))
        .limit(5)
        .map(s -> words.say("map.entry", s.label(), s.central(TIES)).text())
        .collect(Collectors.joining(", "));
  }

  private Chart partnerships(List<PlaceFigures> countries) {
    return new BarChart(
        figures,
        List.of(words.text("chart.active_partnerships")),
        countries.stream().map(s -> new BarChart.Row(s.label(), List.of(s.cell(TIES)))).toList());
  }

  private Chart people(List<PlaceFigures> rows) {
    return new BarChart(
        figures,
        List.of(words.text("chart.people_in"), words.text("chart.people_out")),
        rows.stream()
            .map(
                s ->
                    new BarChart.Row(s.label(), List.of(s.cell("people_in"), s.cell("people_out"))))
            .toList());
  }

  private Chart coverage() {
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
