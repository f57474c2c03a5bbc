package org.sistercityimpact.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The national report: its sections, in the order in which they are read. */
final class National {
  private final ReportData data;
  private final Figures figures;
  private final Templates templates;
  private final Scope network;
  private final Coverage coverage;
  private final Words words = new Words();

  National(ReportData data, Templates templates) {
    this.data = data;
    this.figures = new Figures(data);
    this.templates = templates;
    this.network = figures.network();
    this.coverage = new Coverage(data);
  }

  Document document() {
    Pages pages = new Pages(templates);
    for (Section section : sections()) {
      pages.add(section.template(), templates.fill(section));
    }
    String left =
        "Sister City Impact Report %d  ·  impact method %s"
            .formatted(data.year(), ReportData.METHOD_VERSION);
    return new Document(
        "national-%d.pdf".formatted(data.year()),
        "national",
        "Sister City Impact Report " + data.year(),
        "What the sister cities of the network did, received and spent in " + data.year(),
        pages.print(
            "national",
            page ->
                page == 1
                    ? null
                    : new Foot(left, data.notice().orElse(""), Integer.toString(page))));
  }

  private List<Section> sections() {
    return List.of(
        section(
            "cover",
            Map.of(
                "year",
                Integer.toString(data.year()),
                "notice",
                data.notice().orElse(""),
                "art",
                new CoverArt())),
        section("impact", Map.of("chart", coverageChart())));
  }

  private Section section(String template, Map<String, Object> more) {
    return section(template, more, List.of());
  }

  private Section section(String template, Map<String, Object> more, List<?> rows) {
    Map<String, Object> parameters = new LinkedHashMap<>(more);
    parameters.put("network", network);
    parameters.put("coverage", coverage);
    parameters.put("words", words);
    return new Section(template, parameters, rows);
  }

  private Chart coverageChart() {
    return new BarChart(
        figures,
        List.of("members"),
        Dataset.ALL.stream()
            .filter(d -> !Set.of(Dataset.SURVEYS).contains(d))
            .map(d -> new BarChart.Row(d.words(), List.of(network.cell("coverage_" + d.id()))))
            .toList());
  }
}
