package org.sistercityimpact.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.check.contract.Contract;

/** Compares the good rows of one file by their key, or, where there is none, by all they say. */
final class RowKeys {
  static final int MOST_NAMED = 10;

  private final Contract contract;
  private final AcceptedRows rows;
  private final PersonalData people;
  private final CellColumn[] key;
  private final KeyIndex byKey;
  private final KeyIndex byAll;
  private RowPrints prints;
  private int duplicates;
  private int conflicting;

  RowKeys(Contract contract, AcceptedRows rows, PersonalData people) {
    this.people = people;
    this.contract = contract;
    this.rows = rows;
    key =
        contract.key().stream()
            .map(field -> rows.columns()[contract.index(field)])
            .toArray(CellColumn[]::new);
    byAll = new KeyIndex(rows.columns());
    byKey = key.length == 0 ? byAll : new KeyIndex(key);
  }

  void clear() {
    byKey.clear();
    prints = null;
    duplicates = 0;
    conflicting = 0;
  }

  /** Takes a row without an error of its own. */
  void add(int slot, int sourceRow) {
    if (prints == null) {
      byKey.add(slot);
    } else {
      prints.add(slot, sourceRow);
    }
  }

  /** The rows are about to leave their slots: from now on their prints are compared. */
  void leaveSlots() {
    if (prints == null) {
      prints = new RowPrints(key.length == 0 ? rows.columns() : key, rows.columns());
      for (int slot = 0; slot < rows.slots(); slot++) {
        prints.add(slot, rows.sourceRow(slot));
      }
    }
  }

  /** Decides about rows that agree, once all have been read. */
  void settle(Problems problems) {
    if (prints == null) {
      settleSlots(problems);
      return;
    }
    for (RowPrints.Group group : prints.groups()) {
      if (group.differ()) {
        conflicting += group.size();
      } else if (key.length > 0) {
        duplicates += group.size() - 1;
      }
    }
  }

  /** Whether rows that have left their slots agree with others. */
  boolean isSettledLater() {
    return prints != null && prints.groups().iterator().hasNext();
  }

  /**
   * Whether the row in a slot counts, of those that had left their slots and come by once more.
   *
   * @param problems is told if not; null: was told before
   */
  boolean counts(int slot, int sourceRow, Problems problems) {
    RowPrints.Group group = prints.group(slot);
    if (group == null) {
      return true;
    }
    List<Integer> firstRows = group.firstRows();
    boolean first = firstRows.get(0) == sourceRow;
    if (group.differ()) {
      if (problems != null) {
        tellConflict(slot, sourceRow, firstRows, group.size(), problems);
      }
      return false;
    }
    if (!first && problems != null) {
      ProblemCode code = key.length == 0 ? ProblemCode.EQUAL_ROW : ProblemCode.DUPLICATE_ROW;
      tellEqual(slot, sourceRow, firstRows.get(0), code, problems);
    }
    return first || key.length == 0;
  }

  private void settleSlots(Problems problems) {
    for (List<Integer> group : byKey.groups()) {
      int first = group.get(0);
      if (key.length == 0) {
        tellEach(group, ProblemCode.EQUAL_ROW, problems);
      } else if (group.stream().allMatch(slot -> byAll.same(first, slot))) {
        tellEach(group, ProblemCode.DUPLICATE_ROW, problems);
        group.subList(1, group.size()).forEach(rows::drop);
        duplicates += group.size() - 1;
      } else {
        // A file may give one key a hundred thousand times: never walk the whole group for each
        // row.
        List<Integer> firstRows =
            group.stream().limit(MOST_NAMED + 1L).map(rows::sourceRow).toList();
        group.forEach(
            slot -> tellConflict(slot, rows.sourceRow(slot), firstRows, group.size(), problems));
        group.forEach(rows::drop);
        conflicting += group.size();
      }
    }
  }

  private void tellEach(List<Integer> group, ProblemCode code, Problems problems) {
    int first = rows.sourceRow(group.get(0));
    for (int slot : group.subList(1, group.size())) {
      tellEqual(slot, rows.sourceRow(slot), first, code, problems);
    }
  }

  private void tellEqual(int slot, int sourceRow, int first, ProblemCode code, Problems problems) {
    problems.add(problem(code, slot, sourceRow, Map.of("row", String.valueOf(first))));
  }

  private void tellConflict(
      int slot, int sourceRow, List<Integer> firstRows, int size, Problems problems) {
    String named =
        firstRows.stream()
            .filter(other -> other != sourceRow)
            .limit(MOST_NAMED)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    int others = size - 1;
    String subject =
        others == 1
            ? "Row " + named + " has"
            : others <= MOST_NAMED
                ? "Rows " + named + " have"
                : "Rows " + named + " and " + (others - MOST_NAMED) + " more have";
    problems.add(
        problem(
            ProblemCode.CONFLICTING_ROWS,
            slot,
            sourceRow,
            Map.of("rows", subject, "key", String.join(" and ", contract.key()))));
  }

  /** A problem of a whole row, shown at the first column of its key. */
  private Problem problem(ProblemCode code, int slot, int sourceRow, Map<String, String> words) {
    if (key.length == 0) {
      return code.at(sourceRow, -1, null, null, words);
    }
    CellColumn column = key[0];
    String value = people.shown(column.field(), column.shown(slot)).value();
    return code.at(sourceRow, column.at, column.field().name(), value, words);
  }

  int duplicates() {
    return duplicates;
  }

  int conflicting() {
    return conflicting;
  }
}
