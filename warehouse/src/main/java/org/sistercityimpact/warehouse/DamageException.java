package org.sistercityimpact.warehouse;

/**
 * What the warehouse keeps is not what it was given: nobody's usage or data, and nothing that can
 * be gone on with. Its message is one line that says which file and how to mend it.
 */
public final class DamageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DamageException(String message) {
    super(message);
  }
}
