package org.sistercityimpact.reports.data;

/** For whom reports are printed, and so which numbers they hold. */
public enum Form {
  /** For everybody: answers of few people and dollars of few firms are withheld. */
  PUBLISHED("published_metrics"),

  /** For a city alone: with its own trade dollars and the rows that it holds back, marked so. */
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
