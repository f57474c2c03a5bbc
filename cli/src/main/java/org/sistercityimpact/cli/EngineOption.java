package org.sistercityimpact.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.sistercityimpact.ingest.CheckingCluster;
import org.sistercityimpact.ingest.CheckingClusterProvider;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.EngineOptions;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.SqlEngineProvider;
import picocli.CommandLine.Option;

/** {@code --engine} and {@code --master}: where the SQL runs. The rows are the same on each. */
final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "duckdb",
      description = "duckdb (default; in this process) or spark (fetched on first use).")
  private Engine engine = Engine.DUCKDB;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "Spark only: spark://host:port, local[*] (default) or local-cluster[workers,cores,MB].")
  private String master;

  private enum Engine {
    DUCKDB,
    SPARK;

    /** As it is written on the command line and known to providers. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The engine's name, as providers and run records have it. */
  String name() {
    return engine.toString();
  }

  /** Opens the engine asked for; what does not fit in its memory goes to {@code scratch}. */
  SqlEngine open(Path scratch) {
    return SqlEngineProvider.open(name(), options(scratch));
  }

  /** Whether files are checked on other machines than this one, or as if they were. */
  boolean isCluster() {
    options(null);
    return engine != Engine.DUCKDB;
  }

  /** Opens the machines that check files. */
  CheckingCluster openCluster() {
    return CheckingClusterProvider.open(name(), options(null));
  }

  private EngineOptions options(Path scratch) {
    if (master != null && engine != Engine.SPARK) {
      throw new ConfigurationException(
          "Cannot use --master '%s': engine %s runs in this process (add --engine spark)"
              .formatted(master, engine));
    }
    return new EngineOptions(master, scratch, EngineOptions.transformMemory());
  }
}
