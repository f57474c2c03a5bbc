package org.sistercityimpact.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.ingest.check.Outcome;
import org.sistercityimpact.ingest.check.Problem;
import org.sistercityimpact.ingest.check.ProblemCode;

/**
 * How each submission stands, found by replaying all receipts: never kept, so that it cannot
 * disagree with them.
 */
final class Standing {
  // A new file that loses more than a fifth of the rows is probably not the whole year.
  private static final double FEWEST_KEPT = 0.8;

  private final Map<String, Submission> submissions;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Status> statuses = new LinkedHashMap<>();
  private final Map<String, Problem> notes = new HashMap<>();

  /** What has happened to one member, year and dataset. */
  private static final class Slot {
    final Set<String> seen = new LinkedHashSet<>();
    String holder;
    Set<String> last = Set.of();
  }

  private Standing(Map<String, Submission> submissions) {
    this.submissions = submissions;
  }

  /** Replays {@code receipts}, oldest first. */
  static Standing of(Map<String, Submission> submissions, List<Receipt> receipts) {
    Standing standing = new Standing(submissions);
    Map<Integer, Set<String>> events = new LinkedHashMap<>();
    for (Receipt receipt : receipts) {
      events
          .computeIfAbsent(receipt.event(), event -> new LinkedHashSet<>())
          .add(receipt.submissionId());
    }
    events.values().forEach(standing::receive);
    standing.supersedeRenamed();
    return standing;
  }

  /** One more event: contents of one slot that arrived together. */
  void receive(Set<String> arrived) {
    Slot slot = slot(arrived.iterator().next());
    slot.seen.addAll(arrived);
    for (String earlier : slot.seen) {
      if (!earlier.equals(slot.holder) && !arrived.contains(earlier)) {
        set(earlier, Status.SUPERSEDED, null);
      }
    }
    if (arrived.size() > 1) {
      conflict(slot, arrived);
    } else {
      take(slot, submissions.get(arrived.iterator().next()));
    }
    slot.last = Set.copyOf(arrived);
  }

  private void conflict(Slot slot, Set<String> arrived) {
    List<String> files = arrived.stream().map(id -> submissions.get(id).label()).sorted().toList();
    String stays =
        slot.holder == null
            ? "none of them was taken"
            : arrived.contains(slot.holder)
                ? submissions.get(slot.holder).label() + " stays in force"
                : "what was in force before stays so";
    for (String id : arrived) {
      Submission submission = submissions.get(id);
      Map<String, String> words =
          Map.of(
              "files",
              String.join(" and ", files),
              "dataset",
              submission.dataset(),
              "scope",
              submission.memberId() == null ? "" : " for one member and year",
              "outcome",
              stays);
      Problem note = ProblemCode.CONFLICTING_FILES.ofFile(words);
      set(id, id.equals(slot.holder) ? statuses.get(id) : Status.CONFLICT, note);
    }
  }

  private void take(Slot slot, Submission submission) {
    String id = submission.id();
    Submission before =
        slot.holder == null || slot.holder.equals(id) ? null : submissions.get(slot.holder);
    boolean keeps =
        before != null
            && submission.outcome() != Outcome.ROWS
            && (submission.outcome() != Outcome.NOTHING_TO_REPORT
                || before.outcome() == Outcome.ROWS);
    if (keeps) {
      set(id, own(submission), ProblemCode.KEPT_EARLIER_FILE.ofFile(Map.of()));
      return;
    }
    Problem note = null;
    if (before != null) {
      set(before.id(), Status.SUPERSEDED, null);
      if (submission.accepted() < FEWEST_KEPT * before.accepted()) {
        note =
            ProblemCode.ROWS_LOST.ofFile(
                Map.of(
                    "rows", String.valueOf(submission.accepted()),
                    "before", String.valueOf(before.accepted())));
      }
    }
    set(id, own(submission), note);
    boolean holds =
        submission.outcome() == Outcome.ROWS || submission.outcome() == Outcome.NOTHING_TO_REPORT;
    slot.holder = holds ? id : null;
  }

  private static Status own(Submission submission) {
    return switch (submission.outcome()) {
      case ROWS -> Status.IN_FORCE;
      case NOTHING_TO_REPORT -> Status.NOTHING_TO_REPORT;
      case EMPTY -> Status.EMPTY;
      case UNUSABLE -> Status.UNUSABLE;
    };
  }

  private void set(String id, Status status, Problem note) {
    statuses.put(id, status);
    if (note == null) {
      notes.remove(id);
    } else {
      notes.put(id, note);
    }
  }

  /**
   * A file of no known dataset is settled once its bytes have arrived under a better name in the
   * same folder. (Those of other members may be the same: "nothing to report" is.)
   */
  private void supersedeRenamed() {
    if (submissions.values().stream().allMatch(submission -> submission.dataset() != null)) {
      return;
    }
    Map<String, String> named = new HashMap<>();
    for (Submission submission : submissions.values()) {
      if (submission.dataset() != null) {
        named.putIfAbsent(submission.folder() + "|" + submission.sha256(), submission.file());
      }
    }
    for (Submission submission : submissions.values()) {
      if (submission.dataset() == null
          && named.containsKey(submission.folder() + "|" + submission.sha256())) {
        String file = named.get(submission.folder() + "|" + submission.sha256());
        set(submission.id(), Status.SUPERSEDED, ProblemCode.SAME_FILE.ofFile(Map.of("file", file)));
      }
    }
  }

  private Slot slot(String id) {
    return slots.computeIfAbsent(submissions.get(id).slot(), slot -> new Slot());
  }

  /**
   * Whether these contents, found together in an inbox for one slot, are what is there already:
   * what is in force, or what arrived last.
   */
  boolean knows(Set<String> found) {
    Slot slot = slots.get(submissions.get(found.iterator().next()).slot());
    if (slot == null) {
      return false;
    }
    boolean settled = slot.last.size() < 2 && found.size() == 1;
    return slot.last.equals(found) || settled && found.contains(slot.holder);
  }

  /** How a submission stands. */
  Status status(String id) {
    return statuses.get(id);
  }

  /** What is in force for a slot; null: nothing. */
  Submission holder(String slotName) {
    Slot slot = slots.get(slotName);
    return slot == null || slot.holder == null ? null : submissions.get(slot.holder);
  }

  /** What the register has to say about a submission beside its own problems; null: nothing. */
  Problem note(String id) {
    return notes.get(id);
  }

  /** Submissions of each status. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    statuses.values().forEach(status -> counts.merge(status.word(), 1, Integer::sum));
    return counts;
  }

  /** Contents that one event brings, grouped by slot, in the order of the files. */
  static List<Set<String>> events(List<Submission> arrived) {
    Map<String, Set<String>> bySlot = new LinkedHashMap<>();
    for (Submission submission : arrived) {
      bySlot.computeIfAbsent(submission.slot(), slot -> new LinkedHashSet<>()).add(submission.id());
    }
    return new ArrayList<>(bySlot.values());
  }
}
