package org.sistercityimpact.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The little that the pipeline asks of a SQL engine. The SQL itself keeps to what all engines
 * share, so that each gives the same rows to the last digit.
 *
 * <p>Faulty SQL is a {@link ConfigurationException} that carries the engine's own words.
 */
public interface SqlEngine extends AutoCloseable {

  /** The engine's name on the command line and in run records. */
  String name();

  /** How many statements are worth running at once, each from a thread of its own. */
  int atOnce();

  /** Makes Parquet files readable as one table or view called {@code table}, replacing it. */
  void expose(String table, List<Path> parquetFiles);

  /** Makes a SELECT readable as a view called {@code table}, computed when it is asked for. */
  void exposeSelect(String table, String select);

  /** The columns that {@code select} gives, without running it. */
  List<Column> describe(String select);

  /**
   * Runs {@code select} and writes its rows as one Parquet file.
   *
   * @return the number of rows written
   */
  default long save(String select, Path parquetFile) {
    return save(select, parquetFile, Map.of());
  }

  /**
   * The same, and the file tells what it holds.
   *
   * @param about by key: {@code title}, {@code grain} and so on, and {@code column NAME} of each
   *     column; an engine writes what of it its files can hold
   * @return the number of rows written
   */
  long save(String select, Path parquetFile, Map<String, String> about);

  /**
   * Runs {@code select} and writes its rows as Parquet files into {@code folder}, which is made:
   * one file, or several where the engine writes a large result with several hands. Read one after
   * the other they hold the rows in the order asked.
   *
   * @param about what each file tells of itself, see {@link #save(String, Path, Map)}
   */
  default List<Part> saveInParts(String select, Path folder, Map<String, String> about) {
    try {
      Path file = Files.createDirectories(folder).resolve("1.parquet");
      return List.of(new Part(file, save(select, file, about)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the rows of {@code select}, which must fit in memory: values as {@link Long} (all
   * integers), {@link java.math.BigDecimal}, {@link String}, {@link Boolean}, {@link Double},
   * {@link java.time.LocalDate}, {@link java.time.LocalDateTime} or null.
   */
  Rows read(String select);

  @Override
  void close();

  /**
   * One column.
   *
   * @param name as written
   * @param type SQL type in upper case, such as {@code DECIMAL(18,2)}
   */
  record Column(String name, String type) {}

  /**
   * One file of a result.
   *
   * @param file where it lies
   * @param rows how many rows it holds
   */
  record Part(Path file, long rows) {}
}
