package org.sistercityimpact.reports;

/** How often one kind of problem was found in what a member sent for the report's year. */
record ProblemCount(String memberId, String code, String severity, long count) {}
