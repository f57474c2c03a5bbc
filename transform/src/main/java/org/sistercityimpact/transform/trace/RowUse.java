package org.sistercityimpact.transform.trace;

import java.util.List;
import java.util.Map;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.trace.Traced.Settled;

/**
 * What became of one submitted row: in which figures it counts, or why in none.
 *
 * @param place where it stands
 * @param told what it tells of
 * @param why why it counts nowhere; null where it does
 * @param settled its cells that were read by answers of names.csv
 * @param uses by metric
 */
public record RowUse(Place place, Told told, String why, List<Settled> settled, List<Use> uses) {

  /**
   * A row of a file that a member sent.
   *
   * @param file path in the inbox
   * @param sheet of a workbook; null for a CSV
   * @param sourceRow the row as a person sees it
   * @param memberId who sent it
   * @param dataset what the file reports
   * @param dataYear the reporting year
   */
  public record Place(
      String file, String sheet, long sourceRow, String memberId, String dataset, int dataYear) {}

  /**
   * What a row tells of.
   *
   * @param id the member's own id of it; null: the dataset has none
   * @param date its day or month; null: it has none
   * @param partnershipId its partnership; null: it has none
   */
  public record Told(String id, String date, String partnershipId) {
    static final Told NOTHING = new Told(null, null, null);
  }

  /**
   * A metric in which the row counts.
   *
   * @param term of the metric's formula; a metric that is one sum has one of its own name
   * @param counted whether it is a thing counted once, however many rows name it
   * @param amount what it adds
   * @param figures key by level, such as {@code TX} by {@code state}; empty for the network
   * @param years how many years the figure looks back, its own included
   */
  public record Use(
      String metric,
      String title,
      String unit,
      String term,
      boolean counted,
      Amount amount,
      Map<String, String> figures,
      int years) {}
}
