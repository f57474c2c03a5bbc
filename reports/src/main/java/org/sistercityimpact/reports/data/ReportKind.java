package org.sistercityimpact.reports.data;

/** What can be written. */
public enum ReportKind {
  /**
   * {@code national-<year>.pdf}, its annex {@code national-annex-<year>.pdf} and {@code tables/}.
   */
  NATIONAL,
  /** {@code briefs/<year>-brief-<member_id>.pdf} for every member that reported. */
  CITY,
  /** {@code states/<year>-state-<code>.pdf} for every state with a member that reported. */
  STATE,
  /** {@code letters/<member_id>.pdf} for every member expected, and for any that sent something. */
  LETTER
}
