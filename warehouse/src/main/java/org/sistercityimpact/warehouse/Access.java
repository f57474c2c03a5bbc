package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Who may open a file or folder, where the file system knows such a thing (Windows and object
 * stores keep rights of their own, which nothing here changes).
 */
public enum Access {
  /** The owner alone, whatever the umask: what may hold personal data. */
  PRIVATE,
  /** Whoever the umask lets: what is made to be handed on. */
  SHARED;

  private static final Set<PosixFilePermission> OWNER =
      Set.copyOf(PosixFilePermissions.fromString("rwx------"));
  private static final Set<PosixFilePermission> OWNERS_FILE =
      Set.copyOf(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> EXECUTE =
      EnumSet.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  /** Makes a folder, and those above it that are not there. */
  public void createFolders(Path folder) throws IOException {
    if (this == PRIVATE && areKnownTo(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER));
    } else {
      Files.createDirectories(folder);
    }
  }

  /** Writes a new file, which has these rights from its first byte on. */
  public void write(Path file, byte[] bytes) throws IOException {
    try (SeekableByteChannel channel = create(file)) {
      write(channel, ByteBuffer.wrap(bytes));
    }
  }

  /**
   * Copies a file, however large, into a new one, which has these rights from the first byte on.
   */
  public void copy(Path from, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        SeekableByteChannel channel = create(file)) {
      byte[] bytes = new byte[1 << 16];
      for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
        write(channel, ByteBuffer.wrap(bytes, 0, count));
      }
    }
  }

  private static void write(SeekableByteChannel channel, ByteBuffer rest) throws IOException {
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  private SeekableByteChannel create(Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] rights =
        this == PRIVATE && areKnownTo(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS_FILE)}
            : new FileAttribute<?>[0];
    return Files.newByteChannel(file, options, rights);
  }

  /** Gives a file or folder that is there these rights; one that nobody may write to stays so. */
  public void give(Path path) throws IOException {
    if (areKnownTo(path)) {
      Files.setPosixFilePermissions(path, wanted(path));
    }
  }

  /**
   * Whether a file or folder has these rights: a private one no others, a shared one at least
   * these.
   */
  public boolean isGiven(Path path) throws IOException {
    if (!areKnownTo(path)) {
      return true;
    }
    Set<PosixFilePermission> has = Files.getPosixFilePermissions(path);
    return this == PRIVATE ? wanted(path).containsAll(has) : has.containsAll(wanted(path));
  }

  private Set<PosixFilePermission> wanted(Path path) throws IOException {
    Set<PosixFilePermission> modes = EnumSet.copyOf(this == PRIVATE ? OWNER : Umask.FOLDER);
    if (Files.isRegularFile(path)) {
      modes.removeAll(EXECUTE);
      if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_WRITE)) {
        modes.removeAll(WRITE);
      }
    }
    return modes;
  }

  /** Whether the storage that a path lies on has such rights. */
  public static boolean areKnownTo(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** What this process's umask leaves of a new folder's rights; Java tells only by making one. */
  private static final class Umask {
    static final Set<PosixFilePermission> FOLDER = ofNewFolder();

    private static Set<PosixFilePermission> ofNewFolder() {
      Path made = Path.of(System.getProperty("java.io.tmpdir"), "impact-" + UUID.randomUUID());
      try {
        Files.createDirectory(made);
        try {
          return Files.getPosixFilePermissions(made);
        } finally {
          Files.delete(made);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot make a folder for temporary files", e);
      }
    }
  }
}
