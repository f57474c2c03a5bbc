package org.sistercityimpact.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.sistercityimpact.transform.LiveModels;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every subcommand has: the console, --json, --debug, and where {@code sql/} lies. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class ImpactCommand implements Callable<Integer> {
  Console console;

  @Option(names = "--json", description = "Print one JSON document instead of text.")
  boolean json;

  @Option(names = "--debug", description = "Show the stack trace of an error.")
  boolean debug;

  @Option(
      names = "--sql",
      paramLabel = "DIR",
      description =
          "Contracts, parameters, models, metrics and checks (default: the checkout's sql).")
  Path sqlFolder;

  /** The checkout: the launcher names it. */
  static Path home() {
    String home = System.getProperty("impact.home");
    return Path.of(home == null ? "." : home);
  }

  /** The folder with contracts, parameters, models, metrics and checks. */
  Path sql() {
    Path folder = sqlFolder == null ? home().resolve("sql") : sqlFolder;
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          "Cannot read SQL folder '%s': it is not there (name it with --sql)".formatted(folder));
    }
    return folder;
  }

  /** An engine over all tables of a warehouse, each under its plain name. */
  DuckDb openEngine(Warehouse warehouse) {
    WhatIfOption.warn(warehouse, console);
    return warehouse.openTables();
  }

  /**
   * The same where files may have been ingested since the last transform: the models below the
   * metrics are then made as statements name them, so that submissions and problems are always
   * those of the rows that lie there.
   */
  DuckDb openLive(Warehouse warehouse) {
    DuckDb engine = openEngine(warehouse);
    if (Transform.isStale(warehouse.manifest())) {
      LiveModels.expose(SqlFolder.read(sql()), engine);
    }
    return engine;
  }

  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
