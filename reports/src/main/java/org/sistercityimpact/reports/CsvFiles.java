package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reports' tables as CSV, from the data that was read and in its full precision. */
final class CsvFiles {
  private static final List<String> METRICS =
      List.of(
          "metric_id",
          "title",
          "unit",
          "data_year",
          "key",
          "name",
          "low",
          "central",
          "high",
          "n",
          "status",
          "rows_not_computed");

  private final ReportData data;

  CsvFiles(ReportData data) {
    this.data = data;
  }

  /** The bytes of each file, by its path in the output folder. */
  Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("tables/network.csv", metrics("network", Map.of()));
    files.put("tables/states.csv", metrics("state", data.states()));
    files.put("tables/countries.csv", metrics("partner_country", data.countries()));
    files.put("tables/purposes.csv", metrics("purpose", Map.of()));
    files.put("tables/partnerships.csv", partnerships());
    files.put("tables/costs.csv", slices("cost", "funder", "cost_category", "amount_usd"));
    files.put("tables/trade.csv", slices("trade_stage", "stage", "evidence", "contacts"));
    files.put("tables/volunteers.csv", slices("volunteer_hours", "activity", "detail", "hours"));
    files.put("tables/members.csv", members());
    files.put("tables/parameters.csv", parameters());
    files.put("tables/missing_parameters.csv", missing());
    files.put("tables/definitions.csv", definitions());
    return files;
  }

  private byte[] metrics(String level, Map<String, String> names) {
    List<List<Object>> rows = new ArrayList<>();
    data.metrics().values().stream()
        .filter(m -> m.level().equals(level))
        .sorted(
            Comparator.comparing(Metric::id).thenComparing(Metric::year).thenComparing(Metric::key))
        .forEach(
            m -> {
              Definition d = data.definition(m.id());
              rows.add(
                  row(
                      m.id(),
                      d.title(),
                      d.unit(),
                      m.year(),
                      m.key(),
                      names.getOrDefault(m.key(), m.key()),
                      m.low(),
                      m.central(),
                      m.high(),
                      m.n(),
                      m.status().name().toLowerCase(java.util.Locale.ROOT),
                      m.notComputed()));
            });
    return CsvText.of(METRICS, rows);
  }

  private byte[] partnerships() {
    List<List<Object>> rows = new ArrayList<>();
    data.ties().values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Tie::id))
        .forEach(
            t -> {
              Metric active =
                  data.metrics()
                      .get(new Metric.Key("years_active_of_5", data.year(), "partnership", t.id()));
              rows.add(
                  row(
                      t.id(),
                      t.memberId(),
                      t.partner(),
                      t.localName(),
                      t.country(),
                      data.countries().getOrDefault(t.country(), t.country()),
                      t.established(),
                      t.status(),
                      t.ended(),
                      t.lastExchange() == null ? null : t.lastExchange().toString(),
                      active == null || active.central() == null ? null : active.central()));
            });
    return CsvText.of(
        List.of(
            "partnership_id",
            "member_id",
            "partner_name",
            "partner_local_name",
            "partner_country",
            "country_name",
            "established",
            "status",
            "ended",
            "last_exchange_date",
            "years_active_of_5"),
        rows);
  }

  /** Summed over all members: what stands in the national report. */
  private byte[] slices(String metric, String category, String detail, String amount) {
    Map<List<String>, BigDecimal> sums =
        new java.util.TreeMap<>(Comparator.comparing(List::toString));
    Map<List<String>, Long> counts = new LinkedHashMap<>();
    data.slices().stream()
        .filter(s -> s.metric().equals(metric))
        .forEach(
            s -> {
              List<String> key = List.of(s.category(), s.detail());
              sums.merge(key, s.central(), BigDecimal::add);
              counts.merge(key, s.rows(), Long::sum);
            });
    List<List<Object>> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(row(key.get(0), key.get(1), counts.get(key), sum)));
    return CsvText.of(List.of(category, detail, "rows", amount), rows);
  }

  private byte[] members() {
    List<String> head =
        new ArrayList<>(
            List.of("member_id", "name", "state", "population", "member_since", "expected"));
    Dataset.ALL.forEach(d -> head.add(d.id() + "_status"));
    List<List<Object>> rows = new ArrayList<>();
    for (Member m : data.members()) {
      List<Object> row =
          row(m.id(), m.name(), m.state(), m.population(), m.since(), m.expected() ? "yes" : "no");
      Dataset.ALL.forEach(d -> row.add(m.reporting().getOrDefault(d.id(), "silent")));
      rows.add(row);
    }
    return CsvText.of(head, rows);
  }

  private byte[] parameters() {
    return CsvText.of(
        List.of("name", "key", "low", "central", "high", "unit", "source", "confidence"),
        data.parameters().stream()
            .map(
                p ->
                    row(
                        p.name(),
                        p.key(),
                        p.low(),
                        p.central(),
                        p.high(),
                        p.unit(),
                        p.source(),
                        p.confidence()))
            .toList());
  }

  private byte[] missing() {
    return CsvText.of(
        List.of("parameter", "key", "dataset", "rows"),
        data.missing().stream()
            .map(m -> row(m.parameter(), m.key(), m.dataset(), m.rows()))
            .toList());
  }

  private byte[] definitions() {
    return CsvText.of(
        List.of("metric_id", "title", "unit", "goal", "formula", "sources"),
        data.definitions().values().stream()
            .map(d -> row(d.id(), d.title(), d.unit(), d.goal(), d.formula(), d.sources()))
            .toList());
  }

  private static List<Object> row(Object... cells) {
    return new ArrayList<>(java.util.Arrays.asList(cells));
  }
}
