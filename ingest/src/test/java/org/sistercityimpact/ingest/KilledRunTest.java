package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.xlsx.Book;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;

/** A process killed in the middle of ingest leaves the last good state, and the next run works. */
class KilledRunTest {
  private static final int YEARS = 12;
  private static final int ROWS = 400;

  @TempDir Path folder;

  /** The process that is killed: takes an inbox into a warehouse, one line for each file. */
  static final class Victim {
    public static void main(String[] arguments) {
      Clock clock = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
      Progress aloud =
          (stage, done, total) -> {
            System.out.println(stage + " " + done);
            System.out.flush();
          };
      new Ingest(Network.CONTRACTS, clock, aloud)
          .run(Path.of(arguments[0]), Warehouse.create(Path.of(arguments[1])));
      System.out.println("done");
    }
  }

  @Test
  void theRunAfterOneKilledAmidItsChecksEqualsAnUndisturbedOne(@TempDir Path elsewhere)
      throws Exception {
    theNextRunEqualsAnUndisturbedOne(elsewhere, new int[][] {{15, 0}});
  }

  @Test
  @Tag("slow")
  void theNextRunEqualsAnUndisturbedOneWhereverItIsKilled(@TempDir Path elsewhere)
      throws Exception {
    // At the first file, amid the checks, at the last file, and while tables are written. Before
    // these, by hand: -Dingest.kills=100 at any file but the last, for a run that ends leaves
    // nothing to kill.
    int[][] moments = {{1, 0}, {15, 0}, {27, 0}, {28, 0}, {28, 60}, {28, 150}};
    Random random = new Random(7);
    Stream<int[]> more =
        Stream.generate(() -> new int[] {1 + random.nextInt(27), random.nextInt(10)})
            .limit(Integer.getInteger("ingest.kills", 0));
    theNextRunEqualsAnUndisturbedOne(
        elsewhere, Stream.concat(more, Stream.of(moments)).toArray(int[][]::new));
  }

  private void theNextRunEqualsAnUndisturbedOne(Path elsewhere, int[][] moments) throws Exception {
    Network killed = new Network(folder);
    Network undisturbed = new Network(elsewhere);
    fill(killed);
    fill(undisturbed);
    runVictim(undisturbed, Integer.MAX_VALUE, 0);
    String expected = state(undisturbed);

    Manifest before = killed.warehouse.manifest();
    for (int[] moment : moments) {
      boolean ended = runVictim(killed, moment[0], moment[1]);
      if (!ended) {
        assertEquals(before, killed.warehouse.manifest());
      }
      before = killed.warehouse.manifest();
      assertNothingIsTorn(killed);
    }
    runVictim(killed, Integer.MAX_VALUE, 0);
    assertEquals(expected, state(killed));
    assertNothingIsTorn(killed);
  }

  private static void fill(Network network) throws IOException {
    for (int year = 2025 - YEARS + 1; year <= 2025; year++) {
      for (String member : List.of("US-TX-fort-worth", "US-OR-bend")) {
        String budgets = Network.budgets(ROWS) + "B0,x,city," + year + "\n";
        String file = year + "/" + member + "/budgets.";
        if (year % 2 == 0) {
          network.put(file + "csv", budgets);
        } else {
          network.put(
              file + "xlsx",
              Book.ofSheets("Budgets", WorkbooksTest.sheet(budgets.replace(',', '|'))).bytes());
        }
      }
    }
  }

  /** Runs a victim and kills it some time after its n-th file; true: it ended by itself. */
  private boolean runVictim(Network network, int files, int millis) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dimpact.home=" + System.getProperty("impact.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                network.inbox.toString(),
                network.warehouse.folder().toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int seen = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (line.startsWith("Check") && ++seen == files) {
          Thread.sleep(millis);
          // By its handle: the process object would close the stream that is being read.
          process.toHandle().destroyForcibly();
        }
      }
    }
    int code = process.waitFor();
    if (files == Integer.MAX_VALUE) {
      assertTrue(said.toString().endsWith("done\n"), said.toString());
    }
    return code == 0;
  }

  private static String state(Network network) {
    return String.join(
        "\n",
        network.query("SELECT * FROM raw_submissions ORDER BY ALL"),
        network.query("SELECT * FROM raw_problems ORDER BY ALL"),
        network.query("SELECT * FROM raw_receipts ORDER BY ALL"),
        network.query("SELECT * FROM raw_budgets ORDER BY ALL"));
  }

  private static void assertNothingIsTorn(Network network) throws IOException {
    Path warehouse = network.warehouse.folder();
    for (List<DataFile> files : network.warehouse.manifest().tables().values()) {
      for (DataFile file : files) {
        assertEquals(file.sha256(), Warehouse.sha256(warehouse.resolve(file.path())));
      }
    }
    Path originals = warehouse.resolve("protected/originals");
    if (Files.isDirectory(originals)) {
      try (Stream<Path> tree = Files.walk(originals)) {
        for (Path original : tree.filter(Files::isRegularFile).toList()) {
          assertEquals(original.getFileName().toString(), Warehouse.sha256(original));
        }
      }
    }
  }
}
