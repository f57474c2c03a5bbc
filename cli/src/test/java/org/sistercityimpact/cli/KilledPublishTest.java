package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;

/** A process killed in the middle of publishing leaves what there was, and the next run works. */
class KilledPublishTest {
  private static final EditionName NAME = new EditionName(2025, 1);

  @TempDir Path folder;
  private Path warehouse;

  @BeforeEach
  void oneExchange() {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        Shell.EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2025-05-01,2025-05-06,30,,,,,homestay,,,,");
    warehouse = folder.resolve("warehouse");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
  }

  @Test
  void aPublicationKilledWhileItComputesLeavesWhatThereWas() throws Exception {
    Manifest before = Warehouse.open(warehouse).manifest();

    assertTrue(killWhenThereIs(warehouse, "sql"), "it was still running");

    assertEquals(List.of(), Editions.of(warehouse).names());
    assertEquals(before, Warehouse.open(warehouse).manifest());
    Warehouse.open(warehouse).lock().close();
    assertFalse(Files.exists(warehouse.resolve("scratch/edition")), "the next writer sweeps it");
  }

  @Test
  @Tag("slow")
  void noEditionIsEverHalfThere() throws Exception {
    Manifest before = Warehouse.open(warehouse).manifest();

    // While files are copied, while tables are computed, while pages are printed, while all is
    // made durable.
    for (String sign : List.of("sql", "warehouse/tables", "reports/briefs", "edition.json")) {
      boolean killed = killWhenThereIs(warehouse, sign);
      List<EditionName> names = Editions.of(warehouse).names();
      if (killed) {
        assertTrue(names.isEmpty() || names.equals(List.of(NAME)), names::toString);
      }
      for (EditionName name : names) {
        assertEquals(List.of(), Editions.of(warehouse).open(name).damage());
      }
      assertEquals(before, Warehouse.open(warehouse).manifest());
      if (!names.isEmpty()) {
        break;
      }
    }
    if (Editions.of(warehouse).names().isEmpty()) {
      Shell.run("publish", NAME, "--approved-by", "Ada Example", "--warehouse", warehouse).good();
    }
    Edition edition = Editions.of(warehouse).open(NAME);
    assertEquals(List.of(), edition.damage());
    Warehouse.open(warehouse).lock().close();
    assertFalse(Files.exists(warehouse.resolve("scratch/edition")));
  }

  /** Publishes in a process of its own; true: it was killed once the file was there. */
  private static boolean killWhenThereIs(Path warehouse, String sign) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dimpact.home=" + System.getProperty("impact.home"),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Impact.class.getName(),
                "publish",
                NAME.toString(),
                "--approved-by",
                "Ada Example",
                "--warehouse",
                warehouse.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path awaited = warehouse.resolve("scratch/edition").resolve(sign);
    while (process.isAlive() && !Files.exists(awaited)) {
      process.waitFor(2, TimeUnit.MILLISECONDS);
    }
    boolean killed = process.isAlive();
    process.toHandle().destroyForcibly();
    process.waitFor();
    return killed;
  }
}
