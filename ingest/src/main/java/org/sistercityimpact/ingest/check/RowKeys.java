package org.sistercityimpact.ingest.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.warehouse.contract.Contract;

/** Compares the good rows of one file by their key, or, where there is none, by all they say. */
final class RowKeys {
  private static final int MOST_NAMED = 10;

  private final Contract contract;
  private final Rows rows;
  private final PersonalData people;
  private final Column[] key;
  private final KeyIndex byKey;
  private final KeyIndex byAll;
  private int duplicates;
  private int conflicting;

  RowKeys(Contract contract, Rows rows, PersonalData people) {
    this.people = people;
    this.contract = contract;
    this.rows = rows;
    key =
        contract.key().stream()
            .map(field -> rows.columns()[contract.index(field)])
            .toArray(Column[]::new);
    byAll = new KeyIndex(rows.columns());
    byKey = key.length == 0 ? byAll : new KeyIndex(key);
  }

  void clear() {
    byKey.clear();
    duplicates = 0;
    conflicting = 0;
  }

  /** Takes a row without an error of its own. */
  void add(int slot) {
    byKey.add(slot);
  }

  /** Decides about rows that agree, once all have been read. */
  void settle(Problems problems) {
    for (List<Integer> group : byKey.groups()) {
      int first = group.get(0);
      if (key.length == 0) {
        tellEach(group, ProblemCode.EQUAL_ROW, problems);
      } else if (group.stream().allMatch(slot -> byAll.same(first, slot))) {
        tellEach(group, ProblemCode.DUPLICATE_ROW, problems);
        group.subList(1, group.size()).forEach(rows::drop);
        duplicates += group.size() - 1;
      } else {
        group.forEach(slot -> tellConflict(slot, group, problems));
        group.forEach(rows::drop);
        conflicting += group.size();
      }
    }
  }

  private void tellEach(List<Integer> group, ProblemCode code, Problems problems) {
    String first = String.valueOf(rows.sourceRow(group.get(0)));
    for (int slot : group.subList(1, group.size())) {
      problems.add(problem(code, slot, Map.of("row", first)));
    }
  }

  private void tellConflict(int slot, List<Integer> group, Problems problems) {
    // A file may give one key a hundred thousand times: never walk the whole group for each row.
    String named =
        group.stream()
            .limit(MOST_NAMED + 1L)
            .filter(other -> other != slot)
            .limit(MOST_NAMED)
            .map(other -> String.valueOf(rows.sourceRow(other)))
            .collect(Collectors.joining(", "));
    int others = group.size() - 1;
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
            Map.of("rows", subject, "key", String.join(" and ", contract.key()))));
  }

  /** A problem of a whole row, shown at the first column of its key. */
  private Problem problem(ProblemCode code, int slot, Map<String, String> words) {
    if (key.length == 0) {
      return code.at(rows.sourceRow(slot), -1, null, null, words);
    }
    Column column = key[0];
    String value = people.shown(column.field(), column.shown(slot)).value();
    return code.at(rows.sourceRow(slot), column.at, column.field().name(), value, words);
  }

  int duplicates() {
    return duplicates;
  }

  int conflicting() {
    return conflicting;
  }
}
