package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What the members that have a number in every year of the trends add up to, as their own published
 * figures say it: unlike the network's, this line moves for no other reason than what they did.
 *
 * @param members how many they are
 * @param sums by year
 */
public record Steady(long members, Map<Integer, BigDecimal> sums) {
  /** The metrics of the national trends, in the order of their charts. */
  public static final List<String> METRICS =
      List.of(
          "people_in",
          "people_out",
          "youth",
          "attendance",
          "volunteer_hours",
          "visitor_spend_direct",
          "event_spend_direct",
          "cost_total");

  public static final Steady NONE = new Steady(0, Map.of());

  /** Whether there is a line to draw. */
  public boolean isKnown() {
    return members > 0 && sums.size() > 1;
  }
}
