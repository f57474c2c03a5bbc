package org.sistercityimpact.reports.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Definition;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.text.Words;

/**
 * A table of metrics with a row a place and year and a column a metric, an estimate's low and high
 * beside its central case. A cell without a number is empty; the long form says why.
 */
final class WideTable {
  private static final String LOW = "_low";
  private static final String HIGH = "_high";

  private WideTable() {}

  /** The wide form of a long table of metrics; empty for a table of anything else. */
  static Optional<Table> of(Table table, ReportData data, Words words) {
    if (!table.columns().containsAll(List.of("metric_id", "data_year", "key", "name", "central"))) {
      return Optional.empty();
    }
    int metric = table.columns().indexOf("metric_id");
    List<String> columns = new ArrayList<>(List.of("data_year", "key", "name"));
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (Object id :
        table.rows().stream()
            .map(row -> row.get(metric))
            .collect(Collectors.toCollection(TreeSet::new))) {
      Definition definition = data.definition((String) id);
      String title = definition.in(words.language()).title();
      add(columns, titles, units, (String) id, title, definition);
      if (definition.estimate()) {
        add(columns, titles, units, id + LOW, words.say("trend.low", title).text(), definition);
        add(columns, titles, units, id + HIGH, words.say("trend.high", title).text(), definition);
      }
    }
    return Optional.of(
        new Table(table.file() + "_wide", columns, rows(table, columns), titles, units));
  }

  private static void add(
      List<String> columns,
      Map<String, String> titles,
      Map<String, String> units,
      String name,
      String title,
      Definition definition) {
    columns.add(name);
    titles.put(name, title);
    units.put(name, definition.unit());
  }

  private static List<List<Object>> rows(Table table, List<String> columns) {
    Map<String, Integer> places = new LinkedHashMap<>();
    columns.forEach(column -> places.put(column, places.size()));
    Map<List<Object>, List<Object>> rows = new LinkedHashMap<>();
    for (List<Object> cells : table.rows()) {
      Map<String, Object> named = named(table, cells);
      List<Object> place = List.of(named.get("data_year"), named.get("key"), named.get("name"));
      List<Object> row =
          rows.computeIfAbsent(
              place,
              p -> {
                List<Object> empty = new ArrayList<>(p);
                columns.stream().skip(p.size()).forEach(column -> empty.add(null));
                return empty;
              });
      String id = (String) named.get("metric_id");
      row.set(places.get(id), named.get("central"));
      if (places.containsKey(id + LOW)) {
        row.set(places.get(id + LOW), named.get("low"));
        row.set(places.get(id + HIGH), named.get("high"));
      }
    }
    return rows.entrySet().stream()
        .sorted(
            java.util.Comparator.comparing(
                    (Map.Entry<List<Object>, List<Object>> e) -> e.getKey().get(0).toString())
                .thenComparing(e -> e.getKey().get(1).toString()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<String, Object> named(Table table, List<Object> cells) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int c = 0; c < cells.size(); c++) {
      named.put(table.columns().get(c), cells.get(c));
    }
    return named;
  }
}
