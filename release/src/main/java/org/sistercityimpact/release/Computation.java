package org.sistercityimpact.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.DuckDbProvider;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;
import org.sistercityimpact.warehouse.Zone;

/**
 * Everything an edition holds, computed from what was received. Publishing takes its result, and
 * rebuilding compares with it: that the two are one is what makes a rebuild the same.
 */
final class Computation {
  private static final String RECEIPTS = "raw_receipts";

  private static final String ORIGINALS =
      """
      SELECT sha256, file, member_id, data_year FROM raw_receipts
      QUALIFY ROW_NUMBER() OVER (PARTITION BY sha256 ORDER BY file) = 1 ORDER BY file""";

  private final Path sql;
  private final Warehouse warehouse;
  private final Progress progress;

  /**
   * @param source a warehouse whose receipts and originals are taken
   * @param sql contracts, parameters, models, metrics and checks
   * @param target a folder that is not there yet: the new warehouse
   */
  Computation(Warehouse source, Path sql, Path target, Progress progress) throws IOException {
    this.sql = sql;
    this.progress = progress;
    this.warehouse = Warehouse.create(target);
    receive(source);
  }

  /** The warehouse that is computed. */
  Warehouse warehouse() {
    return warehouse;
  }

  private void receive(Warehouse source) throws IOException {
    Manifest from = source.manifest();
    try (WriteLock lock = warehouse.lock();
        DuckDb engine = source.openTables()) {
      Manifest received =
          Manifest.EMPTY.withTable(RECEIPTS, copied(source, from, RECEIPTS, Zone.PROTECTED));
      if (from.tables().containsKey(Transform.PUBLISHED)) {
        received =
            received.withTable(
                Transform.PUBLISHED, copied(source, from, Transform.PUBLISHED, Zone.TABLES));
      }
      for (Object[] row : engine.read(ORIGINALS).values()) {
        warehouse
            .originals()
            .take(
                source.originals(),
                (String) row[0],
                (String) row[1],
                (String) row[2],
                row[3] == null ? null : ((Long) row[3]).intValue());
      }
      warehouse.commit(received);
    }
  }

  private List<DataFile> copied(Warehouse source, Manifest from, String table, Zone zone)
      throws IOException {
    List<DataFile> copies = new ArrayList<>();
    for (DataFile file : from.files(table)) {
      Path copy = warehouse.scratchFile(".parquet");
      Files.copy(source.paths(List.of(file)).get(0), copy);
      copies.add(warehouse.adopt(copy, zone, table, file.rows()));
    }
    return copies;
  }

  /** Checks every original afresh, and computes all tables. */
  TransformReport figures() throws IOException {
    Path nothingNew = Files.createTempDirectory("impact-inbox");
    try {
      new Ingest(ContractFolder.read(sql), Clock.systemUTC(), progress).run(nothingNew, warehouse);
    } finally {
      Files.delete(nothingNew);
    }
    SqlFolder folder = SqlFolder.read(sql);
    int steps = folder.layers().stream().mapToInt(l -> l.models().size()).sum();
    int total = steps + folder.checks().size();
    int[] done = {0};
    EngineOptions options =
        new EngineOptions(null, warehouse.scratchFolder(), EngineOptions.transformMemory());
    try (SqlEngine engine = new DuckDbProvider().open(options)) {
      return Transform.run(
          warehouse,
          folder,
          engine,
          step -> progress.step("Compute " + step, Math.min(++done[0], total), total));
    }
  }
}
