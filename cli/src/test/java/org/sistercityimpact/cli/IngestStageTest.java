package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.warehouse.ConfigurationException;

class IngestStageTest {
  @Test
  void filesArriveWhenTheEnvironmentSays() {
    assertEquals(Instant.parse("2026-01-01T00:00:00Z"), IngestStage.clock("1767225600").instant());
    assertEquals(
        "Cannot use SOURCE_DATE_EPOCH '2026-01-01': it is no number of seconds since 1970 (unset it, or write one like 1767225600)",
        assertThrows(ConfigurationException.class, () -> IngestStage.clock("2026-01-01"))
            .getMessage());
  }
}
