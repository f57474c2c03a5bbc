package org.sistercityimpact.spark;

import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.SqlEngineProvider;

/** Offers {@link SparkEngine} as the engine {@code spark}. */
public final class SparkEngineProvider implements SqlEngineProvider {
  @Override
  public String name() {
    return "spark";
  }

  @Override
  public SqlEngine open(EngineOptions options) {
    return SparkEngine.open(options);
  }
}
