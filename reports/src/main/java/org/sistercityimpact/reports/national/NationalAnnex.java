package org.sistercityimpact.reports.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.text.MethodText;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.PrintedFigure;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.WhatChanged;
import org.sistercityimpact.reports.text.Words;

/**
 * The annex of the national report: every table whole, how each number is made and from what, who
 * reported, and the figures of both documents.
 */
public final class NationalAnnex {
  private static final String ID = "national-annex";
  private static final String CONTENTS = "annex";
  private static final String FIGURES = "figures";

  private final NationalSections of;
  private final Words words;
  private final List<Section> sections;
  private final Pages pages;

  public NationalAnnex(NationalSections of) {
    this.of = of;
    this.words = of.words;
    this.sections = List.copyOf(inOrder());
    this.pages = new Pages(of.templates);
  }

  static String file(int year) {
    return "national-annex-%s.pdf".formatted(year);
  }

  /** All but the contents and the list of figures; each can be filled alone. */
  public List<Section> sections() {
    return sections;
  }

  /** Lays its pages, so that the report can name them; takes what the templates made. */
  public void place(List<Pages.Filled> filled) {
    pages.add(contents(Map.of()));
    pages.endPage();
    pages.addAll(filled);
  }

  /**
   * Adds the list of figures and the contents.
   *
   * @param national the report
   */
  public FilledReport document(FilledReport national) {
    String file = file(of.data.year());
    List<PrintedFigure> printed =
        Stream.concat(
                PrintedFigure.of(national.print(), national.file(), national.id()).stream(),
                pages.figures(file, ID).stream())
            .toList();
    pages.add(new Section(FIGURES, Map.of(), of.tables.figures(printed, file)));
    pages.replace(contents(pages.firstPages()));
    return of.document(
        file,
        ID,
        "report.annex_document",
        pages.print(ID, page -> of.foot("report.annex_foot", page)));
  }

  /** "See the annex, page 7: Every country"; empty where the annex has no such section. */
  String see(String template) {
    Integer page = pages.firstPages().get(template);
    return words.when(page != null, "annex.see", page == null ? 0 : page, title(template)).text();
  }

  /** Its sections and their pages, for the contents of the report. */
  String contentsInAWord() {
    return Stream.concat(
            of.contents(parts(), pages.firstPages()).stream()
                .filter(line -> !line.cell(1).text().isEmpty())
                .map(line -> words.say("annex.entry", line.cell(0), line.cell(1)).text()),
            Stream.of(words.say("annex.at_end", title(FIGURES)).text()))
        .collect(Collectors.joining("; "));
  }

  private String title(String template) {
    return words.text(of.templates.title(template));
  }

  private List<String> parts() {
    return sections.stream().map(Section::template).toList();
  }

  private Section contents(Map<String, Integer> at) {
    List<String> all = Stream.concat(parts().stream(), Stream.of(FIGURES)).toList();
    return of.section(CONTENTS, Map.of("year", of.network.year()), of.contents(all, at));
  }

  private List<Section> inOrder() {
    List<Section> sections = new ArrayList<>();
    ReportData data = of.data;
    data.additions()
        .edition()
        .filter(edition -> edition.previous() != null)
        .map(edition -> new WhatChanged(edition, of.figures))
        .ifPresent(
            note -> sections.add(of.section("what-changed", Map.of("note", note), note.lines())));
    sections.add(
        of.section("trend-rows", Map.of("years", of.tables.yearHeads()), of.tables.trend()));
    sections.add(of.section("states", Map.of(), of.states));
    sections.add(
        of.section(
            "state-spending", Map.of("note", of.tables.stateSpending(of.states)), of.states));
    List<PlaceFigures> active = of.tables.busy(of.countries);
    sections.add(
        of.section(
            "countries",
            Map.of(
                "title", words.text("countries.table"),
                "note", of.tables.idle(of.countries)),
            active));
    sections.add(of.section("reciprocity", Map.of(), of.tables.everMoved(of.countries)));
    sections.add(of.section("youth-purposes", Map.of(), of.purposes));
    sections.add(of.section("economics-how", Map.of()));
    List<Metric> swings = of.tables.swings();
    if (!swings.isEmpty()) {
      sections.add(of.section("sensitivity-rows", Map.of(), of.tables.sensitivity(swings)));
    }
    sections.add(of.section("survey-rows", Map.of(), of.tables.surveys()));
    sections.add(of.section("coverage", Map.of(), of.reporting.coverage()));
    sections.add(
        data.method().missing().isEmpty()
            ? Section.of("all-computed", Map.of())
            : of.section("not-computed", Map.of(), of.reporting.missing()));
    if (!data.reporting().problems().isEmpty()) {
      sections.add(of.section("findings", Map.of(), of.reporting.findings()));
    }
    sections.add(new Section("method", Map.of(), MethodText.chapter(words, "rules")));
    sections.add(of.section("definitions", Map.of(), of.tables.definitions()));
    sections.add(of.section("parameters", Map.of(), of.tables.parameters()));
    sections.add(of.section("rates", Map.of(), of.tables.rates()));
    sections.add(of.section("members", Map.of(), of.reporting.complete()));
    List<TableRow> partly = of.reporting.partly();
    if (!partly.isEmpty()) {
      sections.add(of.section("members-partly", Map.of(), partly));
    }
    sections.add(of.section("partnerships", Map.of(), of.tables.partnerships()));
    sections.add(Section.of("chart-data", Map.of()));
    sections.addAll(of.charts.numbers());
    return sections;
  }
}
