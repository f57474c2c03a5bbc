package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBStruct;

/**
 * DuckDB in this process: the embedded default, and the only class that knows its settings. Threads
 * may share one; a statement waits while as many run as it was opened for.
 */
public final class DuckDb implements SqlEngine {
  /** Some hundred sub-selects in each other overflow the stack of a thread, and end the process. */
  static final String SHALLOW = "SET max_expression_depth = 250";

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

  /** A way into the database, for one statement at a time. */
  private static final class PooledConnection {
    final Connection connection;

    /** How many of the variables it has been told; each connection has variables of its own. */
    int told;

    /** What runs in it; null: nothing. */
    volatile Statement running;

    PooledConnection(Connection connection) {
      this.connection = connection;
    }
  }

  private final Connection connection;
  private final String memoryLimit;
  private final LinkedBlockingDeque<PooledConnection> idle = new LinkedBlockingDeque<>();
  private final List<PooledConnection> pool = new ArrayList<>();
  private final List<String> variables = new CopyOnWriteArrayList<>();
  private final LocalCopies copies = new LocalCopies();
  private final Set<Path> exposed = new LinkedHashSet<>();
  private final Map<String, List<Path>> offered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Runnable> promised = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private DuckDb(Connection connection, String memoryLimit) {
    this.connection = connection;
    this.memoryLimit = memoryLimit;
    addToPool(connection);
  }

  private void addToPool(Connection connection) {
    PooledConnection pooled = new PooledConnection(connection);
    pool.add(pooled);
    idle.addLast(pooled);
  }

  /**
   * Opens an empty database in memory.
   *
   * @param scratch where DuckDB may put what does not fit in memory; null: nowhere
   * @param memoryLimit such as {@code "2GB"}
   */
  public static DuckDb open(Path scratch, String memoryLimit) {
    Properties settings = new Properties();
    // Nothing is ever downloaded: all that the pipeline needs is built in.
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("memory_limit", memoryLimit);
    settings.setProperty("temp_directory", scratch == null ? "" : scratch.toString());
    // Of what it has used, DuckDB gives so much not back to the system between statements, which
    // would clear each page anew: a fifth of the processor time of a transform.
    settings.setProperty("block_allocator_memory", "512MB");
    // Nulls first, as Spark sorts them.
    settings.setProperty("default_null_order", "nulls_first");
    try {
      // By name and not by DriverManager, which looks for drivers in every jar first.
      Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", settings);
      DuckDb engine = new DuckDb(connection, memoryLimit);
      SharedFunctions.register(connection);
      return engine;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot start DuckDB: " + firstLine(e), e);
    }
  }

  /**
   * Opens an empty database that runs as many statements at once as it has {@code connections},
   * each on one thread: rows that no ORDER BY put in order then come in the same one on every
   * machine. A statement of a network's usual size costs a sixth less so than on two threads, which
   * wait for each other.
   */
  public static DuckDb openPool(Path scratch, String memoryLimit, int connections) {
    DuckDb engine = open(scratch, memoryLimit);
    engine.execute("SET threads = 1");
    for (int i = 1; i < connections; i++) {
      engine.addToPool(engine.duplicate());
    }
    return engine;
  }

  /** Loads DuckDB's library, which the first engine would wait for otherwise. */
  public static void load() {
    try (DuckDb first = open(null, "100MB")) {
      first.read("SELECT 1");
    }
  }

  /** A second way into the same database, for a thread that runs statements beside this one. */
  public DuckDb beside() {
    return new DuckDb(duplicate(), memoryLimit);
  }

  private Connection duplicate() {
    try {
      return connection().duplicate();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot open DuckDB again: " + firstLine(e), e);
    }
  }

  /** The JDBC connection, for what only DuckDB does (table functions in Java). */
  public DuckDBConnection connection() {
    return (DuckDBConnection) connection;
  }

  @Override
  public String name() {
    return "duckdb";
  }

  @Override
  public int atOnce() {
    return pool.size();
  }

  /** What is done with a statement of a connection that nobody else uses meanwhile. */
  private interface Work<T> {
    T with(Statement statement) throws SQLException;
  }

  private <T> T run(Work<T> work) throws SQLException {
    PooledConnection pooled;
    try {
      pooled = idle.takeFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted before it could run", e);
    }
    try (Statement statement = pooled.connection.createStatement()) {
      for (int known = variables.size(); pooled.told < known; pooled.told++) {
        statement.execute(variables.get(pooled.told));
      }
      pooled.running = statement;
      return work.with(statement);
    } finally {
      pooled.running = null;
      idle.addFirst(pooled);
    }
  }

  /**
   * The same as {@link #expose} for a table that may never be asked for: it is exposed when a
   * statement first says its name. A tenth of a second for the hundred tables of a warehouse of
   * which a statement reads five.
   */
  void offer(String table, List<Path> parquetFiles) {
    offered.put(table, parquetFiles);
  }

  /**
   * Promises a table that is costly to make: it is made when a statement first says its name,
   * another promised one's or one from outside.
   *
   * @param making makes it here, once; what it throws reaches whoever asked, and it is tried again
   */
  public synchronized void promise(String table, Runnable making) {
    promised.put(table, making);
  }

  /** Has all tables there that a statement names; gives the statement. */
  synchronized String offeredIn(String sql) {
    if (!offered.isEmpty() || !promised.isEmpty()) {
      WORD.matcher(sql).results().map(MatchResult::group).distinct().forEach(this::take);
    }
    return sql;
  }

  private synchronized void take(String table) {
    List<Path> files = offered.remove(table);
    if (files != null) {
      expose(table, files);
    }
    Runnable making = promised.remove(table);
    if (making != null) {
      try {
        making.run();
      } catch (ConfigurationException e) {
        promised.put(table, making);
        throw e;
      }
    }
  }

  /**
   * The files are named in a variable and not in the view, whose text anybody may read: where they
   * lie is nobody's business who asks for rows. Each view has a variable of its own: two schemas
   * may each have a table of that name.
   */
  @Override
  public synchronized void expose(String table, List<Path> parquetFiles) {
    offered.remove(table);
    List<Path> files = parquetFiles.stream().map(copies::of).toList();
    exposed.addAll(files);
    String variable = "files of %s, %d".formatted(table, variables.size() + 1);
    variables.add("SET VARIABLE \"%s\" = [%s]".formatted(variable, literals(files)));
    execute(
        "CREATE OR REPLACE VIEW \"%s\" AS SELECT * FROM read_parquet(getvariable('%s'))"
            .formatted(table, variable));
  }

  private static String literals(Collection<Path> files) {
    return files.stream().map(DuckDb::literal).collect(Collectors.joining(", "));
  }

  @Override
  public void exposeSelect(String table, String select) {
    execute("CREATE OR REPLACE VIEW \"%s\" AS %s".formatted(table, select));
  }

  /** Computes a SELECT once and keeps its rows as {@code table} until this engine is closed. */
  public void hold(String table, String select) {
    execute("CREATE OR REPLACE TABLE \"%s\" AS %s".formatted(table, select));
  }

  /**
   * Shuts the engine in for good: from here on it reads the exposed files, and no other file,
   * address or extension, and none of its settings can be changed.
   *
   * @param result a file that it may write all the same; null: none
   */
  void confine(Path result) {
    List.copyOf(offered.keySet()).forEach(this::take);
    // Not allowed_directories: whatever lies beside a table would be open, too, and for writing.
    List<Path> allowed = new ArrayList<>(exposed);
    if (result != null) {
      allowed.add(result);
    }
    execute("SET allowed_paths = [" + literals(allowed) + "]");
    execute("SET enable_external_access = false");
    execute("SET allow_community_extensions = false");
    execute("SET allow_persistent_secrets = false");
    // It would tell where the user's home is.
    execute("SET secret_directory = ''");
    execute(SHALLOW);
    execute("SET lock_configuration = true");
  }

  /** What DuckDB says, without the folders of the exposed files. */
  String withoutFolders(String said) {
    String text = said;
    for (Path file : exposed) {
      text = text.replace(file.toString(), file.getFileName().toString());
    }
    return text;
  }

  @Override
  public List<Column> describe(String select) {
    String described = "DESCRIBE " + offeredIn(select);
    try {
      return run(
          statement -> {
            List<Column> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(described)) {
              while (rows.next()) {
                columns.add(
                    new Column(rows.getString(1), rows.getString(2).toUpperCase(Locale.ROOT)));
              }
            }
            return columns;
          });
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public long save(String select, Path parquetFile, Map<String, String> about) {
    try {
      Path written = copies.place(parquetFile);
      String copy =
          "COPY (%s) TO %s (FORMAT parquet%s)"
              .formatted(offeredIn(select), literal(written), told(about));
      long rows = run(statement -> (long) statement.executeUpdate(copy));
      copies.send(written, parquetFile);
      return rows;
    } catch (SQLException e) {
      String reason = firstLine(e);
      // A full disk or too little memory is nobody's faulty SQL.
      if (reason.startsWith("Out of Memory Error")) {
        throw new UncheckedIOException(
            new IOException(
                "it does not fit in DuckDB's memory of %s (give it more with IMPACT_JAVA_OPTS=-Dimpact.memory=8GB, or use --engine spark)"
                    .formatted(memoryLimit),
                e));
      }
      if (reason.startsWith("IO Error")) {
        throw new UncheckedIOException(new IOException(reason, e));
      }
      throw failed(e);
    }
  }

  /** Reads a statement's rows; of one that gives none (SET, CREATE, COPY) not even columns. */
  @Override
  public Rows read(String select) {
    String asked = offeredIn(select);
    try {
      return run(
          statement -> statement.execute(asked) ? rows(statement) : new Rows(List.of(), List.of()));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Has what runs end, from another thread: a statement takes no other's place in this. */
  void interrupt() throws SQLException {
    for (PooledConnection pooled : pool) {
      Statement statement = pooled.running;
      if (statement != null) {
        statement.cancel();
      }
    }
  }

  private static Rows rows(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      List<Column> columns = columns(rows);
      List<Object[]> values = new ArrayList<>();
      while (rows.next()) {
        values.add(row(rows, columns.size()));
      }
      return new Rows(columns, values);
    }
  }

  static List<Column> columns(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    List<Column> columns = new ArrayList<>();
    for (int c = 1; c <= meta.getColumnCount(); c++) {
      columns.add(new Column(meta.getColumnName(c), meta.getColumnTypeName(c)));
    }
    return List.copyOf(columns);
  }

  static Object[] row(ResultSet rows, int width) throws SQLException {
    Object[] row = new Object[width];
    for (int c = 0; c < width; c++) {
      row[c] = plain(rows.getObject(c + 1));
    }
    return row;
  }

  /** Runs a statement that gives no rows. */
  public void execute(String sql) {
    String asked = offeredIn(sql);
    try {
      run(statement -> statement.execute(asked));
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof java.math.BigInteger big && big.bitLength() < Long.SIZE) {
      return big.longValue();
    }
    if (value instanceof java.sql.Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof java.sql.Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> whole = new LinkedHashMap<>();
      map.forEach((key, inner) -> whole.put(String.valueOf(key), plain(inner)));
      return whole;
    }
    try {
      if (value instanceof DuckDBStruct struct) {
        return plain(struct.getMap());
      }
      if (value instanceof Array array) {
        return Arrays.stream((Object[]) array.getArray()).map(DuckDb::plain).toList();
      }
      if (value instanceof Blob blob) {
        return HexFormat.of().formatHex(blob.getBytes(1, (int) blob.length()));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
    return value;
  }

  private static String told(Map<String, String> about) {
    return about.isEmpty()
        ? ""
        : about.entrySet().stream()
            .map(entry -> literal(entry.getKey()) + ": " + literal(entry.getValue()))
            .collect(Collectors.joining(", ", ", KV_METADATA {", "}"));
  }

  /** What a Parquet file tells of itself, in its order. */
  Map<String, String> about(Path parquetFile) {
    Map<String, String> about = new LinkedHashMap<>();
    read("SELECT decode(key), decode(value) FROM parquet_kv_metadata(%s)"
            .formatted(literal(copies.of(parquetFile))))
        .values()
        .forEach(row -> about.put((String) row[0], (String) row[1]));
    return about;
  }

  /** A text as an SQL literal. */
  public static String literal(Object text) {
    return "'" + text.toString().replace("'", "''") + "'";
  }

  static ConfigurationException failed(SQLException e) {
    return new ConfigurationException(firstLine(e), e);
  }

  static String firstLine(SQLException e) {
    String message = String.valueOf(e.getMessage()).strip();
    // JDBC wraps what the planner says in words about its own state.
    return message
        .replaceAll("\\s*\\R\\s*", " ")
        .replaceFirst(
            "^Invalid Input Error: Attempting to execute an unsuccessful .*? Error: ", "");
  }

  @Override
  public void close() {
    try {
      for (PooledConnection pooled : pool) {
        pooled.connection.close();
      }
      copies.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close DuckDB: " + firstLine(e), e);
    }
  }
}
