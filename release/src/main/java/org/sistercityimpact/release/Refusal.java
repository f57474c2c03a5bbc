package org.sistercityimpact.release;

/**
 * Why an edition may not be published as it is.
 *
 * @param reason what is wrong
 * @param advice what to do
 */
public record Refusal(String reason, String advice) {
  @Override
  public String toString() {
    return reason + " (" + advice + ")";
  }
}
