package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.cli.Shell.Said;

/** What of a file's name or a cell reaches the terminal of the one who looks. */
class VisibleControlsTest {
  /** Clears the screen, sets a title, rings, goes back, turns the direction, ends the line. */
  private static final String HOSTILE =
      "a\u001b[2J\u001b]0;t\u0007\b\u009b31m\u007f\u202egnp\u2066\u200f\u061c\u2028b";

  private static final String SHOWN =
      "a\\u001b[2J\\u001b]0;t\\u0007\\u0008\\u009b31m\\u007f\\u202egnp\\u2066\\u200f\\u061c\\u2028b";

  @TempDir Path folder;

  @Test
  void showsWhatSteersAndLeavesEveryScript() throws IOException {
    assertEquals(SHOWN, written(HOSTILE));
    assertEquals("over\\u000dwritten", written("over\rwritten"));
    assertEquals("end\\u000d", written("end\r"));
    for (String text :
        List.of("", "Zürich\t東京\n", "عربي עברית", "🏴󠁧󠁢󠁥󠁮󠁧󠁿 👩‍🌾", "line\r\nline", "ﷺ…—’")) {
      assertEquals(text, written(text));
      assertEquals(text.replace("\r\n", "\\u000d\\u000a").replace("\n", "\\u000a"), oneLine(text));
    }
  }

  private static String oneLine(String text) {
    return VisibleControls.in(text);
  }

  /** Written at once, and byte by byte, which must be the same. */
  private static String written(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (VisibleControls out = new VisibleControls(whole)) {
      out.write(bytes);
    }
    ByteArrayOutputStream pieces = new ByteArrayOutputStream();
    try (VisibleControls out = new VisibleControls(pieces)) {
      for (byte each : bytes) {
        out.write(each);
      }
    }
    assertEquals(whole.toString(StandardCharsets.UTF_8), pieces.toString(StandardCharsets.UTF_8));
    return whole.toString(StandardCharsets.UTF_8);
  }

  /** A statement that gives the hostile text without holding it. */
  private static String select(String alias) {
    StringBuilder sql = new StringBuilder("SELECT ''");
    HOSTILE.chars().forEach(c -> sql.append(" || chr(").append(c).append(')'));
    return sql + " AS " + alias;
  }

  private Path warehouse() {
    Path warehouse = folder.resolve("warehouse");
    Path inbox = Shell.smallInbox(folder.resolve("in"));
    Shell.write(inbox, "2025/US-TX-fort-worth/events.csv", "nothing to report");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    return warehouse;
  }

  private static Said sql(Path warehouse, String statement, String format) {
    return Shell.run("sql", "--warehouse", warehouse, "--format", format, statement);
  }

  @Test
  void theAnswersOfSqlSteerNothing() throws IOException {
    Path warehouse = warehouse();
    String cell = "v\n" + "─".repeat(60) + "\n" + SHOWN.substring(0, 59) + "…\n(1 row)\n";
    assertEquals(cell, sql(warehouse, select("v"), "table").good().out());
    assertEquals("v\n" + SHOWN + "\n", sql(warehouse, select("v"), "csv").good().out());
    Said json = sql(warehouse, select("v"), "json").good();
    harmless(json);
    assertEquals(
        HOSTILE, new ObjectMapper().readTree(json.out()).get(0).get("v").asText(), json.out());
    Said error = sql(warehouse, select("v").replace("'' ||", "(1/0)::INT || error(") + ")", "csv");
    assertEquals(2, error.code());
    harmless(error);
    harmless(sql(warehouse, "SELECT 1 AS \"" + HOSTILE + "\"", "table").good());
    harmless(sql(warehouse, "SELECT nothing_" + HOSTILE, "table"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u001b[31m.csv", "a\u202evsc.exe", "a\nIngest: all good.csv", "a\u009b1m"})
  void fileNamesSteerNothing(String name) {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(inbox, "2025/US-TX-fort-worth/" + name, "a,b", "\u001b[1m,2");
    Path warehouse = folder.resolve("warehouse");
    String shown = VisibleControls.in(name);
    for (Said said :
        List.of(
            Shell.run("ingest", inbox, "--warehouse", warehouse),
            Shell.run(
                "run",
                inbox,
                "--warehouse",
                warehouse,
                "--year",
                2025,
                "--out",
                folder.resolve("out")),
            Shell.run("check", inbox.resolve("2025/US-TX-fort-worth").resolve(name)),
            Shell.run("sql", "--warehouse", warehouse, "SELECT file FROM submissions"),
            Shell.run("sql", "--warehouse", warehouse, "SELECT file FROM problems"),
            Shell.run("status", "--" + name))) {
      harmless(said);
    }
    for (Said said :
        List.of(
            Shell.run("ingest", folder.resolve(name)),
            Shell.run("explain", name),
            Shell.run(name),
            Shell.run("status", "--warehouse", folder.resolve(name), "--debug"))) {
      harmless(said);
      assertTrue(said.err().contains(shown), said.err());
    }
  }

  private static void harmless(Said said) {
    String all = said.out() + said.err();
    assertTrue(
        all.codePoints()
            .noneMatch(
                c ->
                    Character.isISOControl(c) && c != '\n' && c != '\t'
                        || c == 0x202e
                        || c == 0x200f
                        || c == 0x61c
                        || c == 0x2028
                        || c == 0x2066),
        all);
    assertTrue(all.lines().noneMatch("Ingest: all good.csv"::equals), all);
  }

  @Test
  void csvGivesASpreadsheetNoFormulaAndKeepsNumbers() throws IOException {
    Path warehouse = warehouse();
    String statement =
        "SELECT -5 AS n, -0.50 AS d, -2e0::DOUBLE AS f, DATE '2025-03-09' AS day, v AS \"=v\" FROM (VALUES"
            + " ('=1+1'), ('+1'), ('-1'), ('-1+2'), ('@x'), (chr(9) || 'x'), (chr(13) || 'x'), ('  =1'),"
            + " (chr(65279) || '=1'), (chr(8203) || '@x'), ('＝1'), ('＠x'), ('Trier'), ('a=1')) AS t(v)";
    String csv = sql(warehouse, statement, "csv").good().out();
    try (var records = CSVFormat.RFC4180.parse(new StringReader(csv))) {
      assertEquals(
          List.of(
              "'=v",
              "'=1+1",
              "+1",
              "-1",
              "'-1+2",
              "'@x",
              "'\tx",
              "'\\u000dx",
              "'  =1",
              "'\ufeff=1",
              "'\u200b@x",
              "'＝1",
              "'＠x",
              "Trier",
              "a=1"),
          records.stream().map(row -> row.get(4)).toList());
    }
    assertTrue(csv.startsWith("n,d,f,day,'=v\n-5,-0.50,-2.0,2025-03-09,'=1+1\n"), csv);
    assertTrue(sql(warehouse, statement, "json").good().out().contains("\"=v\" : \"=1+1\""));
  }
}
