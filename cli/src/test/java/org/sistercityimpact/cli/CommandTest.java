package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;

class CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path inbox;
  private Path warehouse;
  private Path exchanges;

  @BeforeEach
  void threeFaultsBesideTwoGoodRows() {
    inbox = Shell.smallInbox(folder.resolve("inbox"));
    warehouse = folder.resolve("warehouse");
    exchanges =
        Shell.write(
            inbox,
            "2025/US-TX-fort-worth/exchanges.csv",
            Shell.EXCHANGES,
            "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2025-05-01,2025-05-06,12,,,,,homestay,.8,.25,,",
            "E2,US-TX-fort-worth~DE-trier,inbound,cultural,,05/01/2025,2025-05-06,4,,,,,hotel,,,,",
            "E3,US-TX-fort-worth~DE-trier,inbound,cultural,,2025-05-01,2025-05-06,-4,,,,,hotel,,,,",
            "E4,US-TX-fort-worth~FR-paris,inbound,cultural,,2025-05-01,2025-05-06,4,,,,,hotel,,,,",
            "E5,Nagaoka,virtual,youth,,2025-06-01,,30,,,,,,,,,");
  }

  @Test
  void checkTellsEachProblemWithItsCellCodeAndAdvice() {
    Said said = Shell.run("check", exchanges);

    assertEquals(1, said.code());
    assertTrue(
        said.out()
            .startsWith(
                exchanges + ": exchanges, 5 rows read = 2 accepted + 3 rejected + 0 duplicate\n"),
        said.out());
    assertTrue(said.out().contains("  F3        error    start_date"), said.out());
    assertTrue(said.out().contains("[not-a-date]"), said.out());
    assertTrue(said.out().contains("  H4        error    people"), said.out());
    assertTrue(said.out().contains("[negative-number]"), said.out());
    assertTrue(said.out().contains("  B5        error    partnership_id"), said.out());
    assertTrue(said.out().contains("[unknown-partnership]"), said.out());
    assertTrue(said.out().contains("  B6        assumed  partnership_id"), said.out());
    assertTrue(
        said.out()
            .endsWith("3 errors, 0 warnings, 1 assumption ('impact explain CODE' tells more)\n"));
    assertFalse(Files.exists(warehouse));
  }

  @Test
  void ingestGoesOnPastRejectedRowsAndStrictDoesNot() throws IOException {
    assertEquals(0, Shell.run("ingest", inbox, "--warehouse", warehouse).code());
    assertEquals(1, Shell.run("ingest", inbox, "--warehouse", warehouse, "--strict").code());
    assertEquals(
        List.of(
            "source_row,column_letter,code",
            "3,F,not-a-date",
            "4,H,negative-number",
            "5,B,unknown-partnership"),
        csv(
            "SELECT source_row, column_letter, code FROM problems WHERE severity = 'error' ORDER BY"
                + " source_row"));
    assertEquals(
        List.of("people", "12", "30"), csv("SELECT people FROM exchanges ORDER BY people"));
  }

  @Test
  void theSecondIngestOfAnInboxBringsNothingNew() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    byte[] manifest = Files.readAllBytes(warehouse.resolve("manifest.json"));

    Said again = Shell.run("ingest", inbox, "--warehouse", warehouse).good();

    assertTrue(again.out().startsWith("Ingest: nothing new in "), again.out());
    assertEquals(
        new String(manifest), new String(Files.readAllBytes(warehouse.resolve("manifest.json"))));
  }

  @Test
  void runPrintsReportsWithTheWorkedExampleToTheCent() throws IOException {
    Path out = folder.resolve("out");
    Shell.run("run", inbox, "--warehouse", warehouse, "--year", 2025, "--out", out).good();

    assertTrue(Files.size(out.resolve("national-2025.pdf")) > 10_000);
    assertTrue(Files.size(out.resolve("briefs/2025-brief-US-TX-fort-worth.pdf")) > 5_000);
    assertFalse(
        Files.exists(out.resolve("briefs/2025-brief-US-OH-dayton.pdf")), "it reported nothing");
    assertEquals(
        List.of("low,central,high", "428.4000,942.4800,1950.7500"),
        csv(
            "SELECT low, central, high FROM metrics WHERE metric_id = 'visitor_spend_direct' AND"
                + " level = 'network' AND data_year = 2025"));
    JsonNode figures = JSON.readTree(out.resolve("figures.json").toFile());
    assertTrue(figures.size() > 100);
    figures.forEach(
        figure ->
            List.of(
                    "pdf",
                    "page",
                    "figure_id",
                    "metric_id",
                    "level",
                    "key",
                    "data_year",
                    "text",
                    "value",
                    "status")
                .forEach(name -> assertTrue(figure.has(name), figure + " lacks " + name)));
  }

  @Test
  void theTablesThatOthersBuildOnKeepTheirNamesAndColumns() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();

    assertEquals(
        "metric_id,data_year,level,key,low,central,high,n,status",
        header("metrics").replace(",rows_not_computed", ""));
    assertEquals(
        "metric_id,data_year,member_id,state,partnership_id,partner_country,purpose,direction,category,detail,submission_id,source_row,low,central,high",
        header("contributions").replace(",parameters,public", ""));
    assertEquals(
        "submission_id,file,sheet,member_id,data_year,dataset,sha256,rows_read,rows_accepted,rows_rejected,rows_duplicate,status,received_at,optional",
        header("submissions"));
    assertEquals(
        "file,sheet,source_row,column_letter,column_name,value,code,severity,message,fix",
        header("problems").replace(",submission_id", ""));
    List<String> tables = csv("SELECT table_name FROM information_schema.tables ORDER BY 1");
    assertTrue(
        tables.containsAll(
            List.of(
                "metrics", "contributions", "submissions", "problems", "exchanges", "parameters")),
        tables.toString());
  }

  @Test
  void printsTheReportsInSpanish() throws IOException {
    Path english = folder.resolve("en");
    Path spanish = folder.resolve("es");
    Shell.run("run", inbox, "--warehouse", warehouse, "--out", english).good();
    Shell.run("report", "all", "--language", "es", "--warehouse", warehouse, "--out", spanish)
        .good();
    String pdf = "briefs/2025-brief-US-TX-fort-worth.pdf";
    assertEquals("en-US", language(english.resolve(pdf)));
    assertEquals("es-US", language(spanish.resolve(pdf.replace(".pdf", "-es.pdf"))));
    assertEquals(
        Files.readString(english.resolve("tables/network.csv")),
        Files.readString(spanish.resolve("tables/network.csv")),
        "data files are the same in every language");
  }

  private static String language(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getDocumentCatalog().getLanguage();
    }
  }

  @Test
  void reportsAreRefusedWhileTheMetricsAreOlderThanTheRows() {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertOneLine(
        Shell.run("report", "all", "--warehouse", warehouse, "--out", folder.resolve("out")),
        "Cannot read metrics in warehouse '%s': there are none yet (run 'impact transform --warehouse %s' first)"
            .formatted(warehouse, warehouse));
    Shell.run("transform", "--warehouse", warehouse).good();
    Shell.write(
        inbox,
        "2025/US-OH-dayton/exchanges.csv",
        Shell.EXCHANGES,
        "D1,Augsburg,virtual,youth,,2025-06-01,,30,,,,,,,,,");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertOneLine(
        Shell.run("report", "all", "--warehouse", warehouse, "--out", folder.resolve("out")),
        "Cannot report from warehouse '%s': files were ingested since the last transform (run 'impact transform --warehouse %s' first)"
            .formatted(warehouse, warehouse));
  }

  @Test
  void aWhatIfIsMarkedUntilTheNextTransform() throws IOException {
    String mark = "WHAT-IF, not the published method: capture_rate=0.6";
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();

    Said said = Shell.run("transform", "--warehouse", warehouse, "--set", "capture_rate=.6").good();
    Said sql = Shell.run("sql", "--warehouse", warehouse, "SELECT 1 AS one").good();
    Said status = Shell.run("status", "--warehouse", warehouse, "--json").good();

    assertTrue(said.out().endsWith(mark + "\n"), said.out());
    assertEquals(
        mark + " (run 'impact transform' without --set to return; it is never published)\n",
        sql.err());
    assertEquals(mark, JSON.readTree(status.out()).get("what_if").asText());
    assertTrue(sql.out().startsWith(mark + "\none\n"), sql.out());
    assertEquals(List.of("one,what_if", "1,\"" + mark + "\""), csv("SELECT 1 AS one"));
    Said rows = Shell.run("sql", "--warehouse", warehouse, "--json", "SELECT 1 AS one").good();
    assertEquals(
        JSON.readTree("[{\"one\": 1, \"what_if\": \"" + mark + "\"}]"), JSON.readTree(rows.out()));
    Said trace = Shell.run("trace", "exchanges_in", "--warehouse", warehouse).good();
    assertTrue(trace.out().startsWith(mark + "\n"), trace.out());
    List<String> traced =
        Shell.run("trace", "exchanges_in", "--warehouse", warehouse, "--format", "csv")
            .good()
            .out()
            .lines()
            .toList();
    assertTrue(traced.get(0).endsWith(",in_numbers,what_if"), traced.get(0));
    assertEquals(2, traced.size());
    assertTrue(traced.get(1).endsWith(",\"" + mark + "\""), traced.get(1));
    Said forPrograms =
        Shell.run("trace", "exchanges_in", "--warehouse", warehouse, "--json").good();
    assertEquals(mark, JSON.readTree(forPrograms.out()).get("what_if").asText());
    try (var runs = Files.list(warehouse.resolve("runs"))) {
      Path last = runs.sorted().reduce((a, b) -> b).orElseThrow();
      assertEquals("capture_rate=0.6", JSON.readTree(last.toFile()).get("what_if").asText());
    }

    Shell.run("transform", "--warehouse", warehouse).good();

    assertEquals("", Shell.run("sql", "--warehouse", warehouse, "SELECT 1 AS one").good().err());
    assertEquals(List.of("one", "1"), csv("SELECT 1 AS one"));
  }

  @Test
  void aSettingThatNoParameterHasStopsTheRunBeforeItBegins() {
    assertOneLine(
        Shell.run("run", inbox, "--warehouse", warehouse, "--set", "type1_multiplier:tiny=1.1"),
        "Cannot set parameter 'type1_multiplier:tiny=1.1': type1_multiplier has no key 'tiny' (it has under_25k, 25k_50k, 50k_100k, 100k_300k, 300k_500k, over_500k)");
    assertFalse(Files.exists(warehouse.resolve("manifest.json")), "nothing was ingested");
  }

  @Test
  void aFailedCheckStopsTheRunBeforeItsReports() throws IOException {
    Path sql = copyOfSql();
    Files.writeString(
        sql.resolve("checks/nobody_travels.sql"),
        "-- title: Nobody travels\nSELECT exchange_id, people FROM exchanges\n");
    Path out = folder.resolve("out");

    Said said = Shell.run("run", inbox, "--warehouse", warehouse, "--sql", sql, "--out", out);

    assertEquals(1, said.code());
    assertTrue(said.out().contains("Failed check nobody_travels: Nobody travels."), said.out());
    assertFalse(Files.exists(out.resolve("national-2025.pdf")));
    assertEquals(2, Shell.run("report", "all", "--warehouse", warehouse, "--out", out).code());
  }

  @Test
  void brokenSqlNamesItsFileInOneLine() throws IOException {
    Path sql = copyOfSql();
    Path metric = sql.resolve("metrics/breadth.sql");
    Files.writeString(
        metric,
        Files.readString(metric)
            .replaceFirst("(?m)^  0 AS rows_not_computed", "  nothing_known AS rows_not_computed"));
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();

    Said said = Shell.run("transform", "--warehouse", warehouse, "--sql", sql);

    assertEquals(2, said.code());
    String last = said.err().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("Cannot run metric 'breadth' in " + metric + ": "), last);
  }

  @Test
  void usageErrorsAreOneLineAndExitTwo() {
    assertOneLine(
        Shell.run("sql", "--warehouse", warehouse, "SELECT 1"),
        "Cannot open warehouse '%s': it has no manifest.json (run 'impact ingest INBOX --warehouse %s' first)"
            .formatted(warehouse, warehouse));
    assertOneLine(
        Shell.run("explain", "no-such-code"),
        "Cannot explain code 'no-such-code': there is no such code ('impact explain' lists all)");
    assertOneLine(
        Shell.run("frobnicate"),
        "Cannot run 'impact frobnicate': there is no such command (see 'impact --help')");
    assertOneLine(
        Shell.run("reprot"),
        "Cannot run 'impact reprot': there is no such command (did you mean report? see 'impact --help')");
    assertOneLine(
        Shell.run("report", "--langage", "es"),
        "Cannot run 'impact report': Unknown option: '--langage' (did you mean --language? see 'impact report --help')");
    assertOneLine(
        Shell.run("check", folder.resolve("none.csv")),
        "Cannot check file '%s': it is not there (give the path of a file)"
            .formatted(folder.resolve("none.csv")));
    assertOneLine(
        Shell.run("check", inbox),
        "Cannot check file '%s': it is a folder (give the path of a file)".formatted(inbox));
    assertOneLine(
        Shell.run("check", exchanges, "--year", 202),
        "Cannot check for year '202': it is no reporting year (write four digits, such as 2025)");
    Shell.run("run", inbox, "--warehouse", warehouse, "--out", folder.resolve("out")).good();
    assertOneLine(
        Shell.run("status", "--warehouse", warehouse, "--year", 1999),
        "Cannot use year '1999': the warehouse has no data for it (it has 2025)");
    assertOneLine(
        Shell.run("report", "poem", "--warehouse", warehouse),
        "Cannot print report 'poem': there is no such kind (write national, state, city, letter or all)");
    assertOneLine(
        Shell.run("report", "national", "--member", "US-OH-dayton", "--warehouse", warehouse),
        "Cannot print report 'national' for member 'US-OH-dayton': it belongs to no member (write 'impact report city --member US-OH-dayton', or letter, or all)");
    assertOneLine(
        Shell.run("report", "all", "--language", "fr", "--warehouse", warehouse),
        "Cannot print language 'fr': the reports speak en, es (write one of them, or one with a"
            + " region, such as es-ES)");
    assertOneLine(
        Shell.run("report", "city", "--member", "US-XX-none", "--warehouse", warehouse),
        "Cannot report member 'US-XX-none': no member of that id in 2025 (impact status lists"
            + " them)");
    Said sql = Shell.run("sql", "--warehouse", warehouse, "SELECT nope FROM metrics");
    assertEquals(2, sql.code());
    assertEquals(1, sql.err().lines().count());
  }

  @Test
  void anInboxThatIsNotThereIsOneLineAndLeavesNoWarehouse() {
    Path none = folder.resolve("none");
    String line =
        "Cannot read inbox '%s': it is not a folder (give the folder that holds registry/ and one folder a year)"
            .formatted(none);
    assertOneLine(Shell.run("ingest", none, "--warehouse", warehouse), line);
    assertOneLine(Shell.run("run", none, "--warehouse", warehouse), line);
    assertFalse(Files.exists(warehouse));
  }

  @Test
  void aWarehouseThatLiesInTheInboxIsNoPartOfIt() {
    Path inside = inbox.resolve("warehouse");
    Shell.run("ingest", inbox, "--warehouse", inside).good();
    Said again = Shell.run("ingest", inbox, "--warehouse", inside).good();
    assertTrue(again.out().startsWith("Ingest: nothing new in 4 files\n"), again.out());
    assertFalse(again.out().contains("not taken"), again.out());
  }

  @Test
  void aFileNameWithALineBreakStaysOneLine() {
    Shell.write(inbox, "2025/US-TX-fort-worth/our\nnumbers.csv", "line_id");
    Said said = Shell.run("ingest", inbox, "--warehouse", warehouse);
    assertEquals(1, said.code());
    assertTrue(
        said.out().contains("  unusable     2025/US-TX-fort-worth/our?numbers.csv\n"), said.out());
  }

  @Test
  void anInboxWithoutARegistryIsOneLine() throws IOException {
    Path bare = Files.createDirectory(folder.resolve("bare"));
    assertOneLine(
        Shell.run("ingest", bare, "--warehouse", warehouse),
        "Cannot ingest inbox '%s': neither it nor the warehouse has a registry (put members.csv and partnerships.csv into %s)"
            .formatted(bare, bare.resolve("registry")));
  }

  @Test
  void aFolderOfOtherThingsIsNotMadeAWarehouse() {
    Shell.write(folder, "module/pom.xml", "<project/>");
    assertOneLine(
        Shell.run("ingest", inbox, "--warehouse", folder.resolve("module")),
        "Cannot make warehouse '%s': the folder holds other things (choose an empty or new folder with --warehouse)"
            .formatted(folder.resolve("module")));
  }

  @Test
  void everyCommandPrintsOneJsonDocument() throws IOException {
    Path out = folder.resolve("out");
    List<Object[]> lines =
        List.of(
            new Object[] {"check", exchanges, "--json"},
            new Object[] {"ingest", inbox, "--warehouse", warehouse, "--json"},
            new Object[] {"transform", "--warehouse", warehouse, "--json"},
            new Object[] {"report", "all", "--warehouse", warehouse, "--out", out, "--json"},
            new Object[] {"run", inbox, "--warehouse", warehouse, "--out", out, "--json"},
            new Object[] {"status", "--warehouse", warehouse, "--json"},
            new Object[] {"sql", "--warehouse", warehouse, "--json", "SELECT * FROM metrics"},
            new Object[] {"explain", "no-such-date", "--json"},
            new Object[] {"doctor", "--warehouse", warehouse, "--json"});
    for (Object[] line : lines) {
      Said said = Shell.run(line);
      assertFalse(JSON.readTree(said.out()).isMissingNode(), said.out());
    }
  }

  @Test
  void csvHoldsFullPrecisionAndNothingForNull() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals(
        List.of("a,b,c,d", ",ü,\"x,\"\"y\"\"\",1.10"),
        csv("SELECT NULL AS a, 'ü' AS b, 'x,\"y\"' AS c, CAST(1.1 AS DECIMAL(9,2)) AS d"));
  }

  @Test
  void sqlTakesOneStatementWhateverItHolds() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals(
        List.of("a,b", "x;y,1000000000000000000000"),
        csv("SELECT 'x;y' AS a, /* one; two */ 1000000000000000000000::HUGEINT AS b; -- done;"));
    assertOneLine(
        Shell.run("sql", "--warehouse", warehouse, "SELECT 1; SELECT 2"),
        "Cannot run statement 'SELECT 1; SELECT 2': it is 2 statements (write one statement in"
            + " quotes, or send several to the shell)");
    assertOneLine(
        Shell.run("sql", "--warehouse", warehouse, " ; "),
        "Cannot run statement ';': it is empty (write one statement in quotes, or send several to"
            + " the shell)");
    assertEquals(List.of("a", "b;c"), csv("SELECT $$b;c$$ AS a"));
  }

  @Test
  void modelsThatAStatementNamesAreThereBeforeTheFirstTransform() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    String rows = csv("SELECT COUNT(*) AS n FROM raw_exchanges").get(1);
    assertEquals(
        List.of("n,t", rows + "," + rows),
        csv(
            "SELECT COUNT(*) AS n, (SELECT SUM(central) FROM contributions WHERE metric_id = 'exchanges')::INTEGER AS t FROM \"Exchanges\""));
  }

  @Test
  void whatIsAskedAfterAnotherIngestIsOfItsFiles() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
    String before = Shell.run("status", "--warehouse", warehouse, "--format", "csv").good().out();
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/budgets.csv",
        "line_id,category,funded_by,amount_usd,period_end",
        "B1,staff,city,1000,",
        "B2,travel,grant,500,");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();

    String after = Shell.run("status", "--warehouse", warehouse, "--format", "csv").good().out();

    assertNotEquals(before, after);
    assertTrue(after.contains("2025/US-TX-fort-worth/budgets.csv"), after);
    assertEquals(
        0,
        Shell.run("status", "--doubts", "--warehouse", warehouse).good().err().indexOf("Note: "));
    assertEquals(
        List.of("n", "2"),
        csv("SELECT SUM(rows_read)::INTEGER AS n FROM reporting WHERE dataset = 'budgets'"));
  }

  @Test
  void eachRunLeavesARecord() throws IOException {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
    try (var runs = Files.list(warehouse.resolve("runs"))) {
      List<Path> records = runs.sorted().toList();
      assertEquals(2, records.size());
      JsonNode record = JSON.readTree(records.get(0).toFile());
      assertEquals("ingest", record.get("command").asText());
      assertEquals(0, record.get("exit_code").asInt());
      assertTrue(record.get("seconds").has("ingest"));
    }
  }

  /** As spark-submit does, from a package of its own. */
  @Test
  void mainCanBeCalledFromOutside() throws NoSuchMethodException {
    assertTrue(Modifier.isPublic(Impact.class.getModifiers()));
    assertTrue(Modifier.isPublic(Impact.class.getMethod("main", String[].class).getModifiers()));
  }

  @Test
  void helpNamesOnlyFinishedCommands() {
    String help = Shell.run("--help").good().out();
    for (String unfinished : List.of("explore")) {
      assertFalse(help.contains("  " + unfinished + " "), help);
    }
    for (String command :
        List.of(
            "demo",
            "check-page",
            "check",
            "ingest",
            "transform",
            "report",
            "run",
            "status",
            "trace",
            "sql",
            "template",
            "match",
            "tables",
            "publish",
            "rebuild",
            "release",
            "diff",
            "editions",
            "withdraw",
            "forget",
            "explain",
            "doctor")) {
      assertTrue(help.contains("  " + command + " "), help);
    }
  }

  private static void assertOneLine(Said said, String line) {
    assertEquals(line + "\n", said.err());
    assertEquals("", said.out());
    assertEquals(2, said.code());
  }

  private List<String> csv(String sql) throws IOException {
    return Shell.run("sql", "--warehouse", warehouse, "--format", "csv", sql)
        .good()
        .out()
        .lines()
        .toList();
  }

  private String header(String table) throws IOException {
    return csv("SELECT * FROM " + table + " LIMIT 0").get(0);
  }

  private Path copyOfSql() throws IOException {
    Path source = ImpactCommand.home().resolve("sql");
    Path copy = folder.resolve("sql");
    try (var tree = Files.walk(source)) {
      for (Path path : tree.toList()) {
        Path target = copy.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return copy;
  }
}
