package org.sistercityimpact.release.diff;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What one edition says of a figure.
 *
 * @param low null, as central and high are, unless the status is {@code value}
 * @param n rows or people behind it
 * @param status why there is a value or none
 * @param rowsNotComputed rows that lack a parameter and are not in the sum
 */
public record FigureValue(
    BigDecimal low,
    BigDecimal central,
    BigDecimal high,
    Long n,
    String status,
    long rowsNotComputed) {

  /** As a line of text: the central value with its range, or the words for what has none. */
  public String words() {
    if (central == null) {
      return status.replace('_', ' ');
    }
    String value =
        low.compareTo(high) == 0
            ? number(central)
            : "%s (%s to %s)".formatted(number(central), number(low), number(high));
    return rowsNotComputed == 0
        ? value
        : value + ", %,d rows not computed".formatted(rowsNotComputed);
  }

  private static String number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }
}
