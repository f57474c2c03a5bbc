package org.sistercityimpact.transform;

import java.util.List;
import java.util.SortedMap;
import org.sistercityimpact.warehouse.Rows;

/**
 * What a transform did.
 *
 * @param rowsByTable rows of every table in the warehouse
 * @param checks how many check files ran
 * @param failed the checks that returned rows, which none may
 */
public record TransformReport(
    SortedMap<String, Long> rowsByTable, int checks, List<FailedCheck> failed) {

  /**
   * A check that returned rows.
   *
   * @param name the check's file name
   * @param title what should have held
   * @param rows the first 20 rows that break it
   */
  public record FailedCheck(String name, String title, Rows rows) {}
}
