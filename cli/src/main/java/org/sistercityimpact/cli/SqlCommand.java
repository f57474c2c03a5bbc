package org.sistercityimpact.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.research.ResearchRelease;
import org.sistercityimpact.transform.Dictionary;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.ParsedSql;
import org.sistercityimpact.warehouse.UntrustedSql;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sql",
    description =
        "Query the warehouse with SQL: every model is a table. Without a statement: a shell. A statement reads the tables, and nothing else of this machine; it changes nothing.",
    footer = {
      "",
      "Example:  impact sql \"SELECT * FROM metrics WHERE level = 'network' AND data_year = 2025\"",
      "Tables:   impact tables, impact tables metrics; or impact sql \"SELECT * FROM dictionary_columns\""
    })
final class SqlCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin EditionOption edition;

  @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "One SQL statement.")
  String statement;

  @Option(
      names = "--file",
      paramLabel = "FILE.sql",
      description = "Read the statements from a file, apart by ;.")
  Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table (default), csv (header, full precision, empty for null) or json; parquet and xlsx into a file.")
  ResultFormat format;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description =
          "Write the result into a file, by its ending .csv, .json, .parquet, .xlsx or as a table.")
  Path out;

  @Option(
      names = "--max-width",
      paramLabel = "LETTERS",
      defaultValue = "" + TextTable.WIDEST,
      description = "Cut the cells of a table after so many (default: ${DEFAULT-VALUE}); 0: never.")
  int maxWidth;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long a statement may run (default: ${DEFAULT-VALUE}).")
  int timeLimit;

  @Option(
      names = "--long",
      description = "Take a statement of up to 100,000 characters (without it: 20,000).")
  boolean longStatement;

  @Option(
      names = "--release",
      paramLabel = "DIR",
      description = "Query a research release, a folder that 'impact release' made.")
  Path release;

  @Option(
      names = "--published",
      description =
          "Only the tables that may leave the office; metrics then are the published ones.")
  boolean published;

  private ResultFormat chosen;
  private State state;

  @Override
  public Integer call() throws IOException {
    if (timeLimit < 1) {
      throw new ConfigurationException(
          "Cannot use time limit '%d': a statement needs some time (write whole seconds, 1 or more)"
              .formatted(timeLimit));
    }
    if (file != null && statement != null) {
      throw new ConfigurationException(
          "Cannot run a statement and '%s': both were given (leave one out)".formatted(file));
    }
    String statements = file == null ? null : statements(file);
    if (release != null && (published || edition.isGiven())) {
      throw new ConfigurationException(
          "Cannot query release '%s' with --edition or --published: a release is one edition's published tables (leave them out)"
              .formatted(release));
    }
    if (maxWidth < 0) {
      throw new ConfigurationException(
          "Cannot cut cells after '%d' letters: that is less than none (write 1 or more, or 0 for never)"
              .formatted(maxWidth));
    }
    console.cutCells(maxWidth);
    if (out != null) {
      return write(oneStatement(statements));
    }
    chosen = ResultFormat.onScreen(json, format);
    state = new State(statement, null);
    SqlShell.Answers answers = new InTurn();
    try {
      if (statement != null) {
        print(statement, console);
        return ExitCode.GOOD;
      }
      if (statements != null) {
        return new SqlShell(console, answers).all(statements);
      }
      return new SqlShell(console, answers).run();
    } finally {
      state.close();
    }
  }

  private static String statements(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read statements '%s': %s (name a readable UTF-8 text)"
              .formatted(file, Warehouse.reason(e)),
          e);
    }
  }

  private String oneStatement(String statements) {
    List<String> given =
        Statements.of(statement != null ? statement : statements != null ? statements : "");
    if (given.size() != 1) {
      throw new ConfigurationException(
          "Cannot write file '%s': it takes the result of one statement, and %s given (write one in quotes, or in the file of --file)"
              .formatted(out, given.isEmpty() ? "none was" : given.size() + " were"));
    }
    return given.get(0);
  }

  /** What makes a table that the warehouse lacks and the program knows. */
  private Optional<String> howToHave(String table) {
    return Dictionary.of(SqlFolder.open(sql())).tables().stream()
        .filter(known -> known.name().equalsIgnoreCase(table))
        .findFirst()
        .map(
            known ->
                published && known.zone().equals("protected")
                    ? "it stays in the office: ask without --published"
                    : table.startsWith("raw_")
                        ? "run 'impact ingest' first, which makes it"
                        : "run 'impact transform' first, which makes it");
  }

  /** Whole or not at all: a file that was there stays as it is until the result is complete. */
  private int write(String text) throws IOException {
    chosen = json ? ResultFormat.JSON : format == null ? ResultFormat.of(out) : format;
    Path folder = Files.createTempDirectory("impact-result");
    Path whole = folder.resolve("result");
    state = new State(text, chosen == ResultFormat.PARQUET ? whole : null);
    try {
      if (chosen == ResultFormat.PARQUET) {
        state.sql.save(
            text,
            state.whatIf == null
                ? ""
                : ", %s AS %s".formatted(DuckDb.literal(state.whatIf), ResultFormat.WHAT_IF));
      } else {
        state.sql.read(
            text, (columns, rows) -> chosen.write(columns, rows, state.whatIf, whole, console));
      }
      place(whole);
      remark(ParsedSql.of(text));
      return ExitCode.GOOD;
    } finally {
      state.close();
      Files.deleteIfExists(whole);
      Files.delete(folder);
    }
  }

  private void place(Path whole) {
    try {
      Files.move(whole, out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write file '%s': %s (choose a folder with space that you may write to)"
              .formatted(out, Warehouse.reason(e)),
          e);
    }
  }

  /** The tables of one state of a warehouse, edition or release, and the engine that reads them. */
  private final class State implements Closeable {
    private final Warehouse store;
    private final String whatIf;
    private final String citation;
    private final DuckDb engine;
    private final UntrustedSql sql;

    /**
     * @param asked the only statement; null: any
     * @param result the file that the engine may write; null: none
     */
    State(String asked, Path result) {
      if (release != null) {
        store = null;
        whatIf = null;
        engine = DuckDb.open(null, "2GB");
        ResearchRelease.tables(release)
            .forEach((table, file) -> engine.expose(table, List.of(file)));
        citation = ResearchRelease.citation(release);
      } else {
        Optional<Edition> frozen = edition.in(warehouse.folder, console);
        store = frozen.map(Edition::warehouse).orElseGet(warehouse::open);
        whatIf = WhatIfOption.mark(store);
        citation = frozen.map(Edition::citation).orElse(null);
        engine = published ? published(store) : openLive(store);
        if (asked == null || asked.toLowerCase(Locale.ROOT).contains("dictionary_")) {
          Dictionary.of(SqlFolder.open(frozen.map(Edition::sql).orElseGet(SqlCommand.this::sql)))
              .expose(engine);
        }
      }
      sql = new UntrustedSql(engine, timeLimit, longest(), result, SqlCommand.this::end);
      if (store != null && citation == null) {
        sql.whereMissing(SqlCommand.this::howToHave);
      }
    }

    /** What may leave the office; the figures under the name that they have in a release. */
    private static DuckDb published(Warehouse store) {
      DuckDb engine = store.openTables(Zone.TABLES);
      if (!store.manifest().files("published_metrics").isEmpty()) {
        engine.exposeSelect("metrics", "SELECT * FROM published_metrics");
      }
      return engine;
    }

    /** The tables of a statement that stay in the office, by name. */
    private List<String> confidential(ParsedSql asked) {
      return store == null || published
          ? List.of()
          : asked.tables().stream()
              .filter(table -> store.manifest().isIn(Zone.PROTECTED, table))
              .sorted()
              .toList();
    }

    /** The names of the columns, by table. */
    private Map<String, List<String>> columns() {
      Map<String, List<String>> columns = new TreeMap<>();
      engine
          .read(
              "SELECT table_name, column_name FROM information_schema.columns ORDER BY ordinal_position")
          .values()
          .forEach(
              row ->
                  columns
                      .computeIfAbsent((String) row[0], t -> new ArrayList<>())
                      .add((String) row[1]));
      return columns;
    }

    @Override
    public void close() throws IOException {
      try (store;
          engine) {
        sql.close();
      }
    }
  }

  /**
   * A shell that stays open for days answers from the tables of today, and says when they change.
   */
  private void followTheWarehouse() throws IOException {
    if (state.store != null && state.store.isOutdated()) {
      state.close();
      state = new State(null, null);
      console.say("The warehouse was written to: from here on its newest state is read.");
    }
  }

  /** One statement after the other, as a shell or a file asks them. */
  private final class InTurn implements SqlShell.Answers {
    @Override
    public void follow() throws IOException {
      followTheWarehouse();
    }

    @Override
    public void print(String text, Console results) throws IOException {
      SqlCommand.this.print(text, results);
    }

    @Override
    public void stop() {
      state.sql.stop();
    }

    @Override
    public Map<String, List<String>> columns() {
      return state.columns();
    }

    @Override
    public void as(ResultFormat format) {
      chosen = format;
    }
  }

  private int longest() {
    return longStatement ? UntrustedSql.UTMOST_LENGTH : UntrustedSql.USUAL_LENGTH;
  }

  private void print(String text, Console results) throws IOException {
    remark(
        state.sql.read(
            text, (columns, rows) -> chosen.print(columns, rows, state.whatIf, results)));
  }

  /** What one must know of a result, beside it. */
  private void remark(ParsedSql asked) {
    List<String> confidential = state.confidential(asked);
    if (!confidential.isEmpty()) {
      console.say(
          "For use in the office only: %s; --published shows what may leave it."
              .formatted(String.join(", ", confidential)));
    }
    if (asked.addsUpLevels()) {
      console.say(
          "Each figure is in metrics at several levels, and this adds them up together: choose one, such as WHERE level = 'member'.");
    }
    if (state.citation != null) {
      console.say("Cite: " + state.citation);
    }
  }

  /** The only way out of what DuckDB cannot interrupt. Nothing that is buffered is written. */
  private void end(String why) {
    console.fail(why);
    Runtime.getRuntime().halt(ExitCode.CONFIGURATION);
  }
}
