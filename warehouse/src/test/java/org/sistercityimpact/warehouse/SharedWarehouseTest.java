package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse that is no folder of this machine; here it lies in a ZIP file. */
class SharedWarehouseTest {
  @TempDir Path here;
  private FileSystem zip;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    zip = FileSystems.newFileSystem(here.resolve("shared.zip"), Map.of("create", "true"));
    folder = zip.getPath("/warehouse");
  }

  @AfterEach
  void close() throws IOException {
    zip.close();
  }

  @Test
  void eachCommitIsTheNextNumber() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    assertEquals(Manifest.EMPTY, warehouse.manifest());
    try (WriteLock lock = warehouse.lock()) {
      DataFile one = adopt(warehouse, "one");
      warehouse.commit(warehouse.manifest().withTable("t", List.of(one)));
      warehouse.commit(warehouse.manifest().withFact("f", "x"));

      Manifest read = Warehouse.open(folder).manifest();
      assertEquals(List.of(one), read.files("t"));
      assertEquals("x", read.fact("f"));
    }
    assertEquals(
        List.of("000000000000.json", "000000000001.json", "000000000002.json"),
        names(folder.resolve("manifests")));
    assertEquals(List.of(), names(folder.resolve("scratch")), "the run took its scratch away");
  }

  @Test
  void ofTwoRunsAtATimeTheLaterOneFailsAndLosesNothingOfTheFirst() throws IOException {
    Warehouse first = Warehouse.create(folder);
    Warehouse second = Warehouse.create(folder);
    try (WriteLock one = first.lock();
        WriteLock two = second.lock()) {
      DataFile ofFirst = adopt(first, "first");
      DataFile ofSecond = adopt(second, "second");
      first.commit(first.manifest().withTable("t", List.of(ofFirst)));

      ConfigurationException e =
          assertThrows(
              ConfigurationException.class,
              () -> second.commit(second.manifest().withTable("t", List.of(ofSecond))));

      assertEquals(
          "Cannot commit to warehouse '/warehouse': another run committed meanwhile (run the command again; nothing was changed)",
          e.getMessage());
      assertEquals(List.of(ofFirst), Warehouse.open(folder).manifest().files("t"));
      assertTrue(Files.exists(folder.resolve(ofFirst.path())));
    }
  }

  @Test
  void aCommitThatWasSentTwiceIsOne() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    Manifest next = Manifest.EMPTY.withFact("f", "x");
    try (WriteLock lock = warehouse.lock()) {
      // The storage has it, but its answer was lost on the way.
      Files.write(folder.resolve("manifests/000000000001.json"), ManifestJson.write(next));

      warehouse.commit(next);
      warehouse.commit(next.withFact("f", "y"));
    }
    assertEquals("y", Warehouse.open(folder).manifest().fact("f"));
  }

  @Test
  void filesThatNobodyNamesGoOnlyWhenNoRunCanBeAtThem() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    try (WriteLock lock = warehouse.lock()) {
      Path dead = folder.resolve(adopt(warehouse, "of a run that died").path());
      Path busy = folder.resolve(adopt(warehouse, "of a run that is at work").path());
      Files.setLastModifiedTime(dead, FileTime.from(Instant.now().minus(Duration.ofDays(8))));

      warehouse.commit(warehouse.manifest().withFact("f", "x"));

      assertFalse(Files.exists(dead));
      assertTrue(Files.exists(busy));
    }
  }

  @Test
  void duckDbReadsAndWritesThereByWayOfCopies() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    try (WriteLock lock = warehouse.lock();
        DuckDb engine = DuckDb.open(null, "200MB")) {
      for (SqlEngine.Part part :
          engine.saveInParts(
              "SELECT CAST(7 AS INTEGER) AS v", warehouse.scratchFile(""), Map.of())) {
        DataFile file = warehouse.adopt(part.file(), Zone.TABLES, "t", part.rows());
        warehouse.commit(warehouse.manifest().withTable("t", List.of(file)));
      }
      engine.expose("t", warehouse.paths(warehouse.manifest(), "t"));

      assertEquals(7L, engine.read("SELECT v FROM t").values().get(0)[0]);
    }
  }

  @Test
  void openingItBeforeTheFirstIngestSaysWhatToDo() {
    Warehouse.create(folder);

    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> Warehouse.open(folder));

    assertEquals(
        "Cannot open warehouse '/warehouse': it has no manifests (run 'impact ingest INBOX --warehouse /warehouse' first)",
        e.getMessage());
  }

  private static DataFile adopt(Warehouse warehouse, String content) throws IOException {
    Path scratch = warehouse.scratchFile(".parquet");
    Files.writeString(scratch, content);
    return warehouse.adopt(scratch, Zone.TABLES, "t", 1);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
