package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.sistercityimpact.ingest.check.Registry;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.contract.Contract;
import org.sistercityimpact.warehouse.contract.Contracts;

/**
 * Checks all files of one contract on all cores and writes their accepted rows as one Parquet file:
 * DuckDB asks a table function for rows, and that reads and checks files as it goes. A statement a
 * file would cost twenty times as much.
 */
final class CheckPass implements DuckDBTableFunction<Object, Object, Lane> {
  /** Files larger than this are held in memory one at a time. */
  static final long LARGE = 8L << 20;

  /**
   * Year by year, so that whoever reads one year skips most of a table; of a year the largest
   * first, so that no thread is left alone with one at the end.
   */
  private static final Comparator<List<FileJob>> ORDER =
      Comparator.comparing(CheckPass::year, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Comparator.comparingLong(CheckPass::bytes).reversed());

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private final Contract contract;
  private final Bench bench;
  private final Queue<List<FileJob>> jobs;
  private final int total;
  private final AtomicInteger finished = new AtomicInteger();
  private final List<Lane> lanes = new ArrayList<>();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /**
   * What all passes of a run share.
   *
   * @param contracts all of them, with their code lists
   * @param registry what files are checked against
   * @param originals where bytes are kept
   * @param claimed ids of submissions that need no check: known, or being checked
   * @param results where the account of each file goes
   * @param spools folder for problems
   * @param now when the run's files arrived
   * @param largeFiles the permit to hold a large file
   * @param progress told of each file
   */
  record Bench(
      Contracts contracts,
      Registry registry,
      Originals originals,
      Set<String> claimed,
      Queue<FileResult> results,
      Path spools,
      LocalDateTime now,
      Semaphore largeFiles,
      Progress progress) {}

  /**
   * @param files each file, or files that compete for one member and year: these are taken in their
   *     order by one thread, so that of two equal ones always the same is the submission
   */
  CheckPass(Contract contract, Bench bench, Collection<List<FileJob>> files) {
    this.contract = contract;
    this.bench = bench;
    jobs = new ConcurrentLinkedQueue<>(files.stream().sorted(ORDER).toList());
    total = files.stream().mapToInt(List::size).sum();
  }

  private static Integer year(List<FileJob> files) {
    return files.get(0).arrival().dataYear();
  }

  private static long bytes(List<FileJob> files) {
    return files.stream().mapToLong(FileJob::bytes).sum();
  }

  /** Runs the pass; returns the number of rows written to {@code parquet}. */
  long run(DuckDb engine, Path parquet) throws IOException {
    String name = "checked_" + COUNTER.incrementAndGet();
    try (var builder = DuckDBFunctions.tableFunction()) {
      builder.withName(name).withFunction(this).register(engine.connection());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot hand files to DuckDB", e);
    }
    try {
      return engine.save("SELECT * FROM " + name + "()", parquet);
    } catch (RuntimeException e) {
      if (failure.get() instanceof UncheckedIOException disk) {
        throw new UncheckedIOException(disk.getMessage(), disk.getCause());
      }
      if (failure.get() != null) {
        throw new IllegalStateException(String.valueOf(failure.get().getMessage()), failure.get());
      }
      throw e;
    } finally {
      for (Lane lane : lanes) {
        lane.spool().close();
      }
    }
  }

  /** The problems found, once the pass has run. */
  List<ProblemSpool> spools() {
    return lanes.stream().map(Lane::spool).toList();
  }

  @Override
  public Object bind(DuckDBTableFunctionBindInfo info) throws SQLException {
    for (Column column : contract.rawColumns()) {
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
    info.setMaxThreads(Runtime.getRuntime().availableProcessors());
    return this;
  }

  @Override
  public Lane localInit(DuckDBTableFunctionInitInfo info) throws IOException {
    synchronized (lanes) {
      Path spool = bench.spools().resolve("problems-" + contract.name() + "-" + lanes.size());
      Lane lane = new Lane(this, new ProblemSpool(spool));
      lanes.add(lane);
      return lane;
    }
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) throws Exception {
    try {
      Lane lane = info.getLocalInitData();
      return lane.fill(out);
    } catch (Exception e) {
      failure.compareAndSet(null, e);
      throw e;
    }
  }

  Contract contract() {
    return contract;
  }

  Contracts contracts() {
    return bench.contracts();
  }

  Registry registry() {
    return bench.registry();
  }

  Originals originals() {
    return bench.originals();
  }

  LocalDateTime now() {
    return bench.now();
  }

  Semaphore largeFiles() {
    return bench.largeFiles();
  }

  /** Whether this content is nobody's yet: then it is the caller's to check. */
  boolean claim(String submissionId) {
    return bench.claimed().add(submissionId);
  }

  /** The next files for one lane; null: none are left. */
  List<FileJob> next() {
    return failure.get() == null ? jobs.poll() : null;
  }

  void done(FileResult result) {
    bench.results().add(result);
    bench.progress().step("Check " + contract.name(), finished.incrementAndGet(), total);
  }
}
