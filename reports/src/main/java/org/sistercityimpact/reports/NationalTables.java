package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private static final int FINDINGS = 12;
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

  /** Kinds of problems over all members, the most frequent first. */
  List<Line> findings() {
    Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(List::toString));
    data.problems().values().stream()
        .flatMap(List::stream)
        .forEach(p -> counts.merge(List.of(p.code(), p.severity()), p.count(), Long::sum));
    List<Map.Entry<List<String>, Long>> sorted =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (var kind : sorted.subList(0, Math.min(FINDINGS, sorted.size()))) {
      lines.add(
          Line.of(
              National.capital(kind.getKey().get(0).replace('-', ' ')),
              kind.getKey().get(1),
              Figures.count(kind.getValue())));
    }
    List<Map.Entry<List<String>, Long>> others = sorted.subList(lines.size(), sorted.size());
    if (!others.isEmpty()) {
      lines.add(
          Line.of(
              "%d other kinds".formatted(others.size()),
              "",
              Figures.count(others.stream().mapToLong(Map.Entry::getValue).sum())));
    }
    return lines;
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

  List<Line> coverage() {
    Map<String, List<Intake>> intakes =
        data.intakes().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Intake::dataset));
    return Dataset.ALL.stream()
        .map(
            d -> {
              List<Intake> rows = intakes.getOrDefault(d.id(), List.of());
              return Line.of(
                  National.capital(d.words()),
                  Figures.count(coverage.members()),
                  status(d, "reported"),
                  status(d, "nothing_to_report"),
                  status(d, "unusable", "conflict", "empty"),
                  status(d, "silent"),
                  figures.network().central("coverage_" + d.id()),
                  Figures.count(rows.stream().mapToLong(Intake::read).sum()),
                  Figures.count(rows.stream().mapToLong(Intake::rejected).sum()));
            })
        .toList();
  }

  private String status(Dataset dataset, String... statuses) {
    return Figures.count(
        coverage.expected().stream()
            .filter(
                m -> List.of(statuses).contains(m.reporting().getOrDefault(dataset.id(), "silent")))
            .count());
  }

  List<Line> missing() {
    return data.missing().stream()
        .map(
            m ->
                Line.of(
                    m.parameter(), m.key(), Dataset.words(m.dataset()), Figures.count(m.rows())))
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

  List<Line> members() {
    return data.members().stream()
        .sorted(Comparator.comparing(Member::name).thenComparing(Member::id))
        .map(
            m -> {
              List<Object> cells = new ArrayList<>(List.of(m.name(), data.stateName(m.state())));
              Dataset.ALL.forEach(
                  d -> cells.add(word(m.reporting().getOrDefault(d.id(), "silent"))));
              return Line.of(cells.toArray());
            })
        .toList();
  }

  private static String word(String status) {
    return switch (status) {
      case "reported" -> "reported";
      case "nothing_to_report" -> "nil";
      case "unusable", "conflict", "empty" -> "unusable";
      case "not_expected" -> "new";
      default -> "none";
    };
  }

  List<Line> awards() {
    Map<String, String> names =
        data.members().stream()
            .collect(
                Collectors.toMap(Member::id, m -> m.name() + ", " + data.stateName(m.state())));
    return data.awards().stream()
        .map(
            a ->
                Line.of(
                    a.memberId() == null
                        ? a.award()
                        : a.award() + ": " + names.getOrDefault(a.memberId(), a.memberId()),
                    a.citation() == null ? "" : a.citation()))
        .toList();
  }

  /** Paragraphs of a letter; a heading stands bold, a list item behind a dot. */
  List<Line> letter(String markdown) {
    return Stream.of(markdown.strip().split("\\R\\s*\\R"))
        .map(NationalTables::styled)
        .filter(text -> !text.isBlank())
        .map(Line::of)
        .toList();
  }

  private static String styled(String paragraph) {
    String text =
        paragraph
            .strip()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replaceAll("(?m)^[*-]\\s+", "•  ");
    String joined = text.replaceAll("\\R(?!•)", " ");
    String headed = joined.replaceAll("^#{1,6}\\s+(.*)$", "<b>$1</b>");
    return headed.replaceAll("\\*\\*(.+?)\\*\\*", "<b>$1</b>");
  }
}
