package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.research.ResearchRelease;
import org.sistercityimpact.warehouse.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "release",
    description =
        "Make an edition's research release: a folder that stands alone, with every published table as Parquet, CSV and in one database, a dictionary, worked queries, and how to cite it.",
    footer = {
      "",
      "Example:  impact release 2025.1 --out .      then: impact sql --release release-2025.1",
      "What may leave the office is listed in sql/release/tables.csv."
    })
final class ReleaseCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Parameters(
      paramLabel = "EDITION",
      description = "Its name in the warehouse, or the folder of an edition.")
  String edition;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The release becomes a new folder release-<edition> in this one.")
  Path out;

  @Override
  public Integer call() throws IOException {
    Edition published = EditionOption.find(edition, warehouse.folder, console);
    published
        .withdrawal()
        .ifPresent(
            w -> {
              throw new ConfigurationException(
                  "Cannot release edition '%s': it was %s (release the edition that corrects it)"
                      .formatted(published.name(), w.sentence()));
            });
    console.say("Releasing edition %s from %s".formatted(published.name(), published.folder()));
    ResearchRelease release = ResearchRelease.write(published, out);
    if (json) {
      console.printJson(document(release));
      return ExitCode.GOOD;
    }
    console.print(
        "Release: %,d tables with %,d rows, %,d files, %,.1f MB in %s"
            .formatted(
                release.tables(),
                release.rows(),
                release.files(),
                release.bytes() / 1e6,
                release.folder()));
    console.print("  begin with   " + release.folder().resolve("README.md"));
    console.print(
        "  query it     impact sql --release %s \"SELECT * FROM states_by_year\""
            .formatted(release.folder()));
    console.print("  cite it as   " + release.citation());
    return ExitCode.GOOD;
  }

  private static Map<String, Object> document(ResearchRelease release) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("folder", release.folder().toString());
    document.put("tables", release.tables());
    document.put("rows", release.rows());
    document.put("files", release.files());
    document.put("bytes", release.bytes());
    document.put("citation", release.citation());
    return document;
  }
}
