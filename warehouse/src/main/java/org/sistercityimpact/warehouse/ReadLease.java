package org.sistercityimpact.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Says that a process is reading a state of the warehouse, so that no writer sweeps its files: a
 * file in {@code readers/} that holds the state's manifest and that the process keeps locked. The
 * operating system drops the lock when its holder dies, so a killed reader keeps nothing for good.
 */
final class ReadLease implements Closeable {
  static final String FOLDER = "readers";

  // Beyond the content: where locks are binding, others could not read what is locked.
  private static final long LOCKED = Long.MAX_VALUE - 1;

  /**
   * What the leases of this process say. A process that opens a file which it has locked loses the
   * lock when it closes it again, so its own are never opened.
   */
  private static final Map<Path, Optional<byte[]>> OWN = new ConcurrentHashMap<>();

  private final Path file;
  private final FileChannel channel;

  private ReadLease(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * A lease that says nothing yet, for which writers sweep nothing at all; a reader who may not
   * write here goes without, and has the files' time of grace.
   */
  static ReadLease take(Path warehouse) {
    Path folder = warehouse.resolve(FOLDER);
    Path file = folder.resolve(UUID.randomUUID().toString());
    try {
      Access.PRIVATE.createFolders(folder);
      while (true) {
        OWN.put(file, Optional.empty());
        Access.PRIVATE.write(file, new byte[0]);
        FileChannel channel = locked(file);
        // A writer who looked before it was locked took it for a dead one's.
        if (Files.exists(file)) {
          // Of a process that just ends; one that is killed is found out by the next writer.
          file.toFile().deleteOnExit();
          return new ReadLease(file, channel);
        }
        if (channel != null) {
          channel.close();
        }
      }
    } catch (IOException mayNotWriteHere) {
      OWN.remove(file);
      return new ReadLease(file, null);
    }
  }

  /** Null: it is gone already. */
  private static FileChannel locked(Path file) throws IOException {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.lock(LOCKED, 1, false);
      return channel;
    } catch (NoSuchFileException takenForADeadOnes) {
      return null;
    }
  }

  /**
   * Says which state is read; on a full disk it goes on saying nothing, which keeps all of them.
   */
  void tell(byte[] manifest) throws IOException {
    if (channel == null) {
      return;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(manifest);
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
      OWN.put(file, Optional.of(manifest));
    } catch (IOException full) {
      channel.truncate(0);
      OWN.put(file, Optional.empty());
    }
  }

  /** What the leases of living readers say; null for one that says nothing yet. */
  static List<byte[]> held(Path warehouse) throws IOException {
    Path folder = warehouse.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<byte[]> held = new ArrayList<>();
    try (Stream<Path> leases = Files.list(folder)) {
      for (Path lease : leases.toList()) {
        Optional<byte[]> own = OWN.get(lease);
        if (own != null) {
          held.add(own.orElse(null));
          continue;
        }
        try (FileChannel channel =
            FileChannel.open(lease, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
          if (isDead(channel)) {
            Files.deleteIfExists(lease);
          } else {
            byte[] manifest = Files.readAllBytes(lease);
            held.add(manifest.length == 0 ? null : manifest);
          }
        } catch (NoSuchFileException ended) {
          // Its reader took it away.
        }
      }
    }
    return held;
  }

  private static boolean isDead(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED, 1, false) != null;
    } catch (OverlappingFileLockException justTakenByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      Files.deleteIfExists(file);
      channel.close();
      OWN.remove(file);
    }
  }
}
