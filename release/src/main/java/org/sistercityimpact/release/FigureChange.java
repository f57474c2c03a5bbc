package org.sistercityimpact.release;

import java.util.List;

/**
 * A figure that differs between two editions.
 *
 * @param title of its metric, in words
 * @param key empty for the network
 * @param before null: the figure is new
 * @param after null: the figure was removed
 * @param causes why, as positions in {@link EditionDiff#causes()}; empty for new and removed ones
 */
public record FigureChange(
    String metricId,
    String title,
    int dataYear,
    String level,
    String key,
    FigureValue before,
    FigureValue after,
    List<Integer> causes) {

  /** new, changed or removed. */
  public String kind() {
    return before == null ? "new" : after == null ? "removed" : "changed";
  }
}
