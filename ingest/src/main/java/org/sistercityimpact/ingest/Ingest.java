package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;

/** Takes an inbox into a warehouse. */
public final class Ingest {
  private final Contracts contracts;
  private final Clock clock;
  private final Progress progress;
  private final CheckingCluster cluster;

  /**
   * @param contracts what each table may hold
   * @param clock says when files arrive; nothing else depends on it
   * @param progress told how far a run has come
   */
  public Ingest(Contracts contracts, Clock clock, Progress progress) {
    this(contracts, clock, progress, null);
  }

  private Ingest(Contracts contracts, Clock clock, Progress progress, CheckingCluster cluster) {
    this.contracts = contracts;
    this.clock = clock;
    this.progress = progress;
    this.cluster = cluster;
  }

  /** The same, with files checked on a cluster instead of this machine's threads. */
  public Ingest on(CheckingCluster machines) {
    return new Ingest(contracts, clock, progress, machines);
  }

  /**
   * Refuses an inbox that is not there, before anything is made for it.
   *
   * @throws ConfigurationException when it is no folder
   */
  public static void requireInbox(Path inbox) {
    Inbox.require(inbox);
  }

  /** A warehouse's state whose files the next run checks afresh, every one of them. */
  public static Manifest afresh(Manifest manifest) {
    return manifest.withFact(IngestRun.RULES_FACT, "");
  }

  /** Whether a state was made by {@link #afresh} and no run has checked its files since. */
  public static boolean isAfreshDue(Manifest manifest) {
    return "".equals(manifest.fact(IngestRun.RULES_FACT));
  }

  /**
   * Checks what is new in {@code inbox}, keeps every original, writes rows, problems and receipts,
   * and commits them together. Faulty files are findings in the report, never exceptions.
   *
   * @throws ConfigurationException when the inbox is not there, holds no registry while the
   *     warehouse has none, or another run holds the warehouse
   */
  public IngestReport run(Path inbox, Warehouse warehouse) {
    Inbox folder = Inbox.open(inbox, contracts, warehouse.folder());
    try (WriteLock lock = warehouse.lock()) {
      return new IngestRun(contracts, folder, inbox, warehouse, clock, progress, cluster).run();
    } catch (IOException e) {
      throw unfinished(inbox, warehouse, e);
    } catch (UncheckedIOException e) {
      boolean saysWhere = !e.getMessage().equals(e.getCause().toString());
      throw saysWhere ? e : unfinished(inbox, warehouse, e.getCause());
    }
  }

  /** What the system says of a full disk names no folder. */
  private static UncheckedIOException unfinished(Path inbox, Warehouse warehouse, IOException e) {
    return new UncheckedIOException(
        "Cannot ingest '%s' into warehouse '%s': %s"
            .formatted(inbox, warehouse.folder(), Warehouse.reason(e)),
        e);
  }
}
