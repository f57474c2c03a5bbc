package org.sistercityimpact.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Files of shared storage on this machine, for an engine that cannot open them where they lie. A
 * file of this machine is its own copy.
 */
final class LocalCopies implements AutoCloseable {
  private Path folder;

  /** The file on this machine; a shared one is fetched once, for it never changes. */
  Path of(Path file) {
    Path copy = place(file);
    if (!Files.exists(copy)) {
      try {
        Files.copy(file, copy);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot fetch " + file, e);
      }
    }
    return copy;
  }

  /** Where a file of that name is written before it is {@link #send sent}. */
  synchronized Path place(Path file) {
    if (Location.isLocal(file)) {
      return file;
    }
    try {
      if (folder == null) {
        folder = Files.createTempDirectory("impact-copies");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make room for " + file, e);
    }
    return folder.resolve(UUID.nameUUIDFromBytes(file.toString().getBytes(UTF_8)) + ".parquet");
  }

  /** Brings what was written at its {@link #place} to where it belongs. */
  void send(Path written, Path file) {
    if (!written.equals(file)) {
      try {
        Files.copy(written, file);
        Files.delete(written);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot send " + file, e);
      }
    }
  }

  @Override
  public void close() {
    if (folder != null) {
      try {
        Disk.deleteTree(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + folder, e);
      }
    }
  }
}
