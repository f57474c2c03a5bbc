package org.sistercityimpact.transform.trace;

import java.util.List;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine;

/** Says in words why a figure has no value. */
final class Absence {
  private final SqlEngine engine;
  private final SqlFile metric;
  private final Question asked;

  Absence(SqlEngine engine, SqlFile metric, Question asked) {
    this.engine = engine;
    this.metric = metric;
    this.asked = asked;
  }

  /** The reason for a status; null for a value. */
  String reason(String status) {
    return switch (status) {
      case "value" -> null;
      case "not_reported" -> unreported();
      case "not_computed" -> "every amount that it is made of lacks a parameter";
      case "not_known" ->
          "it looks back over %s and is known only where exchanges were reported in each of them; without a report: %s"
              .formatted(metric.require("window"), gaps());
      case "not_applicable" ->
          metric.header().getOrDefault("not_applicable", "it has no meaning here");
      default ->
          metric
              .header()
              .getOrDefault(
                  "withheld", "it would tell answers of few people or dollars of few firms");
    };
  }

  /** Nobody sent the dataset, or those that did left the cell empty in every row. */
  private String unreported() {
    List<Cells> reports = reports(asked.year());
    String unfilled = metric.header().get("unfilled");
    if (unfilled != null && reports.stream().anyMatch(r -> r.text("status").equals("reported"))) {
      return unfilled;
    }
    return reports.stream()
        .map(
            cells ->
                "%s of %d %s %s"
                    .formatted(
                        cells.text("dataset").replace('_', ' '),
                        cells.number("members"),
                        cells.number("members") == 1 ? "member" : "members",
                        cells.text("status").replace('_', ' ')))
        .collect(
            Collectors.joining(", ", "no member that it covers reported what it is made of: ", ""));
  }

  /** How the members stand with each dataset. */
  private List<Cells> reports(int year) {
    String datasets = metric.require("datasets");
    return Cells.of(
        engine,
        """
        SELECT m.dataset, m.status, COUNT(*) AS members
        FROM member_status AS m
        JOIN level_members AS l ON l.data_year = m.data_year AND l.member_id = m.member_id
        WHERE l.data_year = %d AND l.level = %s AND l.key = %s%s
        GROUP BY m.dataset, m.status
        ORDER BY m.dataset, m.status"""
            .formatted(
                year,
                DuckDb.literal(asked.level().id()),
                DuckDb.literal(asked.key()),
                datasets.equals("all")
                    ? ""
                    : " AND m.dataset IN (" + quoted(datasets.split(",\\s*")) + ")"));
  }

  /** The years of the window in which no member, or not the one member, reported exchanges. */
  private String gaps() {
    int years = Integer.parseInt(metric.require("window").replaceAll("\\D", ""));
    List<String> missing =
        Cells.of(
                engine,
                """
                SELECT y.data_year, COUNT(m.member_id) AS reported
                FROM (%s) AS y
                LEFT JOIN level_members AS l ON l.data_year = %d AND l.level = %s AND l.key = %s
                LEFT JOIN member_status AS m
                  ON m.data_year = y.data_year AND m.member_id = l.member_id AND m.dataset = 'exchanges' AND m.reported
                GROUP BY y.data_year
                ORDER BY y.data_year"""
                    .formatted(
                        years(years),
                        asked.year(),
                        DuckDb.literal(asked.level().id()),
                        DuckDb.literal(asked.key())))
            .stream()
            .filter(cells -> cells.number("reported") == 0)
            .map(cells -> cells.number("data_year").toString())
            .toList();
    return missing.isEmpty() ? "each member in some year" : String.join(", ", missing);
  }

  private String years(int count) {
    return java.util.stream.IntStream.rangeClosed(asked.year() - count + 1, asked.year())
        .mapToObj(year -> "SELECT CAST(" + year + " AS INTEGER) AS data_year")
        .collect(Collectors.joining(" UNION ALL "));
  }

  private static String quoted(String[] names) {
    return java.util.Arrays.stream(names).map(DuckDb::literal).collect(Collectors.joining(", "));
  }
}
