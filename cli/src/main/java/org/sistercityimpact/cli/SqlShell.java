package org.sistercityimpact.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.sistercityimpact.warehouse.ConfigurationException;

/** Statements one after the other, typed, piped in or from a file; one that fails ends none. */
final class SqlShell {
  /** Who answers them. */
  interface Answers {
    /** Takes note of what changed since the last statement. */
    void follow() throws IOException;

    /** Prints the result of one statement; throws what is wrong with it. */
    void print(String statement) throws IOException;

    /** Prints in that format from here on. */
    void as(ResultFormat format);
  }

  private static final String TABLES_HERE =
      "SELECT table_name FROM information_schema.tables ORDER BY table_name";

  private static final List<String> HELP =
      List.of(
          ".tables            the tables",
          ".describe TABLE    its columns",
          ".mode FORMAT       table, csv or json",
          ".help              this",
          "SELECT ... ;       a statement, on as many lines as it likes");

  private final Console console;
  private final Answers answers;

  SqlShell(Console console, Answers answers) {
    this.console = console;
    this.answers = answers;
  }

  /** Answers what is typed or piped in until it ends; returns the exit code. */
  int run() throws IOException {
    boolean person = System.console() != null;
    int worst = ExitCode.GOOD;
    if (person) {
      console.say(
          "SQL over the warehouse. End a statement with ;. '.help' tells what else there is; leave with an empty line or Ctrl-D.");
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
      if (pending.isEmpty() && line.startsWith(".")) {
        worst = Math.max(worst, dot(line.strip().split("\\s+", 2)));
        continue;
      }
      pending.append(line).append('\n');
      if (line.stripTrailing().endsWith(";")) {
        worst = Math.max(worst, all(pending.toString()));
        pending.setLength(0);
      }
    }
    if (!pending.toString().isBlank()) {
      worst = Math.max(worst, all(pending.toString()));
    }
    return person ? ExitCode.GOOD : worst;
  }

  /** What begins with a point asks the shell, and not the tables. */
  private int dot(String[] words) throws IOException {
    String about = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case ".tables" -> {
        return all(TABLES_HERE);
      }
      case ".describe" -> {
        return all(
            about.isEmpty()
                ? "DESCRIBE metrics"
                : "DESCRIBE \"%s\"".formatted(about.replace("\"", "")));
      }
      case ".mode" -> {
        try {
          answers.as(
              ResultFormat.onScreen(false, ResultFormat.valueOf(about.toUpperCase(Locale.ROOT))));
          return ExitCode.GOOD;
        } catch (IllegalArgumentException unknown) {
          console.fail(
              "Cannot print as '%s': there is no such format (choose table, csv or json)"
                  .formatted(about));
        } catch (ConfigurationException e) {
          console.fail(e.getMessage());
        }
      }
      case ".help" -> {
        HELP.forEach(console::print);
        console.out().flush();
        return ExitCode.GOOD;
      }
      default ->
          console.fail(
              "Cannot run '%s': the shell has no such command ('.help' lists all)"
                  .formatted(words[0]));
    }
    return ExitCode.CONFIGURATION;
  }

  /** Answers statements that are apart by ;, past those that fail; returns the exit code. */
  int all(String statements) throws IOException {
    int worst = ExitCode.GOOD;
    answers.follow();
    for (String text : Statements.of(statements)) {
      try {
        answers.print(text);
      } catch (ConfigurationException e) {
        console.fail(e.getMessage());
        worst = ExitCode.CONFIGURATION;
      }
      console.out().flush();
    }
    return worst;
  }
}
