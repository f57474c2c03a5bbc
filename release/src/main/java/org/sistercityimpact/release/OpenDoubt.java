package org.sistercityimpact.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * A value that is possible but unlikely, and neither corrected nor confirmed: a row of {@code
 * findings}.
 *
 * @param value as {@code confirmed.csv} names it
 * @param place file, sheet of a workbook, and row, where it is one
 * @param reason what is unlikely
 * @param measure the measure of contributions of which it is most; null where it adds to none
 * @param share its part of the network's sum of that measure, 0 to 1; null likewise
 */
public record OpenDoubt(
    Value value, String place, String reason, String measure, BigDecimal share) {

  /**
   * The columns of {@code confirmed.csv} that name a value.
   *
   * @param dataYear the reporting year
   * @param member id of the member that sent it
   * @param dataset what its file reports
   * @param key names the row
   * @param column the column, or the measure of a sum
   * @param written the cell as written, or the sum
   */
  public record Value(
      int dataYear, String member, String dataset, String key, String column, String written) {}

  private static final String OPEN =
      """
      SELECT f.data_year, f.member_id, f.dataset, s.file, s.sheet, f.source_row, f.column_name, f.value, f.subject,
        f.metric_id, f.network_share, f.row_key
      FROM findings AS f
      JOIN submissions AS s ON s.submission_id = f.submission_id
      WHERE f.status = 'open' AND f.data_year BETWEEN %d AND %d
      ORDER BY f.network_share DESC NULLS FIRST, f.data_year, s.file, s.sheet, f.source_row, f.column_name""";

  /**
   * Those of some years: first what no share tells of, such as files that lack rows, then what
   * makes most of a network's figure.
   *
   * @param tables a transformed warehouse, its protected zone too
   */
  public static List<OpenDoubt> of(DuckDb tables, int firstYear, int lastYear) {
    return tables.read(OPEN.formatted(firstYear, lastYear)).values().stream()
        .map(
            row ->
                new OpenDoubt(
                    new Value(
                        ((Number) row[0]).intValue(),
                        (String) row[1],
                        (String) row[2],
                        (String) row[11],
                        (String) row[6],
                        (String) row[7]),
                    row[3]
                        + (row[4] == null ? "" : ", sheet " + row[4])
                        + (row[5] == null ? "" : ", row " + row[5]),
                    (String) row[8],
                    (String) row[9],
                    (BigDecimal) row[10]))
        .toList();
  }

  /** What is unlikely, and what it does to the network's figures. */
  public String said() {
    String effect =
        share == null
            ? ""
            : " (%s%% of the network's %s)"
                .formatted(
                    share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString(),
                    measure);
    return place + ": " + reason + effect;
  }

  /** The row of {@code confirmed.csv} that settles it, but for who has asked the city. */
  String confirmation() {
    return CSVFormat.RFC4180.format(
        value.dataYear,
        value.member,
        value.dataset,
        value.key,
        value.column,
        value.written,
        "NAME",
        "");
  }

  /** Rows of {@code confirmed.csv}, each with what is to be asked in its note. */
  public static Rows confirmations(List<OpenDoubt> doubts) {
    return new Rows(
        Stream.of(
                "data_year",
                "member_id",
                "dataset",
                "key",
                "column",
                "value",
                "confirmed_by",
                "note")
            .map(name -> new Column(name, "VARCHAR"))
            .toList(),
        doubts.stream()
            .map(
                doubt -> {
                  Value v = doubt.value;
                  return new Object[] {
                    v.dataYear, v.member, v.dataset, v.key, v.column, v.written, null, doubt.said()
                  };
                })
            .toList());
  }
}
