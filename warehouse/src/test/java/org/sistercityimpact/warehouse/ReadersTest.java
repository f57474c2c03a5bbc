package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers beside writers: what somebody reads is never swept from under them. */
class ReadersTest {
  private static final String SUM = "SELECT MIN(state), MAX(state), COUNT(*) FROM t";

  @TempDir Path folder;
  private final DuckDb writing = DuckDb.open(null, "200MB");
  private Warehouse writer;

  @AfterEach
  void close() {
    writing.close();
  }

  @BeforeEach
  void create() throws IOException {
    writer = Warehouse.create(folder);
    commit(0);
  }

  @Test
  void aHundredCommitsBesideSixteenReadersAndAnOpenShellFailNone() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(17);
    AtomicBoolean over = new AtomicBoolean();
    try (Warehouse shell = Warehouse.open(folder);
        DuckDb engine = shell.openTables()) {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        readers.add(threads.submit(() -> readUntil(over)));
      }
      for (int state = 1; state <= 100; state++) {
        commit(state);
      }
      over.set(true);
      for (Future<Integer> reader : readers) {
        assertTrue(reader.get() > 0, "each has read");
      }
      assertEquals("[0, 0, 1000]", states(engine), "the shell reads the state that it opened");
      assertTrue(shell.isOutdated());
    } finally {
      over.set(true);
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.MINUTES);
    }
    commit(101);
    assertEquals(0, leases());
  }

  /**
   * Reads one state after another, of each twice, as a command does with its several statements.
   */
  private Integer readUntil(AtomicBoolean over) throws IOException, InterruptedException {
    int read = 0;
    while (!over.get()) {
      try (Warehouse reader = Warehouse.open(folder);
          DuckDb engine = reader.openTables()) {
        String first = states(engine);
        assertEquals(first, states(engine));
        assertTrue(first.matches("\\[(\\d+), \\1, 1000\\]"), first);
        read++;
      }
      Thread.sleep(300);
    }
    return read;
  }

  @Test
  void aReaderThatWasKilledKeepsNothing() throws Exception {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sleeper.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals('r', reader.getInputStream().read(), "it has opened the warehouse");
    assertEquals(1, leases());
    for (int state = 1; state <= 3; state++) {
      commit(state);
    }
    assertEquals(1, leases(), "it lives");

    reader.destroyForcibly().waitFor();

    commit(4);
    assertEquals(0, leases());
  }

  /** Opens a warehouse, says so, and reads it for good. */
  static final class Sleeper {
    public static void main(String[] arguments) throws Exception {
      Warehouse.open(Path.of(arguments[0]));
      System.out.println("reading");
      Thread.sleep(60_000);
    }
  }

  /** As other tools do: they know the folder, and nothing of manifests. */
  @Test
  void aTablesFolderHoldsWhatCountsAndNothingElse() throws Exception {
    try (Warehouse reader = Warehouse.open(folder);
        DuckDb engine = reader.openTables()) {
      for (int state = 1; state <= 3; state++) {
        try (WriteLock lock = writer.lock()) {
          Manifest next = written(state);
          assertEquals(List.of(state - 1L, 1000L), folderRead(), "while a run is writing");
          assertEquals(
              "[" + state + ", " + state + ", 1000]", ofRun(next), "what it has itself written");
          writer.commit(next);
        }
        assertEquals(List.of((long) state, 1000L), folderRead());
      }
      assertEquals("[0, 0, 1000]", states(engine), "whoever reads goes on");
    }
  }

  private List<Long> folderRead() {
    try (DuckDb other = DuckDb.open(null, "200MB")) {
      Object[] row =
          other
              .read(
                  "SELECT CAST(MAX(state) AS BIGINT), COUNT(*) FROM read_parquet("
                      + DuckDb.literal(folder.resolve("protected/t").toString() + "/*.parquet")
                      + ")")
              .values()
              .get(0);
      return List.of((Long) row[0], (Long) row[1]);
    }
  }

  private String ofRun(Manifest next) {
    try (DuckDb own = DuckDb.open(null, "200MB")) {
      own.expose("t", writer.paths(next, "t"));
      return states(own);
    }
  }

  @Test
  void aKilledRunLeavesNothingInATablesFolder() throws IOException {
    try (WriteLock lock = writer.lock()) {
      written(1);
    }
    assertEquals(List.of(0L, 1000L), folderRead());
    commit(2);
    assertEquals(List.of(2L, 1000L), folderRead());
  }

  @Test
  void whoMayNotWriteThereReadsFilesWhereTheyLie() throws IOException {
    Files.createFile(folder.resolve("readers"));
    try (Warehouse reader = Warehouse.open(folder);
        DuckDb engine = reader.openTables()) {
      assertEquals("[0, 0, 1000]", states(engine));
      assertEquals(
          folder.resolve("protected/t"), reader.paths(reader.manifest(), "t").get(0).getParent());
    }
  }

  @Test
  void anOpenedWarehouseStaysTheSameUntilItIsClosed() throws IOException {
    Warehouse reader = Warehouse.open(folder);
    Manifest opened = reader.manifest();
    assertFalse(reader.isOutdated());
    commit(1);
    assertEquals(opened, reader.manifest());
    assertTrue(reader.isOutdated());
    reader.close();
    assertEquals(writer.manifest(), reader.manifest());
  }

  private void commit(int state) throws IOException {
    try (WriteLock lock = writer.lock()) {
      writer.commit(written(state));
    }
  }

  private Manifest written(int state) throws IOException {
    Path file = writer.scratchFile(".parquet");
    long rows = writing.save("SELECT %d AS state FROM range(1000)".formatted(state), file);
    DataFile table = writer.adopt(file, Zone.PROTECTED, "t", rows);
    return writer.manifest().withTable("t", List.of(table));
  }

  private static String states(DuckDb engine) {
    return List.of(engine.read(SUM).values().get(0)).toString();
  }

  private int leases() throws IOException {
    return files("readers").size();
  }

  private List<Path> files(String inside) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(inside))) {
      return files.toList();
    }
  }
}
