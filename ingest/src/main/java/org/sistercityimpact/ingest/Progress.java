package org.sistercityimpact.ingest;

/** Told how far a run has come; called from several threads. */
public interface Progress {
  /**
   * Some files of a stage are done.
   *
   * @param stage a few words, such as {@code "Check files"}
   * @param done files so far
   * @param total files in all
   */
  void step(String stage, int done, int total);

  /** Says nothing. */
  Progress SILENT = (stage, done, total) -> {};
}
