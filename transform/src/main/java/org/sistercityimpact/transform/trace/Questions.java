package org.sistercityimpact.transform.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine;

/** Finds the figure that is meant, and tells what there is when there is no such figure. */
final class Questions {
  private static final int EXAMPLES = 5;

  private final SqlEngine engine;
  private final Map<String, SqlFile> metrics;

  Questions(SqlEngine engine, Map<String, SqlFile> metrics) {
    this.engine = engine;
    this.metrics = metrics;
  }

  Question ask(String metric, Level level, String key, Integer year) {
    if (!metrics.containsKey(metric)) {
      throw new ConfigurationException(
          "Cannot trace metric '%s': there is none of that name (close: %s; 'impact sql \"SELECT metric_id, title FROM metric_definitions\"' lists all)"
              .formatted(metric, String.join(", ", close(metric))));
    }
    String wantedKey = key == null ? "" : key;
    Level wantedLevel = level == null ? levelOf(metric, wantedKey) : level;
    requireLevel(metric, wantedLevel);
    if (wantedKey.isEmpty() != (wantedLevel == Level.NETWORK)) {
      throw new ConfigurationException(
          wantedKey.isEmpty()
              ? "Cannot trace metric '%s' at level '%s': which one? (name it with --key, such as %s)"
                  .formatted(metric, wantedLevel, examples(metric, wantedLevel, wantedKey))
              : "Cannot trace metric '%s' at level 'network' for key '%s': the network has no keys (leave out --key, or name the level of the key)"
                  .formatted(metric, wantedKey));
    }
    String where = where(metric, wantedLevel) + " AND key = " + DuckDb.literal(wantedKey);
    List<Long> years =
        Cells.of(engine, "SELECT DISTINCT data_year FROM %s ORDER BY data_year".formatted(where))
            .stream()
            .map(cells -> cells.number("data_year"))
            .toList();
    if (years.isEmpty()) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' at level '%s' for key '%s': there is no such figure (there are %s)"
              .formatted(metric, wantedLevel, wantedKey, examples(metric, wantedLevel, wantedKey)));
    }
    if (year != null && !years.contains(year.longValue())) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' of %s in year '%d': there is no such figure (years: %s)"
              .formatted(
                  metric,
                  wantedKey.isEmpty() ? "the network" : wantedKey,
                  year,
                  years.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return new Question(
        metric,
        wantedLevel,
        wantedKey,
        year == null ? years.get(years.size() - 1).intValue() : year);
  }

  private void requireLevel(String metric, Level level) {
    SqlFile file = metrics.get(metric);
    boolean peers = file.header().getOrDefault("peer", "no").equals("yes");
    List<Level> levels = new ArrayList<>(file.levels());
    if (peers) {
      levels.add(Level.PEER);
    }
    if (level == Level.ASSUMPTION) {
      requireMoved(metric);
      return;
    }
    if (!levels.contains(level)) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' at level '%s': it has none of that name (levels: %s)"
              .formatted(metric, level, listed(levels)));
    }
  }

  private void requireMoved(String metric) {
    List<String> moved =
        Cells.of(engine, "SELECT DISTINCT metric_id FROM sensitivity ORDER BY metric_id").stream()
            .map(cells -> cells.text("metric_id"))
            .toList();
    if (!moved.contains(metric)) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' with an assumption moved: it is not among the headlines of the sensitivity (those are %s)"
              .formatted(metric, String.join(", ", moved)));
    }
  }

  private static String listed(List<Level> levels) {
    return levels.stream().map(Level::id).collect(Collectors.joining(", "));
  }

  /** The level at which a metric has a key; a state and a country may have the same two letters. */
  private Level levelOf(String metric, String key) {
    if (key.isEmpty()) {
      return Level.NETWORK;
    }
    List<Level> levels =
        Cells.of(
                engine,
                "SELECT DISTINCT level FROM metrics WHERE metric_id = %s AND key = %s ORDER BY level"
                    .formatted(DuckDb.literal(metric), DuckDb.literal(key)))
            .stream()
            .map(cells -> Level.of(cells.text("level")))
            .toList();
    if (levels.size() != 1) {
      throw new ConfigurationException(
          levels.isEmpty()
              ? "Cannot trace metric '%s' for key '%s': no level has it (there are %s)"
                  .formatted(metric, key, examples(metric, null, key))
              : "Cannot trace metric '%s' for key '%s': more than one level has it (say which with --level: %s)"
                  .formatted(metric, key, listed(levels)));
    }
    return levels.get(0);
  }

  /** Keys that are like the one asked for, or the first ones. */
  private String examples(String metric, Level level, String like) {
    List<String> keys =
        Cells.of(
                engine, "SELECT DISTINCT key FROM %s AND key <> ''".formatted(where(metric, level)))
            .stream()
            .map(cells -> cells.text("key"))
            .toList();
    return keys.isEmpty()
        ? "none"
        : keys.stream()
            .sorted(
                Comparator.<String>comparingInt(k -> like.isEmpty() ? 0 : distance(k, like))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(EXAMPLES)
            .collect(Collectors.joining(", "));
  }

  private static String where(String metric, Level level) {
    if (level == Level.PEER) {
      return "(SELECT data_year, member_id AS key FROM peer_medians WHERE metric_id = %s) AS m WHERE 1 = 1"
          .formatted(DuckDb.literal(metric));
    }
    if (level == Level.ASSUMPTION) {
      return "(SELECT data_year, assumption AS key FROM sensitivity WHERE metric_id = %s) AS m WHERE 1 = 1"
          .formatted(DuckDb.literal(metric));
    }
    return "metrics WHERE metric_id = "
        + DuckDb.literal(metric)
        + (level == null ? "" : " AND level = " + DuckDb.literal(level.id()));
  }

  /** The name that is nearest, and others of which half the letters fit. */
  private List<String> close(String metric) {
    List<String> nearest =
        metrics.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(id -> distance(id, metric))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(EXAMPLES)
            .toList();
    return nearest.stream()
        .filter(id -> id.equals(nearest.get(0)) || distance(id, metric) <= metric.length() / 2)
        .toList();
  }

  /** Letters to change, add or leave out (Levenshtein); nothing when one holds the other. */
  private static int distance(String a, String b) {
    if (a.contains(b) || b.contains(a)) {
      return 0;
    }
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
