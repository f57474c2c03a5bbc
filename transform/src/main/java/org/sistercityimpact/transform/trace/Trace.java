package org.sistercityimpact.transform.trace;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.trace.Traced.Coverage;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.transform.trace.Traced.TermSum;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * Takes figures apart. What a figure is made of stands in the header of its metric's file ({@link
 * Term}, {@link Equation}) and in {@code sql/trace}; here it is asked for, added up anew and
 * compared with the figure.
 */
public final class Trace {
  private final DuckDb engine;
  private final Map<String, SqlFile> metrics;
  private final Sources sources;

  /**
   * A trace over the tables that {@code engine} exposes.
   *
   * @param sql the files that the tables were made with
   */
  public Trace(DuckDb engine, SqlFolder sql) {
    this.engine = engine;
    this.metrics = sql.metrics().stream().collect(Collectors.toMap(SqlFile::name, file -> file));
    this.sources = new Sources(sql);
  }

  /**
   * Finds the figure that is meant; throws {@link
   * org.sistercityimpact.warehouse.ConfigurationException} that lists what there is when there is
   * none.
   *
   * @param level null: the level that has the key, or the network
   * @param key null: none
   * @param year null: the latest
   */
  public Question ask(String metric, Level level, String key, Integer year) {
    return new Questions(engine, metrics).ask(metric, level, key, year);
  }

  /**
   * Takes one figure apart.
   *
   * @param most how many rows of each term to give at most; sums are always of all rows
   */
  public Traced answer(Question asked, long most) {
    SqlFile metric = metrics.get(asked.metric());
    if (asked.ofPeers()) {
      return ofPeers(metric, asked, most);
    }
    Cells figure = asked.ofAssumption() ? movedFigure(asked) : figure(asked);
    List<Term> terms = Term.of(metric, sources);
    Equation equation = Equation.of(metric, terms);
    Evidence evidence = new Evidence(engine, sources, asked, terms);
    List<Row> rows = evidence.rows(most);
    String status = figure.text("status");
    String range =
        asked.ofAssumption()
            ? "%1$s at its low, %1$s at its high; all else central".formatted(asked.key())
            : metric.header().get("range");
    boolean readds =
        !status.equals("value")
            || agree(metric, readded(equation, evidence.sums()), figure.amount())
                && evidence.agree(rows, most);
    return new Traced(
        asked,
        about(metric, asked, metric.require("formula"), range),
        new Traced.Value(
            status,
            figure.text("printed"),
            figure.amount(),
            figure.number("n"),
            new Absence(engine, metric, asked).reason(status),
            readds),
        new Traced.Behind(
            equation,
            evidence.sums(),
            rows,
            evidence.parameters(),
            new SettledNames(engine)
                .in(
                    terms.stream()
                        .map(term -> term.places(asked.headline()))
                        .filter(select -> !select.isEmpty())
                        .toList()),
            evidence.gaps(),
            coverage(metric, asked)));
  }

  private Traced.About about(SqlFile metric, Question asked, String formula, String range) {
    return new Traced.About(
        metric.require("title"),
        metric.require("unit"),
        Integer.parseInt(metric.require("decimals")),
        place(asked),
        formula,
        range,
        metric.require("sources"));
  }

  private Cells figure(Question asked) {
    return Cells.of(
            engine,
            """
            SELECT m.low, m.central, m.high, m.n, m.status, p.status AS printed
            FROM metrics AS m
            JOIN published_metrics AS p
              ON p.metric_id = m.metric_id AND p.data_year = m.data_year AND p.level = m.level AND p.key = m.key
            WHERE m.metric_id = %s AND m.data_year = %d AND m.level = %s AND m.key = %s"""
                .formatted(
                    DuckDb.literal(asked.metric()),
                    asked.year(),
                    DuckDb.literal(asked.level().id()),
                    DuckDb.literal(asked.key())))
        .get(0);
  }

  /** A headline of the network, low and high no longer by all assumptions but by one. */
  private Cells movedFigure(Question asked) {
    return Cells.of(
            engine,
            """
            SELECT s.at_low AS low, s.central, s.at_high AS high, p.n, 'value' AS status, p.status AS printed
            FROM sensitivity AS s
            JOIN published_metrics AS p
              ON p.metric_id = s.metric_id AND p.data_year = s.data_year AND p.level = 'network'
            WHERE s.metric_id = %s AND s.data_year = %s AND s.assumption = %s"""
                .formatted(
                    DuckDb.literal(asked.metric()), asked.year(), DuckDb.literal(asked.key())))
        .get(0);
  }

  private Traced ofPeers(SqlFile metric, Question asked, long most) {
    PeerMedian peers = new PeerMedian(engine, sources, asked);
    return new Traced(
        asked,
        about(metric, asked, PeerMedian.FORMULA, null),
        new Traced.Value(
            "value",
            peers.printed(),
            peers.median(),
            peers.rows().size(),
            null,
            peers.term().amount().equalTo(peers.median())),
        new Traced.Behind(
            new Equation(PeerMedian.TERM),
            List.of(peers.term()),
            peers.rows().stream().limit(most).toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static boolean agree(SqlFile metric, Amount readded, Amount figure) {
    return metric.header().containsKey("range")
        ? readded.central().compareTo(figure.central()) == 0
        : readded.equalTo(figure);
  }

  /** The equation worked out by the engine for each of the three cases. */
  private Amount readded(Equation equation, List<TermSum> sums) {
    return Cells.of(
            engine,
            "SELECT CAST(%s AS DECIMAL(28,4)) AS low, CAST(%s AS DECIMAL(28,4)) AS central, CAST(%s AS DECIMAL(28,4)) AS high"
                .formatted(
                    equation.sql(literals(sums, Amount::low)),
                    equation.sql(literals(sums, Amount::central)),
                    equation.sql(literals(sums, Amount::high))))
        .get(0)
        .amount();
  }

  private static Function<String, String> literals(
      List<TermSum> sums, Function<Amount, BigDecimal> bound) {
    Map<String, BigDecimal> values =
        sums.stream().collect(Collectors.toMap(TermSum::name, sum -> bound.apply(sum.amount())));
    return name -> "CAST(" + values.get(name).toPlainString() + " AS DECIMAL(30,6))";
  }

  private List<Coverage> coverage(SqlFile metric, Question asked) {
    String datasets = metric.require("datasets");
    return Cells.of(
            engine,
            """
            SELECT dataset, expected, expected_reported AS reported
            FROM level_reports
            WHERE data_year = %d AND level = %s AND key = %s AND dataset <> 'exchanges_events'
            ORDER BY dataset"""
                .formatted(
                    asked.year(),
                    DuckDb.literal(asked.headline().level().id()),
                    DuckDb.literal(asked.headline().key())))
        .stream()
        .filter(
            cells ->
                datasets.equals("all")
                    || List.of(datasets.split(",\\s*")).contains(cells.text("dataset")))
        .map(
            cells ->
                new Coverage(
                    cells.text("dataset"), cells.number("expected"), cells.number("reported")))
        .toList();
  }

  /** The level and key in words. */
  private String place(Question asked) {
    String key = DuckDb.literal(asked.key());
    return switch (asked.level()) {
      case NETWORK -> "the network";
      case ASSUMPTION -> "the network with " + asked.key() + " moved";
      case STATE -> named("SELECT name FROM states WHERE code = " + key, asked);
      case PARTNER_COUNTRY ->
          "partners in " + named("SELECT name FROM countries WHERE code = " + key, asked);
      case PARTNERSHIP ->
          named(
              """
              SELECT CONCAT(m.name, ' and ', p.partner_name) AS name
              FROM partnerships AS p
              JOIN members AS m ON m.member_id = p.member_id
              WHERE p.partnership_id = %s"""
                  .formatted(key),
              asked);
      case PURPOSE -> "exchanges and events of the purpose " + asked.key();
      case MEMBER, PEER ->
          (asked.ofPeers() ? "the peers of " : "")
              + named("SELECT name FROM members WHERE member_id = " + key, asked);
    };
  }

  private String named(String select, Question asked) {
    return Cells.of(engine, select).stream()
        .map(cells -> cells.text("name") + " (" + asked.key() + ")")
        .findFirst()
        .orElse(asked.key());
  }
}
