package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

/**
 * One row of the table {@code metrics}.
 *
 * @param place which metric of what and when
 * @param amount without a value unless the status is {@link MetricStatus#VALUE}
 * @param n rows or people behind it
 * @param notComputed rows whose amount lacks a parameter and is not in the sum
 */
public record Metric(Key place, Amount amount, long n, MetricStatus status, long notComputed) {

  public String id() {
    return place.id();
  }

  public int year() {
    return place.year();
  }

  public Level level() {
    return place.level();
  }

  public String key() {
    return place.key();
  }

  public BigDecimal low() {
    return amount.low();
  }

  public BigDecimal central() {
    return amount.central();
  }

  public BigDecimal high() {
    return amount.high();
  }

  /** Whether low and high differ, as they do for every estimate in dollars. */
  public boolean isRange() {
    return status == MetricStatus.VALUE && amount.isRange();
  }

  public BigDecimal bound(Bound bound) {
    return switch (bound) {
      case LOW -> low();
      case CENTRAL -> central();
      case HIGH -> high();
      case SPREAD -> high().subtract(low()).abs();
    };
  }

  /**
   * A place in the table of metrics.
   *
   * @param key what of that level; empty for the network; the assumption that is low, central or
   *     high
   */
  public record Key(String id, int year, Level level, String key) {}
}
