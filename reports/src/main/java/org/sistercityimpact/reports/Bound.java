package org.sistercityimpact.reports;

import java.util.Locale;

/** Which of an estimate's three cases a figure prints: every assumption low, central or high. */
public enum Bound {
  LOW,
  CENTRAL,
  HIGH;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Bound of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
