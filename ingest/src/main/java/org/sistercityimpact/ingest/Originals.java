package org.sistercityimpact.ingest;

import java.io.IOException;
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

  /** Keeps the bytes, unless they are kept already. */
  void keep(String sha256, byte[] bytes) throws IOException {
    Path target = path(sha256);
    if (folders.add(sha256.substring(0, 2))) {
      Files.createDirectories(target.getParent());
    }
    warehouse.keep(target, bytes);
  }
}
