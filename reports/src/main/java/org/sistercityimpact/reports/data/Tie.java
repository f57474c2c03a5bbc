package org.sistercityimpact.reports.data;

import java.time.LocalDate;

/**
 * A partnership of a member.
 *
 * @param established year, or null
 * @param status active, friendship, emeritus or suspended
 * @param ended year, or null
 * @param lastExchange start of the last exchange up to the end of the report's year, or null
 */
public record Tie(
    String id,
    String memberId,
    Partner partner,
    Long established,
    String status,
    Long ended,
    LocalDate lastExchange) {

  /**
   * The city abroad.
   *
   * @param localName its name in its own script, or null
   * @param country ISO 3166-1 alpha-2
   * @param place null when unknown
   */
  public record Partner(String name, String localName, String country, Place place) {}

  /** Whether it counts as an active partnership of the year. */
  public boolean isActive(int year) {
    return (ended == null || ended > year)
        && (status.equals("active") || status.equals("friendship"));
  }
}
