package org.sistercityimpact.warehouse;

/**
 * Something that the person at the keyboard can mend: a missing folder, a bad contract, faulty SQL,
 * an unknown name. Its message is one line of the form {@code Cannot <verb> <thing> '<value>' in
 * <file>:<row>: <reason> (<what to do>)}; the command prints it without a stack trace and exits 2.
 */
public class ConfigurationException extends RuntimeException {
  public ConfigurationException(String message) {
    super(message);
  }

  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }
}
