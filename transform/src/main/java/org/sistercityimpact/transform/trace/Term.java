package org.sistercityimpact.transform.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.trace.Sources.Source;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * One term of a figure's equation: rows that are added up, or things that are counted. It is
 * written in the header of the metric's file, terms apart by a semicolon:
 *
 * <pre>
 * -- trace: came = FROM contributions OVER 3 YEARS WHERE metric_id = 'people' AND direction = 'inbound'
 *    people = SUM(people) FROM exchange_amounts WHERE youth IS NOT NULL
 *    ties = COUNT(*) FROM ties WHERE active
 *    countries = COUNT(DISTINCT partner_country) FROM ties WHERE active
 * </pre>
 *
 * <p>The table is a model or a file of {@code sql/trace}, with the columns {@code data_year,
 * submission_id, source_row}, those of the levels that the metric has, and {@code low, central,
 * high} where nothing is said of SUM or COUNT.
 *
 * @param name as the equation calls it
 * @param value what each row adds in all three cases; empty: its own low, central and high
 * @param distinct whether the different values of {@code value} are counted instead
 * @param table what the rows are read from
 * @param years how many data years back, the year itself included
 * @param condition which rows; empty: all of the level and key
 */
record Term(
    String name, String value, boolean distinct, Source table, int years, String condition) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[a-z_0-9]+) = (?:(?:(?<count>COUNT\\(\\*\\))|COUNT\\(DISTINCT (?<item>[a-z_]+)\\)|SUM\\((?<sum>[^()]+)\\)) )?"
              + "FROM (?<table>[a-z_0-9]+)(?: OVER (?<years>\\d+) YEARS)?(?: WHERE (?<condition>.+))?");

  /** Measures whose parts are categories, as the model contribution_cells has them. */
  private static final Set<String> PARTS_BY_CATEGORY = Set.of("trade_stage", "cost");

  /** A metric that takes its figures from totals as they are. */
  private static final Pattern SUM =
      Pattern.compile(
          "totals WHERE measure = '(?<measure>[a-z_0-9]+)' AND part = '(?<part>[a-z_]+)'");

  /** The terms of a metric; throws {@link ConfigurationException} when its header names none. */
  static List<Term> of(SqlFile metric, Sources sources) {
    if (!metric.header().containsKey("trace") && SUM.matcher(figures(metric)).matches()) {
      return List.of(sum(metric, sources));
    }
    if (!metric.header().containsKey("trace")) {
      throw new ConfigurationException(
          "Cannot trace metric '%s' in %s: its header does not say which rows it is made of (add a line '-- trace: …', as docs/adding-things.md shows)"
              .formatted(metric.name(), metric.path()));
    }
    List<Term> terms = new ArrayList<>();
    for (String text : metric.require("trace").split(";\\s*")) {
      Matcher parts = FORM.matcher(text);
      if (!parts.matches()) {
        throw new ConfigurationException(
            "Cannot read trace '%s' in %s: it is not of the form 'NAME = [SUM(…)|COUNT(*)|COUNT(DISTINCT …)] FROM TABLE [OVER n YEARS] [WHERE …]' (see docs/adding-things.md)"
                .formatted(text, metric.path()));
      }
      Source table = sources.find(parts.group("table"));
      if (table == null) {
        throw new ConfigurationException(
            "Cannot read trace '%s' in %s: there is no model or trace table '%s' (name one of sql/models or sql/trace)"
                .formatted(text, metric.path(), parts.group("table")));
      }
      String item = parts.group("item");
      String sum = parts.group("count") != null ? "1" : parts.group("sum");
      terms.add(
          new Term(
              parts.group("name"),
              item != null ? item : sum != null ? sum : "",
              item != null,
              table,
              parts.group("years") == null ? 1 : Integer.parseInt(parts.group("years")),
              parts.group("condition") == null ? "" : parts.group("condition")));
    }
    return terms;
  }

  private static String figures(SqlFile metric) {
    return metric.header().getOrDefault("figures", "");
  }

  /** A plain sum is made of the contributions that its totals are made of. */
  private static Term sum(SqlFile metric, Sources sources) {
    Matcher of = SUM.matcher(figures(metric));
    if (!of.matches()) {
      throw new IllegalStateException(figures(metric));
    }
    String part = of.group("part");
    return new Term(
        of.group("measure"),
        "",
        false,
        sources.find("contributions"),
        1,
        "metric_id = '%s'".formatted(of.group("measure"))
            + (part.equals("all")
                ? ""
                : " AND %s = '%s'"
                    .formatted(
                        PARTS_BY_CATEGORY.contains(of.group("measure")) ? "category" : "direction",
                        part)));
  }

  /** Whether a metric's header says which rows it is made of. */
  static boolean isTold(SqlFile metric) {
    return metric.header().containsKey("trace") || SUM.matcher(figures(metric)).matches();
  }

  /** The same of another table with the same columns. */
  Term of(Source other) {
    return new Term(name, value, distinct, other, years, condition);
  }

  /**
   * The rows behind the term as a SELECT of term, measure, submission_id, source_row, item, times,
   * low, central, high, parameters. Of things that are counted once it gives the first row of each,
   * and in {@code times} how many rows there are.
   */
  String rows(int number, Question asked) {
    return """
        SELECT %s AS term, %s AS measure, submission_id, %s AS source_row, %s AS item, %s AS times,
          %s AS low, %s AS central, %s AS high, %s AS parameters
        FROM %s
        WHERE data_year BETWEEN %d AND %d AND %s%s%s"""
        .formatted(
            number,
            optional("metric_id", "VARCHAR"),
            optional("source_row", "INTEGER"),
            distinct ? "CAST(" + value + " AS VARCHAR)" : optional("item", "VARCHAR"),
            distinct ? "COUNT(*) OVER (PARTITION BY " + value + ")" : "1",
            amount("low"),
            amount("central"),
            amount("high"),
            optional("parameters", "VARCHAR"),
            table.from(),
            asked.year() - years + 1,
            asked.year(),
            counted(place(asked), asked.level()),
            condition.isEmpty() ? "" : " AND (" + condition + ")",
            distinct
                ? " AND %1$s IS NOT NULL\nQUALIFY ROW_NUMBER() OVER (PARTITION BY %1$s ORDER BY data_year, member_id, submission_id, source_row) = 1"
                    .formatted(value)
                : "");
  }

  /**
   * Every submitted row behind the term, also those that show again what another has shown, as a
   * SELECT of submission_id and source_row; empty where the table does not name rows.
   */
  String places(Question asked) {
    return !table.columns().containsAll(List.of("submission_id", "source_row"))
        ? ""
        : "SELECT submission_id, source_row FROM %s WHERE data_year BETWEEN %d AND %d AND %s%s"
            .formatted(
                table.from(),
                asked.year() - years + 1,
                asked.year(),
                counted(place(asked), asked.level()),
                condition.isEmpty() ? "" : " AND (" + condition + ")");
  }

  /**
   * The sums of the term for all keys of a level and all years at once, as a SELECT of data_year,
   * key, low, central, high, computed (rows with an amount) and missing (rows without).
   */
  String sums(Level level) {
    return """
        SELECT y.data_year, %s AS key, %s AS low, %s AS central, %s AS high,
          COUNT(%s) AS computed, COUNT(*) - COUNT(%s) AS missing
        FROM (SELECT * FROM %s%s) AS r
        JOIN data_years AS y ON y.data_year BETWEEN r.data_year AND r.data_year + %d
        GROUP BY %s"""
        .formatted(
            level.column().isEmpty() ? "''" : "r." + level.column(),
            total("low"),
            total("central"),
            total("high"),
            amount("central"),
            amount("central"),
            table.from(),
            " WHERE " + counted(condition.isEmpty() ? "TRUE" : "(" + condition + ")", level),
            years - 1,
            "y.data_year" + (level.column().isEmpty() ? "" : ", r." + level.column()));
  }

  /**
   * Where the rows of the table count at a level, and what they add: a SELECT of key, low, central,
   * high, a row a key.
   */
  String ofRow(Level level) {
    String key = level.column().isEmpty() ? "''" : level.column();
    return """
        SELECT %s AS key, SUM(%s) AS low, SUM(%s) AS central, SUM(%s) AS high
        FROM %s
        WHERE %s%s
        GROUP BY ALL
        HAVING COUNT(*) > 0"""
        .formatted(
            key,
            amount("low"),
            amount("central"),
            amount("high"),
            table.from(),
            counted(condition.isEmpty() ? "TRUE" : "(" + condition + ")", level),
            distinct ? " AND " + value + " IS NOT NULL" : "");
  }

  private String total(String bound) {
    return distinct ? "COUNT(DISTINCT r." + value + ")" : "SUM(" + amount(bound) + ")";
  }

  /** What a row adds in one of the three cases, as SQL. */
  String amount(String bound) {
    return "CAST(%s AS DECIMAL(28,4))".formatted(distinct ? "1" : value.isEmpty() ? bound : value);
  }

  private String optional(String column, String type) {
    return table.columns().contains(column) ? column : "CAST(NULL AS " + type + ")";
  }

  /** Below the state, rows that are held back do not count; ties have a view of each kind. */
  private String counted(String condition, Level level) {
    boolean whole = level.isWhole();
    return condition
        + (table.columns().contains("whole") ? whole ? " AND whole" : " AND NOT whole" : "")
        + (table.columns().contains("public") && !whole ? " AND public" : "");
  }

  private static String place(Question asked) {
    String column = asked.level().column();
    return column.isEmpty() ? "1 = 1" : column + " = " + DuckDb.literal(asked.key());
  }
}
