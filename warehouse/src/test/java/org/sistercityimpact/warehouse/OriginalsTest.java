package org.sistercityimpact.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalsTest {
  private static final byte[] SENT = "line_id,amount_usd\nB1,12.50\n".getBytes(UTF_8);
  private static final String SHA256 = HexFormat.of().formatHex(Warehouse.sha256().digest(SENT));
  private static final String FILE = "2025/US-OR-bend/budgets.csv";

  @TempDir Path folder;
  private Originals originals;

  @BeforeEach
  void open() {
    originals = Warehouse.create(folder.resolve("warehouse")).originals();
  }

  /** Members that have nothing to report send the same few bytes, and threads meet at one name. */
  @Test
  void twoThreadsMayKeepTheSameBytesAtTheSameTime() throws Exception {
    byte[] bytes = {1, 2, 3};
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 256; i++) {
        String name = String.format(Locale.ROOT, "%02x", i);
        Future<?> one = threads.submit(() -> keep(name, bytes, together));
        Future<?> other = threads.submit(() -> keep(name, bytes, together));
        one.get();
        other.get();
        assertArrayEquals(bytes, Files.readAllBytes(originals.path(name)));
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(List.of(), originals.healed());
  }

  private Void keep(String name, byte[] bytes, CyclicBarrier together) throws Exception {
    together.await();
    originals.keep(name, bytes, "a file");
    return null;
  }

  /** What a disk or a power cut may leave: half of it, nothing of it, as many other bytes, more. */
  @ParameterizedTest
  @ValueSource(
      strings = {"line_id,amou", "", "line_id,amount_usd\nB1,92.50\n", "more\nmore\nmore\nmore"})
  void damagedBytesAreNeverReadAndHealFromTheFileThatIsSentAgain(String damaged)
      throws IOException {
    originals.keep(SHA256, SENT, "budgets.csv");
    Files.writeString(originals.path(SHA256), damaged);
    DamageException e = assertThrows(DamageException.class, () -> read(null));
    assertEquals(
        "Cannot use the original of '%s' (member US-OR-bend, year 2025): its bytes are not those that were received (put the file as it was sent into the inbox again and ingest it, or restore '%s' from a backup)"
            .formatted(FILE, originals.path(SHA256)),
        e.getMessage());

    originals.keep(SHA256, SENT, "budgets.csv");

    assertArrayEquals(SENT, read(null));
    assertEquals(List.of("budgets.csv"), originals.healed());
  }

  private byte[] read(Path spare) throws IOException {
    return originals.read(SHA256, FILE, "US-OR-bend", 2025, spare);
  }

  @Test
  void oneThatIsGoneIsToldAsThat() {
    DamageException e = assertThrows(DamageException.class, () -> read(null));
    assertEquals(
        "Cannot use the original of '%s' (member US-OR-bend, year 2025): it is gone (put the file as it was sent into the inbox again and ingest it, or restore '%s' from a backup)"
            .formatted(FILE, originals.path(SHA256)),
        e.getMessage());
  }

  @Test
  void aReaderHealsItFromTheInboxUnderWhateverNameItLiesThereNow() throws IOException {
    Path place = Files.createDirectories(folder.resolve("inbox/2025/US-OR-bend"));
    Files.writeString(place.resolve("budgets.csv"), "line_id,amount_usd\nB1,1\n");
    Files.write(place.resolve("budgets as sent.csv"), SENT);

    assertArrayEquals(SENT, read(place.resolve("budgets.csv")));

    assertArrayEquals(SENT, Files.readAllBytes(originals.path(SHA256)));
    assertEquals(List.of(FILE), originals.healed());
  }

  @Test
  void aDamagedOneIsNotHandedOnToAnotherWarehouse() throws IOException {
    Originals copy = Warehouse.create(folder.resolve("copy")).originals();
    originals.keep(SHA256, SENT, "budgets.csv");
    copy.take(originals, SHA256, FILE, "US-OR-bend", 2025);
    assertArrayEquals(SENT, copy.read(SHA256, FILE, "US-OR-bend", 2025, null));

    Originals late = Warehouse.create(folder.resolve("late")).originals();
    // Not over the bytes themselves, which the copy has, too.
    Files.delete(originals.path(SHA256));
    Files.writeString(originals.path(SHA256), "line_id,");
    assertThrows(
        DamageException.class, () -> late.take(originals, SHA256, FILE, "US-OR-bend", 2025));
    assertArrayEquals(SENT, copy.read(SHA256, FILE, "US-OR-bend", 2025, null));
  }
}
