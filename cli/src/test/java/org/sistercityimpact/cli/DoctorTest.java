package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.cli.Shell.EXCHANGES;
import static org.sistercityimpact.cli.Shell.run;
import static org.sistercityimpact.cli.Shell.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;

/** What a warehouse keeps, when it is damaged, open to others, or written to beside a reader. */
class DoctorTest {
  private static final String ROW =
      "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Visit,2025-05-01,2025-05-06,12,,,,5,homestay,,,,";

  @TempDir Path folder;
  private Path inbox;
  private Path warehouse;

  @BeforeEach
  void ingest() {
    inbox = Shell.smallInbox(folder.resolve("inbox"));
    write(inbox, "2025/US-TX-fort-worth/exchanges.csv", EXCHANGES, ROW);
    write(inbox, "2025/US-OH-dayton/exchanges.csv", "Nothing to report");
    warehouse = folder.resolve("warehouse");
    run("ingest", inbox, "--warehouse", warehouse).good();
    run("transform", "--warehouse", warehouse).good();
  }

  @Test
  void eachDamagedOriginalIsNamedAndNothingIsPublishedFromIt() throws IOException {
    for (Path original : originals()) {
      if (Files.readString(original).startsWith("exchange_id")) {
        Files.writeString(original, "exchange_id,");
      } else if (Files.readString(original).startsWith("Nothing")) {
        Files.delete(original);
      }
    }

    Said doctor = run("doctor", "--warehouse", warehouse);

    assertEquals(1, doctor.code());
    List<String> lines = doctor.out().lines().filter(l -> l.contains("original of")).toList();
    assertEquals(2, lines.size(), doctor.out());
    assertTrue(
        lines
            .get(0)
            .startsWith(
                "BAD  Originals                  Cannot use the original of '2025/US-OH-dayton/exchanges.csv' (member US-OH-dayton, year 2025): it is gone (put"),
        doctor.out());
    assertTrue(
        lines
            .get(1)
            .strip()
            .startsWith(
                "Cannot use the original of '2025/US-TX-fort-worth/exchanges.csv' (member US-TX-fort-worth, year 2025): its bytes are not those that were received (put"),
        doctor.out());
    Said publish = run("publish", "2025.1", "--approved-by", "A", "--warehouse", warehouse);
    assertEquals(3, publish.code(), publish.err());
    assertEquals(
        1, publish.err().lines().filter(l -> l.startsWith("Cannot use the original of")).count());
    assertTrue(Files.notExists(warehouse.resolve("editions/2025.1")));

    Said again = run("ingest", inbox, "--warehouse", warehouse).good();

    assertTrue(again.out().contains("healed       2025/US-OH-dayton/exchanges.csv"), again.out());
    run("doctor", "--warehouse", warehouse).good();
  }

  @Test
  void whatIsOpenToOthersIsToldAndFixed() throws IOException {
    run("doctor", "--warehouse", warehouse).good();
    Path original = originals().get(0);
    Files.setPosixFilePermissions(original, PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(
        warehouse.resolve("protected"), PosixFilePermissions.fromString("rwxr-xr-x"));

    Said told = run("doctor", "--warehouse", warehouse);

    assertEquals(1, told.code());
    assertTrue(
        told.out()
            .contains(
                "BAD  Rights                     protected is open to others, and 1 more (run 'impact doctor --warehouse "
                    + warehouse
                    + " --fix')"),
        told.out());
    Said fixed = run("doctor", "--warehouse", warehouse, "--fix").good();
    assertTrue(
        fixed.out().contains("ok   Rights                     2 files and folders set right"));
    run("doctor", "--warehouse", warehouse).good();
  }

  @Test
  void anOpenShellReadsTheNewestStateAndSaysSo() throws Exception {
    InputStream before = System.in;
    try (PipedOutputStream typed = new PipedOutputStream()) {
      System.setIn(new PipedInputStream(typed));
      CompletableFuture<Said> shell =
          CompletableFuture.supplyAsync(() -> run("sql", "--warehouse", warehouse));
      String count = "SELECT COUNT(*) AS n, SUM(people) AS people FROM exchanges;\n";
      typed.write(count.getBytes(StandardCharsets.UTF_8));
      typed.flush();
      for (int people = 13; people < 16; people++) {
        write(
            inbox,
            "2025/US-TX-fort-worth/exchanges.csv",
            EXCHANGES,
            ROW.replace(",12,", "," + people + ","));
        run("ingest", inbox, "--warehouse", warehouse).good();
        run("transform", "--warehouse", warehouse).good();
      }
      typed.write(count.getBytes(StandardCharsets.UTF_8));
      typed.close();
      Said said = shell.get();
      assertEquals(0, said.code(), said.err());
      assertTrue(said.out().contains("15"), said.out());
      assertTrue(
          said.err()
              .contains("The warehouse was written to: from here on its newest state is read."),
          said.err());
    } finally {
      System.setIn(before);
    }
  }

  private List<Path> originals() throws IOException {
    try (Stream<Path> tree = Files.walk(warehouse.resolve("protected/originals"))) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
