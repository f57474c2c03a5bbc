package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;

/** One statement a table, for all members at once: the engine is no store for point queries. */
final class WarehouseReader {
  private static final int TREND_YEARS = 5;

  private final SqlEngine engine;
  private final int year;
  private final Typography typography = new Typography();

  WarehouseReader(SqlEngine engine, int year) {
    this.engine = engine;
    this.year = year;
  }

  ReportData read() {
    List<Integer> years = years();
    Map<Metric.Key, Metric> metrics = metrics();
    peerMedians(metrics);
    return new ReportData(
        year,
        years,
        metrics,
        definitions(),
        members(),
        ties(),
        slices(),
        intakes(),
        problems(),
        eventsWithoutGuests(),
        budgetYears(),
        missing(),
        parameters(),
        awards(),
        names("countries"),
        names("states"),
        Optional.empty(),
        Optional.empty());
  }

  private List<Integer> years() {
    List<Integer> all =
        list("SELECT DISTINCT data_year FROM metrics ORDER BY data_year", r -> r.integer(0));
    if (!all.contains(year)) {
      throw new ConfigurationException(
          "Cannot report year '%d': the warehouse has no data for it (%s)"
              .formatted(
                  year,
                  all.isEmpty()
                      ? "run 'impact ingest' and 'impact transform' first"
                      : "choose one of "
                          + all.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return all.stream().filter(y -> y <= year && y > year - TREND_YEARS).toList();
  }

  /** Five years of what the national report draws, two of members, one of partnerships. */
  private Map<Metric.Key, Metric> metrics() {
    Map<Metric.Key, Metric> metrics = new HashMap<>(1 << 16);
    each(
        """
        SELECT metric_id, data_year, level, COALESCE(key, ''), low, central, high, n, status, rows_not_computed
        FROM metrics
        WHERE (level = 'network' AND data_year BETWEEN %1$d - 4 AND %1$d)
           OR (level IN ('state', 'partner_country', 'purpose') AND data_year = %1$d)
           OR (level = 'member' AND data_year BETWEEN %1$d - 4 AND %1$d)
           OR (level = 'partnership' AND data_year = %1$d
               AND metric_id IN ('years_active_of_5', 'exchanges_in', 'exchanges_out', 'people_in', 'people_out'))
        """
            .formatted(year),
        r ->
            put(
                metrics,
                new Metric(
                    r.text(0),
                    r.integer(1),
                    r.text(2),
                    r.text(3),
                    r.decimal(4),
                    r.decimal(5),
                    r.decimal(6),
                    r.count(7),
                    Status.of(r.text(8)),
                    r.count(9))));
    return metrics;
  }

  private void peerMedians(Map<Metric.Key, Metric> metrics) {
    each(
        "SELECT metric_id, member_id, median, peers FROM peer_medians WHERE data_year = " + year,
        r ->
            put(
                metrics,
                new Metric(
                    r.text(0),
                    year,
                    "peer",
                    r.text(1),
                    r.decimal(2),
                    r.decimal(2),
                    r.decimal(2),
                    r.count(3),
                    Status.VALUE,
                    0)));
  }

  private static void put(Map<Metric.Key, Metric> metrics, Metric m) {
    metrics.put(new Metric.Key(m.id(), m.year(), m.level(), m.key()), m);
  }

  private Map<String, Definition> definitions() {
    Map<String, Definition> definitions = new LinkedHashMap<>();
    each(
        "SELECT metric_id, title, unit, goal, formula, sources, datasets, decimals FROM metric_definitions ORDER BY metric_id",
        r ->
            definitions.put(
                r.text(0),
                new Definition(
                    r.text(0),
                    r.text(1),
                    r.text(2),
                    r.text(3),
                    r.text(4),
                    r.text(5),
                    Set.of(r.text(6).trim().split("[,;\\s]+")),
                    Integer.parseInt(r.text(7).trim()))));
    return definitions;
  }

  private List<Member> members() {
    Map<String, Map<String, String>> reporting = new HashMap<>();
    each(
        "SELECT member_id, dataset, status FROM member_status WHERE data_year = %d ORDER BY member_id, dataset"
            .formatted(year),
        r ->
            reporting
                .computeIfAbsent(r.text(0), m -> new LinkedHashMap<>())
                .put(r.text(1), r.text(2)));
    return list(
        """
        SELECT m.member_id, m.name, m.state, m.jurisdiction_type, y.population, m.member_since, y.expected
        FROM member_years AS y
        JOIN members AS m ON m.member_id = y.member_id
        WHERE y.data_year = %d
        ORDER BY m.member_id
        """
            .formatted(year),
        r ->
            new Member(
                r.text(0),
                typography.legible(r.text(1)),
                r.text(2),
                r.text(3),
                r.wholeOrNull(4),
                r.wholeOrNull(5),
                r.yes(6),
                reporting.getOrDefault(r.text(0), Map.of())));
  }

  private Map<String, List<Tie>> ties() {
    return list(
            """
            SELECT p.partnership_id, p.member_id, p.partner_name, p.partner_local_name, p.partner_country,
                   p.established, p.status, p.ended, e.last_exchange
            FROM partnerships AS p
            LEFT JOIN (
              SELECT partnership_id, MAX(start_date) AS last_exchange
              FROM exchanges WHERE data_year <= %d GROUP BY partnership_id
            ) AS e ON e.partnership_id = p.partnership_id
            ORDER BY p.member_id, p.partner_name, p.partnership_id
            """
                .formatted(year),
            r ->
                new Tie(
                    r.text(0),
                    r.text(1),
                    typography.legible(r.text(2)),
                    typography.legibleOrNull(r.text(3)),
                    r.text(4),
                    r.wholeOrNull(5),
                    r.text(6),
                    r.wholeOrNull(7),
                    r.date(8)))
        .stream()
        .collect(Collectors.groupingBy(Tie::memberId));
  }

  private List<Slice> slices() {
    return list(
        """
        SELECT metric_id, member_id, COALESCE(category, ''), COALESCE(detail, ''), COUNT(*), SUM(central)
        FROM contributions
        WHERE data_year = %1$d AND metric_id IN ('cost', 'trade_stage', 'volunteer_hours')
        GROUP BY metric_id, member_id, COALESCE(category, ''), COALESCE(detail, '')
        UNION ALL
        SELECT metric_id, member_id, purpose, COALESCE(direction, ''), COUNT(*), SUM(central)
        FROM contributions
        WHERE data_year = %1$d AND metric_id = 'people'
        GROUP BY metric_id, member_id, purpose, COALESCE(direction, '')
        ORDER BY 1, 2, 3, 4
        """
            .formatted(year),
        r -> new Slice(r.text(0), r.text(1), r.text(2), r.text(3), r.count(4), r.decimalOrZero(5)));
  }

  private Map<String, List<Intake>> intakes() {
    return list(
            """
            SELECT member_id, dataset, CAST(SUM(rows_read) AS BIGINT), CAST(SUM(rows_accepted) AS BIGINT),
                   CAST(SUM(rows_rejected) AS BIGINT), CAST(SUM(rows_duplicate) AS BIGINT)
            FROM submissions
            WHERE data_year = %d AND member_id IS NOT NULL AND dataset IS NOT NULL AND status <> 'superseded'
            GROUP BY member_id, dataset ORDER BY member_id, dataset
            """
                .formatted(year),
            r -> new Intake(r.text(0), r.text(1), r.count(2), r.count(3), r.count(4), r.count(5)))
        .stream()
        .collect(Collectors.groupingBy(Intake::memberId));
  }

  private Map<String, List<ProblemCount>> problems() {
    return list(
            """
            SELECT s.member_id, p.code, p.severity, COUNT(*)
            FROM problems AS p
            JOIN submissions AS s ON s.submission_id = p.submission_id
            WHERE s.data_year = %d AND s.member_id IS NOT NULL AND s.status <> 'superseded'
            GROUP BY s.member_id, p.code, p.severity
            ORDER BY s.member_id, 4 DESC, p.code, p.severity
            """
                .formatted(year),
            r -> new ProblemCount(r.text(0), r.text(1), r.text(2), r.count(3)))
        .stream()
        .collect(Collectors.groupingBy(ProblemCount::memberId));
  }

  private Map<String, Long> eventsWithoutGuests() {
    Map<String, Long> events = new HashMap<>();
    each(
        "SELECT member_id, without_nonlocal FROM event_gaps WHERE data_year = %d AND without_nonlocal > 0"
            .formatted(year),
        r -> events.put(r.text(0), r.count(1)));
    return events;
  }

  private Map<String, List<LocalDate>> budgetYears() {
    Map<String, List<LocalDate>> ends = new HashMap<>();
    each(
        "SELECT member_id, period_end FROM budget_periods WHERE data_year = %d AND NOT calendar_year ORDER BY member_id, period_end"
            .formatted(year),
        r -> ends.computeIfAbsent(r.text(0), m -> new ArrayList<>()).add(r.date(1)));
    return ends;
  }

  private List<MissingParameter> missing() {
    return list(
        "SELECT parameter, key, dataset, rows FROM missing_parameters WHERE data_year = %d ORDER BY parameter, key, dataset"
            .formatted(year),
        r -> new MissingParameter(r.text(0), typography.legible(r.text(1)), r.text(2), r.count(3)));
  }

  /**
   * Those that the year's numbers may rest on: keys that are no year, keys of this year ({@code
   * 2025}, {@code JPY:2025}), the year that prices are counted from, and per diem rates in force on
   * any day of the year.
   */
  private List<Parameter> parameters() {
    String ofYear = "(?:[A-Z]{3}:)?" + year;
    List<Parameter> used = new ArrayList<>();
    each(
        """
        SELECT name, COALESCE(key, ''), low, central, high, unit, source, confidence,
               valid_from IS NOT NULL OR valid_to IS NOT NULL,
               (valid_from IS NULL OR valid_from <= DATE '%1$d-12-31')
                 AND (valid_to IS NULL OR valid_to >= DATE '%1$d-01-01')
        FROM parameters
        ORDER BY name, band_from, valid_from, key
        """
            .formatted(year),
        r -> {
          String name = r.text(0);
          String key = r.text(1);
          boolean base =
              name.equals("event_spend_base_usd") || name.equals("cpi_u") && key.equals("2022");
          boolean timeless = !key.matches("(?:[A-Z]{3}:)?\\d{4}");
          if (r.yes(8) ? r.yes(9) : timeless || base || key.matches(ofYear)) {
            used.add(
                new Parameter(
                    name,
                    key,
                    r.decimal(2),
                    r.decimal(3),
                    r.decimal(4),
                    r.text(5),
                    r.text(6),
                    r.text(7)));
          }
        });
    return List.copyOf(used);
  }

  private List<Award> awards() {
    return list(
        "SELECT award, member_id, citation FROM awards WHERE data_year = %d ORDER BY award, member_id"
            .formatted(year),
        r -> new Award(typography.legible(r.text(0)), r.text(1), typography.legible(r.text(2))));
  }

  private Map<String, String> names(String table) {
    Map<String, String> names = new TreeMap<>();
    each("SELECT code, name FROM " + table, r -> names.put(r.text(0), r.text(1)));
    return names;
  }

  private <T> List<T> list(String select, Function<Row, T> shape) {
    List<T> found = new ArrayList<>();
    each(select, r -> found.add(shape.apply(r)));
    return List.copyOf(found);
  }

  private void each(String select, Consumer<Row> taker) {
    Rows rows = engine.read(select);
    rows.values().forEach(values -> taker.accept(new Row(values)));
  }

  private record Row(Object[] values) {
    String text(int i) {
      return (String) values[i];
    }

    boolean yes(int i) {
      return Boolean.TRUE.equals(values[i]);
    }

    int integer(int i) {
      return ((Number) values[i]).intValue();
    }

    long count(int i) {
      return values[i] == null ? 0 : ((Number) values[i]).longValue();
    }

    Long wholeOrNull(int i) {
      return values[i] == null ? null : ((Number) values[i]).longValue();
    }

    BigDecimal decimal(int i) {
      return (BigDecimal) values[i];
    }

    BigDecimal decimalOrZero(int i) {
      return values[i] == null ? BigDecimal.ZERO : (BigDecimal) values[i];
    }

    LocalDate date(int i) {
      return (LocalDate) values[i];
    }
  }
}
