package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.release.research.ResearchRelease;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Disk;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.UntrustedSql;
import org.sistercityimpact.warehouse.Warehouse;

/** A research release: a folder that stands alone, and tells nothing that stays in the office. */
class ReleaseTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What may be in no release: a tie that is held back, a title, a company, a volunteer. */
  private static final List<String> CONFIDENTIAL =
      List.of("nagaoka", "secret serenade", "quux instruments", "thistlewood");

  @TempDir static Path folder;
  private static Path warehouse;
  private static Path release;

  @BeforeAll
  static void anEditionIsReleased() {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(
        inbox,
        "registry/partnerships.csv",
        "partnership_id,member_id,partner_name,partner_local_name,partner_country,partner_latitude,partner_longitude,established,status,ended,public",
        "US-TX-fort-worth~DE-trier,US-TX-fort-worth,=Trier,,DE,49.75,6.64,1990,active,,",
        "US-TX-fort-worth~JP-nagaoka,US-TX-fort-worth,Nagaoka,,JP,37.45,138.85,,active,,no",
        "US-OH-dayton~DE-augsburg,US-OH-dayton,Augsburg,,DE,48.37,10.9,1964,active,,");
    for (int year : new int[] {2024, 2025}) {
      Shell.write(
          inbox,
          year + "/US-TX-fort-worth/exchanges.csv",
          Shell.EXCHANGES,
          "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Secret serenade,%1$d-05-01,%1$d-05-06,30,,,,,homestay,,,,"
              .formatted(year),
          "E2,US-TX-fort-worth~JP-nagaoka,inbound,cultural,Choir,%1$d-06-01,%1$d-06-06,7,,,,,homestay,,,,"
              .formatted(year));
      Shell.write(
          inbox,
          year + "/US-OH-dayton/exchanges.csv",
          Shell.EXCHANGES,
          "D1,US-OH-dayton~DE-augsburg,outbound,sports,Run,%1$d-05-01,%1$d-05-06,12,,,,,,,,,"
              .formatted(year));
    }
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/volunteer_hours.csv",
        "volunteer,volunteers,month,activity,hours",
        "Tilda Thistlewood,,2025-05,hosting,4.5");
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/trade_contacts.csv",
        "contact_id,partnership_id,stage,date,company,evidence,currency,value",
        "T1,US-TX-fort-worth~DE-trier,meeting,2025-05-02,Quux Instruments,C,,");
    warehouse = folder.resolve("warehouse");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
    Shell.run("publish", "2025.1", "--approved-by", "Ada Example", "--warehouse", warehouse).good();
    Said said =
        Shell.run("release", "2025.1", "--out", folder.resolve("out"), "--warehouse", warehouse)
            .good();
    release = folder.resolve("out/release-2025.1");
    assertTrue(said.out().startsWith("Release: 17 tables with "), said.out());
    assertTrue(said.out().contains("cite it as   Sister Cities International"), said.out());
  }

  @Test
  void everyFileIsListedWithItsHashAndEveryColumnIsDescribed() throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(release.resolve("SHA256SUMS"))) {
      sums.put(line.substring(66), line.substring(0, 64));
    }
    Map<String, String> files = new TreeMap<>();
    for (Path file : files(release)) {
      files.put(release.relativize(file).toString(), Warehouse.sha256(file));
    }
    files.remove("SHA256SUMS");
    assertEquals(files, sums);

    JsonNode described = JSON.readTree(release.resolve("datapackage.json").toFile());
    assertEquals(17, described.get("resources").size());
    for (JsonNode resource : described.get("resources")) {
      String path = resource.get("path").asText();
      assertEquals("sha256:" + files.get(path), resource.get("hash").asText());
      List<String> fields = new ArrayList<>();
      for (JsonNode field : resource.at("/schema/fields")) {
        fields.add(field.get("name").asText());
        assertFalse(field.get("description").asText().isBlank(), path + field);
      }
      String header = unzipped(release.resolve(path)).lines().findFirst().orElseThrow();
      assertEquals(header, String.join(",", fields));
      for (JsonNode key : resource.at("/schema/primaryKey")) {
        assertTrue(fields.contains(key.asText()), path + key);
      }
    }
    JsonNode croissant = JSON.readTree(release.resolve("croissant.json").toFile());
    assertEquals(17, croissant.get("recordSet").size());
    for (JsonNode file : croissant.get("distribution")) {
      assertEquals(
          files.get(file.get("contentUrl").asText()), file.get("sha256").asText(), file.toString());
    }
  }

  @Test
  void theDatabaseHoldsTheTablesWithKeysAndComments() {
    try (DuckDb engine = DuckDb.open(null, "500MB")) {
      engine.execute(
          "ATTACH %s AS r (READ_ONLY)"
              .formatted(DuckDb.literal(release.resolve("impact-2025.1.duckdb"))));
      assertEquals(
          0,
          engine
              .read(
                  "SELECT table_name FROM duckdb_columns() WHERE database_name = 'r' AND comment IS NULL")
              .size());
      assertEquals(
          "[metric_id, data_year, level, key]",
          engine
              .read(
                  "SELECT CAST(constraint_column_names AS VARCHAR) FROM duckdb_constraints() WHERE database_name = 'r' AND table_name = 'metrics' AND constraint_type = 'PRIMARY KEY'")
              .values()
              .get(0)[0]);
      for (Path parquet : files(release.resolve("parquet"))) {
        String table = parquet.getFileName().toString().replace(".parquet", "");
        String file = DuckDb.literal(parquet);
        assertEquals(
            0,
            engine
                .read(
                    "(FROM r.\"%1$s\" EXCEPT ALL FROM read_parquet(%2$s)) UNION ALL (FROM read_parquet(%2$s) EXCEPT ALL FROM r.\"%1$s\")"
                        .formatted(table, file))
                .size(),
            table);
      }
    }
  }

  /** But for ingest's own books, which {@code sql/dictionary.csv} describes. */
  @Test
  void everyParquetFileTellsWhatItHolds() {
    List<String> books = List.of("photos", "problems", "receipts", "submissions", "unread_files");
    List<String> silent = new ArrayList<>();
    try (DuckDb engine = DuckDb.open(null, "500MB")) {
      for (Path file : Stream.concat(files(release).stream(), files(warehouse).stream()).toList()) {
        if (file.toString().endsWith(".parquet") && !file.toString().contains("/editions/")) {
          List<Object[]> untold =
              engine
                  .read(
                      """
                      WITH told AS (SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(%1$s))
                      SELECT wanted FROM (
                        SELECT 'title' AS wanted UNION ALL
                        SELECT 'column ' || name FROM parquet_schema(%1$s) WHERE name <> 'duckdb_schema')
                      WHERE wanted NOT IN (SELECT key FROM told WHERE value <> '')"""
                          .formatted(DuckDb.literal(file)))
                  .values();
          if (!untold.isEmpty()) {
            silent.add(
                file.getParent().getFileName() + ": " + java.util.Arrays.toString(untold.get(0)));
          }
        }
      }
    }
    silent.removeIf(file -> books.stream().anyMatch(book -> file.startsWith("raw_" + book + ":")));
    assertEquals(List.of(), silent);
  }

  @Test
  void aWorkedQueryGivesItsShippedResult() throws IOException {
    for (Path query : files(release.resolve("queries"))) {
      if (query.toString().endsWith(".sql")) {
        Said said =
            Shell.run("sql", "--release", release, "--file", query, "--format", "csv").good();
        Path result = query.resolveSibling(query.getFileName().toString().replace(".sql", ".csv"));
        assertEquals(Files.readString(result), said.out(), query.toString());
      }
    }
  }

  @Test
  void aPrintedFigureIsFoundInTheTables() {
    assertEquals(
        "text,central\n37,37.0000\n",
        Shell.run(
                "sql",
                "--release",
                release,
                "--format",
                "csv",
                "SELECT DISTINCT p.text, m.central FROM printed_figures AS p JOIN metrics AS m USING (metric_id, level, key, data_year) WHERE p.metric_id = 'people_in' AND p.level = 'network' AND p.data_year = 2025")
            .good()
            .out());
  }

  @Test
  void whatStaysInTheOfficeIsNowhere() throws IOException {
    for (Path file : files(release)) {
      String text = text(file).toLowerCase(java.util.Locale.ROOT);
      for (String word : CONFIDENTIAL) {
        assertFalse(text.contains(word), file + " holds " + word);
      }
    }
    // The rows of the tie that is held back count for state and network, and not for the cube.
    assertEquals(
        "key,central\n\"\",37.0000\nTX,37.0000\nUS-TX-fort-worth,30.0000\n",
        Shell.run(
                "sql",
                "--release",
                release,
                "--format",
                "csv",
                "SELECT key, central FROM metrics WHERE metric_id = 'people_in' AND data_year = 2025 AND key IN ('', 'TX', 'US-TX-fort-worth') ORDER BY key")
            .good()
            .out());
    assertEquals(
        "people\n30\n",
        Shell.run(
                "sql",
                "--release",
                release,
                "--format",
                "csv",
                "SELECT people FROM cube WHERE data_year = 2025 AND partnership_id = 'all' AND purpose = 'all' AND direction = 'inbound'")
            .good()
            .out());
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsHarmlessInCsvAndWorkbook() throws IOException {
    String csv = unzipped(release.resolve("csv/partnerships.csv.gz"));
    assertTrue(csv.contains(",'=Trier,"), csv);
    String workbook = text(release.resolve("xlsx/partnerships_by_year.xlsx"));
    assertTrue(workbook.contains("&apos;=Trier") || workbook.contains("'=Trier"), workbook);
    assertFalse(workbook.contains(">=Trier"));
  }

  @Test
  void theSameEditionGivesTheSameBytesButForTheDatabase() throws IOException {
    Shell.run("release", "2025.1", "--out", folder.resolve("again"), "--warehouse", warehouse)
        .good();
    Path again = folder.resolve("again/release-2025.1");
    for (Path file : files(release)) {
      String name = release.relativize(file).toString();
      // DuckDB lays its blocks out as they come; that the rows are those of Parquet is tested
      // above.
      if (!name.endsWith(".duckdb") && !name.equals("SHA256SUMS")) {
        assertEquals(
            Warehouse.sha256(file), Warehouse.sha256(again.resolve(name)), name + " differs");
      }
    }
    Said twice =
        Shell.run("release", "2025.1", "--out", folder.resolve("again"), "--warehouse", warehouse);
    assertEquals(2, twice.code());
    assertEquals(
        "Cannot release into '%s': it is there already (name another folder, or remove it)"
            .formatted(again),
        twice.err().lines().reduce((a, b) -> b).orElseThrow());
  }

  @Test
  void everyAttackIsRefusedOnAReleaseToo() throws IOException {
    List<String> attacks = UntrustedSqlTest.attacks();
    assertTrue(attacks.size() >= 150, () -> attacks.size() + " attacks");
    Map<String, String> before = hashes(release);
    try (DuckDb engine = DuckDb.open(null, "500MB")) {
      ResearchRelease.tables(release).forEach((table, file) -> engine.expose(table, List.of(file)));
      try (UntrustedSql sql =
          new UntrustedSql(engine, 60, UntrustedSql.USUAL_LENGTH, null, line -> fail(line))) {
        for (String attack : attacks) {
          String statement =
              attack
                  .replace("{table}", release.resolve("parquet/metrics.parquet").toString())
                  .replace("{warehouse}", warehouse.toString())
                  .replace("{manifest}", warehouse.resolve("manifest.json").toString())
                  .replace("{original}", release.resolve("README.md").toString())
                  .replace("{out}", folder.resolve("stolen").toString());
          assertThrows(
              ConfigurationException.class,
              () -> sql.read(statement, (columns, rows) -> rows.forEachRemaining(row -> {})),
              attack);
        }
      }
    }
    assertEquals(before, hashes(release));
    Said said = Shell.run("sql", "--release", release, "SELECT * FROM read_text('/etc/passwd')");
    assertEquals(2, said.code());
    assertEquals("", said.out());
  }

  @Test
  void aBombEndsInTimeWithOneLineAndTheNextStatementRuns() throws IOException {
    Path file = folder.resolve("bombs.sql");
    List<String> bombs = UntrustedSqlTest.bombs().subList(0, 5);
    Files.writeString(file, String.join(";\n", bombs) + ";\nSELECT 1 AS one");
    Said said =
        Shell.run(
            "sql", "--release", release, "--time-limit", 1, "--format", "csv", "--file", file);
    assertEquals(2, said.code());
    assertEquals("one\n1\n", said.out());
    List<String> lines = said.err().lines().toList();
    assertEquals(bombs.size() + 1, lines.size(), said.err());
    lines.subList(0, bombs.size()).forEach(ReleaseTest::assertEnded);
  }

  @Test
  @Tag("slow")
  void everyBombEndsWithOneLine() throws IOException, InterruptedException {
    List<String> bombs = UntrustedSqlTest.bombs();
    assertTrue(bombs.size() >= 60, () -> bombs.size() + " bombs");
    Map<String, String> before = hashes(release);
    for (String bomb : bombs) {
      Said said = Shell.runApart("sql", "--release", release, "--time-limit", 1, bomb);
      assertEquals(2, said.code(), bomb + said.err());
      assertEquals("", said.out(), bomb);
      assertEquals(1, said.err().lines().count(), said.err());
      assertEnded(said.err().strip());
    }
    assertEquals(before, hashes(release));
  }

  /** By the clock, or by a limit of memory: DuckDB's own or that of the process. */
  private static void assertEnded(String line) {
    assertTrue(
        line.matches(
            "Cannot run statement '.*': (it was stopped (after 1 seconds|at 3 GB of memory)|Out of Memory Error: .*) \\(read less: .*\\)"),
        line);
  }

  @Test
  void aForgedTableIsFoundThoughItsHashIsCorrectedToo() throws IOException {
    Path copy = folder.resolve("forged");
    Shell.copy(warehouse, copy);
    Path edition = copy.resolve("editions/2025.1");
    Path figures = edition.resolve("reports/figures.json");
    Path record = edition.resolve("edition.json");
    String hash = Warehouse.sha256(figures);
    rewrite(figures, "\"text\" : \"37\"", "\"text\" : \"39\"");
    assertTrue(doctor(copy).contains("reports/figures.json was changed"));
    rewrite(record, hash, Warehouse.sha256(figures));
    assertTrue(
        doctor(copy).contains("its record was changed after it was published: it is sha256 "),
        doctor(copy));

    Disk.deleteTree(copy);
    Shell.copy(warehouse, copy);
    rewrite(record, "Ada Example", "Eve Example");
    assertTrue(doctor(copy).contains("its record was changed after it was published"));
  }

  @Test
  void sqlSaysWhatIsForTheOfficeAndShowsWhatMayLeaveIt() {
    Said exact = Shell.run("sql", "--warehouse", warehouse, "SELECT COUNT(*) AS n FROM metrics");
    assertEquals(
        "For use in the office only: metrics; --published shows what may leave it.\n",
        exact.good().err());
    assertEquals(
        "",
        Shell.run("sql", "--warehouse", warehouse, "SELECT COUNT(*) FROM published_metrics")
            .good()
            .err());
    Said published =
        Shell.run(
            "sql",
            "--published",
            "--warehouse",
            warehouse,
            "SELECT COUNT(*) FROM metrics WHERE central IS NOT NULL AND status = 'withheld'");
    assertEquals("", published.good().err());
    Said refused =
        Shell.run("sql", "--published", "--warehouse", warehouse, "SELECT * FROM contributions");
    assertEquals(2, refused.code());
    assertTrue(
        Shell.run("sql", "--edition", "2025.1", "--warehouse", warehouse, "SELECT 1 AS n")
            .good()
            .err()
            .startsWith("Cite: Sister Cities International, Sister City Impact, edition 2025.1 ("));
  }

  private static String doctor(Path warehouse) {
    Said said = Shell.run("doctor", "--warehouse", warehouse);
    assertEquals(1, said.code(), said.out());
    return said.out() + said.err();
  }

  private static void rewrite(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(from), file + " does not say " + from);
    assertTrue(file.toFile().setWritable(true));
    Files.writeString(file, text.replace(from, to));
  }

  private static Map<String, String> hashes(Path root) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (Path file : files(root)) {
      hashes.put(file.toString(), Warehouse.sha256(file));
    }
    return hashes;
  }

  private static List<Path> files(Path root) {
    try (Stream<Path> tree = Files.walk(root)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String unzipped(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All that a file says: packed ones unpacked, Parquet as its rows, statistics and metadata. */
  private static String text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String name = file.toString();
    String raw = new String(bytes, StandardCharsets.UTF_8);
    if (name.endsWith(".gz")) {
      return unzipped(file);
    }
    if (name.endsWith(".xlsx")) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          zip.transferTo(all);
        }
      }
      return all.toString(StandardCharsets.UTF_8);
    }
    if (name.endsWith(".parquet")) {
      try (DuckDb engine = DuckDb.open(null, "500MB")) {
        return raw
            + engine.read("FROM read_parquet(%s)".formatted(DuckDb.literal(file))).values().stream()
                .map(java.util.Arrays::toString)
                .collect(Collectors.joining("\n"));
      }
    }
    return raw;
  }
}
