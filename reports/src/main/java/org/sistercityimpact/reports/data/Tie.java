package org.sistercityimpact.reports.data;

import java.time.LocalDate;

/**
 * A partnership of a member.
 *
 * @param localName the partner's name in its own script, or null
 * @param country ISO 3166-1 alpha-2
 * @param place of the partner, or null
 * @param established year, or null
 * @param status active, friendship, emeritus or suspended
 * @param ended year, or null
 * @param lastExchange start of the last exchange up to the end of the report's year, or null
 */
public record Tie(
    String id,
    String memberId,
    String partner,
    String localName,
    String country,
    Place place,
    Long established,
    String status,
    Long ended,
    LocalDate lastExchange) {

  /** Whether it counts as an active partnership of the year. */
  public boolean isActive(int year) {
    return (ended == null || ended > year)
        && (status.equals("active") || status.equals("friendship"));
  }
}
