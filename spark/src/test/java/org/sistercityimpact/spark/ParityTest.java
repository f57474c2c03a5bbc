package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/** Every model, metric and check on both engines, compared row by row. */
class ParityTest {
  @TempDir Path folder;
  private static SparkEngine spark;

  @BeforeAll
  static void open() {
    spark = SparkEngine.open(new EngineOptions("local[2]", null, "1GB"));
  }

  @AfterAll
  static void close() {
    spark.close();
  }

  @Test
  void theContributionsOfASmallNetworkAreTheSameOnBothEngines() throws Exception {
    Path inbox = Networks.generated(folder.resolve("inbox"), 3, 1, 20);
    answerWhatNobodyAsked(inbox.resolve("registry"));
    TransformReport report =
        assertSameOnBoth(
            Networks.ingested(inbox, folder.resolve("duckdb")), Networks.sqlForClusters());
    assertTrue(report.rowsByTable().get("contributions") > 50, "there was something to compare");
  }

  /** Names that are settled, and rows of staff that settle nothing: both engines tell them. */
  private static void answerWhatNobodyAsked(Path registry) throws IOException {
    String member = Files.readAllLines(registry.resolve("members.csv")).get(1).split(",")[0];
    Files.writeString(
        registry.resolve("confirmed.csv"),
        "data_year,member_id,dataset,key,column,value,confirmed_by\n2025,%s,exchanges,nobody's,people,600,Ada\n"
            .formatted(member));
    Files.writeString(
        registry.resolve("names.csv"),
        "column,member_id,written,meant\npartnership_id,%s,Nowhere,nothing\nco_organizers,,Rotary Clb,Rotary Club\nco_organizers,,Example Library,Example College\nco_organizers,,Example High School,Example High School\n"
            .formatted(member));
  }

  @Test
  @Tag("slow")
  void theSampleGivesTheSameRowsOnBothEngines() throws IOException {
    assertAllSameOnBoth(Networks.ingested(Networks.SAMPLE, folder.resolve("duckdb")));
  }

  @Test
  @Tag("slow")
  void aGeneratedNetworkGivesTheSameRowsOnBothEngines() throws Exception {
    Path inbox = Networks.generated(folder.resolve("inbox"), Networks.members(25), 3, 60);
    assertAllSameOnBoth(Networks.ingested(inbox, folder.resolve("duckdb")));
  }

  @Test
  void aDifferenceIsNamed() throws IOException {
    Warehouse one = Networks.ingested(Networks.SAMPLE, folder.resolve("one"));
    Warehouse two = Networks.copy(one, folder.resolve("two"));
    try (DuckDb duckDb = DuckDb.open(null, "4GB");
        var lock = two.lock()) {
      duckDb.expose("raw_calendar", two.paths(two.manifest(), "raw_calendar"));
      Path changed = two.scratchFile(".parquet");
      duckDb.save("SELECT * REPLACE (source_row + 1 AS source_row) FROM raw_calendar", changed);
      var file =
          two.adopt(changed, org.sistercityimpact.warehouse.Zone.PROTECTED, "raw_calendar", 1);
      two.commit(two.manifest().withTable("raw_calendar", List.of(file)));
    }

    String difference = new TwoWarehouses(one, two).firstDifference();

    assertTrue(difference.startsWith("Table raw_calendar: columns [submission_id, "), difference);
    assertTrue(difference.contains("\n  only in the first: ["), difference);
  }

  private void assertAllSameOnBoth(Warehouse first) throws IOException {
    TransformReport report = assertSameOnBoth(first, SqlFolder.read(Networks.SQL));
    assertTrue(report.rowsByTable().get("metrics") > 1000, "there was something to compare");
  }

  private TransformReport assertSameOnBoth(Warehouse first, SqlFolder sql) throws IOException {
    Warehouse second = Networks.copy(first, folder.resolve("spark"));
    TransformReport onDuckDb;
    try (SqlEngine duckDb = DuckDb.open(null, "4GB")) {
      onDuckDb = Transform.run(first, sql, duckDb, step -> {});
    }

    TransformReport onSpark = Transform.run(second, sql, spark, step -> {});

    assertNull(new TwoWarehouses(first, second).firstDifference());
    assertEquals(onDuckDb.rowsByTable(), onSpark.rowsByTable());
    assertEquals(findings(onDuckDb), findings(onSpark));
    return onDuckDb;
  }

  private static List<String> findings(TransformReport report) {
    return report.failed().stream()
        .map(
            check ->
                check.name()
                    + check.rows().columns()
                    + check.rows().values().stream().map(Arrays::toString).toList())
        .toList();
  }
}
