package org.sistercityimpact.reports.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * The folder of a run's files. Each is written aside and moved, so that none is ever torn. Reports
 * and tables are for whoever the umask lets; letters, and all of an internal copy, for the owner.
 */
public final class OutputFolder {
  public static final String LETTERS = "letters/";
  private static final String ASIDE = ".part";

  /** A file is written in much less: one this old is a killed run's. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Path folder;
  private final Access access;
  private final Set<Path> swept = ConcurrentHashMap.newKeySet();

  /**
   * @param access of the whole folder; letters are private in any
   */
  public OutputFolder(Path folder, Access access) {
    this.folder = folder.toAbsolutePath().normalize();
    this.access = access;
  }

  Path resolve(String file) {
    return folder.resolve(file);
  }

  /** Writes one file, its path relative to the folder; gives where it is. */
  public Path write(String file, byte[] bytes) {
    Path target = folder.resolve(file);
    try {
      Access rights = file.startsWith(LETTERS) ? Access.PRIVATE : access;
      createFolder(target.getParent(), rights);
      Path aside = target.resolveSibling("." + UUID.randomUUID() + ASIDE);
      try {
        rights.write(aside, bytes);
        if (swept.add(target.getParent())) {
          sweep(aside);
        }
        move(aside, target);
      } finally {
        Files.deleteIfExists(aside);
      }
      return target;
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write report '%s': %s (choose a folder with space that you may write to)"
              .formatted(target, Warehouse.reason(e)),
          e);
    }
  }

  private void createFolder(Path inside, Access rights) throws IOException {
    // What lies above the private part is as any folder.
    Access.SHARED.createFolders(access == Access.PRIVATE ? folder.getParent() : folder);
    rights.createFolders(inside);
    if (rights == Access.PRIVATE && !rights.isGiven(inside)) {
      // Made by an earlier version, or by hand.
      rights.give(inside);
    }
  }

  /** Removes what killed runs left beside {@code aside}, whose time the same clock has set. */
  private static void sweep(Path aside) throws IOException {
    Instant forgotten = Files.getLastModifiedTime(aside).toInstant().minus(GRACE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(aside.getParent(), ".*" + ASIDE)) {
      for (Path file : left) {
        if (wasLastWrittenBefore(forgotten, file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static boolean wasLastWrittenBefore(Instant then, Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(then);
    } catch (NoSuchFileException movedMeanwhile) {
      return false; // Another thread's, which is now in its place.
    }
  }

  /** Takes away a file that an earlier run wrote; nothing outside the folder. */
  public void delete(String file) {
    Path target = folder.resolve(file).normalize();
    if (target.startsWith(folder)) {
      try {
        Files.deleteIfExists(target);
      } catch (IOException e) {
        throw new ConfigurationException(
            "Cannot remove old report '%s': %s (remove it yourself)"
                .formatted(target, Warehouse.reason(e)),
            e);
      }
    }
  }

  /** Takes away all files of a folder within this one, which are an earlier run's. */
  public void clear(String inside) {
    Path cleared = folder.resolve(inside).normalize();
    if (cleared.startsWith(folder) && Files.isDirectory(cleared)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(cleared)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
        Files.deleteIfExists(cleared);
      } catch (IOException e) {
        throw new ConfigurationException(
            "Cannot remove old copies in '%s': %s (remove the folder yourself)"
                .formatted(cleared, Warehouse.reason(e)),
            e);
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
