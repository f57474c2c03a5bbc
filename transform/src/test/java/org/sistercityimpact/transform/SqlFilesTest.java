package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Zone;

/** What the runner asks of the files under sql/, and what it says when they do not keep to it. */
class SqlFilesTest {
  @TempDir Path folder;
  private Path sql;

  @BeforeEach
  void copyTheProjectsSql() throws IOException {
    sql = folder.resolve("sql");
    try (Stream<Path> files = Files.walk(RawNetwork.SQL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = sql.resolve(RawNetwork.SQL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private Path write(String path, String text) throws IOException {
    Path file = sql.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String refusal(org.junit.jupiter.api.function.Executable deed) {
    return assertThrows(ConfigurationException.class, deed).getMessage();
  }

  @Test
  void aHeaderSaysWhatATableIs() throws IOException {
    SqlFile file =
        new SqlFile(
            write(
                "models/99_more/visits.sql",
                """
                -- title: Visits
                -- formula: exchanges that are inbound,
                --    and nothing else
                -- zone: tables
                -- key: data_year, key
                -- columns:
                --    data_year INTEGER: the year
                --    key VARCHAR: which of them,
                --      empty for network
                --    visits DECIMAL(28,4): how many
                SELECT data_year, key, central AS visits FROM metrics WHERE metric_id = 'exchanges_in';
                """));

    assertEquals("visits", file.name());
    assertEquals("exchanges that are inbound, and nothing else", file.require("formula"));
    assertEquals(
        List.of(
            new Column("data_year", "INTEGER"),
            new Column("key", "VARCHAR"),
            new Column("visits", "DECIMAL(28,4)")),
        file.columns());
    assertEquals("which of them, empty for network", file.descriptions().get("key"));
    assertEquals(List.of("data_year", "key"), file.key());
    assertEquals(List.of("data_year", "key"), file.order());
    assertEquals(Zone.TABLES, file.zone());
    assertEquals(Set.of("metrics"), file.reads());
  }

  @Test
  void faultsInAHeaderAreNamedWithTheirLine() throws IOException {
    Path noKey = write("checks/a.sql", "-- title: A\n-- what is this\nSELECT 1");
    assertEquals(
        "Cannot read header line '-- what is this' in %s:2: it is no 'key: value' (write '-- key: value', or indent a continued line by three spaces)"
            .formatted(noKey),
        refusal(() -> new SqlFile(noKey).select()));
    Path noType = write("checks/b.sql", "-- columns:\n--    visits NUMBER: how many\nSELECT 1");
    assertEquals(
        "Cannot read column 'visits NUMBER: how many' in %s:2: it is no 'name TYPE: description' (types: [BIGINT, BOOLEAN, DATE, DOUBLE, INTEGER, TIMESTAMP, VARCHAR], DECIMAL(p,s))"
            .formatted(noType),
        refusal(() -> new SqlFile(noType).select()));
    Path noSelect = write("checks/c.sql", "-- title: C\n");
    assertEquals(
        "Cannot run SQL file '%s': it holds no SELECT (add one below the header)"
            .formatted(noSelect),
        refusal(() -> new SqlFile(noSelect).select()));
  }

  @Test
  void aModelReadsNoHigherLayer() throws IOException {
    Path file =
        write(
            "models/30_amounts/upward.sql",
            "-- title: U\n-- columns:\n--    n BIGINT: n\nSELECT COUNT(*) AS n FROM contributions");
    assertEquals(
        "Cannot use model 'upward' in %s: it reads 'contributions' of layer 40, which is above its own, 30 (move one of them)"
            .formatted(file),
        refusal(() -> SqlFolder.read(sql)));
  }

  @Test
  void modelsThatReadEachOtherAreRefused() throws IOException {
    String model = "-- title: U\n-- columns:\n--    n BIGINT: n\nSELECT n FROM ";
    write("models/30_amounts/chicken.sql", model + "egg");
    Path egg = write("models/30_amounts/egg.sql", model + "chicken");
    assertEquals(
        "Cannot use model 'egg' in %s: it reads 'chicken', which is made from it (break the circle)"
            .formatted(egg),
        refusal(() -> SqlFolder.read(sql)));
  }

  @Test
  void modelsOfOneLayerAreMadeInTheOrderInWhichTheyReadEachOther() throws IOException {
    String model = "-- title: U\n-- columns:\n--    n BIGINT: n\nSELECT ";
    write("models/30_amounts/a_last.sql", model + "n FROM b_middle");
    write("models/30_amounts/b_middle.sql", model + "n FROM c_first");
    write("models/30_amounts/c_first.sql", model + "1 AS n");
    RawNetwork.Transformed done = new RawNetwork(folder.resolve("warehouse")).transform(sql);

    assertEquals("1", done.read("SELECT n FROM a_last"));
  }

  @Test
  void twoModelsOfOneNameAreRefused() throws IOException {
    Path file =
        write(
            "models/60_disclosure/exchanges.sql",
            "-- title: U\n-- columns:\n--    n BIGINT: n\nSELECT 1 AS n");
    assertEquals(
        "Cannot use model 'exchanges' in %s: another model has its name (rename one)"
            .formatted(file),
        refusal(() -> SqlFolder.read(sql)));
  }

  @Test
  void brokenSqlIsNamedByItsFileAndInTheEnginesWords() throws IOException {
    Path file =
        write(
            "metrics/broken.sql",
            Files.readString(sql.resolve("metrics/breadth.sql"))
                .replace("rows_not_computed\n", "rows_nowhere\n"));
    String refusal = refusal(() -> new RawNetwork(folder.resolve("warehouse")).transform(sql));
    assertTrue(
        refusal.startsWith("Cannot run metric 'broken' in " + file + ": Binder Error:"), refusal);
  }

  @Test
  void aMetricIsOneFileAndItsDefinitionItsHeader() throws IOException {
    write(
        "metrics/hosting_hours.sql",
        """
        -- title: Hours of hosting
        -- unit: hours
        -- goal: volunteer action
        -- formula: hours of the activity hosting
        -- sources: volunteer hours in force
        -- levels: network
        -- datasets: volunteer_hours
        -- decimals: 2
        SELECT
          data_year,
          'network' AS level,
          '' AS key,
          SUM(low) AS low,
          SUM(central) AS central,
          SUM(high) AS high,
          COUNT(*) AS n,
          'value' AS status,
          0 AS rows_not_computed
        FROM contributions
        WHERE metric_id = 'volunteer_hours' AND category = 'hosting'
        GROUP BY data_year
        """);
    RawNetwork.Transformed done =
        new RawNetwork(folder.resolve("warehouse"))
            .member("a", "TX", null)
            .submit(
                "a",
                2025,
                "volunteer_hours",
                RawNetwork.row(
                    "volunteers", 1, "month", "2025", "activity", "hosting", "hours", "3"),
                RawNetwork.row("volunteers", 1, "month", "2025", "activity", "other", "hours", "4"))
            .transform(sql);

    assertEquals(List.of(), done.report().failed());
    assertEquals(" 3.0000 3.0000 3.0000 1 value", done.metric("hosting_hours", 2025, "network"));
    assertEquals(
        "Hours of hosting hours no",
        done.read(
            "SELECT title, unit, peer FROM metric_definitions WHERE metric_id = 'hosting_hours'"));
  }

  @Test
  void aWarehouseThatLacksARawTableIsSentToIngest() throws IOException {
    write(
        "models/10_staging/visas.sql",
        """
        -- title: Visas
        -- grain: one row per visa
        -- unit: none
        -- formula: none
        -- sources: raw_visas
        -- zone: protected
        -- key: visa_id
        -- columns:
        --    visa_id VARCHAR: id
        SELECT visa_id FROM raw_visas
        """);
    ConfigurationException fault =
        assertThrows(
            ConfigurationException.class,
            () ->
                new RawNetwork(folder.resolve("warehouse")).member("a", "TX", null).transform(sql));
    assertEquals(
        "Cannot run model 'visas' in %s: the warehouse has no table 'raw_visas' (run impact ingest with the same inbox first if an earlier version wrote this warehouse)"
            .formatted(sql.resolve("models/10_staging/visas.sql")),
        fault.getMessage());
  }

  @Test
  void aFailedCheckIsReportedAndItsTablesCanBeLookedAt() throws IOException {
    write("checks/no_members.sql", "-- title: There are no members\nSELECT member_id FROM members");
    RawNetwork.Transformed done =
        new RawNetwork(folder.resolve("warehouse")).member("a", "TX", null).transform(sql);

    TransformReport.FailedCheck failed = done.report().failed().get(0);
    assertEquals(1, done.report().failed().size());
    assertEquals("no_members", failed.name());
    assertEquals("There are no members", failed.title());
    assertEquals(1, failed.rows().size());
    assertEquals("a", done.read("SELECT member_id FROM members"));
  }

  @Test
  void aKeyThatIsNotUniqueFailsItsOwnCheck() throws IOException {
    RawNetwork.Transformed done =
        new RawNetwork(folder.resolve("warehouse"))
            .member("a", "TX", null)
            .registry("calendar", RawNetwork.row("data_year", 2025, "due_date", "2026-03-01"))
            .registry("calendar", RawNetwork.row("data_year", 2025, "due_date", "2026-04-01"))
            .transform(sql);
    assertEquals(
        List.of("Each row of calendar is the only one with its data_year"),
        done.report().failed().stream().map(TransformReport.FailedCheck::title).toList());
  }

  @Test
  void aParameterOutOfOrderIsRefusedWithItsLine() throws IOException {
    Path file = sql.resolve("parameters/capture_rate.csv");
    Files.writeString(file, Files.readString(file).replace("0.70,0.77,0.85", "0.90,0.77,0.85"));
    assertEquals(
        "Cannot read parameter 'capture_rate' in %s:2: low ≤ central ≤ high does not hold (mend low, central and high)"
            .formatted(file),
        refusal(() -> new RawNetwork(folder.resolve("warehouse")).transform(sql)));
  }

  @Test
  void aParameterWithoutSourceOrStandingTwiceIsRefused() throws IOException {
    Path file = sql.resolve("parameters/local_tax_rate.csv");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replaceFirst("\"[^\"]*\"|Method[^,]*", ""));
    assertEquals(
        "Cannot read parameter 'local_tax_rate' in %s:2: source is empty (fill it in, or delete the row: a missing key is \"not computed\")"
            .formatted(file),
        refusal(() -> new RawNetwork(folder.resolve("warehouse")).transform(sql)));
    Files.writeString(file, whole + whole.lines().skip(1).findFirst().orElseThrow() + "\n");
    assertEquals(
        "Cannot read parameter 'local_tax_rate' in %s:3: key 'all' stands twice (keep one)"
            .formatted(file),
        refusal(() -> new RawNetwork(folder.resolve("warehouse2")).transform(sql)));
  }

  @Test
  void aParameterDeletedIsAGapInEveryAmountThatNeedsIt() throws IOException {
    Files.writeString(
        sql.resolve("parameters/capture_rate.csv"),
        Files.readAllLines(sql.resolve("parameters/capture_rate.csv")).get(0) + "\n");
    RawNetwork.Transformed done =
        new RawNetwork(folder.resolve("warehouse"))
            .member("a", "TX", null)
            .tie("a~DE", "a", "DE")
            .submit(
                "a",
                2025,
                "exchanges",
                RawNetwork.row(
                    "exchange_id",
                    "1",
                    "partnership_id",
                    "a~DE",
                    "direction",
                    "inbound",
                    "purpose",
                    "cultural",
                    "start_date",
                    "2025-05-01",
                    "nights",
                    2,
                    "people",
                    3,
                    "lodging",
                    "hotel"))
            .transform(sql);
    assertEquals(List.of(), done.report().failed());
    assertEquals(
        "2025 capture_rate all exchanges 1", done.read("SELECT * FROM missing_parameters"));
    assertEquals(
        "visitor_spend_direct not_computed\nvisitor_spend_new value",
        done.read(
            "SELECT metric_id, status FROM metrics WHERE level = 'network' AND metric_id IN ('visitor_spend_new', 'visitor_spend_direct') ORDER BY 1"));
  }

  @Test
  void theSameInputsGiveTheSameBytes() throws IOException {
    List<List<String>> hashes = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      RawNetwork.Transformed done =
          new RawNetwork(folder.resolve(name))
              .member("a", "TX", 30_000)
              .member("b", "OK", 40_000)
              .submit(
                  "a",
                  2025,
                  "volunteer_hours",
                  RawNetwork.row(
                      "volunteers", 1, "month", "2025", "activity", "hosting", "hours", "3"))
              .transform(sql);
      hashes.add(
          done.warehouse().manifest().tables().entrySet().stream()
              .map(e -> e.getKey() + " " + e.getValue().get(0).sha256())
              .toList());
    }
    assertEquals(hashes.get(0), hashes.get(1));
  }

  @Test
  void everyMetricOfTheMethodHasItsFile() {
    SqlFolder read = SqlFolder.read(sql);
    assertEquals(69, read.metrics().size());
    for (SqlFile metric : read.metrics()) {
      assertFalse(metric.require("formula").isBlank());
      assertTrue(
          Set.of("network", "state", "member", "partnership", "partner_country", "purpose")
              .containsAll(List.of(metric.require("levels").split(", "))),
          metric.name());
    }
  }

  @Test
  void everyColumnOfEveryModelIsDescribed() {
    for (SqlFolder.Layer layer : SqlFolder.read(sql).layers()) {
      for (SqlFile model : layer.models()) {
        for (String key : List.of("title", "grain", "unit", "formula", "sources")) {
          assertFalse(model.require(key).isBlank());
        }
        model
            .descriptions()
            .forEach((column, text) -> assertFalse(text.isBlank(), model.name() + "." + column));
      }
    }
  }
}
