package org.sistercityimpact.reports;

/** What became of the rows that a member sent of one dataset for the report's year. */
record Intake(
    String memberId, String dataset, long read, long accepted, long rejected, long duplicate) {

  /** The rows of both. */
  Intake plus(Intake other) {
    return new Intake(
        memberId,
        dataset,
        read + other.read,
        accepted + other.accepted,
        rejected + other.rejected,
        duplicate + other.duplicate);
  }
}
