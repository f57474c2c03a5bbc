package org.sistercityimpact.cli;

import java.nio.file.Path;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Option;

/** {@code --warehouse DIR}. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      defaultValue = "warehouse",
      converter = LocationConverter.class,
      description = "The warehouse: a folder, or hdfs://… (default: ${DEFAULT-VALUE}).")
  Path folder;

  /** The warehouse, which must be there. */
  Warehouse open() {
    return Warehouse.open(folder);
  }

  /** The warehouse, made if it is not there. */
  Warehouse create() {
    return Warehouse.create(folder);
  }

  /** The warehouse after a transform; throws when only ingest has run. */
  Warehouse openTransformed() {
    Warehouse warehouse = open();
    if (warehouse.manifest().files("metrics").isEmpty()) {
      throw new ConfigurationException(
          "Cannot read metrics in warehouse '%s': there are none yet (run 'impact transform --warehouse %s' first)"
              .formatted(folder, folder));
    }
    return warehouse;
  }
}
