package org.sistercityimpact.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what became of the files of one run. */
final class Tally {
  private final Map<String, Long> severities = new TreeMap<>();
  private final Map<String, Long> codes = new TreeMap<>();
  private final List<String> unusable = new ArrayList<>();
  private final List<String> conflicting = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private int fresh;
  private int known;
  private int rechecked;
  private long read;
  private long accepted;
  private long rejected;
  private long duplicate;
  private long inboxRejected;

  void add(FileResult result, Register register, Standing standing) {
    Submission checked = result.checked();
    if (checked != null) {
      read += checked.read();
      accepted += checked.accepted();
      rejected += checked.rejected();
      duplicate += checked.duplicate();
    }
    if (result.arrival().path() == null) {
      rechecked++;
      return;
    }
    if (result.submissionId() != null && register.isNew(result.submissionId())) {
      fresh++;
    } else {
      known++;
    }
    Status status =
        result.refusal() != null ? Status.UNUSABLE : standing.status(result.submissionId());
    if (status == Status.UNUSABLE) {
      unusable.add(result.arrival().file());
    } else if (status == Status.CONFLICT) {
      conflicting.add(result.arrival().file());
    }
    if (result.submissionId() != null) {
      inboxRejected += register.submissions().get(result.submissionId()).rejected();
    }
  }

  void stray(String file) {
    strays.add(file);
  }

  void add(ProblemSpool spool) {
    spool.codes().forEach((code, count) -> codes.merge(code, count, Long::sum));
    spool.severities().forEach((severity, count) -> severities.merge(severity, count, Long::sum));
  }

  IngestReport report(
      Map<String, Integer> statuses, boolean committed, Map<String, Double> seconds) {
    return new IngestReport(
        fresh + known,
        fresh,
        known,
        rechecked,
        read,
        accepted,
        rejected,
        duplicate,
        inboxRejected,
        statuses,
        severities,
        codes,
        unusable,
        conflicting,
        strays,
        committed,
        seconds);
  }
}
