package org.sistercityimpact.reports;

import java.util.Locale;

/** Why a metric has a value or has none; each prints as its own words, never as zero or blank. */
public enum Status {
  VALUE("value"),
  NOT_REPORTED("not reported"),
  NOT_COMPUTED("not computed"),
  WITHHELD("withheld"),
  NOT_KNOWN("not known"),
  NOT_APPLICABLE("not applicable");

  private final String words;

  Status(String words) {
    this.words = words;
  }

  /** What stands in print where a number would stand. */
  public String words() {
    return words;
  }

  static Status of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
