package org.sistercityimpact.check.contract;

import java.io.Serializable;
import java.util.Map;

/**
 * What a table or a field is called in another language.
 *
 * @param title for people; of a field also recognised as a header
 * @param description one sentence
 * @param words for each word of a list the one that a cell may hold instead
 */
public record Translation(String title, String description, Map<String, String> words)
    implements Serializable {

  public Translation {
    words = Map.copyOf(words);
  }
}
