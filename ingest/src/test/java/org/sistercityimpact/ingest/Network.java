package org.sistercityimpact.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/** A folder with an inbox of two members and a warehouse, and what can be asked of them. */
final class Network {
  static final Path SQL = Path.of(System.getProperty("impact.home")).resolve("sql");
  static final Contracts CONTRACTS = ContractFolder.read(SQL);
  static final String MEMBERS =
      "member_id,name,state,jurisdiction_type,member_since\nUS-TX-fort-worth,Fort Worth,TX,city,2015\nUS-OR-bend,Bend,OR,city,2015\n";
  static final String PARTNERSHIPS =
      "partnership_id,member_id,partner_name,partner_country,status\nUS-TX-fort-worth~DE-trier,US-TX-fort-worth,Trier,DE,active\n";
  static final String BUDGET_HEADER = "line_id,category,funded_by,amount_usd\n";
  static final String BUDGETS = "2025/US-TX-fort-worth/budgets.csv";

  final Path folder;
  final Path inbox;
  final Warehouse warehouse;
  private final Contracts contracts;
  private Instant now = Instant.parse("2026-02-01T10:00:00Z");

  Network(Path folder) throws IOException {
    this(folder, CONTRACTS);
  }

  Network(Path folder, Contracts contracts) throws IOException {
    this.folder = folder;
    this.contracts = contracts;
    inbox = Files.createDirectories(folder.resolve("inbox"));
    warehouse = Warehouse.create(folder.resolve("warehouse"));
    put("registry/members.csv", MEMBERS);
    put("registry/partnerships.csv", PARTNERSHIPS);
  }

  /** Budget rows B1 … Bn. */
  static String budgets(int rows) {
    StringBuilder text = new StringBuilder(BUDGET_HEADER);
    for (int i = 1; i <= rows; i++) {
      text.append('B').append(i).append(",staff,city,").append(i).append('\n');
    }
    return text.toString();
  }

  Path put(String file, String text) throws IOException {
    return put(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Path put(String file, byte[] bytes) throws IOException {
    Path path = inbox.resolve(file);
    Files.createDirectories(path.getParent());
    return Files.write(path, bytes);
  }

  void remove(String file) throws IOException {
    Files.delete(inbox.resolve(file));
  }

  IngestReport ingest() {
    now = now.plusSeconds(3600);
    return new Ingest(contracts, Clock.fixed(now, ZoneOffset.UTC), Progress.SILENT)
        .run(inbox, warehouse);
  }

  /** The rows of a query over the warehouse's tables, cells joined by |, one line each. */
  String query(String sql) {
    try (DuckDb engine = warehouse.openTables()) {
      List<String> lines = new ArrayList<>();
      for (Object[] row : engine.read(sql).values()) {
        List<String> cells = new ArrayList<>();
        for (Object cell : row) {
          cells.add(String.valueOf(cell));
        }
        lines.add(String.join("|", cells));
      }
      return String.join("\n", lines);
    }
  }

  /** File, status and counts of all submissions but the registry's, oldest first. */
  String submissions() {
    return query(
        """
        SELECT file, status, rows_read, rows_accepted, rows_rejected, rows_duplicate
        FROM raw_submissions WHERE file NOT LIKE 'registry/%' ORDER BY received_at, file, status""");
  }

  /** File, code and severity of all problems. */
  String problems() {
    return query(
        "SELECT file, source_row, column_letter, code, severity FROM raw_problems ORDER BY file, source_row, code");
  }
}
