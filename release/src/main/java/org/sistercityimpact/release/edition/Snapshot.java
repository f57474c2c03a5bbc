package org.sistercityimpact.release.edition;

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

  /** Makes all tables readable in a schema of that name. */
  public void expose(DuckDb engine, String schema) {
    Manifest manifest = warehouse.manifest();
    engine.execute("CREATE SCHEMA " + schema);
    within(
        engine,
        schema,
        () ->
            manifest
                .tables()
                .keySet()
                .forEach(table -> engine.expose(table, warehouse.paths(manifest, table))));
  }

  /** Makes views in a schema; they read its tables by their plain names. */
  public static void within(DuckDb engine, String schema, Runnable views) {
    engine.execute("SET search_path = 'memory.%s,memory.main'".formatted(schema));
    views.run();
    engine.execute("RESET search_path");
  }
}
