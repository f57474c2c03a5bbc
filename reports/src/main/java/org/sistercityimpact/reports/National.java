package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The national report: its sections, in the order in which they are read. */
final class National {
  private static final int CHART_ROWS = 8;

  private final ReportData data;
  private final Figures figures;
  private final Templates templates;
  private final Scope network;
  private final Coverage coverage;
  private final NationalTables tables;
  private final ReportingTables reporting;
  private final NationalCharts charts;
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
  }

  /** Fills all sections. */
  Document document() {
    List<Section> sections = sections();
    Pages pages = new Pages(templates);
    pages.add(sections.get(0));
    // The contents name pages that are known only once all is placed: blank first, then filled in.
    pages.add(contents(sections, Map.of()));
    sections.stream().skip(1).forEach(pages::add);
    pages.replace(contents(sections, pages.firstPages()));
    String year = network.year();
    String left = words.say("report.foot", year, words.method()).text();
    return new Document(
        "national-%s.pdf".formatted(data.year()),
        "national",
        words.say("report.document", year).text(),
        words.say("report.subject", year).text(),
        pages.print(
            "national",
            page ->
                page == 1
                    ? null
                    : new Foot(left, data.notice().orElse(""), Integer.toString(page))));
  }

  private Section contents(List<Section> sections, Map<String, Integer> pages) {
    List<Line> lines =
        sections.stream()
            .map(Section::template)
            .filter(t -> templates.title(t) != null)
            .map(
                t ->
                    Line.of(
                        words.text(templates.title(t)), pages.containsKey(t) ? pages.get(t) : ""))
            .toList();
    return new Section("contents", Map.of(), lines);
  }

  private List<Section> sections() {
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
    sections.add(section("impact", Map.of("chart", charts.coverage())));
    sections.add(
        section(
            "trend", Map.of("years", tables.yearHeads(), "chart", charts.trend()), tables.trend()));
    places(sections, "states", "state", figures::state, "people_in");
    sections.add(section("state-spending", Map.of(), scopes("state", figures::state)));
    sections.add(section("ties", Map.of(), tables.ties()));
    places(sections, "countries", "partner_country", figures::country, "partnerships_active");
    List<Scope> purposes = purposes();
    sections.add(section("purposes", Map.of("chart", charts.people(purposes)), purposes));
    sections.add(
        section("economics", Map.of("ranges", charts.ranges(), "gaps", tables.eventGaps())));
    sections.add(section("volunteers", Map.of(), tables.hours()));
    sections.add(section("trade", Map.of("trade", tables.breakdown())));
    sections.add(section("costs", Map.of("budgetYears", tables.budgetYears()), tables.costs()));
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
    sections.add(section("members", Map.of(), reporting.members()));
    if (!early) {
      awards(sections);
    }
    return sections;
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

  private String notice() {
    return data.notice().orElse("");
  }

  private void places(
      List<Section> sections,
      String template,
      String level,
      UnaryOperator<String> name,
      String rank) {
    List<Scope> rows = scopes(level, name);
    ToDoubleFunction<Scope> size = s -> s.has(rank) ? s.cell(rank).central().doubleValue() : -1;
    List<Scope> largest =
        rows.stream()
            .sorted(Comparator.comparingDouble(size).reversed().thenComparing(Scope::label))
            .limit(CHART_ROWS)
            .toList();
    boolean states = level.equals("state");
    String note =
        rows.size() > largest.size()
            ? words.say(template + ".some", largest.size(), rows.size()).text()
            : words.say(template + ".every", rows.size()).text();
    Chart chart = states ? charts.people(largest) : charts.partnerships(largest);
    sections.add(section(template, Map.of("chart", chart, "chartNote", note), rows));
  }

  private List<Scope> scopes(String level, UnaryOperator<String> name) {
    return keys(level)
        .map(key -> figures.scope(level, key, name.apply(key)))
        .sorted(words.by(Scope::label).thenComparing(Scope::key))
        .toList();
  }

  private List<Scope> purposes() {
    return keys("purpose")
        .sorted()
        .map(p -> figures.scope("purpose", p, words.capitalName("purpose", p)))
        .toList();
  }

  private Stream<String> keys(String level) {
    return data.metrics().keySet().stream()
        .filter(k -> k.level().equals(level) && k.year() == data.year())
        .map(Metric.Key::key)
        .distinct();
  }
}
