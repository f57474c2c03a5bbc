package org.sistercityimpact.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a process that reads a state of the warehouse holds on to: a folder of its own in {@code
 * readers/}, in which each file of that state has a second name (a hard link). So a writer may take
 * a file out of its table's folder the moment it no longer counts, and whoever is reading it goes
 * on. The process keeps the folder's lock; the operating system drops it when its holder dies, so
 * that a killed reader keeps nothing for good.
 */
final class ReadLease implements Closeable {
  static final String FOLDER = "readers";

  private static final String LOCK = "lock";

  /**
   * The leases of this process. A process that opens a file which it has locked loses the lock when
   * it closes it again, so the locks of its own are never opened.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  static {
    // Of a process that just ends; one that is killed is found out by the next writer.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    for (Path folder : OWN) {
                      delete(folder);
                    }
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  private final Path folder;
  private final FileChannel lock;
  private final Map<Path, Path> links = new HashMap<>();

  private ReadLease(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** A lease that holds nothing yet. Throws for a reader who may not write here. */
  static ReadLease take(Path warehouse) throws IOException {
    while (true) {
      Path folder = warehouse.resolve(FOLDER).resolve(UUID.randomUUID().toString());
      OWN.add(folder);
      try {
        Access.PRIVATE.createFolders(folder);
        FileChannel lock = locked(folder.resolve(LOCK));
        // A writer who looked before it was locked took it for a dead one's.
        if (Files.exists(folder.resolve(LOCK))) {
          return new ReadLease(folder, lock);
        }
        lock.close();
      } catch (NoSuchFileException takenForADeadOnes) {
        // Another name, another try.
      } catch (IOException e) {
        OWN.remove(folder);
        throw e;
      }
      OWN.remove(folder);
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return channel;
  }

  /**
   * Holds on to files, and to no others any more. Throws {@link NoSuchFileException} when one is
   * gone, {@link UnsupportedOperationException} or another {@link IOException} where the file
   * system knows no second names.
   */
  void hold(List<Path> files) throws IOException {
    for (Path link : links.values()) {
      Files.deleteIfExists(link);
    }
    links.clear();
    for (Path file : files) {
      Path link =
          folder.resolve(file.getParent().getFileName() + "-" + file.getFileName().toString());
      try {
        Files.createLink(link, file);
      } catch (FileAlreadyExistsException namedTwice) {
        // The same content under the same name.
      }
      links.put(file, link);
    }
  }

  /** Where a file is read: under its second name, where it has one. */
  Path path(Path file) {
    return links.getOrDefault(file, file);
  }

  /** Clears what dead readers held. */
  static void clearDead(Path warehouse) throws IOException {
    for (Path folder : leases(warehouse)) {
      if (!OWN.contains(folder) && isDead(folder)) {
        delete(folder);
      }
    }
  }

  /** Takes from all readers what they hold: who is in the middle of a query fails. */
  static void clearAll(Path warehouse) throws IOException {
    for (Path folder : leases(warehouse)) {
      delete(folder);
    }
  }

  private static List<Path> leases(Path warehouse) throws IOException {
    try (Stream<Path> folders = Files.list(warehouse.resolve(FOLDER))) {
      return folders.toList();
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }

  private static boolean isDead(Path folder) throws IOException {
    // It is made where it is missing: a reader may have died, or be, just before making it.
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException justTakenByThisProcess) {
      return false;
    } catch (NoSuchFileException ended) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> links = Files.list(folder)) {
      for (Path link : links.toList()) {
        Files.deleteIfExists(link);
      }
      Files.deleteIfExists(folder);
    } catch (NoSuchFileException | NotDirectoryException gone) {
      // A file is a lease of an earlier version.
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException takenAgainMeanwhile) {
      // Its reader looks after it.
    }
  }

  @Override
  public void close() throws IOException {
    delete(folder);
    lock.close();
    OWN.remove(folder);
  }
}
