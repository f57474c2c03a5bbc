package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.transform.Level;

/** The national report: its sections, in the order in which they are read. */
final class National {
  private static final String ID = "national";
  private static final int CHART_ROWS = 8;

  private final ReportData data;
  private final Figures figures;
  private final Templates templates;
  private final Scope network;
  private final Coverage coverage;
  private final NationalTables tables;
  private final ReportingTables reporting;
  private final NationalCharts charts;

  /** Three lines of the cover, less what line breaks leave empty. */
  private static final double NOTICE_WIDTH = 3 * 460;

  private static final double NOTICE_SIZE = 9.5;

  private final List<Section> chartData = new ArrayList<>();
  private final List<Section> sections;
  private final Words words;

  National(ReportData data, Templates templates) {
    this.data = data;
    this.words = templates.words();
    this.figures = new Figures(data, words);
    this.templates = templates;
    this.network = figures.network();
    this.coverage = new Coverage(data, words);
    this.tables = new NationalTables(figures, coverage);
    this.charts = new NationalCharts(figures);
    this.reporting = new ReportingTables(figures, coverage);
    this.sections = List.copyOf(inOrder());
  }

  /**
   * All but the contents and the list of figures, which need the rest; each can be filled alone.
   */
  List<Section> sections() {
    return sections;
  }

  /**
   * Puts the report together.
   *
   * @param filled what the templates made of {@link #sections()}
   */
  Document document(List<Pages.Filled> filled) {
    String year = network.year();
    String file = "national-%s.pdf".formatted(year);
    List<String> parts =
        Stream.concat(sections.stream().map(Section::template), Stream.of("figures")).toList();
    Pages pages = new Pages(templates);
    pages.addAll(filled.subList(0, 1));
    // The contents name pages that are known only once all is placed: blank first, then filled in.
    pages.add(contents(parts, Map.of()));
    pages.addAll(filled.subList(1, filled.size()));
    pages.add(new Section("figures", Map.of(), tables.figures(pages.figures(file, ID))));
    pages.replace(contents(parts, pages.firstPages()));
    String left = figures.ofEdition(words.say("report.foot", year, words.method()).text());
    return new Document(
        file,
        ID,
        words.title(data, words.say("report.document", year)),
        words.say("report.subject", year).text(),
        pages.print(
            ID, page -> page == 1 ? null : Foot.of(data, mark(), left, Integer.toString(page))));
  }

  private Section contents(List<String> parts, Map<String, Integer> pages) {
    List<Line> lines =
        parts.stream()
            .filter(t -> templates.title(t) != null)
            .sorted(Comparator.comparingInt(t -> pages.getOrDefault(t, Integer.MAX_VALUE)))
            .map(
                t ->
                    Line.of(
                        words.text(templates.title(t)), pages.containsKey(t) ? pages.get(t) : ""))
            .toList();
    String withheld =
        data.heldBack().isPresent() ? "contents.withheld_text" : "contents.withheld_text_rule_1";
    return new Section("contents", Map.of("withheld", words.text(withheld)), lines);
  }

  private List<Section> inOrder() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        section(
            "cover", Map.of("year", network.year(), "notice", notice(), "art", new CoverArt())));
    data.letter()
        .ifPresent(l -> sections.add(new Section("letter", Map.of(), Letter.paragraphs(l))));
    // Short as they are, awards share the letter's page, or the end of the report.
    boolean early = data.letter().isPresent();
    if (early) {
      awards(sections);
    }
    sections.add(
        section("impact", Map.of("chart", keep("impact.who_reported", charts.coverage()))));
    data.edition()
        .filter(edition -> edition.previous() != null)
        .map(edition -> new WhatChanged(edition, figures))
        .ifPresent(
            note -> sections.add(section("what-changed", Map.of("note", note), note.lines())));
    sections.add(
        section(
            "trend",
            Map.of(
                "years",
                tables.yearHeads(),
                "chart",
                keep("label.people_in_exchanges", charts.trend())),
            tables.trend()));
    places(sections, "states", Level.STATE, figures::state, "people_in");
    List<Scope> states = scopes(Level.STATE, figures::state);
    sections.add(section("state-spending", Map.of("note", tables.stateSpending(states)), states));
    places(sections, "countries", Level.PARTNER_COUNTRY, figures::country, "partnerships_active");
    sections.add(section("ties", Map.of(), tables.ties()));
    sections.add(section("reciprocity", Map.of(), scopes(Level.PARTNER_COUNTRY, figures::country)));
    List<Scope> purposes = purposes();
    sections.add(section("youth", Map.of("chart", keep("youth.years", charts.youth())), purposes));
    sections.add(
        section(
            "purposes",
            Map.of("chart", keep("purposes.title", charts.people(purposes))),
            purposes));
    sections.add(section("economics", Map.of("ranges", keep("economics.title", charts.ranges()))));
    sections.add(section("economics-how", Map.of("gaps", tables.eventGaps())));
    List<Metric> swings = tables.swings();
    if (!swings.isEmpty()) {
      sections.add(
          section(
              "sensitivity", Map.of("chart", charts.swings(swings)), tables.sensitivity(swings)));
    }
    sections.add(section("volunteers", Map.of(), tables.hours()));
    Breakdown trade = tables.breakdown();
    sections.add(
        section(
            "trade",
            Map.of(
                "trade",
                trade,
                "chart",
                keep("label.trade_contacts", new FunnelChart(words, trade)))));
    sections.add(
        section(
            "costs",
            Map.of("budgetYears", tables.budgetYears(), "note", tables.costsNote()),
            tables.costs()));
    sections.add(section("surveys", Map.of(), tables.surveys()));
    sections.add(section("coverage", Map.of(), reporting.coverage()));
    sections.add(
        data.missing().isEmpty()
            ? Section.of("all-computed", Map.of())
            : section("not-computed", Map.of(), reporting.missing()));
    if (!data.problems().isEmpty()) {
      sections.add(section("findings", Map.of(), reporting.findings()));
    }
    sections.add(new Section("method", Map.of(), MethodText.chapter(words.language(), "rules")));
    sections.add(new Section("limits", Map.of(), MethodText.chapter(words.language(), "limits")));
    sections.add(section("definitions", Map.of(), tables.definitions()));
    sections.add(section("parameters", Map.of(), tables.parameters()));
    sections.add(section("members", Map.of(), reporting.complete()));
    List<Line> partly = reporting.partly();
    if (!partly.isEmpty()) {
      sections.add(section("members-partly", Map.of(), partly));
    }
    if (!early) {
      awards(sections);
    }
    sections.add(Section.of("chart-data", Map.of()));
    sections.addAll(chartData);
    return sections;
  }

  /** Puts a chart's numbers into the appendix, under the title of its place. */
  private Chart keep(String title, Chart chart) {
    List<Line> rows = chart.rows(words.text(title));
    if (rows.size() > 1) {
      chartData.add(
          new Section(
              "chart-data-rows", Map.of("head", rows.get(0)), rows.subList(1, rows.size())));
    }
    return chart;
  }

  private void awards(List<Section> sections) {
    if (!data.awards().isEmpty()) {
      sections.add(section("awards", Map.of(), reporting.awards()));
    }
  }

  private Section section(String template, Map<String, Object> more) {
    return section(template, more, List.of());
  }

  private Section section(String template, Map<String, Object> more, List<?> rows) {
    Map<String, Object> parameters = new LinkedHashMap<>(more);
    parameters.put("network", network);
    parameters.put("coverage", coverage);
    return new Section(template, parameters, rows);
  }

  /** What every page must say of the report, here in up to three lines. */
  private String notice() {
    String notice =
        Stream.of(mark(), data.notice().orElse(""))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(". "));
    return new Typography().fit(notice, NOTICE_WIDTH, NOTICE_SIZE, false);
  }

  private String mark() {
    return words.mark(data, Doubt.ofNetwork(data.doubts(), words));
  }

  private void places(
      List<Section> sections,
      String template,
      Level level,
      UnaryOperator<String> name,
      String rank) {
    List<Scope> rows = scopes(level, name);
    ToDoubleFunction<Scope> size = s -> s.has(rank) ? s.cell(rank).central().doubleValue() : -1;
    List<Scope> largest =
        rows.stream()
            .sorted(Comparator.comparingDouble(size).reversed().thenComparing(Scope::label))
            .limit(CHART_ROWS)
            .toList();
    boolean states = level == Level.STATE;
    String map = states ? "state-map" : "country-map";
    String note =
        rows.size() > largest.size()
            ? words.say(map + ".some", largest.size(), rows.size()).text()
            : words.say(map + ".every", rows.size()).text();
    Chart chart =
        states
            ? keep("states.title", charts.people(largest))
            : keep("countries.title", charts.partnerships(largest));
    Chart shown = states ? charts.stateMap(rows) : charts.worldMap(rows);
    String mapNote = states ? words.text("states.map_note") : charts.worldMapNote();
    sections.add(
        section(map, Map.of("chart", chart, "chartNote", note, "map", shown, "mapNote", mapNote)));
    sections.add(section(template, Map.of(), rows));
  }

  private List<Scope> scopes(Level level, UnaryOperator<String> name) {
    return keys(level)
        .map(key -> figures.scope(level, key, name.apply(key)))
        .sorted(words.by(Scope::label).thenComparing(Scope::key))
        .toList();
  }

  private List<Scope> purposes() {
    return keys(Level.PURPOSE)
        .sorted()
        .map(p -> figures.scope(Level.PURPOSE, p, words.capitalName("purpose", p)))
        .toList();
  }

  private Stream<String> keys(Level level) {
    return data.metrics(level).keySet().stream()
        .filter(k -> k.year() == data.year())
        .map(Metric.Key::key)
        .distinct();
  }
}
