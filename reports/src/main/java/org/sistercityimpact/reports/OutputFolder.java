package org.sistercityimpact.reports;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sistercityimpact.warehouse.ConfigurationException;

/** The folder of a run's files. Each is written aside and moved, so that none is ever torn. */
final class OutputFolder {
  private final Path folder;

  OutputFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path resolve(String file) {
    return folder.resolve(file);
  }

  /** Writes one file, its path relative to the folder; gives where it is. */
  Path write(String file, byte[] bytes) {
    Path target = folder.resolve(file);
    try {
      Files.createDirectories(target.getParent());
      Path aside = Files.createTempFile(target.getParent(), ".", ".part");
      try {
        Files.write(aside, bytes);
        move(aside, target);
      } finally {
        Files.deleteIfExists(aside);
      }
      return target;
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write report '%s': %s (choose a folder with space that you may write to)"
              .formatted(target, e),
          e);
    }
  }

  /** Takes away a file that an earlier run wrote; nothing outside the folder. */
  void delete(String file) {
    Path target = folder.resolve(file).normalize();
    if (target.startsWith(folder)) {
      try {
        Files.deleteIfExists(target);
      } catch (IOException e) {
        throw new ConfigurationException(
            "Cannot remove old report '%s': %s (remove it yourself)".formatted(target, e), e);
      }
    }
  }

  private static void move(Path aside, Path target) throws IOException {
    try {
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
