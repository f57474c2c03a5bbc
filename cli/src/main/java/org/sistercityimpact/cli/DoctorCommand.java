package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sistercityimpact.release.Edition;
import org.sistercityimpact.release.EditionName;
import org.sistercityimpact.release.Editions;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Location;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.TemporaryFolder;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.contract.Contracts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description =
        "Is this machine, this configuration and (with --warehouse) this warehouse sound?")
final class DoctorCommand extends ImpactCommand {
  private static final long ENOUGH_SPACE = 1L << 30;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      converter = LocationConverter.class,
      description = "Also compare every file of a warehouse with its manifest.")
  Path warehouse;

  private final List<Map<String, Object>> findings = new ArrayList<>();
  private boolean sound = true;

  @Override
  public Integer call() {
    examine(
        "Java", () -> System.getProperty("java.version") + ", " + System.getProperty("os.arch"));
    examine(
        "Memory",
        () -> (Runtime.getRuntime().maxMemory() >> 20) + " MB for Java, " + threads() + " cores");
    examine("DuckDB", DoctorCommand::duckDb);
    examine("Contracts", () -> Contracts.read(sql()).all().size() + " tables");
    examine(
        "SQL",
        () -> {
          SqlFolder folder = SqlFolder.read(sql());
          return folder.layers().stream().mapToInt(l -> l.models().size()).sum()
              + " models, "
              + folder.metrics().size()
              + " metrics, "
              + folder.checks().size()
              + " checks";
        });
    examine("Space for temporary files", () -> space(TemporaryFolder.place()));
    if (warehouse != null) {
      examine("Warehouse", this::warehouse);
      for (EditionName name : Editions.of(warehouse).names()) {
        examine("Edition " + name, () -> edition(name));
      }
    }
    if (json) {
      console.printJson(Map.of("sound", sound, "findings", findings));
    } else {
      for (Map<String, Object> f : findings) {
        console.print(
            "%-4s %-26s %s"
                .formatted(
                    Boolean.TRUE.equals(f.get("sound")) ? "ok" : "BAD",
                    f.get("what"),
                    f.get("found")));
      }
      console.print(
          sound ? "All is sound." : "Something is wrong: see the lines that begin with BAD.");
    }
    return sound ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  private void examine(String what, Callable<String> examination) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("what", what);
    try {
      finding.put("sound", true);
      finding.put("found", examination.call());
    } catch (Exception | LinkageError fault) {
      finding.put("sound", false);
      finding.put("found", String.valueOf(fault.getMessage()));
      sound = false;
    }
    findings.add(finding);
  }

  private static String duckDb() {
    try (DuckDb engine = DuckDb.open(null, "200MB")) {
      return (String) engine.read("SELECT version()").values().get(0)[0];
    }
  }

  private static String space(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < ENOUGH_SPACE) {
      throw new ConfigurationException(
          "only %d MB free in %s (free 1 GB, or set TMPDIR)".formatted(free >> 20, folder));
    }
    return (free >> 30) + " GB free";
  }

  private String warehouse() throws IOException {
    Warehouse store = Warehouse.open(warehouse);
    Manifest manifest = store.manifest();
    int files = 0;
    for (Map.Entry<String, List<DataFile>> table : manifest.tables().entrySet()) {
      for (DataFile file : table.getValue()) {
        Path path = store.folder().resolve(file.path());
        if (!Files.isRegularFile(path) || !Warehouse.sha256(path).equals(file.sha256())) {
          throw new ConfigurationException(
              "%s of table %s is missing or was changed (restore the folder, or ingest afresh into a new one)"
                  .formatted(file.path(), table.getKey()));
        }
        files++;
      }
    }
    return files
        + " files of "
        + manifest.tables().size()
        + " tables agree with the manifest"
        + (Location.isLocal(store.folder()) ? "; " + space(store.folder()) : "");
  }

  private String edition(EditionName name) {
    Edition edition = Editions.of(warehouse).open(name);
    List<String> damage = edition.damage();
    if (!damage.isEmpty()) {
      throw new ConfigurationException(
          "%s%s (restore %s from a copy)"
              .formatted(
                  damage.get(0),
                  damage.size() > 1 ? " and %,d more".formatted(damage.size() - 1) : "",
                  edition.folder()));
    }
    return "%,d files as they were published on %s"
        .formatted(edition.record().files().size(), edition.record().publishedAt());
  }
}
