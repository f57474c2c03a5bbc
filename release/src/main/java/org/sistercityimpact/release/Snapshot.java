package org.sistercityimpact.release;

import java.nio.file.Path;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * A state of the figures that can be compared with another.
 *
 * @param label how it is called in print
 * @param warehouse its tables
 * @param sql what they were made with
 */
public record Snapshot(String label, Warehouse warehouse, Path sql) {

  /** A published edition. */
  public static Snapshot of(Edition edition) {
    return new Snapshot(edition.name().toString(), edition.warehouse(), edition.sql());
  }

  /** Makes the tables readable as views whose names begin with {@code prefix}. */
  void expose(DuckDb engine, String prefix, String... tables) {
    Manifest manifest = warehouse.manifest();
    for (String table : tables) {
      engine.expose(prefix + table, warehouse.paths(manifest, table));
    }
  }
}
