package org.sistercityimpact.reports.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.warehouse.Access;

class OutputFolderTest {
  @TempDir Path folder;

  @Test
  void removesWhatAKilledRunLeftAndNothingElse() throws IOException {
    Path briefs = Files.createDirectory(folder.resolve("briefs"));
    Instant earlier = Instant.now().minus(Duration.ofMinutes(2));
    for (String name : List.of(".17.part", "own.part", ".hidden")) {
      Files.setLastModifiedTime(Files.createFile(briefs.resolve(name)), FileTime.from(earlier));
    }
    Files.createFile(briefs.resolve(".18.part"));
    new OutputFolder(folder, Access.SHARED).write("briefs/a.pdf", new byte[1]);
    try (Stream<Path> left = Files.list(briefs)) {
      assertEquals(
          List.of(".18.part", ".hidden", "a.pdf", "own.part"),
          left.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  /** Reports are written on all cores, and one thread sweeps while others move theirs. */
  @Test
  void sweepsWhileOthersWriteBesideIt() {
    Path inside = folder.resolve("briefs");
    IntStream.range(0, 2_000)
        .parallel()
        .forEach(
            number ->
                new OutputFolder(folder, Access.SHARED)
                    .write("briefs/%d.pdf".formatted(number), new byte[1]));
    assertEquals(2_000, inside.toFile().list().length);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void lettersAndInternalCopiesAreTheirOwnersAndReportsAreForAll() throws IOException {
    Path out = folder.resolve("new/out");
    OutputFolder reports = new OutputFolder(out, Access.SHARED);
    reports.write("letters/tables/US-OR-bend.csv", new byte[1]);
    reports.write("briefs/US-OR-bend.pdf", new byte[1]);
    new OutputFolder(out.resolve("internal"), Access.PRIVATE)
        .write("briefs/US-OR-bend.pdf", new byte[1]);

    String file = mode(Files.createFile(folder.resolve("ordinary")));
    String inside = mode(Files.createDirectory(folder.resolve("ordinary folder")));
    assertEquals(inside, mode(out));
    assertEquals(inside, mode(out.resolve("briefs")));
    assertEquals(file, mode(out.resolve("briefs/US-OR-bend.pdf")));
    for (String closed : List.of("letters", "letters/tables", "internal", "internal/briefs")) {
      assertEquals("rwx------", mode(out.resolve(closed)), closed);
    }
    assertEquals("rw-------", mode(out.resolve("letters/tables/US-OR-bend.csv")));
    assertEquals("rw-------", mode(out.resolve("internal/briefs/US-OR-bend.pdf")));
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
