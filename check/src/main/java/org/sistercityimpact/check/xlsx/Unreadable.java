package org.sistercityimpact.check.xlsx;

/** Ends the reading of a part; never leaves this package. */
final class Unreadable extends Exception {
  private final Refusal refusal;

  Unreadable(Refusal refusal) {
    super(refusal.because(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
