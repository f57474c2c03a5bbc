package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Location;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;

/** Inboxes and warehouses on HDFS and on an object store, against folders of this machine. */
class SharedStorageTest {
  private static final Ingest INGEST =
      new Ingest(ContractFolder.read(Networks.SQL), Networks.NOON, Progress.SILENT);

  private static final String PATIENCE =
      "spark.hadoop.dfs.client.block.write.locateFollowingBlock.initial.delay.ms";

  @TempDir static Path scratch;
  @TempDir Path folder;
  private static MiniDFSCluster hdfs;
  private static SparkEngine spark;

  @BeforeAll
  static void start() throws IOException {
    System.setProperty("spark.hadoop.fs.objects.impl", ObjectStore.class.getName());
    System.setProperty("spark.hadoop." + ObjectStore.CONDITIONAL, "true");
    hdfs = hdfs(scratch);
    spark = SparkEngine.open(new EngineOptions("local[2]", null, "1GB"));
  }

  @AfterAll
  static void stop() {
    spark.close();
    shutDown(hdfs);
    System.clearProperty("spark.hadoop.fs.objects.impl");
    System.clearProperty("spark.hadoop." + ObjectStore.CONDITIONAL);
  }

  /** HDFS with one data node, in this process. */
  static MiniDFSCluster hdfs(Path folder) throws IOException {
    // A data node tells of a block a little after its writer does; half a second a file otherwise.
    System.setProperty(PATIENCE, "5");
    HdfsConfiguration settings = new HdfsConfiguration();
    settings.set("hdfs.minidfs.basedir", folder.resolve("hdfs").toString());
    return new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
  }

  /** Ends what {@link #hdfs} began. */
  static void shutDown(MiniDFSCluster hdfs) {
    System.clearProperty(PATIENCE);
    hdfs.shutdown();
  }

  /** A folder of {@code hdfs}. */
  static Path in(MiniDFSCluster hdfs, String folder) {
    return Location.of("hdfs://127.0.0.1:" + hdfs.getNameNodePort() + "/" + folder);
  }

  @Test
  void aSmallNetworkIsTakenOnSharedStorageAsItIsHere() throws Exception {
    Path generated = Networks.generated(folder.resolve("inbox"), 2, 1, 5);
    keepAlone(generated, ".*/(exchanges|surveys)\\.csv");
    Warehouse here = Networks.ingested(generated, folder.resolve("here"));
    Path inbox = SparkIngestTest.copy(generated, in(hdfs, "small/inbox"));
    for (Path shared :
        List.of(
            in(hdfs, "small/ware house"),
            Location.of("objects://bucket" + folder.resolve("small/warehouse")))) {
      Warehouse there = Warehouse.create(shared);
      INGEST.on(SparkCluster.of(spark)).run(inbox, there);
      assertTakenAs(here, there);
    }
  }

  /** A dataset costs as long as all of a small network does here: two stand for all. */
  private static void keepAlone(Path inbox, String pattern) throws IOException {
    try (Stream<Path> tree = Files.walk(inbox)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        String name = inbox.relativize(file).toString();
        if (!name.startsWith("registry") && !name.matches(pattern)) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  @Tag("slow")
  void onHdfsAYearOfTheSampleIsTakenAsItIsHere() throws IOException {
    Path year = folder.resolve("inbox");
    for (String part : List.of("registry", "2025")) {
      SparkIngestTest.copy(Networks.SAMPLE.resolve(part), year.resolve(part));
    }
    Path inbox = SparkIngestTest.copy(year, in(hdfs, "sample/inbox"));
    Warehouse here = Networks.ingested(year, folder.resolve("here"));
    Warehouse there = Warehouse.create(in(hdfs, "sample/ware house"));

    INGEST.on(SparkCluster.of(spark)).run(inbox, there);

    assertTakenAs(here, there);
    assertFalse(INGEST.run(inbox, there).committed(), "nothing new, for this machine either");
    assertOnlyItsOwnerReads(there.folder().resolve("protected"));
    assertFalse(Access.PRIVATE.isGiven(there.folder().resolve("manifests")));
  }

  private static void assertOnlyItsOwnerReads(Path root) throws IOException {
    assertTrue(Access.areKnownTo(root));
    try (Stream<Path> tree = Files.walk(root)) {
      List<Path> paths = tree.toList();
      assertTrue(paths.size() > 100, "as many files as were sent");
      for (Path path : paths) {
        assertTrue(Access.PRIVATE.isGiven(path), path::toString);
      }
    }
  }

  @Test
  @Tag("slow")
  void onAnObjectStoreTheSampleIsTakenAndTransformedAsItIsHere() throws IOException {
    Warehouse here = Networks.ingested(Networks.SAMPLE, folder.resolve("here"));
    Warehouse there =
        Warehouse.create(Location.of("objects://bucket" + folder.resolve("store/warehouse")));
    SqlFolder sql = Networks.sqlForClusters();
    try (DuckDb duckDb = DuckDb.open(null, "500MB")) {
      Transform.run(here, sql, duckDb, step -> {});
    }

    INGEST.on(SparkCluster.of(spark)).run(Networks.SAMPLE, there);
    Transform.run(there, sql, spark, step -> {});

    assertTakenAs(here, there);
  }

  private static void assertTakenAs(Warehouse here, Warehouse there) throws IOException {
    assertNull(new TwoWarehouses(here, there).firstDifference());
    assertEquals(
        names(here.folder().resolve("protected/originals")),
        names(there.folder().resolve("protected/originals")));
    assertEquals(List.of(), names(there.folder().resolve("scratch")), "nothing torn");
  }

  @Test
  void ofTwoRunsAtATimeOneCommits() throws IOException {
    for (Path shared :
        List.of(in(hdfs, "race"), Location.of("objects://bucket" + folder.resolve("race")))) {
      Warehouse first = Warehouse.create(shared);
      Warehouse second = Warehouse.create(shared);
      try (WriteLock one = first.lock();
          WriteLock two = second.lock()) {
        first.commit(Manifest.EMPTY.withFact("by", "first"));

        ConfigurationException e =
            assertThrows(
                ConfigurationException.class,
                () -> second.commit(Manifest.EMPTY.withFact("by", "second")));

        assertEquals(
            "Cannot commit to warehouse '%s': another run committed meanwhile (run the command again; nothing was changed)"
                .formatted(shared),
            e.getMessage());
        assertEquals("first", Warehouse.open(shared).manifest().fact("by"));
        assertEquals(
            List.of("000000000000.json", "000000000001.json"), names(shared.resolve("manifests")));
      }
    }
  }

  @Test
  void storageThatPromisesNothingIsRefusedBeforeAnyWork() throws IOException {
    Path shared = Location.of("objects://bucket" + folder.resolve("careless"));
    org.apache.hadoop.conf.Configuration settings =
        FileSystem.get(shared.toUri(), spark.session().sparkContext().hadoopConfiguration())
            .getConf();
    settings.setBoolean(ObjectStore.CONDITIONAL, false);
    try {
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> Warehouse.create(shared));
      assertEquals(
          "Cannot keep a warehouse at '%s': storage of kind objects can neither create a file only where there is none nor rename in one step (use hdfs://, or s3a:// with fs.s3a.create.conditional.enabled)"
              .formatted(shared),
          e.getMessage());
    } finally {
      settings.setBoolean(ObjectStore.CONDITIONAL, true);
    }
  }

  @Test
  void anUnknownKindOfStorageIsNamed() {
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> Location.of("nowhere://host/impact"));
    assertEquals(
        "Cannot reach 'nowhere://host/impact': No FileSystem for scheme \"nowhere\" (check the address; settings are given as -Dspark.hadoop.NAME=VALUE in IMPACT_JAVA_OPTS, or by spark-submit --conf)",
        e.getMessage());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
