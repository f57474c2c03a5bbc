package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A folder of this machine: the operating system locks the one writer's file, and a rename replaces
 * {@code manifest.json}.
 */
final class LocalStorage implements Storage {
  private static final String SCRATCH = "scratch";

  private final Path folder;
  private final Path manifest;

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
  public WriteLock lock() throws IOException {
    WriteLock lock = WriteLock.acquire(folder);
    // What a killed run may have left.
    Disk.deleteTree(folder.resolve(SCRATCH));
    return lock;
  }

  @Override
  public void replaceManifest(byte[] json) throws IOException {
    Path aside = scratch().resolve(UUID.randomUUID() + ".json");
    Files.write(aside, json);
    adopt(aside, manifest);
    Disk.forceFolder(folder);
  }

  @Override
  public Path scratch() throws IOException {
    return Files.createDirectories(folder.resolve(SCRATCH));
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
  public void keep(Path target, byte[] bytes) throws IOException {
    // A folder for each thread: two that make files in the same one wait for each other.
    Path own = folder.resolve(SCRATCH).resolve("by-" + Thread.currentThread().getId());
    try {
      keepBy(own, target, bytes);
    } catch (NoSuchFileException notThereYetOrClearedByTheNextWriter) {
      Files.createDirectories(own);
      keepBy(own, target, bytes);
    }
  }

  private static void keepBy(Path own, Path target, byte[] bytes) throws IOException {
    Path aside = own.resolve(target.getFileName());
    Files.write(aside, bytes);
    Disk.moveAtomically(aside, target);
  }

  @Override
  public boolean isForgotten(Path file) {
    return true;
  }
}
