package org.sistercityimpact.check;

/** What a file turned out to be. */
public enum Outcome {
  /** At least one row was accepted. */
  ROWS,
  /** It says "nothing to report" in so many words. */
  NOTHING_TO_REPORT,
  /** No bytes, or a header only. */
  EMPTY,
  /** It could not be read, or none of its rows was accepted. */
  UNUSABLE
}
