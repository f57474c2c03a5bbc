package org.sistercityimpact.reports.data;

import java.util.Map;

/**
 * A member in the report's year.
 *
 * @param state postal code
 * @param jurisdiction city, county, state or other
 * @param population null when unknown
 * @param band of population, the group of its peers; null when unknown
 * @param since year, null when unknown
 * @param expected whether it was a member in that year
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
    Long since,
    Place place,
    boolean expected,
    Map<String, String> reporting) {

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
