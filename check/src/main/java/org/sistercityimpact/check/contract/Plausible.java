package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * From where on a value of one column is unlikely, so that somebody has to look, and from where on
 * it cannot be: one row of {@code sql/parameters/plausible.csv} that a file can be checked with.
 * The rows of the table {@code contributions} compare with other files and years: SQL does that.
 *
 * @param dataset name of the contract
 * @param column name of the field at which it is told
 * @param of what is compared
 * @param unlikelyFrom the first value that is in doubt
 * @param impossibleFrom the first value that is an error; null: none is
 * @param why what is known of such values
 */
public record Plausible(
    String dataset,
    String column,
    Of of,
    BigDecimal unlikelyFrom,
    BigDecimal impossibleFrom,
    String why)
    implements Serializable {
  /** What is compared with the limits. */
  public enum Of {
    /** The cell itself. */
    CELL,
    /** The cell, in rows whose currency is the dollar. */
    DOLLARS,
    /** The nights of a stay: as given, else from start_date to end_date. */
    STAY,
    /** The cell, for each person and night of the row. */
    PERSON_NIGHT,
    /** The cell, for each volunteer and month of the row. */
    VOLUNTEER_MONTH
  }
}
