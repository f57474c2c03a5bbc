package org.sistercityimpact.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;
import org.sistercityimpact.spark.hadoop.HadoopPath;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;

/** Spark, on this machine's cores or on a cluster's, giving the same rows as DuckDB. */
public final class SparkEngine implements SqlEngine {
  private final SparkSession session;

  private SparkEngine(SparkSession session) {
    this.session = session;
  }

  /**
   * Opens a session. Without a master it takes what spark-submit or {@code -Dspark.master} says,
   * else all cores of this machine.
   */
  public static SparkEngine open(EngineOptions options) {
    SparkSession session = SparkSettings.session(options);
    try {
      SparkFunctions.register(session);
    } catch (RuntimeException e) {
      throw session.sparkContext().isStopped() ? gone(session, e) : e;
    }
    return new SparkEngine(session);
  }

  /** The session, for what only Spark does (ingest on executors). */
  public SparkSession session() {
    return session;
  }

  @Override
  public String name() {
    return "spark";
  }

  /** A small statement is mostly waiting: for plans, for code to be compiled, for short tasks. */
  @Override
  public int atOnce() {
    return Math.max(4, session.sparkContext().defaultParallelism());
  }

  @Override
  public void expose(String table, List<Path> parquetFiles) {
    String[] files = parquetFiles.stream().map(SparkEngine::uri).toArray(String[]::new);
    asked(
        () -> {
          session
              .read()
              // A bracket in a folder's name is a bracket, not a pattern.
              .option("__globPaths__", "false")
              // Known columns spare a job on the cluster for each table.
              .schema(footer(parquetFiles.get(0)).columns())
              .parquet(files)
              .createOrReplaceTempView(table);
          return null;
        });
  }

  @Override
  public void exposeSelect(String table, String select) {
    query(select).createOrReplaceTempView(table);
  }

  @Override
  public List<Column> describe(String select) {
    return asked(() -> columns(query(select).schema()));
  }

  @Override
  public long save(String select, Path parquetFile, Map<String, String> about) {
    Path folder = parquetFile.resolveSibling(parquetFile.getFileName() + ".parts");
    try {
      Part only = write(told(query(select), about).coalesce(1), folder).get(0);
      Files.move(only.file(), parquetFile);
      return only.rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(folder);
    }
  }

  @Override
  public List<Part> saveInParts(String select, Path folder, Map<String, String> about) {
    return write(told(query(select), about), folder);
  }

  /** Spark writes comments of columns; what else is told of a table its writer has no place for. */
  static Dataset<Row> told(Dataset<Row> query, Map<String, String> about) {
    org.apache.spark.sql.Column[] columns =
        Arrays.stream(query.columns())
            .map(
                name -> {
                  String meaning = about.get("column " + name);
                  org.apache.spark.sql.Column column = query.col("`" + name + "`");
                  return meaning == null
                      ? column
                      : column.as(
                          name, new MetadataBuilder().putString("comment", meaning).build());
                })
            .toArray(org.apache.spark.sql.Column[]::new);
    return about.isEmpty() ? query : query.select(columns);
  }

  /**
   * Writes the rows of {@code query} into {@code folder}: what a failed or a second, speculative
   * attempt of a task wrote never shows there. Returns the files in order, without empty ones
   * unless all are.
   */
  List<Part> write(Dataset<Row> query, Path folder) {
    try {
      asked(
          () -> {
            query.write().mode(SaveMode.ErrorIfExists).parquet(uri(folder));
            return null;
          });
    } catch (RuntimeException e) {
      delete(folder);
      throw e;
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Part> parts =
          files
              .filter(f -> f.toString().endsWith(".parquet"))
              .sorted()
              .map(f -> new Part(f, footer(f).rows()))
              .toList();
      List<Part> filled = parts.stream().filter(part -> part.rows() > 0).toList();
      return filled.isEmpty() ? parts.subList(0, 1) : filled;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hadoop reads the text as it stands: a space must stay a space. */
  private static String uri(Path path) {
    return path instanceof HadoopPath shared
        ? shared.toString()
        : "file://" + path.toAbsolutePath();
  }

  private ParquetFooter footer(Path file) {
    return ParquetFooter.read(uri(file), session.sparkContext().hadoopConfiguration());
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Rows read(String select) {
    return asked(
        () -> {
          Dataset<Row> query = query(select);
          List<Object[]> values = new ArrayList<>();
          for (Row row : query.collectAsList()) {
            Object[] cells = new Object[row.length()];
            Arrays.setAll(cells, c -> plain(row.get(c)));
            values.add(cells);
          }
          return new Rows(columns(query.schema()), values);
        });
  }

  private Dataset<Row> query(String select) {
    return asked(() -> session.sql(SparkDialect.of(select)));
  }

  private static List<Column> columns(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(field -> new Column(field.name(), SparkTypes.sqlName(field.dataType())))
        .toList();
  }

  private static Object plain(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    return value;
  }

  /** What failed because the cluster is gone is no fault of a statement. */
  private static ConfigurationException gone(SparkSession session, Exception fault) {
    return new ConfigurationException(
        "Cannot go on with Spark at '%s': it does not answer, or it ended the job (check its address, that its master runs, and that its workers have a core and memory to spare)"
            .formatted(session.sparkContext().master()),
        fault);
  }

  /** Runs {@code work}; what Spark has against the SQL or its data becomes our one-line error. */
  private <T> T asked(Supplier<T> work) {
    try {
      return work.get();
    } catch (Exception e) {
      if (session.sparkContext().isStopped()) {
        throw gone(session, e);
      }
      // Spark throws its checked AnalysisException undeclared, so no narrower catch compiles.
      Throwable said = e;
      while (!(said instanceof SparkThrowable s && s.getCondition() != null)
          && said.getCause() != null) {
        said = said.getCause();
      }
      if (said instanceof SparkThrowable) {
        throw new ConfigurationException(firstLine(said), e);
      }
      if (e instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("Cannot finish a Spark job: " + firstLine(said), e);
    }
  }

  private static String firstLine(Throwable said) {
    // Without the plan and the statement, which may run to pages.
    String message =
        said instanceof AnalysisException faulty
            ? faulty.getSimpleMessage()
            : String.valueOf(said.getMessage());
    int context = message.indexOf("== SQL");
    return (context > 0 ? message.substring(0, context) : message)
        .strip()
        .replaceAll("\\s*\\R\\s*", " ");
  }

  @Override
  public void close() {
    session.stop();
  }
}
