package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.Zone;

/** Every file as it was received, under its SHA-256, in the protected zone. */
final class Originals {
  private final Warehouse warehouse;
  private final Path folder;
  private final Set<String> folders = ConcurrentHashMap.newKeySet();

  Originals(Warehouse warehouse) {
    this.warehouse = warehouse;
    folder = warehouse.folder().resolve(Zone.PROTECTED.folder()).resolve("originals");
  }

  /** Where the bytes of that hash lie, or will. */
  Path path(String sha256) {
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
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
