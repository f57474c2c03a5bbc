package org.sistercityimpact.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.warehouse.Warehouse;

/** Prints the reports of an edition. */
@FunctionalInterface
public interface Printer {
  /**
   * Prints an edition's year.
   *
   * @param computed the warehouse that holds its figures
   * @param note what changed since the edition before
   * @param out a folder that is not there yet
   * @return every file that was written
   */
  List<Path> print(Warehouse computed, EditionName edition, EditionNote note, Path out)
      throws IOException;
}
