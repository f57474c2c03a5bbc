package org.sistercityimpact.warehouse;

import org.junit.jupiter.api.AfterEach;

class DuckDbTest extends SqlEngineContract {
  private final DuckDb engine = DuckDb.open(null, "500MB");

  @Override
  protected SqlEngine engine() {
    return engine;
  }

  @AfterEach
  void close() {
    engine.close();
  }
}
