package org.sistercityimpact.reports;

/** What became of the rows that a member sent of one dataset for the report's year. */
record Intake(
    String memberId, String dataset, long read, long accepted, long rejected, long duplicate) {}
