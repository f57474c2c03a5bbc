package org.sistercityimpact.release.diff;

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
   * A row that is not the same in both.
   *
   * @param id what its key says, without names of people; empty: it has none
   * @param before its number in the file of the earlier one; null: it is new
   * @param after its number in the file of the later one; null: it is gone
   * @param cells those that differ, of a row that both have
   */
  record Row(String id, Integer before, Integer after, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** In one line. */
    public String words() {
      String named = id.isEmpty() ? "" : " (" + id + ")";
      if (before == null) {
        return "row %d%s is new".formatted(after, named);
      }
      if (after == null) {
        return "row %d%s of the file before is gone".formatted(before, named);
      }
      return "row %d%s: %s"
          .formatted(
              after, named, cells.stream().map(Cell::words).collect(Collectors.joining(", ")));
    }
  }

  /**
   * A cell that says something else.
   *
   * @param before null: it was empty; a name of a person is hidden
   * @param after likewise
   */
  record Cell(String column, String before, String after) {
    String words() {
      return "%s %s → %s"
          .formatted(column, before == null ? "empty" : before, after == null ? "empty" : after);
    }
  }

  /**
   * Another file of a dataset counts, or other rows of it.
   *
   * @param memberId null: a table of the registry
   * @param dataYear null: a table of the registry
   * @param file that counts in the later edition; of the earlier one where none does
   * @param rows the first of those that differ
   * @param differingRows how many do
   */
  record Submission(
      Event event,
      String memberId,
      Integer dataYear,
      String dataset,
      String file,
      List<String> submissionIdsBefore,
      List<String> submissionIdsAfter,
      List<Row> rows,
      long differingRows)
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
