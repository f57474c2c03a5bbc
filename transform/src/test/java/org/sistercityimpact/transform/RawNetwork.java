package org.sistercityimpact.transform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.RawColumns;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;
import org.sistercityimpact.warehouse.Zone;

/**
 * A warehouse as ingest leaves it, from rows that a test names: every raw table is there, typed by
 * its contract, and empty where the test says nothing.
 */
final class RawNetwork {
  static final Path SQL = Path.of("..", "sql").toAbsolutePath().normalize();
  private static final Contracts CONTRACTS = ContractFolder.read(SQL);

  private static final List<Column> SUBMISSIONS =
      columns(
          "submission_id VARCHAR, file VARCHAR, sheet VARCHAR, member_id VARCHAR, data_year"
              + " INTEGER, dataset VARCHAR, sha256 VARCHAR, rows_read BIGINT, rows_accepted BIGINT,"
              + " rows_rejected BIGINT, rows_duplicate BIGINT, status VARCHAR, received_at"
              + " TIMESTAMP, columns VARCHAR, replaced_by VARCHAR");
  private static final List<Column> PROBLEMS =
      columns(
          "file VARCHAR, sheet VARCHAR, source_row INTEGER, column_letter VARCHAR, column_name"
              + " VARCHAR, value VARCHAR, code VARCHAR, severity VARCHAR, message VARCHAR, fix"
              + " VARCHAR, submission_id VARCHAR");

  private static final List<Column> UNREAD_FILES =
      columns("file VARCHAR, sheet VARCHAR, member_id VARCHAR, data_year INTEGER, dataset VARCHAR");

  private static final List<Column> PHOTOS =
      columns("submission_id VARCHAR, source_row INTEGER, sha256 VARCHAR");

  private final Path folder;
  private final Map<String, List<Column>> tables = new TreeMap<>();
  private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();

  RawNetwork(Path folder) {
    this.folder = folder;
    CONTRACTS.all().forEach(contract -> tables.put(contract.rawTable(), RawColumns.of(contract)));
    tables.put("raw_submissions", SUBMISSIONS);
    tables.put("raw_problems", PROBLEMS);
    tables.put("raw_unread_files", UNREAD_FILES);
    tables.put("raw_photos", PHOTOS);
    tables.keySet().forEach(table -> rows.put(table, new ArrayList<>()));
    for (Contract contract : CONTRACTS.all()) {
      if (contract.kind() == Contract.Kind.REGISTRY) {
        submission(contract.name(), null, null, contract.name(), "in_force", 0, 0);
      }
    }
  }

  /** Cells by column, from alternating names and values. */
  static Map<String, Object> row(Object... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put((String) cells[i], cells[i + 1]);
    }
    return row;
  }

  /** A member since 2000; {@code population} null = unknown. */
  RawNetwork member(String id, String state, Integer population) {
    return member(id, state, population, 2000);
  }

  /** A member since some year. */
  RawNetwork member(String id, String state, Integer population, int since) {
    registry(
        "members",
        row(
            "member_id",
            id,
            "name",
            id,
            "state",
            state,
            "jurisdiction_type",
            "city",
            "member_since",
            since));
    if (population != null) {
      registry(
          "populations",
          row("member_id", id, "data_year", 2000, "population", population, "source", "census"));
    }
    return this;
  }

  RawNetwork tie(String id, String member, String country) {
    return registry(
        "partnerships",
        row(
            "partnership_id",
            id,
            "member_id",
            member,
            "partner_name",
            id,
            "partner_country",
            country,
            "status",
            "active"));
  }

  RawNetwork registry(String table, Map<String, Object> cells) {
    add("raw_" + table, table, cells);
    return this;
  }

  /** A file in force with these rows, each as {@link #row}; no rows: nothing to report. */
  @SafeVarargs
  final RawNetwork submit(
      String member, int year, String dataset, Map<String, Object>... submitted) {
    String status = submitted.length == 0 ? "nothing_to_report" : "in_force";
    String id = submission(dataset, member, year, dataset, status, submitted.length, 0);
    for (Map<String, Object> cells : submitted) {
      Map<String, Object> whole = new LinkedHashMap<>(cells);
      whole.put("member_id", member);
      whole.put("data_year", year);
      add("raw_" + dataset, id, whole);
    }
    return this;
  }

  /** A file that counts for nothing, or only for its state. */
  RawNetwork file(String member, int year, String dataset, String status, int read, int rejected) {
    submission(dataset + "-" + status, member, year, dataset, status, read, rejected);
    return this;
  }

  RawNetwork raw(String table, Map<String, Object> cells) {
    rows.get(table).add(cells);
    return this;
  }

  private String submission(
      String name,
      String member,
      Integer year,
      String dataset,
      String status,
      int read,
      int rejected) {
    String id = member == null ? name : member + "/" + year + "/" + name;
    rows.get("raw_submissions")
        .add(
            row(
                "submission_id",
                id,
                "file",
                (member == null ? "registry/" + name : year + "/" + member + "/" + name) + ".csv",
                "member_id",
                member,
                "data_year",
                year,
                "dataset",
                dataset,
                "sha256",
                "00",
                "rows_read",
                read,
                "rows_accepted",
                status.equals("unusable") ? 0 : read - rejected,
                "rows_rejected",
                rejected,
                "rows_duplicate",
                0,
                "status",
                status,
                "received_at",
                "2026-02-01 10:00:00",
                "columns",
                ";exchange_id=C;"));
    return id;
  }

  private void add(String table, String submission, Map<String, Object> cells) {
    Map<String, Object> whole = new LinkedHashMap<>(cells);
    whole.putIfAbsent("submission_id", submission);
    long before =
        rows.get(table).stream()
            .filter(r -> whole.get("submission_id").equals(r.get("submission_id")))
            .count();
    whole.putIfAbsent("source_row", before + 2);
    for (Column column : tables.get(table)) {
      String folded = column.name().replaceFirst("_key$", "");
      if (!folded.equals(column.name()) && whole.get(folded) != null) {
        whole.putIfAbsent(column.name(), whole.get(folded).toString().toLowerCase(Locale.ROOT));
      }
    }
    rows.get(table).add(whole);
  }

  /** Writes the raw tables, and gives the warehouse that holds them. */
  Warehouse write() throws IOException {
    Warehouse warehouse = Warehouse.create(folder);
    try (DuckDb engine = DuckDb.open(null, "1GB");
        WriteLock lock = warehouse.lock()) {
      Manifest manifest = warehouse.manifest();
      for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
        Path scratch = warehouse.scratchFile(".parquet");
        long count = engine.save(select(table.getValue(), rows.get(table.getKey())), scratch);
        manifest =
            manifest.withTable(
                table.getKey(),
                List.of(warehouse.adopt(scratch, Zone.PROTECTED, table.getKey(), count)));
      }
      warehouse.commit(manifest);
    }
    return warehouse;
  }

  private static String select(List<Column> columns, List<Map<String, Object>> rows) {
    String casts =
        columns.stream()
            .map(c -> "CAST(\"%s\" AS %s) AS \"%s\"".formatted(c.name(), c.type(), c.name()))
            .collect(Collectors.joining(", "));
    String names =
        columns.stream().map(c -> '"' + c.name() + '"').collect(Collectors.joining(", "));
    List<Map<String, Object>> some = rows.isEmpty() ? List.of(Map.of()) : rows;
    return some.stream()
        .map(
            row ->
                columns.stream()
                    .map(c -> row.get(c.name()))
                    .map(v -> v == null ? "NULL" : DuckDb.literal(v))
                    .collect(Collectors.joining(", ", "(", ")")))
        .collect(
            Collectors.joining(
                ",\n",
                "SELECT " + casts + " FROM (VALUES ",
                ") AS t(" + names + ")" + (rows.isEmpty() ? " WHERE 1 = 0" : "")));
  }

  /** Writes and transforms with the project's own SQL; checks that no check failed. */
  Transformed transform() throws IOException {
    return transform(SQL);
  }

  Transformed transform(Path sql) throws IOException {
    Warehouse warehouse = write();
    try (DuckDb engine = DuckDb.openPool(null, "1GB", 2)) {
      // The project's own is read once for all tests.
      SqlFolder folder = sql.equals(SQL) ? Project.FOLDER : SqlFolder.read(sql);
      TransformReport report = Transform.run(warehouse, folder, engine, step -> {});
      return new Transformed(warehouse, report);
    }
  }

  /** What a transform left. */
  record Transformed(Warehouse warehouse, TransformReport report) {

    /** The rows of a SELECT, one line each, cells joined by a space, null as a dash. */
    String read(String select) {
      try (DuckDb engine = warehouse.openTables()) {
        Rows rows = engine.read(select);
        return rows.values().stream()
            .map(
                row ->
                    Arrays.stream(row)
                        .map(cell -> cell == null ? "-" : cell.toString())
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n"));
      }
    }

    /** One metric's rows of a year: level, key, low, central, high, n, status. */
    String metric(String id, int year, String level) {
      return read(
          "SELECT key, low, central, high, n, status FROM metrics WHERE metric_id = '%s' AND data_year = %d AND level = '%s' ORDER BY key"
              .formatted(id, year, level));
    }
  }

  private static List<Column> columns(String list) {
    return Arrays.stream(list.split(", "))
        .map(column -> column.split(" "))
        .map(parts -> new Column(parts[0], parts[1]))
        .toList();
  }

  private static final class Project {
    static final SqlFolder FOLDER = SqlFolder.read(SQL);
  }
}
