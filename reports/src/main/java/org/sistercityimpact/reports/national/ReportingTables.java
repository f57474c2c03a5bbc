package org.sistercityimpact.reports.national;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Award;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Intake;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Numbers;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;

/** The rows of the tables that say who reported, what was found in the files, and who won. */
final class ReportingTables {
  private static final int FINDINGS = 12;

  private final ReportData data;
  private final Figures figures;
  private final Coverage coverage;
  private final Words words;
  private final Numbers numbers;

  ReportingTables(Figures figures, Coverage coverage) {
    this.figures = figures;
    this.data = figures.data();
    this.coverage = coverage;
    this.words = figures.words();
    this.numbers = figures.numbers();
  }

  /** Kinds of problems over all members, the most frequent first. */
  List<TableRow> findings() {
    Map<List<String>, Long> counts = new TreeMap<>(Comparator.comparing(List::toString));
    data.reporting().problems().values().stream()
        .flatMap(List::stream)
        .forEach(p -> counts.merge(List.of(p.code(), p.severity()), p.count(), Long::sum));
    List<Map.Entry<List<String>, Long>> sorted =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    List<TableRow> lines = new ArrayList<>();
    for (var kind : sorted.subList(0, Math.min(FINDINGS, sorted.size()))) {
      lines.add(
          TableRow.of(
              words.capitalName("finding", kind.getKey().get(0)),
              words.name("severity", kind.getKey().get(1)),
              numbers.count(kind.getValue())));
    }
    List<Map.Entry<List<String>, Long>> others = sorted.subList(lines.size(), sorted.size());
    if (!others.isEmpty()) {
      lines.add(
          TableRow.of(
              words.say("findings.others", others.size()),
              "",
              numbers.count(others.stream().mapToLong(Map.Entry::getValue).sum())));
    }
    return lines;
  }

  List<TableRow> coverage() {
    Map<String, List<Intake>> intakes =
        data.reporting().intakes().values().stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Intake::dataset));
    return Dataset.ALL.stream()
        .map(
            d -> {
              List<Intake> rows = intakes.getOrDefault(d.id(), List.of());
              return TableRow.of(
                  words.capitalName("dataset", d.id()),
                  numbers.count(coverage.members()),
                  status(d, "reported"),
                  status(d, "nothing_to_report"),
                  status(d, "unusable", "conflict", "empty"),
                  status(d, "silent"),
                  figures.network().central("coverage_" + d.id()),
                  numbers.count(rows.stream().mapToLong(Intake::read).sum()),
                  numbers.count(rows.stream().mapToLong(Intake::rejected).sum()));
            })
        .toList();
  }

  private String status(Dataset dataset, String... statuses) {
    return numbers.count(
        coverage.expected().stream()
            .filter(
                m -> List.of(statuses).contains(m.reporting().getOrDefault(dataset.id(), "silent")))
            .count());
  }

  List<TableRow> missing() {
    return data.method().missing().stream()
        .map(
            m ->
                TableRow.of(
                    words.name("parameter", m.parameter()),
                    words.name("parameter.key", m.key()),
                    words.name("dataset", m.dataset()),
                    numbers.count(m.rows())))
        .toList();
  }

  /** State by state, the members that reported every dataset; a line that says so if none did. */
  List<TableRow> complete() {
    Map<String, List<String>> names = new TreeMap<>(words.by(state -> state));
    byName()
        .filter(ReportingTables::reportedAll)
        .forEach(
            m ->
                names
                    .computeIfAbsent(figures.state(m.state()), s -> new ArrayList<>())
                    .add(m.name()));
    if (names.isEmpty()) {
      return List.of(TableRow.of(words.text("states.all"), words.text("members.none")));
    }
    return names.entrySet().stream()
        .map(state -> TableRow.of(state.getKey(), String.join(", ", state.getValue())))
        .toList();
  }

  /** The other members: name, state, and what came of each dataset. */
  List<TableRow> partly() {
    return byName()
        .filter(m -> !reportedAll(m))
        .map(
            m -> {
              List<Object> cells = new ArrayList<>(List.of(m.name(), figures.state(m.state())));
              Dataset.ALL.forEach(
                  d -> cells.add(reporting(m.reporting().getOrDefault(d.id(), "silent"))));
              return TableRow.of(cells.toArray());
            })
        .toList();
  }

  private Stream<Member> byName() {
    return data.network().members().stream()
        .sorted(words.by(Member::name).thenComparing(Member::id));
  }

  private static boolean reportedAll(Member member) {
    return Dataset.ALL.stream().allMatch(d -> "reported".equals(member.reporting().get(d.id())));
  }

  private String reporting(String status) {
    return words.name(
        "reporting", status.equals("conflict") || status.equals("empty") ? "unusable" : status);
  }

  private String holder(Award a) {
    return a.name() == null
        ? a.memberId()
        : words.say("brief.name", a.name(), figures.state(a.state())).text();
  }

  List<StoryBox> awards() {
    return data.network().awards().stream()
        .map(
            a ->
                StoryBox.ofAward(
                    a.memberId() == null
                        ? a.award()
                        : words.say("awards.of", a.award(), holder(a)).text(),
                    a.citation() == null ? "" : a.citation(),
                    a.photo(),
                    figures))
        .toList();
  }
}
