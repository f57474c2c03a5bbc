package org.sistercityimpact.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.Warehouse;

/** Inboxes to compare engines over, and warehouses made from them. */
final class Networks {
  static final Path HOME = Path.of(System.getProperty("impact.home"));
  static final Path SQL = HOME.resolve("sql");
  static final Path SAMPLE = HOME.resolve("sample-data/inbox");
  static final Clock NOON = Clock.fixed(Instant.parse("2026-02-01T12:00:00Z"), ZoneOffset.UTC);

  private static final int CONTRIBUTIONS = 40;

  private Networks() {}

  /**
   * How many members a generated network has: a few, or as many as {@code -Dimpact.members} says
   * (see spark/README.md), which takes too long for every build.
   */
  static int members(int few) {
    return Integer.getInteger("impact.members", few);
  }

  /**
   * The SQL that clusters and shared storage are tried with. It ends with the contributions, a
   * third of a transform that asks of a cluster all that the rest does: {@code ParityTest} compares
   * the rest among the slow proofs, and with {@code -Dimpact.members} it is run here too.
   */
  static SqlFolder sqlForClusters() {
    SqlFolder all = SqlFolder.read(SQL);
    return Integer.getInteger("impact.members") != null
        ? all
        : new SqlFolder(
            SQL,
            all.layers().stream().filter(layer -> layer.number() <= CONTRIBUTIONS).toList(),
            List.of(),
            List.of(),
            List.of());
  }

  /** Writes the inbox of an invented network into {@code folder}. */
  static Path generated(Path folder, int members, int years, int rows)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(HOME.resolve("sample-data/GenerateNetwork.java").toString());
    command.addAll(List.of("--members", "" + members, "--years", "" + years, "--rows", "" + rows));
    command.addAll(List.of("--seed", "7", "--out", folder.toString()));
    command.addAll(List.of("--source", HOME.resolve("sample-data/source").toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("The generator failed: " + said);
    }
    return folder;
  }

  /** An inbox taken into a new warehouse by DuckDB. */
  static Warehouse ingested(Path inbox, Path folder) {
    Warehouse warehouse = Warehouse.create(folder);
    new Ingest(ContractFolder.read(SQL), NOON, Progress.SILENT).run(inbox, warehouse);
    return warehouse;
  }

  /** The same warehouse once more, in another folder. */
  static Warehouse copy(Warehouse warehouse, Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(warehouse.folder())) {
      for (Path path : tree.toList()) {
        Path target = folder.resolve(warehouse.folder().relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return Warehouse.open(folder);
  }
}
