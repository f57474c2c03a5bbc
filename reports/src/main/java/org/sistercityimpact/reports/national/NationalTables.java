package org.sistercityimpact.reports.national;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercityimpact.reports.chart.Dumbbells;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Definition;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.Parameter;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Tie;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.text.Breakdown;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.PrintedFigure;
import org.sistercityimpact.reports.text.SinceLastYear;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

/** The rows of the national report's tables that are not one place's metrics. */
final class NationalTables {
  private static final int TREND_YEARS = 5;
  private static final List<String> TREND =
      List.of(
          "partnerships_active",
          "countries",
          "exchanges_in",
          "exchanges_out",
          "exchanges_virtual",
          "people_in",
          "people_out",
          "people_virtual",
          "youth_share",
          "events",
          "attendance",
          "volunteers",
          "volunteer_hours",
          "visitor_spend_direct",
          "event_spend_direct",
          "cost_total",
          "cost_per_participant",
          "coverage_exchanges",
          "coverage_events",
          "coverage_volunteer_hours",
          "coverage_budgets");

  /** Which headlines the report moves, and how many assumptions of each it lists. */
  private static final List<String> HEADLINES =
      List.of(
          "economic_output",
          "visitor_spend_direct",
          "event_spend_direct",
          "local_tax",
          "volunteer_value");

  private static final int MOST_MOVING = 4;

  /** What changed since last year is told of these. */
  private static final List<String> SINCE =
      List.of(
          "people_in",
          "people_out",
          "people_virtual",
          "attendance",
          "volunteer_hours",
          "partnerships_active",
          "countries",
          "visitor_spend_direct",
          "event_spend_direct",
          "cost_total");

  private static final List<String> EXCHANGES =
      List.of("exchanges_in", "exchanges_out", "exchanges_virtual");
  private static final List<String> PEOPLE = List.of("people_in", "people_out", "people_virtual");

  private static final List<String> TIES =
      List.of(
          "partnerships_active",
          "partnerships_new",
          "partnerships_ended",
          "mutual_partnerships",
          "dormant_24",
          "dormant_60",
          "reciprocity_people",
          "reciprocity_nights",
          "person_nights_in",
          "person_nights_out",
          "officials",
          "first_time_share",
          "homestay_night_share",
          "collaborating_organizations");

  private static final double MEMBER_WIDTH = 104;
  private static final double PARTNER_WIDTH = 178;
  private static final double NAME_SIZE = 8;

  private final Typography typography = new Typography();
  private final ReportData data;
  private final Figures figures;
  private final Words words;
  private final Breakdown breakdown;

  NationalTables(Figures figures, Coverage coverage) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.breakdown =
        new Breakdown(
            data.results().slices().stream().filter(s -> s.memberId().isEmpty()).toList(),
            coverage.reported("trade_contacts") > 0,
            words);
  }

  Breakdown breakdown() {
    return breakdown;
  }

  /** Heads of five columns, the last of which is the report's year; blank before the first year. */
  List<String> yearHeads() {
    return years().map(y -> data.years().contains(y) ? y.toString() : "").toList();
  }

  private Stream<Integer> years() {
    return Stream.iterate(data.year() - TREND_YEARS + 1, y -> y + 1).limit(TREND_YEARS);
  }

  List<TableRow> trend() {
    List<TableRow> lines = new ArrayList<>();
    for (String metric : TREND) {
      String title = figures.wording(metric).title();
      boolean range = years().anyMatch(y -> figures.network().in(y).cell(metric).isRange());
      if (range) {
        lines.add(trend(words.say("trend.low", title), metric, Bound.LOW));
        lines.add(trend(words.say("trend.central", title), metric, Bound.CENTRAL));
        lines.add(trend(words.say("trend.high", title), metric, Bound.HIGH));
      } else {
        lines.add(trend(Printed.plain(title), metric, Bound.CENTRAL));
      }
    }
    return lines;
  }

  private TableRow trend(Printed label, String metric, Bound bound) {
    List<Object> cells = new ArrayList<>(List.of(label));
    years()
        .forEach(
            y ->
                cells.add(
                    data.years().contains(y)
                        ? figures.number(figures.network().in(y).cell(metric), bound)
                        : ""));
    return TableRow.of(cells.toArray());
  }

  /** The measures of the year beside the year before; none where there is no year before. */
  List<TableRow> sinceLastYear() {
    PlaceFigures now = figures.network();
    PlaceFigures before = now.ago(1);
    if (!data.years().contains(data.year() - 1)) {
      return List.of();
    }
    SinceLastYear since = new SinceLastYear(figures, now);
    return SINCE.stream()
        .filter(metric -> now.hasOrWithholds(metric) || before.hasOrWithholds(metric))
        .map(
            metric ->
                TableRow.of(
                    words.text("state.row." + metric),
                    now.spanOrValue(metric),
                    before.spanOrValue(metric),
                    since.change(metric)))
        .toList();
  }

  /** Countries with an exchange in the year, or of which it is not known that there was none. */
  List<PlaceFigures> busy(List<PlaceFigures> countries) {
    return countries.stream().filter(c -> !isIdle(c)).toList();
  }

  /** Those with the most people in exchanges, by name. */
  List<PlaceFigures> busiest(List<PlaceFigures> countries, int most) {
    return countries.stream()
        .sorted(Comparator.comparingDouble(NationalTables::people).reversed())
        .limit(most)
        .sorted(words.by(PlaceFigures::label).thenComparing(PlaceFigures::key))
        .toList();
  }

  /** Names the others in one line. */
  String idle(List<PlaceFigures> countries) {
    List<String> names =
        countries.stream().filter(NationalTables::isIdle).map(PlaceFigures::label).toList();
    return words
        .when(
            !names.isEmpty(), "countries.idle", figures.network().year(), String.join(", ", names))
        .text();
  }

  /** Countries with people or nights over the three years that the balances look at. */
  List<PlaceFigures> everMoved(List<PlaceFigures> countries) {
    return countries.stream()
        .filter(
            c ->
                !isIdle(c)
                    || c.hasOrWithholds("reciprocity_people")
                    || c.hasOrWithholds("reciprocity_nights"))
        .toList();
  }

  private static boolean isIdle(PlaceFigures country) {
    return EXCHANGES.stream().allMatch(m -> country.has(m) && !country.some(m));
  }

  private static double people(PlaceFigures country) {
    return PEOPLE.stream()
        .filter(country::has)
        .mapToDouble(m -> country.cell(m).central().doubleValue())
        .sum();
  }

  /** The name, which may take two lines; only one with a word wider than that is shortened. */
  private String whole(String name, double width) {
    boolean breaks =
        Stream.of(name.split("[\\s-]+"))
            .allMatch(word -> word.equals(typography.fit(word, width, NAME_SIZE, true)));
    return breaks ? name : typography.fit(name, width, NAME_SIZE, true);
  }

  /** Every active partnership, state by state: member, partner, country, since. */
  List<TableRow> partnerships() {
    return data.network().members().stream()
        .filter(Member::expected)
        .sorted(
            words
                .by((Member m) -> figures.state(m.state()))
                .thenComparing(words.by(Member::name))
                .thenComparing(Member::id))
        .flatMap(
            m ->
                data.network().ties().getOrDefault(m.id(), List.of()).stream()
                    .filter(t -> t.isActive(data.year()))
                    .sorted(words.by((Tie tie) -> tie.partner().name()).thenComparing(Tie::id))
                    .map(
                        t ->
                            TableRow.of(
                                figures.state(m.state()),
                                whole(m.name(), MEMBER_WIDTH),
                                whole(t.partner().name(), PARTNER_WIDTH),
                                figures.country(t.partner().country()),
                                t.established() == null
                                    ? words.text("brief.unknown")
                                    : t.established().toString())))
        .toList();
  }

  String eventGaps() {
    long events = data.reporting().eventsWithoutGuests().getOrDefault("", 0L);
    return words.say(events == 0 ? "economics.no_gaps" : "economics.gaps", events).text();
  }

  /** What the ties are like, this year and the last. */
  List<TableRow> ties() {
    PlaceFigures network = figures.network();
    return TIES.stream()
        .map(
            m ->
                TableRow.of(
                    network.title(m), network.central(m), network.ago(1).central(m), network.n(m)))
        .toList();
  }

  /** What moves the headlines that are printed at all, by headline and the widest first. */
  List<Metric> swings() {
    return HEADLINES.stream()
        .filter(figures.network()::has)
        .flatMap(m -> data.results().sensitivity().stream().filter(s -> s.id().equals(m)))
        .toList();
  }

  /** The assumptions that move each headline most. */
  List<TableRow> sensitivity(List<Metric> swings) {
    List<TableRow> lines = new ArrayList<>();
    for (String metric : HEADLINES) {
      swings.stream()
          .filter(s -> s.id().equals(metric))
          .limit(MOST_MOVING)
          .forEach(
              s ->
                  lines.add(
                      TableRow.of(
                          figures.wording(metric).title(),
                          words.capitalName("parameter", s.key()),
                          figures.number(s, Bound.LOW),
                          figures.number(figures.network().cell(metric), Bound.CENTRAL),
                          figures.number(s, Bound.HIGH),
                          figures.number(s, Bound.SPREAD))));
    }
    return lines;
  }

  /** The change of each answer, its interval and the people behind it. */
  List<TableRow> surveys() {
    PlaceFigures network = figures.network();
    return Figures.SURVEYS.stream()
        .map(
            m ->
                TableRow.of(
                    Dumbbells.name(m, words),
                    network.central(m),
                    network.has(m) ? network.low(m) : "",
                    network.has(m) ? network.high(m) : "",
                    network.has(m) ? network.n(m) : ""))
        .toList();
  }

  /** Hours by activity; where there are none, why. */
  List<TableRow> hours() {
    if (breakdown.hours().isEmpty()) {
      String why = words.status(figures.network().cell("volunteer_hours").status());
      return List.of(TableRow.of(words.text("head.all"), why, why));
    }
    return breakdown.hours().stream()
        .map(
            e ->
                TableRow.of(
                    words.capitalName("activity", e.category()),
                    e.isWithheld()
                        ? words.status(MetricStatus.WITHHELD)
                        : figures.numbers().decimal(e.central(), 0),
                    e.isWithheld()
                        ? words.status(MetricStatus.WITHHELD)
                        : figures.numbers().count(e.rows())))
        .toList();
  }

  /** Says where a budget year is not the calendar year. */
  String budgetYears() {
    int members = data.reporting().budgetYears().size();
    return words.say(members == 0 ? "costs.calendar_years" : "costs.other_years", members).text();
  }

  /** Whether the states' rounded spending adds up to that of the network. */
  String stateSpending(List<PlaceFigures> states) {
    return Stream.of("visitor_spend_direct", "event_spend_direct")
        .map(
            metric ->
                figures.ofParts(
                    figures.network().cell(metric),
                    states.stream().map(s -> s.cell(metric)).toList()))
        .filter(note -> !note.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Whether the costs of the table, in whole dollars, add up along its rows and columns. */
  String costsNote() {
    List<List<BigDecimal>> rows =
        breakdown.costs().stream()
            .map(
                e ->
                    Breakdown.FUNDERS.stream()
                        .map(funder -> breakdown.cost(e.getKey(), funder))
                        .toList())
            .toList();
    Stream<List<BigDecimal>> columns =
        IntStream.range(0, Breakdown.FUNDERS.size())
            .mapToObj(i -> rows.stream().map(row -> row.get(i)).toList());
    return Stream.concat(rows.stream(), columns).allMatch(NationalTables::addsInWholeDollars)
        ? ""
        : words.text("rounding.parts");
  }

  private static boolean addsInWholeDollars(List<BigDecimal> parts) {
    BigDecimal total = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return whole(total)
            .compareTo(
                parts.stream().map(NationalTables::whole).reduce(BigDecimal.ZERO, BigDecimal::add))
        == 0;
  }

  private static BigDecimal whole(BigDecimal dollars) {
    return dollars.setScale(0, RoundingMode.HALF_UP);
  }

  List<TableRow> costs() {
    return breakdown.costs().stream()
        .map(
            e -> {
              List<Object> cells =
                  new ArrayList<>(List.of(words.capitalName("cost.category", e.getKey())));
              for (String funder : Breakdown.FUNDERS) {
                cells.add(figures.numbers().dollars(breakdown.cost(e.getKey(), funder), 0));
              }
              cells.add(figures.numbers().dollars(e.getValue(), 0));
              return TableRow.of(cells.toArray());
            })
        .toList();
  }

  /**
   * The network's figures of the year, each where it stands first.
   *
   * @param annex the file whose pages are marked as the annex's
   */
  List<TableRow> figures(List<PrintedFigure> printed, String annex) {
    Set<String> told = new HashSet<>();
    return printed.stream()
        .filter(f -> f.id().level() == Level.NETWORK && f.id().year() == data.year())
        .filter(f -> told.add(f.id().metric() + "/" + f.id().bound()))
        .map(
            f ->
                TableRow.of(
                    f.pdf().equals(annex)
                        ? words.say("figures.in_annex", f.page())
                        : Integer.toString(f.page()),
                    bound(figures.wording(f.id().metric()).title(), f.id().bound()),
                    f.text(),
                    f.id().toString()))
        .toList();
  }

  private Printed bound(String title, Bound bound) {
    return switch (bound) {
      case LOW -> words.say("trend.low", title);
      case HIGH -> words.say("trend.high", title);
      case CENTRAL, SPREAD -> Printed.plain(title);
    };
  }

  List<TableRow> definitions() {
    return data.method().definitions().values().stream()
        .sorted(words.by(d -> d.in(words.language()).title()))
        .map(
            d -> {
              Definition.Wording wording = d.in(words.language());
              return TableRow.of(wording.title(), words.name("unit", d.unit()), wording.formula());
            })
        .toList();
  }

  List<TableRow> parameters() {
    return data.method().parameters().stream()
        .filter(p -> !isRate(p))
        .map(
            p ->
                TableRow.of(
                    words.name("parameter", p.name()),
                    words.name("parameter.key", p.key()),
                    plain(p.low()),
                    plain(p.central()),
                    plain(p.high()),
                    sourceOf(p)))
        .toList();
  }

  /** Parameters that are one number, all of one name and source in one line. */
  List<TableRow> rates() {
    Map<List<String>, List<String>> rates = new LinkedHashMap<>();
    data.method().parameters().stream()
        .filter(NationalTables::isRate)
        .forEach(
            p ->
                rates
                    .computeIfAbsent(
                        List.of(words.name("parameter", p.name()), sourceOf(p)),
                        line -> new ArrayList<>())
                    .add(
                        words
                            .say(
                                "rates.entry",
                                words.name("parameter.key", p.key()),
                                plain(p.central()))
                            .text()));
    return rates.entrySet().stream()
        .map(
            e -> TableRow.of(e.getKey().get(0), String.join(", ", e.getValue()), e.getKey().get(1)))
        .toList();
  }

  private String sourceOf(Parameter p) {
    return words
        .say("report.with_brackets", source(p.source()), words.name("confidence", p.confidence()))
        .text();
  }

  /** Whether it is one number without a range. */
  private static boolean isRate(Parameter p) {
    return p.low() != null
        && p.low().compareTo(p.central()) == 0
        && p.high().compareTo(p.central()) == 0;
  }

  /** A source as its publisher names it; the method's own are told in the reader's language. */
  private String source(String source) {
    boolean own = source.startsWith(Words.of("en").text("parameters.method_source"));
    return own && !words.language().equals("en") ? words.text("parameters.method_source") : source;
  }

  private String plain(BigDecimal value) {
    return value == null ? "" : figures.numbers().shortest(value);
  }
}
