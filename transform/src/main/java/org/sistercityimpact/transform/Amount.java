package org.sistercityimpact.transform;

import java.math.BigDecimal;

/** Low, central and high: equal for counts, all null for no value. */
public record Amount(BigDecimal low, BigDecimal central, BigDecimal high) {
  public static final Amount NONE = new Amount(null, null, null);

  /** Whether the three differ, as they do for every estimate in dollars. */
  public boolean isRange() {
    return central != null && low.compareTo(high) != 0;
  }

  /** The sum, in which what has no value adds nothing. */
  public Amount plus(Amount other) {
    return new Amount(add(low, other.low), add(central, other.central), add(high, other.high));
  }

  private static BigDecimal add(BigDecimal sum, BigDecimal amount) {
    return amount == null ? sum : sum.add(amount);
  }

  /** Whether each of the three is the same number. */
  public boolean equalTo(Amount other) {
    return same(low, other.low) && same(central, other.central) && same(high, other.high);
  }

  private static boolean same(BigDecimal a, BigDecimal b) {
    return a == null || b == null ? a == b : a.compareTo(b) == 0;
  }
}
