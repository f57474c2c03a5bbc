package org.sistercityimpact.reports.city;

import java.util.List;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;

/**
 * One of the two cards on a brief: a number, and what stands beneath it.
 *
 * @param number empty where there is none that is more than nothing: then the caption says why
 * @param rows labels and values
 * @param note a last line, or empty
 */
public record BriefCard(
    String title, Printed number, Printed caption, List<TableRow> rows, String note) {

  /** The row of a place from 0, or null where there are fewer. */
  public TableRow row(int place) {
    return place < rows.size() ? rows.get(place) : null;
  }

  /** Whether there is a number. */
  public boolean counts() {
    return !number.text().isEmpty();
  }
}
