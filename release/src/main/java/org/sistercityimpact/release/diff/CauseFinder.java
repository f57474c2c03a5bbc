package org.sistercityimpact.release.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.release.edition.Snapshot;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;

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
      WHERE (c.figure NOT IN (SELECT figure FROM figure_cells) AND c.status <> 'withheld' AND c.status_before <> 'withheld')
        OR (w.years > 1 AND c.n IS DISTINCT FROM c.n_before)
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

  private final DuckDb engine;
  private final List<Cause> all = new ArrayList<>();
  private final List<Integer> registry = new ArrayList<>();
  private final Map<Long, Set<Integer>> causes;
  private final List<Integer> felt;

  /** Compares all rows behind the figures that changed. */
  CauseFinder(DuckDb engine, Snapshot before, Snapshot after) {
    this.engine = engine;
    SqlFolder sqlBefore = SqlFolder.read(before.sql());
    SqlFolder sqlAfter = SqlFolder.read(after.sql());
    engine.execute(
        "CREATE TEMP TABLE changed_figures AS SELECT * FROM figure_changes WHERE in_before AND in_after AND NOT same AND NOT by_rule");
    engine.execute(FILE_CHANGES);
    engine.execute(PARAMETER_CHANGES);
    files(new ChangedRows(engine).of(ContractFolder.read(after.sql()).all()));
    parameters();
    new RowChanges(engine, sqlBefore, sqlAfter);
    metrics(sqlAfter);
    this.causes = ofFigures(new MethodChange(sqlBefore, sqlAfter));
    this.felt = causes.values().stream().flatMap(Set::stream).distinct().sorted().toList();
  }

  /** What members must have reported for each metric, and how many years it looks back. */
  private void metrics(SqlFolder sql) {
    engine.execute("CREATE TEMP TABLE metric_datasets (metric_id VARCHAR, dataset VARCHAR)");
    engine.execute("CREATE TEMP TABLE windows (metric_id VARCHAR, years INTEGER)");
    for (SqlFile metric : sql.metrics()) {
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

  private void files(Map<Long, ChangedRows.OfFile> changed) {
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
      ChangedRows.OfFile rows = changed.getOrDefault((long) all.size(), ChangedRows.OfFile.NONE);
      all.add(
          new Cause.Submission(
              event,
              (String) row[0],
              row[1] == null ? null : ((Long) row[1]).intValue(),
              (String) row[2],
              (String) row[3],
              idsBefore,
              idsAfter,
              rows.rows(),
              rows.found()));
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

  private Map<Long, Set<Integer>> ofFigures(MethodChange method) {
    Map<Long, Set<Integer>> causes = new HashMap<>();
    for (String select : List.of(BESIDE_ROWS, REPORTS)) {
      for (Object[] row : engine.read(select).values()) {
        causes.computeIfAbsent((Long) row[0], f -> new TreeSet<>()).add(((Long) row[1]).intValue());
      }
    }
    int ofMethod = all.size();
    if (!method.files().isEmpty()) {
      all.add(new Cause.Method(method.files()));
    }
    boolean onlyMethod = ofMethod == 0 && !all.isEmpty();
    for (Object[] row : engine.read(OF_FIGURES).values()) {
      Set<Integer> found = causes.computeIfAbsent((Long) row[0], f -> new TreeSet<>());
      String metric = (String) row[1];
      boolean explained = !found.isEmpty();
      if (row[3] != null) {
        Stream.of(((String) row[3]).split(",")).map(Integer::valueOf).forEach(found::add);
      }
      explained |= !found.isEmpty() && !Boolean.TRUE.equals(row[4]);
      // What is withheld for another's sake has no row that changed: nobody can say who did it,
      // unless nothing but the method changed.
      boolean withOthers = Boolean.TRUE.equals(row[2]) && found.isEmpty();
      if (withOthers ? onlyMethod : method.reaches(metric)) {
        if (!explained || Boolean.TRUE.equals(row[5])) {
          found.add(ofMethod);
        }
      } else if (!explained && !withOthers) {
        // Populations decide the multiplier, members what is expected.
        registry.stream()
            .filter(table -> method.reads(metric, ((Cause.Submission) all.get(table)).dataset()))
            .forEach(found::add);
      }
    }
    return causes;
  }

  /** The causes that a figure felt. */
  List<Cause> felt() {
    return felt.stream().map(all::get).toList();
  }

  /** The causes of each changed figure, by its number, as positions in {@link #felt}. */
  Map<Long, List<Integer>> byFigure() {
    Map<Integer, Integer> position = new HashMap<>();
    felt.forEach(cause -> position.put(cause, position.size()));
    Map<Long, List<Integer>> positions = new HashMap<>();
    causes.forEach(
        (figure, found) -> positions.put(figure, found.stream().map(position::get).toList()));
    return positions;
  }
}
