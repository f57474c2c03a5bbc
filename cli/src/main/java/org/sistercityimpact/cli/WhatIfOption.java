package org.sistercityimpact.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.transform.WhatIf;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Option;

/** {@code --set}: other parameters than the published ones, for figures that are marked so. */
final class WhatIfOption {
  @Option(
      names = "--set",
      paramLabel = "NAME[:KEY]=VALUE",
      description =
          "What-if: another value for a parameter (or low/central/high), for this run only; every output says that it is not the published method. Repeatable.")
  List<String> settings = new ArrayList<>();

  /** The parameters to set, checked against those of {@code sql}. */
  WhatIf read(Path sql) {
    return WhatIf.of(settings, sql);
  }

  /** The words that mark a what-if's output, or null for the published method. */
  static String mark(Warehouse warehouse) {
    String set = Transform.whatIf(warehouse.manifest());
    return set.isEmpty() ? null : "WHAT-IF, not the published method: " + set;
  }

  /** Tells on standard error when what is about to be read is a what-if. */
  static void warn(Warehouse warehouse, Console console) {
    String mark = mark(warehouse);
    if (mark != null) {
      console.say(
          mark + " (run 'impact transform' without --set to return; it is never published)");
    }
  }
}
