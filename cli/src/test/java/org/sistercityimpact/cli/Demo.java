package org.sistercityimpact.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.warehouse.Disk;

/** The demo, run once for all test classes, which read what it left and write nothing there. */
final class Demo {
  static final Path FOLDER = folder();
  static final Path WAREHOUSE = FOLDER.resolve("warehouse");
  static final Path REPORTS = FOLDER.resolve("reports");
  static final Said SAID = Shell.run("demo", "--out", FOLDER);

  private Demo() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("demo");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    try {
                      Disk.deleteTree(folder);
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  }));
      return folder.resolve("demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
