package org.sistercityimpact.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sistercityimpact.warehouse.ConfigurationException;

/** Statements one after the other, typed, piped in or from a file; one that fails ends none. */
final class SqlShell {
  /** Who answers them. */
  interface Answers {
    /** Takes note of what changed since the last statement. */
    void follow() throws IOException;

    /** Prints the result of one statement; throws what is wrong with it. */
    void print(String statement, Console results) throws IOException;

    /** Has the statement that runs end, from another thread. */
    void stop();

    /** The names of the columns, by table. */
    Map<String, List<String>> columns();

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
          ".quit              leave, as Ctrl-D does",
          ".help              this",
          "SELECT ... ;       a statement, on as many lines as it likes");

  private final Console console;
  private final Answers answers;

  /** Null: nobody sits there. */
  private PersonalTerminal terminal;

  SqlShell(Console console, Answers answers) {
    this.console = console;
    this.answers = answers;
  }

  /** Where statements come from. */
  interface Input {
    /** The next line, or lines that belong together; null: the end. */
    String next() throws IOException;
  }

  /** Answers what is typed or piped in until it ends; returns the exit code. */
  int run() throws IOException {
    if (Console.isPersonal()) {
      try (PersonalTerminal terminal = PersonalTerminal.ofProcess(answers)) {
        return run(terminal);
      }
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return run(in::readLine);
  }

  /** Answers a person, whose mistakes are no failure of the command. */
  int run(PersonalTerminal terminal) throws IOException {
    console.say(
        "SQL over the warehouse. End a statement with ;. Tab completes names, Ctrl-C stops a statement, '.help' tells what else there is; leave with .quit or Ctrl-D.");
    this.terminal = terminal;
    run((Input) terminal);
    return ExitCode.GOOD;
  }

  private int run(Input in) throws IOException {
    int worst = ExitCode.GOOD;
    StringBuilder pending = new StringBuilder();
    String line;
    while ((line = in.next()) != null) {
      if (pending.isEmpty() && line.startsWith(".")) {
        String[] words = line.strip().split("\\s+", 2);
        if (words[0].equals(".quit")) {
          return worst;
        }
        worst = Math.max(worst, dot(words));
        continue;
      }
      pending.append(line).append('\n');
      if (line.stripTrailing().endsWith(";")) {
        worst = Math.max(worst, all(pending.toString()));
        pending.setLength(0);
      }
    }
    return pending.toString().isBlank() ? worst : Math.max(worst, all(pending.toString()));
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
        if (terminal == null) {
          answers.print(text, console);
        } else {
          try (Pager pager = terminal.pager(console.out())) {
            Console results = console.over(pager, terminal.width());
            answers.print(text, results);
            results.out().flush();
          }
        }
      } catch (ConfigurationException e) {
        console.fail(e.getMessage());
        worst = ExitCode.CONFIGURATION;
      }
      console.out().flush();
    }
    return worst;
  }
}
