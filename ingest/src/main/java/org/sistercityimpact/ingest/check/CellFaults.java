package org.sistercityimpact.ingest.check;

import java.util.Map;

/** Where a column tells what is wrong with, or was assumed about, the cell it reads. */
interface CellFaults {
  /** Reports a problem of the cell; an error makes the cell bad and its row rejected. */
  void report(Column column, ProblemCode code, String cell, Map<String, String> words);
}
