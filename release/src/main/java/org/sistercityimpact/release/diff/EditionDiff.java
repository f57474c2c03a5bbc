package org.sistercityimpact.release.diff;

import java.util.List;
import java.util.Map;
import org.sistercityimpact.release.edition.Snapshot;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * What differs between two editions, in the form that was published.
 *
 * @param from the earlier one's name; null: there was none, and every figure is new
 * @param to the later one's name
 * @param fromRule the rule of disclosure of the earlier one
 * @param toRule that of the later one
 * @param same how many figures are the same
 * @param figures all others, by level, metric, year and key
 * @param causes why figures changed
 */
public record EditionDiff(
    String from,
    String to,
    int fromRule,
    int toRule,
    long same,
    List<FigureChange> figures,
    List<Cause> causes) {

  /** Compares two editions; {@code before} null: there was none. */
  public static EditionDiff between(Snapshot before, Snapshot after) {
    int toRule = SqlFolder.open(after.sql()).disclosureRule();
    int fromRule = before == null ? toRule : SqlFolder.open(before.sql()).disclosureRule();
    try (DuckDb engine = DuckDb.open(null, "2GB")) {
      FigureComparison figures = new FigureComparison(engine, before, after, fromRule != toRule);
      if (before == null) {
        return new EditionDiff(
            null,
            after.label(),
            fromRule,
            toRule,
            figures.same(),
            figures.changes(Map.of()),
            List.of());
      }
      CauseFinder causes = new CauseFinder(engine, before, after);
      return new EditionDiff(
          before.label(),
          after.label(),
          fromRule,
          toRule,
          figures.same(),
          figures.changes(causes.byFigure()),
          causes.felt());
    }
  }

  /** How many figures are new, changed, removed or {@link FigureChange#RULE_CHANGED}. */
  public long count(String kind) {
    return figures.stream().filter(figure -> figure.kind().equals(kind)).count();
  }
}
