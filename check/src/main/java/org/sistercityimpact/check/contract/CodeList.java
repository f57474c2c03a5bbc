package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.List;

/**
 * The codes that a field may hold, such as the countries of ISO 3166.
 *
 * @param name of its file in {@code sql/reference}, without the ending
 * @param entries in the order of the file
 */
public record CodeList(String name, List<Entry> entries) implements Serializable {
  public CodeList {
    entries = List.copyOf(entries);
  }

  /**
   * One code.
   *
   * @param code as stored
   * @param name in English
   * @param aliases other words that mean it
   */
  public record Entry(String code, String name, List<String> aliases) implements Serializable {
    public Entry {
      aliases = List.copyOf(aliases);
    }
  }
}
