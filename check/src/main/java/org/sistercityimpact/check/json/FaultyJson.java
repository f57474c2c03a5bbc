package org.sistercityimpact.check.json;

/** A text that is no JSON; the message says why. */
public final class FaultyJson extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  FaultyJson(int line, String why) {
    super(why);
    this.line = line;
  }

  /** The line, from 1, in which it ceases to be JSON. */
  public int line() {
    return line;
  }
}
