package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

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

  private final ReportData data;
  private final Figures figures;
  private final Coverage coverage;
  private final Breakdown breakdown;

  NationalTables(Figures figures, Coverage coverage) {
    this.figures = figures;
    this.data = figures.data();
    this.coverage = coverage;
    this.breakdown = new Breakdown(data.slices(), coverage.reported("trade_contacts") > 0);
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

  List<Line> trend() {
    List<Line> lines = new ArrayList<>();
    for (String metric : TREND) {
      String title = data.definition(metric).title();
      boolean range = years().anyMatch(y -> figures.network().in(y).cell(metric).isRange());
      if (range) {
        lines.add(trend(title + ", low", metric, Bound.LOW));
        lines.add(trend(title + ", central", metric, Bound.CENTRAL));
        lines.add(trend(title + ", high", metric, Bound.HIGH));
      } else {
        lines.add(trend(title, metric, Bound.CENTRAL));
      }
    }
    return lines;
  }

  private Line trend(String label, String metric, Bound bound) {
    List<Object> cells = new ArrayList<>(List.of(label));
    years()
        .forEach(
            y ->
                cells.add(
                    data.years().contains(y)
                        ? figures.rounded(figures.network().in(y).cell(metric), bound)
                        : ""));
    return Line.of(cells.toArray());
  }

  String eventGaps() {
    long events = data.eventsWithoutGuests().values().stream().mapToLong(Long::longValue).sum();
    return events == 0
        ? "Every event says how many guests came from outside the area."
        : "%s nothing of guests from outside the area, so no spending is counted there."
            .formatted(events == 1 ? "One event says" : Figures.count(events) + " events say");
  }

  /** What the ties are like, this year and the last. */
  List<Line> ties() {
    Scope network = figures.network();
    return TIES.stream()
        .map(
            m ->
                Line.of(
                    network.title(m),
                    network.central(m),
                    data.years().contains(data.year() - 1) ? network.ago(1).central(m) : "",
                    network.n(m)))
        .toList();
  }

  List<Line> hours() {
    return breakdown.hours().stream()
        .map(
            e ->
                Line.of(
                    National.capital(e.getKey()),
                    Figures.format(e.getValue(), 2),
                    Figures.count(breakdown.rows("volunteer_hours", e.getKey()))))
        .toList();
  }

  /** Says where a budget year is not the calendar year. */
  String budgetYears() {
    int members = data.budgetYears().size();
    return members == 0
        ? "All budget years end on 31 December."
        : "Budget years that end on another day than 31 December: those of %s of the members; each brief says which day."
            .formatted(members);
  }

  List<Line> costs() {
    return breakdown.costs().stream()
        .map(
            e -> {
              List<Object> cells = new ArrayList<>(List.of(National.capital(e.getKey())));
              for (String funder : Breakdown.FUNDERS) {
                cells.add(Figures.dollars(breakdown.cost(e.getKey(), funder)));
              }
              cells.add(Figures.dollars(e.getValue()));
              return Line.of(cells.toArray());
            })
        .toList();
  }

  List<Line> definitions() {
    return data.definitions().values().stream()
        .sorted(Comparator.comparing(Definition::title).thenComparing(Definition::id))
        .map(d -> Line.of(d.title(), d.unit(), d.formula()))
        .toList();
  }

  List<Line> parameters() {
    return data.parameters().stream()
        .map(
            p ->
                Line.of(
                    p.name().replace('_', ' '),
                    p.key().replace('_', ' '),
                    plain(p.low()),
                    plain(p.central()),
                    plain(p.high()),
                    p.source() + " (" + p.confidence() + ")"))
        .toList();
  }

  private static String plain(BigDecimal value) {
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }
}
