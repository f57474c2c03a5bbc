package org.sistercityimpact.warehouse;

/** Offers {@link DuckDb} as the engine {@code duckdb}. */
public final class DuckDbProvider implements SqlEngineProvider {
  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public SqlEngine open(EngineOptions options) {
    return DuckDb.openPool(
        options.scratch(), options.memoryLimit(), Runtime.getRuntime().availableProcessors());
  }
}
