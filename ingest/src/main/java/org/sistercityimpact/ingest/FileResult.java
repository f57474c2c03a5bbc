package org.sistercityimpact.ingest;

import org.sistercityimpact.check.Problem;

/**
 * What became of one file.
 *
 * @param arrival the file
 * @param submissionId its content for its member, year and dataset; null: it could not be read
 * @param checked the submission when it was checked; null: known already, or not readable
 * @param refusal why it could not be read; null: it was
 */
record FileResult(Arrival arrival, String submissionId, Submission checked, Problem refusal) {}
