package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SparkDialectTest {
  @Test
  void spellsTextAndBackslashesAsSparkReadsThem() {
    assertEquals(
        "SELECT CAST(x AS STRING), 'a\\\\b' AS \"a\\VARCHAR\", 'it''s VARCHAR', VARCHAR(3) -- VARCHAR 'x\\\n/* VARCHAR\n */ FROM t",
        SparkDialect.of(
            "SELECT CAST(x AS varchar), 'a\\b' AS \"a\\VARCHAR\", 'it''s VARCHAR', VARCHAR(3) -- VARCHAR 'x\\\n/* VARCHAR\n */ FROM t"));
  }
}
