package org.sistercityimpact.check;

import java.util.Locale;

/** How much a problem matters. */
public enum Severity {
  /** The row (or file) does not count. */
  ERROR,
  /** The row counts; somebody should look. */
  WARNING,
  /** The row counts, read as the message says. */
  ASSUMED;

  /** As printed and stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
