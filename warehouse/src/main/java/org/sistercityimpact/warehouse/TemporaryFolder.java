package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * One folder for all temporary files of a process, its libraries' too, which no other user may
 * enter. It goes when the process ends; that of a process that was killed goes when the next one of
 * the same user begins. A lock tells which of them live: the system lets go of it whatever ends a
 * process, in a container, too.
 *
 * <p>The launcher makes it and names it to Java, which asks for its place once, before any class of
 * ours is there to say another.
 */
public final class TemporaryFolder {
  /** The launcher's word for the folder that it has made for this process. */
  private static final String OWN = "impact.temporary";

  private static final String LOCK = "lock";

  /** Between making a folder and locking it lies Java's start, long on a machine that is busy. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final long FULL = 1 << 20;
  private static final int ATTEMPTS = 5;

  /** Kept, for a lock that nothing refers to would be let go. */
  @SuppressWarnings("unused")
  private static FileLock held;

  private TemporaryFolder() {}

  /** Where temporary files go: the folder that a person can free or name. */
  public static Path place() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    return folder.toString().equals(System.getProperty(OWN)) ? folder.getParent() : folder;
  }

  /** Whether there is no room at all. */
  public static boolean isFull() {
    try {
      return Files.getFileStore(place()).getUsableSpace() < FULL;
    } catch (IOException notThere) {
      return false;
    }
  }

  /** What to do when temporary files cannot be written. */
  public static String advice() {
    return "free 20 MB in '%s' and see that you may write there, or name another folder with TMPDIR"
        .formatted(place());
  }

  /** Holds the folder that the launcher has made, and removes those of dead processes. */
  public static void hold() {
    String named = System.getProperty(OWN);
    if (named == null) {
      return; // Started without the launcher, or where none could be made.
    }
    Path own = Path.of(named);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(own)));
    try {
      // Under its final name it is locked from the beginning.
      Path unlocked = own.resolve("new");
      held =
          FileChannel.open(unlocked, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
              .lock();
      Files.move(unlocked, own.resolve(LOCK));
      sweep(own);
    } catch (IOException noRoomForAnEmptyFile) {
      // Whatever needs a temporary file will say so.
    }
  }

  private static boolean isLock(Path file) {
    return file.endsWith(LOCK);
  }

  /** Removes the folders of dead processes of the user whose folder {@code own} is. */
  static void sweep(Path own) throws IOException {
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(own.getParent(), "impact-[0-9]*-[0-9]*")) {
      for (Path folder : folders) {
        if (!folder.equals(own)
            && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
            && isDead(folder)
            && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
          remove(folder);
        }
      }
    }
  }

  private static boolean isDead(Path folder) {
    Path lock = folder.resolve(LOCK);
    try {
      if (!Files.exists(lock)) {
        Instant made = Files.getLastModifiedTime(folder).toInstant();
        return made.isBefore(Instant.now().minus(GRACE));
      }
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
          FileLock taken = channel.tryLock()) {
        return taken != null;
      }
    } catch (IOException anotherUsersOrJustRemoved) {
      return false;
    }
  }

  /**
   * Libraries remove their files at the same time, and threads that end with us write theirs. The
   * lock goes last: whoever is killed meanwhile leaves a folder that tells it is dead.
   */
  static void remove(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, each -> !isLock(each))) {
        for (Path each : left) {
          Disk.deleteTree(each);
        }
        Disk.deleteTree(folder);
        return;
      } catch (IOException | UncheckedIOException | DirectoryIteratorException stillInUse) {
        // At last the next process finds it unlocked.
      }
    }
  }
}
