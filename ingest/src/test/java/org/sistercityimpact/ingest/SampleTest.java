package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.RawColumns;
import org.sistercityimpact.warehouse.Warehouse;

/** The committed sample, against what its generator says a checker has to find. */
class SampleTest {
  private static final Path HOME = Path.of(System.getProperty("impact.home"));
  private static final Path SAMPLE = HOME.resolve("sample-data");

  @TempDir static Path folder;
  private static Warehouse warehouse;
  private static IngestReport report;
  private static DuckDb engine;

  @BeforeAll
  static void takeTheSample() {
    warehouse = Warehouse.create(folder.resolve("warehouse"));
    report = ingest();
    engine = warehouse.openTables();
  }

  private static IngestReport ingest() {
    Clock clock = Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);
    return new Ingest(ContractFolder.read(HOME.resolve("sql")), clock, Progress.SILENT)
        .run(SAMPLE.resolve("inbox"), warehouse);
  }

  private static List<CSVRecord> expected(String file) throws IOException {
    try (Reader reader = Files.newBufferedReader(SAMPLE.resolve(file))) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    }
  }

  private static String query(String sql) {
    List<String> lines = new ArrayList<>();
    for (Object[] row : engine.read(sql).values()) {
      List<String> cells = new ArrayList<>();
      for (Object cell : row) {
        cells.add(String.valueOf(cell));
      }
      lines.add(String.join("|", cells));
    }
    return String.join("\n", lines);
  }

  @Test
  void everyFileHasTheExpectedStatusAndCounts() throws IOException {
    List<String> lines = new ArrayList<>();
    for (CSVRecord record : expected("expected-submissions.csv")) {
      lines.add(String.join("|", record.toList()));
    }
    String found =
        query(
            """
            SELECT file, status, rows_read, rows_accepted, rows_rejected, rows_duplicate
            FROM raw_submissions WHERE file NOT LIKE 'registry/%' ORDER BY file""");
    assertEquals(String.join("\n", lines), found);
  }

  @Test
  void everyFaultIsFoundWhereItWasPut() throws IOException {
    TreeMap<String, String> wrong = new TreeMap<>();
    for (CSVRecord fault : expected("faults.csv")) {
      String where =
          "file = '%s' AND severity = '%s'".formatted(fault.get("file"), fault.get("severity"));
      boolean byTransform = fault.get("done").contains("exchange that nobody reported");
      if (fault.get("severity").isEmpty() || byTransform) {
        continue;
      }
      if (!fault.get("row").isEmpty()) {
        where += " AND source_row = " + fault.get("row");
      }
      if (!fault.get("column_letter").isEmpty()) {
        where += " AND column_letter = '" + fault.get("column_letter") + "'";
      }
      String found = query("SELECT code FROM raw_problems WHERE " + where);
      if (found.isEmpty()) {
        String inRow =
            query(
                "SELECT source_row, column_letter, code, severity FROM raw_problems WHERE file = '"
                    + fault.get("file")
                    + "'");
        wrong.put(String.join(",", fault.toList()), inRow);
      }
    }
    assertEquals(new TreeMap<>(), wrong);
  }

  @Test
  void aSecondRunReportsNothingNewAndChangesNothing() throws IOException {
    Manifest before = warehouse.manifest();
    IngestReport again = ingest();
    assertEquals(0, again.files().fresh());
    assertEquals(report.files().all(), again.files().known());
    assertEquals(false, again.committed());
    assertEquals(before, warehouse.manifest());
    assertEquals(report.named().unusable(), again.named().unusable());
  }

  @Test
  void everyContractHasItsTableAndEveryRowItsSubmission() {
    for (var contract : ContractFolder.read(HOME.resolve("sql")).all()) {
      assertEquals(
          RawColumns.of(contract), engine.describe("SELECT * FROM " + contract.rawTable()));
      assertEquals(
          query(
              "SELECT coalesce(sum(rows_accepted), 0)::BIGINT FROM raw_submissions WHERE dataset = '"
                  + contract.name()
                  + "'"),
          query(
              "SELECT count(*) FROM %s JOIN raw_submissions USING (submission_id)"
                  .formatted(contract.rawTable())));
    }
  }

  @Test
  void everyOriginalIsKeptUnderItsHash() throws IOException {
    for (String sha : query("SELECT DISTINCT sha256 FROM raw_submissions").split("\n")) {
      Path original =
          warehouse
              .folder()
              .resolve("protected/originals")
              .resolve(sha.substring(0, 2))
              .resolve(sha);
      assertEquals(sha, Warehouse.sha256(original));
    }
    assertTrue(report.rows().read() > 4_000);
    assertEquals(
        report.rows().read(),
        report.rows().accepted() + report.rows().rejected() + report.rows().duplicate());
  }
}
