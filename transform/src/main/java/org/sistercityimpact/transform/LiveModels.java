package org.sistercityimpact.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.ParsedSql;
import org.sistercityimpact.warehouse.UntrustedSql;

/**
 * Models of rows that no transform has seen yet: each is computed when a statement first asks for
 * it, with what it is made of, and lasts as long as the engine. As views on views they would be
 * planned anew for every statement, which takes DuckDB minutes.
 */
public final class LiveModels {
  private final DuckDb engine;

  /** Those below the metrics, in the order in which they can be made. */
  private final List<SqlFile> models;

  private final Set<String> made = new HashSet<>();

  /**
   * Reference tables, parameters and models become readable over the raw tables that {@code engine}
   * already exposes. A model has its columns at once and its rows once it is {@link #make made}.
   */
  public LiveModels(SqlFolder sql, DuckDb engine) {
    this.engine = engine;
    CsvTables.reference(sql.folder()).forEach(engine::exposeSelect);
    engine.exposeSelect(
        "parameters", CsvTables.parameters(sql.folder().resolve("parameters"), WhatIf.NONE));
    engine.exposeSelect("datasets", CsvTables.datasets(sql.folder()));
    models =
        sql.layers().stream()
            .filter(layer -> layer.number() < SqlFolder.METRICS)
            .flatMap(layer -> layer.steps().stream().flatMap(List::stream))
            .toList();
    models.forEach(model -> engine.exposeSelect(model.name(), model.columnsOnly()));
  }

  /**
   * Makes the models that a statement reads, and what they are made of.
   *
   * @throws ConfigurationException if they do not fit in memory, as of millions of rows
   */
  public void make(String statement) {
    Set<String> asked = tables(statement);
    List<SqlFile> needed = new ArrayList<>();
    for (int i = models.size() - 1; i >= 0; i--) {
      SqlFile model = models.get(i);
      if (asked.contains(model.name().toLowerCase(Locale.ROOT)) && made.add(model.name())) {
        needed.add(0, model);
        asked.addAll(model.reads());
      }
    }
    needed.forEach(this::made);
  }

  private void made(SqlFile model) {
    try {
      if (model.stored()) {
        engine.execute("DROP VIEW " + model.name());
        engine.hold(model.name(), model.typedSelect());
      } else {
        engine.exposeSelect(model.name(), model.typedSelect());
      }
    } catch (ConfigurationException e) {
      if (String.valueOf(e.getMessage()).contains("Out of Memory Error")) {
        throw new ConfigurationException(
            "Cannot make table '%s' for one statement: it does not fit in memory (run 'impact transform' first, which stores it)"
                .formatted(model.name()),
            e);
      }
      throw e;
    }
  }

  /** The tables that a statement reads; none where whoever runs it will refuse it. */
  private static Set<String> tables(String statement) {
    if (statement.length() > UntrustedSql.UTMOST_LENGTH) {
      return new HashSet<>();
    }
    try {
      return new HashSet<>(ParsedSql.of(statement).tables());
    } catch (ConfigurationException e) {
      return new HashSet<>();
    }
  }
}
