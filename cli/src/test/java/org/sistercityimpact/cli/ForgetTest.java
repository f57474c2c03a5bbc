package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.Publication;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.reports.file.XlsxFile;
import org.sistercityimpact.warehouse.Disk;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Warehouse;

/** An invented person stands in files of every kind, and is erased from all of them. */
class ForgetTest {
  private static final String CANARY = "quillfeather";
  private static final String AT = "2025/US-TX-fort-worth/";
  private static final int KILLS = 12;
  private static final String METRICS = "SELECT * FROM metrics ORDER BY ALL";

  @TempDir static Path once;
  @TempDir Path folder;
  private Path inbox;
  private Path warehouse;
  private Path person;

  @BeforeAll
  static void onePersonInManyFiles() throws IOException {
    ForgetTest first = new ForgetTest();
    first.isIn(once);
    first.takeThePerson();
  }

  @BeforeEach
  void copyThem() throws IOException {
    Shell.copy(once, folder);
    isIn(folder);
  }

  private void isIn(Path root) {
    // The path of an inbox stands in the records of runs.
    inbox = root.resolve("from Zyxandra Quillfeather");
    warehouse = root.resolve("warehouse");
    person = root.resolve("person.txt");
  }

  private void takeThePerson() throws IOException {
    Shell.smallInbox(inbox);
    Files.writeString(
        person, "Zyxandra Quillfeather\nZoë Quillfeather\n\nzyx@quillfeather.example\nV-7\n");
    Shell.write(
        inbox,
        AT + "exchanges.csv",
        Shell.EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,with Zyxandra Quillfeather,2025-05-01,2025-05-06,12,,,,,homestay,,,,");
    Shell.write(
        inbox,
        AT + "volunteer_hours.csv",
        "volunteer,volunteers,month,activity,hours,youth,notes",
        "Zyxandra Quillfeather,,2025-01,hosting,5,,",
        "ZYXANDRA  quillfeather ,,2025-02,hosting,5,,",
        "V-7,,2025-02,hosting,7,,\"see \"\"Zyxandra Quillfeather\"\"\"",
        "V-8,,2025-02,hosting,many,,Zyxandra Quillfeather",
        "V-9,,2025-02,hosting,4,,");
    encoded(
        AT + "surveys.csv",
        "windows-1252",
        "exchange_id;respondent;wave;q1;q2;q3;q4;q5\nE1;Zoë Quillfeather;pre;1;1;1;1;1\nE1;Zoë Quillfeather;post;2;2;2;2;2\nE1;René;pre;1;2;1;1;1\n");
    encoded(
        AT + "trade_contacts.csv",
        "UTF-16",
        "contact_id\tpartnership_id\tdate\tcompany\tcontact_name\tcontact_email\tstage\nT1\tTrier\t2025-03-01\tExample\tZyxandra Quillfeather\tzyx@quillfeather.example\tlead\n");
    XlsxFile.write(
        inbox.resolve(AT + "events.xlsx"),
        "events",
        new Rows(
            List.of(
                new Column("event_id", "VARCHAR"),
                new Column("partnership_id", "VARCHAR"),
                new Column("date", "VARCHAR"),
                new Column("title", "VARCHAR"),
                new Column("purpose", "VARCHAR"),
                new Column("attendance", "VARCHAR"),
                new Column("method", "VARCHAR")),
            List.<Object[]>of(
                new Object[] {
                  "G1",
                  "Trier",
                  "2025-06-01",
                  "Gala for Zyxandra Quillfeather",
                  "cultural",
                  "40",
                  "count"
                })));
    Shell.write(inbox, AT + "Zyxandra Quillfeather.csv", "a,b", "1,Zyxandra Quillfeather");
    Shell.write(
        inbox,
        "2025/US-OH-dayton/volunteer_hours.csv",
        "volunteer,volunteers,month,activity,hours,youth,notes",
        "V-7,,2025-01,hosting,3,,");
    ingest();
    Shell.run("transform", "--warehouse", warehouse).good();
  }

  private void encoded(String name, String charset, String text) throws IOException {
    Files.write(inbox.resolve(name), text.getBytes(Charset.forName(charset)));
  }

  private Said ingest() {
    return Shell.run("ingest", inbox, "--warehouse", warehouse);
  }

  private Said forget(Object... more) {
    Object[] first = {"forget", "--warehouse", warehouse, "--file", person};
    return Shell.run(Stream.of(first, more).flatMap(Stream::of).toArray());
  }

  private Said erase() {
    return forget("--by", "Ben Example", "--reason", "asked on May 2");
  }

  private String metrics() {
    return Shell.run("sql", METRICS, "--warehouse", warehouse, "--format", "csv").good().out();
  }

  /** Freezes an edition without reports. */
  private void publish(String edition) throws IOException {
    try (Warehouse store = Warehouse.open(warehouse);
        Publication publication =
            Publication.prepare(
                store,
                ImpactCommand.home().resolve("sql"),
                EditionName.parse(edition),
                Set.of(),
                (computed, name, note, out) -> List.of(),
                (out, pdfs) -> List.of(),
                Progress.SILENT)) {
      assertEquals(List.of(), publication.refusals());
      publication.freeze("Cleo Example", Clock.systemUTC());
    }
  }

  /** The files of the warehouse that hold the person, in their bytes, once unpacked, or by name. */
  private List<String> withCanary(Path root) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(root);
        DuckDb engine = DuckDb.open(null, "500MB")) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        boolean holds =
            holds(bytes)
                || file.toString()
                    .substring(root.toString().length())
                    .toLowerCase(Locale.ROOT)
                    .contains(CANARY);
        if (file.toString().endsWith(".parquet")) {
          String whole = "SELECT CAST(t AS VARCHAR) FROM %s AS t".formatted(DuckDb.literal(file));
          for (Object[] row : engine.read(whole).values()) {
            holds |= row[0].toString().toLowerCase(Locale.ROOT).contains(CANARY);
          }
        }
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
          try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
              holds |= holds(zip.readAllBytes());
            }
          }
        }
        if (holds) {
          found.add(root.relativize(file).toString());
        }
      }
    }
    return found;
  }

  private static boolean holds(byte[] bytes) {
    return Stream.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)
        .anyMatch(charset -> new String(bytes, charset).toLowerCase(Locale.ROOT).contains(CANARY));
  }

  private static Map<String, String> hashes(Path root) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        if (!name.equals("lock")) {
          hashes.put(name, Warehouse.sha256(file));
        }
      }
    }
    return hashes;
  }

  @Test
  void erasesThePersonFromEveryByteAndChangesNoFigure() throws IOException {
    Said published =
        Shell.run("publish", "2025.1", "--approved-by", "Cleo Example", "--warehouse", warehouse);
    assertEquals(0, published.code(), published.out() + published.err());
    Path edition = warehouse.resolve("editions/2025.1");
    String figures = metrics();
    String submissions = submissions();
    Map<String, String> before = hashes(edition);
    assertTrue(withCanary(warehouse).size() > 20, withCanary(warehouse).toString());

    Said said = erase().good();

    assertEquals(List.of(), withCanary(warehouse));
    assertFalse((said.out() + said.err()).toLowerCase(Locale.ROOT).contains(CANARY));
    assertEquals(figures, metrics());
    assertEquals(submissions, submissions());
    Map<String, String> after = hashes(edition);
    before.forEach(
        (path, sha256) -> {
          if (!path.startsWith("warehouse/protected/") && !path.equals("warehouse/manifest.json")) {
            assertEquals(sha256, after.get(path), path + " was published");
          }
        });
    Said doctor = Shell.run("doctor", "--warehouse", warehouse);
    assertEquals(0, doctor.code(), doctor.out());
    assertTrue(doctor.out().contains("1 erasure, the last on "), doctor.out());
    Said rebuilt = Shell.run("rebuild", "2025.1", "--warehouse", warehouse);
    assertEquals(0, rebuilt.code(), rebuilt.out());
    assertTrue(rebuilt.out().contains("  erased      a person's cells of "), rebuilt.out());
    assertTrue(rebuilt.out().endsWith("Rebuilt exactly.\n"), rebuilt.out());

    Path list = edition.resolve("erasures.json");
    assertTrue(list.toFile().setWritable(true));
    Files.writeString(list, Files.readString(list).replace("Ben", "Eve"));
    assertTrue(
        Shell.run("doctor", "--warehouse", warehouse)
            .out()
            .contains(
                "erasures.json is not the list that the warehouse wrote when a person was erased"));
  }

  /** Ids, files and counts; the one file that was called after the person is called otherwise. */
  private String submissions() {
    return Shell.run(
            "sql",
            "SELECT submission_id, replace(file, 'Zyxandra Quillfeather', 'erased-1') AS file, sha256, rows_accepted, rows_rejected, rows_duplicate, status FROM submissions ORDER BY ALL",
            "--warehouse",
            warehouse,
            "--format",
            "csv")
        .good()
        .out();
  }

  @Test
  void theInboxDoesNotBringThePersonBack() throws IOException {
    erase().good();
    Files.move(inbox.resolve(AT + "surveys.csv"), inbox.resolve(AT + "surveys 2025.csv"));

    Said again = ingest();

    assertTrue(
        again.out().contains(AT + "volunteer_hours.csv holds what was erased on "), again.out());
    assertTrue(
        again
            .out()
            .contains(
                "Nothing of that came back; take the person out of the files in the inbox, too\n"),
        again.out());
    Shell.run("transform", "--warehouse", warehouse).good();
    // Of what ran, not of the person: the path of the inbox that was named just now.
    Disk.deleteTree(warehouse.resolve("runs"));
    assertEquals(List.of(), withCanary(warehouse));

    Path elsewhere = inbox.resolve("2025/US-OH-dayton/surveys.csv");
    Files.copy(inbox.resolve(AT + "surveys 2025.csv"), elsewhere);
    ingest();
    Disk.deleteTree(warehouse.resolve("runs"));
    assertEquals(List.of(), withCanary(warehouse));
  }

  @Test
  void aDryRunSaysWhereAndChangesNothing() throws IOException {
    publish("2025.1");
    Map<String, String> before = hashes(warehouse);

    Said said = forget("--dry-run").good();

    assertEquals(before, hashes(warehouse));
    assertFalse(said.out().toLowerCase(Locale.ROOT).contains(CANARY), said.out());
    assertTrue(
        said.out()
            .startsWith(
                "Line 4 is an id, a number, a place or a common word: looked for only in columns that name people, and in every member's files (--member ID: in one's)\n"
                    + "Would erase 13 cells of 7 files\n"
                    + "  2025/US-OH-dayton/volunteer_hours.csv\n"
                    + "    row 2, column A (volunteer)\n"
                    + "  2025/US-TX-fort-worth/erased-1.csv\n"
                    + "    row 2\n"
                    + "  2025/US-TX-fort-worth/events.xlsx\n"
                    + "    sheet events, row 2, column D (title)\n"),
        said.out());
    assertTrue(
        said.out()
            .endsWith(
                "  and 1 run record\n"
                    + "Edition 2025.1, too: what was published, its reports and tables, stays byte for byte; its originals and rows lose the person\n"
                    + "Copies outside the warehouse stay: the files named above in the inbox, mail, backups, printed letters (docs/for-cities.md says what to do)\n"),
        said.out());
  }

  @Test
  void forgetsInOneMembersFilesAlone() throws IOException {
    Files.writeString(person, "V-7\n");

    forget("--by", "Ben Example", "--member", "US-TX-fort-worth").good();

    assertEquals(
        "US-OH-dayton,v-7\nUS-TX-fort-worth,erased-1\n",
        Shell.run(
                "sql",
                "SELECT member_id, volunteer_key FROM raw_volunteer_hours WHERE volunteer_key IN ('v-7', 'erased-1') ORDER BY ALL",
                "--warehouse",
                warehouse,
                "--format",
                "csv")
            .good()
            .out()
            .replaceFirst(".*\n", ""));
    assertEquals(
        "Cannot forget in files of member 'US-XX-none': there are none (give its id as the registry spells it)\n",
        forget("--dry-run", "--member", "US-XX-none").err().replaceFirst("Looking.*\n", ""));
  }

  @Test
  void theRecordHoldsNoValueAndIsListed() throws IOException {
    erase().good();

    Path record = warehouse.resolve("protected/erasures/00001.json");
    String text = Files.readString(record).toLowerCase(Locale.ROOT);
    assertFalse(text.contains(CANARY) || text.contains("zyx") || text.contains("v-7"), text);
    String listed = Shell.run("forget", "--list", "--warehouse", warehouse).good().out();
    assertTrue(
        listed.matches(
            "(?s)1 erasure\n1  2[-0-9T:]+Z  by Ben Example: a name, a name, an e-mail address, an id \\(asked on May 2\\)\n     2025/.*"),
        listed);
  }

  @Test
  void asksForWhatItNeedsAndSaysWhenNobodyIsThere() throws IOException {
    Said unsaid = forget();
    assertEquals(2, unsaid.code());
    assertEquals(
        "Cannot forget: it is not said who erases (add --by NAME, or --dry-run to look first)\n",
        unsaid.err());
    Said named = forget("--by", "Ben", "--reason", "for Zyxandra Quillfeather");
    assertEquals(2, named.code());
    assertTrue(
        named
            .err()
            .endsWith(
                "Cannot forget: --by or --reason names the person, and is kept in the record (say it without)\n"),
        named.err());
    Files.writeString(person, "\n \n");
    Said nobody = forget("--by", "Ben");
    assertEquals(2, nobody.code());
    assertEquals(
        "Cannot forget: nobody is named (write a name, e-mail address or id a line into standard input, or a file named with --file)\n",
        nobody.err());
    Files.writeString(person, "Somebody Else\n");
    Said nothing = forget("--by", "Ben");
    assertEquals(1, nothing.code());
    assertEquals(
        "Nothing found: no original, table, edition or run record holds it.\n", nothing.out());
  }

  @Test
  void stoppedBetweenAnyTwoStepsTheNextRunEndsIt() throws IOException {
    publish("2025.1");
    String figures = metrics();
    Path whole = folder.resolve("whole");
    Shell.copy(warehouse, whole);
    Set<String> had = hashes(whole).keySet();
    Shell.run("forget", "--warehouse", whole, "--file", person, "--by", "Ben Example").good();
    // Where a new file of the erasure goes, one after the other, something stands in its way.
    List<String> added =
        hashes(whole).keySet().stream()
            .filter(path -> !had.contains(path) && path.matches("editions/.*parquet"))
            .toList();
    assertTrue(added.size() > 3, added.toString());
    for (String path : List.of(added.get(0), added.get(added.size() - 1))) {
      Path stopped = folder.resolve("stopped-" + added.indexOf(path));
      Shell.copy(warehouse, stopped);
      Path obstacle = stopped.resolve(path).resolve("obstacle");
      Files.createDirectories(obstacle);

      Object[] command = {
        "forget", "--warehouse", stopped, "--file", person, "--by", "Ben Example"
      };
      assertEquals(3, Shell.run(command).code());

      String read =
          Shell.run("sql", METRICS, "--warehouse", stopped, "--format", "csv").good().out();
      assertEquals(figures, read, "what is read is right");
      Said doctor = Shell.run("doctor", "--warehouse", stopped);
      assertTrue(
          doctor.out().contains("BAD  Erasures                   one was begun and not ended"),
          doctor.out());
      Disk.deleteTree(stopped.resolve(path));
      Said ended = Shell.run(command).good();
      assertTrue(
          ended.out().startsWith("The erasure that was begun before has been ended.\n"),
          ended.out());
      assertEquals(List.of(), withCanary(stopped));
      assertEquals(
          figures,
          Shell.run("sql", METRICS, "--warehouse", stopped, "--format", "csv").good().out());
      assertEquals(0, Shell.run("doctor", "--warehouse", stopped).code());
    }
  }

  @Test
  @Tag("slow")
  void killedAtAnyMomentTheNextRunFindsThePersonWholeOrGone() throws Exception {
    publish("2025.1");
    String figures = metrics();
    List<String> named = withCanary(warehouse);
    long took = erasedInAProcess("whole", Long.MAX_VALUE);
    assertEquals(List.of(), withCanary(folder.resolve("whole")));
    int gone = 0;
    int whole = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      erasedInAProcess("killed-" + kill, took * kill / (KILLS + 1));
      Path killed = folder.resolve("killed-" + kill);
      // Whoever writes next ends what was begun.
      Warehouse.open(killed).lock().close();
      List<String> left = withCanary(killed);
      if (left.isEmpty()) {
        gone++;
      } else {
        whole++;
        // What it was reading has a second name there until its lease has run out.
        List<String> files = left.stream().filter(file -> !file.startsWith("readers/")).toList();
        assertEquals(named, files, "killed after part " + kill);
      }
      assertEquals(
          figures,
          Shell.run("sql", METRICS, "--warehouse", killed, "--format", "csv").good().out());
      assertEquals(0, Shell.run("doctor", "--warehouse", killed).code(), "part " + kill);
      Said again =
          Shell.run("forget", "--warehouse", killed, "--file", person, "--by", "Ben Example");
      // Where the person is gone, there is nothing more to find, or what depends on it to make
      // again.
      boolean ends = again.out().startsWith("The erasure that was begun before has been ended.");
      assertEquals(left.isEmpty() && !ends ? 1 : 0, again.code(), again.out() + again.err());
      assertEquals(List.of(), withCanary(killed));
    }
    System.out.printf("forget killed %d times: %d before, %d after%n", KILLS, whole, gone);
    assertTrue(whole > 0, "some kills came before the person was gone");
  }

  /** Erases the person from a copy; gives milliseconds, or kills it after so many. */
  private long erasedInAProcess(String name, long milliseconds) throws Exception {
    Path target = folder.resolve(name);
    Shell.copy(warehouse, target);
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dimpact.home=" + System.getProperty("impact.home"),
                "-cp",
                System.getProperty("java.class.path"),
                Impact.class.getName(),
                "forget",
                "--warehouse",
                target.toString(),
                "--file",
                person.toString(),
                "--by",
                "Ben Example")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    process.toHandle().destroyForcibly();
    process.waitFor();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
