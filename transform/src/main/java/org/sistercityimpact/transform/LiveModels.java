package org.sistercityimpact.transform;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sistercityimpact.warehouse.DuckDb;

/** Models of rows that no transform has seen yet: views, computed as they are asked for. */
public final class LiveModels {
  /** Words of a statement that asks what tables there are. */
  private static final Set<String> CATALOG =
      Set.of(
          "information_schema",
          "show",
          "pragma",
          "pg_catalog",
          "pg_tables",
          "pg_views",
          "pg_class",
          "sqlite_master",
          "duckdb_tables",
          "duckdb_views",
          "duckdb_columns");

  private LiveModels() {}

  /**
   * Makes reference tables, parameters and models below the metrics readable as views over the raw
   * tables that {@code engine} already exposes; nothing is stored. A view costs a plan of all that
   * lies below it, ten seconds for all of them: so only what the statement asks for is made.
   *
   * @param asked a statement; the models that it names are made, and what they are made of. Null,
   *     or a statement that asks what tables there are: all of them
   */
  public static void expose(SqlFolder sql, DuckDb engine, String asked) {
    CsvTables.reference(sql.folder()).forEach(engine::exposeSelect);
    engine.exposeSelect(
        "parameters", CsvTables.parameters(sql.folder().resolve("parameters"), WhatIf.NONE));
    List<SqlFile> models =
        sql.layers().stream()
            .filter(layer -> layer.number() < SqlFolder.METRICS)
            .flatMap(layer -> layer.steps().stream().flatMap(List::stream))
            .toList();
    Set<String> words = words(asked == null ? "" : asked);
    boolean all = asked == null || words.stream().anyMatch(CATALOG::contains);
    Set<SqlFile> needed = new LinkedHashSet<>();
    for (int i = models.size() - 1; i >= 0; i--) {
      SqlFile model = models.get(i);
      if (all || words.contains(model.name())) {
        needed.add(model);
        words.addAll(words(model.select()));
      }
    }
    models.stream()
        .filter(needed::contains)
        .forEach(model -> engine.exposeSelect(model.name(), model.typedSelect()));
  }

  private static Set<String> words(String statement) {
    return new HashSet<>(List.of(statement.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+")));
  }
}
