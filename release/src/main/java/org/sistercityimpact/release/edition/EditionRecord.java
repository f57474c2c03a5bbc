package org.sistercityimpact.release.edition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;

/**
 * {@code edition.json}: who published what, when, made with what.
 *
 * @param format version of this layout; readers refuse a newer one
 * @param edition the name
 * @param before the edition that its changes are told against
 * @param approval who published it, and when
 * @param rules by which its figures are made and withheld
 * @param program what made it
 * @param accepted missing parameters that were accepted by name
 * @param files every other file in the folder
 */
public record EditionRecord(
    int format,
    String edition,
    @JsonUnwrapped Before before,
    @JsonUnwrapped Approval approval,
    @JsonUnwrapped Rules rules,
    Program program,
    List<Gap> accepted,
    List<FrozenFile> files) {

  /**
   * The edition before.
   *
   * @param previous its name; null: there was none
   * @param previousSha256 what it is known by, see {@link Edition#sha256}; null as {@code previous}
   *     is, and in editions made before there was a chain
   */
  public record Before(String previous, String previousSha256) {}

  /**
   * The act of publishing.
   *
   * @param approvedBy who approved it
   * @param publishedAt when, UTC
   */
  public record Approval(String approvedBy, String publishedAt) {}

  /**
   * The rules that hold.
   *
   * @param methodVersion the impact method's version
   * @param disclosureRule the number of the rule of disclosure; null in those by rule 1
   * @param withheldFigures how many figures it withholds; null in those by rule 1
   */
  public record Rules(String methodVersion, Integer disclosureRule, Long withheldFigures) {}

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
