package org.sistercityimpact.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.cli.Answer.Name;
import org.sistercityimpact.cli.NearNames.Near;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * Organizations and firms as members write them, and which of one member may be the same: such two
 * count twice until somebody says that they are one.
 */
final class Organizations {
  /** The names in the rows in force, as ingest stored them: by answers, where there are any. */
  private static final String SPELLED =
      """
      WITH written AS (
        %s
      )
      SELECT w.column_name, s.member_id, TRIM(w.name) AS name, CAST(COUNT(*) AS INTEGER) AS cells,
        FIRST(CONCAT(s.file, ', sheet ' || s.sheet) ORDER BY s.file, s.sheet, w.source_row) AS file,
        CAST(FIRST(w.source_row ORDER BY s.file, s.sheet, w.source_row) AS INTEGER) AS source_row
      FROM written AS w
      JOIN submissions AS s ON s.submission_id = w.submission_id AND s.status = 'in_force'
      GROUP BY ALL
      ORDER BY w.column_name, s.member_id, cells DESC, name""";

  /**
   * A name in all its spellings that count as one.
   *
   * @param name in the spelling that most cells have
   * @param cells how many have it
   * @param file the first of them
   */
  record Spelled(Name name, int cells, String file, String row) {}

  /**
   * A name of which nobody has said whether it is the same as others.
   *
   * @param proposals those, the likest first
   * @param likeness of the likest
   */
  record Question(Spelled spelled, List<String> proposals, double likeness) {}

  /** Of two spellings the one that more cells have, then the longer: letters get lost. */
  private static final Comparator<Spelled> RIGHT =
      Comparator.comparing((Spelled each) -> -each.cells())
          .thenComparing(each -> -each.name().written().length())
          .thenComparing(each -> each.name().written());

  /** All spellings of one column of one member. */
  private static final class Group {
    private final Map<String, Spelled> byText = new LinkedHashMap<>();
    private Map<String, List<Near>> near;
  }

  private final Set<String> columns = new LinkedHashSet<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, String> ofAll = new HashMap<>();

  Organizations(Contracts contracts, SqlEngine engine) {
    List<String> written = new ArrayList<>();
    for (Contract contract : contracts.all()) {
      contract.fields().stream()
          .filter(field -> contract.kind() == Contract.Kind.SUBMITTED && isNames(field))
          .forEach(
              field -> {
                columns.add(field.name());
                written.add(written(contract, field));
              });
    }
    String spelledOut = SPELLED.formatted(String.join("\nUNION ALL\n", written));
    for (Object[] row : engine.read(spelledOut).values()) {
      Name name = new Name((String) row[0], (String) row[1], UnclearNames.visible((String) row[2]));
      String text = Fold.text(name.written());
      if (text.isEmpty()) {
        continue;
      }
      ofAll.putIfAbsent(name.column() + "|" + text, name.written());
      groups
          .computeIfAbsent(group(name), g -> new Group())
          .byText
          .merge(
              text,
              new Spelled(name, ((Number) row[3]).intValue(), (String) row[4], row[5].toString()),
              (first, more) ->
                  new Spelled(
                      first.name(), first.cells() + more.cells(), first.file(), first.row()));
    }
    Map<String, Set<String>> places = new HashMap<>();
    engine
        .read(
            """
            SELECT m.member_id, m.name, m.state, s.name AS state_name
            FROM members AS m LEFT JOIN states AS s ON s.code = m.state""")
        .values()
        .forEach(
            row ->
                places.put(
                    (String) row[0],
                    NearNames.places(
                        (String) row[1], (String) row[2], row[3] == null ? "" : (String) row[3])));
    for (Group group : groups.values()) {
      Collection<String> names =
          group.byText.values().stream().map(each -> each.name().written()).toList();
      String member = group.byText.values().iterator().next().name().memberId();
      group.near = NearNames.of(names, places.getOrDefault(member, Set.of()));
    }
  }

  /** Whether two spellings of a cell count as two, and none names a person. */
  private static boolean isNames(Field field) {
    return !field.personal()
        && (field.fold() == Field.Folding.NAME || field.fold() == Field.Folding.LIST);
  }

  private static String written(Contract contract, Field field) {
    String name = field.fold() == Field.Folding.LIST ? "unnest(string_split(%1$s, ';'))" : "%1$s";
    return ("SELECT '%1$s' AS column_name, submission_id, source_row, "
            + name
            + " AS name FROM %2$s WHERE %1$s IS NOT NULL")
        .formatted(field.name(), contract.rawTable());
  }

  /** The columns that hold such names, as the contracts say. */
  Set<String> columns() {
    return columns;
  }

  private static String group(Name name) {
    return name.column() + "|" + Fold.text(name.memberId());
  }

  /** The name as a member spells it, or any member where it says none; null: nobody does. */
  String spelled(Name name) {
    String text = Fold.text(name.written());
    if (name.memberId().isEmpty()) {
      return ofAll.get(name.column() + "|" + text);
    }
    Group group = groups.get(group(name));
    Spelled spelled = group == null ? null : group.byText.get(text);
    return spelled == null ? null : spelled.name().written();
  }

  /**
   * The names that are near another one of their member, without those of which it is said what
   * they mean; of two of which nothing is said, the rarer. The likest first.
   */
  List<Question> questions(List<Answer> answers) {
    Registry said = Answer.registry(answers);
    Set<String> right = new HashSet<>();
    for (Answer answer : answers) {
      for (String meant : answer.meant().split(";")) {
        right.add(new Name(answer.name().column(), answer.name().memberId(), meant).key());
      }
    }
    List<Question> questions = new ArrayList<>();
    for (Group group : groups.values()) {
      group.near.forEach(
          (written, near) -> {
            Spelled spelled = group.byText.get(Fold.text(written));
            if (isSettled(spelled.name(), said, right)) {
              return;
            }
            List<Near> open =
                near.stream()
                    .filter(
                        other ->
                            asks(spelled, group.byText.get(Fold.text(other.name())), said, right))
                    .toList();
            if (!open.isEmpty()) {
              questions.add(
                  new Question(
                      spelled,
                      open.stream().map(Near::name).limit(UnclearNames.MOST_PROPOSALS).toList(),
                      open.get(0).likeness()));
            }
          });
    }
    questions.sort(
        Comparator.comparing((Question question) -> -question.likeness())
            .thenComparing(question -> question.spelled().name().memberId())
            .thenComparing(question -> question.spelled().name().column())
            .thenComparing(question -> question.spelled().name().written()));
    return questions;
  }

  /** Whether it is asked of {@code one}, of which nothing is said, if it is {@code other}. */
  private static boolean asks(Spelled one, Spelled other, Registry said, Set<String> right) {
    if (isSettled(other.name(), said, right)) {
      // One that means another is gone with the next ingest.
      return !isReplaced(other.name(), said);
    }
    return RIGHT.compare(one, other) > 0;
  }

  private static boolean isSettled(Name name, Registry said, Set<String> right) {
    return said.meant(name.column(), name.memberId(), name.written()) != null
        || right.contains(name.key())
        || right.contains(name.ofAll().key());
  }

  private static boolean isReplaced(Name name, Registry said) {
    String meant = said.meant(name.column(), name.memberId(), name.written());
    return meant != null && !Fold.text(meant).equals(Fold.text(name.written()));
  }
}
