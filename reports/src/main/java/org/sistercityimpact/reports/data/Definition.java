package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a metric is, from the header of its SQL file.
 *
 * @param unit in words, for example {@code USD}, {@code people}, {@code ratio, 0 to 1}
 * @param datasets what a member must have reported for it
 * @param decimals that the exact number has
 * @param estimate whether it is dollars that rest on assumptions, and so printed with two
 *     significant digits
 * @param english title and formula
 * @param wordings the same in languages other than English, by language
 */
public record Definition(
    String id,
    Wording english,
    String unit,
    String goal,
    String sources,
    Set<String> datasets,
    int decimals,
    boolean estimate,
    Map<String, Wording> wordings) {

  /** Title and formula in words, in one language. */
  public record Wording(String title, String formula) {}

  /** The words in a language, in English where the metric's file has none. */
  public Wording in(String language) {
    return wordings.getOrDefault(language, english);
  }

  /** For a metric without a definition: the id says what it is. */
  static Definition unknown(String id) {
    Wording words = new Wording(id.replace('_', ' '), "");
    return new Definition(id, words, "", "", "", Set.of(), 0, false, Map.of());
  }

  /** A stored number with the decimals that it has: the metric's own, or more where they hold. */
  public BigDecimal exact(BigDecimal stored) {
    return stored == null
        ? null
        : stored.setScale(
            Math.max(decimals, stored.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
  }

  public boolean isMoney() {
    return isMoney(unit);
  }

  public static boolean isMoney(String unit) {
    String u = unit.toLowerCase(Locale.ROOT);
    return u.contains("usd") || u.contains("dollar");
  }

  /** Whether it is dollars for each dollar, of which the cents matter. */
  public boolean isDollarsPerDollar() {
    return unit.matches("USD.per.USD");
  }

  public boolean isShare() {
    String u = unit.toLowerCase(Locale.ROOT);
    return u.contains("0 to 1");
  }
}
