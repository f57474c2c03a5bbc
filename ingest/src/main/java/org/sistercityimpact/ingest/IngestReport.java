package org.sistercityimpact.ingest;

import java.util.List;
import java.util.Map;

/**
 * What one run found and did.
 *
 * @param files files of the inbox that are, or should be, submissions
 * @param newFiles of these, contents that were not known (or are back in force)
 * @param knownFiles of these, contents that were: nothing new
 * @param unreadFiles of these, files of which nothing could be read
 * @param recheckedFiles earlier submissions that were checked afresh because the registry, a
 *     contract or the program changed
 * @param read rows read in new and rechecked files
 * @param accepted of these, rows that count
 * @param rejected of these, rows with an error
 * @param duplicate of these, rows that repeat another
 * @param inboxRejected rejected rows of all files that lie in the inbox, new or known
 * @param statuses how many submissions of the warehouse have each status, all of them, by word
 * @param severities problems found in new and rechecked files, and those that stand today (strays,
 *     conflicts), by severity; those of superseded files apart
 * @param codes the same, by code
 * @param registry rows of the registry's members and partnerships that do not count, and why: told
 *     before all else, for whole cities may be unknown because of one
 * @param unusable files of the inbox that cannot be used
 * @param conflicting files of the inbox that contradict each other
 * @param strays files of the inbox that are no submissions
 * @param misplaced of these, files whose name or folder means a dataset of a member
 * @param cityFiles files of the inbox that were taken for a city's, the registry's not among them
 * @param healed files whose original in the warehouse was damaged and has been written anew
 * @param returned files of the inbox that hold what was erased from the warehouse; nothing of them
 *     was taken
 * @param committed whether the warehouse changed
 * @param seconds wall time by stage, in order
 */
public record IngestReport(
    int files,
    int newFiles,
    int knownFiles,
    int unreadFiles,
    int recheckedFiles,
    long read,
    long accepted,
    long rejected,
    long duplicate,
    long inboxRejected,
    Map<String, Integer> statuses,
    Map<String, Long> severities,
    Map<String, Long> codes,
    List<String> registry,
    List<String> unusable,
    List<String> conflicting,
    List<String> strays,
    List<String> misplaced,
    int cityFiles,
    List<String> healed,
    List<String> returned,
    boolean committed,
    Map<String, Double> seconds) {

  /** Whether any file of the inbox is unusable, in conflict or misplaced, or no city sent one. */
  public boolean hasFindings() {
    return !unusable.isEmpty() || !conflicting.isEmpty() || !misplaced.isEmpty() || cityFiles == 0;
  }
}
