package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import java.util.List;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * A row that is in doubt and neither corrected nor confirmed: of {@code findings}.
 *
 * @param memberId the member that sent it
 * @param measure the measure of which it is most; null where it adds to none
 * @param networkShare its part of the network's sum of that measure, 0 to 1
 * @param memberShare its part of the member's sum, 0 to 1
 */
public record Doubt(
    String memberId, String measure, BigDecimal networkShare, BigDecimal memberShare) {

  /**
   * The rows in doubt of a year; none in editions, which are not published before it is settled.
   */
  public static List<Doubt> read(Warehouse warehouse, SqlEngine engine, int year) {
    if (!warehouse.manifest().tables().containsKey("doubts")) {
      return List.of();
    }
    return new TableReader(engine)
        .list(
            """
            SELECT member_id, metric_id, network_share, member_share
            FROM findings
            WHERE status = 'open' AND data_year = %s
            ORDER BY submission_id, source_row, column_name"""
                .formatted(year),
            r -> new Doubt(r.text(0), r.text(1), r.decimal(2), r.decimal(3)));
  }
}
