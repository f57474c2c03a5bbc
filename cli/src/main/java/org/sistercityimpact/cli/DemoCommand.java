package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.checkpage.CheckPage;
import org.sistercityimpact.ingest.CityFiles;
import org.sistercityimpact.release.CheckPages;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Take the sample network through everything, into ./demo.")
final class DemoCommand extends ImpactCommand {
  @Mixin LanguageOption language;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Where warehouse and reports go (default: ${DEFAULT-VALUE}).")
  Path out;

  @Override
  public Integer call() throws IOException {
    Path inbox = home().resolve("sample-data").resolve("inbox");
    Path warehouse = out.resolve("warehouse");
    Path reports = out.resolve("reports");
    Pipeline pipeline =
        Pipeline.run(
            this,
            "demo",
            inbox,
            Warehouse.create(warehouse),
            Pipeline.Asked.NOTHING,
            language.words(),
            reports);
    if (json) {
      console.printJson(pipeline.json());
      return pipeline.transform().failed().isEmpty() ? ExitCode.GOOD : ExitCode.FINDINGS;
    }
    pipeline.print(console, warehouse, reports);
    if (pipeline.reports() == null) {
      return ExitCode.FINDINGS;
    }
    int year = pipeline.year();
    String at = " --warehouse " + Console.word(warehouse);
    console.print("");
    console.print(
        "The sample's activity is generated, and some of its files are faulty on purpose"
            + " (sample-data/README.md).");
    console.print("");
    console.print("Open     " + reports.resolve("national-" + year + ".pdf"));
    console.print(
        "         "
            + reports.resolve("national-annex-" + year + ".pdf")
            + "  (its tables, definitions and sources)");
    console.print("         " + reports.resolve("briefs") + "  (for each member that reported)");
    console.print(
        "         " + reports.resolve("letters") + "  (to each member: what arrived, what to fix)");
    Path page = out.resolve("check.html");
    Path registry = inbox.resolve(DatasetNames.REGISTRY);
    CheckPageCommand.write(
        CheckPages.of(
            sql(),
            new CityFiles(ContractFolder.read(sql())).registry(registry),
            null,
            year,
            CheckPage.LANGUAGES.contains(language.words().language())
                ? language.words().language()
                : CheckPage.LANGUAGES.get(0)),
        page);
    console.print("         " + page + "  (where a city checks its files before it sends them)");
    console.print("Then try ./impact status" + at + " --year " + year);
    console.print(
        "         ./impact sql"
            + at
            + " \"SELECT metric_id, low, central, high FROM metrics WHERE level = 'network' AND"
            + " data_year = "
            + year
            + "\"");
    console.print(
        "         ./impact check sample-data/inbox/" + year + "/US-TX-fort-worth/exchanges.csv");
    console.print("         ./impact explain no-such-date");
    return ExitCode.GOOD;
  }
}
