package org.sistercityimpact.reports.data;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What came of one member for the report's year, and what was found in it.
 *
 * @param arrivals by dataset, in the order in which they came
 * @param findings the first three of each kind before all others; see {@link
 *     ReceivedReader#FINDINGS}
 * @param found how many findings there are in all
 * @param late datasets that came after the due date
 */
public record Received(
    List<SentFile> arrivals, List<Finding> findings, long found, Set<String> late) {
  static final Received NOTHING = new Received(List.of(), List.of(), 0, Set.of());

  /** The file that counts. */
  public Optional<SentFile> inForce(String dataset) {
    return arrivals.stream()
        .filter(a -> dataset.equals(a.dataset()) && a.is("in_force"))
        .findFirst();
  }

  /** The last of the files that counted before. */
  public Optional<SentFile> superseded(String dataset) {
    return arrivals.stream()
        .filter(a -> dataset.equals(a.dataset()) && a.is("superseded"))
        .reduce((earlier, later) -> later);
  }
}
