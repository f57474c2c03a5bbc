package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.UntrustedSql;

/** What a person meets who types statements. */
class PersonalTerminalTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final StringBuilder asked = new StringBuilder();
  private int stops;

  private final SqlShell.Answers answers =
      new SqlShell.Answers() {
        @Override
        public void follow() {}

        @Override
        public void print(String statement, Console results) {
          asked.append(statement).append('|');
          if (statement.startsWith("bad")) {
            throw new ConfigurationException("Cannot run 'bad'");
          }
          results.print("answer in " + results.lineWidth());
        }

        @Override
        public void stop() {
          stops++;
        }

        @Override
        public Map<String, List<String>> columns() {
          return Map.of("members", List.of("member_id", "name"), "levels", List.of("depth"));
        }

        @Override
        public void as(ResultFormat format) {
          asked.append(format).append('|');
        }
      };

  private Terminal terminal(String typed) throws IOException {
    return TerminalBuilder.builder()
        .system(false)
        .type("ansi")
        .streams(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            OutputStream.nullOutputStream())
        .size(org.jline.terminal.Size.of(100, 30))
        .build();
  }

  private PersonalTerminal person(String typed) throws IOException {
    return new PersonalTerminal(terminal(typed), answers, null);
  }

  private String shell(String typed) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = new Console(screen, err, false);
    try (PersonalTerminal person = person(typed)) {
      assertEquals(ExitCode.GOOD, new SqlShell(console, answers).run(person));
    }
    console.err().flush();
    return screen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aStatementGoesOnUntilALineEndsIt() throws IOException {
    try (PersonalTerminal person = person("select 1,\r'a\\b\"' ;\r\r.tables\rlast")) {
      assertEquals("select 1,\n'a\\b\"' ;", person.next());
      assertEquals(".tables", person.next());
      assertNull(person.next());
    }
  }

  @Test
  void theShellGoesOnPastAMistakeAndKnowsTheWidth() throws IOException {
    assertEquals(
        "answer in 100\nanswer in 100\n", shell("one;\rbad;\r.mode csv\rtwo;\r.quit\rthree;\r"));
    assertEquals("one|bad|CSV|two|", asked.toString());
  }

  @Test
  void completesTablesColumnsOfThoseNamedAndWords() throws IOException {
    try (PersonalTerminal person =
        person("select dep\tfrom lev\t;\r.descr\tlev\t\rselect * fr\tmembers where na\t= 1;\r")) {
      assertEquals("select depth from levels ;", person.next());
      assertEquals(".describe levels", person.next());
      assertEquals("select * from members where name = 1;", person.next());
    }
  }

  @Test
  void keepsWhatWasTypedForTheNextTime() throws IOException {
    Path history = folder.resolve("history");
    try (PersonalTerminal person =
        new PersonalTerminal(terminal("select 7;\r"), answers, history)) {
      person.next();
    }
    assertTrue(Files.readString(history).contains("select 7;"));
    // The up arrow.
    try (PersonalTerminal person = new PersonalTerminal(terminal("\u001b[A\r"), answers, history)) {
      assertEquals("select 7;", person.next());
    }
  }

  @Test
  void aSignalStopsWhatRuns() throws IOException {
    Terminal terminal = terminal("");
    try (PersonalTerminal person = new PersonalTerminal(terminal, answers, null)) {
      terminal.raise(Terminal.Signal.INT);
      assertEquals(1, stops);
    }
  }

  private String paged(int lines, String... command) throws IOException {
    screen.reset();
    try (Pager pager = new Pager(screen, 3, List.of(command))) {
      PrintStream out = new PrintStream(pager, true, StandardCharsets.UTF_8);
      for (int i = 1; i <= lines; i++) {
        out.println("line " + i);
      }
    }
    return screen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void onlyWhatIsLongerThanTheScreenGoesThroughThePager() throws IOException {
    Path seen = folder.resolve("seen");
    String[] pager = {"sh", "-c", "cat > '" + seen + "'"};
    assertEquals("line 1\nline 2\nline 3\n", paged(3, pager));
    assertTrue(Files.notExists(seen));
    assertEquals("", paged(4, pager));
    assertEquals("line 1\nline 2\nline 3\nline 4\n", Files.readString(seen));
  }

  @Test
  void whoLeavesThePagerEarlyHasSeenEnough() throws IOException {
    assertEquals("", paged(100_000, "sh", "-c", "exit 0"));
  }

  @Test
  void printsAllWhereThereIsNoPager() throws IOException {
    assertEquals("line 1\nline 2\nline 3\nline 4\n", paged(4, "no-such-pager-anywhere"));
  }

  @Test
  void aTableKeepsToTheLineAndCutsNoNumber() {
    TextTable table = new TextTable("name", "amount", "text").alignRight(1).within(40);
    table.add("Fort Worth and the county around it", "12345678901234.56", "short");
    assertEquals("Fort Worth an…  12345678901234.56  short", table.lines().toList().get(2));
    assertTrue(table.lines().allMatch(line -> line.length() <= 40));
    assertEquals(
        "Fort Worth and the county around it  short",
        new TextTable("name", "text")
            .within(0)
            .add("Fort Worth and the county around it", "short")
            .lines()
            .toList()
            .get(2));
  }

  @Test
  void whatIsStoppedIsToldAndTheNextStatementRuns() throws Exception {
    try (DuckDb engine = DuckDb.open(null, "1GB");
        UntrustedSql sql = new UntrustedSql(engine, 60, 1_000, null, line -> {})) {
      String endless = "SELECT COUNT(*) FROM range(100000000000) a, range(100) b";
      CompletableFuture<Void> asked =
          CompletableFuture.runAsync(
              () -> {
                try {
                  sql.read(endless, (columns, rows) -> rows.next());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      while (!asked.isDone()) {
        sql.stop();
        Thread.sleep(50);
      }
      assertEquals(
          "Stopped statement '%s'".formatted(endless),
          assertThrows(ExecutionException.class, asked::get).getCause().getMessage());
      sql.read("SELECT 7", (columns, rows) -> assertEquals(7L, rows.next()[0]));
    }
  }
}
