package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sistercityimpact.warehouse.Warehouse;

/** Every file as it was received, under its SHA-256, in the protected zone. */
final class Originals {
  private final Warehouse warehouse;
  private final Set<String> folders = ConcurrentHashMap.newKeySet();

  Originals(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Where the bytes of that hash lie, or will. */
  Path path(String sha256) {
    return warehouse.original(sha256);
  }

  /**
   * Keeps the bytes, unless they are kept already.
   *
   * @throws UncheckedIOException when it cannot: that is the warehouse's fault and ends the run,
   *     where a file that cannot be read is a finding
   */
  void keep(String sha256, byte[] bytes) {
    Path target = path(sha256);
    String name = sha256.substring(0, 2);
    try {
      // Known only once it is there: another thread may be about to write into it.
      if (!folders.contains(name)) {
        Files.createDirectories(target.getParent());
        folders.add(name);
      }
      warehouse.keep(target, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep an original in '%s': %s".formatted(target.getParent(), Warehouse.reason(e)),
          e);
    }
  }
}
