package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A folder of this machine: the operating system locks the one writer's file, and a rename replaces
 * {@code manifest.json}.
 */
final class LocalStorage implements Storage {
  private static final String SCRATCH = "scratch";

  /** For readers who cannot leave a lease, since they may not write here. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final Path folder;
  private final Path manifest;

  /** Renamed into place and not yet durable. */
  private final Queue<Path> kept = new ConcurrentLinkedQueue<>();

  LocalStorage(Path folder) {
    this.folder = folder;
    manifest = folder.resolve("manifest.json");
  }

  @Override
  public boolean isMarked() {
    return Files.exists(manifest) || Files.exists(folder.resolve(Warehouse.LOCK));
  }

  @Override
  public void mark() throws IOException {
    Files.createFile(folder.resolve(Warehouse.LOCK));
  }

  @Override
  public Path manifestPath() {
    return manifest;
  }

  @Override
  public byte[] manifest() throws IOException {
    return Files.exists(manifest) ? Files.readAllBytes(manifest) : null;
  }

  @Override
  public Reading read() throws IOException {
    if (!Files.exists(manifest)) {
      // Nothing is made in a folder that is no warehouse.
      return null;
    }
    ReadLease lease = ReadLease.take(folder);
    byte[] json = manifest();
    if (json == null) {
      lease.close();
      return null;
    }
    lease.tell(json);
    return new Reading(json, lease);
  }

  @Override
  public List<byte[]> beingRead() throws IOException {
    return ReadLease.held(folder);
  }

  /** From now on they are forgotten after a while, however old they are. */
  @Override
  public void retire(Collection<Path> files) throws IOException {
    FileTime now = FileTime.from(Instant.now());
    for (Path file : files) {
      if (Files.exists(file)) {
        Files.setLastModifiedTime(file, now);
      }
    }
  }

  @Override
  public WriteLock lock() throws IOException {
    WriteLock lock = WriteLock.acquire(folder);
    try {
      Rewrite.finish(folder);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
    // What a killed run may have left.
    Disk.deleteTree(folder.resolve(SCRATCH));
    // Whoever writes there next, an engine too, finds it closed to others.
    scratch();
    return WriteLock.of(
        () -> {
          try (lock) {
            Disk.deleteTree(folder.resolve(SCRATCH));
          }
        });
  }

  @Override
  public void replaceManifest(byte[] json) throws IOException {
    Disk.forceAll(folder, kept);
    kept.clear();
    Path aside = scratch().resolve(UUID.randomUUID() + ".json");
    Files.write(aside, json);
    adopt(aside, manifest);
    Disk.forceFolder(folder);
  }

  @Override
  public Path scratch() throws IOException {
    Path scratch = folder.resolve(SCRATCH);
    Access.PRIVATE.createFolders(scratch);
    return scratch;
  }

  @Override
  public Path machineScratch() throws IOException {
    return scratch();
  }

  @Override
  public void adopt(Path from, Path to) throws IOException {
    Disk.force(from);
    Disk.moveAtomically(from, to);
  }

  @Override
  public void keep(Path target, byte[] bytes, Access access) throws IOException {
    keep(target, aside -> access.write(aside, bytes));
  }

  @Override
  public void keep(Path target, Path sent, Access access) throws IOException {
    keep(target, aside -> access.copy(sent, aside));
  }

  /** Writes a new file. */
  private interface Writing {
    void write(Path file) throws IOException;
  }

  private void keep(Path target, Writing writing) throws IOException {
    // A folder for each thread: two that make files in the same one wait for each other.
    Path own = folder.resolve(SCRATCH).resolve("by-" + Thread.currentThread().getId());
    try {
      keepBy(own, target, writing);
    } catch (NoSuchFileException notThereYetOrClearedByTheNextWriter) {
      Access.PRIVATE.createFolders(own);
      keepBy(own, target, writing);
    }
    kept.add(target);
  }

  private static void keepBy(Path own, Path target, Writing writing) throws IOException {
    Path aside = own.resolve(target.getFileName());
    writing.write(aside);
    Disk.moveAtomically(aside, target);
  }

  @Override
  public boolean isForgotten(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(GRACE));
  }
}
