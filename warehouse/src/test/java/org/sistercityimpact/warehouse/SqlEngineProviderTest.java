package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SqlEngineProviderTest {
  private static final EngineOptions OPTIONS = new EngineOptions(null, null, "500MB");

  @Test
  void opensTheEngineOfTheNameAsked() {
    try (SqlEngine engine = SqlEngineProvider.open("duckdb", OPTIONS)) {
      assertEquals("duckdb", engine.name());
    }
  }

  @Test
  void saysWhichEnginesThereAre() {
    assertEquals(
        "Cannot open engine 'flink': only duckdb is on the class path (start it with the launcher, ./impact … --engine spark)",
        assertThrows(ConfigurationException.class, () -> SqlEngineProvider.open("flink", OPTIONS))
            .getMessage());
  }
}
