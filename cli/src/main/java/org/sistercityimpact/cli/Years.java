package org.sistercityimpact.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/** The reporting years that a warehouse holds. */
final class Years {
  private Years() {}

  /** The asked year if the warehouse has it, or the latest when none was asked for. */
  static int choose(DuckDb engine, Integer asked) {
    List<Long> years =
        engine.read("SELECT DISTINCT data_year FROM metrics ORDER BY data_year").values().stream()
            .map(row -> (Long) row[0])
            .toList();
    if (years.isEmpty()) {
      throw new ConfigurationException(
          "Cannot report any year: the warehouse holds no submission of a member (put files at <year>/<member_id>/<dataset>.csv into the inbox and run 'impact ingest INBOX')");
    }
    if (asked == null) {
      return years.get(years.size() - 1).intValue();
    }
    if (!years.contains(asked.longValue())) {
      throw new ConfigurationException(
          "Cannot use year '%d': the warehouse has no data for it (it has %s)"
              .formatted(
                  asked, years.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
    return asked;
  }
}
