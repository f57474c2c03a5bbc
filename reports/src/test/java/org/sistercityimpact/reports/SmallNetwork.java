package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.duckdb.DuckDBAppender;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.national.National;
import org.sistercityimpact.reports.national.NationalAnnex;
import org.sistercityimpact.reports.national.NationalSections;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * An engine that holds the tables which the reports read, filled with invented numbers of every
 * kind: for layout and wording. Whether numbers are right is tested where they are computed.
 */
public final class SmallNetwork {
  public static final int YEAR = 2025;

  private static final List<String> STATES = List.of("TX", "OH", "CA", "WA", "FL", "NY", "CO");
  private static final List<String> COUNTRIES =
      List.of("DE", "JP", "CN", "UA", "GR", "EG", "MX", "FR", "BR", "GH", "TW", "IE");
  private static final List<String> LOCAL =
      List.of("Trier", "郡山市", "北京市", "Львів", "Αθήνα", "القاهرة", "Guadalajara", "Saint-Étienne");
  private static final List<String> PURPOSES =
      List.of(
          "cultural",
          "educational",
          "municipal",
          "business",
          "professional",
          "technical",
          "youth",
          "humanitarian",
          "sports");
  private static final List<String> COUNTS =
      List.of(
          "exchanges_in",
          "exchanges_out",
          "exchanges_virtual",
          "people_in",
          "people_out",
          "people_virtual",
          "person_nights_in",
          "person_nights_out",
          "youth",
          "officials",
          "first_time",
          "events",
          "attendance",
          "trade_leads",
          "trade_meetings",
          "trade_agreements",
          "trade_deals",
          "partnerships_active",
          "partnerships_new",
          "partnerships_ended",
          "countries",
          "dormant_24",
          "dormant_60",
          "mutual_partnerships",
          "breadth",
          "years_active_of_5",
          "volunteers",
          "collaborating_organizations");
  private static final List<String> DOLLARS =
      List.of(
          "visitor_spend_gross",
          "visitor_spend_new",
          "visitor_spend_direct",
          "visitor_spend_indirect",
          "visitor_spend_induced",
          "event_spend_direct",
          "event_spend_indirect",
          "event_spend_induced",
          "economic_output",
          "local_tax",
          "volunteer_value",
          "net_direct",
          "visitor_dollars_per_city_dollar");
  private static final List<String> EXACT_DOLLARS =
      List.of(
          "trade_value_reported",
          "trade_value_attributed",
          "cost_total",
          "cost_city",
          "cost_private",
          "cost_grant",
          "cost_in_kind",
          "cost_per_participant",
          "other_funds_per_city_dollar");
  private static final List<String> SHARES =
      List.of(
          "youth_share",
          "officials_share",
          "first_time_share",
          "homestay_night_share",
          "coverage_exchanges",
          "coverage_events",
          "coverage_trade_contacts",
          "coverage_volunteer_hours",
          "coverage_budgets",
          "coverage_surveys",
          "rejected_share");
  private static final List<String> RATIOS = List.of("reciprocity_people", "reciprocity_nights");

  private final DuckDb engine = DuckDb.open(null, "512MB");
  private final Random random = new Random(7);
  private final int members;

  private SmallNetwork(int members) {
    this.members = members;
  }

  /** Takes the number of members; the first is a council's usual case, the others vary. */
  public static DuckDb of(int members) {
    SmallNetwork network = new SmallNetwork(members);
    network.build();
    return network.engine;
  }

  static String member(int i) {
    return "US-%s-city-%02d".formatted(STATES.get(i % STATES.size()), i);
  }

  private void build() {
    definitions();
    registry();
    metrics();
    rest();
  }

  private void definitions() {
    List<String> rows = new ArrayList<>();
    COUNTS.forEach(id -> rows.add(definition(id, "count", 0)));
    DOLLARS.forEach(id -> rows.add(definition(id, "USD", 2)));
    EXACT_DOLLARS.forEach(id -> rows.add(definition(id, "USD", 2)));
    SHARES.forEach(id -> rows.add(definition(id, "ratio, 0 to 1", 4)));
    RATIOS.forEach(id -> rows.add(definition(id, "ratio, 0 to 1", 4)));
    rows.add(definition("volunteer_hours", "hours", 2));
    table(
        "metric_definitions",
        "metric_id, title, unit, goal, formula, sources, levels, datasets, decimals",
        rows);
    table(
        "metric_wordings",
        "metric_id, language, title, formula",
        List.of("('people_in', 'es', 'Visitantes recibidos', 'personas recibidas')"));
  }

  private static String definition(String id, String unit, int decimals) {
    String title = id.replace('_', ' ');
    return "('%s', '%s', '%s', 'trust', 'sum of %s over the rows of the year', 'METHOD 4', 'network', 'exchanges', '%d')"
        .formatted(
            id, title.substring(0, 1).toUpperCase() + title.substring(1), unit, title, decimals);
  }

  private void registry() {
    List<String> rows = new ArrayList<>();
    List<String> years = new ArrayList<>();
    List<String> ties = new ArrayList<>();
    List<String> status = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      String id = member(i);
      rows.add(
          "('%s', 'City %02d', '%s', 'city', %d, CAST(%d AS DECIMAL(9,6)), CAST(%d AS DECIMAL(9,6)))"
              .formatted(
                  id, i, STATES.get(i % STATES.size()), 1956 + i, 30 + i % 15, -75 - i % 45));
      years.add("(2025, '%s', %d, 'under_25k', TRUE)".formatted(id, 20000 + i * 37511));
      int number = i == 3 ? 30 : i == 4 ? 66 : 1 + i % 7;
      for (int t = 0; t < number; t++) {
        ties.add(
            "('%s~P%d', '%s', 'Partner %d', '%s', '%s', %d, '%s', CAST(NULL AS INTEGER), CAST(%d AS DECIMAL(9,6)), CAST(%d AS DECIMAL(9,6)))"
                .formatted(
                    id,
                    t,
                    id,
                    t,
                    LOCAL.get((i + t) % LOCAL.size()),
                    COUNTRIES.get((i + t) % COUNTRIES.size()),
                    1960 + t,
                    t % 5 == 4 ? "friendship" : "active",
                    60 - (i * 7 + t * 13) % 95,
                    (i * 31 + t * 47) % 360 - 180));
      }
      for (Dataset dataset : Dataset.ALL) {
        boolean silent = i % 6 == 5 || (i == 2 && dataset != Dataset.EVENTS);
        status.add(
            "(2025, '%s', '%s', '%s', %s)"
                .formatted(id, dataset.id(), silent ? "silent" : "reported", i == 3));
      }
    }
    table(
        "members",
        "member_id, name, state, jurisdiction_type, member_since, latitude, longitude",
        rows);
    table("member_years", "data_year, member_id, population, band, expected", years);
    table(
        "partnerships",
        "partnership_id, member_id, partner_name, partner_local_name, partner_country, established,"
            + " status, ended, partner_latitude, partner_longitude",
        ties);
    table("member_status", "data_year, member_id, dataset, status, late", status);
    engine.execute(
        "CREATE TABLE exchanges AS SELECT partnership_id, 2024 AS data_year, DATE '2024-05-03' AS"
            + " start_date FROM partnerships WHERE established < 1964");
  }

  private void metrics() {
    List<List<Object>> rows = new ArrayList<>();
    for (int year = YEAR - 4; year <= YEAR; year++) {
      all(rows, year, "network", "", 40);
      for (int i = 0; i < members; i++) {
        all(rows, year, "member", member(i), i == 2 ? -1 : i % 6 == 5 ? -1 : 1);
      }
    }
    STATES.forEach(state -> all(rows, YEAR, "state", state, 8));
    COUNTRIES.forEach(country -> all(rows, YEAR, "partner_country", country, 5));
    PURPOSES.forEach(purpose -> all(rows, YEAR, "purpose", purpose, 6));
    for (int i = 0; i < members; i++) {
      for (int t = 0; t < (i == 3 ? 30 : 1 + i % 7); t++) {
        rows.add(row("years_active_of_5", YEAR, "partnership", member(i) + "~P" + t, t % 6, 1, 0));
      }
    }
    engine.execute(
        "CREATE TABLE metrics (metric_id VARCHAR, data_year INTEGER, level VARCHAR, key VARCHAR, low"
            + " DECIMAL(28,4), central DECIMAL(28,4), high DECIMAL(28,4), n BIGINT, status VARCHAR,"
            + " rows_not_computed BIGINT)");
    // A hundred thousand rows, which as one statement are planned for seconds.
    try (DuckDBAppender appender = engine.connection().createAppender("metrics")) {
      for (List<Object> row : rows) {
        appender.beginRow();
        appender
            .append((String) row.get(0))
            .append((int) row.get(1))
            .append((String) row.get(2))
            .append((String) row.get(3))
            .append((BigDecimal) row.get(4))
            .append((BigDecimal) row.get(5))
            .append((BigDecimal) row.get(6))
            .append((long) row.get(7))
            .append((String) row.get(8))
            .append((long) row.get(9))
            .endRow();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    engine.execute("CREATE VIEW published_metrics AS SELECT * FROM metrics");
  }

  private void all(List<List<Object>> rows, int year, String level, String key, int scale) {
    // One city and the network try the layout with dollars far beyond any real program.
    double dollars = key.equals(member(7)) ? 20_000 : level.equals("network") ? 500 : 1;
    for (String id : COUNTS) {
      rows.add(row(id, year, level, key, scale < 0 ? -1 : random.nextInt(30 * scale), 1, 0));
    }
    for (String id : DOLLARS) {
      double central = scale < 0 ? -1 : dollars * random.nextInt(90_000 * scale) + 0.37;
      rows.add(row(id, year, level, key, central, 2.1, id.equals("visitor_spend_direct") ? 2 : 0));
    }
    for (String id : EXACT_DOLLARS) {
      rows.add(
          row(
              id,
              year,
              level,
              key,
              scale < 0 ? -1 : dollars * random.nextInt(40_000 * scale) + 0.5,
              1,
              0));
    }
    for (String id : SHARES) {
      rows.add(row(id, year, level, key, scale < 0 ? -1 : random.nextInt(10000) / 1e4, 1, 0));
    }
    for (String id : RATIOS) {
      rows.add(row(id, year, level, key, scale == 1 ? -2 : random.nextInt(100) / 1e2, 1, 0));
    }
    rows.add(
        row(
            "volunteer_hours",
            year,
            level,
            key,
            scale < 0 ? -1 : random.nextInt(900 * scale),
            1,
            0));
  }

  private static List<Object> row(
      String id,
      int year,
      String level,
      String key,
      double central,
      double spread,
      long notComputed) {
    if (central < 0) {
      String status = central == -1 ? "not_reported" : "not_known";
      return Arrays.asList(id, year, level, key, null, null, null, 0L, status, 0L);
    }
    return List.of(
        id,
        year,
        level,
        key,
        decimal(central / spread),
        decimal(central),
        decimal(central * spread),
        3L,
        "value",
        notComputed);
  }

  private static BigDecimal decimal(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
  }

  private static String problem(
      int i, String id, int row, String letter, String column, String value, String code) {
    return "('f%d-exchanges', '2025/%s/exchanges.csv', CAST(NULL AS VARCHAR), %d, '%s', '%s', '%s', '%s', 'error', '%s is wrong', 'Write another')"
        .formatted(i, id, row, letter, column, value, code, value);
  }

  private void rest() {
    List<String> medians = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    List<String> submissions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      if (i % 6 == 5) {
        continue;
      }
      String id = member(i);
      if (i % 4 != 1) {
        medians.add("('people_in', 2025, '%s', 12.0000, 7, 'value')".formatted(id));
        medians.add("('volunteer_hours', 2025, '%s', 120.5000, 7, 'value')".formatted(id));
      }
      for (String category : List.of("staff", "travel", "gifts", "dues")) {
        parts.add("('cost', 2025, '%s', 'city', '%s', 1200.50, '', '')".formatted(id, category));
      }
      parts.add("('trade_stage', 2025, '%s', 'lead', 'C', 1, '', '')".formatted(id));
      parts.add("('trade_stage', 2025, '%s', 'deal', 'A', 1, '', '')".formatted(id));
      for (Dataset dataset : Dataset.ALL) {
        submissions.add(
            "('f%1$d-%2$s', '%3$s', 2025, '%2$s', '2025/%3$s/%2$s.csv', CAST(NULL AS VARCHAR), 40, 38, 2, 0, 'in_force', DATE '2026-02-01')"
                .formatted(i, dataset.id(), id));
      }
      problems.add(
          problem(
              i,
              id,
              7,
              "B",
              "partnership_id",
              member((i + 1) % members) + "~DE-trier",
              "unknown-partnership"));
      problems.add(problem(i, id, 9, "F", "start_date", "2025-02-30", "no-such-date"));
    }
    table(
        "published_peer_medians",
        "metric_id, data_year, member_id, median, peers, status",
        medians);
    table(
        "contributions",
        "metric_id, data_year, member_id, category, detail, central, purpose, direction",
        parts);
    engine.execute(
        "CREATE VIEW published_slices AS SELECT metric_id, data_year, member_id AS key, category,"
            + " detail, COUNT(*) AS rows, SUM(central) AS central, 'value' AS status FROM"
            + " contributions GROUP BY ALL UNION ALL SELECT metric_id, data_year, '', category,"
            + " detail, COUNT(*), SUM(central), 'value' FROM contributions GROUP BY ALL");
    table(
        "submissions",
        "submission_id, member_id, data_year, dataset, file, sheet, rows_read, rows_accepted,"
            + " rows_rejected, rows_duplicate, status, received_at",
        submissions);
    table(
        "problems",
        "submission_id, file, sheet, source_row, column_letter, column_name, value, code, severity,"
            + " message, fix",
        problems);
    table(
        "unread_files",
        "file, sheet, member_id, data_year, dataset",
        List.of(
            "('2025/nowhere/hours.pdf', CAST(NULL AS VARCHAR), 'nowhere', 2025, CAST(NULL AS VARCHAR))"));
    table("calendar", "data_year, due_date", List.of("(2025, DATE '2026-03-31')"));
    table(
        "missing_parameters",
        "data_year, parameter, key, dataset, rows",
        List.of("(2025, 'fx_lcu_per_usd', 'VES:2025', 'trade_contacts', 3)"));
    table(
        "parameters",
        "name, key, low, central, high, unit, source, confidence, valid_from, valid_to, band_from",
        List.of(
            "('capture_rate', '', 0.7, 0.77, 0.85, 'share', 'NRPA worked example', 'secondary',"
                + " CAST(NULL AS DATE), CAST(NULL AS DATE), CAST(NULL AS INTEGER))"));
    table(
        "sensitivity",
        "data_year, metric_id, assumption, at_low, central, at_high, place",
        List.of(
            "(2025, 'economic_output', 'capture_rate', 90000.00, 100000.00, 110000.00, 1)",
            "(2025, 'economic_output', 'primary_purpose_share', 100000.00, 100000.00, 104000.00, 2)",
            "(2025, 'local_tax', 'local_tax_rate', 500.00, 1000.00, 1500.00, 1)"));
    table(
        "event_gaps",
        "data_year, member_id, without_nonlocal",
        List.of("(2025, '" + member(0) + "', 2)"));
    table(
        "briefs",
        "member_id, data_year, ask, contact, phone, email, issued, words",
        List.of(
            "('"
                + member(0)
                + "', CAST(NULL AS INTEGER), 'Another ask', 'A. Nother', CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS DATE), CAST(NULL AS VARCHAR))",
            "('"
                + member(0)
                + "', 2025, '$12,000 for the youth exchange of 2026', 'A. Clerk', '555 0100', 'clerk@example.org', DATE '2026-04-07', 'The choir came back.')"));
    table(
        "budget_periods",
        "data_year, member_id, period_end, calendar_year",
        List.of("(2025, '" + member(0) + "', DATE '2025-09-30', FALSE)"));
    table(
        "awards",
        "data_year, award, member_id, citation",
        List.of("(2025, 'Best overall program', '" + member(0) + "', 'For a year of exchanges')"));
    engine.execute(
        "CREATE TABLE countries AS SELECT * FROM (VALUES ('DE', 'Germany'), ('JP', 'Japan'), ('CN',"
            + " 'China'), ('UA', 'Ukraine'), ('GR', 'Greece'), ('EG', 'Egypt'), ('MX', 'Mexico'),"
            + " ('FR', 'France'), ('BR', 'Brazil'), ('GH', 'Ghana'), ('TW', 'Taiwan'), ('IE',"
            + " 'Ireland')) AS t(code, name)");
    engine.execute(
        "CREATE TABLE states AS SELECT * FROM (VALUES ('TX', 'Texas'), ('OH', 'Ohio'), ('CA',"
            + " 'California'), ('WA', 'Washington'), ('FL', 'Florida'), ('NY', 'New York'), ('CO',"
            + " 'Colorado')) AS t(code, name)");
  }

  private void table(String name, String columns, List<String> rows) {
    engine.execute(
        "CREATE TABLE %s AS SELECT * FROM (VALUES %s) AS t(%s)"
            .formatted(name, String.join(",\n", rows), columns));
  }

  /** A national report and its annex as they are written. */
  static List<FilledReport> national(ReportData data, Templates templates) {
    NationalSections parts = new NationalSections(data, templates);
    NationalAnnex annex = new NationalAnnex(parts);
    annex.place(annex.sections().parallelStream().map(templates::filled).toList());
    National national = new National(parts, annex);
    FilledReport report =
        national.document(national.sections().parallelStream().map(templates::filled).toList());
    return List.of(report, annex.document(report));
  }

  /** What is wrong with the pages of both. */
  static List<PrintLint.Finding> findings(ReportData data, Templates templates) {
    return national(data, templates).stream()
        .flatMap(document -> PrintLint.check(document.print()).stream())
        .toList();
  }
}
