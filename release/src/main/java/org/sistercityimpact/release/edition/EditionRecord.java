package org.sistercityimpact.release.edition;

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
 * @param previousSha256 what that one is known by, see {@link Edition#sha256}; null as {@code
 *     previous} is, and in editions made before there was a chain
 * @param approvedBy who approved it
 * @param publishedAt when, UTC
 * @param methodVersion the impact method's version
 * @param disclosureRule the number of the rule of disclosure; null in those by rule 1
 * @param withheldFigures how many figures it withholds; null in those by rule 1
 * @param program what made it
 * @param accepted missing parameters that were accepted by name
 * @param files every other file in the folder
 */
public record EditionRecord(
    int format,
    String edition,
    String previous,
    String previousSha256,
    String approvedBy,
    String publishedAt,
    String methodVersion,
    Integer disclosureRule,
    Long withheldFigures,
    Program program,
    List<Gap> accepted,
    List<FrozenFile> files) {

  /** The layout that this program writes; 1 knew no rules of disclosure. */
  public static final int FORMAT = 5;

  /**
   * From here on files of tables tell what they hold, and so have other bytes. The rows of a table
   * come in one order since 3.
   */
  private static final int TELLING = 5;

  public static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** Whether {@code running} gives its tables with the bytes that they had. */
  public boolean hasBytesOf(Program running) {
    return format >= TELLING && program.duckdb().equals(running.duckdb());
  }
}
