package org.sistercityimpact.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.ProblemCode;

/**
 * How each submission stands, found by replaying all receipts: never kept, so that it cannot
 * disagree with them.
 */
final class SubmissionStatuses {
  // A new file that loses more than a fifth of the rows is probably not the whole year.
  private static final double FEWEST_KEPT = 0.8;

  private final Map<String, Submission> submissions;
  private final Overlaps overlaps;
  private final Map<String, Slot> slots = new LinkedHashMap<>();
  private final Map<String, Status> statuses = new LinkedHashMap<>();
  private final Map<String, String> replacedBy = new HashMap<>();
  private final Map<String, List<Problem>> notes = new HashMap<>();

  /** What has happened to one member, year and dataset. */
  private static final class Slot {
    final Set<String> seen = new LinkedHashSet<>();

    /** What is in force: one file, or the parts of a year. */
    Set<String> holders = new LinkedHashSet<>();

    Set<String> last = Set.of();
    boolean isDisputed;
  }

  private SubmissionStatuses(Map<String, Submission> submissions, Overlaps overlaps) {
    this.submissions = submissions;
    this.overlaps = overlaps;
  }

  /**
   * Replays {@code receipts}, oldest first.
   *
   * @param overlaps which rows files have in common; null: the registry's, which have no parts
   */
  static SubmissionStatuses of(
      Map<String, Submission> submissions, List<Receipt> receipts, Overlaps overlaps) {
    SubmissionStatuses replayed = new SubmissionStatuses(submissions, overlaps);
    Map<Integer, Set<String>> events = new LinkedHashMap<>();
    for (Receipt receipt : receipts) {
      events
          .computeIfAbsent(receipt.event(), event -> new LinkedHashSet<>())
          .add(receipt.submissionId());
    }
    events.values().forEach(replayed::receive);
    replayed.supersedeRenamed();
    return replayed;
  }

  /** One more event: contents of one slot that arrived together. */
  void receive(Set<String> arrived) {
    Slot slot = slot(arrived.iterator().next());
    slot.seen.addAll(arrived);
    for (String earlier : slot.seen) {
      if (!slot.holders.contains(earlier) && !arrived.contains(earlier)) {
        supersede(earlier);
      }
    }
    slot.isDisputed = false;
    List<Submission> saying =
        arrived.stream().map(submissions::get).filter(SubmissionStatuses::saysSomething).toList();
    if (saying.size() < 2) {
      // Beside a file that can be used one that cannot contradicts nothing.
      arrived.stream()
          .map(submissions::get)
          .filter(submission -> saying.isEmpty() || !saysSomething(submission))
          .forEach(submission -> takeNothing(slot, submission));
      saying.forEach(submission -> take(slot, submission));
    } else {
      arrived.stream()
          .map(submissions::get)
          .filter(submission -> !saysSomething(submission))
          .forEach(submission -> set(submission.id(), own(submission), List.of()));
      takeTogether(slot, saying);
    }
    slot.last = Set.copyOf(arrived);
  }

  private static boolean saysSomething(Submission submission) {
    return submission.outcome() == Outcome.ROWS
        || submission.outcome() == Outcome.NOTHING_TO_REPORT;
  }

  /** A file without a row that counts, which never displaces rows. */
  private void takeNothing(Slot slot, Submission submission) {
    List<Problem> note =
        slot.holders.isEmpty()
            ? List.of()
            : List.of(ProblemCode.KEPT_EARLIER_FILE.ofFile(Map.of()));
    set(submission.id(), own(submission), note);
  }

  /** Files that arrived together: repeats of one, parts of one year, or a conflict. */
  private void takeTogether(Slot slot, List<Submission> arrived) {
    boolean mayBeParts = mayBeParts(arrived.get(0));
    List<Submission> left = new ArrayList<>(arrived);
    Map<String, List<Submission>> repeats = new HashMap<>();
    if (mayBeParts) {
      // What says most comes first, then what counted before.
      left.sort(
          Comparator.comparingInt(Submission::accepted)
              .thenComparingInt(submission -> submission.checked().read())
              .thenComparing(s -> slot.holders.contains(s.id()))
              .reversed());
      setRepeatsAside(left, repeats);
    }
    if (left.size() > 1 && !(mayBeParts && areParts(left))) {
      conflict(slot, arrived);
      return;
    }
    replace(slot, left);
    repeats.forEach(
        (kept, others) -> {
          List<String> files = others.stream().map(Submission::label).sorted().toList();
          Optional<String> part = submissions.get(kept).part();
          boolean isOtherPart =
              part.isPresent()
                  && others.stream().anyMatch(o -> o.part().isPresent() && !o.part().equals(part));
          notes.computeIfAbsent(kept, id -> new ArrayList<>()).add(repeated(files, isOtherPart));
        });
    for (Submission submission : arrived) {
      if (!left.contains(submission)) {
        supersede(submission.id());
      }
    }
  }

  /**
   * What is told of a file whose rows other files hold, too.
   *
   * @param isOtherPart whether one of them is named as another part of the year, so that a part is
   *     missing
   */
  static Problem repeated(List<String> files, boolean isOtherPart) {
    ProblemCode code = isOtherPart ? ProblemCode.PART_REPEATED : ProblemCode.FILE_REPEATED;
    return code.ofFile(Map.of("files", String.join(" and ", files)));
  }

  /** Whether a year may come in several files of that dataset. */
  private boolean mayBeParts(Submission submission) {
    return overlaps != null && submission.memberId() != null && !submission.isPhoto();
  }

  /** Takes those out of {@code left} whose rows are those of another one. */
  private void setRepeatsAside(List<Submission> left, Map<String, List<Submission>> repeats) {
    for (int i = left.size() - 1; i > 0; i--) {
      Submission repeat = left.get(i);
      for (Submission kept : left.subList(0, i)) {
        boolean hasRows = repeat.outcome() == Outcome.ROWS && kept.outcome() == Outcome.ROWS;
        // One with fewer rows may be the newer one, from which rows were taken out.
        if (hasRows
            && repeat.accepted() == kept.accepted()
            && overlaps.of(kept, repeat).same() == kept.accepted()) {
          repeats.computeIfAbsent(kept.id(), id -> new ArrayList<>()).add(repeat);
          left.remove(i);
          break;
        }
      }
    }
  }

  private boolean areParts(List<Submission> files) {
    for (int i = 0; i < files.size(); i++) {
      for (Submission other : files.subList(0, i)) {
        if (!areParts(files.get(i), other)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Whether two files can be parts of one year: their keys do not meet; where there is no key both
   * are named as parts, and no row is in both.
   */
  private boolean areParts(Submission one, Submission other) {
    if (one.outcome() != Outcome.ROWS || other.outcome() != Outcome.ROWS) {
      return false;
    }
    boolean named =
        one.part().isPresent() && other.part().isPresent() && !one.part().equals(other.part());
    return (named || overlaps.hasKey(one.dataset())) && overlaps.of(one, other).met() == 0;
  }

  private void conflict(Slot slot, List<Submission> arrived) {
    slot.isDisputed = true;
    Submission first = arrived.get(0);
    List<String> files = arrived.stream().map(Submission::label).sorted().toList();
    List<Submission> holders =
        arrived.stream().filter(submission -> slot.holders.contains(submission.id())).toList();
    String stays =
        slot.holders.isEmpty()
            ? "none of them was taken and no row of them counts"
            : holders.isEmpty()
                ? "what was in force before stays so"
                : String.join(" and ", holders.stream().map(Submission::label).sorted().toList())
                    + (holders.size() == 1 ? " stays in force" : " stay in force");
    boolean mayBeParts = mayBeParts(first);
    boolean named = arrived.stream().allMatch(submission -> submission.part().isPresent());
    boolean byName = mayBeParts && !overlaps.hasKey(first.dataset()) && !named;
    Map<String, String> words =
        Map.of(
            "files",
            String.join(" and ", files),
            "dataset",
            first.dataset(),
            "scope",
            first.memberId() == null ? "" : " for one member and year",
            "outcome",
            stays,
            "advice",
            byName && arrived.stream().map(Submission::file).distinct().count() == 1
                ? "Put all rows on one sheet, each once; if the sheets are parts of the year, name them so, such as 'Q1'"
                : byName
                    ? "Leave one of them in the inbox; if they are parts of the year, name them so, such as '%s Q1.csv'"
                        .formatted(first.dataset())
                    : mayBeParts
                        ? "Leave the one that holds the whole year; if none does, put all rows into one file, each once"
                        : "Leave one of them in the inbox");
    Problem note = ProblemCode.CONFLICTING_FILES.ofFile(words);
    for (Submission submission : arrived) {
      String id = submission.id();
      set(id, holders.contains(submission) ? statuses.get(id) : Status.CONFLICT, List.of(note));
    }
  }

  /** One file that says something. */
  private void take(Slot slot, Submission submission) {
    String id = submission.id();
    Set<String> before = new LinkedHashSet<>(slot.holders);
    before.remove(id);
    boolean hasRows = submission.outcome() == Outcome.ROWS;
    if (!hasRows && before.stream().anyMatch(b -> submissions.get(b).outcome() == Outcome.ROWS)) {
      set(id, own(submission), List.of(ProblemCode.KEPT_EARLIER_FILE.ofFile(Map.of())));
      return;
    }
    replace(slot, List.of(submission));
  }

  /** Files come into force, beside what stays so. */
  private void replace(Slot slot, List<Submission> arrived) {
    Set<String> replaced = replacedBy(arrived, slot.holders);
    List<Submission> now = new ArrayList<>(arrived);
    slot.holders.stream()
        .filter(id -> !replaced.contains(id))
        .map(submissions::get)
        .filter(holder -> !arrived.contains(holder))
        .forEach(now::add);
    int before = 0;
    for (String id : replaced) {
      before += submissions.get(id).accepted();
      set(id, Status.SUPERSEDED, List.of());
      replacedBy.put(id, arrived.get(0).id());
    }
    int rows =
        arrived.stream()
            .filter(submission -> !slot.holders.contains(submission.id()))
            .mapToInt(Submission::accepted)
            .sum();
    List<String> files = now.stream().map(Submission::label).sorted().toList();
    for (Submission submission : now) {
      List<Problem> told = new ArrayList<>();
      if (now.size() > 1) {
        told.add(ProblemCode.PARTS_READ.ofFile(Map.of("files", String.join(" and ", files))));
      }
      if (submission == arrived.get(0) && rows < FEWEST_KEPT * before) {
        told.add(
            ProblemCode.ROWS_LOST.ofFile(
                Map.of("rows", String.valueOf(rows), "before", String.valueOf(before))));
      }
      set(submission.id(), own(submission), told);
    }
    slot.holders = new LinkedHashSet<>(now.stream().map(Submission::id).toList());
  }

  /**
   * What is in force that files take the place of: where they are named as parts, those parts that
   * are called the same, if the others are parts of the same year; else all.
   */
  private Set<String> replacedBy(List<Submission> arrived, Set<String> before) {
    Set<String> all = new LinkedHashSet<>(before);
    arrived.forEach(submission -> all.remove(submission.id()));
    if (!mayBeParts(arrived.get(0)) || all.isEmpty()) {
      return all;
    }
    Set<String> sameName = new LinkedHashSet<>();
    List<Submission> together = new ArrayList<>(arrived);
    for (String id : all) {
      Submission holder = submissions.get(id);
      if (arrived.stream().anyMatch(submission -> submission.isCalledAs(holder))) {
        sameName.add(id);
      } else {
        together.add(holder);
      }
    }
    boolean isPart =
        !sameName.isEmpty() || arrived.stream().allMatch(file -> file.part().isPresent());
    return isPart && together.size() > arrived.size() && areParts(together) ? sameName : all;
  }

  private static Status own(Submission submission) {
    return switch (submission.outcome()) {
      case ROWS -> Status.IN_FORCE;
      case NOTHING_TO_REPORT -> Status.NOTHING_TO_REPORT;
      case EMPTY -> Status.EMPTY;
      case UNUSABLE -> Status.UNUSABLE;
    };
  }

  private void supersede(String id) {
    if (statuses.get(id) != Status.SUPERSEDED) {
      set(id, Status.SUPERSEDED, List.of());
    }
  }

  private void set(String id, Status status, List<Problem> told) {
    statuses.put(id, status);
    replacedBy.remove(id);
    notes.put(id, new ArrayList<>(told));
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
        set(
            submission.id(),
            Status.SUPERSEDED,
            List.of(ProblemCode.SAME_FILE.ofFile(Map.of("file", file))));
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
    Set<String> there = new LinkedHashSet<>(slot.holders);
    there.addAll(slot.last);
    return slot.last.equals(found) || !slot.isDisputed && there.containsAll(found);
  }

  /** How a submission stands. */
  Status status(String id) {
    return statuses.get(id);
  }

  /** The file of the registry that is in force for a slot; null: none. */
  Submission holder(String slotName) {
    Slot slot = slots.get(slotName);
    return slot == null || slot.holders.isEmpty()
        ? null
        : submissions.get(slot.holders.iterator().next());
  }

  /** The submission that took the place of a superseded one; null: none did. */
  String replacedBy(String id) {
    return replacedBy.get(id);
  }

  /** What the log has to say about a submission beside its own problems. */
  List<Problem> notes(String id) {
    return notes.getOrDefault(id, List.of());
  }

  /** Submissions of each status; photos are told of with the rows that name them. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    statuses.forEach(
        (id, status) -> {
          if (!submissions.get(id).isPhoto()) {
            counts.merge(status.word(), 1, Integer::sum);
          }
        });
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
