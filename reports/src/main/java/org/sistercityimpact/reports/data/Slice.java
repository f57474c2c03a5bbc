package org.sistercityimpact.reports.data;

import java.math.BigDecimal;

/**
 * Part of the contributions to a metric in the report's year, of one member or of all.
 *
 * @param memberId empty for the network
 * @param category for a cost the funder, for a trade stage the stage, for hours the activity, for
 *     people the purpose
 * @param detail for a cost its category, for a trade stage the evidence
 * @param rows submitted rows behind it
 * @param central null when withheld
 */
public record Slice(
    String metric,
    String memberId,
    String category,
    String detail,
    long rows,
    BigDecimal central,
    MetricStatus status) {

  public boolean isWithheld() {
    return status == MetricStatus.WITHHELD;
  }
}
