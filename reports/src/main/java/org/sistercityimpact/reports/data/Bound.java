package org.sistercityimpact.reports.data;

import java.util.List;
import java.util.Locale;

/** What of an estimate a figure prints. */
public enum Bound {
  /** Every assumption low, or the one that is moved; so with the two after it. */
  LOW,
  CENTRAL,
  HIGH,
  /** How far low and high are from each other. */
  SPREAD;

  public static final List<Bound> CASES = List.of(LOW, CENTRAL, HIGH);

  /** As it ends an id and as a sentence calls it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Bound of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
