package org.sistercityimpact.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * {@code edition.json}: who published what, when, made with what.
 *
 * @param format version of this layout; readers refuse a newer one
 * @param edition the name
 * @param previous the edition that its changes are told against; null: there was none
 * @param approvedBy who approved it
 * @param publishedAt when, UTC
 * @param methodVersion the impact method's version
 * @param program what made it
 * @param accepted missing parameters that were accepted by name
 * @param files every other file in the folder
 */
public record EditionRecord(
    int format,
    String edition,
    String previous,
    String approvedBy,
    String publishedAt,
    String methodVersion,
    Program program,
    List<Gap> accepted,
    List<FrozenFile> files) {

  /** The layout that this program writes. */
  static final int FORMAT = 1;

  static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);
}
