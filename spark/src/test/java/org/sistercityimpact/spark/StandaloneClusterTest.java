package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.SqlEngineContract;
import org.sistercityimpact.warehouse.Warehouse;

@Tag("slow")
class StandaloneClusterTest extends SqlEngineContract {
  @TempDir static Path scratch;
  private static StandaloneCluster cluster;
  private static MiniDFSCluster hdfs;
  private static SparkEngine engine;

  @BeforeAll
  static void start() throws Exception {
    cluster = StandaloneCluster.start(scratch);
    hdfs = SharedStorageTest.hdfs(scratch);
    System.setProperty("spark.executor.memory", "512m");
    System.setProperty("spark.executor.extraJavaOptions", StandaloneCluster.SHORT_LIVED);
    System.setProperty("spark.driver.host", "127.0.0.1");
    System.setProperty("spark.sql.shuffle.partitions", "4");
    engine = SparkEngine.open(new EngineOptions(cluster.master(), null, "1GB"));
  }

  @AfterAll
  static void stop() {
    if (engine != null) {
      engine.close();
    }
    cluster.close();
    if (hdfs != null) {
      SharedStorageTest.shutDown(hdfs);
    }
    List.of(
            "spark.executor.memory",
            "spark.executor.extraJavaOptions",
            "spark.driver.host",
            "spark.sql.shuffle.partitions")
        .forEach(System::clearProperty);
  }

  @Override
  protected SqlEngine engine() {
    return engine;
  }

  @Test
  void takesAnInboxOfHdfsAndTransformsItAsOneMachineDoesThoughAnExecutorDies() throws Exception {
    // Of a few members so many rows that the others are still checking when the executor dies.
    int members = Networks.members(8);
    Path generated =
        Networks.generated(folder.resolve("inbox"), members, 2, members > 8 ? 60 : 450);
    Warehouse here = Networks.ingested(generated, folder.resolve("here"));
    Path inbox = SparkIngestTest.copy(generated, SharedStorageTest.in(hdfs, "inbox"));
    Warehouse there = Warehouse.create(SharedStorageTest.in(hdfs, "there"));
    AtomicBoolean killed = new AtomicBoolean();
    Progress killer =
        (stage, done, total) -> {
          // The driver itself checks the registry's two files, before the executors begin.
          if (stage.equals("Check files") && done > 2 && killed.compareAndSet(false, true)) {
            assertTrue(cluster.killAnExecutor(), "an executor was there to be killed");
          }
        };

    new Ingest(ContractFolder.read(Networks.SQL), Networks.NOON, killer)
        .on(SparkCluster.of(engine))
        .run(inbox, there);

    assertTrue(killed.get(), "an executor died while others were checking");
    assertNull(new TwoWarehouses(here, there).firstDifference());
    try (Stream<Path> left = Files.walk(there.folder())) {
      assertEquals(
          there.manifest().tables().values().stream().mapToInt(List::size).sum(),
          left.filter(f -> f.toString().endsWith(".parquet")).count(),
          "nothing torn");
    }
    try (DuckDb duckDb = DuckDb.open(null, "4GB")) {
      Transform.run(here, Networks.sqlForClusters(), duckDb, step -> {});
    }
    Transform.run(there, Networks.sqlForClusters(), engine, step -> {});
    assertNull(new TwoWarehouses(here, there).firstDifference());
  }

  @Test
  @EnabledIfSystemProperty(named = "impact.members", matches = "[0-9]+")
  void takesAndTransformsTheSampleAsOneMachineDoes() throws Exception {
    SqlFolder sql = Networks.sqlForClusters();
    Warehouse here = Networks.ingested(Networks.SAMPLE, folder.resolve("here"));
    Warehouse there = Warehouse.create(folder.resolve("there"));
    try (DuckDb duckDb = DuckDb.open(null, "4GB")) {
      Transform.run(here, sql, duckDb, step -> {});
    }

    new Ingest(ContractFolder.read(Networks.SQL), Networks.NOON, Progress.SILENT)
        .on(SparkCluster.of(engine))
        .run(Networks.SAMPLE, there);
    Transform.run(there, sql, engine, step -> {});

    assertNull(new TwoWarehouses(here, there).firstDifference());
  }

  @Test
  void givesTheSameRowsWhenAnExecutorDiesInMidJob() throws Exception {
    String select =
        """
        SELECT CAST(k AS INTEGER) AS k, CAST(COUNT(*) AS BIGINT) AS n,
          ratio4(CAST(SUM(v) AS DECIMAL(30,6)), CAST(COUNT(*) AS DECIMAL(30,6))) AS mean
        FROM (
          SELECT MOD(a.v * 31 + b.v * 17 + c.v, 97) AS k, CAST(a.v + b.v + c.v AS DECIMAL(12,2)) AS v
          FROM digits AS a CROSS JOIN digits AS b CROSS JOIN digits AS c
        ) AS t
        GROUP BY k ORDER BY k
        """;
    Path digits = folder.resolve("digits.parquet");
    Rows expected;
    try (DuckDb duckDb = DuckDb.open(null, "4GB")) {
      duckDb.save("SELECT CAST(v AS INTEGER) AS v FROM range(300) AS r(v)", digits);
      duckDb.expose("digits", List.of(digits));
      expected = duckDb.read(select);
    }
    engine.expose("digits", List.of(digits));
    Path file = folder.resolve("means.parquet");

    CompletableFuture<Long> job = CompletableFuture.supplyAsync(() -> engine.save(select, file));
    while (engine.session().sparkContext().statusTracker().getActiveStageIds().length == 0) {
      Thread.sleep(20);
    }
    Thread.sleep(300);
    boolean midJob = !job.isDone();
    assertTrue(cluster.killAnExecutor(), "an executor was there to be killed");
    long rows = job.get(5, TimeUnit.MINUTES);

    assertTrue(midJob, "the job was still running when the executor died");
    assertEquals(97, rows);
    engine.expose("means", List.of(file));
    Rows got = engine.read("SELECT * FROM means ORDER BY k");
    assertEquals(expected.columns(), got.columns());
    for (int row = 0; row < expected.size(); row++) {
      assertEquals(Arrays.asList(expected.values().get(row)), Arrays.asList(got.values().get(row)));
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("digits.parquet", "means.parquet"),
          left.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }
}
