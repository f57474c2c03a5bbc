package org.sistercityimpact.reports.national;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.DoubtWords;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Foot;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** What the national report and its annex share: the network, its parts, its charts and tables. */
public final class NationalSections {
  final ReportData data;
  final Words words;
  final Figures figures;
  final Templates templates;
  final PlaceFigures network;
  final Coverage coverage;
  final NationalTables tables;
  final ReportingTables reporting;
  final NationalCharts charts;
  final List<PlaceFigures> states;
  final List<PlaceFigures> countries;
  final List<PlaceFigures> purposes;

  public NationalSections(ReportData data, Templates templates) {
    this.data = data;
    this.words = templates.words();
    this.figures = new Figures(data, words);
    this.templates = templates;
    this.network = figures.network();
    this.coverage = new Coverage(data, words);
    this.states = figures.states();
    this.countries = figures.countries();
    this.purposes = figures.purposes();
    this.tables = new NationalTables(figures, coverage);
    this.reporting = new ReportingTables(figures, coverage);
    this.charts = new NationalCharts(this);
  }

  Section section(String template, Map<String, Object> more) {
    return section(template, more, List.of());
  }

  Section section(String template, Map<String, Object> more, List<?> rows) {
    Map<String, Object> parameters = new LinkedHashMap<>(more);
    parameters.put("network", network);
    parameters.put("coverage", coverage);
    return new Section(template, parameters, rows);
  }

  /** The sections that have a title, in the order of their pages, each with its page if known. */
  List<TableRow> contents(List<String> parts, Map<String, Integer> pages) {
    return parts.stream()
        .distinct()
        .filter(t -> templates.title(t) != null)
        .sorted(Comparator.comparingInt(t -> pages.getOrDefault(t, Integer.MAX_VALUE)))
        .map(
            t ->
                TableRow.of(
                    words.text(templates.title(t)), pages.containsKey(t) ? pages.get(t) : ""))
        .toList();
  }

  /** What stands on every page: the figures are a what-if's, or rows of theirs are in doubt. */
  String mark() {
    return words.mark(data, DoubtWords.ofNetwork(data.additions().doubts(), words));
  }

  /** The foot of a page, from 1. */
  Foot foot(String text, int page) {
    String left = figures.ofEdition(words.say(text, network.year(), words.method()).text());
    return Foot.of(data, words, mark(), left, Integer.toString(page));
  }

  FilledReport document(String file, String id, String title, JasperPrint print) {
    return new FilledReport(
        file,
        id,
        words.title(data, words.say(title, network.year())),
        words.say("report.subject", network.year()).text(),
        print);
  }
}
