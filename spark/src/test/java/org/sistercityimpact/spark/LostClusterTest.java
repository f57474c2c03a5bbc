package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.EngineOptions;

/** A cluster that is not there, or goes, is told of as what it is. */
class LostClusterTest {
  @Test
  void saysThatTheClusterIsGone() {
    try (SparkEngine engine = SparkEngine.open(new EngineOptions("local[1]", null, "1GB"))) {
      engine.session().sparkContext().stop();
      ConfigurationException told =
          assertThrows(ConfigurationException.class, () -> engine.read("SELECT 1 AS one"));
      assertEquals(
          "Cannot go on with Spark at 'local[1]': it does not answer, or it ended the job (check its address, that its master runs, and that its workers have a core and memory to spare)",
          told.getMessage());
    }
  }

  @Test
  void saysThatTheAddressIsNone() {
    ConfigurationException told =
        assertThrows(
            ConfigurationException.class,
            () -> SparkEngine.open(new EngineOptions("nonsense://x", null, "1GB")));
    assertEquals(
        "Cannot start Spark with master 'nonsense://x': Could not parse Master URL: 'nonsense://x' (spark://host:port, local[*] or local-cluster[workers,cores,MB])",
        told.getMessage());
  }
}
