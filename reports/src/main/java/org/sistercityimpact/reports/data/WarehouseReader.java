package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine;

/** One statement a table, for all members at once: the engine is no store for point queries. */
final class WarehouseReader {
  private static final int TREND_YEARS = 5;

  private final TableReader tables;
  private final int year;
  private final Form form;
  private final Set<ReportKind> kinds;

  WarehouseReader(SqlEngine engine, int year, Form form, Set<ReportKind> kinds) {
    this.tables = new TableReader(engine);
    this.year = year;
    this.form = form;
    this.kinds = kinds;
  }

  ReportData read() {
    List<Integer> years = years();
    Map<Level, Map<Metric.Key, Metric>> metrics = metrics();
    RegistryReader registry = new RegistryReader(tables, year, form);
    ActivityReader activity = new ActivityReader(tables, year, form);
    ReceivedReader received = new ReceivedReader(tables, year);
    return new ReportData(
        year,
        form,
        years,
        new Results(
            metrics,
            activity.slices(kinds.contains(ReportKind.CITY)),
            activity.sensitivity(),
            kinds.contains(ReportKind.NATIONAL) ? steady(years) : Map.of()),
        new Method(definitions(), activity.parameters(), activity.missing()),
        new Network(
            registry.members(),
            registry.ties(),
            registry.awards(),
            registry.stories(),
            registry.names("countries"),
            registry.names("states"),
            registry.registered(),
            Office.read(tables, year),
            CouncilNote.read(tables, year)),
        new Reporting(
            activity.intakes(),
            activity.problems(),
            kinds.contains(ReportKind.LETTER) ? received.received() : Map.of(),
            received.due(),
            activity.eventsWithoutGuests(),
            activity.budgetYears(),
            activity.heldBack(),
            activity.heldRows()),
        Additions.NONE);
  }

  private List<Integer> years() {
    List<Integer> all =
        tables.list(
            "SELECT DISTINCT data_year FROM published_metrics ORDER BY data_year",
            r -> r.integer(0));
    if (!all.contains(year)) {
      throw new ConfigurationException(
          "Cannot report year '%s': the warehouse has no data for it (%s)"
              .formatted(
                  year,
                  all.isEmpty()
                      ? "run 'impact ingest' and 'impact transform' first"
                      : "choose one of "
                          + all.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return all.stream().filter(y -> y <= year && y > year - TREND_YEARS).toList();
  }

  /**
   * Five years of what the reports draw; two of members' other metrics, with the medians of their
   * peers; of ties what a brief's table holds; for a state's page no more of a member than its row
   * and the rates say, since reading all was a fifth of the wait for fifty pages.
   */
  private Map<Level, Map<Metric.Key, Metric>> metrics() {
    Map<Level, Map<Metric.Key, Metric>> metrics = new HashMap<>();
    tables.each(
        """
        SELECT metric_id, data_year, level, COALESCE(key, ''), low, central, high, n, status, rows_not_computed
        FROM %2$s
        WHERE (%3$s AND level = 'network' AND data_year BETWEEN %1$s - 4 AND %1$s)
           OR (%3$s AND level IN ('state', 'partner_country', 'purpose') AND data_year = %1$s)
           OR (%5$s AND level = 'state' AND data_year BETWEEN %1$s - 1 AND %1$s)
           OR (%5$s AND level = 'member' AND data_year = %1$s
               AND metric_id IN ('people_in', 'people_out', 'people_virtual', 'volunteer_hours', 'partnerships_active', 'attendance', 'cost_total',
                 'visitor_spend_direct', 'event_spend_direct'))
           OR (%4$s AND level = 'member' AND data_year BETWEEN %1$s - 1 AND %1$s)
           OR (%4$s AND level = 'member' AND data_year BETWEEN %1$s - 4 AND %1$s
               AND metric_id IN ('people_in', 'people_out', 'attendance', 'volunteer_hours', 'cost_city'))
           OR (level = 'partnership' AND data_year = %1$s
               AND metric_id IN ('years_active_of_5', 'people_in', 'people_out', 'dormant_24'))
        """
            .formatted(
                year,
                figures(),
                kinds.contains(ReportKind.NATIONAL),
                kinds.contains(ReportKind.CITY),
                kinds.contains(ReportKind.STATE)),
        r ->
            put(
                metrics,
                new Metric(
                    new Metric.Key(r.text(0), r.integer(1), Level.of(r.text(2)), r.text(3)),
                    new Amount(r.decimal(4), r.decimal(5), r.decimal(6)),
                    r.count(7),
                    MetricStatus.of(r.text(8)),
                    r.count(9))));
    if (kinds.contains(ReportKind.CITY)) {
      peerMedians(metrics);
    }
    return metrics;
  }

  /**
   * The published figures; for an internal copy the exact ones, which are a city's own: what it
   * holds back is added to sums.
   */
  private String figures() {
    if (form == Form.PUBLISHED || !tables.has("held_back_sums", "central")) {
      return form.metrics();
    }
    return """
        (
          SELECT
            m.metric_id, m.data_year, m.level, m.key,
            CASE WHEN h.central IS NULL THEN m.low ELSE COALESCE(m.low, 0) + h.low END AS low,
            CASE WHEN h.central IS NULL THEN m.central ELSE COALESCE(m.central, 0) + h.central END AS central,
            CASE WHEN h.central IS NULL THEN m.high ELSE COALESCE(m.high, 0) + h.high END AS high,
            m.n + COALESCE(h.n, 0) AS n,
            CASE WHEN h.central IS NULL THEN m.status ELSE 'value' END AS status,
            m.rows_not_computed + COALESCE(h.rows_not_computed, 0) AS rows_not_computed
          FROM metrics AS m
          LEFT JOIN held_back_sums AS h
            ON h.metric_id = m.metric_id AND h.data_year = m.data_year AND m.level = 'member' AND h.member_id = m.key
        ) AS m""";
  }

  private void peerMedians(Map<Level, Map<Metric.Key, Metric>> metrics) {
    tables.each(
        "SELECT metric_id, member_id, median, peers, status FROM published_peer_medians WHERE"
            + " data_year = "
            + year,
        r ->
            put(
                metrics,
                new Metric(
                    new Metric.Key(r.text(0), year, Level.PEER, r.text(1)),
                    new Amount(r.decimal(2), r.decimal(2), r.decimal(2)),
                    r.count(3),
                    MetricStatus.of(r.text(4)),
                    0)));
  }

  /** What members with a number in every year add up to, of the measures that have small charts. */
  private Map<String, Steady> steady(List<Integer> years) {
    Map<String, Map<Integer, BigDecimal>> sums = new HashMap<>();
    Map<String, Long> members = new HashMap<>();
    tables.each(
        """
        WITH numbers AS (
          SELECT metric_id, key, data_year, central, COUNT(*) OVER (PARTITION BY metric_id, key) AS years
          FROM published_metrics
          WHERE level = 'member' AND data_year BETWEEN %1$s AND %2$s AND status = 'value'
            AND metric_id IN (%3$s)
        )
        SELECT metric_id, data_year, CAST(SUM(central) AS DECIMAL(28,6)), COUNT(*)
        FROM numbers WHERE years = %4$s GROUP BY metric_id, data_year
        """
            .formatted(
                years.get(0),
                year,
                Steady.METRICS.stream().map(DuckDb::literal).collect(Collectors.joining(", ")),
                years.size()),
        r -> {
          sums.computeIfAbsent(r.text(0), m -> new HashMap<>()).put(r.integer(1), r.decimal(2));
          members.put(r.text(0), r.count(3));
        });
    Map<String, Steady> steady = new HashMap<>();
    sums.forEach((metric, byYear) -> steady.put(metric, new Steady(members.get(metric), byYear)));
    return steady;
  }

  private static void put(Map<Level, Map<Metric.Key, Metric>> metrics, Metric m) {
    metrics.computeIfAbsent(m.level(), level -> new LinkedHashMap<>()).put(m.place(), m);
  }

  private Map<String, Definition> definitions() {
    Map<String, Map<String, Definition.Wording>> wordings = new HashMap<>();
    tables.each(
        "SELECT metric_id, language, title, formula FROM metric_wordings ORDER BY metric_id,"
            + " language",
        r ->
            wordings
                .computeIfAbsent(r.text(0), id -> new HashMap<>())
                .put(r.text(1), new Definition.Wording(r.text(2), r.text(3))));
    // Of the whole warehouse, so that a metric is printed alike whatever else is.
    Set<String> ranges =
        Set.copyOf(
            tables.list(
                "SELECT DISTINCT metric_id FROM published_metrics WHERE low <> high",
                r -> r.text(0)));
    Map<String, Definition> definitions = new LinkedHashMap<>();
    tables.each(
        "SELECT metric_id, title, unit, goal, formula, sources, datasets, decimals FROM"
            + " metric_definitions ORDER BY metric_id",
        r ->
            definitions.put(
                r.text(0),
                new Definition(
                    r.text(0),
                    new Definition.Wording(r.text(1), r.text(4)),
                    r.text(2),
                    r.text(3),
                    r.text(5),
                    Set.of(r.text(6).trim().split("[,;\\s]+")),
                    Integer.parseInt(r.text(7).trim()),
                    ranges.contains(r.text(0)) && Definition.isMoney(r.text(2)),
                    wordings.getOrDefault(r.text(0), Map.of()))));
    return definitions;
  }
}
