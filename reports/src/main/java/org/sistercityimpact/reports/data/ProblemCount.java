package org.sistercityimpact.reports.data;

/** How often one kind of problem was found in what a member sent for the report's year. */
public record ProblemCount(String memberId, String code, String severity, long count) {}
