package org.sistercityimpact.transform;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.warehouse.DuckDb;

/** Tables of what the metrics' headers say, the only place where their definitions live. */
final class Definitions {
  /** What every metric's header says, and the table metric_definitions repeats. */
  private static final List<String> DEFINITION_KEYS =
      List.of("title", "unit", "goal", "formula", "sources", "levels", "datasets", "decimals");

  /**
   * What a metric's header may say besides, and what leaving it out means: no medians of peers.
   * Editions by the first rule of disclosure have two keys more, and are rebuilt as they were.
   */
  private static final SortedMap<String, String> OPTIONAL_KEYS =
      new TreeMap<>(Map.of("counts", "rows", "peer", "no"));

  /** Editions of before metrics said what their n counts are rebuilt as they were. */
  private static final SortedMap<String, String> KEYS_WITHOUT_COUNTS =
      new TreeMap<>(Map.of("peer", "no"));

  private static final SortedMap<String, String> KEYS_OF_RULE_1 =
      new TreeMap<>(Map.of("peer", "no", "people", "", "people_years", "1"));

  private Definitions() {}

  /** The SELECT of {@code metric_definitions}: one row a metric. */
  static String definitions(List<SqlFile> metrics) {
    boolean ofRule1 = metrics.stream().anyMatch(metric -> metric.header().containsKey("people"));
    boolean sayCounts = metrics.stream().anyMatch(metric -> metric.header().containsKey("counts"));
    SortedMap<String, String> optional =
        ofRule1 ? KEYS_OF_RULE_1 : sayCounts ? OPTIONAL_KEYS : KEYS_WITHOUT_COUNTS;
    String names =
        "metric_id, "
            + String.join(", ", DEFINITION_KEYS)
            + ", "
            + String.join(", ", optional.keySet());
    String values =
        metrics.stream()
            .map(
                metric ->
                    Stream.of(
                            Stream.of(metric.name()),
                            DEFINITION_KEYS.stream().map(metric::require),
                            optional.entrySet().stream()
                                .map(k -> metric.header().getOrDefault(k.getKey(), k.getValue())))
                        .flatMap(cells -> cells)
                        .map(DuckDb::literal)
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(",\n"));
    return table(names, values);
  }

  /**
   * The SELECT of {@code metric_wordings}: titles and formulas in other languages, {@code title_es}
   * and {@code formula_es} of a header.
   */
  static String wordings(List<SqlFile> metrics) {
    String values =
        metrics.stream()
            .flatMap(
                metric ->
                    metric.header().keySet().stream()
                        .filter(key -> key.startsWith("title_"))
                        .map(key -> key.substring("title_".length()))
                        .sorted()
                        .map(
                            language ->
                                Stream.of(
                                        metric.name(),
                                        language,
                                        metric.require("title_" + language),
                                        metric.require("formula_" + language))
                                    .map(DuckDb::literal)
                                    .collect(Collectors.joining(", ", "(", ")"))))
            .collect(Collectors.joining(",\n"));
    return table("metric_id, language, title, formula", values);
  }

  private static String table(String names, String values) {
    return values.isEmpty()
        ? "SELECT "
            + Stream.of(names.split(", "))
                .map(name -> "CAST(NULL AS VARCHAR) AS " + name)
                .collect(Collectors.joining(", "))
            + " WHERE 1 = 0"
        : "SELECT " + names + " FROM (VALUES " + values + ") AS t(" + names + ")";
  }
}
