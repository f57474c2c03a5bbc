package org.sistercityimpact.ingest;

import java.nio.file.Path;
import org.sistercityimpact.ingest.check.Problem;

/**
 * One file found in the inbox, and what its place and name say about it.
 *
 * @param path where it lies
 * @param file relative to the inbox, with forward slashes
 * @param bytes its length
 * @param place what its place and name make of it
 * @param memberFolder the member as the folder spells it; null: registry
 * @param dataYear the folder's year, or a letter's; null: registry table
 * @param dataset name of the contract, {@code letter} or {@code notice}; null: not known
 * @param refusal why it cannot be a submission, whatever it holds; null: it can
 * @param assumed what its name was taken for; null: it is the name of a dataset
 */
record Arrival(
    Path path,
    String file,
    long bytes,
    Place place,
    String memberFolder,
    Integer dataYear,
    String dataset,
    Problem refusal,
    Problem assumed) {

  /** The same file, of which nothing can be read. */
  Arrival unreadable(Problem why) {
    return new Arrival(path, file, 0, Place.UNREADABLE, memberFolder, dataYear, dataset, why, null);
  }

  /** What a place and name make of a file. */
  enum Place {
    /** A member's dataset, or what should have been one. */
    SUBMISSION,
    /** A table of the registry, or what should have been one. */
    REGISTRY,
    /** A text that reports print. */
    TEXT,
    /** Cannot be read, so nothing of it can be kept. */
    UNREADABLE,
    /** Nothing to do with submissions. */
    STRAY
  }
}
