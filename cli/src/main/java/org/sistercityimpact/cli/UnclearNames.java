package org.sistercityimpact.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.cli.Answer.Name;
import org.sistercityimpact.warehouse.SqlEngine;

/** The names of partners and codes that ingest could not tell, and what they may mean. */
final class UnclearNames {
  static final String TIE = "partnership_id";
  static final int MOST_PROPOSALS = 3;
  private static final double LEAST_LIKENESS = 0.5;

  /** As problems write what cannot be seen, and what ends a line. */
  private static final Pattern UNSEEN = Pattern.compile("\\\\u[0-9a-f]{4}");

  private static final Pattern GAP = Pattern.compile("\\\\[nrt]");

  /**
   * The raw ones: the model beside them asks for all doubts of the network, too. A text that is
   * hidden, for it may name a person, or cut, is one for each row: only whoever has the file can
   * tell.
   */
  private static final String UNCLEAR =
      """
      WITH unclear AS (
        SELECT p.column_name, s.member_id, p.source_row, CONCAT(s.file, ', sheet ' || s.sheet) AS file,
          CASE WHEN p.value LIKE '[%' OR p.value LIKE '%…' THEN '' ELSE p.value END AS value
        FROM raw_problems AS p
        JOIN submissions AS s ON s.submission_id = p.submission_id AND s.status <> 'superseded'
        WHERE p.code IN ('unknown-partnership', 'ambiguous-partner', 'unknown-code')
          AND s.member_id IS NOT NULL AND p.value <> ''
      )
      SELECT column_name, member_id, value, CAST(COUNT(*) AS INTEGER) AS cells,
        FIRST(file ORDER BY file, source_row) AS file,
        CAST(FIRST(source_row ORDER BY file, source_row) AS INTEGER) AS source_row
      FROM unclear
      GROUP BY column_name, member_id, value,
        CASE WHEN value = '' THEN file END, CASE WHEN value = '' THEN source_row END
      ORDER BY value = '', member_id, column_name, value, file, source_row""";

  private static final String MATCHED =
      """
      SELECT CAST(COUNT(*) AS INTEGER) AS names
      FROM (
        SELECT DISTINCT p.column_name, s.member_id, p.value
        FROM raw_problems AS p
        JOIN submissions AS s ON s.submission_id = p.submission_id AND s.status <> 'superseded'
        WHERE p.code IN ('partner-by-name', 'name-settled')
      ) AS told""";

  /** The answers that files were read by. */
  private static final String READ_BY =
      """
      SELECT n."column", COALESCE(n.member_id, '') AS member_id, n.written, n.meant
      FROM raw_names AS n
      JOIN submissions AS s ON s.submission_id = n.submission_id AND s.status = 'in_force'""";

  private final Contracts contracts;
  private final SqlEngine engine;
  private final Registry registry;
  private final List<Unclear> all;

  UnclearNames(Contracts contracts, SqlEngine engine) {
    this.contracts = contracts;
    this.engine = engine;
    registry = registry(engine);
    all =
        engine.read(UNCLEAR).values().stream()
            .map(
                row ->
                    new Unclear(
                        new Name((String) row[0], (String) row[1], visible((String) row[2])),
                        ((Number) row[3]).intValue(),
                        (String) row[4],
                        row[5] == null ? "" : row[5].toString()))
            .toList();
  }

  /**
   * Cells that could not be read.
   *
   * @param name what stands there; empty where it is not shown
   * @param cells how many
   * @param file the first of them
   */
  record Unclear(Name name, int cells, String file, String row) {
    boolean isHidden() {
      return name.written().isEmpty();
    }

    /** The one cell, where its text is not shown. */
    String place() {
      return place(name, file, row);
    }

    static String place(Name name, String file, String row) {
      return new Name(name.column(), name.memberId(), "").key() + "|" + file + "|" + row;
    }
  }

  /** What cannot be seen in a name is no part of it. */
  static String visible(String name) {
    return Fold.trim(GAP.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll(" "));
  }

  private static Registry registry(SqlEngine engine) {
    return new Registry(
        engine.read("SELECT member_id, name FROM members ORDER BY member_id").values().stream()
            .map(row -> new Member((String) row[0], (String) row[1], 0, null))
            .toList(),
        engine
            .read(
                "SELECT partnership_id, member_id, partner_name, partner_local_name FROM partnerships ORDER BY partnership_id")
            .values()
            .stream()
            .map(
                row ->
                    new Partnership(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], true))
            .toList());
  }

  /** Members and partnerships. */
  Registry registry() {
    return registry;
  }

  List<Unclear> all() {
    return all;
  }

  /** How many names were read that were not written as the registry has them. */
  int matched() {
    return ((Number) engine.read(MATCHED).values().get(0)[0]).intValue();
  }

  /**
   * What is still unclear: without names that the next ingest reads by an answer, but with those
   * that an answer has not helped.
   *
   * @param places hidden cells that have just been answered
   */
  List<Unclear> without(List<Answer> answers, Set<String> places) {
    Set<String> used =
        engine.read(READ_BY).values().stream()
            .map(row -> new Name((String) row[0], (String) row[1], (String) row[2]).key() + row[3])
            .collect(Collectors.toSet());
    Set<String> waiting =
        answers.stream()
            .filter(answer -> !used.contains(answer.name().key() + answer.meant()))
            .map(answer -> answer.name().key())
            .collect(Collectors.toSet());
    return all.stream()
        .filter(
            each ->
                each.isHidden()
                    ? !places.contains(each.place())
                    : !waiting.contains(each.name().key())
                        && !waiting.contains(each.name().ofAll().key()))
        .toList();
  }

  /** Whether a column holds codes of a list. */
  boolean isCode(String column) {
    return !codes(column).isEmpty();
  }

  /** What an answer names, as the registry or the list spells it; null: nothing. */
  String known(Answer answer) {
    if (answer.name().column().equals(TIE)) {
      Partnership tie = registry.partnership(answer.meant());
      boolean own =
          tie != null && Fold.text(tie.memberId()).equals(Fold.text(answer.name().memberId()));
      return own ? tie.id() : null;
    }
    return codes(answer.name().column()).stream()
        .map(CodeList.Entry::code)
        .filter(code -> Fold.text(code).equals(Fold.text(answer.meant())))
        .findFirst()
        .orElse(null);
  }

  private List<CodeList.Entry> codes(String column) {
    return contracts.all().stream()
        .flatMap(contract -> contract.field(column).stream())
        .filter(field -> field.limits().reference() != null)
        .findFirst()
        .map(field -> contracts.codeLists().get(field.limits().reference()).entries())
        .orElse(List.of());
  }

  /** What may be meant, the likest first; none where nothing is like it, or nothing is shown. */
  List<String> proposals(Unclear unclear) {
    Name name = unclear.name();
    if (unclear.isHidden()) {
      return List.of();
    }
    if (name.column().equals(TIE)) {
      return registry.likest(name.written(), name.memberId()).stream()
          .limit(MOST_PROPOSALS)
          .map(Partnership::id)
          .toList();
    }
    return codes(name.column()).stream()
        .filter(code -> likeness(code, name.written()) >= LEAST_LIKENESS)
        .sorted(
            Comparator.comparing((CodeList.Entry code) -> -likeness(code, name.written()))
                .thenComparing(CodeList.Entry::code))
        .limit(MOST_PROPOSALS)
        .map(CodeList.Entry::code)
        .toList();
  }

  private static double likeness(CodeList.Entry code, String written) {
    double best = Registry.likeness(code.name(), written);
    for (String alias : code.aliases()) {
      best = Math.max(best, Registry.likeness(alias, written));
    }
    return best;
  }
}
