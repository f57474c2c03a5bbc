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
import java.util.stream.IntStream;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.trace.Sources.Source;
import org.sistercityimpact.transform.trace.Traced.Gap;
import org.sistercityimpact.transform.trace.Traced.Parameter;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.transform.trace.Traced.TermSum;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * The rows behind the terms of one figure. They are added up once by file; the rows themselves are
 * read again only of the files whose rows are shown, for a network has millions. With an assumption
 * moved, low and high are added up from the sums by file that the sensitivity is made of, and
 * compared with rows where all of them are shown.
 */
final class Evidence {
  private static final String BY_FILE = "amounts_by_file";
  private static final String COUNTED = "counted_";
  private static final String MOVED = "moved_rows";

  private final DuckDb engine;
  private final Sources sources;
  private final Question asked;
  private final List<Term> terms;
  private final List<String> selects;
  private final List<TermSum> sums = new ArrayList<>();
  private long notComputed;

  Evidence(DuckDb engine, Sources sources, Question asked, List<Term> terms) {
    this.engine = engine;
    this.sources = sources;
    this.asked = asked;
    this.terms = terms;
    this.selects = IntStream.range(0, terms.size()).mapToObj(this::select).toList();
    engine.hold(BY_FILE, asked.ofAssumption() ? movedByFile() : byFile("SUM(low)", "SUM(high)"));
    addUp();
  }

  /** The rows of one term as a SELECT. */
  private String select(int number) {
    String select = terms.get(number).rows(number, asked.headline());
    if (!terms.get(number).distinct()) {
      return select;
    }
    // Of things that are counted once there are few, but their first rows are long to find.
    engine.hold(COUNTED + number, select);
    return "SELECT * FROM " + COUNTED + number;
  }

  private String byFile(String low, String high) {
    return union(
        selects,
        "term, submission_id, parameters, %s AS low, SUM(central) AS central, %s AS high, COUNT(central) AS computed, COUNT(*) - COUNT(central) AS missing"
            .formatted(low, high),
        "TRUE",
        "GROUP BY term, submission_id, parameters");
  }

  /** What is central from the rows; low and high from the sensitivity's own sums by file. */
  private String movedByFile() {
    return byFile("NULL", "NULL")
        + "\nUNION ALL\n"
        + union(
            moved(movedFiles()),
            "term, submission_id, NULL AS parameters, low, NULL AS central, high, 0 AS computed, 0 AS missing",
            "TRUE",
            "");
  }

  private Source movedFiles() {
    Source files = sources.find("moved_files");
    if (files == null) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' with an assumption moved: its SQL was written before there was a model moved_files (trace the warehouse as it is now, without --edition)"
              .formatted(asked.metric()));
    }
    return files;
  }

  /** The same rows, one assumption moved, of a table that has them all. */
  private List<String> moved(Source table) {
    return IntStream.range(0, terms.size())
        .mapToObj(i -> terms.get(i).of(table).rows(i, asked))
        .toList();
  }

  /** A SELECT of these columns over the rows of each term, all terms together. */
  private static String union(
      List<String> selects, String columns, String condition, String grouped) {
    return selects.stream()
        .map(
            select ->
                "SELECT "
                    + columns
                    + " FROM (\n"
                    + select
                    + "\n) AS r WHERE "
                    + condition
                    + " "
                    + grouped)
        .collect(Collectors.joining("\nUNION ALL\n"));
  }

  /** Each term's sum over all its rows; 0 where it has none. */
  List<TermSum> sums() {
    return sums;
  }

  private void addUp() {
    Map<Long, Cells> byTerm =
        Cells.of(
                engine,
                """
                SELECT CAST(term AS BIGINT) AS term,
                  CAST(SUM(low) AS DECIMAL(28,4)) AS low,
                  CAST(SUM(central) AS DECIMAL(28,4)) AS central,
                  CAST(SUM(high) AS DECIMAL(28,4)) AS high,
                  CAST(SUM(computed) AS BIGINT) AS computed, CAST(SUM(missing) AS BIGINT) AS missing
                FROM %s
                GROUP BY term"""
                    .formatted(BY_FILE))
            .stream()
            .collect(Collectors.toMap(cells -> cells.number("term"), cells -> cells));
    for (int i = 0; i < terms.size(); i++) {
      Amount sum = new Amount(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
      long rows = 0;
      Cells cells = byTerm.get((long) i);
      if (cells != null) {
        sum = sum.plus(cells.amount());
        rows = cells.number("computed");
        notComputed += cells.number("missing");
      }
      sums.add(new TermSum(terms.get(i).name(), sum, rows, terms.get(i).distinct()));
    }
  }

  /** The first rows of each term, by file and row. */
  List<Row> rows(long most) {
    List<Cells> found =
        Cells.of(
            engine,
            """
            SELECT CAST(b.term AS BIGINT) AS term, b.measure, b.submission_id, s.file, s.sheet,
              b.source_row, b.item, CAST(b.times AS BIGINT) AS times, b.low, b.central, b.high
            FROM (
            %1$s
            ) AS b
            LEFT JOIN submissions AS s ON s.submission_id = b.submission_id
            QUALIFY ROW_NUMBER() OVER (PARTITION BY b.term ORDER BY %2$s) <= %3$s
            ORDER BY b.term, %2$s"""
                .formatted(
                    shown("central IS NOT NULL" + ofFirst(most)),
                    "s.file NULLS LAST, s.sheet NULLS FIRST, b.source_row NULLS FIRST, b.item NULLS FIRST, b.measure",
                    most));
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

  /**
   * Whether shown rows give the sum of each term of which all are shown.
   *
   * @param rows what {@link #rows} gave for {@code most}
   */
  boolean agree(List<Row> rows, long most) {
    Map<String, List<Row>> byTerm = rows.stream().collect(Collectors.groupingBy(Row::term));
    return sums.stream()
        .filter(sum -> sum.rows() <= most)
        .allMatch(
            sum ->
                byTerm.getOrDefault(sum.name(), List.of()).stream()
                    .map(Row::amount)
                    .reduce(
                        new Amount(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO), Amount::plus)
                    .equalTo(sum.amount()));
  }

  private String shown(String condition) {
    if (!asked.ofAssumption()) {
      return union(selects, "*", condition, "");
    }
    Source made = sources.find("moved_contributions");
    // Made once for all terms.
    return """
        WITH %1$s AS MATERIALIZED (
          SELECT * FROM %2$s WHERE assumption = %3$s AND data_year = %4$s AND (%5$s) AND %6$s
        )
        %7$s"""
        .formatted(
            MOVED,
            made.from(),
            DuckDb.literal(asked.key()),
            asked.year(),
            terms.stream().map(Term::condition).collect(Collectors.joining(" OR ")),
            condition,
            union(moved(new Source(MOVED, MOVED, made.columns(), made.select())), "*", "TRUE", ""));
  }

  /** Narrows rows to the first files that together hold as many as are asked for. */
  private String ofFirst(long most) {
    if (sums.stream().allMatch(sum -> sum.rows() <= most)) {
      return "";
    }
    Set<String> files = new TreeSet<>();
    for (Cells file :
        Cells.of(
            engine,
            """
            SELECT DISTINCT submission_id
            FROM (
              SELECT f.submission_id,
                SUM(f.computed) OVER (
                  PARTITION BY f.term ORDER BY s.file NULLS LAST, s.sheet NULLS FIRST RANGE UNBOUNDED PRECEDING
                ) - SUM(f.computed) OVER (PARTITION BY f.term, s.file, s.sheet) AS before
              FROM (SELECT term, submission_id, SUM(computed) AS computed FROM %s GROUP BY term, submission_id) AS f
              LEFT JOIN submissions AS s ON s.submission_id = f.submission_id
              WHERE f.computed > 0
            ) AS b
            WHERE before < %s"""
                .formatted(BY_FILE, most))) {
      if (file.text("submission_id") == null) {
        return "";
      }
      files.add(file.text("submission_id"));
    }
    return " AND submission_id IN (" + literals(files) + ")";
  }

  /** The formulas of these rows; asked for by file, so that not all of the network are made. */
  private Map<List<Object>, String> inNumbers(List<Cells> rows) {
    Source formulas = sources.find("row_formulas");
    Set<String> named = new TreeSet<>();
    Set<String> files = new TreeSet<>();
    for (Cells row : rows) {
      String measure = row.text("measure");
      if (measure != null && formulas.names(measure)) {
        named.add(measure);
        files.add(row.text("submission_id"));
      }
    }
    Map<List<Object>, String> inNumbers = new HashMap<>();
    if (!named.isEmpty()) {
      Cells.of(
              engine,
              """
              SELECT metric_id AS measure, submission_id, source_row, in_numbers
              FROM %s
              WHERE metric_id IN (%s) AND data_year BETWEEN %s AND %s AND submission_id IN (%s)"""
                  .formatted(
                      formulas.from(),
                      literals(named),
                      asked.year() - terms.stream().mapToInt(Term::years).max().orElse(1) + 1,
                      asked.year(),
                      literals(files)))
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
    return Cells.of(
            engine,
            """
            SELECT p.name, p.key, p.low, p.central, p.high, p.unit, p.source, p.confidence, p.note, p.release_year, u.amounts
            FROM (
              SELECT used, CAST(SUM(computed) AS BIGINT) AS amounts
              FROM (SELECT unnest(string_split(parameters, ';')) AS used, computed FROM %s WHERE computed > 0) AS f
              GROUP BY used
            ) AS u
            JOIN parameters AS p ON CONCAT(p.name, '=', p.key) = u.used
            ORDER BY p.name, p.key"""
                .formatted(BY_FILE))
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
            %s
            ) AS b
            LEFT JOIN parameters AS p ON CONCAT(p.name, '=', p.key) = b.used
            JOIN submissions AS s ON s.submission_id = b.submission_id
            WHERE p.name IS NULL AND b.used <> ''
            ORDER BY parameter, parameter_key, s.file, s.sheet NULLS FIRST, b.source_row"""
                .formatted(
                    union(
                        selects,
                        "*, unnest(string_split(parameters, ';')) AS used",
                        "central IS NULL",
                        "")))) {
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

  private static String literals(Set<String> texts) {
    return texts.stream().map(DuckDb::literal).collect(Collectors.joining(", "));
  }
}
