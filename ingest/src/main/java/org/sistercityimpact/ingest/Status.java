package org.sistercityimpact.ingest;

import java.util.Locale;

/** How a submission stands today. */
public enum Status {
  IN_FORCE,
  SUPERSEDED,
  NOTHING_TO_REPORT,
  EMPTY,
  UNUSABLE,
  CONFLICT;

  /** As printed and stored. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
