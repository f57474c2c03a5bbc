package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.transform.LiveModels;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.UntrustedSql;
import org.sistercityimpact.warehouse.Warehouse;

/** What {@code impact sql} refuses, and what goes on working. */
class UntrustedSqlTest {
  @TempDir static Path folder;
  private static Path warehouse;
  private static List<String> before;

  private static DuckDb engine;
  private static UntrustedSql sql;

  @BeforeAll
  static void oneWarehouse() throws IOException {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        Shell.EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2025-05-01,2025-05-06,30,,,,,homestay,,,,");
    warehouse = folder.resolve("warehouse");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
    before = filesAndHashes();
    engine = Warehouse.open(warehouse).openTables();
    sql = confined(engine);
  }

  @AfterAll
  static void noStatementWroteAnything() throws IOException {
    sql.close();
    engine.close();
    assertEquals(before, filesAndHashes());
  }

  private static List<String> filesAndHashes() throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        // A lease is the command's own, and goes when the command ends.
        if (!file.startsWith(warehouse.resolve("readers"))) {
          files.add(file + " " + Warehouse.sha256(file));
        }
      }
    }
    return files;
  }

  private static UntrustedSql confined(DuckDb engine) {
    return new UntrustedSql(
        engine, 60, UntrustedSql.USUAL_LENGTH, null, line -> fail("it ended the process: " + line));
  }

  @Test
  void aResultIsWrittenIntoTheOneFileThatItMayAndNoOther(@TempDir Path place) throws IOException {
    Path result = place.resolve("result");
    Path other = place.resolve("other");
    try (DuckDb tables = Warehouse.open(warehouse).openTables();
        UntrustedSql writes =
            new UntrustedSql(
                tables, 60, UntrustedSql.USUAL_LENGTH, result, line -> fail("ended: " + line))) {
      assertEquals(3, writes.save("SELECT * FROM range(3) -- all", ""));
      assertTrue(Files.size(result) > 0);
      for (String attack :
          List.of(
              "SELECT 1) TO '" + other + "' --",
              "SELECT 1) TO '" + other + "'; SELECT (1",
              "COPY (SELECT 1) TO '" + other + "'",
              "SELECT * FROM read_parquet('" + result + "')")) {
        assertThrows(ConfigurationException.class, () -> writes.save(attack, ""), attack);
        assertThrows(
            ConfigurationException.class, () -> writes.read(attack, (columns, rows) -> {}), attack);
      }
    }
    assertFalse(Files.exists(other));
  }

  /** One a line; {@code bench/trust} tries them from outside. */
  static List<String> attacks() throws IOException {
    return lines("attacks.sql");
  }

  /** Statements that want all time or memory, one a line; DuckDB interrupts the first ten. */
  static List<String> bombs() throws IOException {
    return lines("bombs.sql");
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream lines = UntrustedSqlTest.class.getResourceAsStream(resource)) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void refuses(String attack) throws IOException {
    String statement =
        attack
            .replace("{warehouse}", warehouse.toString())
            .replace("{manifest}", warehouse.resolve("manifest.json").toString())
            .replace("{original}", first("protected/originals").toString())
            .replace("{table}", first("tables/members").toString())
            .replace("{out}", folder.resolve("out").toString());
    String line = assertThrows(ConfigurationException.class, () -> rows(statement)).getMessage();
    assertTrue(line.startsWith("Cannot run statement '") && line.endsWith(")"), line);
    assertEquals(1, line.lines().count(), line);
    assertFalse(line.contains(System.getProperty("user.home") + "/"), line);
    assertEquals(List.of("[1]"), rows("SELECT 1"), "the next statement runs");
  }

  private static Path first(String under) throws IOException {
    try (Stream<Path> tree = Files.walk(warehouse.resolve(under))) {
      return tree.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  static Stream<String> questions() {
    return """
        SELECT * FROM metrics WHERE level = 'network' AND data_year = 2025
        FROM metrics
        TABLE metrics
        VALUES (1), (2)
        WITH m AS (SELECT * FROM metrics) SELECT metric_id, COUNT(*) FROM m GROUP BY ALL
        WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 100) SELECT SUM(n) FROM t
        SELECT key, RANK() OVER (PARTITION BY level ORDER BY central DESC) FROM metrics QUALIFY 1 = 1
        SELECT m.key, p.name FROM metrics m JOIN parameters p ON true LIMIT 3
        SELECT * FROM range(3) AS r(n), unnest([1, 2]) AS u(v), generate_series(1, 2)
        SELECT unnest(string_split('a,b', ','))
        SELECT * FROM json_each('[1, 2]')
        SELECT split_part(member_id, '-', 2), round2(1.005), product2(1, 1.005), ratio2(1, 3), ratio4(1, 3) FROM members
        SELECT mean_bound(3, 6, 14, 1.96), days_between(DATE '2025-01-01', DATE '2025-02-01')
        PIVOT metrics ON level IN ('network', 'member') USING SUM(central)
        DESCRIBE metrics
        DESCRIBE SELECT 1 AS one
        SUMMARIZE metrics
        SHOW TABLES
        SHOW ALL TABLES
        SELECT table_name FROM information_schema.tables
        SELECT column_name FROM information_schema.columns
        FROM (DESCRIBE metrics) WHERE column_name = 'n'
        EXPLAIN SELECT * FROM metrics
          explain analyze select * from metrics
        EXPLAIN (FORMAT json) SELECT * FROM metrics
        EXPLAIN DESCRIBE metrics
        -- the first \\n SELECT 1 -- and the last
        SELECT 'COPY metrics TO read_text(''/etc/passwd'')'; -- done;
        SELECT * FROM metrics TABLESAMPLE 10 ROWS
        SELECT list_transform([1, 2], lambda x: x + 1), {'a': 1}, MAP {'b': 2}
        """
        .lines();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answers(String question) throws IOException {
    assertFalse(rows(question.replace("\\n", "\n")).isEmpty());
  }

  /** Every view that DuckDB has of itself, the plans of a statement, and its errors. */
  @Test
  void tellsNothingOfTheMachine() throws IOException {
    List<String> asked =
        new ArrayList<>(
            List.of(
                "FROM (SHOW ALL TABLES)",
                "DESCRIBE metrics",
                "SELECT pg_get_viewdef(oid) FROM pg_class",
                "SELECT sql FROM sqlite_master WHERE name = 'metrics'",
                "EXPLAIN SELECT * FROM metrics",
                "EXPLAIN (FORMAT json) SELECT * FROM metrics",
                "EXPLAIN ANALYZE SELECT * FROM metrics",
                "explain (format html, analyze) SELECT * FROM metrics JOIN members ON true",
                "EXPLAIN (ANALYZE, FORMAT graphviz) FROM metrics"));
    sql.read(
        "SELECT table_catalog || '.' || table_schema || '.' || table_name FROM information_schema.views WHERE table_catalog = 'system' AND table_name <> 'pg_settings'",
        (columns, views) -> views.forEachRemaining(view -> asked.add("FROM " + view[0])));
    assertTrue(asked.size() > 45, asked::toString);
    for (String question : asked) {
      rows(question).forEach(row -> assertTellsNothing(question, row));
    }
    String view = rows("SELECT sql FROM duckdb_views WHERE view_name = 'metrics'").get(0);
    assertTrue(
        view.matches(
            "\\[CREATE VIEW metrics AS SELECT \\* FROM read_parquet\\(getvariable\\('files of metrics, \\d+'\\)\\);\\]"),
        view);
  }

  @Test
  void anErrorTellsNothingOfTheMachine() throws IOException {
    try (DuckDb gone = DuckDb.open(null, "500MB")) {
      Path file = folder.resolve("gone.parquet");
      gone.read("COPY (SELECT 1 AS one) TO " + DuckDb.literal(file));
      gone.expose("gone", List.of(file));
      try (UntrustedSql confined = confined(gone)) {
        Files.delete(file);
        String line =
            assertThrows(ConfigurationException.class, () -> rows(confined, "FROM gone"))
                .getMessage();
        assertTrue(line.contains("Cannot access file \"gone.parquet"), line);
        assertTellsNothing("FROM gone", line);
      }
    }
  }

  private static void assertTellsNothing(String question, String answer) {
    assertFalse(answer.contains(folder.toString()), () -> question + ": " + answer);
    assertFalse(
        answer.contains(System.getProperty("user.home") + "/"), () -> question + ": " + answer);
  }

  @Test
  void tellsWhatToDoInstead() {
    assertRefused(
        "COPY metrics TO 'x.csv'",
        "it does more than read (write SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW or"
            + " EXPLAIN; a result becomes a file with -o FILE)");
    assertRefused(
        "FROM glob('*')",
        "it calls glob, and only tables can be read (SELECT table_name FROM"
            + " information_schema.tables lists the tables)");
    assertRefused(
        "SELECT nope FROM members WHERE",
        "syntax error at end of input (look for a misspelled word, or a comma, quote or bracket too"
            + " few or too many there)");
  }

  private void assertRefused(String statement, String why) {
    String line = assertThrows(ConfigurationException.class, () -> rows(statement)).getMessage();
    assertEquals("Cannot run statement '%s': %s".formatted(statement, why), line);
  }

  @Test
  void whatDoesNotFitInMemoryIsOneLine() {
    try (DuckDb small = DuckDb.open(null, "100MB");
        UntrustedSql confined = confined(small)) {
      String line =
          assertThrows(
                  ConfigurationException.class,
                  () ->
                      rows(
                          confined,
                          "SELECT repeat('x', 10), * FROM range(1000000000) ORDER BY hash(range)"))
              .getMessage();
      assertTrue(line.contains("': Out of Memory Error: "), line);
      assertTrue(line.endsWith("(read less: add LIMIT or WHERE, or aggregate)"), line);
    }
  }

  @Test
  void whatIsNestedTooDeepIsOneLine() {
    for (String deep :
        List.of(
            "SELECT * FROM " + "(SELECT * FROM ".repeat(900) + "metrics" + ")".repeat(900),
            "SELECT " + "(SELECT ".repeat(900) + "1" + ")".repeat(900),
            "SELECT " + "abs(".repeat(900) + "1" + ")".repeat(900),
            "SELECT 1" + "+1".repeat(5000))) {
      String line = assertThrows(ConfigurationException.class, () -> rows(deep)).getMessage();
      assertTrue(line.endsWith("': it is nested too deep (write it flatter)"), line);
    }
  }

  @Test
  void aLongStatementIsAskedFor() {
    String longer = "SELECT 1 IN (1" + ", 1".repeat(7000) + ") AS long";
    String line = assertThrows(ConfigurationException.class, () -> rows(longer)).getMessage();
    assertTrue(
        line.endsWith(
            "': it has 21,023 characters, and 20,000 are the most (write it shorter, or allow 100,000 with --long)"),
        line);
    assertEquals("long\ntrue\n", shell(longer + ";\n", "--format", "csv", "--long").good().out());
    Said longest = shell("SELECT 1" + " + 1".repeat(30_000), "--long");
    assertTrue(
        longest
            .err()
            .endsWith(
                "': it has 120,008 characters, and 100,000 are the most (write it shorter)\n"),
        longest.err());
  }

  @Test
  void everyTableCanBeRead() throws IOException {
    for (String table : tables(sql)) {
      rows("SELECT * FROM " + table);
    }
  }

  @Test
  void modelsAreThereBeforeTheFirstTransform() throws IOException {
    try (DuckDb engine = Warehouse.open(warehouse).openTables()) {
      LiveModels.expose(SqlFolder.read(ImpactCommand.home().resolve("sql")), engine);
      try (UntrustedSql confined = confined(engine)) {
        assertEquals(
            tables(confined),
            rows(confined, "SELECT DISTINCT table_name FROM information_schema.columns").stream()
                .map(row -> row.substring(1, row.length() - 1))
                .sorted()
                .toList());
        String read =
            "SELECT replace(status, '_', ' '), rows_accepted FROM main.Submissions WHERE dataset = 'exchanges'";
        assertEquals(List.of("[in force, 1]"), rows(confined, read));
        assertEquals(List.of("[in force, 1]"), rows(confined, read));
        for (String table : tables(confined)) {
          rows(confined, "SELECT * FROM " + table);
        }
        assertEquals(tables(confined).size(), Set.copyOf(tables(confined)).size());
      }
    }
  }

  private static List<String> tables(UntrustedSql sql) throws IOException {
    List<String> tables = new ArrayList<>();
    sql.read(
        "SELECT table_name FROM information_schema.tables ORDER BY table_name",
        (columns, each) -> each.forEachRemaining(row -> tables.add((String) row[0])));
    assertTrue(tables.size() > 50, tables::toString);
    return tables;
  }

  @Test
  void makingATableIsUnderTheLimitAndCanBeStopped() throws Exception {
    String endless = "SELECT COUNT(*) AS n FROM range(1000000000000)";
    try (DuckDb engine = DuckDb.open(null, "500MB");
        UntrustedSql hasty =
            new UntrustedSql(
                engine, 1, UntrustedSql.USUAL_LENGTH, null, line -> fail("ended: " + line))) {
      engine.promise("slow", () -> engine.hold("slow", endless));
      // Stopped or late, the table is tried again by who asks next.
      for (int i = 0; i < 2; i++) {
        assertEquals(
            "Cannot run statement 'SELECT n FROM slow': the tables that it reads were not made within 1 seconds (run 'impact transform' first, which stores them; or give it longer with --time-limit)",
            assertThrows(ConfigurationException.class, () -> rows(hasty, "SELECT n FROM slow"))
                .getMessage());
      }
      assertEquals(List.of("[1]"), rows(hasty, "SELECT 1"));
    }
    try (DuckDb engine = DuckDb.open(null, "500MB");
        UntrustedSql patient = confined(engine)) {
      CountDownLatch making = new CountDownLatch(1);
      engine.promise(
          "slow",
          () -> {
            making.countDown();
            engine.hold("slow", endless);
          });
      Thread person =
          new Thread(
              () -> {
                try {
                  making.await();
                  while (true) {
                    patient.stop();
                    Thread.sleep(20);
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      person.start();
      assertEquals(
          "Stopped statement 'SELECT * FROM slow'",
          assertThrows(ConfigurationException.class, () -> rows(patient, "SELECT * FROM slow"))
              .getMessage());
      person.interrupt();
      person.join();
      assertEquals(List.of("[1]"), rows(patient, "SELECT 1"));
    }
  }

  /** A program of tomorrow knows a table that no transform of today has made. */
  @Test
  void aTableThatTheNextTransformMakesIsSaidToBeOne(@TempDir Path place) throws IOException {
    Path later = place.resolve("warehouse");
    Shell.copy(warehouse, later);
    Path manifest = later.resolve("manifest.json");
    String text = Files.readString(manifest);
    assertTrue(text.contains("\"states_by_year\""), text);
    Files.writeString(manifest, text.replace("\"states_by_year\"", "\"earlier_name\""));
    Said said = Shell.run("sql", "--warehouse", later, "FROM States_By_Year");
    assertEquals(2, said.code());
    assertTrue(
        said.err().contains("Table with name States_By_Year does not exist!")
            && said.err().endsWith(" (run 'impact transform' first, which makes it)\n"),
        said.err());
    String unknown = Shell.run("sql", "--warehouse", later, "FROM nowhere").err();
    assertTrue(unknown.endsWith("information_schema.tables lists the tables)\n"), unknown);
    String kept = Shell.run("sql", "--published", "--warehouse", later, "FROM contributions").err();
    assertTrue(kept.endsWith(" (it stays in the office: ask without --published)\n"), kept);
  }

  @Test
  void readsTheCopiesOfAWarehouseOnSharedStorage() throws IOException {
    Path here = Files.createTempDirectory("shared");
    try (FileSystem zip =
        FileSystems.newFileSystem(here.resolve("shared.zip"), Map.of("create", "true"))) {
      Warehouse from = Warehouse.open(warehouse);
      Path shared = zip.getPath("/metrics.parquet");
      Files.copy(from.paths(from.manifest(), "metrics").get(0), shared);
      try (DuckDb copies = DuckDb.open(null, "500MB")) {
        copies.expose("metrics", List.of(shared));
        try (UntrustedSql confined = confined(copies)) {
          assertEquals(
              rows("SELECT COUNT(*) FROM metrics"), rows(confined, "SELECT COUNT(*) FROM metrics"));
        }
      }
    } finally {
      Files.delete(here.resolve("shared.zip"));
      Files.delete(here);
    }
  }

  @Test
  void theLimitStopsAStatementAndTheShellGoesOn() {
    String endless = "SELECT COUNT(*) FROM range(1000000000000)";
    Said said = shell(endless + ";\nSELECT 1 AS one;\n", "--time-limit", 1, "--format", "csv");
    assertEquals(2, said.code());
    assertEquals(
        "Cannot run statement 'SELECT COUNT(*) FROM range(1000000000000)': it was stopped after 1 seconds (read less: add LIMIT or WHERE, or aggregate; or give it longer with --time-limit)\n",
        said.err());
    assertEquals("one\n1\n", said.out());
    assertEquals(
        "Cannot use time limit '0': a statement needs some time (write whole seconds, 1 or more)\n",
        shell("", "--time-limit", 0).err());
  }

  @Test
  void theShellRefusesAndGoesOn() {
    Said said = shell("COPY metrics TO 'x'; SET threads = 1;\nSELECT 1 AS one;", "--format", "csv");
    assertEquals(2, said.code());
    assertEquals(2, said.err().lines().count(), said.err());
    assertEquals("one\n1\n", said.out());
  }

  @Test
  void theShellTellsWhatThereIsAndChangesHowItPrints() {
    Said said = shell(".mode csv\n.describe members\n.tables\nSELECT 1 AS one;\n.help\n");
    assertEquals(0, said.code(), said.err());
    assertTrue(
        said.out().startsWith("column_name,column_type,null,key,default,extra\nmember_id,VARCHAR,"),
        said.out());
    assertTrue(said.out().contains("\nmembers\n"), said.out());
    assertTrue(said.out().contains("\none\n1\n.tables "), said.out());

    Said faults = shell(".mode parquet\n.mode no\n.table\nSELECT 2 AS two;", "--format", "csv");
    assertEquals(2, faults.code());
    assertEquals(
        """
        Cannot print format 'parquet': it is no text (choose table, csv or json; 'impact sql' writes it into a file with -o FILE)
        Cannot print as 'no': there is no such format (choose table, csv or json)
        Cannot run '.table': the shell has no such command ('.help' lists all)
        """,
        faults.err());
    assertEquals("two\n2\n", faults.out());
  }

  private static Said shell(String input, Object... options) {
    InputStream keyboard = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      List<Object> line = new ArrayList<>(List.of("sql", "--warehouse", warehouse));
      line.addAll(List.of(options));
      return Shell.run(line.toArray());
    } finally {
      System.setIn(keyboard);
    }
  }

  @Test
  void whatNothingInterruptsEndsWithTheProcess() throws Exception {
    assertEndsInOneLine("SELECT levenshtein(repeat('a', 300000), repeat('b', 300000))");
  }

  @Test
  @Tag("slow")
  void oneValueThatTakesAllMemoryEndsWithTheProcess() throws Exception {
    assertEndsInOneLine("SELECT repeat('x', 2000000000)");
  }

  private void assertEndsInOneLine(String bomb) throws Exception {
    Said said = Shell.runApart("sql", "--warehouse", warehouse, "--time-limit", 1, bomb);
    assertEquals(2, said.code(), said.err());
    assertEquals(1, said.err().lines().count(), said.err());
    assertTrue(said.err().contains("': it was stopped a"), said.err());
  }

  private List<String> rows(String statement) throws IOException {
    return rows(sql, statement);
  }

  private static List<String> rows(UntrustedSql sql, String statement) throws IOException {
    List<String> rows = new ArrayList<>();
    sql.read(
        statement,
        (columns, each) -> each.forEachRemaining(row -> rows.add(List.of(text(row)).toString())));
    return rows;
  }

  private static String[] text(Object[] row) {
    return Stream.of(row).map(String::valueOf).toArray(String[]::new);
  }

  @Test
  void aTableShowsTheDecimalsThatItsNumbersNeed() {
    String query =
        "SELECT a::DECIMAL(28,4) AS a, b::DECIMAL(28,4) AS b, c::DECIMAL(28,4) AS c, d::DECIMAL(4,1) AS d FROM (VALUES (134, 2.5, 1.25, 0.5), (7000, 3, 1.1234, 1)) AS t(a, b, c, d)";
    assertEquals(
        """
        a        b       c    d
        ───────────────────────
         134  2.50  1.2500  0.5
        7000  3.00  1.1234  1.0
        (2 rows)
        """
            .replace("a        b       c    d", "   a     b       c    d"),
        shell(query + ";\n").good().out());
    assertEquals(
        "a,b,c,d\n134.0000,2.5000,1.2500,0.5\n7000.0000,3.0000,1.1234,1.0\n",
        shell(query + ";\n", "--format", "csv").good().out());
  }
}
