package org.sistercityimpact.release;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.trace.FigureRows;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.contract.Contract;
import org.sistercityimpact.warehouse.contract.Contracts;

/**
 * Finds why figures differ, from the rows that each metric's header says it is made of: files whose
 * rows count in only one of the two editions or say something else, and rows that say the same in
 * both and yet have another amount, which parameters or the method did. Reads {@code
 * figure_changes}, and the tables of the schemas {@code before} and {@code after}.
 */
final class CauseFinder {
  /**
   * What stands in one edition and not, or otherwise, in the other; one row a member, year and
   * dataset, or registry table. A change of a file that held no row and reported nothing can only
   * show in rows of its own.
   */
  private static final String FILE_CHANGES =
      """
      CREATE TEMP TABLE file_changes AS
      WITH
      standing AS (
        SELECT FALSE AS later, * FROM before.submissions WHERE status <> 'superseded' AND dataset IS NOT NULL
        UNION ALL BY NAME
        SELECT TRUE AS later, * FROM after.submissions WHERE status <> 'superseded' AND dataset IS NOT NULL
      ),
      differing AS (
        SELECT submission_id
        FROM standing
        GROUP BY submission_id
        HAVING COUNT(*) = 1 OR COUNT(DISTINCT status) > 1 OR COUNT(DISTINCT rows_accepted) > 1
      )
      SELECT
        row_number() OVER (ORDER BY member_id NULLS FIRST, data_year, dataset) - 1 AS cause,
        member_id,
        data_year,
        dataset,
        COALESCE(MIN(file) FILTER (later), MIN(file)) AS file,
        list(submission_id ORDER BY submission_id) FILTER (NOT later) AS ids_before,
        list(submission_id ORDER BY submission_id) FILTER (later) AS ids_after,
        COALESCE(bool_or(status IN ('in_force', 'nothing_to_report')) FILTER (NOT later), FALSE) AS reported_before,
        COALESCE(bool_or(status IN ('in_force', 'nothing_to_report')) FILTER (later), FALSE) AS reported_after
      FROM standing
      WHERE submission_id IN (SELECT submission_id FROM differing)
      GROUP BY member_id, data_year, dataset
      """;

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

  private static final String PARAMETER_CHANGES =
      """
      CREATE TEMP TABLE parameter_changes AS
      SELECT
        (SELECT COUNT(*) FROM file_changes) + row_number() OVER (ORDER BY name, key) - 1 AS cause, name, key,
        b.low AS low_before, b.central AS central_before, b.high AS high_before, a.low, a.central, a.high
      FROM before.parameters AS b
      FULL JOIN after.parameters AS a USING (name, key)
      WHERE a.low IS DISTINCT FROM b.low OR a.central IS DISTINCT FROM b.central OR a.high IS DISTINCT FROM b.high
      """;

  /** The rows that a changed parameter enters. */
  private static final String PARAMETER_USES =
      """
      CREATE TEMP TABLE parameter_uses AS
      SELECT DISTINCT p.metric_id AS measure, COALESCE(s.origin, hash(p.submission_id, p.source_row)) AS origin, c.cause
      FROM after.row_parameters AS p
      JOIN parameter_changes AS c ON c.name = p.parameter AND c.key = p.parameter_key
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
        CASE l.level WHEN 'network' THEN '' WHEN 'state' THEN p.state WHEN 'member' THEN p.member_id
          WHEN 'partnership' THEN p.partnership_id WHEN 'partner_country' THEN p.partner_country ELSE p.purpose END AS key,
        p.item, CASE WHEN p.cause IS NULL THEN p.member_id END, p.in_both, p.cause
      FROM places AS p
      CROSS JOIN (VALUES ('network'), ('state'), ('member'), ('partnership'), ('partner_country'), ('purpose')) AS l(level)
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
          CASE l.level WHEN 'network' THEN '' WHEN 'state' THEN c.state WHEN 'member' THEN c.member_id
            WHEN 'partnership' THEN c.partnership_id WHEN 'partner_country' THEN c.partner_country ELSE c.purpose END AS key
        FROM counted AS c
        CROSS JOIN (VALUES ('network'), ('state'), ('member'), ('partnership'), ('partner_country'), ('purpose')) AS l(level)
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

  /**
   * Files that figures feel through rows that are not theirs: a budget makes the visitors of its
   * member count in a ratio, an event keeps a tie from being dormant.
   */
  private static final String BESIDE_ROWS =
      """
      SELECT DISTINCT figure, cause
      FROM (
        SELECT c.figure, f.cause, m.metric_id IS NOT NULL AS needed, bool_or(m.metric_id IS NOT NULL) OVER (PARTITION BY c.figure, c.member_id) AS any_needed
        FROM figure_cells AS c
        JOIN windows AS w USING (metric_id)
        JOIN file_changes AS f
          ON f.member_id = c.member_id AND f.data_year BETWEEN c.data_year - w.years + 1 AND c.data_year
          AND (f.reported_before OR f.reported_after)
        LEFT JOIN metric_datasets AS m ON m.metric_id = c.metric_id AND m.dataset = f.dataset
        WHERE c.cause IS NULL
      )
      WHERE needed = any_needed
      """;

  /**
   * Reports that began or ceased to be there. Without a row they make a zero of what was not
   * reported, and they fill windows, which the figure's n counts.
   */
  private static final String REPORTS =
      """
      SELECT DISTINCT c.figure, f.cause
      FROM changed_figures AS c
      JOIN windows AS w USING (metric_id)
      JOIN metric_datasets AS m USING (metric_id)
      JOIN file_changes AS f
        ON (m.dataset = 'all' OR f.dataset = m.dataset) AND f.reported_before <> f.reported_after
        AND f.data_year BETWEEN c.data_year - w.years + 1 AND c.data_year
      JOIN (SELECT * FROM before.level_members UNION SELECT * FROM after.level_members) AS l
        ON l.data_year = c.data_year AND l.level = c.level AND l.key = c.key AND l.member_id = f.member_id
      WHERE c.figure NOT IN (SELECT figure FROM figure_cells) OR (w.years > 1 AND c.n IS DISTINCT FROM c.n_before)
      """;

  private static final String OF_FIGURES =
      """
      SELECT
        f.figure,
        f.metric_id,
        f.status = 'withheld' OR f.status_before = 'withheld' AS withheld,
        string_agg(DISTINCT CAST(c.cause AS VARCHAR), ',') AS causes,
        bool_or(c.figure IS NOT NULL AND c.cause IS NULL) AS unexplained,
        bool_or(c.in_both) AS other_amounts
      FROM changed_figures AS f
      LEFT JOIN figure_cells AS c ON c.figure = f.figure
      GROUP BY f.figure, f.metric_id, f.status, f.status_before
      """;

  /** What tells where a row stands and not what it says. */
  private static final Set<String> ROW = Set.of("submission_id", "source_row");

  private final DuckDb engine;
  private final SqlFolder sqlBefore;
  private final SqlFolder sqlAfter;
  private final List<Cause> all = new ArrayList<>();
  private final List<Integer> registry = new ArrayList<>();
  private final Map<Long, Set<Integer>> causes;
  private final List<Integer> felt;

  /** Compares all rows behind the figures that changed. */
  CauseFinder(DuckDb engine, Snapshot before, Snapshot after) {
    this.engine = engine;
    this.sqlBefore = SqlFolder.read(before.sql());
    this.sqlAfter = SqlFolder.read(after.sql());
    engine.execute(
        "CREATE TEMP TABLE changed_figures AS SELECT * FROM figure_changes WHERE in_before AND in_after AND NOT same");
    traces("before", sqlBefore, sqlAfter);
    traces("after", sqlAfter, sqlBefore);
    engine.execute(FILE_CHANGES);
    engine.execute(CHANGED_FILES);
    engine.execute(SAME_FILES);
    Contracts.read(after.sql()).all().forEach(this::sameRows);
    engine.execute(FACT_CHANGES);
    engine.execute(PARAMETER_CHANGES);
    engine.execute(PARAMETER_USES);
    files();
    parameters();
    rows();
    metrics();
    this.causes = ofFigures();
    this.felt = causes.values().stream().flatMap(Set::stream).distinct().sorted().toList();
  }

  /** What only a trace asks for; an edition that an older program made takes it from the other. */
  private void traces(String schema, SqlFolder own, SqlFolder other) {
    Map<String, SqlFile> files = new TreeMap<>();
    Stream.of(other, own)
        .flatMap(sql -> sql.traces().stream())
        .forEach(file -> files.put(file.name(), file));
    Snapshot.within(
        engine,
        schema,
        () -> files.values().forEach(file -> engine.exposeSelect(file.name(), file.typedSelect())));
  }

  private void sameRows(Contract contract) {
    List<String> columns = contract.rawColumns().stream().map(Column::name).toList();
    String key =
        (contract.key().isEmpty() ? columns : contract.key())
            .stream()
                .filter(column -> !ROW.contains(column))
                .map(column -> columns.contains(column + "_key") ? column + "_key" : column)
                .distinct()
                .collect(Collectors.joining(", "));
    engine.execute(SAME_ROWS.formatted(key, contract.rawTable()));
  }

  private void rows() {
    engine.execute(EMPTY_CELLS);
    engine.execute("CREATE TEMP TABLE counted_in_both (figure BIGINT, item VARCHAR)");
    engine.execute("CREATE TEMP TABLE terms (term INTEGER, metric_id VARCHAR, years INTEGER)");
    List<FigureRows> terms = terms();
    Map<String, List<FigureRows>> tables =
        terms.stream().collect(Collectors.groupingBy(FigureRows::table));
    String dollars = String.join(", ", dollars());
    tables.forEach(
        (table, read) -> {
          engine.execute(
              DIFFERING.formatted(
                  read.stream()
                      .flatMap(term -> term.reads().stream())
                      .distinct()
                      .collect(Collectors.joining(", ")),
                  table,
                  read.stream().map(CauseFinder::where).collect(Collectors.joining(" OR "))));
          read.forEach(term -> cells(terms.indexOf(term), term, dollars));
        });
    engine.execute(FIGURE_CELLS);
  }

  /**
   * The terms of all metrics that have a changed figure, each once, however many metrics add it.
   */
  private List<FigureRows> terms() {
    Map<String, List<FigureRows>> was = FigureRows.of(sqlBefore);
    Map<String, List<FigureRows>> is = new TreeMap<>(FigureRows.of(sqlAfter));
    // Rows that are not asked for in the same way are not comparable: the method did it.
    is.keySet().removeIf(metric -> !is.get(metric).equals(was.get(metric)));
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

  /** What members must have reported for each metric, and how many years it looks back. */
  private void metrics() {
    engine.execute("CREATE TEMP TABLE metric_datasets (metric_id VARCHAR, dataset VARCHAR)");
    engine.execute("CREATE TEMP TABLE windows (metric_id VARCHAR, years INTEGER)");
    for (SqlFile metric : sqlAfter.metrics()) {
      engine.execute(
          "INSERT INTO windows VALUES (%s, %s)"
              .formatted(
                  DuckDb.literal(metric.name()),
                  metric.header().getOrDefault("window", "1").replaceAll("\\D", "")));
      for (String dataset : metric.require("datasets").split(",\\s*")) {
        engine.execute(
            "INSERT INTO metric_datasets VALUES (%s, %s)"
                .formatted(DuckDb.literal(metric.name()), DuckDb.literal(dataset)));
      }
    }
  }

  /** The measures that parameters can enter. */
  private List<String> dollars() {
    String uses =
        sqlAfter.traces().stream()
            .filter(file -> file.name().equals("row_parameters"))
            .map(SqlFile::select)
            .collect(Collectors.joining());
    return column("SELECT DISTINCT metric_id FROM after.contributions").stream()
        .map(DuckDb::literal)
        .filter(uses::contains)
        .toList();
  }

  private List<String> column(String select) {
    return engine.read(select).values().stream().map(row -> (String) row[0]).toList();
  }

  private void files() {
    for (Object[] row :
        engine
            .read(
                """
                SELECT member_id, data_year, dataset, file, array_to_string(ids_before, ','), array_to_string(ids_after, ',')
                FROM file_changes
                ORDER BY cause""")
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
                "SELECT name, key, low_before, central_before, high_before, low, central, high FROM parameter_changes ORDER BY cause")
            .values()) {
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

  /**
   * What SQL files of the two editions make otherwise, by path; a title or a comment makes none.
   */
  private Set<String> otherSql() {
    Map<String, String> was = texts(sqlBefore);
    Map<String, String> is = texts(sqlAfter);
    Set<String> differing = new TreeSet<>(was.keySet());
    differing.addAll(is.keySet());
    differing.removeIf(file -> Objects.equals(was.get(file), is.get(file)));
    return differing;
  }

  private static Map<String, String> texts(SqlFolder folder) {
    Map<String, String> texts = new TreeMap<>();
    Stream.concat(models(folder), folder.metrics().stream())
        .forEach(file -> texts.put(path(folder, file), file.columns() + "\n" + file.select()));
    return texts;
  }

  private static Stream<SqlFile> models(SqlFolder folder) {
    return folder.layers().stream().flatMap(layer -> layer.models().stream());
  }

  private static String path(SqlFolder folder, SqlFile file) {
    return folder.folder().relativize(file.path()).toString().replace('\\', '/');
  }

  /**
   * The paths of the files that make a table or metric, and the names of all tables that they read.
   */
  private Set<String> madeFrom(SqlFile file) {
    Map<String, SqlFile> models = models(sqlAfter).collect(Collectors.toMap(SqlFile::name, m -> m));
    Set<String> made = new HashSet<>();
    Deque<SqlFile> open = new ArrayDeque<>(List.of(file));
    while (!open.isEmpty()) {
      SqlFile next = open.pop();
      if (made.add(path(sqlAfter, next))) {
        made.addAll(next.reads());
        next.reads().stream().map(models::get).filter(Objects::nonNull).forEach(open::push);
      }
    }
    return made;
  }

  private Map<Long, Set<Integer>> ofFigures() {
    Map<Long, Set<Integer>> beside = new HashMap<>();
    for (String select : List.of(BESIDE_ROWS, REPORTS)) {
      for (Object[] row : engine.read(select).values()) {
        beside.computeIfAbsent((Long) row[0], f -> new TreeSet<>()).add(((Long) row[1]).intValue());
      }
    }
    Set<String> otherSql = otherSql();
    int method = all.size();
    if (!otherSql.isEmpty()) {
      all.add(new Cause.Method(List.copyOf(otherSql)));
    }
    Map<String, SqlFile> metrics =
        sqlAfter.metrics().stream().collect(Collectors.toMap(SqlFile::name, metric -> metric));
    Map<String, Set<String>> madeFrom = new HashMap<>();
    Map<Long, Set<Integer>> causes = new HashMap<>();
    for (Object[] row : engine.read(OF_FIGURES).values()) {
      Set<Integer> found = new TreeSet<>(beside.getOrDefault((Long) row[0], Set.of()));
      boolean explained = !found.isEmpty();
      if (row[3] != null) {
        Stream.of(((String) row[3]).split(",")).map(Integer::valueOf).forEach(found::add);
      }
      explained |= !found.isEmpty() && !Boolean.TRUE.equals(row[4]);
      SqlFile metric = metrics.get((String) row[1]);
      Set<String> made =
          metric == null
              ? Set.of()
              : madeFrom.computeIfAbsent(metric.name(), name -> madeFrom(metric));
      boolean withheld = Boolean.TRUE.equals(row[2]);
      // What is withheld with others hangs on all rules of disclosure, and on none of its own rows.
      boolean otherMethod =
          !otherSql.isEmpty()
              && (withheld && found.isEmpty() || otherSql.stream().anyMatch(made::contains));
      if (otherMethod && (!explained || Boolean.TRUE.equals(row[5]))) {
        found.add(method);
      } else if (!explained && !(withheld && found.isEmpty())) {
        registry.stream()
            .filter(cause -> made.contains("raw_" + ((Cause.Submission) all.get(cause)).dataset()))
            .forEach(found::add);
      }
      causes.put((Long) row[0], found);
    }
    return causes;
  }

  /** The causes that a figure felt. */
  List<Cause> felt() {
    return felt.stream().map(all::get).toList();
  }

  /** The causes of each changed figure, by its number, as positions in {@link #felt}. */
  Map<Long, List<Integer>> byFigure() {
    Map<Long, List<Integer>> positions = new HashMap<>();
    causes.forEach(
        (figure, found) -> positions.put(figure, found.stream().map(felt::indexOf).toList()));
    return positions;
  }
}
