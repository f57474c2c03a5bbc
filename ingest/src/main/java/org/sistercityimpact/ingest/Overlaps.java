package org.sistercityimpact.ingest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.contract.Field.Folding;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Which accepted rows submissions of one slot have in common. The rows lie in the raw tables, so
 * nothing is kept for it; it is asked for only where files compete, and then once a dataset.
 */
final class Overlaps {
  private static final Shared NONE = new Shared(0, 0);

  private final Contracts contracts;
  private final DuckDb engine;
  private final Warehouse warehouse;
  private final Manifest manifest;
  private final Map<String, Submission> submissions;
  private final Map<Set<String>, Shared> shared = new HashMap<>();
  private final Set<String> loaded = new HashSet<>();

  /**
   * What two submissions have in common.
   *
   * @param met rows of one that have the key of a row of the other; where there is no key, rows
   *     that say the same
   * @param same of these, rows that say the same
   */
  record Shared(long met, long same) {}

  /**
   * @param manifest whose raw tables hold the rows of all {@code submissions}
   */
  Overlaps(
      Contracts contracts,
      DuckDb engine,
      Warehouse warehouse,
      Manifest manifest,
      Map<String, Submission> submissions) {
    this.contracts = contracts;
    this.engine = engine;
    this.warehouse = warehouse;
    this.manifest = manifest;
    this.submissions = submissions;
  }

  /** What two submissions of one slot have in common. */
  Shared of(Submission one, Submission other) {
    if (loaded.add(one.dataset())) {
      load(contracts.named(one.dataset()).orElseThrow());
    }
    return shared.getOrDefault(Set.of(one.id(), other.id()), NONE);
  }

  /** Whether rows of a dataset are told apart by a key. */
  boolean hasKey(String dataset) {
    return !contracts.named(dataset).orElseThrow().key().isEmpty();
  }

  private void load(Contract contract) {
    Map<String, List<Submission>> slots =
        submissions.values().stream()
            .filter(s -> contract.name().equals(s.dataset()) && s.accepted() > 0)
            .collect(Collectors.groupingBy(Submission::slot));
    Map<String, Integer> numbers = new HashMap<>();
    slots.values().stream()
        .filter(ofSlot -> ofSlot.size() > 1)
        .forEach(
            ofSlot -> {
              int number = numbers.size();
              ofSlot.forEach(s -> numbers.put(s.id(), number));
            });
    List<Path> files = warehouse.paths(manifest, contract.rawTable());
    if (numbers.isEmpty() || files.isEmpty()) {
      return;
    }
    engine.expose("compared_rows", files);
    String competing =
        numbers.entrySet().stream()
            .map(entry -> "('%s', %d)".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    List<String> all = contract.fields().stream().map(Overlaps::compared).toList();
    List<String> key =
        contract.key().isEmpty()
            ? all
            : contract.key().stream()
                .map(name -> compared(contract.fields().get(contract.index(name))))
                .toList();
    String select =
        """
        WITH rows AS (
          SELECT r.submission_id AS id, c.slot, %1$s, COUNT(*) AS number
          FROM compared_rows AS r
          JOIN (VALUES %2$s) AS c(id, slot) ON c.id = r.submission_id
          GROUP BY ALL
        )
        SELECT
          a.id,
          b.id,
          CAST(SUM(LEAST(a.number, b.number)) AS BIGINT),
          CAST(SUM(CASE WHEN %4$s THEN LEAST(a.number, b.number) ELSE 0 END) AS BIGINT)
        FROM rows AS a
        JOIN rows AS b ON a.slot = b.slot AND a.id < b.id AND %3$s
        GROUP BY a.id, b.id"""
            .formatted(
                all.stream().map(column -> "r." + column).collect(Collectors.joining(", ")),
                competing,
                equal(key),
                equal(all));
    for (Object[] row : engine.read(select).values()) {
      shared.put(
          Set.of((String) row[0], (String) row[1]),
          new Shared(((Number) row[2]).longValue(), ((Number) row[3]).longValue()));
    }
  }

  /** The column that tells two values of a field apart. */
  private static String compared(Field field) {
    String name = field.fold() == Folding.ID ? field.name() + "_key" : field.name();
    return '"' + name + '"';
  }

  private static String equal(List<String> columns) {
    return columns.stream()
        .map(column -> "a.%1$s IS NOT DISTINCT FROM b.%1$s".formatted(column))
        .collect(Collectors.joining(" AND "));
  }
}
