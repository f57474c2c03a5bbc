package org.sistercityimpact.transform.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * Adds up every figure anew, at all levels, keys and years at once, from the rows that a trace
 * would show.
 */
public final class Audit {
  private static final String MOVED = "moved_sums";

  private final DuckDb engine;
  private final SqlFolder sql;
  private final Sources sources;

  /**
   * An audit over the tables that {@code engine} exposes.
   *
   * @param sql the files that the tables were made with
   */
  public Audit(DuckDb engine, SqlFolder sql) {
    this.engine = engine;
    this.sql = sql;
    this.sources = new Sources(sql);
  }

  /**
   * The figures whose rows do not give them exactly, low, central and high; figures that have rows
   * though nothing was reported; and those with another number of rows not computed. Headlines with
   * an assumption moved are among them. Columns: metric_id, data_year, level, key, status, central,
   * readded.
   */
  public Rows differences() {
    List<SqlEngine.Column> columns = List.of();
    List<Object[]> found = new ArrayList<>();
    // One metric after the other: together they would need the memory of all.
    for (SqlFile metric : sql.metrics()) {
      if (Term.isTold(metric)) {
        Rows rows = differences(metric);
        columns = rows.columns();
        found.addAll(rows.values());
      }
    }
    for (Cells year : Cells.of(engine, "SELECT DISTINCT data_year FROM sensitivity")) {
      found.addAll(moved(year.number("data_year")));
    }
    return new Rows(columns, found);
  }

  /** Those of the sensitivity of one year: its rows are made once for each assumption. */
  private List<Object[]> moved(long year) {
    Sources.Source rows = sources.find("moved_contributions");
    Sources.Source sums = new Sources.Source(MOVED, MOVED, rows.columns(), rows.select());
    engine.hold(
        MOVED,
        """
        SELECT assumption, metric_id, data_year, SUM(low) AS low, SUM(central) AS central, SUM(high) AS high
        FROM %s
        WHERE data_year = %s
        GROUP BY assumption, metric_id, data_year"""
            .formatted(rows.from(), year));
    String figures =
        """
        (
          SELECT metric_id, data_year, 'assumption' AS level, assumption AS key, 'value' AS status,
            at_low AS low, central, at_high AS high, NULL AS rows_not_computed
          FROM sensitivity
          WHERE data_year = %s
        )"""
            .formatted(year);
    List<Object[]> found = new ArrayList<>();
    Set<String> headlines = headlines();
    for (SqlFile metric : sql.metrics()) {
      if (headlines.contains(metric.name())) {
        List<Term> terms = Term.of(metric, sources).stream().map(term -> term.of(sums)).toList();
        found.addAll(
            engine
                .read(
                    differences(
                        metric, terms, Equation.of(metric, terms), figures, Level.ASSUMPTION))
                .values());
      }
    }
    return found;
  }

  private Set<String> headlines() {
    return Cells.of(engine, "SELECT DISTINCT metric_id FROM sensitivity").stream()
        .map(cells -> cells.text("metric_id"))
        .collect(Collectors.toSet());
  }

  /** How many figures there are to add up. */
  public long figures() {
    return Cells.of(
            engine,
            """
            SELECT (SELECT COUNT(*) FROM metrics WHERE metric_id NOT IN (%s)) + (SELECT COUNT(*) FROM sensitivity) AS figures"""
                .formatted(
                    Stream.concat(Stream.of(""), untraced().stream())
                        .map(DuckDb::literal)
                        .collect(Collectors.joining(", "))))
        .get(0)
        .number("figures");
  }

  /** The metrics whose headers do not say which rows they are made of. */
  public List<String> untraced() {
    return sql.metrics().stream()
        .filter(metric -> !Term.isTold(metric))
        .map(SqlFile::name)
        .toList();
  }

  private Rows differences(SqlFile metric) {
    List<Term> terms = Term.of(metric, sources);
    Equation equation = Equation.of(metric, terms);
    List<String> levels = new ArrayList<>();
    for (Level level : metric.levels()) {
      levels.add(differences(metric, terms, equation, "metrics", level));
    }
    return engine.read(String.join("\nUNION ALL\n", levels) + "\nORDER BY data_year, level, key");
  }

  private static String differences(
      SqlFile metric, List<Term> terms, Equation equation, String figures, Level level) {
    String low = readded(terms, equation, "low");
    String central = readded(terms, equation, "central");
    String high = readded(terms, equation, "high");
    return """
        SELECT m.metric_id, m.data_year, m.level, m.key, m.status, m.central, %s AS readded
        FROM %s AS m
        %s
        WHERE m.metric_id = %s AND m.level = %s
          AND (
            (m.status = 'value' AND (%s m.central <> %s OR %s IS NULL))
            OR (m.status = 'not_reported' AND %s > 0)
            OR (m.status IN ('value', 'not_computed') AND m.rows_not_computed <> %s)
          )"""
        .formatted(
            central,
            figures,
            IntStream.range(0, terms.size())
                .mapToObj(
                    i ->
                        "LEFT JOIN (\n%s\n) AS t%d ON t%d.data_year = m.data_year AND t%d.key = m.key"
                            .formatted(terms.get(i).sums(level), i, i, i))
                .collect(Collectors.joining("\n")),
            DuckDb.literal(metric.name()),
            DuckDb.literal(level.id()),
            metric.header().containsKey("range")
                ? ""
                : "m.low <> " + low + " OR m.high <> " + high + " OR",
            central,
            central,
            total(terms, "computed"),
            total(terms, "missing"));
  }

  private static String readded(List<Term> terms, Equation equation, String bound) {
    List<String> names = terms.stream().map(Term::name).toList();
    return "CAST("
        + equation.sql(
            name ->
                "CAST(COALESCE(t%d.%s, 0) AS DECIMAL(30,6))".formatted(names.indexOf(name), bound))
        + " AS DECIMAL(28,4))";
  }

  private static String total(List<Term> terms, String column) {
    return IntStream.range(0, terms.size())
        .mapToObj(i -> "COALESCE(t%d.%s, 0)".formatted(i, column))
        .collect(Collectors.joining(" + ", "(", ")"));
  }
}
