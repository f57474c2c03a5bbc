package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.transform.WhatIf;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/** Runs the transform and tells what it did, for {@code transform} and {@code run}. */
final class TransformStage {
  private TransformStage() {}

  static TransformReport run(
      Warehouse warehouse,
      Path sql,
      WhatIf whatIf,
      EngineOption option,
      Console console,
      RunRecord record)
      throws IOException {
    console.announce("Transforming: models, metrics and checks of " + sql);
    SqlFolder folder = SqlFolder.read(sql);
    long steps =
        folder.layers().stream().mapToLong(l -> l.models().size()).sum() + folder.checks().size();
    long[] done = {0};
    TransformReport report;
    try (SqlEngine engine = option.open(warehouse.scratchFolder())) {
      report =
          Transform.run(
              warehouse,
              folder,
              whatIf,
              engine,
              step -> console.progress(step, Math.min(++done[0], steps), steps));
    }
    record.put("engine", option.name());
    record.put("what_if", whatIf.text());
    record.put("rows_by_table", report.rowsByTable());
    record.put("failed_checks", report.failed().stream().map(f -> f.name()).toList());
    record.stage("transform");
    return report;
  }

  static void print(TransformReport report, Warehouse warehouse, Console console) {
    console.print(
        "Transform: %d tables, %,d contributions, %,d metrics; %d checks, %s"
            .formatted(
                report.rowsByTable().size(),
                report.rowsByTable().getOrDefault("contributions", 0L),
                report.rowsByTable().getOrDefault("metrics", 0L),
                report.checks(),
                report.failed().isEmpty() ? "all passed" : report.failed().size() + " FAILED"));
    if (WhatIfOption.mark(warehouse) != null) {
      console.print(WhatIfOption.mark(warehouse));
    }
    for (TransformReport.FailedCheck failed : report.failed()) {
      console.print("");
      console.print(
          "Failed check %s: %s. Rows that break it:".formatted(failed.name(), failed.title()));
      try {
        // No mark: it stands above already.
        ResultFormat.TABLE.print(failed.rows(), null, console);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  static Map<String, Object> json(TransformReport report, Warehouse warehouse) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("what_if", WhatIfOption.mark(warehouse));
    document.put("rows_by_table", report.rowsByTable());
    document.put("checks", report.checks());
    document.put(
        "failed_checks",
        report.failed().stream()
            .map(f -> Map.of("name", f.name(), "title", f.title(), "rows", objects(f.rows())))
            .toList());
    return document;
  }

  private static List<Map<String, Object>> objects(Rows rows) {
    return rows.values().stream()
        .map(
            row -> {
              Map<String, Object> object = new LinkedHashMap<>();
              for (int c = 0; c < row.length; c++) {
                object.put(rows.columns().get(c).name(), row[c] == null ? null : row[c].toString());
              }
              return object;
            })
        .toList();
  }
}
