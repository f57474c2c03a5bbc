package org.sistercityimpact.release.diff;

import java.util.List;
import org.sistercityimpact.transform.Level;

/**
 * A figure that differs between two editions.
 *
 * @param title of its metric, in words
 * @param key empty for the network
 * @param before null: the figure is new
 * @param after null: the figure was removed
 * @param byRule whether it is withheld in one of the two, which follow different rules of
 *     disclosure: whatever else changed, nobody can tell
 * @param causes why, as positions in {@link EditionDiff#causes()}; empty for new and removed ones
 */
public record FigureChange(
    String metricId,
    String title,
    int dataYear,
    Level level,
    String key,
    FigureValue before,
    FigureValue after,
    boolean byRule,
    List<Integer> causes) {

  /** What changed under another rule of disclosure, and under nothing else. */
  public static final String RULE_CHANGED = "rule changed";

  /** new, changed, removed or rule changed. */
  public String kind() {
    if (byRule) {
      return RULE_CHANGED;
    }
    return before == null ? "new" : after == null ? "removed" : "changed";
  }
}
