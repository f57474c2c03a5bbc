package org.sistercityimpact.transform.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.transform.trace.Traced.Settled;
import org.sistercityimpact.warehouse.DuckDb;

/** The cells that were read by answers of {@code registry/names.csv}: ingest told of each. */
final class SettledNames {
  private static final Pattern READ =
      Pattern.compile(
          "(?s).*; it was read as (?<read>.*), as settled in names\\.csv of the registry.*");

  private final DuckDb engine;

  SettledNames(DuckDb engine) {
    this.engine = engine;
  }

  /**
   * Those in some rows, by file and row.
   *
   * @param places SELECTs of submission_id and source_row
   */
  List<Settled> in(List<String> places) {
    if (places.isEmpty() || !areAny()) {
      return List.of();
    }
    List<Cells> told =
        Cells.of(
            engine,
            """
            SELECT p.file, p.sheet, CAST(p.source_row AS BIGINT) AS source_row, p.column_name, p.value, p.message, s.member_id
            FROM problems AS p
            JOIN submissions AS s ON s.submission_id = p.submission_id
            WHERE p.code = 'name-settled' AND (p.submission_id, p.source_row) IN (
            %s
            )
            ORDER BY p.file, p.sheet NULLS FIRST, p.source_row, p.column_name"""
                .formatted(String.join("\nUNION ALL\n", places)));
    Map<String, String> answers = told.isEmpty() ? Map.of() : answers();
    return told.stream().map(cells -> settled(cells, answers)).toList();
  }

  private boolean areAny() {
    return !Cells.of(engine, "SELECT code FROM problems WHERE code = 'name-settled' LIMIT 1")
        .isEmpty();
  }

  private static Settled settled(Cells cells, Map<String, String> answers) {
    Matcher read = READ.matcher(cells.text("message"));
    String column = cells.text("column_name");
    String value = cells.text("value");
    String by =
        Stream.of(value.split(";"))
            .map(
                written ->
                    answers.getOrDefault(
                        key(column, cells.text("member_id"), written),
                        answers.get(key(column, null, written))))
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return new Settled(
        cells.text("file"),
        cells.text("sheet"),
        cells.number("source_row"),
        column,
        value,
        read.matches() ? read.group("read") : cells.text("message"),
        by.isEmpty() ? null : by);
  }

  /** Who gave each answer. */
  private Map<String, String> answers() {
    Map<String, String> answers = new HashMap<>();
    Cells.of(
            engine,
            """
            SELECT n."column" AS column_name, n.member_id, n.written, n.answered_by
            FROM raw_names AS n
            JOIN submissions AS s ON s.submission_id = n.submission_id AND s.status = 'in_force'
            WHERE n.answered_by IS NOT NULL""")
        .forEach(
            cells ->
                answers.put(
                    key(cells.text("column_name"), cells.text("member_id"), cells.text("written")),
                    cells.text("answered_by")));
    return answers;
  }

  private static String key(String column, String memberId, String written) {
    return Fold.letters(column)
        + "|"
        + (memberId == null ? "" : Fold.text(memberId))
        + "|"
        + Fold.text(written);
  }
}
