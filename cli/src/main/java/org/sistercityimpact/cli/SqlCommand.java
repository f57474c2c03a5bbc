package org.sistercityimpact.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sistercityimpact.release.Edition;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sql",
    description =
        "Query the warehouse with SQL: every model is a table. Without a statement: a shell.",
    footer = {
      "",
      "Example:  impact sql \"SELECT * FROM metrics WHERE level = 'network' AND data_year = 2025\"",
      "Tables:   impact sql \"SELECT table_name FROM information_schema.tables\""
    })
final class SqlCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin EditionOption edition;

  @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "One SQL statement.")
  String statement;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (default), csv (header, full precision, empty for null) or json.")
  ResultFormat format;

  @Override
  public Integer call() throws IOException {
    ResultFormat chosen = json ? ResultFormat.JSON : format == null ? ResultFormat.TABLE : format;
    Warehouse store =
        edition.in(warehouse.folder).map(Edition::warehouse).orElseGet(warehouse::open);
    try (DuckDb engine = openEngine(store)) {
      if (statement != null) {
        print(engine, one(statement), chosen);
        return ExitCode.GOOD;
      }
      return shell(engine, chosen);
    }
  }

  private static String one(String text) {
    List<String> statements = Statements.of(text);
    if (statements.size() != 1) {
      throw new ConfigurationException(
          "Cannot run statement '%s': it is %s (write one statement in quotes, or send several to the shell)"
              .formatted(
                  brief(text.strip()),
                  statements.isEmpty() ? "empty" : statements.size() + " statements"));
    }
    return statements.get(0);
  }

  private static String brief(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  private void print(DuckDb engine, String text, ResultFormat chosen) throws IOException {
    try {
      Rows rows = engine.read(text);
      if (!rows.columns().isEmpty() || chosen == ResultFormat.JSON) {
        chosen.print(rows, console);
      }
    } catch (ConfigurationException e) {
      throw new ConfigurationException(
          "Cannot run statement '%s': %s (SELECT table_name FROM information_schema.tables lists the tables)"
              .formatted(brief(text), e.getMessage()),
          e);
    }
  }

  private int shell(DuckDb engine, ResultFormat chosen) throws IOException {
    boolean person = System.console() != null;
    int worst = ExitCode.GOOD;
    if (person) {
      console.say(
          "SQL over the warehouse. End a statement with ; and leave with an empty line or Ctrl-D.");
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder pending = new StringBuilder();
    while (true) {
      if (person) {
        console.out().print(pending.isEmpty() ? "impact> " : "   ...> ");
        console.out().flush();
      }
      String line = in.readLine();
      if (line == null || (person && line.isBlank() && pending.isEmpty())) {
        break;
      }
      pending.append(line).append('\n');
      if (line.stripTrailing().endsWith(";")) {
        worst = Math.max(worst, tryPrint(engine, pending.toString(), chosen));
        pending.setLength(0);
      }
    }
    if (!pending.toString().isBlank()) {
      worst = Math.max(worst, tryPrint(engine, pending.toString(), chosen));
    }
    return person ? ExitCode.GOOD : worst;
  }

  private int tryPrint(DuckDb engine, String sql, ResultFormat chosen) throws IOException {
    int worst = ExitCode.GOOD;
    for (String text : Statements.of(sql)) {
      try {
        print(engine, text, chosen);
      } catch (ConfigurationException e) {
        console.fail(e.getMessage());
        worst = ExitCode.CONFIGURATION;
      }
      console.out().flush();
    }
    return worst;
  }
}
