package org.sistercityimpact.reports.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/** The registry's texts that are printed as they are: the president's letter and the notice. */
record RegistryTexts(Warehouse warehouse, SqlEngine engine) {

  /** The texts in force of the year, or of no year. */
  RegistryText inForce(String dataset, int year) {
    return new RegistryText(read(dataset, year), read(dataset + "_es", year));
  }

  private Optional<String> read(String dataset, int year) {
    Rows rows =
        engine.read(
            "SELECT sha256, file FROM raw_submissions WHERE status = 'in_force' AND dataset = '%s' AND (data_year IS NULL OR data_year = %s)"
                .formatted(dataset, year));
    if (rows.size() == 0) {
      return Optional.empty();
    }
    try {
      Object[] row = rows.values().get(0);
      byte[] bytes = warehouse.originals().read((String) row[0], (String) row[1], null, null, null);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // A byte order mark is no letter.
      text = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
