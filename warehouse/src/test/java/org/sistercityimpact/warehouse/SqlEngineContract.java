package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * What every {@link SqlEngine} keeps. An engine's test class inherits it and gives the engine; a
 * new engine is done when this and the parity test pass.
 */
public abstract class SqlEngineContract {
  private static final String ONE_OF_EACH_TYPE =
      """
      SELECT CAST(7 AS INTEGER) AS people, CAST(5000000000 AS BIGINT) AS n,
        CAST(2.50 AS DECIMAL(18,2)) AS usd, CAST(-0.000001 AS DECIMAL(38,6)) AS tiny,
        CAST('Zürich \\ it''s 札幌' AS VARCHAR) AS name, TRUE AS yes, CAST(0.1 AS DOUBLE) AS share,
        CAST('2024-02-29' AS DATE) AS day, CAST('2025-03-09 02:30:00.123456' AS TIMESTAMP) AS received,
        CAST(NULL AS VARCHAR) AS nothing
      """;

  @TempDir public Path folder;

  /** The engine under test; the class that gives it closes it. */
  protected abstract SqlEngine engine();

  @Test
  void readsBackWhatItSaved() {
    Path file = folder.resolve("it's [he]re 札幌 50%25.parquet");

    long rows = engine().save(ONE_OF_EACH_TYPE, file);
    engine().expose("saved", List.of(file));
    Rows read = engine().read("SELECT * FROM saved");

    assertEquals(1, rows);
    assertArrayEquals(
        new Object[] {
          7L,
          5000000000L,
          new BigDecimal("2.50"),
          new BigDecimal("-0.000001"),
          "Zürich \\ it's 札幌",
          true,
          0.1,
          LocalDate.of(2024, 2, 29),
          LocalDateTime.of(2025, 3, 9, 2, 30, 0, 123456000),
          null
        },
        read.values().get(0));
  }

  @Test
  void tellsEachColumnsNameAndType() {
    List<Column> expected =
        List.of(
            new Column("people", "INTEGER"),
            new Column("n", "BIGINT"),
            new Column("usd", "DECIMAL(18,2)"),
            new Column("tiny", "DECIMAL(38,6)"),
            new Column("name", "VARCHAR"),
            new Column("yes", "BOOLEAN"),
            new Column("share", "DOUBLE"),
            new Column("day", "DATE"),
            new Column("received", "TIMESTAMP"),
            new Column("nothing", "VARCHAR"));
    Path file = folder.resolve("types.parquet");
    engine().save(ONE_OF_EACH_TYPE, file);
    engine().expose("typed", List.of(file));

    assertEquals(expected, engine().describe(ONE_OF_EACH_TYPE));
    assertEquals(expected, engine().describe("SELECT * FROM typed"));
    assertEquals(expected, engine().read("SELECT * FROM typed").columns());
  }

  @Test
  void readsSeveralFilesAsOneTableAndReplacesATableOfTheSameName() {
    Path first = folder.resolve("1.parquet");
    Path second = folder.resolve("2.parquet");
    engine().save("SELECT CAST(1 AS INTEGER) AS n", first);
    engine().save("SELECT CAST(2 AS INTEGER) AS n", second);

    engine().expose("numbers", List.of(first, second));
    assertEquals(List.of(1L, 2L), column("SELECT n FROM numbers ORDER BY n"));
    engine().expose("numbers", List.of(second));
    assertEquals(List.of(2L), column("SELECT n FROM numbers ORDER BY n"));
  }

  @Test
  void savesAnEmptyResultWithItsTypes() {
    Path file = folder.resolve("empty.parquet");

    assertEquals(
        0, engine().save("SELECT * FROM (" + ONE_OF_EACH_TYPE + ") AS t WHERE 1 = 0", file));
    engine().expose("nobody", List.of(file));

    assertEquals(0, engine().read("SELECT * FROM nobody").size());
    assertEquals("DECIMAL(18,2)", engine().describe("SELECT usd FROM nobody").get(0).type());
  }

  /** DuckDB by a key of its own; Spark in its description of the columns. */
  @Test
  void aFileTellsWhatItHolds() {
    Path file = folder.resolve("told.parquet");
    engine()
        .save(
            "SELECT CAST(1 AS INTEGER) AS n, 'a' AS \"a key\"",
            file,
            Map.of("title", "Ones", "column n", "it's one", "column a key", "of the row"));
    try (DuckDb reader = DuckDb.open(null, "100MB")) {
      String told = reader.about(file).toString();
      assertTrue(told.contains("it's one") && told.contains("of the row"), told);
    }
    engine().expose("told", List.of(file));
    assertEquals(List.of(1L), column("SELECT n FROM told"));
  }

  @Test
  void savesRowsInTheOrderAsked() {
    Path file = folder.resolve("ordered.parquet");
    String digits = "(VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9))";
    engine()
        .save(
            "SELECT CAST(a.d * 1000 + b.d * 100 + c.d * 10 + e.d AS INTEGER) AS n FROM %1$s AS a(d), %1$s AS b(d), %1$s AS c(d), %1$s AS e(d) ORDER BY n DESC"
                .formatted(digits),
            file);
    engine().expose("descending", List.of(file));

    assertEquals(
        IntStream.range(0, 10_000).mapToObj(i -> (Object) (9999L - i)).toList(),
        column("SELECT n FROM descending"));
  }

  @Test
  void savesPartsThatTogetherHoldTheRowsInTheOrderAsked() throws IOException {
    String select =
        "SELECT CAST(a.d * 10 + b.d AS INTEGER) AS n FROM %1$s AS a(d), %1$s AS b(d) ORDER BY n"
            .formatted("(VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9))");

    List<SqlEngine.Part> parts = engine().saveInParts(select, folder.resolve("parts"), Map.of());
    List<SqlEngine.Part> none =
        engine()
            .saveInParts(
                "SELECT * FROM (" + select + ") AS t WHERE n < 0",
                folder.resolve("none"),
                Map.of());
    engine().expose("parted", parts.stream().map(SqlEngine.Part::file).toList());
    engine().expose("unparted", none.stream().map(SqlEngine.Part::file).toList());

    assertEquals(100, parts.stream().mapToLong(SqlEngine.Part::rows).sum());
    assertEquals(
        IntStream.range(0, 100).mapToObj(i -> (Object) (long) i).toList(),
        parts.stream()
            .flatMap(
                part -> {
                  engine().expose("part", List.of(part.file()));
                  return column("SELECT n FROM part").stream();
                })
            .toList());
    assertEquals(List.of(4950L), column("SELECT CAST(SUM(n) AS BIGINT) AS s FROM parted"));
    assertEquals(List.of(0L), none.stream().map(SqlEngine.Part::rows).toList());
    assertEquals(List.of(0L), column("SELECT COUNT(*) AS n FROM unparted"));
  }

  @Test
  void sortsNullsFirst() {
    assertEquals(
        java.util.Arrays.asList(null, "A", "a"),
        column("SELECT x FROM (VALUES ('a'), (CAST(NULL AS VARCHAR)), ('A')) AS t(x) ORDER BY x"));
  }

  @Test
  void roundsHalfAwayFromZeroWhenADecimalLosesDigits() {
    assertEquals(
        List.of(
            new BigDecimal("2.35"),
            new BigDecimal("-2.35"),
            new BigDecimal("2.34"),
            new BigDecimal("1.00")),
        column(
            "SELECT CAST(x AS DECIMAL(18,2)) AS x FROM (VALUES (1, 2.345), (2, -2.345), (3, 2.3449), (4, 0.9999)) AS t(i, x) ORDER BY i"));
  }

  @Test
  void productRoundsHalfAwayFromZeroAndHasAsManyDigitsAsItNeeds() {
    // The third product has 19 digits, the fourth 28: more than one machine word holds.
    String products =
        "SELECT product2(CAST(a AS DECIMAL(18,2)), CAST(b AS DECIMAL(18,10))) AS x FROM (VALUES"
            + " (1, 0.50, 0.01), (2, -0.50, 0.01), (3, 100000000.05, 0.1), (4, 9999999999999999.99, 0.5),"
            + " (5, NULL, 0.5), (6, 7.00, NULL)) AS t(i, a, b) ORDER BY i";
    assertEquals(
        Arrays.asList(
            new BigDecimal("0.01"),
            new BigDecimal("-0.01"),
            new BigDecimal("10000000.01"),
            new BigDecimal("5000000000000000.00"),
            null,
            null),
        column(products));
    assertEquals("DECIMAL(18,2)", engine().read(products).columns().get(0).type());
    assertThrows(
        ConfigurationException.class,
        () ->
            column(
                "SELECT product2(CAST(a AS DECIMAL(18,2)), CAST(2 AS DECIMAL(18,10))) AS x FROM (VALUES (9999999999999999.99)) AS t(a)"));
  }

  @Test
  void ratioRoundsHalfAwayFromZeroAndIsNullOverZero() {
    Rows read =
        engine()
            .read(
                "SELECT ratio4(1, 3) AS a, ratio2(CAST(1000000 AS DECIMAL(18,2)), CAST(149.5686 AS DECIMAL(18,4))) AS b,"
                    + " ratio4(-1, 32) AS c, ratio4(5, 0) AS d, ratio4(NULL, 2) AS e, ratio2(0.125, 1) AS f");
    assertArrayEquals(
        new Object[] {
          new BigDecimal("0.3333"),
          new BigDecimal("6685.90"),
          new BigDecimal("-0.0313"),
          null,
          null,
          new BigDecimal("0.13")
        },
        read.values().get(0));
    assertEquals(
        List.of("DECIMAL(28,4)", "DECIMAL(28,2)", "DECIMAL(28,4)"),
        read.columns().stream().map(Column::type).limit(3).toList());
  }

  @Test
  void meanBoundIsTheMeanPlusStandardErrorsAndNullBelowTwoNumbers() {
    // 1, 2, 3, 4: mean 2.5, sd √(5 ÷ 3), standard error 0.645497…
    Rows read =
        engine()
            .read(
                "SELECT mean_bound(4, 10, 30, 0e0) AS mean, mean_bound(4, 10, 30, -1e0) AS low, mean_bound(4, 10, 30, 2.5e0) AS high,"
                    + " mean_bound(4, -10, 30, 0e0) AS negative, mean_bound(8, 1, 1, 0e0) AS half, mean_bound(3, 6, 12, 9e0) AS no_spread,"
                    + " mean_bound(1, 3, 9, 1e0) AS one, mean_bound(4, NULL, 30, 1e0) AS unknown");
    assertArrayEquals(
        new Object[] {
          new BigDecimal("2.5000"),
          new BigDecimal("1.8545"),
          new BigDecimal("4.1137"),
          new BigDecimal("-2.5000"),
          new BigDecimal("0.1250"),
          new BigDecimal("2.0000"),
          null,
          null
        },
        read.values().get(0));
    assertEquals("DECIMAL(28,4)", read.columns().get(0).type());
  }

  @Test
  void takesRatiosOfAggregatesOfWindowsAndWithinConditions() {
    assertEquals(
        List.of(new BigDecimal("0.6667"), new BigDecimal("2.0000")),
        column(
            """
            WITH visits AS (
              SELECT k, CAST(a AS DECIMAL(18,2)) AS a, CAST(b AS INTEGER) AS b
              FROM (VALUES ('x', 1, 2), ('x', 1, 1), ('y', 4, 2), ('z', 1, 0)) AS t(k, a, b)
            ),
            shares AS (
              SELECT k, ratio4(CAST(SUM(a) AS DECIMAL(30,6)), CAST(SUM(b) AS DECIMAL(30,6))) AS share
              FROM visits GROUP BY k
              HAVING ratio4(CAST(SUM(a) AS DECIMAL(30,6)), CAST(SUM(b) AS DECIMAL(30,6))) > 0
            )
            SELECT CASE WHEN share IS NULL THEN NULL ELSE share END AS share FROM shares
            WHERE ratio2(CAST(share AS DECIMAL(30,6)), CAST(1 AS DECIMAL(30,6))) IS NOT NULL
            ORDER BY share
            """));
    assertEquals(
        List.of(new BigDecimal("0.25"), new BigDecimal("0.75")),
        column(
            "SELECT ratio2(CAST(a AS DECIMAL(30,6)), CAST(SUM(a) OVER () AS DECIMAL(30,6))) AS s FROM (VALUES (1), (3)) AS t(a) ORDER BY s"));
  }

  @Test
  void faultySqlIsToldInOneLine() {
    for (String faulty :
        List.of(
            "SELECT nope FROM nowhere",
            "SELECT nope FROM (" + ONE_OF_EACH_TYPE + ") AS t",
            "SELECT FROM WHERE",
            "SELECT CAST('3 May' AS DATE) AS d",
            "SELECT CAST(123456 AS DECIMAL(4,2)) AS d")) {
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> engine().read(faulty), faulty);
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      assertTrue(e.getMessage().length() < 600, e.getMessage());
    }
  }

  @Test
  void aFailedSaveLeavesNothingBehind() throws IOException {
    assertThrows(
        ConfigurationException.class,
        () ->
            engine()
                .save(
                    "SELECT CAST(x AS DATE) AS d FROM (VALUES ('2025-01-01'), ('soon')) AS t(x)",
                    folder.resolve("failed.parquet")));
    try (Stream<Path> left = Files.list(folder)) {
      assertTrue(left.noneMatch(f -> f.toString().contains("failed")));
    }
  }

  private List<Object> column(String select) {
    return engine().read(select).values().stream().map(row -> row[0]).toList();
  }
}
