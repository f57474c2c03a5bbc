package org.sistercityimpact.reports.data;

/**
 * A file, or a sheet of a workbook, that a member sent for the report's year.
 *
 * @param dataset null where it was not recognised
 * @param file its name, without folders
 * @param sheet null for a CSV
 * @param status in_force, superseded, nothing_to_report, empty, unusable or conflict
 */
public record SentFile(
    String dataset,
    String file,
    String sheet,
    long read,
    long accepted,
    long rejected,
    long duplicate,
    String status) {

  /** Rows that count: none where files contradict each other. */
  public long counted() {
    return is("conflict") ? 0 : accepted;
  }

  public boolean is(String someStatus) {
    return status.equals(someStatus);
  }
}
