package org.sistercityimpact.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.CheckOrder.Group;
import org.sistercityimpact.ingest.CheckOrder.SentFile;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.IngestReport;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.Warehouse;

/** The same checker on threads and on executors: same rows, problems and accounts. */
class SparkIngestTest {
  private static final Ingest HERE =
      new Ingest(ContractFolder.read(Networks.SQL), Networks.NOON, Progress.SILENT);

  @TempDir Path folder;
  private static SparkCluster cluster;

  @BeforeAll
  static void open() {
    cluster = SparkCluster.open(new EngineOptions("local[2]", null, "1GB"));
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @Test
  void takesTheSampleAsThisMachineDoes() {
    Warehouse here = Warehouse.create(folder.resolve("here"));
    Warehouse there = Warehouse.create(folder.resolve("there"));

    IngestReport report = HERE.run(Networks.SAMPLE, here);
    assertSame(report, HERE.on(cluster).run(Networks.SAMPLE, there));

    assertNull(new TwoWarehouses(here, there).firstDifference());
    assertTrue(
        report.rows().rejected() > 0 && report.rows().duplicate() > 0, "there were faults to find");
    assertFalse(HERE.on(cluster).run(Networks.SAMPLE, there).committed(), "nothing new twice");
  }

  @Test
  void takesResubmissionsConflictsAndANewRegistryAsThisMachineDoes() throws IOException {
    Path inbox = copy(Networks.SAMPLE, folder.resolve("inbox"));
    Warehouse here = Warehouse.create(folder.resolve("here"));
    Warehouse there = Warehouse.create(folder.resolve("there"));
    HERE.run(inbox, here);
    HERE.on(cluster).run(inbox, there);

    Path submitted = anyFile(inbox, "exchanges.csv");
    String text = Files.readString(submitted);
    Files.writeString(submitted, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
    Files.writeString(submitted.resolveSibling("Exchanges (2).csv"), text + text);
    Path members = inbox.resolve("registry/members.csv");
    Files.writeString(members, Files.readString(members) + "\n");
    Files.writeString(
        inbox.resolve("registry/names.csv"),
        """
        column,member_id,written,meant
        co_organizers,US-TX-fort-worth,Example Museum of Fort Worth,Example Museum
        co_organizers,,Example Museum,Example Library of Fort Worth
        co_organizers,,Example Garden Club of Fort Worth,Example Garden Club of Fort Worth
        """);
    IngestReport report = HERE.run(inbox, here);
    assertSame(report, HERE.on(cluster).run(inbox, there));
    assertTrue(report.toString().contains("name-settled"), report::toString);

    assertNull(new TwoWarehouses(here, there).firstDifference());
  }

  @Test
  void spreadsFilesEvenlyBySizeAndNeverSplitsAGroup() {
    List<Group> groups =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Group(
                        List.of(new SentFile(i, "f" + i, null, i * 100_000L, "M", 2025, null))))
            .toList();

    var tasks = SparkCluster.spread(groups, 4);

    assertEquals(15, tasks.size(), "495 MB in tasks of 32 MB or a little more");
    assertEquals(100, tasks.stream().mapToInt(List::size).sum());
    var work =
        tasks.stream().mapToLong(t -> t.stream().mapToLong(Group::bytes).sum()).summaryStatistics();
    assertTrue(work.getMax() - work.getMin() < 1_000_000, work.toString());
  }

  private static void assertSame(IngestReport expected, IngestReport got) {
    assertEquals(withoutSeconds(expected), withoutSeconds(got));
  }

  private static Map<String, Object> withoutSeconds(IngestReport report) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (RecordComponent part : IngestReport.class.getRecordComponents()) {
      if (!part.getName().equals("seconds")) {
        try {
          parts.put(part.getName(), part.getAccessor().invoke(report));
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
    }
    return parts;
  }

  private static Path anyFile(Path inbox, String name) throws IOException {
    try (Stream<Path> tree = Files.walk(inbox)) {
      return tree.filter(f -> f.getFileName().toString().equals(name)).sorted().findFirst().get();
    }
  }

  static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : tree.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return to;
  }
}
