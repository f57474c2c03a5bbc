package org.sistercityimpact.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sistercityimpact.warehouse.SqlEngine.Part;

/**
 * Machines that check files with {@link CheckWorker}s. A task that fails, or is run twice, counts
 * once or not at all.
 */
public interface CheckingCluster extends AutoCloseable {
  /**
   * Takes each file of {@code order} once and writes the accepted rows, with the columns of the
   * contract's raw table, as Parquet files into {@code folder}.
   *
   * @param told each file's account, in any order, from any thread
   * @return the files written: at least one, if only to hold no rows
   */
  List<Part> check(CheckOrder order, Path folder, Consumer<CheckedFile> told);

  @Override
  void close();
}
