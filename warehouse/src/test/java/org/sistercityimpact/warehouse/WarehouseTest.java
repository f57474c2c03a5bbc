package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarehouseTest {
  @TempDir Path folder;

  @Test
  void aCommittedTableIsFoundAgainAndUnnamedFilesAreSwept() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    try (WriteLock lock = warehouse.lock()) {
      DataFile first = adopt(warehouse, "one");
      warehouse.commit(warehouse.manifest().withTable("t", List.of(first)));
      DataFile second = adopt(warehouse, "two");
      warehouse.commit(warehouse.manifest().withTable("t", List.of(second)));
      assertFalse(Files.exists(folder.resolve(first.path())));
      DataFile third = adopt(warehouse, "three");
      assertFalse(Files.exists(folder.resolve(third.path())), "it does not count yet");
      warehouse.commit(warehouse.manifest().withTable("t", List.of(third)).withFact("f", "x"));

      Manifest read = Warehouse.open(folder).manifest();
      assertEquals(List.of(third), read.files("t"));
      assertEquals("x", read.fact("f"));
      assertEquals(Warehouse.sha256(folder.resolve(third.path())), third.sha256());
    }
  }

  @Test
  void aSecondWriterIsToldWhoHoldsTheLock() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    try (WriteLock held = warehouse.lock()) {
      ConfigurationException e = assertThrows(ConfigurationException.class, warehouse::lock);
      assertEquals(
          "Cannot write to warehouse '%s': it is locked by process %d (wait until that run has ended, then try again)"
              .formatted(warehouse.folder(), ProcessHandle.current().pid()),
          e.getMessage());
    }
    warehouse.lock().close();
  }

  @Test
  void aWarehouseThatCannotBeWrittenToIsRefusedInOneLine() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    Files.delete(folder.resolve(Warehouse.LOCK));
    Files.createDirectory(folder.resolve(Warehouse.LOCK));
    ConfigurationException e = assertThrows(ConfigurationException.class, warehouse::lock);
    assertEquals(
        "Cannot write to warehouse '%s': is a directory (choose a folder you may write to)"
            .formatted(warehouse.folder()),
        e.getMessage());
  }

  @Test
  void whatAKilledRunLeftAsideIsClearedByTheNextWriter() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    Path left = warehouse.scratchFile(".parquet");
    Files.writeString(left, "torn");
    warehouse.lock().close();
    assertFalse(Files.exists(left));
  }

  @Test
  void aManifestIsReadWholeOrNotAtAll() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    try (WriteLock lock = warehouse.lock()) {
      warehouse.commit(
          warehouse
              .manifest()
              .withTable("t", List.of(adopt(warehouse, "one"), adopt(warehouse, "two")))
              .withFact("f", "x \"y\" ü"));
    }
    Path file = folder.resolve("manifest.json");
    String whole = Files.readString(file);
    Manifest manifest = warehouse.manifest();
    assertEquals(2, manifest.files("t").size());
    assertEquals("x \"y\" ü", manifest.fact("f"));
    assertEquals(whole, new String(ManifestJson.write(manifest), StandardCharsets.UTF_8));

    Files.writeString(
        file, whole.replace("\"facts\"", "\"of a later version\" : [ { } ], \"facts\""));
    assertEquals(manifest, warehouse.manifest());
    Files.writeString(file, "{\"format\" : 2, \"tables\" : [ ]}");
    assertTrue(
        assertThrows(ConfigurationException.class, warehouse::manifest)
            .getMessage()
            .endsWith("newer than this program's 1 (use a newer version)"));
    for (int length = 1; length < whole.strip().length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      assertUnreadable(warehouse);
    }
    for (String other :
        List.of(
            "[]",
            "null",
            "{}",
            "{\"format\": 1}",
            "{\"facts\": []}",
            "{\"facts\": {\"f\": null}}",
            whole.replaceFirst("\"facts\"", "\"tables\" : {}, \"facts\""),
            whole.replaceFirst("\"format\" : 1", "\"format\" : 4294967297"))) {
      Files.writeString(file, other);
      assertUnreadable(warehouse);
    }
    for (String field : List.of("format", "facts", "tables", "path", "rows", "bytes", "sha256")) {
      Files.writeString(file, whole.replaceFirst("\"" + field + "\"", "\"other\""));
      assertUnreadable(warehouse);
    }
    Files.writeString(file, whole.replaceFirst("\"rows\" : \\d+", "\"rows\" : \"many\""));
    assertUnreadable(warehouse);
  }

  private static void assertUnreadable(Warehouse warehouse) {
    String message = assertThrows(ConfigurationException.class, warehouse::manifest).getMessage();
    assertTrue(message.startsWith("Cannot read manifest '"), message);
    assertTrue(message.contains("restore it from a backup"), message);
  }

  @Test
  void openingAFolderWithoutManifestSaysWhatToDo() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> Warehouse.open(folder));
    assertEquals(
        "Cannot open warehouse '%s': it has no manifest.json (run 'impact ingest INBOX --warehouse %s' first)"
            .formatted(folder, folder),
        e.getMessage());
  }

  private static DataFile adopt(Warehouse warehouse, String content) throws IOException {
    Path scratch = warehouse.scratchFile(".parquet");
    Files.writeString(scratch, content);
    return warehouse.adopt(scratch, Zone.TABLES, "t", 1);
  }
}
