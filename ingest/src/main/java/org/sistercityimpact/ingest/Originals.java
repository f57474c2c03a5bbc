package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sistercityimpact.warehouse.Warehouse;

/** Every file as it was received, under its SHA-256, in the protected zone. */
final class Originals {
  private final Warehouse warehouse;
  private final Path scratch;
  // Several processes may keep files at once.
  private final String mark = UUID.randomUUID().toString();
  private final AtomicLong counter = new AtomicLong();
  private final Set<String> folders = ConcurrentHashMap.newKeySet();

  Originals(Warehouse warehouse) throws IOException {
    this.warehouse = warehouse;
    scratch = warehouse.scratchFolder();
  }

  /** Where the bytes of that hash lie, or will. */
  Path path(String sha256) {
    return warehouse.original(sha256);
  }

  /** Keeps the bytes; under their name there is either nothing or all of them. */
  void keep(String sha256, byte[] bytes) throws IOException {
    Path target = path(sha256);
    if (folders.add(sha256.substring(0, 2))) {
      Files.createDirectories(target.getParent());
    }
    if (Files.exists(target)) {
      return;
    }
    Path aside = scratch.resolve("original-" + mark + "-" + counter.incrementAndGet());
    Files.write(aside, bytes);
    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
