package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "match",
    description =
        "Settle names that the registry does not know, and organizations spelled in two ways, once for all files.",
    footer = {
      "",
      "The first run lists the unclear names in a file, with proposals. Fill in the column meant, of as",
      "many rows as you know, and run it again: the answers go to registry/names.csv of the inbox, and",
      "the next ingest reads by them. Nothing is guessed.",
      "",
      "Organizations and firms of one member whose names are near each other count apart. Write the right",
      "name as meant where they are the same, and the word different where they are not.",
      "",
      "A cell that may name a person is listed by file and row, without its text. If you have the file and",
      "it names none, write the text as written and what it means as meant."
    })
final class MatchCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Parameters(
      paramLabel = "INBOX",
      converter = LocationConverter.class,
      description = "The inbox whose registry/names.csv keeps the answers.")
  Path inbox;

  @Option(
      names = "--file",
      paramLabel = "FILE.csv",
      defaultValue = "unclear-names.csv",
      description = "The file to review (default: ${DEFAULT-VALUE}).")
  Path file;

  @Option(
      names = "--answered-by",
      paramLabel = "NAME",
      description = "Who knows the answers, where the file does not say it.")
  String answeredBy;

  @Override
  public Integer call() throws IOException {
    Path registry = inbox.resolve("registry");
    if (!Files.isDirectory(registry)) {
      throw new ConfigurationException(
          "Cannot match names for inbox '%s': it has no folder registry (give the folder that holds registry/ and one folder a year)"
              .formatted(inbox));
    }
    if (file.toAbsolutePath().normalize().startsWith(registry.toAbsolutePath().normalize())) {
      throw new ConfigurationException(
          "Cannot write names to review to '%s': the registry is what answers go to (name a file outside of it with --file)"
              .formatted(file));
    }
    Warehouse store = warehouse.open();
    try (DuckDb engine = openLive(store)) {
      NameReview.Result result =
          new NameReview(ContractFolder.read(sql()), engine, registry.resolve("names.csv"))
              .review(file, answeredBy);
      if (json) {
        console.printJson(document(result));
      } else {
        result.refused().forEach(line -> console.say(line));
        console.print(
            "%s matched, %,d unclear%s"
                .formatted(
                    Console.count(result.matched(), "name"),
                    result.unclear(),
                    result.unclear() == 0
                        ? ""
                        : ": fill in the column meant of %s, then run this again".formatted(file)));
        if (result.hidden() > 0) {
          console.print(
              "%s by file and row alone: the text may name a person, or is too long; see the city's file"
                  .formatted(Console.count(result.hidden(), "unclear cell")));
        }
        if (result.near() > 0) {
          console.print(
              "%s near another of the same member, and counted apart: fill in what is meant, or 'different'"
                  .formatted(Console.count(result.near(), "organization")));
        }
        if (result.kept() > 0) {
          console.print(
              "%s kept in %s: 'impact ingest %s' reads by them"
                  .formatted(
                      Console.count(result.kept(), "answer"),
                      registry.resolve("names.csv"),
                      inbox));
        }
      }
      return result.refused().isEmpty() ? ExitCode.GOOD : ExitCode.FINDINGS;
    }
  }

  private Map<String, Object> document(NameReview.Result result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("matched", result.matched());
    document.put("unclear", result.unclear());
    document.put("hidden_cells", result.hidden());
    document.put("near_organizations", result.near());
    document.put("answers_kept", result.kept());
    document.put("refused", List.copyOf(result.refused()));
    return document;
  }
}
