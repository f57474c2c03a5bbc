package org.sistercityimpact.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.warehouse.Rows;

/** Adds up what became of the files of one run. */
final class Tally {
  private final List<String> unusable = new ArrayList<>();
  private final List<String> conflicting = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private final List<String> misplaced = new ArrayList<>();
  private int fresh;
  private int known;
  private int unread;
  private int cities;
  private int rechecked;
  private long read;
  private long accepted;
  private long rejected;
  private long duplicate;
  private long inboxRejected;

  void add(FileResult result, ReceiptLog log, SubmissionStatuses statuses) {
    if (result.checked() != null) {
      Checked checked = result.checked().checked();
      read += checked.read();
      accepted += checked.accepted();
      rejected += checked.rejected();
      duplicate += checked.duplicate();
    }
    if (result.arrival().path() == null) {
      rechecked++;
      return;
    }
    if (result.arrival().memberFolder() != null) {
      cities++;
    }
    if (result.refusal() != null) {
      unread++;
    } else if (log.isNew(result.submissionId())) {
      fresh++;
    } else {
      known++;
    }
    Status status =
        result.refusal() != null ? Status.UNUSABLE : statuses.status(result.submissionId());
    boolean isPhoto = result.arrival().place() == Arrival.Place.PHOTO;
    if (status == Status.UNUSABLE && !isPhoto) {
      unusable.add(result.arrival().label());
    } else if (status == Status.CONFLICT) {
      conflicting.add(result.arrival().label());
    }
    if (result.submissionId() != null) {
      inboxRejected += log.submissions().get(result.submissionId()).checked().rejected();
    }
  }

  void stray(Arrival arrival) {
    strays.add(arrival.label());
    if (arrival.dataset() != null) {
      misplaced.add(arrival.label());
    }
  }

  /**
   * @param statuses how many submissions have each status, those apart that could not be read
   * @param problems how many there are of each severity and code
   * @param registry why rows of the registry do not count
   */
  IngestReport report(
      Map<String, Integer> statuses,
      Rows problems,
      List<String> registry,
      List<String> healed,
      List<String> returned,
      boolean committed,
      Map<String, Double> seconds) {
    Map<String, Long> severities = new TreeMap<>();
    Map<String, Long> codes = new TreeMap<>();
    for (Object[] row : problems.values()) {
      severities.merge((String) row[0], (Long) row[2], Long::sum);
      codes.merge((String) row[1], (Long) row[2], Long::sum);
    }
    Map<String, Integer> all = new TreeMap<>(statuses);
    if (unread > 0) {
      all.merge(Status.UNUSABLE.word(), unread, Integer::sum);
    }
    return new IngestReport(
        new IngestReport.Files(fresh + known + unread, fresh, known, unread, rechecked, cities),
        new IngestReport.RowCounts(read, accepted, rejected, duplicate, inboxRejected),
        all,
        new IngestReport.ProblemCounts(severities, codes),
        registry,
        new IngestReport.Named(unusable, conflicting, strays, misplaced, healed, returned),
        committed,
        seconds);
  }
}
