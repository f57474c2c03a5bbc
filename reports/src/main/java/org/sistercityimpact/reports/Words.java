package org.sistercityimpact.reports;

/** Sentences with figures in them, as templates put them together. */
public final class Words {
  /** Pieces one after another: texts, and figures that keep their trace. */
  public Printed with(Object... pieces) {
    return Printed.of(pieces);
  }
}
