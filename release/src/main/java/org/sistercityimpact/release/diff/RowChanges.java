package org.sistercityimpact.release.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.release.edition.Snapshot;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.trace.FigureRows;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.RawColumns;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * The table {@code figure_cells}: for each changed figure why rows behind it are not the same in
 * both editions, by number of the cause in {@code file_changes} and {@code parameter_changes}; null
 * where neither the row's file nor a parameter did it. A figure none of whose rows differ has none.
 */
final class RowChanges {
  private static final String CHANGED_FILES =
      """
      CREATE TEMP TABLE changed_files AS
      SELECT DISTINCT cause, unnest(list_concat(ids_before, ids_after)) AS submission_id FROM file_changes
      """;

  /**
   * A file stands for the one that it replaced, and a row for the one of the same key there. Rows
   * are known by a number made from file and row, which costs a tenth of the two.
   */
  private static final String SAME_FILES =
      """
      CREATE TEMP TABLE same_rows AS
      SELECT hash(ids_after[1], NULL::INTEGER) AS id, hash(ids_before[1], NULL::INTEGER) AS origin, ids_after[1] AS file, ids_before[1] AS replaced
      FROM file_changes
      WHERE len(ids_before) = 1 AND len(ids_after) = 1 AND ids_before <> ids_after
      """;

  private static final String SAME_ROWS =
      """
      INSERT INTO same_rows
      WITH
      was AS (
        SELECT submission_id, source_row, row(%1$s) AS key,
          row_number() OVER (PARTITION BY submission_id, %1$s ORDER BY source_row) AS nth
        FROM before.%2$s
        WHERE submission_id IN (SELECT replaced FROM same_rows)
      ),
      now AS (
        SELECT t.submission_id, t.source_row, r.replaced, row(%1$s) AS key,
          row_number() OVER (PARTITION BY t.submission_id, %1$s ORDER BY t.source_row) AS nth
        FROM after.%2$s AS t
        JOIN same_rows AS r ON r.file = t.submission_id
      )
      SELECT hash(now.submission_id, now.source_row), hash(was.submission_id, was.source_row), NULL, NULL
      FROM now
      JOIN was ON was.submission_id = now.replaced AND was.key = now.key AND was.nth = now.nth
      """;

  /** What changed files say otherwise than before, by row that has amounts made from it. */
  private static final String FACT_CHANGES =
      """
      CREATE TEMP TABLE fact_changes AS
      WITH
      facts AS (
        SELECT FALSE AS later, hash(f.submission_id, f.source_row) AS origin, c.cause, f.facts
        FROM before.row_facts AS f
        JOIN changed_files AS c ON c.submission_id = f.made_from
        UNION ALL
        SELECT TRUE, COALESCE(s.origin, hash(f.submission_id, f.source_row)), c.cause, f.facts
        FROM after.row_facts AS f
        JOIN changed_files AS c ON c.submission_id = f.made_from
        LEFT JOIN same_rows AS s ON s.id = hash(f.submission_id, f.source_row)
      )
      SELECT DISTINCT origin, cause
      FROM (SELECT origin, cause FROM facts GROUP BY origin, cause, facts HAVING COUNT(DISTINCT later) = 1)
      """;

  /** The rows that a changed parameter enters. */
  private static final String PARAMETER_USES =
      """
      CREATE TEMP TABLE parameter_uses AS
      SELECT DISTINCT p.metric_id AS measure, COALESCE(s.origin, hash(p.submission_id, p.source_row)) AS origin, c.cause
      FROM (SELECT metric_id, submission_id, source_row, unnest(string_split(parameters, ';')) AS used FROM after.contributions WHERE parameters IS NOT NULL) AS p
      JOIN parameter_changes AS c ON CONCAT(c.name, '=', c.key) = p.used
      LEFT JOIN same_rows AS s ON s.id = hash(p.submission_id, p.source_row)
      """;

  /**
   * The rows of a table that are not the same in both editions, as far as figures read them: most
   * are, and need not be looked at metric by metric.
   */
  private static final String DIFFERING =
      """
      CREATE OR REPLACE TEMP TABLE differing AS
      WITH
      was AS NOT MATERIALIZED (
        SELECT %1$s, submission_id, hash(submission_id, source_row) AS origin, hash(%1$s, hash(submission_id, source_row)) AS same
        FROM before.%2$s
        WHERE %3$s
      ),
      now AS NOT MATERIALIZED (
        SELECT %1$s, t.submission_id, COALESCE(s.origin, hash(t.submission_id, t.source_row)) AS origin,
          hash(%1$s, COALESCE(s.origin, hash(t.submission_id, t.source_row))) AS same
        FROM after.%2$s AS t
        LEFT JOIN same_rows AS s ON s.id = hash(t.submission_id, t.source_row)
        WHERE %3$s
      )
      SELECT FALSE AS later, * EXCLUDE (same) FROM was ANTI JOIN (SELECT same FROM now) AS n USING (same)
      UNION ALL
      SELECT TRUE, * EXCLUDE (same) FROM now ANTI JOIN (SELECT same FROM was) AS w USING (same)
      """;

  private static final String EMPTY_CELLS =
      """
      CREATE TEMP TABLE cells (
        term INTEGER, data_year INTEGER, level VARCHAR, key VARCHAR, item VARCHAR,
        member_id VARCHAR, in_both BOOLEAN, cause BIGINT)
      """;

  /**
   * Where the differing rows of one term count, and why they differ; cause null: neither its file
   * nor a parameter did it.
   */
  private static final String CELLS =
      """
      INSERT INTO cells
      WITH
      term AS (
        SELECT later, submission_id, origin, %2$s AS measure, data_year, %3$s, CAST(%4$s AS VARCHAR) AS item,
          %5$s AS low, %6$s AS central, %7$s AS high
        FROM differing
        WHERE %8$s
      ),
      changed AS (
        SELECT
          origin, measure, data_year, member_id, state, partnership_id, partner_country, purpose, item,
          COUNT(DISTINCT later) = 2 AS in_both,
          COALESCE(MAX(submission_id) FILTER (later), MAX(submission_id)) AS file
        FROM term
        GROUP BY origin, measure, data_year, member_id, state, partnership_id, partner_country, purpose, item
        HAVING COUNT(*) FILTER (later) <> COUNT(*) FILTER (NOT later)
          OR SUM(low) FILTER (later) IS DISTINCT FROM SUM(low) FILTER (NOT later)
          OR SUM(central) FILTER (later) IS DISTINCT FROM SUM(central) FILTER (NOT later)
          OR SUM(high) FILTER (later) IS DISTINCT FROM SUM(high) FILTER (NOT later)
      ),
      -- Of an amount in dollars that both have, what files say and what parameters are is told apart.
      of_files AS (
        SELECT c.* EXCLUDE (file), COALESCE(c.in_both AND c.measure IN (%9$s), FALSE) AS dollars, f.cause AS file
        FROM changed AS c
        LEFT JOIN changed_files AS f ON f.submission_id = c.file
      ),
      caused AS (
        SELECT c.data_year, c.member_id, c.state, c.partnership_id, c.partner_country, c.purpose, c.item, c.in_both,
          unnest(CASE
            WHEN NOT c.dollars AND c.file IS NOT NULL THEN [c.file]
            WHEN f.cause IS NULL OR p.cause IS NULL THEN [COALESCE(f.cause, p.cause)]
            ELSE [f.cause, p.cause]
          END) AS cause
        FROM of_files AS c
        LEFT JOIN fact_changes AS f ON f.origin = c.origin
        LEFT JOIN parameter_uses AS p ON p.measure = CASE WHEN c.dollars THEN c.measure END AND p.origin = c.origin
      ),
      places AS (SELECT DISTINCT * FROM caused)
      SELECT DISTINCT %1$d, p.data_year, l.level,
        level_key(l.level, TRUE, p.state, p.member_id, p.partnership_id, p.partner_country, p.purpose) AS key,
        p.item, CASE WHEN p.cause IS NULL THEN p.member_id END, p.in_both, p.cause
      FROM places AS p
      CROSS JOIN levels AS l
      """;

  /** A thing that is counted once is no evidence where both editions count it. */
  private static final String COUNTED_IN_BOTH =
      """
      INSERT INTO counted_in_both
      WITH
      counted AS (
        SELECT DISTINCT FALSE AS later, data_year, %1$s, CAST(%2$s AS VARCHAR) AS item FROM before.%3$s WHERE %4$s
        UNION ALL
        SELECT DISTINCT TRUE, data_year, %1$s, CAST(%2$s AS VARCHAR) FROM after.%3$s WHERE %4$s
      ),
      placed AS (
        SELECT DISTINCT c.later, c.data_year, c.item, l.level,
          level_key(l.level, TRUE, c.state, c.member_id, c.partnership_id, c.partner_country, c.purpose) AS key
        FROM counted AS c
        CROSS JOIN levels AS l
      )
      SELECT f.figure, p.item
      FROM changed_figures AS f
      JOIN placed AS p
        ON p.level = f.level AND p.key = f.key AND f.data_year BETWEEN p.data_year AND p.data_year + %5$d
      WHERE f.metric_id IN (SELECT metric_id FROM terms WHERE term = %6$d)
      GROUP BY f.figure, p.item
      HAVING COUNT(DISTINCT p.later) = 2
      """;

  private static final String FIGURE_CELLS =
      """
      CREATE TEMP TABLE figure_cells AS
      SELECT DISTINCT f.figure, f.metric_id, f.data_year, t.member_id, t.in_both, t.cause
      FROM changed_figures AS f
      JOIN terms AS m USING (metric_id)
      JOIN cells AS t
        ON t.term = m.term AND t.level = f.level AND t.key = f.key
        AND f.data_year BETWEEN t.data_year AND t.data_year + m.years - 1
      WHERE NOT EXISTS (SELECT 1 FROM counted_in_both AS b WHERE b.figure = f.figure AND b.item = t.item)
      """;

  /** What tells where a row stands and not what it says. */
  private static final Set<String> ROW = Set.of("submission_id", "source_row");

  private final DuckDb engine;
  private final SqlFolder before;
  private final SqlFolder after;

  RowChanges(DuckDb engine, SqlFolder before, SqlFolder after) {
    this.engine = engine;
    this.before = before;
    this.after = after;
    views("before", before, after);
    views("after", after, before);
    engine.execute(CHANGED_FILES);
    engine.execute(SAME_FILES);
    ContractFolder.read(after.folder()).all().forEach(this::sameRows);
    engine.execute(FACT_CHANGES);
    engine.execute(PARAMETER_USES);
    rows();
  }

  /** What is not stored; an edition that an older program made takes it from the other. */
  private void views(String schema, SqlFolder own, SqlFolder other) {
    Set<String> named =
        Stream.concat(own.models(), own.traces().stream())
            .map(SqlFile::name)
            .collect(Collectors.toSet());
    Stream<SqlFile> views =
        Stream.concat(
            own.views().stream(),
            other.views().stream().filter(file -> !named.contains(file.name())));
    Snapshot.within(
        engine,
        schema,
        () -> views.forEach(file -> engine.exposeSelect(file.name(), file.typedSelect())));
  }

  private void sameRows(Contract contract) {
    List<String> columns = RawColumns.of(contract).stream().map(Column::name).toList();
    String key =
        (contract.key().isEmpty() ? columns : contract.key())
            .stream()
                .filter(column -> !ROW.contains(column))
                .map(column -> columns.contains(column + "_key") ? column + "_key" : column)
                .distinct()
                .map(column -> '"' + column + '"')
                .collect(Collectors.joining(", "));
    engine.execute(SAME_ROWS.formatted(key, contract.rawTable()));
  }

  private void rows() {
    engine.execute(EMPTY_CELLS);
    engine.execute(
        "CREATE TEMP TABLE levels AS SELECT unnest(%s) AS level".formatted(Level.list()));
    engine.execute("CREATE TEMP TABLE counted_in_both (figure BIGINT, item VARCHAR)");
    engine.execute("CREATE TEMP TABLE terms (term INTEGER, metric_id VARCHAR, years INTEGER)");
    List<FigureRows> terms = terms();
    Map<String, List<FigureRows>> tables =
        terms.stream().collect(Collectors.groupingBy(FigureRows::table));
    String dollars = dollars();
    tables.forEach(
        (table, read) -> {
          engine.execute(
              DIFFERING.formatted(
                  read.stream()
                      .flatMap(term -> term.reads().stream())
                      .distinct()
                      .collect(Collectors.joining(", ")),
                  table,
                  read.stream().map(RowChanges::where).collect(Collectors.joining(" OR "))));
          read.forEach(term -> cells(terms.indexOf(term), term, dollars));
        });
    engine.execute(FIGURE_CELLS);
  }

  /**
   * The terms of all metrics that have a changed figure, each once, however many metrics add it.
   */
  private List<FigureRows> terms() {
    Map<String, List<FigureRows>> was = FigureRows.of(before);
    Map<String, List<FigureRows>> is = new TreeMap<>(FigureRows.of(after));
    is.keySet().retainAll(was.keySet());
    is.keySet().removeIf(metric -> is.get(metric).size() != was.get(metric).size());
    is.replaceAll((metric, rows) -> comparable(rows, was.get(metric)));
    // Rows that are not asked for in the same way are not comparable: the method did it.
    is.keySet()
        .removeIf(metric -> !is.get(metric).equals(comparable(was.get(metric), is.get(metric))));
    is.keySet().retainAll(column("SELECT DISTINCT metric_id FROM changed_figures"));
    List<FigureRows> terms = is.values().stream().flatMap(List::stream).distinct().toList();
    is.forEach(
        (metric, ofMetric) ->
            ofMetric.forEach(
                term ->
                    engine.execute(
                        "INSERT INTO terms VALUES (%d, %s, %d)"
                            .formatted(
                                terms.indexOf(term), DuckDb.literal(metric), term.years()))));
    return terms;
  }

  private static List<FigureRows> comparable(List<FigureRows> rows, List<FigureRows> others) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> rows.get(i).comparableWith(others.get(i)))
        .toList();
  }

  private static String where(FigureRows term) {
    return term.condition().isEmpty() ? "TRUE" : "(" + term.condition() + ")";
  }

  private void cells(int number, FigureRows term, String dollars) {
    String places =
        FigureRows.PLACES.stream()
            .map(
                place -> term.reads().contains(place) ? place : "CAST(NULL AS VARCHAR) AS " + place)
            .collect(Collectors.joining(", "));
    engine.execute(
        CELLS.formatted(
            number,
            term.reads().contains("metric_id") ? "metric_id" : "CAST(NULL AS VARCHAR)",
            places,
            term.item() == null ? "NULL" : term.item(),
            term.low(),
            term.central(),
            term.high(),
            where(term),
            dollars));
    if (term.item() != null) {
      engine.execute(
          COUNTED_IN_BOTH.formatted(
              places, term.item(), term.table(), where(term), term.years() - 1, number));
    }
  }

  /** The measures that parameters enter, as SQL literals. */
  private String dollars() {
    String measures =
        column("SELECT DISTINCT metric_id FROM after.contributions WHERE parameters IS NOT NULL")
            .stream()
            .map(DuckDb::literal)
            .collect(Collectors.joining(", "));
    return measures.isEmpty() ? "NULL" : measures;
  }

  private List<String> column(String select) {
    return engine.read(select).values().stream().map(row -> (String) row[0]).toList();
  }
}
