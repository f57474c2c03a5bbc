package org.sistercityimpact.reports.data;

import java.util.Map;

/**
 * A member in the report's year.
 *
 * @param state postal code
 * @param jurisdiction city, county, state or other
 * @param population null when unknown
 * @param band of population, the group of its peers; null when unknown
 * @param membership since when, and whether in that year
 * @param place null when unknown
 * @param reporting status by dataset: reported, nothing_to_report, silent, unusable …
 */
public record Member(
    String id,
    String name,
    String state,
    String jurisdiction,
    Long population,
    String band,
    Membership membership,
    Place place,
    Map<String, String> reporting) {

  /**
   * Its time in the network.
   *
   * @param since year, null when unknown
   * @param inYear whether it was a member in the report's year, and so is expected to report
   */
  public record Membership(Long since, boolean inYear) {}

  /** Whether it was a member in that year. */
  public boolean expected() {
    return membership.inYear();
  }

  /** Whether it reported this dataset, be it that there was nothing to report. */
  public boolean reported(String dataset) {
    String status = reporting.getOrDefault(dataset, "silent");
    return status.equals("reported") || status.equals("nothing_to_report");
  }

  /** Whether it reported anything, and so gets a brief. */
  public boolean reportedAny() {
    return reporting.keySet().stream().anyMatch(this::reported);
  }
}
