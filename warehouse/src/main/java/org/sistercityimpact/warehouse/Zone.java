package org.sistercityimpact.warehouse;

/**
 * The two halves of a warehouse: what may hold personal data or exact small counts, and the rest.
 */
public enum Zone {
  /** Originals, raw rows, problems, contributions and exact metrics. Never leaves the office. */
  PROTECTED("protected"),
  /** Registry, reference, parameter and other tables without personal data. */
  TABLES("tables");

  private final String folder;

  Zone(String folder) {
    this.folder = folder;
  }

  /** The folder's name inside the warehouse. */
  public String folder() {
    return folder;
  }
}
