package org.sistercityimpact.reports;

/** For whom reports are printed, and so which numbers they hold. */
public enum Form {
  /** For everybody: small numbers of people are withheld, and what would give them away. */
  PUBLISHED("published_metrics"),

  /** For a city alone: a brief with its own exact numbers, marked on every page. */
  INTERNAL("metrics");

  private final String metrics;

  Form(String metrics) {
    this.metrics = metrics;
  }

  /** The table that the metrics are read from. */
  String metrics() {
    return metrics;
  }
}
