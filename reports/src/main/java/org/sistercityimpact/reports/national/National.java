package org.sistercityimpact.reports.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.chart.CoverArt;
import org.sistercityimpact.reports.data.RegistryText;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.PresidentsLetter;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.page.StoryBox.Shape;
import org.sistercityimpact.reports.text.MethodText;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.WhatChanged;
import org.sistercityimpact.reports.text.Words;

/** The national report that people read: its sections, in their order. The rest is the annex. */
public final class National {
  private static final String ID = "national";

  /** Countries in the table; all of them are in the annex. */
  private static final int COUNTRIES = 15;

  /** Three lines of the cover, less what line breaks leave empty. */
  private static final double NOTICE_WIDTH = 3 * 460;

  private static final double NOTICE_SIZE = 9.5;

  private final NationalSections of;
  private final Words words;
  private final NationalAnnex annex;
  private final List<Section> sections;

  /**
   * Takes what both documents share.
   *
   * @param annex already put together, so that its pages can be named
   */
  public National(NationalSections of, NationalAnnex annex) {
    this.of = of;
    this.words = of.words;
    this.annex = annex;
    this.sections = List.copyOf(inOrder());
  }

  static String file(int year) {
    return "national-%s.pdf".formatted(year);
  }

  /** All but the contents, which need the rest; each can be filled alone. */
  public List<Section> sections() {
    return sections;
  }

  /**
   * Puts the report together.
   *
   * @param filled what the templates made of {@link #sections()}
   */
  public FilledReport document(List<Pages.Filled> filled) {
    List<String> parts = sections.stream().map(Section::template).toList();
    Pages pages = new Pages(of.templates);
    pages.addAll(filled.subList(0, 2));
    // The contents name pages that are known only once all is placed: blank first, then filled in.
    pages.add(contents(parts, Map.of()));
    pages.endPage();
    pages.addAll(filled.subList(2, filled.size()));
    pages.replace(contents(parts, pages.firstPages()));
    return of.document(
        file(of.data.year()),
        ID,
        "report.document",
        pages.print(ID, page -> page == 1 ? null : of.foot("report.foot", page)));
  }

  private Section contents(List<String> parts, Map<String, Integer> pages) {
    String withheld =
        of.data.reporting().heldBack().isPresent()
            ? "contents.withheld_text"
            : "contents.withheld_text_rule_1";
    return new Section(
        "contents",
        Map.of("withheld", words.text(withheld), "annex", annex.contentsInAWord()),
        of.contents(parts, pages));
  }

  private List<Section> inOrder() {
    List<Section> sections = new ArrayList<>();
    ReportData data = of.data;
    sections.add(
        of.section(
            "cover",
            Map.of(
                "year",
                of.network.year(),
                "notice",
                notice(),
                "notice_language",
                of.mark().isEmpty() ? language(data.additions().notice()) : "",
                "art",
                new CoverArt())));
    sections.add(year());
    RegistryText letter = data.additions().letter();
    Optional<String> written = letter.in(words.language());
    written.ifPresent(
        text ->
            sections.add(
                new Section(
                    "letter",
                    Map.of("language", language(letter)),
                    PresidentsLetter.paragraphs(text))));
    // Short as they are, awards share the page of the letter, or else of the last stories, or the
    // end.
    boolean behindLetter = written.isPresent();
    boolean behindStories = !behindLetter && !data.network().stories().isEmpty();
    if (behindLetter) {
      awards(sections);
    }
    stories(sections);
    if (behindStories) {
      awards(sections);
    }
    sections.add(
        of.section("impact", Map.of("chart", of.charts.coverage, "see", annex.see("coverage"))));
    sections.add(
        of.section(
            "trend",
            Map.of(
                "charts",
                of.charts.trends,
                "note",
                of.charts.steadyNote(),
                "see",
                annex.see("trend-rows"))));
    sections.add(
        of.section(
            "state-map",
            Map.of(
                "chart",
                of.charts.statePeople,
                "chartNote",
                note("state-map", of.states.size()),
                "map",
                of.charts.stateMap,
                "mapNote",
                words.text("states.map_note"),
                "see",
                words.sentences(annex.see("states"), annex.see("partnerships")).text())));
    sections.add(
        of.section(
            "country-map",
            Map.of(
                "chart",
                of.charts.countryTies,
                "chartNote",
                note("country-map", of.countries.size()),
                "map",
                of.charts.worldMap,
                "mapNote",
                of.charts.worldMapNote())));
    sections.add(countries());
    sections.add(of.section("ties", Map.of(), of.tables.ties()));
    sections.add(of.section("purposes", Map.of("chart", of.charts.purposePeople), of.purposes));
    sections.add(of.section("youth", Map.of("see", annex.see("youth-purposes"))));
    sections.add(
        of.section(
            "economics",
            Map.of("ranges", of.charts.ranges, "gaps", gaps(), "see", annex.see("economics-how"))));
    of.charts.swings.ifPresent(
        chart ->
            sections.add(
                of.section(
                    "sensitivity", Map.of("chart", chart, "see", annex.see("sensitivity-rows")))));
    sections.add(of.section("volunteers", Map.of(), of.tables.hours()));
    sections.add(
        of.section("trade", Map.of("trade", of.tables.breakdown(), "chart", of.charts.trade)));
    sections.add(
        of.section(
            "costs",
            Map.of(
                "budgetYears",
                of.tables.budgetYears(),
                "note",
                of.tables.costsNote(),
                "chart",
                of.charts.costAndBenefit),
            of.tables.costs()));
    sections.add(
        of.section("surveys", Map.of("chart", of.charts.surveys, "see", annex.see("survey-rows"))));
    sections.add(new Section("limits", Map.of(), MethodText.chapter(words, "limits")));
    if (!behindLetter && !behindStories) {
      awards(sections);
    }
    return sections;
  }

  private Section year() {
    List<TableRow> changes = of.tables.sinceLastYear();
    String since =
        changes.isEmpty()
            ? words.text("year.first")
            : words
                .say(
                    "year.since_note",
                    of.network.central("coverage_exchanges"),
                    of.network.year(),
                    of.network.ago(1).central("coverage_exchanges"))
                .text();
    return of.section(
        "year",
        Map.of(
            "sentences",
            new NationalSentences(of.figures, of.coverage).all(),
            "since",
            since,
            "compared",
            !changes.isEmpty(),
            "changed",
            of.data
                .additions()
                .edition()
                .filter(edition -> edition.previous() != null)
                .map(
                    edition ->
                        new WhatChanged(edition, of.figures).brief(annex.see("what-changed")))
                .orElse("")),
        changes);
  }

  private Section countries() {
    List<PlaceFigures> most = of.tables.busiest(of.countries, COUNTRIES);
    boolean some = most.size() < of.countries.size();
    return of.section(
        "countries",
        Map.of(
            "title",
            some ? words.say("countries.most", most.size()).text() : words.text("countries.table"),
            "note",
            some ? annex.see("countries") : ""),
        most);
  }

  private String gaps() {
    return of.tables.eventGaps();
  }

  private String note(String map, int places) {
    return places > NationalCharts.ROWS
        ? words.say(map + ".some", NationalCharts.ROWS, places).text()
        : words.say(map + ".every", places).text();
  }

  private void awards(List<Section> sections) {
    if (!of.data.network().awards().isEmpty()) {
      sections.add(of.section("awards", Map.of(), of.reporting.awards()));
    }
  }

  private void stories(List<Section> sections) {
    StoryChoice choice = StoryChoice.of(of.data);
    if (choice.all().isEmpty()) {
      return;
    }
    List<StoryBox> boxes =
        choice.all().stream()
            .map(story -> StoryBox.ofNetwork(story, of.figures, Shape.BESIDE))
            .toList();
    Map<String, Object> rule = Map.of("rule", choice.rule(words));
    sections.add(
        of.section(
            "stories",
            rule,
            StoryPages.of(boxes, some -> of.templates.fill(of.section("stories", rule, some)))));
  }

  /** What a text of the office is tagged with: nothing where it is in the report's language. */
  private String language(RegistryText text) {
    return text.isWrittenIn(words.language()) ? "" : words.text("office.language");
  }

  /** What every page must say of the report, here in up to three lines. */
  private String notice() {
    String notice =
        Stream.of(of.mark(), of.data.additions().notice().in(words.language()).orElse(""))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(". "));
    return new Typography().fit(notice, NOTICE_WIDTH, NOTICE_SIZE, false);
  }
}
