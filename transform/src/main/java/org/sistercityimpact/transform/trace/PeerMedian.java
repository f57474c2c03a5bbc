package org.sistercityimpact.transform.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.transform.trace.Traced.TermSum;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine;

/** The values whose median a city is shown; whose they are is not told. */
final class PeerMedian {
  static final String TERM = "peers";

  static final String FORMULA =
      "median of the other members of the same population band that reported what it needs; no other member is named";

  private final Amount median;
  private final String printed;
  private final List<Row> rows;
  private final Amount readded;

  PeerMedian(SqlEngine engine, Sources sources, Question asked) {
    String member =
        "metric_id = %s AND data_year = %d AND member_id = %s"
            .formatted(DuckDb.literal(asked.metric()), asked.year(), DuckDb.literal(asked.key()));
    Cells figure =
        Cells.of(
                engine,
                """
                SELECT m.median AS low, m.median AS central, m.median AS high, p.status
                FROM (SELECT * FROM peer_medians WHERE %1$s) AS m
                CROSS JOIN (SELECT status FROM published_peer_medians WHERE %1$s) AS p"""
                    .formatted(member))
            .get(0);
    median = figure.amount();
    printed = figure.text("status");
    rows =
        Cells.of(
                engine,
                "SELECT central AS low, central, central AS high FROM %s WHERE %s ORDER BY central"
                    .formatted(sources.find("peer_values").from(), member))
            .stream()
            .map(cells -> new Row(TERM, null, null, null, null, 1, cells.amount(), null))
            .toList();
    BigDecimal middle =
        value((rows.size() - 1) / 2)
            .add(value(rows.size() / 2))
            .divide(BigDecimal.valueOf(2), 4, RoundingMode.HALF_UP);
    readded = new Amount(middle, middle, middle);
  }

  private BigDecimal value(int place) {
    return rows.get(place).amount().central();
  }

  Amount median() {
    return median;
  }

  /** The status that reports give it: value or withheld. */
  String printed() {
    return printed;
  }

  TermSum term() {
    return new TermSum(TERM, readded, rows.size(), true);
  }

  /** The peers' values, the smallest first. */
  List<Row> rows() {
    return rows;
  }
}
