package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercityimpact.release.Rebuild;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.Program;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Disk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rebuild",
    description = "Compute an edition again from its own folder, and compare every byte.",
    footer = {
      "",
      "Example:  impact rebuild 2025.1          impact rebuild /media/copy/2025.1",
      "Exit code 1: something came out otherwise; each file is named."
    })
final class RebuildCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Parameters(
      paramLabel = "EDITION",
      description =
          "Its name in the warehouse, or the folder of an edition, wherever it was copied.")
  String edition;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Keep what was rebuilt in this new folder (default: it is not kept).")
  Path out;

  @Override
  public Integer call() throws IOException {
    Edition published = EditionOption.find(edition, warehouse.folder, console);
    if (out != null && Files.exists(out)) {
      throw new ConfigurationException(
          "Cannot rebuild into '%s': it is there already (name a new folder)".formatted(out));
    }
    Path folder = out == null ? Files.createTempDirectory("impact-rebuild") : out;
    try {
      console.say("Rebuilding edition %s from %s".formatted(published.name(), published.folder()));
      Rebuild rebuild = Rebuild.of(published, folder, console::progress);
      if (json) {
        console.printJson(document(rebuild));
      } else {
        print(rebuild);
      }
      return rebuild.isExact() ? ExitCode.GOOD : ExitCode.FINDINGS;
    } finally {
      if (out == null) {
        Disk.deleteTree(folder);
      }
    }
  }

  private void print(Rebuild rebuild) {
    Edition published = rebuild.edition();
    if (!rebuild.damage().isEmpty()) {
      console.print(
          "Edition %s is not as it was published, so nothing was computed:"
              .formatted(published.name()));
      rebuild.damage().forEach(line -> console.print("  " + line));
      console.print("Restore the folder from a copy.");
      return;
    }
    boolean isErased = published.erasures().isPresent();
    Program then = published.record().program();
    Program now = rebuild.program();
    console.print(
        "Edition %s, published %s, approved by %s"
            .formatted(
                published.name(),
                published.record().approval().publishedAt(),
                published.record().approval().approvedBy()));
    console.print(
        "  kept        %,d files, all as they were published%s"
            .formatted(
                published.record().files().size(), isErased ? " or as erasures left them" : ""));
    published
        .erasures()
        .ifPresent(
            erasures ->
                console.print(
                    "  erased      a person's cells of %,d protected files, last on %s; their tables are compared row by row"
                        .formatted(erasures.files().size(), erasures.day())));
    console.print(
        "  program     "
            + told(
                then.sha256().equals(now.sha256()), then.version(), now.version(), "other code"));
    console.print(
        "  Java        " + told(then.java().equals(now.java()), then.java(), now.java(), null));
    console.print(
        "  DuckDB      "
            + told(then.duckdb().equals(now.duckdb()), then.duckdb(), now.duckdb(), null));
    console.print("  reports     %,d files compared by their bytes".formatted(rebuild.reports()));
    console.print(
        "  tables      %,d have the same bytes%s"
            .formatted(
                rebuild.sameBytes(),
                rebuild.sameRows() == 0
                    ? ""
                    : ", %,d more the same rows (%s)"
                        .formatted(
                            rebuild.sameRows(),
                            isErased
                                ? "a person was erased from them"
                                : "from before rows had an order, or another DuckDB")));
    rebuild.differing().forEach(line -> console.print("  DIFFERS     " + line));
    console.print(
        rebuild.isExact()
            ? "Rebuilt exactly."
            : "%,d differ%s"
                .formatted(
                    rebuild.differing().size(),
                    out == null ? " (--out DIR keeps what was rebuilt)" : ", kept in " + out));
  }

  private static String told(boolean same, String then, String now, String difference) {
    return same
        ? now + ", the same"
        : "%s; it was published with %s%s"
            .formatted(
                now, then, difference == null || !then.equals(now) ? "" : " of " + difference);
  }

  private static Map<String, Object> document(Rebuild rebuild) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("edition", rebuild.edition().name().toString());
    document.put("exact", rebuild.isExact());
    document.put("damage", rebuild.damage());
    document.put("erased_on", rebuild.edition().erasures().map(e -> e.day()).orElse(null));
    document.put("published_with", program(rebuild.edition().record().program()));
    document.put("rebuilt_with", program(rebuild.program()));
    document.put("reports_compared", rebuild.reports());
    document.put("tables_with_same_bytes", rebuild.sameBytes());
    document.put("tables_with_same_rows", rebuild.sameRows());
    document.put("differing", rebuild.differing());
    return document;
  }

  private static Map<String, Object> program(Program program) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", program.version());
    document.put("sha256", program.sha256());
    document.put("java", program.java());
    document.put("duckdb", program.duckdb());
    return document;
  }
}
