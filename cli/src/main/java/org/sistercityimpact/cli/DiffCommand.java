package org.sistercityimpact.cli;

import org.sistercityimpact.release.diff.EditionDiff;
import org.sistercityimpact.release.edition.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    description =
        "Which figures are new, changed, removed or the same between two editions, and why.",
    footer = {
      "",
      "Example:  impact diff 2025.1 2025.2     (with one name: against the warehouse as it is now)"
    })
final class DiffCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Parameters(
      index = "0",
      paramLabel = "EDITION",
      description = "The earlier one: a name, or the folder of an edition.")
  String earlier;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EDITION",
      description = "The later one (default: the warehouse as it is now).")
  String later;

  @Option(names = "--all", description = "Print every figure, not only those of the network.")
  boolean allFigures;

  @Override
  public Integer call() {
    Snapshot before = Snapshot.of(EditionOption.find(earlier, warehouse.folder, console));
    Snapshot after =
        later == null
            ? new Snapshot("the warehouse", warehouse.openTransformed(), sql())
            : Snapshot.of(EditionOption.find(later, warehouse.folder, console));
    if (later == null) {
      Freshness.warn(after.warehouse(), console);
    }
    EditionDiff diff = EditionDiff.between(before, after);
    if (json) {
      console.printJson(DiffPrinter.document(diff));
    } else {
      new DiffPrinter(console).showing(allFigures).print(diff);
    }
    return ExitCode.GOOD;
  }
}
