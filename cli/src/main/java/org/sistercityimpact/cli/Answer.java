package org.sistercityimpact.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Registry;

/**
 * What a name means, as a row of {@code names.csv} or of the file to review.
 *
 * @param name which
 * @param meant a partnership, a code or an organization; empty: nobody has said
 * @param cells of the row, by column, those that are nobody's, too
 */
record Answer(Name name, String meant, Map<String, String> cells) {
  /** Those of {@code names.csv}. */
  static final List<String> COLUMNS =
      List.of("column", "member_id", "written", "meant", "answered_by", "note");

  /**
   * A name in a column of a member.
   *
   * @param memberId empty: every member
   */
  record Name(String column, String memberId, String written) {
    /** The same of every spelling that the checker takes for one. */
    String key() {
      return Fold.letters(column) + "|" + Fold.text(memberId) + "|" + Fold.text(written);
    }

    Name inColumn(String other) {
      return new Name(other, memberId, written);
    }

    /** The same name, whoever writes it. */
    Name ofAll() {
      return new Name(column, "", written);
    }
  }

  static Answer of(Map<String, String> cells) {
    return new Answer(
        new Name(
            cells.getOrDefault("column", ""),
            cells.getOrDefault("member_id", ""),
            cells.getOrDefault("written", "")),
        cells.getOrDefault("meant", ""),
        cells);
  }

  static Answer of(Name name, String meant, String by, String note) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("column", name.column());
    cells.put("member_id", name.memberId());
    cells.put("written", name.written());
    cells.put("meant", meant);
    cells.put("answered_by", by);
    cells.put("note", note);
    return new Answer(name, meant, cells);
  }

  String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** Whether the name is said to be right, and none other. */
  boolean isOwn() {
    return Fold.text(meant).equals(Fold.text(name.written()));
  }

  /** The same name with another meaning. */
  Answer meaning(String other) {
    Map<String, String> changed = new LinkedHashMap<>(cells);
    changed.put("meant", other);
    return new Answer(name, other, changed);
  }

  /** What the checker reads names by, where these are the answers. */
  static Registry registry(List<Answer> answers) {
    return new Registry(
        List.of(),
        List.of(),
        answers.stream()
            .map(
                answer ->
                    new Registry.Name(
                        answer.name.column(),
                        answer.name.memberId().isEmpty() ? null : answer.name.memberId(),
                        answer.name.written(),
                        answer.meant))
            .toList(),
        List.of());
  }
}
