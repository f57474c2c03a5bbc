package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class AccessTest {
  @TempDir Path folder;

  @Test
  void whatMayHoldPersonalDataIsTheOwnersWhateverTheUmask() throws IOException {
    Warehouse warehouse = Warehouse.create(folder.resolve("w"));
    try (WriteLock lock = warehouse.lock()) {
      DataFile secret = adopt(warehouse, Zone.PROTECTED);
      DataFile open = adopt(warehouse, Zone.TABLES);
      warehouse.originals().keep("ab12", new byte[] {1}, "a file");
      warehouse.commit(Manifest.EMPTY.withTable("t", List.of(secret, open)));

      assertEquals("rwx------", mode(warehouse.folder().resolve("protected")));
      assertEquals("rwx------", mode(warehouse.folder().resolve("protected/t")));
      assertEquals("rw-------", mode(warehouse.folder().resolve(secret.path())));
      assertEquals("rwx------", mode(warehouse.folder().resolve("protected/originals/ab")));
      assertEquals("rw-------", mode(warehouse.originals().path("ab12")));
      assertEquals("rwx------", mode(warehouse.folder().resolve("scratch")));
      Path ordinary = Files.createFile(folder.resolve("ordinary"));
      assertEquals(mode(ordinary), mode(warehouse.folder().resolve(open.path())));
    }
  }

  @Test
  void rightsOfFoldersAndFilesAreSetRightAndReadOnlyStaysSo() throws IOException {
    Path file = Files.createFile(folder.resolve("f"));
    Path frozen = Files.createFile(folder.resolve("frozen"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(frozen, PosixFilePermissions.fromString("r--r--r--"));
    assertFalse(Access.PRIVATE.isGiven(file));

    Access.PRIVATE.give(file);
    Access.PRIVATE.give(frozen);

    assertTrue(Access.PRIVATE.isGiven(file));
    assertEquals("rw-------", mode(file));
    assertEquals("r--------", mode(frozen));
    Access.SHARED.give(file);
    assertEquals(mode(Files.createFile(folder.resolve("new"))), mode(file));
    Access.SHARED.give(frozen);
    assertTrue(mode(frozen).startsWith("r--"));
  }

  private static DataFile adopt(Warehouse warehouse, Zone zone) throws IOException {
    Path scratch = warehouse.scratchFile(".parquet");
    Files.writeString(scratch, zone.folder());
    return warehouse.adopt(scratch, zone, "t", 1);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
