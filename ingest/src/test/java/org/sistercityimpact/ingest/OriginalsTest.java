package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.warehouse.Warehouse;

class OriginalsTest {
  /** Members that have nothing to report send the same few bytes, and threads meet at one name. */
  @Test
  void twoThreadsMayKeepTheSameBytesAtTheSameTime(@TempDir Path folder) throws Exception {
    Originals originals = new Originals(Warehouse.create(folder));
    byte[] bytes = {1, 2, 3};
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 256; i++) {
        String name = String.format(Locale.ROOT, "%02x", i);
        Future<?> one = threads.submit(() -> keep(originals, name, bytes, together));
        Future<?> other = threads.submit(() -> keep(originals, name, bytes, together));
        one.get();
        other.get();
        assertArrayEquals(bytes, Files.readAllBytes(originals.path(name)));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void keep(Originals originals, String name, byte[] bytes, CyclicBarrier together)
      throws Exception {
    together.await();
    originals.keep(name, bytes);
    return null;
  }
}
