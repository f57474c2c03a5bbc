package org.sistercityimpact.release.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.release.edition.Snapshot;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * The table {@code figure_changes}: every figure of two editions side by side, and whether it is
 * new, changed, removed or the same.
 */
public final class FigureComparison {
  /** The table of figures in the form that may leave the protected zone. */
  public static final String FIGURES = "published_metrics";

  private static final String COMPARED =
      """
      CREATE TEMP TABLE figure_changes AS
      WITH
      side_by_side AS (
        SELECT
          COALESCE(a.metric_id, b.metric_id) AS metric_id,
          COALESCE(a.data_year, b.data_year) AS data_year,
          COALESCE(a.level, b.level) AS level,
          COALESCE(a.key, b.key) AS key,
          b.metric_id IS NOT NULL AS in_before, b.low AS low_before, b.central AS central_before, b.high AS high_before,
          b.n AS n_before, b.status AS status_before, b.rows_not_computed AS gap_before,
          a.metric_id IS NOT NULL AS in_after, a.low, a.central, a.high, a.n, a.status, a.rows_not_computed AS gap
        FROM before_figures AS b
        FULL JOIN after_figures AS a
          ON a.metric_id = b.metric_id AND a.data_year = b.data_year AND a.level = b.level AND a.key = b.key
      )
      SELECT
        row_number() OVER (ORDER BY
          list_position(%2$s, level),
          metric_id, data_year, key) AS figure,
        *,
        in_before AND in_after AND low IS NOT DISTINCT FROM low_before AND central IS NOT DISTINCT FROM central_before
          AND high IS NOT DISTINCT FROM high_before AND n IS NOT DISTINCT FROM n_before
          AND status IS NOT DISTINCT FROM status_before AND gap IS NOT DISTINCT FROM gap_before AS same,
        %1$s AND in_before AND in_after AND 'withheld' IN (status, status_before) AS by_rule
      FROM side_by_side
      """;

  private final DuckDb engine;

  /**
   * Compares all figures.
   *
   * @param otherRule whether the two follow different rules of disclosure
   */
  FigureComparison(DuckDb engine, Snapshot before, Snapshot after, boolean otherRule) {
    this.engine = engine;
    after.expose(engine, "after");
    if (before != null) {
      before.expose(engine, "before");
    }
    String columns =
        "SELECT metric_id, data_year, level, COALESCE(key, '') AS key, low, central, high, n, status, COALESCE(rows_not_computed, 0) AS rows_not_computed FROM ";
    engine.exposeSelect("after_figures", columns + "after." + FIGURES);
    engine.exposeSelect(
        "before_figures",
        before == null ? "SELECT * FROM after_figures WHERE FALSE" : columns + "before." + FIGURES);
    engine.exposeSelect(
        "titles",
        before == null
            ? "SELECT metric_id, title FROM after.metric_definitions"
            : "SELECT metric_id, COALESCE(a.title, b.title) AS title FROM after.metric_definitions AS a FULL JOIN before.metric_definitions AS b USING (metric_id)");
    engine.execute(COMPARED.formatted(otherRule, Level.list()));
  }

  long same() {
    return (Long) engine.read("SELECT COUNT(*) FROM figure_changes WHERE same").values().get(0)[0];
  }

  /**
   * All figures that are not the same.
   *
   * @param causes by number of the figure, where it changed
   */
  List<FigureChange> changes(Map<Long, List<Integer>> causes) {
    List<FigureChange> changes = new ArrayList<>();
    for (Object[] row :
        engine
            .read(
                "SELECT figure, metric_id, title, data_year, level, key, in_before, low_before, central_before, high_before, n_before,"
                    + " status_before, gap_before, in_after, low, central, high, n, status, gap, by_rule"
                    + " FROM figure_changes LEFT JOIN titles USING (metric_id) WHERE NOT same ORDER BY figure")
            .values()) {
      changes.add(
          new FigureChange(
              (String) row[1],
              (String) row[2],
              ((Long) row[3]).intValue(),
              Level.of((String) row[4]),
              (String) row[5],
              value(row, 6),
              value(row, 13),
              Boolean.TRUE.equals(row[20]),
              causes.getOrDefault((Long) row[0], List.of())));
    }
    return changes;
  }

  private static FigureValue value(Object[] row, int at) {
    return Boolean.TRUE.equals(row[at])
        ? new FigureValue(
            (BigDecimal) row[at + 1],
            (BigDecimal) row[at + 2],
            (BigDecimal) row[at + 3],
            (Long) row[at + 4],
            (String) row[at + 5],
            row[at + 6] == null ? 0 : (Long) row[at + 6])
        : null;
  }
}
