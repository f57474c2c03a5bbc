package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The rows of the tables that say who reported, what was found in the files, and who won. */
final class ReportingTables {
  private static final int FINDINGS = 12;

  private final ReportData data;
  private final Figures figures;
  private final Coverage coverage;

  ReportingTables(Figures figures, Coverage coverage) {
    this.figures = figures;
    this.data = figures.data();
    this.coverage = coverage;
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
              "%s other kinds".formatted(others.size()),
              "",
              Figures.count(others.stream().mapToLong(Map.Entry::getValue).sum())));
    }
    return lines;
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
      case "not_expected" -> "not due";
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
}
