package org.sistercityimpact.transform;

import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/** Models of rows that no transform has seen yet; nothing is stored. */
public final class LiveModels {
  private LiveModels() {}

  /**
   * Makes reference tables, parameters and the models below the metrics readable over the raw
   * tables that {@code engine} already exposes. A model has its columns at once; its rows are
   * computed when a statement first names it, and last as long as the engine. As views on views
   * they would be planned anew for every statement, which takes DuckDB minutes.
   */
  public static void expose(SqlFolder sql, DuckDb engine) {
    CsvTables.reference(sql.folder()).forEach(engine::exposeSelect);
    engine.exposeSelect(
        "parameters", CsvTables.parameters(sql.folder().resolve("parameters"), WhatIf.NONE));
    engine.exposeSelect("datasets", CsvTables.datasets(sql.folder()));
    sql.layers().stream()
        .filter(layer -> layer.number() < SqlFolder.METRICS)
        .flatMap(layer -> layer.models().stream())
        .forEach(
            model -> {
              engine.exposeSelect(model.name(), model.columnsOnly());
              engine.promise(model.name(), () -> make(model, engine));
            });
  }

  private static void make(SqlFile model, DuckDb engine) {
    try {
      if (model.stored()) {
        engine.execute("DROP VIEW IF EXISTS " + model.name());
        engine.hold(model.name(), model.typedSelect());
      } else {
        engine.exposeSelect(model.name(), model.typedSelect());
      }
    } catch (ConfigurationException e) {
      if (String.valueOf(e.getMessage()).startsWith("Out of Memory Error")) {
        throw new ConfigurationException(
            "Cannot make table '%s' for one statement: it does not fit in memory (run 'impact transform' first, which stores it)"
                .formatted(model.name()),
            e);
      }
      throw e;
    }
  }
}
