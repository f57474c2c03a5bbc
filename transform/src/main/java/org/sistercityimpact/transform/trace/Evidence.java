package org.sistercityimpact.transform.trace;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.trace.Sources.Source;
import org.sistercityimpact.transform.trace.Traced.Amount;
import org.sistercityimpact.transform.trace.Traced.Gap;
import org.sistercityimpact.transform.trace.Traced.Parameter;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.transform.trace.Traced.TermSum;
import org.sistercityimpact.warehouse.DuckDb;

/** The rows behind the terms of one figure, looked for once and then asked by the engine. */
final class Evidence {
  private static final String ROWS = "rows_behind";
  // A file is of one member and year.
  private static final String SAME_ROW =
      "q.metric_id = b.measure AND q.submission_id = b.submission_id AND q.source_row = b.source_row";

  private final DuckDb engine;
  private final Source formulas;
  private final Source parameters;
  private final Question asked;
  private final List<Term> terms;
  private final Set<String> measures = new TreeSet<>();
  private final List<TermSum> sums = new ArrayList<>();
  private long notComputed;

  Evidence(DuckDb engine, Sources sources, Question asked, List<Term> terms) {
    this.engine = engine;
    this.formulas = sources.find("row_formulas");
    this.parameters = sources.find("row_parameters");
    this.asked = asked;
    this.terms = terms;
    List<String> selects = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      selects.add(terms.get(i).rows(i, asked));
    }
    engine.hold(ROWS, String.join("\nUNION ALL\n", selects));
    addUp();
  }

  /** Each term's sum over all its rows; 0 where it has none. */
  List<TermSum> sums() {
    return sums;
  }

  private void addUp() {
    Map<Long, List<Cells>> byTerm =
        Cells.of(
                engine,
                """
                SELECT CAST(term AS BIGINT) AS term, measure,
                  CAST(SUM(low) AS DECIMAL(28,4)) AS low,
                  CAST(SUM(central) AS DECIMAL(28,4)) AS central,
                  CAST(SUM(high) AS DECIMAL(28,4)) AS high,
                  COUNT(central) AS computed, COUNT(*) - COUNT(central) AS missing
                FROM %s
                GROUP BY term, measure"""
                    .formatted(ROWS))
            .stream()
            .collect(Collectors.groupingBy(cells -> cells.number("term")));
    for (int i = 0; i < terms.size(); i++) {
      Amount sum = new Amount(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
      long rows = 0;
      for (Cells cells : byTerm.getOrDefault((long) i, List.of())) {
        sum = sum.plus(cells.amount());
        rows += cells.number("computed");
        notComputed += cells.number("missing");
        if (cells.text("measure") != null) {
          measures.add(cells.text("measure"));
        }
      }
      sums.add(new TermSum(terms.get(i).name(), sum, rows, terms.get(i).distinct()));
    }
  }

  /** The first rows of each term, by file and row. */
  List<Row> rows(long most) {
    List<Cells> found = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      String first =
          """
          SELECT CAST(b.term AS BIGINT) AS term, b.measure, b.data_year, b.member_id, b.submission_id, s.file, s.sheet,
            b.source_row, b.item, CAST(b.times AS BIGINT) AS times, b.low, b.central, b.high
          FROM %s AS b
          LEFT JOIN submissions AS s ON s.submission_id = b.submission_id
          WHERE b.term = %d AND b.central IS NOT NULL
          ORDER BY s.file NULLS LAST, s.sheet NULLS FIRST, b.source_row NULLS FIRST, b.item NULLS FIRST, b.measure
          LIMIT %d"""
              .formatted(ROWS, i, most);
      found.addAll(Cells.of(engine, first));
    }
    Map<List<Object>, String> inNumbers = inNumbers(found);
    return found.stream()
        .map(
            cells ->
                row(
                    terms.get(cells.number("term").intValue()).name(),
                    cells,
                    cells.amount(),
                    inNumbers.get(place(cells))))
        .toList();
  }

  /** The formulas of these rows; asked for by member, so that not all of the network are made. */
  private Map<List<Object>, String> inNumbers(List<Cells> rows) {
    Set<String> named = new TreeSet<>();
    Set<String> members = new TreeSet<>();
    for (Cells row : rows) {
      String measure = row.text("measure");
      if (measure != null && formulas.names(measure)) {
        named.add(measure);
        members.add(row.text("member_id"));
      }
    }
    Map<List<Object>, String> inNumbers = new HashMap<>();
    if (!named.isEmpty()) {
      Cells.of(
              engine,
              """
              SELECT metric_id AS measure, submission_id, source_row, in_numbers
              FROM %s
              WHERE %s AND member_id IN (%s)"""
                  .formatted(formulas.from(), of(named), literals(members)))
          .forEach(cells -> inNumbers.put(place(cells), cells.text("in_numbers")));
    }
    return inNumbers;
  }

  private static List<Object> place(Cells cells) {
    return Arrays.asList(
        cells.text("measure"), cells.text("submission_id"), cells.number("source_row"));
  }

  private static Row row(String term, Cells cells, Amount amount, String inNumbers) {
    return new Row(
        term,
        cells.text("file"),
        cells.text("sheet"),
        cells.number("source_row"),
        cells.text("item"),
        cells.number("times"),
        amount,
        inNumbers);
  }

  /** The rows of parameters that entered these rows. */
  List<Parameter> parameters() {
    if (measures.stream().noneMatch(parameters::names)) {
      return List.of();
    }
    return Cells.of(
            engine,
            """
            SELECT p.name, p.key, p.low, p.central, p.high, p.unit, p.source, p.confidence, p.note, p.release_year, u.amounts
            FROM (
              SELECT used, CAST(SUM(amounts) AS BIGINT) AS amounts
              FROM (
                SELECT unnest(string_split(q.parameters, ';')) AS used, COUNT(*) AS amounts
                FROM %s AS b
                JOIN (SELECT * FROM %s WHERE %s) AS q ON %s
                WHERE b.central IS NOT NULL
                GROUP BY q.parameters
              ) AS s
              GROUP BY used
            ) AS u
            JOIN parameters AS p ON CONCAT(p.name, '=', p.key) = u.used
            ORDER BY p.name, p.key"""
                .formatted(ROWS, parameters.from(), ofMeasures(), SAME_ROW))
        .stream()
        .map(
            cells ->
                new Parameter(
                    cells.text("name"),
                    cells.text("key"),
                    cells.amount(),
                    cells.text("unit"),
                    cells.text("source"),
                    cells.text("confidence"),
                    cells.text("note"),
                    cells.number("release_year"),
                    cells.number("amounts")))
        .toList();
  }

  /** The rows without an amount, by the parameter that they lack. */
  List<Gap> gaps() {
    if (notComputed == 0) {
      return List.of();
    }
    Map<List<String>, List<Row>> byParameter = new LinkedHashMap<>();
    for (Cells cells :
        Cells.of(
            engine,
            """
            SELECT DISTINCT split_part(b.used, '=', 1) AS parameter, split_part(b.used, '=', 2) AS parameter_key,
              s.file, s.sheet, b.source_row, b.item, CAST(b.times AS BIGINT) AS times
            FROM (
              SELECT b.*, unnest(string_split(q.parameters, ';')) AS used
              FROM %s AS b
              JOIN (SELECT * FROM %s WHERE %s) AS q ON %s
              WHERE b.central IS NULL
            ) AS b
            LEFT JOIN parameters AS p ON CONCAT(p.name, '=', p.key) = b.used
            JOIN submissions AS s ON s.submission_id = b.submission_id
            WHERE p.name IS NULL AND b.used <> ''
            ORDER BY parameter, parameter_key, s.file, s.sheet NULLS FIRST, b.source_row"""
                .formatted(ROWS, parameters.from(), ofMeasures(), SAME_ROW))) {
      byParameter
          .computeIfAbsent(
              List.of(cells.text("parameter"), cells.text("parameter_key")),
              key -> new ArrayList<>())
          .add(row(null, cells, Amount.NONE, null));
    }
    return byParameter.entrySet().stream()
        .map(gap -> new Gap(gap.getKey().get(0), gap.getKey().get(1), gap.getValue()))
        .toList();
  }

  /** Narrows a table of {@code sql/trace}, so that it is not computed for the whole network. */
  private String ofMeasures() {
    return of(measures);
  }

  private String of(Set<String> named) {
    int years = terms.stream().mapToInt(Term::years).max().orElse(1);
    return "metric_id IN (%s) AND data_year BETWEEN %d AND %d"
        .formatted(literals(named), asked.year() - years + 1, asked.year());
  }

  private static String literals(Set<String> texts) {
    return texts.stream().map(DuckDb::literal).collect(Collectors.joining(", "));
  }
}
