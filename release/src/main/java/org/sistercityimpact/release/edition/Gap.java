package org.sistercityimpact.release.edition;

import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * A row that a parameter table lacks, by name: what {@code --accept} takes.
 *
 * @param parameter the table
 * @param key the row that it lacks
 */
public record Gap(String parameter, String key) {

  /** Reads {@code PARAMETER:KEY}. */
  public static Gap parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new ConfigurationException(
          "Cannot accept '%s': it is not of the form PARAMETER:KEY (write for instance cpi_u:2025)"
              .formatted(text));
    }
    return new Gap(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public String toString() {
    return parameter + ":" + key;
  }
}
