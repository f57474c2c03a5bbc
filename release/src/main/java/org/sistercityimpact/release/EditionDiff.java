package org.sistercityimpact.release;

import java.util.List;
import java.util.Map;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * What differs between two editions, in the form that was published.
 *
 * @param from the earlier one's name; null: there was none, and every figure is new
 * @param to the later one's name
 * @param same how many figures are the same
 * @param figures all others, by level, metric, year and key
 * @param causes why figures changed
 */
public record EditionDiff(
    String from, String to, long same, List<FigureChange> figures, List<Cause> causes) {

  /** Compares two editions; {@code before} null: there was none. */
  public static EditionDiff between(Snapshot before, Snapshot after) {
    try (DuckDb engine = DuckDb.open(null, "2GB")) {
      FigureComparison figures = new FigureComparison(engine, before, after);
      if (before == null) {
        return new EditionDiff(
            null, after.label(), figures.same(), figures.changes(Map.of()), List.of());
      }
      CauseFinder causes = new CauseFinder(engine, before, after);
      return new EditionDiff(
          before.label(),
          after.label(),
          figures.same(),
          figures.changes(causes.byFigure()),
          causes.felt());
    }
  }

  /** How many figures are new, changed or removed. */
  public long count(String kind) {
    return figures.stream().filter(figure -> figure.kind().equals(kind)).count();
  }
}
