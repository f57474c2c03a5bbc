package org.sistercityimpact.cli;

import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/** Whether a warehouse's metrics were made from the rows that it holds now. */
final class Freshness {
  private Freshness() {}

  /** Tells on standard error when the metrics are older than the rows. */
  static void warn(Warehouse warehouse, Console console) {
    if (Transform.isStale(warehouse.manifest())) {
      console.say(
          "Note: files were ingested since the last transform; run 'impact transform' to bring the metrics up to date");
    }
  }

  /** Refuses to print metrics that are older than the rows, or that broke a check. */
  static void require(Warehouse warehouse) {
    requireTransformed(warehouse, "report");
    String failed = Transform.failedChecks(warehouse.manifest());
    if (!failed.isEmpty()) {
      throw new ConfigurationException(
          "Cannot report from warehouse '%s': these checks failed at the last transform: %s (run 'impact transform --warehouse %s' to see the rows)"
              .formatted(warehouse.folder(), failed, warehouse.folder()));
    }
  }

  /** Refuses to go on with metrics that are older than the rows: the two would not agree. */
  static void requireTransformed(Warehouse warehouse, String verb) {
    if (Transform.isStale(warehouse.manifest())) {
      throw new ConfigurationException(
          "Cannot %s from warehouse '%s': files were ingested since the last transform (run 'impact transform --warehouse %s' first)"
              .formatted(verb, warehouse.folder(), warehouse.folder()));
    }
  }
}
