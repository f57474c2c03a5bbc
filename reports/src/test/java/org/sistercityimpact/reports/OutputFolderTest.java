package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
}
