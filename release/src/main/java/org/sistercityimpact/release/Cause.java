package org.sistercityimpact.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Why figures differ between two editions. */
public sealed interface Cause {

  /** What happened, in one line. */
  String words();

  /** What happened to a member's report, or to a table of the registry. */
  enum Event {
    NEW("arrived"),
    REPLACED("was replaced by a new file"),
    WITHDRAWN("no longer counts"),
    CHECKED_AFRESH("was checked afresh against a changed registry or contract");

    private final String words;

    Event(String words) {
      this.words = words;
    }
  }

  /**
   * Another file of a dataset counts, or other rows of it.
   *
   * @param memberId null: a table of the registry
   * @param dataYear null: a table of the registry
   * @param file that counts in the later edition; of the earlier one where none does
   */
  record Submission(
      Event event,
      String memberId,
      Integer dataYear,
      String dataset,
      String file,
      List<String> submissionIdsBefore,
      List<String> submissionIdsAfter)
      implements Cause {
    @Override
    public String words() {
      String what =
          memberId == null
              ? "Registry table " + dataset
              : "%s of %s for %d".formatted(dataset, memberId, dataYear);
      return "%s %s (%s)".formatted(what, event.words, file);
    }
  }

  /**
   * A row of a parameter table; bounds null where the row is not there.
   *
   * @param key of the row
   */
  record Parameter(
      String parameter,
      String key,
      BigDecimal lowBefore,
      BigDecimal centralBefore,
      BigDecimal highBefore,
      BigDecimal lowAfter,
      BigDecimal centralAfter,
      BigDecimal highAfter)
      implements Cause {
    @Override
    public String words() {
      return "Parameter %s:%s: %s → %s"
          .formatted(
              parameter,
              key,
              bounds(lowBefore, centralBefore, highBefore),
              bounds(lowAfter, centralAfter, highAfter));
    }

    private static String bounds(BigDecimal low, BigDecimal central, BigDecimal high) {
      return central == null ? "missing" : plain(low) + "/" + plain(central) + "/" + plain(high);
    }

    private static String plain(BigDecimal value) {
      return value.stripTrailingZeros().toPlainString();
    }
  }

  /**
   * The method: SQL files that were added, changed or removed. All years are restated with the new
   * one.
   */
  record Method(List<String> files) implements Cause {
    private static final int NAMED = 5;

    @Override
    public String words() {
      String named = files.stream().limit(NAMED).collect(Collectors.joining(", "));
      return "Method: changed "
          + named
          + (files.size() > NAMED ? " and %d more files".formatted(files.size() - NAMED) : "");
    }
  }
}
