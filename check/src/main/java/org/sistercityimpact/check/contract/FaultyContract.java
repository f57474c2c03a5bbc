package org.sistercityimpact.check.contract;

/** A contract that cannot be used; the message names its file and says what to do. */
public final class FaultyContract extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the whole message. */
  public FaultyContract(String message) {
    super(message);
  }
}
