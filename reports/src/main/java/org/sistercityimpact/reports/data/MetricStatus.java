package org.sistercityimpact.reports.data;

import java.util.Locale;

/** Why a metric has a value or has none; each prints as its own words, never as zero or blank. */
public enum MetricStatus {
  VALUE,
  NOT_REPORTED,
  NOT_COMPUTED,
  WITHHELD,
  NOT_KNOWN,
  NOT_APPLICABLE;

  public static MetricStatus of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
