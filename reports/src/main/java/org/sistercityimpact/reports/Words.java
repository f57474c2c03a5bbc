package org.sistercityimpact.reports;

/** Sentences with figures in them, as templates put them together. */
public final class Words {
  /** Pieces one after another: texts, and figures that keep their trace. */
  public Printed with(Object... pieces) {
    return Printed.of(pieces);
  }

  /** The same where it can be said, else nothing. */
  public Printed when(boolean sayable, Object... pieces) {
    return sayable ? Printed.of(pieces) : Printed.plain("");
  }
}
