package org.sistercityimpact.ingest;

import java.util.List;
import java.util.Map;

/**
 * What one run found and did.
 *
 * @param files how many it saw
 * @param rows how many it read in new and rechecked files
 * @param statuses how many submissions of the warehouse have each status, all of them, by word
 * @param problems what is wrong
 * @param registry rows of the registry's members and partnerships that do not count, and why: told
 *     before all else, for whole cities may be unknown because of one
 * @param named files that somebody has to look at, by the name that the inbox has for them
 * @param committed whether the warehouse changed
 * @param seconds wall time by stage, in order
 */
public record IngestReport(
    Files files,
    RowCounts rows,
    Map<String, Integer> statuses,
    ProblemCounts problems,
    List<String> registry,
    Named named,
    boolean committed,
    Map<String, Double> seconds) {

  /**
   * Files of the inbox that are, or should be, submissions.
   *
   * @param all of them
   * @param fresh contents that were not known, or are back in force
   * @param known contents that were: nothing new
   * @param unread files of which nothing could be read
   * @param rechecked earlier submissions, not of the inbox, that were checked afresh because the
   *     registry, a contract or the program changed
   * @param ofCities those that were taken for a city's, the registry's not among them
   */
  public record Files(int all, int fresh, int known, int unread, int rechecked, int ofCities) {}

  /**
   * Rows of new and rechecked files.
   *
   * @param read all of them
   * @param accepted rows that count
   * @param rejected rows with an error
   * @param duplicate rows that repeat another
   * @param rejectedInInbox rejected rows of all files that lie in the inbox, new or known
   */
  public record RowCounts(
      long read, long accepted, long rejected, long duplicate, long rejectedInInbox) {}

  /**
   * Problems found in new and rechecked files, and those that stand today (strays, conflicts);
   * those of superseded files apart.
   */
  public record ProblemCounts(Map<String, Long> bySeverity, Map<String, Long> byCode) {}

  /**
   * Files of the inbox by what is the matter with them.
   *
   * @param unusable cannot be used
   * @param conflicting contradict each other
   * @param strays are no submissions
   * @param misplaced strays whose name or folder means a dataset of a member
   * @param healed have written their damaged original in the warehouse anew
   * @param returned hold what was erased from the warehouse; nothing of them was taken
   */
  public record Named(
      List<String> unusable,
      List<String> conflicting,
      List<String> strays,
      List<String> misplaced,
      List<String> healed,
      List<String> returned) {}

  /** Whether any file of the inbox is unusable, in conflict or misplaced, or no city sent one. */
  public boolean hasFindings() {
    return !named.unusable.isEmpty()
        || !named.conflicting.isEmpty()
        || !named.misplaced.isEmpty()
        || files.ofCities == 0;
  }
}
