package org.sistercityimpact.spark;

import java.nio.file.Path;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Takes an inbox through ingest and transform on DuckDB and on the Spark master named, and prints
 * the first difference, or {@code no difference}.
 */
final class BothWays {
  private BothWays() {}

  public static void main(String[] arguments) throws Exception {
    Path inbox = Path.of(arguments[1]);
    Path folder = Path.of(arguments[2]);
    SqlFolder sql = Networks.sqlForClusters();
    Warehouse here = Networks.ingested(inbox, folder.resolve("here"));
    try (DuckDb duckDb = DuckDb.open(null, "4GB")) {
      Transform.run(here, sql, duckDb, step -> {});
    }
    Warehouse there = Warehouse.create(folder.resolve("there"));
    try (SparkEngine spark = SparkEngine.open(new EngineOptions(arguments[0], null, null))) {
      new Ingest(ContractFolder.read(Networks.SQL), Networks.NOON, Progress.SILENT)
          .on(SparkCluster.of(spark))
          .run(inbox, there);
      Transform.run(there, sql, spark, step -> {});
    }
    String difference = new TwoWarehouses(here, there).firstDifference();
    System.out.println(difference == null ? "no difference" : difference);
  }
}
