package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.release.OpenDoubt;
import org.sistercityimpact.reports.file.XlsxFile;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description =
        "Who has reported what for a year, who is late or silent, what is in doubt, what was sent and not read.")
final class StatusCommand extends ImpactCommand {
  private static final String REPORTING =
      """
      SELECT member_id, name, state, dataset, status, file, CAST(received_at AS VARCHAR) AS received_at,
        CAST(due_date AS VARCHAR) AS due_date, days_late > 0 AS late, days_late, rows_read, rows_rejected, rejected_share,
        rows_last_year, doubts, gone_quiet, unread_files, unread_file
      FROM reporting
      WHERE data_year = %d
      ORDER BY member_id, dataset""";

  /** Of files that came, whatever became of them. */
  private static final String PUNCTUALITY =
      """
      SELECT COUNT(*) AS files, COUNT(*) FILTER (days_late <= 0) AS on_time, CAST(median(days_late) AS DECIMAL(9,1)) AS days
      FROM reporting
      WHERE data_year = %d AND days_late IS NOT NULL""";

  private static final String IDLE =
      """
      SELECT file, source_row, value, message, fix
      FROM problems
      WHERE code = 'settles-nothing'
      ORDER BY file, source_row""";

  @Mixin WarehouseOption warehouse;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The reporting year (default: the latest in the warehouse).")
  Integer year;

  @Option(
      names = "--doubts",
      description =
          "Print the values in doubt as rows of confirmed.csv, what changes most first. Fill in confirmed_by where the city says that a value is right.")
  boolean doubtsOnly;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (default), csv or json: a row a member and dataset.")
  ResultFormat format;

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx",
      description = "Write the same rows as a workbook, to send around.")
  Path workbook;

  @Override
  public Integer call() throws IOException {
    ResultFormat.onScreen(json, format);
    Warehouse store = warehouse.openTransformed();
    if (!store.manifest().tables().containsKey("reporting")) {
      throw new ConfigurationException(
          "Cannot tell the status in warehouse '%s': it was transformed by an earlier version (run 'impact ingest' and 'impact transform')"
              .formatted(store.folder()));
    }
    Freshness.warn(store, console);
    try (DuckDb engine = openLive(store)) {
      int chosen = Years.choose(engine, year);
      String whatIf = WhatIfOption.mark(store);
      if (doubtsOnly) {
        Rows rows = OpenDoubt.confirmations(OpenDoubt.of(engine, chosen, chosen));
        ResultFormat csv = json ? ResultFormat.JSON : ResultFormat.CSV;
        (format == null ? csv : format).print(rows, whatIf, console);
        return ExitCode.GOOD;
      }
      Rows rows = engine.read(REPORTING.formatted(chosen));
      if (rows.values().isEmpty()) {
        throw new ConfigurationException(
            "Cannot tell the status of year '%d': no member was expected or has sent anything (choose another with --year)"
                .formatted(chosen));
      }
      Object[] punctuality = engine.read(PUNCTUALITY.formatted(chosen)).values().get(0);
      if (workbook != null) {
        XlsxFile.write(workbook, "reporting " + chosen, rows);
      }
      if (json) {
        Map<String, Object> document = document(chosen, rows, punctuality, whatIf);
        document.put("settle_nothing", idle(engine));
        console.printJson(document);
      } else if (format != null && format != ResultFormat.TABLE) {
        format.print(rows, whatIf, console);
      } else {
        new StatusText(chosen, rows)
            .lines(punctuality, OpenDoubt.of(engine, chosen, chosen), idle(engine))
            .forEach(console::print);
      }
      return ExitCode.GOOD;
    }
  }

  /** What staff wrote into the registry to no effect. */
  private static List<String> idle(DuckDb engine) {
    return engine.read(IDLE).values().stream()
        .map(
            row ->
                VisibleControls.in(
                    "%s, row %s, '%s': %s (%s)".formatted(row[0], row[1], row[2], row[3], row[4])))
        .toList();
  }

  private static Map<String, Object> document(
      int year, Rows rows, Object[] punctuality, String whatIf) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Object[] row : rows.values()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      for (int c = 0; c < row.length; c++) {
        entry.put(rows.columns().get(c).name(), row[c]);
      }
      entries.add(entry);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("data_year", year);
    document.put("what_if", whatIf);
    document.put("files", punctuality[0]);
    document.put("files_on_time", punctuality[1]);
    document.put("median_days_late", punctuality[2]);
    document.put("submissions", entries);
    return document;
  }
}
