package org.sistercityimpact.ingest;

import java.nio.file.Path;

/**
 * One file to be checked.
 *
 * @param path where it lies in the inbox; of one that is checked afresh, where it may still lie
 * @param bytes about how many
 * @param arrival what the inbox says, or once said, about it
 * @param kept the submission as it stands in the log, whose original is checked afresh; null: the
 *     file lies in the inbox
 */
record FileJob(Path path, long bytes, Arrival arrival, Submission kept) {}
