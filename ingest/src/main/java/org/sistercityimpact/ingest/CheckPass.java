package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Originals;
import org.sistercityimpact.warehouse.RawColumns;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.SqlEngine.Part;

/**
 * Checks some files of one contract, one after the other on one thread, and writes their accepted
 * rows as one Parquet file: DuckDB asks a table function for rows, and that reads and checks files
 * as it goes. (A statement a file would cost twenty times as much.) Several passes run side by
 * side; which files are in one, and in which order, depends on the files alone, and so do the bytes
 * that are written.
 */
final class CheckPass implements DuckDBTableFunction<Object, Object, Object> {
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Contract contract;
  private final Shared shared;
  private final ProblemSpool spool;
  private final FileLoop loop;

  /**
   * What all passes of a run share.
   *
   * @param contracts all of them, with their code lists
   * @param registry what files are checked against
   * @param originals where bytes are kept
   * @param claimed ids of submissions that need no check: known, or being checked
   * @param done takes the account of each file
   * @param spools folder for problems
   * @param now when the run's files arrived
   * @param largeFiles the permit to hold a large file
   * @param failure what ended a pass, and so ends all of them
   */
  record Shared(
      Contracts contracts,
      Registry registry,
      Originals originals,
      Set<String> claimed,
      Consumer<FileResult> done,
      Path spools,
      LocalDateTime now,
      Semaphore largeFiles,
      AtomicReference<Exception> failure) {}

  /**
   * @param files taken in their order, so that of two equal ones always the same is the submission
   */
  CheckPass(Contract contract, Shared shared, List<FileJob> files) throws IOException {
    this.contract = contract;
    this.shared = shared;
    String name = "problems-" + contract.name() + "-" + COUNTER.incrementAndGet();
    spool = new ProblemSpool(shared.spools().resolve(name));
    loop = new FileLoop(contract, shared, files, spool);
  }

  /** Runs the pass; returns the file written. */
  Part run(DuckDb engine, Path parquet) throws IOException {
    String name = "checked_" + COUNTER.incrementAndGet();
    try (var builder = DuckDBFunctions.tableFunction()) {
      builder.withName(name).withFunction(this).register(engine.connection());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot hand files to DuckDB", e);
    }
    try {
      return new Part(
          parquet,
          engine.save("SELECT * FROM " + name + "()", parquet, RawColumns.about(contract)));
    } catch (RuntimeException e) {
      shared.failure().compareAndSet(null, e);
      throw e;
    } finally {
      spool.close();
    }
  }

  /** The problems found, once the pass has run. */
  ProblemSpool spool() {
    return spool;
  }

  @Override
  public Object bind(DuckDBTableFunctionBindInfo info) throws SQLException {
    for (Column column : RawColumns.of(contract)) {
      String type = column.type();
      if (type.startsWith("DECIMAL(")) {
        String[] size = type.substring(8, type.length() - 1).split(",");
        try (DuckDBLogicalType decimal =
            DuckDBLogicalType.decimal(Integer.parseInt(size[0]), Integer.parseInt(size[1]))) {
          info.addResultColumn(column.name(), decimal);
        }
      } else {
        info.addResultColumn(column.name(), DuckDBColumnType.valueOf(type));
      }
    }
    return this;
  }

  @Override
  public Object init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    return this;
  }

  @Override
  public Object localInit(DuckDBTableFunctionInitInfo info) {
    return this;
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) throws Exception {
    try {
      return loop.fill(out);
    } catch (Exception e) {
      // DuckDB would hand on nothing but its text.
      shared.failure().compareAndSet(null, e);
      throw e;
    }
  }
}
