package org.sistercityimpact.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

  /** The same for one statement, whose {@link #live models} are made. */
  DuckDb openLive(Warehouse warehouse, String asked) {
    DuckDb engine = openEngine(warehouse);
    live(warehouse, engine).ifPresent(models -> models.make(asked));
    return engine;
  }

  /**
   * Where files were ingested since the last transform: the models below the metrics, made as they
   * are asked for, so that submissions and problems are always those of the rows that lie there.
   */
  Optional<LiveModels> live(Warehouse warehouse, DuckDb engine) {
    return Transform.isStale(warehouse.manifest())
        ? Optional.of(new LiveModels(SqlFolder.read(sql()), engine))
        : Optional.empty();
  }

  static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }
}
