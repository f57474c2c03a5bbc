package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.warehouse.DamageException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine.Part;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Checks the files of a run and writes their accepted rows, on all cores of this machine or on a
 * cluster. On this machine the same files give the same bytes, however many cores there are.
 */
final class CheckStage {
  /** What one pass takes on: small enough for all threads to end at about the same time. */
  private static final long BYTES_A_PASS = 16L << 20;

  /** A file costs as much as so many bytes, however small it is. */
  private static final long BYTES_A_FILE = 1L << 14;

  /** Year by year, so that whoever reads one year skips most of a table. */
  private static final Comparator<List<FileJob>> ORDER =
      Comparator.comparing(
              (List<FileJob> files) -> files.get(0).arrival().dataYear(),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(files -> files.get(0).arrival().file())
          .thenComparing(
              files -> files.get(0).kept() == null ? null : files.get(0).kept().id(),
              Comparator.nullsFirst(Comparator.naturalOrder()));

  private final DuckDb engine;
  private final Warehouse warehouse;
  private final CheckPass.Shared shared;
  private final CheckingCluster cluster;
  private final List<ProblemSpool> spools = new ArrayList<>();

  /**
   * @param cluster checks what cities sent; null: this machine does
   */
  CheckStage(DuckDb engine, Warehouse warehouse, CheckPass.Shared shared, CheckingCluster cluster) {
    this.engine = engine;
    this.warehouse = warehouse;
    this.shared = shared;
    this.cluster = cluster;
  }

  /** The problems found, once all files have been checked. */
  List<ProblemSpool> spools() {
    return spools;
  }

  /**
   * Checks files.
   *
   * @param jobs of each contract each file, or files that compete for one member and year
   * @return of each contract the files written, at least one, if only to hold no rows
   */
  Map<Contract, List<Part>> run(Map<Contract, Collection<List<FileJob>>> jobs) throws IOException {
    Map<Contract, List<Part>> parts = new LinkedHashMap<>();
    Map<Contract, Collection<List<FileJob>>> here = new LinkedHashMap<>(jobs);
    // The registry's few files are not worth a journey.
    here.keySet().removeIf(contract -> cluster != null && contract.kind() == Kind.SUBMITTED);
    parts.putAll(onThisMachine(here));
    for (Contract contract : jobs.keySet()) {
      if (!here.containsKey(contract)) {
        ClusterPass pass = new ClusterPass(contract, shared, warehouse, jobs.get(contract));
        parts.put(contract, pass.run(cluster, warehouse.scratchFile("")));
        spools.add(pass.spool());
      }
    }
    return parts;
  }

  /** What one thread takes on at once. */
  private record Share(Contract contract, List<FileJob> files, long weight) {}

  private Map<Contract, List<Part>> onThisMachine(Map<Contract, Collection<List<FileJob>>> jobs)
      throws IOException {
    List<Share> shares = new ArrayList<>();
    jobs.forEach((contract, files) -> shares.addAll(shares(contract, files)));
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Done>> running = new ArrayList<>();
    // Each of our threads does its statement's work itself: DuckDB's own would only wait beside
    // them,
    // and waiting was a fifth of the CPU.
    engine.execute("SET threads = 1");
    try {
      shares.forEach(share -> running.add(threads.submit(() -> check(share))));
      Map<Contract, List<Part>> parts = new LinkedHashMap<>();
      for (int i = 0; i < shares.size(); i++) {
        Done done = running.get(i).get();
        parts
            .computeIfAbsent(shares.get(i).contract(), contract -> new ArrayList<>())
            .add(done.part());
        spools.add(done.problems());
      }
      return parts;
    } catch (ExecutionException e) {
      throw failed(shared.failure().get() == null ? e.getCause() : shared.failure().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while checking files", e);
    } finally {
      threads.shutdown();
      engine.execute("RESET threads");
    }
  }

  private record Done(Part part, ProblemSpool problems) {}

  private Done check(Share share) throws IOException {
    CheckPass pass = new CheckPass(share.contract(), shared, share.files());
    try (DuckDb own = engine.beside()) {
      return new Done(pass.run(own, warehouse.scratchFile(".parquet")), pass.spool());
    }
  }

  /** Files in their order, cut where a share is full; no files at all are one share. */
  private static List<Share> shares(Contract contract, Collection<List<FileJob>> jobs) {
    List<Share> shares = new ArrayList<>();
    List<FileJob> files = new ArrayList<>();
    long weight = 0;
    for (List<FileJob> group : jobs.stream().sorted(ORDER).toList()) {
      if (weight > BYTES_A_PASS) {
        shares.add(new Share(contract, List.copyOf(files), weight));
        files.clear();
        weight = 0;
      }
      files.addAll(group);
      weight += group.stream().mapToLong(file -> file.bytes() + BYTES_A_FILE).sum();
    }
    shares.add(new Share(contract, List.copyOf(files), weight));
    return shares;
  }

  private static RuntimeException failed(Throwable failure) {
    if (failure instanceof UncheckedIOException disk) {
      return new UncheckedIOException(disk.getMessage(), disk.getCause());
    }
    if (failure instanceof DamageException damage) {
      return damage;
    }
    return new IllegalStateException(String.valueOf(failure.getMessage()), failure);
  }
}
