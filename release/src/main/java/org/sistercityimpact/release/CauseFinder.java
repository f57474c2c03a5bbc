package org.sistercityimpact.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * Finds why figures differ, from the rows behind them: files whose rows count in only one of the
 * two editions, and rows that count in both with another amount, which parameters or the method
 * did. Reads {@code figure_changes}.
 */
final class CauseFinder {
  private static final String[] TABLES = {"submissions", "contributions", "parameters", "members"};

  /** What stands in one edition and not, or otherwise, in the other; one row a slot. */
  private static final String FILE_CHANGES =
      """
      CREATE TEMP TABLE file_changes AS
      WITH
      standing AS (
        SELECT FALSE AS later, * FROM before_submissions WHERE status <> 'superseded' AND dataset IS NOT NULL
        UNION ALL BY NAME
        SELECT TRUE AS later, * FROM after_submissions WHERE status <> 'superseded' AND dataset IS NOT NULL
      ),
      differing AS (
        SELECT submission_id
        FROM standing
        GROUP BY submission_id
        HAVING COUNT(*) = 1 OR COUNT(DISTINCT status) > 1 OR COUNT(DISTINCT rows_accepted) > 1
          OR submission_id IN (SELECT submission_id FROM row_changes WHERE added_or_removed)
      )
      SELECT
        row_number() OVER (ORDER BY member_id NULLS FIRST, data_year, dataset) - 1 AS cause,
        member_id,
        data_year,
        dataset,
        COALESCE(MIN(file) FILTER (later), MIN(file)) AS file,
        string_agg(submission_id, ',' ORDER BY submission_id) FILTER (NOT later) AS ids_before,
        string_agg(submission_id, ',' ORDER BY submission_id) FILTER (later) AS ids_after
      FROM standing
      WHERE submission_id IN (SELECT submission_id FROM differing)
      GROUP BY member_id, data_year, dataset
      """;

  private static final String ROW_CHANGES =
      """
      CREATE TEMP TABLE row_changes AS
      SELECT
        COALESCE(a.data_year, b.data_year) AS data_year,
        COALESCE(a.member_id, b.member_id) AS member_id,
        COALESCE(a.state, b.state) AS state,
        COALESCE(a.partnership_id, b.partnership_id) AS partnership_id,
        COALESCE(a.partner_country, b.partner_country) AS partner_country,
        COALESCE(a.purpose, b.purpose) AS purpose,
        COALESCE(a.submission_id, b.submission_id) AS submission_id,
        a.submission_id IS NULL OR b.submission_id IS NULL AS added_or_removed
      FROM before_contributions AS b
      FULL JOIN after_contributions AS a
        ON a.metric_id = b.metric_id AND a.submission_id = b.submission_id AND a.source_row = b.source_row
      WHERE a.submission_id IS NULL OR b.submission_id IS NULL
        OR a.low IS DISTINCT FROM b.low OR a.central IS DISTINCT FROM b.central OR a.high IS DISTINCT FROM b.high
      """;

  /** Where changed rows and files show: each level and key, by dataset and year. */
  private static final String TOUCHED =
      """
      CREATE TEMP TABLE touched AS
      WITH
      datasets AS (
        SELECT submission_id, dataset FROM before_submissions
        UNION
        SELECT submission_id, dataset FROM after_submissions
      ),
      rows_by_level AS (
        SELECT
          f.cause,
          r.added_or_removed,
          d.dataset,
          r.data_year,
          l.level,
          CASE l.level WHEN 'network' THEN '' WHEN 'state' THEN r.state WHEN 'member' THEN r.member_id
            WHEN 'partnership' THEN r.partnership_id WHEN 'partner_country' THEN r.partner_country ELSE r.purpose END AS key
        FROM row_changes AS r
        JOIN datasets AS d USING (submission_id)
        CROSS JOIN (VALUES ('network'), ('state'), ('member'), ('partnership'), ('partner_country'), ('purpose')) AS l(level)
        -- A row's amount may hang on another file of its member: an event's guests on the exchange that it belongs to.
        LEFT JOIN file_changes AS f
          ON f.member_id = r.member_id
          AND CASE WHEN r.added_or_removed THEN f.data_year = r.data_year AND f.dataset = d.dataset ELSE f.data_year <= r.data_year END
      ),
      files_by_level AS (
        SELECT
          f.cause,
          TRUE AS added_or_removed,
          f.dataset,
          f.data_year,
          l.level,
          CASE l.level WHEN 'network' THEN '' WHEN 'member' THEN f.member_id ELSE s.state END AS key
        FROM file_changes AS f
        JOIN (SELECT member_id, MAX(state) AS state FROM (
            SELECT member_id, state FROM before_members UNION ALL SELECT member_id, state FROM after_members
          ) GROUP BY member_id) AS s USING (member_id)
        CROSS JOIN (VALUES ('network'), ('state'), ('member')) AS l(level)
      )
      SELECT DISTINCT * FROM rows_by_level WHERE key IS NOT NULL
      UNION
      SELECT * FROM files_by_level
      """;

  private static final String OF_FIGURES =
      """
      SELECT
        c.figure,
        string_agg(DISTINCT CAST(t.cause AS VARCHAR), ',') AS files,
        COALESCE(bool_or(NOT t.added_or_removed), FALSE) AS other_amounts,
        bool_or(m.of_registry) AS of_registry
      FROM figure_changes AS c
      JOIN metric_datasets AS m USING (metric_id)
      LEFT JOIN touched AS t
        ON t.level = c.level AND t.key = c.key AND t.data_year BETWEEN c.data_year - m.years + 1 AND c.data_year
        AND (m.dataset = 'all' OR m.dataset = t.dataset)
      WHERE c.in_before AND c.in_after AND NOT c.same
      GROUP BY c.figure
      """;

  private final DuckDb engine;
  private final List<Cause> all = new ArrayList<>();
  private final List<Integer> registry = new ArrayList<>();
  private final List<Integer> parameters = new ArrayList<>();
  private final List<Integer> method = new ArrayList<>();
  private final SqlFolder sql;

  CauseFinder(DuckDb engine, Snapshot before, Snapshot after) {
    this.engine = engine;
    this.sql = SqlFolder.read(after.sql());
    if (before == null) {
      return;
    }
    before.expose(engine, "before_", TABLES);
    after.expose(engine, "after_", TABLES);
    engine.execute(ROW_CHANGES);
    engine.execute(FILE_CHANGES);
    engine.execute(TOUCHED);
    files();
    parameters();
    method(SqlFolder.read(before.sql()));
  }

  /** All causes found, whether a figure felt them or not. */
  List<Cause> all() {
    return all;
  }

  private void files() {
    for (Object[] row :
        engine
            .read(
                "SELECT member_id, data_year, dataset, file, ids_before, ids_after FROM file_changes ORDER BY cause")
            .values()) {
      List<String> idsBefore = ids(row[4]);
      List<String> idsAfter = ids(row[5]);
      Cause.Event event =
          idsAfter.isEmpty()
              ? Cause.Event.WITHDRAWN
              : idsBefore.isEmpty()
                  ? Cause.Event.NEW
                  : idsAfter.equals(idsBefore) ? Cause.Event.CHECKED_AFRESH : Cause.Event.REPLACED;
      if (row[0] == null) {
        registry.add(all.size());
      }
      all.add(
          new Cause.Submission(
              event,
              (String) row[0],
              row[1] == null ? null : ((Long) row[1]).intValue(),
              (String) row[2],
              (String) row[3],
              idsBefore,
              idsAfter));
    }
  }

  private static List<String> ids(Object joined) {
    return joined == null ? List.of() : List.of(((String) joined).split(","));
  }

  private void parameters() {
    for (Object[] row :
        engine
            .read(
                """
                SELECT name, key, b.low, b.central, b.high, a.low, a.central, a.high
                FROM before_parameters AS b
                FULL JOIN after_parameters AS a USING (name, key)
                WHERE a.low IS DISTINCT FROM b.low OR a.central IS DISTINCT FROM b.central OR a.high IS DISTINCT FROM b.high
                ORDER BY name, key
                """)
            .values()) {
      parameters.add(all.size());
      all.add(
          new Cause.Parameter(
              (String) row[0],
              (String) row[1],
              (BigDecimal) row[2],
              (BigDecimal) row[3],
              (BigDecimal) row[4],
              (BigDecimal) row[5],
              (BigDecimal) row[6],
              (BigDecimal) row[7]));
    }
  }

  private void method(SqlFolder before) {
    Map<String, String> was = texts(before);
    Map<String, String> is = texts(sql);
    TreeSet<String> differing = new TreeSet<>(was.keySet());
    differing.addAll(is.keySet());
    differing.removeIf(file -> Objects.equals(was.get(file), is.get(file)));
    if (!differing.isEmpty()) {
      method.add(all.size());
      all.add(new Cause.Method(List.copyOf(differing)));
    }
  }

  /** What makes numbers, by file; a title or a comment makes none. */
  private static Map<String, String> texts(SqlFolder folder) {
    Map<String, String> texts = new TreeMap<>();
    Stream.concat(
            folder.layers().stream().flatMap(layer -> layer.models().stream()),
            folder.metrics().stream())
        .forEach(
            file ->
                texts.put(
                    folder.folder().relativize(file.path()).toString().replace('\\', '/'),
                    file.columns() + "\n" + file.select()));
    return texts;
  }

  /** The causes of each changed figure, by its number. */
  Map<Long, List<Integer>> ofFigures() {
    engine.exposeSelect("metric_datasets", metricDatasets());
    Map<Long, List<Integer>> causes = new HashMap<>();
    for (Object[] row : engine.read(OF_FIGURES).values()) {
      TreeSet<Integer> found = new TreeSet<>();
      if (row[1] != null) {
        Arrays.stream(((String) row[1]).split(",")).map(Integer::valueOf).forEach(found::add);
      }
      if (Boolean.TRUE.equals(row[2])) {
        found.addAll(parameters);
        found.addAll(method);
      }
      // Populations decide the multiplier, members what is expected.
      if (Boolean.TRUE.equals(row[3]) || found.isEmpty()) {
        found.addAll(registry);
      }
      if (found.isEmpty()) {
        found.addAll(method);
      }
      causes.put((Long) row[0], List.copyOf(found));
    }
    return causes;
  }

  /** What a member must have reported for each metric, and for how many years. */
  private String metricDatasets() {
    return sql.metrics().stream()
        .flatMap(
            metric ->
                Arrays.stream(metric.require("datasets").split(",\\s*"))
                    .map(dataset -> row(metric, dataset)))
        .collect(
            Collectors.joining(
                ", ", "SELECT * FROM (VALUES ", ") AS m(metric_id, dataset, years, of_registry)"));
  }

  private static String row(SqlFile metric, String dataset) {
    return "(%s, %s, %d, %s)"
        .formatted(
            DuckDb.literal(metric.name()),
            DuckDb.literal(dataset),
            Integer.parseInt(metric.header().getOrDefault("window", "1").replaceAll("\\D", "")),
            dataset.equals("registry"));
  }
}
