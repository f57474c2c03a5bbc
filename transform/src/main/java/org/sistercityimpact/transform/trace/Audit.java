package org.sistercityimpact.transform.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private final SqlEngine engine;
  private final SqlFolder sql;
  private final Sources sources;

  /**
   * An audit over the tables that {@code engine} exposes.
   *
   * @param sql the files that the tables were made with
   */
  public Audit(SqlEngine engine, SqlFolder sql) {
    this.engine = engine;
    this.sql = sql;
    this.sources = new Sources(sql);
  }

  /**
   * The figures whose rows do not give them exactly, low, central and high; figures that have rows
   * though nothing was reported; and those with another number of rows not computed. Columns:
   * metric_id, data_year, level, key, status, central, readded.
   */
  public Rows differences() {
    List<SqlEngine.Column> columns = List.of();
    List<Object[]> found = new ArrayList<>();
    // One metric after the other: together they would need the memory of all.
    for (SqlFile metric : sql.metrics()) {
      if (metric.header().containsKey("trace")) {
        Rows rows = differences(metric);
        columns = rows.columns();
        found.addAll(rows.values());
      }
    }
    return new Rows(columns, found);
  }

  /** The metrics whose headers do not say which rows they are made of. */
  public List<String> untraced() {
    return sql.metrics().stream()
        .filter(metric -> !metric.header().containsKey("trace"))
        .map(SqlFile::name)
        .toList();
  }

  private Rows differences(SqlFile metric) {
    List<Term> terms = Term.of(metric, sources);
    Equation equation = Equation.of(metric, terms);
    List<String> levels = new ArrayList<>();
    for (String level : metric.require("levels").split(",\\s*")) {
      levels.add(differences(metric, terms, equation, level));
    }
    return engine.read(String.join("\nUNION ALL\n", levels) + "\nORDER BY data_year, level, key");
  }

  private String differences(SqlFile metric, List<Term> terms, Equation equation, String level) {
    String low = readded(terms, equation, "low");
    String central = readded(terms, equation, "central");
    String high = readded(terms, equation, "high");
    return """
        SELECT m.metric_id, m.data_year, m.level, m.key, m.status, m.central, %s AS readded
        FROM metrics AS m
        %s
        WHERE m.metric_id = %s AND m.level = %s
          AND (
            (m.status = 'value' AND (%s m.central <> %s OR %s IS NULL))
            OR (m.status = 'not_reported' AND %s > 0)
            OR (m.status IN ('value', 'not_computed') AND m.rows_not_computed <> %s)
          )"""
        .formatted(
            central,
            IntStream.range(0, terms.size())
                .mapToObj(
                    i ->
                        "LEFT JOIN (\n%s\n) AS t%d ON t%d.data_year = m.data_year AND t%d.key = m.key"
                            .formatted(terms.get(i).sums(level), i, i, i))
                .collect(Collectors.joining("\n")),
            DuckDb.literal(metric.name()),
            DuckDb.literal(level),
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
