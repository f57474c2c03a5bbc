package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A folder of this machine: the operating system locks the one writer's file, and a rename replaces
 * {@code manifest.json}.
 */
final class LocalStorage implements Storage {
  private static final String SCRATCH = "scratch";

  /** After so many more files the disk begins to write them, while others are still being read. */
  private static final int MANY = 2_000;

  private final Path folder;
  private final Path manifest;

  /** Renamed into place and not yet durable. */
  private final Queue<Path> kept = new ConcurrentLinkedQueue<>();

  private final AtomicInteger all = new AtomicInteger();

  /**
   * Finished files of this run, by where they will lie: whoever takes a table's whole folder must
   * not meet them beside those that count.
   */
  private final Map<Path, Path> adopted = new ConcurrentHashMap<>();

  private ReadLease lease;

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
    try {
      lease = ReadLease.take(folder);
    } catch (IOException mayNotWriteHere) {
      return new Reading(manifest(), () -> {});
    }
    byte[] json = manifest();
    while (!held(json)) {
      byte[] now = manifest();
      if (Arrays.equals(json, now)) {
        // One is missing for good, and whoever reads it says so.
        break;
      }
      json = now;
    }
    return new Reading(json, this::endReading);
  }

  /** False: a file is missing, as when another state has become the present one meanwhile. */
  private boolean held(byte[] manifest) throws IOException {
    try {
      lease.hold(ManifestJson.read(manifest).paths().stream().map(folder::resolve).toList());
      return true;
    } catch (NoSuchFileException missing) {
      return false;
    } catch (JsonProcessingException faulty) {
      // Whoever reads the manifest says so.
      return true;
    } catch (IOException | UnsupportedOperationException noSecondNames) {
      // They are read where they lie; should a writer take one away, the command says so.
      lease.hold(List.of());
      return true;
    }
  }

  private void endReading() throws IOException {
    ReadLease ending = lease;
    lease = null;
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public Path whereabouts(Path file) {
    Path aside = adopted.get(file);
    return aside != null ? aside : lease != null ? lease.path(file) : file;
  }

  /** All of them: readers hold on to what they read. */
  @Override
  public List<Path> forgotten(List<Path> unnamed) throws IOException {
    ReadLease.clearDead(folder);
    return unnamed;
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
    adopted.clear();
    // Whoever writes there next, an engine too, finds it closed to others.
    scratch();
    return WriteLock.of(
        () -> {
          try (lock) {
            Disk.deleteTree(folder.resolve(SCRATCH));
            adopted.clear();
          }
        });
  }

  @Override
  public void replaceManifest(byte[] json) throws IOException {
    for (Map.Entry<Path, Path> file : adopted.entrySet()) {
      Disk.moveAtomically(file.getValue(), file.getKey());
      kept.add(file.getKey());
    }
    adopted.clear();
    Disk.forceAll(folder, kept);
    kept.clear();
    Path aside = scratch().resolve(UUID.randomUUID() + ".json");
    Files.write(aside, json);
    Disk.force(aside);
    Disk.moveAtomically(aside, manifest);
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
    // Known already: two tables may have one content, and a state may have it again.
    adopted.put(to, from);
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
    if (all.incrementAndGet() % MANY == 0) {
      Disk.beginForcing(folder);
    }
  }

  private static void keepBy(Path own, Path target, Writing writing) throws IOException {
    Path aside = own.resolve(target.getFileName());
    writing.write(aside);
    Disk.moveAtomically(aside, target);
  }
}
