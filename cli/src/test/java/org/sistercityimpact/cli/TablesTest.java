package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.warehouse.DuckDb;

/** What the tables of a warehouse are, as researchers ask for it. */
class TablesTest {
  @TempDir Path folder;
  private Path warehouse;

  @BeforeEach
  void aSmallNetwork() {
    warehouse = folder.resolve("warehouse");
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(inbox, "2025/US-TX-fort-worth/events.csv", "nothing to report");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
  }

  @Test
  void everyColumnOfEveryTableIsDescribedAndEveryDescriptionIsOfAColumn() {
    String differing =
        """
        SELECT table_name, column_name, c.data_type, d.type
        FROM (SELECT * FROM information_schema.columns WHERE table_name NOT LIKE 'dictionary%') AS c
        FULL JOIN dictionary_columns AS d USING (table_name, column_name)
        WHERE c.data_type IS DISTINCT FROM d.type OR d.meaning = ''
        ORDER BY ALL""";
    assertEquals(
        "table_name,column_name,data_type,type\n",
        Shell.run("sql", "--warehouse", warehouse, "--format", "csv", differing).good().out());
  }

  @Test
  void everyParquetFileTellsItsTitleAndEachOfItsColumns() throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(warehouse)) {
      files = tree.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    assertTrue(files.size() > 100, () -> "so few files: " + files.size());
    try (DuckDb engine = DuckDb.open(null, "100MB")) {
      for (Path file : files) {
        String silent =
            """
            WITH told AS (SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(%1$s)),
            asked AS (SELECT 'title' AS key UNION ALL SELECT 'column ' || column_name FROM (DESCRIBE FROM %1$s))
            SELECT key FROM asked LEFT JOIN told USING (key) WHERE coalesce(value, '') = ''"""
                .formatted(DuckDb.literal(file));
        assertEquals(List.of(), engine.read(silent).values(), file.toString());
      }
    }
  }

  @Test
  void aStatementMayBeginWithACommentOrComeFromAFileAndKeepsColumnsOfOneNameApart()
      throws IOException {
    String asked = "-- who?\nSELECT 1 AS id, 2 AS id";
    Path file = folder.resolve("asked.sql");
    Files.writeString(file, asked + ";\nSELECT NULL AS v UNION ALL SELECT 3 ORDER BY v DESC");
    String said = "[ {\n  \"id\" : 1,\n  \"id_2\" : 2\n} ]\n";
    assertEquals(said, Shell.run("sql", asked, "--warehouse", warehouse, "--json").good().out());
    assertEquals(
        "id,id\n1,2\nv\n3\n\n",
        Shell.run("sql", "--file", file, "--warehouse", warehouse, "--format", "csv").good().out());
    assertEquals(
        "Cannot read statements '%s': no such file (name a readable UTF-8 text)\n"
            .formatted(folder.resolve("none.sql")),
        Shell.run("sql", "--file", folder.resolve("none.sql"), "--warehouse", warehouse).err());
  }

  @Test
  void aResultGoesIntoAFileOfTheFormatThatItsNameSays() throws IOException {
    String asked =
        "SELECT member_id, 1.50 AS share, {'a': [1, 2]} AS parts FROM members ORDER BY member_id LIMIT 1";
    Path csv = folder.resolve("r.csv");
    Shell.run("sql", asked, "--warehouse", warehouse, "-o", csv).good();
    assertEquals(
        "member_id,share,parts\nUS-OH-dayton,1.50,\"{\"\"a\"\":[1,2]}\"\n", Files.readString(csv));
    Path json = folder.resolve("r.json");
    Shell.run("sql", asked, "--warehouse", warehouse, "-o", json).good();
    assertEquals("[1,2]", new ObjectMapper().readTree(json.toFile()).at("/0/parts/a").toString());
    Path parquet = folder.resolve("r.parquet");
    Shell.run("sql", asked, "--warehouse", warehouse, "-o", parquet).good();
    try (DuckDb engine = DuckDb.open(null, "100MB")) {
      engine.expose("result", List.of(parquet));
      assertEquals(
          List.of("VARCHAR", "DECIMAL(3,2)", "STRUCT(A INTEGER[])"),
          engine.describe("SELECT * FROM result").stream().map(c -> c.type()).toList());
      assertEquals("US-OH-dayton", engine.read("SELECT member_id FROM result").values().get(0)[0]);
    }
    Path xlsx = folder.resolve("r.xlsx");
    Shell.run("sql", asked, "--warehouse", warehouse, "-o", xlsx).good();
    try (ReadableWorkbook book = new ReadableWorkbook(xlsx.toFile())) {
      List<Row> rows = book.getFirstSheet().read();
      assertEquals("share", rows.get(0).getCellText(1));
      assertEquals(0, rows.get(1).getCellAsNumber(1).get().compareTo(new BigDecimal("1.50")));
      assertEquals("{\"a\":[1,2]}", rows.get(1).getCellText(2));
    }
    Said none = Shell.run("sql", asked, "--warehouse", warehouse, "--format", "xlsx");
    assertEquals(2, none.code());
    assertEquals(
        "Cannot print format 'xlsx': it is no text (choose table, csv or json; 'impact sql' writes it into a file with -o FILE)\n",
        none.err());
    Said two = Shell.run("sql", asked + "; SELECT 2", "--warehouse", warehouse, "-o", csv);
    assertEquals(
        "Cannot write file '%s': it takes the result of one statement, and 2 were given (write one in quotes, or in the file of --file)\n"
            .formatted(csv),
        two.err());
  }

  @Test
  void whoAddsUpFiguresOfSeveralLevelsIsTold() {
    String told =
        "Each figure is in metrics at several levels, and this adds them up together: choose one, such as WHERE level = 'member'.";
    String sum = "SELECT sum(central) FROM metrics WHERE metric_id = 'inbound_visitors'";
    assertTrue(Shell.run("sql", sum, "--warehouse", warehouse).good().err().contains(told));
    for (String apart : List.of(sum + " AND level = 'member'", sum + " GROUP BY level")) {
      String err = Shell.run("sql", apart, "--warehouse", warehouse).good().err();
      assertFalse(err.contains(told), apart);
    }
  }

  @Test
  void aFaultIsShownWhereItIsWithWhatFitsIt() {
    assertEquals(
        "Cannot run statement 'SELECT metric_id FROM metrisc': at metrisc in line 2: Catalog Error: Table with name metrisc does not exist! Did you mean \"metrics\"? (SELECT table_name FROM information_schema.tables lists the tables)\n",
        Shell.run("sql", "SELECT metric_id\nFROM metrisc", "--warehouse", warehouse).err());
    assertEquals(
        "Cannot run statement 'SELECT metricid FROM metrics': at metricid in line 1: Binder Error: Referenced column \"metricid\" not found in FROM clause! Candidate bindings: \"metric_id\", \"central\" (DESCRIBE and a table's name list its columns)\n",
        Shell.run("sql", "SELECT metricid FROM metrics", "--warehouse", warehouse).err());
  }

  @Test
  void tellsWhatATableIsAndWhichThereAre() throws IOException {
    String all = Shell.run("tables", "--warehouse", warehouse).good().out();
    assertTrue(
        all.matches("(?s)to use +rows +what it is +zone\n.*members +2 +Members +tables\n.*"), all);
    assertTrue(all.indexOf("published_metrics") < all.indexOf("workings"), all);

    String one = Shell.run("tables", "MEMBER_STATUS", "--warehouse", warehouse).good().out();
    assertTrue(
        one.startsWith("member_status: Member status\n  One row   one row per member year"), one);
    assertTrue(one.contains("null = the calendar gives none"), one);
    JsonNode json =
        new ObjectMapper()
            .readTree(
                Shell.run("tables", "metrics", "--warehouse", warehouse, "--json").good().out());
    assertEquals("metric_id", json.at("/columns/0/name").asText());

    Said none = Shell.run("tables", "metric", "--warehouse", warehouse);
    assertEquals(2, none.code());
    assertEquals(
        "Cannot describe table 'metric': there is none of that name ('impact tables' lists all)\n",
        none.err());
  }
}
