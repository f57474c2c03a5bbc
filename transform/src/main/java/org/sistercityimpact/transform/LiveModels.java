package org.sistercityimpact.transform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.ParsedSql;
import org.sistercityimpact.warehouse.UntrustedSql;

/** Models of rows that no transform has seen yet: views, computed as they are asked for. */
public final class LiveModels {
  private LiveModels() {}

  /**
   * Makes reference tables, parameters and models below the metrics readable as views over the raw
   * tables that {@code engine} already exposes; nothing is stored. Only what the statement asks for
   * is made.
   *
   * @param statement the models that it reads are made, and what they are made of. Null, or one
   *     that asks what tables there are: all of them
   */
  public static void expose(SqlFolder sql, DuckDb engine, String statement) {
    CsvTables.reference(sql.folder()).forEach(engine::exposeSelect);
    engine.exposeSelect(
        "parameters", CsvTables.parameters(sql.folder().resolve("parameters"), WhatIf.NONE));
    List<SqlFile> models =
        sql.layers().stream()
            .filter(layer -> layer.number() < SqlFolder.METRICS)
            .flatMap(layer -> layer.steps().stream().flatMap(List::stream))
            .toList();
    Set<String> asked = tables(statement);
    Set<SqlFile> needed = new LinkedHashSet<>();
    for (int i = models.size() - 1; i >= 0; i--) {
      SqlFile model = models.get(i);
      if (asked == null || asked.contains(model.name())) {
        needed.add(model);
        if (asked != null) {
          asked.addAll(model.reads());
        }
      }
    }
    // To make a view DuckDB plans all that lies below it, a minute for all models. So each is made
    // while those below it have their columns and no more: needed lists the highest first.
    needed.forEach(model -> engine.exposeSelect(model.name(), model.columnsOnly()));
    needed.forEach(model -> engine.exposeSelect(model.name(), model.typedSelect()));
  }

  /** The tables that a statement reads; null: it may be any. */
  private static Set<String> tables(String statement) {
    if (statement == null) {
      return null;
    }
    // Who runs it refuses it for what is refused here.
    if (statement.length() > UntrustedSql.UTMOST_LENGTH) {
      return Set.of();
    }
    try {
      ParsedSql parsed = ParsedSql.of(statement);
      return parsed.asksWhatThereIs() ? null : parsed.tables();
    } catch (ConfigurationException e) {
      return Set.of();
    }
  }
}
