package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import org.sistercityimpact.transform.Level;

/**
 * One row of the table {@code metrics}.
 *
 * @param key what of that level; empty for the network; the assumption that is low, central or high
 * @param low null, as central and high are, unless the status is {@link MetricStatus#VALUE}
 * @param n rows or people behind it
 * @param notComputed rows whose amount lacks a parameter and is not in the sum
 */
public record Metric(
    String id,
    int year,
    Level level,
    String key,
    BigDecimal low,
    BigDecimal central,
    BigDecimal high,
    long n,
    MetricStatus status,
    long notComputed) {

  /** Whether low and high differ, as they do for every estimate in dollars. */
  public boolean isRange() {
    return status == MetricStatus.VALUE && low.compareTo(high) != 0;
  }

  public BigDecimal bound(Bound bound) {
    return switch (bound) {
      case LOW -> low;
      case CENTRAL -> central;
      case HIGH -> high;
      case SPREAD -> high.subtract(low).abs();
    };
  }

  /** A place in the table of metrics. */
  public record Key(String id, int year, Level level, String key) {}
}
