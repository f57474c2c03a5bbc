package org.sistercityimpact.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.release.Erasure;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.release.edition.FrozenFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Location;
import org.sistercityimpact.warehouse.Rewrite;
import org.sistercityimpact.warehouse.Soundness;
import org.sistercityimpact.warehouse.TemporaryFolder;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description =
        "Is this machine, this configuration and (with --warehouse) this warehouse sound?")
final class DoctorCommand extends ImpactCommand {
  private static final long ENOUGH_SPACE = 1L << 30;
  private static final int NAMED = 20;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      converter = LocationConverter.class,
      description =
          "Also look at a warehouse: every table, every original, every edition, and who may open them.")
  Path warehouse;

  @Option(
      names = "--fix",
      description = "Close to others what may hold personal data, and open what is made for all.")
  boolean fix;

  private Warehouse opened;
  private final List<Map<String, Object>> findings = new ArrayList<>();
  private boolean sound = true;

  @Override
  public Integer call() throws IOException {
    examine(
        "Java", () -> System.getProperty("java.version") + ", " + System.getProperty("os.arch"));
    examine(
        "Memory",
        () -> (Runtime.getRuntime().maxMemory() >> 20) + " MB for Java, " + threads() + " cores");
    examine("DuckDB", DoctorCommand::duckDb);
    examine("Contracts", () -> ContractFolder.read(sql()).all().size() + " tables");
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
    if (fix && warehouse == null) {
      throw new ConfigurationException(
          "Cannot run 'impact doctor --fix': it is a warehouse that is fixed (name it with --warehouse)");
    }
    if (warehouse != null) {
      examine("Warehouse", this::tables);
      if (opened != null) {
        Soundness soundness = new Soundness(opened, console::progress);
        examine("Originals", () -> originals(soundness));
        examine("Erasures", this::erasures);
        examine("Rights", () -> rights(soundness));
        opened.close();
      }
      for (EditionName name : Editions.of(warehouse).names()) {
        examine("Edition " + name, () -> edition(name));
      }
    }
    if (json) {
      console.printJson(Map.of("sound", sound, "findings", findings));
    } else {
      for (Map<String, Object> f : findings) {
        String[] found = ((String) f.get("found")).split("\n");
        String verdict = Boolean.TRUE.equals(f.get("sound")) ? "ok" : "BAD";
        console.print("%-4s %-26s %s".formatted(verdict, f.get("what"), found[0]));
        for (int i = 1; i < found.length; i++) {
          console.print(" ".repeat(32) + found[i]);
        }
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

  private String tables() throws IOException {
    opened = Warehouse.open(warehouse);
    Soundness.Finding tables = new Soundness(opened, console::progress).tables();
    require(tables.faults());
    return "%,d files of %,d tables agree with the manifest, %s%s"
        .formatted(
            tables.files(),
            opened.manifest().tables().size(),
            checked(tables.bytes()),
            Location.isLocal(opened.folder()) ? "; " + space(opened.folder()) : "");
  }

  private static String originals(Soundness soundness) throws IOException {
    Soundness.Finding originals = soundness.originals();
    require(originals.faults());
    return "%,d files as they were received, or as erasures left them, %s"
        .formatted(originals.files(), checked(originals.bytes()));
  }

  private String erasures() throws IOException {
    if (Rewrite.isUnfinished(opened.folder())) {
      throw new ConfigurationException(
          "one was begun and not ended: the person is not yet out of every file (run 'impact forget' again, or any command that writes: it goes on)");
    }
    List<JsonNode> records = Erasure.records(opened.folder());
    return records.isEmpty()
        ? "none"
        : "%s, the last on %s by %s"
            .formatted(
                Console.count(records.size(), "erasure"),
                records.get(records.size() - 1).get("erased_at").asText().substring(0, 10),
                records.get(records.size() - 1).get("by").asText());
  }

  private String rights(Soundness soundness) throws IOException {
    if (!Access.areKnownTo(opened.folder())) {
      return "left to the storage, which has none of its own for files (docs/scaling.md)";
    }
    List<String> faults = soundness.rights(fix).faults();
    if (!faults.isEmpty() && !fix) {
      throw new ConfigurationException(
          "%s%s (run 'impact doctor --warehouse %s --fix')"
              .formatted(faults.get(0), more(faults), Console.word(warehouse)));
    }
    return faults.isEmpty()
        ? "what may hold personal data is closed to others"
        : "%,d files and folders set right".formatted(faults.size());
  }

  private static void require(List<String> faults) {
    if (!faults.isEmpty()) {
      String named = String.join("\n", faults.subList(0, Math.min(faults.size(), NAMED)));
      int more = faults.size() - NAMED;
      throw new ConfigurationException(named + (more > 0 ? "\nand %,d more".formatted(more) : ""));
    }
  }

  private static String more(List<String> faults) {
    return faults.size() > 1 ? ", and %,d more".formatted(faults.size() - 1) : "";
  }

  private static String checked(long bytes) {
    return "%.3f GB checked".formatted(bytes / 1e9);
  }

  private String edition(EditionName name) {
    Editions editions = Editions.of(warehouse);
    Edition edition = editions.open(name);
    List<String> damage = edition.damage();
    if (!damage.isEmpty()) {
      throw new ConfigurationException(
          "%s%s (restore %s from a copy)".formatted(damage.get(0), more(damage), edition.folder()));
    }
    List<String> contradictions =
        editions.contradictions(edition, Warehouse.open(warehouse).manifest().facts());
    if (!contradictions.isEmpty()) {
      throw new ConfigurationException(
          "its record was changed after it was published: it is sha256 %s, but %s (restore %s from a copy)"
              .formatted(
                  edition.sha256().substring(0, 12),
                  String.join("; ", contradictions),
                  edition.folder()));
    }
    return "%,d files as they were published on %s%s, approved by %s, sha256 %s, %s%s"
        .formatted(
            edition.record().files().size(),
            edition.record().approval().publishedAt(),
            edition
                .erasures()
                .map(erased -> " or left by the erasure of " + erased.day())
                .orElse(""),
            edition.record().approval().approvedBy(),
            edition.sha256().substring(0, 12),
            checked(edition.record().files().stream().mapToLong(FrozenFile::bytes).sum()),
            edition.withdrawal().map(w -> "; " + w.sentence()).orElse(""));
  }
}
