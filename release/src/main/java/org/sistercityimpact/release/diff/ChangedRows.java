package org.sistercityimpact.release.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * The rows in which the files of two editions differ, from {@code file_changes} and the tables of
 * the schemas {@code before} and {@code after}. A row is the same as the one of its key.
 */
final class ChangedRows {
  /** As many of a cause's rows as are told; how many there are is told always. */
  static final int TOLD = 100;

  private static final String ROWS =
      """
      WITH
      was AS (
        SELECT f.cause, t.source_row, %1$s, row_number() OVER (PARTITION BY f.cause, %2$s ORDER BY t.submission_id, t.source_row) AS nth
        FROM before.%3$s AS t
        JOIN (SELECT cause, unnest(ids_before) AS id FROM file_changes WHERE dataset = %4$s) AS f ON f.id = t.submission_id
      ),
      now AS (
        SELECT f.cause, t.source_row, %1$s, row_number() OVER (PARTITION BY f.cause, %2$s ORDER BY t.submission_id, t.source_row) AS nth
        FROM after.%3$s AS t
        JOIN (SELECT cause, unnest(ids_after) AS id FROM file_changes WHERE dataset = %4$s) AS f ON f.id = t.submission_id
      ),
      differing AS (
        SELECT COALESCE(n.cause, w.cause) AS cause, w.source_row AS row_before, n.source_row AS row_after, %5$s
        FROM was AS w
        FULL JOIN now AS n ON n.cause = w.cause AND n.nth = w.nth AND %6$s
        WHERE w.nth IS NULL OR n.nth IS NULL OR (%7$s)
      )
      SELECT *, COUNT(*) OVER (PARTITION BY cause) AS found
      FROM differing
      QUALIFY row_number() OVER (PARTITION BY cause ORDER BY COALESCE(row_after, row_before), row_after NULLS FIRST) <= %8$d
      ORDER BY cause, COALESCE(row_after, row_before), row_after NULLS FIRST
      """;

  private final DuckDb engine;

  ChangedRows(DuckDb engine) {
    this.engine = engine;
  }

  /**
   * The rows of each cause, by its number.
   *
   * @param rows the first of them
   * @param found how many there are
   */
  record OfFile(List<Cause.Row> rows, long found) {
    static final OfFile NONE = new OfFile(List.of(), 0);
  }

  Map<Long, OfFile> of(List<Contract> contracts) {
    Map<Long, OfFile> found = new HashMap<>();
    contracts.forEach(contract -> add(contract, found));
    return found;
  }

  private void add(Contract contract, Map<Long, OfFile> found) {
    Set<String> both = new HashSet<>(columns("before", contract));
    both.retainAll(columns("after", contract));
    List<Field> fields =
        contract.fields().stream().filter(field -> both.contains(field.name())).toList();
    if (fields.isEmpty()) {
      return;
    }
    List<String> keys =
        (contract.key().isEmpty()
                ? fields.stream().map(Field::name)
                : contract.key().stream()
                    .map(key -> both.contains(key + "_key") ? key + "_key" : key))
            .filter(both::contains)
            .toList();
    String select =
        Stream.concat(fields.stream().map(Field::name), keys.stream())
            .distinct()
            .map(column -> "t." + quoted(column))
            .collect(Collectors.joining(", "));
    String rows =
        ROWS.formatted(
            select,
            joined(keys, ", ", key -> "t." + quoted(key)),
            contract.rawTable(),
            DuckDb.literal(contract.name()),
            fields.stream()
                .flatMap(field -> Stream.of("w.", "n.").map(side -> text(side, field.name())))
                .collect(Collectors.joining(", ")),
            joined(
                keys, " AND ", key -> "n.%1$s IS NOT DISTINCT FROM w.%1$s".formatted(quoted(key))),
            joined(
                fields.stream().map(Field::name).toList(),
                " OR ",
                name -> "n.%1$s IS DISTINCT FROM w.%1$s".formatted(quoted(name))),
            TOLD);
    for (Object[] row : engine.read(rows).values()) {
      Cause.Row told = row(contract, fields, row);
      long all = (Long) row[row.length - 1];
      OfFile before = found.getOrDefault((Long) row[0], OfFile.NONE);
      found.put(
          (Long) row[0],
          new OfFile(Stream.concat(before.rows().stream(), Stream.of(told)).toList(), all));
    }
  }

  private static Cause.Row row(Contract contract, List<Field> fields, Object[] row) {
    List<Cause.Cell> cells = new ArrayList<>();
    List<String> id = new ArrayList<>();
    boolean inBoth = row[1] != null && row[2] != null;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      String before = (String) row[3 + 2 * i];
      String after = (String) row[4 + 2 * i];
      if (contract.key().contains(field.name()) && !field.personal()) {
        id.add(Objects.requireNonNullElse(after == null ? before : after, ""));
      }
      if (inBoth && !Objects.equals(before, after)) {
        cells.add(
            field.personal()
                ? new Cause.Cell(field.name(), "[hidden]", "[hidden]")
                : new Cause.Cell(field.name(), before, after));
      }
    }
    return new Cause.Row(String.join(" ", id), number(row[1]), number(row[2]), cells);
  }

  private static Integer number(Object value) {
    return value == null ? null : ((Number) value).intValue();
  }

  private List<String> columns(String schema, Contract contract) {
    return engine
        .read(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = %s AND table_name = %s"
                .formatted(DuckDb.literal(schema), DuckDb.literal(contract.rawTable())))
        .values()
        .stream()
        .map(row -> (String) row[0])
        .toList();
  }

  private static String text(String side, String name) {
    return "CAST(%s%s AS VARCHAR) AS %s"
        .formatted(side, quoted(name), quoted(side.charAt(0) + "_" + name));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static String joined(List<String> names, String between, UnaryOperator<String> form) {
    return names.stream().map(form).collect(Collectors.joining(between));
  }
}
