package org.sistercityimpact.transform.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;

/**
 * One term of a metric's figures, of all levels, keys and years at once: what a comparison of two
 * editions asks for.
 *
 * @param table a model, or a file of {@code sql/trace}
 * @param reads the columns of the table that decide which rows count, where, and how much
 * @param item what is counted once, as SQL; null when rows are added up
 * @param low what a row adds, as SQL
 * @param central the same, central
 * @param high the same, high
 * @param condition which rows count, as SQL; empty: all
 * @param years how many data years back a figure reaches, its own included
 */
public record FigureRows(
    String table,
    Set<String> reads,
    String item,
    String low,
    String central,
    String high,
    String condition,
    int years) {

  /** The columns that say whose a row is, and so in which levels it counts. */
  public static final List<String> PLACES =
      List.of("member_id", "state", "partnership_id", "partner_country", "purpose");

  /** The columns that say whether it counts below the state; editions by rule 1 lack them. */
  private static final Set<String> SHOWN = Set.of("public", "whole");

  private static final Pattern WORD = Pattern.compile("[a-z_][a-z_0-9]*");

  /** The terms of all metrics whose headers name them, by metric. */
  public static Map<String, List<FigureRows>> of(SqlFolder sql) {
    Sources sources = new Sources(sql);
    return sql.metrics().stream()
        .filter(Term::isTold)
        .collect(
            Collectors.toMap(
                SqlFile::name,
                metric -> Term.of(metric, sources).stream().map(FigureRows::of).toList()));
  }

  /** The same without what {@code other} knows nothing of, so that the two can be compared. */
  public FigureRows comparableWith(FigureRows other) {
    Set<String> common = new TreeSet<>(reads);
    common.removeIf(column -> SHOWN.contains(column) && !other.reads.contains(column));
    return new FigureRows(table, common, item, low, central, high, condition, years);
  }

  private static FigureRows of(Term term) {
    Set<String> reads = new TreeSet<>(PLACES);
    reads.addAll(List.of("metric_id", "data_year"));
    reads.addAll(SHOWN);
    if (term.value().isEmpty()) {
      reads.addAll(List.of("low", "central", "high"));
    }
    WORD.matcher(term.value() + " " + term.condition())
        .results()
        .forEach(word -> reads.add(word.group()));
    reads.retainAll(term.table().columns());
    return new FigureRows(
        term.table().name(),
        reads,
        term.distinct() ? term.value() : null,
        term.amount("low"),
        term.amount("central"),
        term.amount("high"),
        term.distinct()
            ? term.value()
                + " IS NOT NULL"
                + (term.condition().isEmpty() ? "" : " AND (" + term.condition() + ")")
            : term.condition(),
        term.years());
  }
}
