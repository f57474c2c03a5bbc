package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTest {
  @TempDir Path folder;
  private final DuckDb engine = DuckDb.open(null, "500MB");

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void readsBackWhatItSaved() {
    Path file = folder.resolve("it's.parquet");
    long rows =
        engine.save(
            "SELECT CAST(1 AS INTEGER) AS n, CAST(2.50 AS DECIMAL(18,2)) AS usd, DATE '2025-05-01' AS d, NULL::VARCHAR AS t",
            file);
    engine.expose("saved", List.of(file));

    Rows read = engine.read("SELECT * FROM saved");

    assertEquals(1, rows);
    assertArrayEquals(
        new Object[] {1L, new BigDecimal("2.50"), LocalDate.of(2025, 5, 1), null},
        read.values().get(0));
    assertEquals("DECIMAL(18,2)", engine.describe("SELECT usd FROM saved").get(0).type());
  }

  @Test
  void ratioRoundsHalfAwayFromZeroAndIsNullOverZero() {
    Rows read =
        engine.read(
            "SELECT ratio4(1, 3) AS a, ratio2(CAST(1000000 AS DECIMAL(18,2)), CAST(149.5686 AS DECIMAL(18,4))) AS b,"
                + " ratio4(-1, 32) AS c, ratio4(5, 0) AS d, ratio4(NULL, 2) AS e, ratio2(0.125, 1) AS f");
    assertArrayEquals(
        new Object[] {
          new BigDecimal("0.3333"),
          new BigDecimal("6685.90"),
          new BigDecimal("-0.0313"),
          null,
          null,
          new BigDecimal("0.13")
        },
        read.values().get(0));
  }

  @Test
  void faultySqlIsToldInOneLine() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> engine.read("SELECT nope FROM nowhere"));
    assertEquals(1, e.getMessage().lines().count());
  }
}
