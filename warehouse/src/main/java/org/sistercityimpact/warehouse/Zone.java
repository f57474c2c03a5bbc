package org.sistercityimpact.warehouse;

/**
 * The two halves of a warehouse: what may hold personal data or exact small counts, and the rest.
 */
public enum Zone {
  /** Originals, raw rows, problems, contributions and exact metrics. Never leaves the office. */
  PROTECTED("protected", Access.PRIVATE),
  /** Registry, reference, parameter and other tables without personal data. */
  TABLES("tables", Access.SHARED);

  private final String folder;
  private final Access access;

  Zone(String folder, Access access) {
    this.folder = folder;
    this.access = access;
  }

  /** The folder's name inside the warehouse. */
  public String folder() {
    return folder;
  }

  /** Who may open its files. */
  public Access access() {
    return access;
  }
}
