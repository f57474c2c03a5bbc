package org.sistercityimpact.ingest;

/**
 * One entry of the log of what arrived, in order. Contents that arrived together for one slot are
 * one event: a conflict.
 *
 * @param event rising number; equal for the contents of a conflict
 * @param submissionId which content arrived
 */
record Receipt(int event, String submissionId) {}
