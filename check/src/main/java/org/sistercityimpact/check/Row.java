package org.sistercityimpact.check;

import java.util.Map;
import org.sistercityimpact.check.contract.Wording;

/** The row being checked, as its rules see it. */
interface Row {
  /** Where its cells lie in each column. */
  int slot();

  /** Whether no error has been found in it so far. */
  boolean isGood();

  /** What the row holds of a column, as it was written. */
  String written(CellColumn column);

  /** What the file is checked against. */
  Context context();

  /** Reports a problem of a kind that the checker knows; a {@code cell} of its own. */
  void report(CellColumn column, ProblemCode code, Map<String, String> words);

  /** Reports a problem in a contract's own words. */
  void report(CellColumn column, Severity severity, Wording wording, Map<String, String> words);
}
