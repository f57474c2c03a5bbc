package org.sistercityimpact.reports.data;

/** What became of the rows that a member sent of one dataset for the report's year. */
public record Intake(
    String memberId, String dataset, long read, long accepted, long rejected, long duplicate) {

  /** The rows of both. */
  public Intake plus(Intake other) {
    return new Intake(
        memberId,
        dataset,
        read + other.read,
        accepted + other.accepted,
        rejected + other.rejected,
        duplicate + other.duplicate);
  }
}
