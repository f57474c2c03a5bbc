package org.sistercityimpact.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A person at a terminal: statements with history and completion, results a screen at a time, and
 * Ctrl-C for a statement that takes too long.
 */
final class PersonalTerminal implements SqlShell.Input, Closeable {
  private static final String PROMPT = "impact> ";
  private static final String GOES_ON = "   ...> ";
  private static final List<String> POINTS =
      List.of(".tables", ".describe", ".mode", ".quit", ".help");
  private static final List<String> WORDS =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "JOIN",
          "LEFT JOIN",
          "ON",
          "LIMIT",
          "DESC",
          "DISTINCT",
          "COUNT(",
          "SUM(",
          "AVG(",
          "MIN(",
          "MAX(",
          "WITH",
          "AND",
          "OR",
          "NOT",
          "NULL",
          "IS",
          "IN",
          "LIKE",
          "BETWEEN",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "UNION ALL",
          "DESCRIBE");

  private final Terminal terminal;
  private final SqlShell.Answers answers;
  private final LineReader reader;

  /**
   * A person at any terminal.
   *
   * @param history where what was typed is kept; null: nowhere
   */
  PersonalTerminal(Terminal terminal, SqlShell.Answers answers, Path history) {
    this.terminal = terminal;
    this.answers = answers;
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(new WholeStatements())
            .completer((typed, line, candidates) -> complete(line, candidates))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, GOES_ON)
            // A ! is a sign like any other.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true);
    reader =
        (history == null ? builder : builder.variable(LineReader.HISTORY_FILE, history)).build();
    terminal.handle(Terminal.Signal.INT, signal -> answers.stop());
  }

  /** The person who started this process. */
  static PersonalTerminal ofProcess(SqlShell.Answers answers) throws IOException {
    // By the program stty: libraries of machine code would be unpacked into the temporary folder.
    Terminal terminal =
        TerminalBuilder.builder().system(true).exec(true).jni(false).ffm(false).dumb(true).build();
    return new PersonalTerminal(terminal, answers, history());
  }

  /** A file that only the person reads: statements may hold names. */
  private static Path history() {
    String home = System.getenv("HOME");
    Path file = Path.of(home == null ? System.getProperty("user.home") : home, ".impact_history");
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Files.isWritable(file) ? file : null;
    } catch (IOException | UnsupportedOperationException e) {
      return null;
    }
  }

  @Override
  public String next() {
    while (true) {
      try {
        String typed = reader.readLine(PROMPT);
        if (!typed.isBlank()) {
          return typed.strip();
        }
      } catch (UserInterruptException dropped) {
        // Ctrl-C on a line begins a new one.
      } catch (EndOfFileException end) {
        return null;
      }
    }
  }

  /** Letters in a line. */
  int width() {
    return terminal.getColumns();
  }

  /** Where a result goes that may be longer than the screen. */
  Pager pager(OutputStream screen) {
    String chosen = System.getenv("PAGER");
    List<String> command =
        chosen == null || chosen.isBlank()
            ? List.of("less", "-S", "-F", "-X")
            : List.of(chosen.strip().split("\\s+"));
    int height = terminal.getRows() - 3;
    return new Pager(screen, height > 0 ? height : Integer.MAX_VALUE, command);
  }

  /** What may stand where the cursor is: a table, a column of the tables named, or a word. */
  private void complete(ParsedLine line, List<Candidate> candidates) {
    String all = line.line().strip().toLowerCase(Locale.ROOT);
    var columns = answers.columns();
    Stream<String> fitting;
    if (all.startsWith(".mode")) {
      fitting = Stream.of("table", "csv", "json");
    } else if (all.startsWith(".describe")) {
      fitting = columns.keySet().stream();
    } else if (all.startsWith(".")) {
      fitting = POINTS.stream();
    } else {
      List<String> named =
          columns.keySet().stream().filter(t -> all.matches("(?s).*\\b" + t + "\\b.*")).toList();
      Stream<String> ofTables =
          (named.isEmpty() ? columns.keySet() : named)
              .stream().flatMap(t -> columns.get(t).stream());
      boolean lower = !line.word().isEmpty() && Character.isLowerCase(line.word().charAt(0));
      fitting =
          Stream.of(
                  ofTables,
                  columns.keySet().stream(),
                  WORDS.stream().map(w -> lower ? w.toLowerCase(Locale.ROOT) : w))
              .flatMap(s -> s);
    }
    fitting
        .distinct()
        .forEach(
            word ->
                candidates.add(
                    new Candidate(word, word, null, null, null, null, !word.endsWith("("))));
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }

  /** A statement goes on until a line ends with ;. Its words are names; nothing is escaped. */
  private static final class WholeStatements extends DefaultParser {
    WholeStatements() {
      setEscapeChars(new char[0]);
      setQuoteChars(new char[0]);
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      boolean whole = line.isBlank() || line.startsWith(".") || line.stripTrailing().endsWith(";");
      if (context == ParseContext.ACCEPT_LINE && !whole) {
        throw new EOFError(-1, -1, "The statement goes on", "");
      }
      return super.parse(line, cursor, context);
    }

    @Override
    public boolean isDelimiterChar(CharSequence typed, int at) {
      char c = typed.charAt(at);
      return !Character.isLetterOrDigit(c) && c != '_' && !(c == '.' && at == 0);
    }
  }
}
