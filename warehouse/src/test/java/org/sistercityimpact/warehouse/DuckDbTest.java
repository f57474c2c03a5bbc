package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aFileThatCannotBeWrittenIsNotTheFaultOfTheSql(@TempDir Path folder) {
    Path file = folder.resolve("none").resolve("one.parquet");
    UncheckedIOException e =
        assertThrows(UncheckedIOException.class, () -> engine.save("SELECT 1 AS one", file));
    assertTrue(e.getCause().getMessage().startsWith("IO Error: "), e.getCause().getMessage());
  }

  @Test
  void twoSchemasHaveTablesOfOneName(@TempDir Path folder) {
    for (String schema : List.of("before", "after")) {
      Path file = folder.resolve(schema + ".parquet");
      engine.save("SELECT '%s' AS state".formatted(schema), file);
      engine.execute("CREATE SCHEMA %s; USE %s".formatted(schema, schema));
      engine.expose("figures", List.of(file));
      engine.execute("USE memory.main");
    }
    assertEquals(
        "before after",
        engine
            .read("SELECT b.state || ' ' || a.state FROM before.figures AS b, after.figures AS a")
            .values()
            .get(0)[0]);
  }

  @Test
  void rowsThatNobodyOrderedComeInOneOrderHoweverManyStatementsRun(@TempDir Path folder)
      throws Exception {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      files.add(folder.resolve("rows" + i + ".parquet"));
      engine.save(
          "SELECT range AS row, range %% 997 AS file FROM range(%d, %d)"
              .formatted(i * 30_000, i * 30_000 + 30_000),
          files.get(i));
    }
    Set<String> hashes = new HashSet<>();
    for (int connections : List.of(1, 2, 7)) {
      try (DuckDb wide = DuckDb.openPool(null, "500MB", connections)) {
        assertEquals(connections, wide.atOnce());
        wide.expose("numbers", files);
        List<Callable<Path>> saves = new ArrayList<>();
        for (int i = 0; i < 2 * connections; i++) {
          Path file = folder.resolve("joined-%d-%d.parquet".formatted(connections, i));
          saves.add(
              () -> {
                wide.save(
                    """
                    SELECT n.row, f.rows FROM numbers AS n
                    JOIN (SELECT file, COUNT(*) AS rows FROM numbers WHERE row > 9 GROUP BY file) AS f ON f.file = n.file
                    """,
                    file);
                return file;
              });
        }
        ExecutorService hands = Executors.newFixedThreadPool(2 * connections);
        try {
          for (Future<Path> saved : hands.invokeAll(saves)) {
            hashes.add(Warehouse.sha256(saved.get()));
          }
        } finally {
          hands.shutdown();
        }
      }
    }
    assertEquals(1, hashes.size());
  }

  @Test
  void whatDoesNotFitInMemorySaysHowToGiveMore(@TempDir Path folder) {
    String larger = "SELECT LIST(range) AS all_of_them FROM range(200000000)";
    UncheckedIOException e =
        assertThrows(
            UncheckedIOException.class, () -> engine.save(larger, folder.resolve("1.parquet")));
    assertTrue(
        e.getCause().getMessage().startsWith("it does not fit in DuckDB's memory of 500MB (give"),
        e.getCause().getMessage());
  }

  @Test
  void takesAsMuchMemoryAsItsPropertySays() {
    assertEquals("4GB", EngineOptions.transformMemory());
    try {
      System.setProperty("impact.memory", "8GB");
      assertEquals("8GB", EngineOptions.transformMemory());
      System.setProperty("impact.memory", "plenty");
      assertEquals(
          "Cannot give DuckDB 'plenty' of memory (write -Dimpact.memory=8GB or 500MB)",
          assertThrows(ConfigurationException.class, EngineOptions::transformMemory).getMessage());
    } finally {
      System.clearProperty("impact.memory");
    }
  }

  @Test
  void readsIntegersOfAnySizeAndStatementsWithoutRows() {
    Object[] row =
        engine
            .read("SELECT 1::HUGEINT AS small, 100000000000000000000::HUGEINT AS large")
            .values()
            .get(0);
    assertEquals(1L, row[0]);
    assertEquals(new BigInteger("100000000000000000000"), row[1]);
    assertEquals(List.of(), engine.read("SET threads = 2").columns());
  }
}
