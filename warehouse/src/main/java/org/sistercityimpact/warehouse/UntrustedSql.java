package org.sistercityimpact.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL that anybody may have written, over the tables of one engine: it reads those and nothing else
 * of the machine, changes nothing, and ends in time. Whatever it may not do is a {@link
 * ConfigurationException} of one line.
 *
 * <p>There are two walls. DuckDB's parser tells what a statement is before it is run; and DuckDB
 * itself is {@link DuckDb#confine() shut in}, for what the parser does not tell.
 */
public final class UntrustedSql implements AutoCloseable {
  /** Takes the rows of one statement, one after the other; they are there only meanwhile. */
  public interface RowReader {
    /** Reads the rows to their end, or as far as it wants. */
    void read(List<SqlEngine.Column> columns, Iterator<Object[]> rows) throws IOException;
  }

  /**
   * Functions that may stand in place of a table: they make rows of what they are given. Others
   * read files, run text as SQL or write logs, and DuckDB's settings do not stop all of them.
   */
  private static final Set<String> ROW_MAKERS =
      Set.of("range", "generate_series", "unnest", "json_each", "json_tree");

  /** Functions and a view that tell where the tables' files lie; no other does. */
  private static final Set<String> TELL_TALES =
      Set.of("current_setting", "getvariable", "json_serialize_plan", "pg_settings");

  /** Characters of a statement that a person writes. */
  public static final int USUAL_LENGTH = 20_000;

  /** More would keep parser and planner busy, which nothing interrupts. */
  public static final int UTMOST_LENGTH = 100_000;

  /** How long DuckDB may take to notice that it is to stop. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Beyond Java's own; DuckDB's limit is two thirds of it. */
  private static final long MOST_BYTES = 3L << 30;

  private static final Path RESIDENT = Path.of("/proc/self/statm");
  private static final int PAGE_BYTES = 4096;

  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables lists the tables";
  private static final String READ_LESS = "read less: add LIMIT or WHERE, or aggregate";

  /** What fits a fault, by the words in which DuckDB tells it. */
  private static final Map<String, String> ADVICE =
      Map.of(
          "Out of Memory Error", READ_LESS,
          "Referenced column", "DESCRIBE and a table's name list its columns",
          "Function with name", "only DuckDB's own functions can be called",
          "syntax error",
              "look for a misspelled word, or a comma, quote or bracket too few or too many there",
          "Conversion Error", "compare a column with a value of its own type");

  private static final Pattern PLACE =
      Pattern.compile("\\R+LINE (\\d+): (.*)\\R( *)\\^", Pattern.UNICODE_CASE);

  private static final Pattern NO_TABLE = Pattern.compile("Table with name (\\S+) does not exist");

  private static final Pattern WORD =
      Pattern.compile("\\G(?:[\\p{L}\\p{N}_.]+|\"[^\"]*\"|'[^']*'|\\S)");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DuckDb engine;
  private final ParsedSql.Parser parser;
  private final int seconds;
  private final int longest;
  private final Path result;
  private final Consumer<String> end;
  private Function<String, Optional<String>> missing = table -> Optional.empty();
  private volatile Statement running;

  /** Holds the statement that runs to its limits; null: none runs. */
  private volatile Runnable limits;

  private volatile boolean stopped;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(UntrustedSql::daemon);

  /** A thread of its own: asking DuckDB to stop may take as long as the statement. */
  private final ExecutorService stopping = Executors.newSingleThreadExecutor(UntrustedSql::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "limits of a statement");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Confines {@code engine}, whose tables must all be there by now.
   *
   * @param seconds how long a statement may run
   * @param longest how many characters it may have, at most {@link #UTMOST_LENGTH}
   * @param result the one file that {@link #save} may write; null: none
   * @param end prints its line and ends the process: some functions of DuckDB (repeat, levenshtein,
   *     list_sort) can be neither interrupted nor held to a memory limit
   */
  public UntrustedSql(DuckDb engine, int seconds, int longest, Path result, Consumer<String> end) {
    // Who asks for the largest does not mean those that have no value.
    engine.execute("SET default_null_order = 'nulls_last'");
    // The files that it reads stay what they are: their ends are read once.
    engine.execute("SET parquet_metadata_cache = true");
    engine.confine(result);
    parser = new ParsedSql.Parser(engine);
    this.result = result;
    this.engine = engine;
    this.seconds = seconds;
    this.longest = longest;
    this.end = end;
    // One clock for all statements: to set one for each costs as much as to print its rows.
    Future<?> unused = clock.scheduleWithFixedDelay(this::limit, 50, 50, TimeUnit.MILLISECONDS);
  }

  private void limit() {
    Runnable now = limits;
    if (now != null) {
      now.run();
    }
  }

  /**
   * Has somebody say what to do about a table that is not there; without, the tables are listed.
   */
  public void whereMissing(Function<String, Optional<String>> advice) {
    missing = advice;
  }

  /**
   * Runs one statement and hands its rows over, if it reads only. EXPLAIN ANALYZE gives its plan as
   * JSON: only there can the names of files be found.
   *
   * @return what the statement is
   */
  public ParsedSql read(String text, RowReader reader) throws IOException {
    ParsedSql parsed = requireReading(text);
    Matcher explain = ParsedSql.EXPLAIN.matcher(text);
    boolean analyzes =
        explain.lookingAt() && explain.group().toUpperCase(Locale.ROOT).contains("ANALYZE");
    String run =
        analyzes ? "EXPLAIN (ANALYZE, FORMAT json) " + text.substring(explain.end()) : text;
    limited(
        text,
        run,
        statement -> {
          // The result is whole before its first row is printed: an error leaves no half of it.
          try (ResultSet rows = statement.getResultSet()) {
            List<SqlEngine.Column> columns = DuckDb.columns(rows);
            Cursor cursor = new Cursor(text, rows, columns.size());
            reader.read(columns, analyzes ? withoutFiles(cursor) : cursor);
          }
        });
    return parsed;
  }

  /**
   * Runs one SELECT, if it reads only, and writes its rows as Parquet into the file that this was
   * made for, each column with its type.
   *
   * @param text without a semicolon at its end
   * @param more further columns, such as {@code , 'a' AS b}; not from outside
   * @return how many rows
   */
  public long save(String text, String more) throws IOException {
    requireReading(text);
    long[] rows = {0};
    // DuckDB's parser has just found that the text is whole: no bracket of it closes ours.
    String copy =
        "COPY (SELECT *%s FROM (%s\n)) TO %s (FORMAT parquet)"
            .formatted(more, text, DuckDb.literal(result));
    limited(text, copy, statement -> rows[0] = statement.getUpdateCount());
    return rows[0];
  }

  /** What is done with a statement that has run. */
  private interface Ran {
    void with(Statement statement) throws SQLException, IOException;
  }

  /** Has the statement that runs end, from another thread; nothing where none runs. */
  public void stop() {
    Statement statement = running;
    if (statement != null) {
      stopped = true;
      cancel(statement);
    }
  }

  private void limited(String text, String run, Ran ran) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    stopped = false;
    try (Statement statement = engine.connection().createStatement()) {
      running = statement;
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      limits = () -> require(text, statement, deadline, late);
      try {
        makeTables(text, late);
        statement.execute(run);
      } finally {
        limits = null;
      }
      ran.with(statement);
    } catch (SQLException e) {
      throw stopped ? wasStopped(text) : late.get() ? tooLong(text) : failed(text, e);
    } catch (OutOfMemoryError e) {
      throw refused(
          text,
          "its result does not fit in memory",
          READ_LESS + "; --format csv and json print row by row");
    } finally {
      running = null;
    }
  }

  /** What a statement names and nobody has made yet, on its time. */
  private void makeTables(String text, AtomicBoolean late) {
    try {
      engine.offeredIn(text);
    } catch (ConfigurationException e) {
      if (stopped) {
        throw wasStopped(text);
      }
      if (late.get()) {
        throw refused(
            text,
            "the tables that it reads were not made within %d seconds".formatted(seconds),
            "run 'impact transform' first, which stores them; or give it longer with --time-limit");
      }
      throw e;
    }
  }

  private static ConfigurationException wasStopped(String text) {
    return new ConfigurationException("Stopped statement '%s'".formatted(brief(text)));
  }

  /** The one row of an analyzed plan, and in it no name of a file. */
  private static Iterator<Object[]> withoutFiles(Cursor plans) throws IOException {
    Object[] row = plans.next();
    JsonNode plan = JSON.readTree((String) row[1]);
    plan.findParents("Filename(s)").forEach(node -> ((ObjectNode) node).remove("Filename(s)"));
    row[1] = plan.toPrettyString();
    return List.<Object[]>of(row).iterator();
  }

  private void require(String text, Statement statement, long deadline, AtomicBoolean late) {
    requireLittleMemory(text);
    long over = System.nanoTime() - deadline;
    if (over > GRACE_NANOS) {
      end(tooLong(text));
    } else if (over > 0) {
      // Again and again: it may stop the making of one table, and the next begins.
      late.set(true);
      stopping.execute(() -> cancel(statement));
    }
  }

  private void cancel(Statement statement) {
    try {
      statement.cancel();
      // It does not run yet while the tables that it names are made.
      engine.interrupt();
    } catch (SQLException e) {
      // It has just ended; there is nothing to stop.
    }
  }

  /** Ends the process when DuckDB has taken half as much again as its own limit lets it. */
  private void requireLittleMemory(String text) {
    try {
      if (!Files.exists(RESIDENT)) {
        return; // Only Linux tells.
      }
      long pages = Long.parseLong(Files.readString(RESIDENT).split(" ")[1]);
      if (pages * PAGE_BYTES - Runtime.getRuntime().totalMemory() > MOST_BYTES) {
        end(
            refused(
                text, "it was stopped at %d GB of memory".formatted(MOST_BYTES >> 30), READ_LESS));
      }
    } catch (IOException tellsNothingNow) {
      // It is asked again, and a clock that throws stops.
    }
  }

  private void end(ConfigurationException why) {
    end.accept(why.getMessage());
  }

  private ParsedSql requireReading(String text) {
    if (text.length() > longest) {
      throw refused(
          text,
          "it has %,d characters, and %,d are the most".formatted(text.length(), longest),
          longest < UTMOST_LENGTH
              ? "write it shorter, or allow %,d with --long".formatted(UTMOST_LENGTH)
              : "write it shorter");
    }
    ParsedSql parsed = parse(text);
    if (parsed.isOther()) {
      throw refused(
          text,
          "it does more than read",
          "write SELECT, WITH, FROM, VALUES, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN; a result becomes a file with -o FILE");
    }
    if (parsed.error() != null) {
      throw failed(text, parsed.error());
    }
    int statements = parsed.tree().path("statements").size();
    if (statements != 1) {
      throw refused(
          text,
          "it is " + (statements == 0 ? "empty" : statements + " statements"),
          "write one statement in quotes, or send several to the shell");
    }
    requireTables(text, parsed.tree());
    return parsed;
  }

  private ParsedSql parse(String text) {
    try {
      return ParsedSql.of(text, parser);
    } catch (ConfigurationException e) {
      throw failed(text, e.getMessage());
    }
  }

  private static void requireTables(String text, JsonNode node) {
    if (node.path("type").asText().equals("TABLE_FUNCTION")) {
      String function = node.path("function").path("function_name").asText();
      if (!ROW_MAKERS.contains(function)) {
        throw refused(text, "it calls " + function + ", and only tables can be read", TABLES);
      }
    }
    for (String named : List.of("function_name", "table_name")) {
      String name = node.path(named).asText();
      if (TELL_TALES.contains(name.toLowerCase(Locale.ROOT))) {
        throw refused(text, "it asks " + name + ", which tells of this machine", TABLES);
      }
    }
    node.forEach(child -> requireTables(text, child));
  }

  private ConfigurationException tooLong(String text) {
    return refused(
        text,
        "it was stopped after %d seconds".formatted(seconds),
        READ_LESS + "; or give it longer with --time-limit");
  }

  private ConfigurationException failed(String text, SQLException e) {
    return failed(text, engine.withoutFolders(placed(e)));
  }

  /** What DuckDB says on one line: the place that it draws an arrow to, in words. */
  private static String placed(SQLException e) {
    Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
    if (!place.find()) {
      return DuckDb.firstLine(e);
    }
    String line = place.group(2);
    int at = place.group(3).length() - "LINE %s: ".formatted(place.group(1)).length();
    Matcher word = WORD.matcher(line);
    String there =
        at >= 0 && word.find(Math.min(at, line.length()))
            ? "at %s in line %s: ".formatted(word.group(), place.group(1))
            : "in line %s: ".formatted(place.group(1));
    return there + DuckDb.firstLine(new SQLException(place.replaceFirst("")));
  }

  private ConfigurationException failed(String text, String reason) {
    if (reason.contains(ParsedSql.TOO_DEEP)) {
      return refused(text, "it is nested too deep", "write it flatter");
    }
    Matcher table = NO_TABLE.matcher(reason);
    return refused(
        text,
        reason,
        table.find()
            ? missing.apply(table.group(1)).orElse(TABLES)
            : ADVICE.entrySet().stream()
                .filter(said -> reason.contains(said.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(TABLES));
  }

  private static ConfigurationException refused(String text, String reason, String advice) {
    return new ConfigurationException(
        "Cannot run statement '%s': %s (%s)".formatted(brief(text), reason, advice));
  }

  private static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > 60 ? line.substring(0, 60) + "…" : line;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    stopping.shutdownNow();
  }

  private final class Cursor implements Iterator<Object[]> {
    private final String text;
    private final ResultSet rows;
    private final int width;
    private boolean more;

    Cursor(String text, ResultSet rows, int width) throws SQLException {
      this.text = text;
      this.rows = rows;
      this.width = width;
      more = rows.next();
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public Object[] next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      if (stopped) {
        throw wasStopped(text);
      }
      try {
        Object[] row = DuckDb.row(rows, width);
        more = rows.next();
        return row;
      } catch (SQLException e) {
        throw failed(text, e);
      }
    }
  }
}
