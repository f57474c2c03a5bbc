package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.ingest.IngestReport;
import org.sistercityimpact.reports.ReportRun;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.transform.WhatIf;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Ingest, transform and reports in one go, for {@code run} and {@code demo}. Goes on past rejected
 * rows and unusable files, and stops at a failed check.
 *
 * @param code the exit code
 * @param year the year reported; null when a check failed
 */
record Pipeline(
    int code,
    Integer year,
    IngestReport ingest,
    TransformReport transform,
    ReportRun reports,
    Warehouse warehouse,
    Map<String, Double> seconds) {

  /**
   * What may be asked for on the command line.
   *
   * @param year to be reported; null: the newest
   * @param strict whether a rejected row is a finding
   */
  record Asked(EngineOption engine, WhatIfOption whatIf, Integer year, boolean strict) {
    static final Asked NOTHING = new Asked(new EngineOption(), new WhatIfOption(), null, false);
  }

  static Pipeline run(
      ImpactCommand command,
      String name,
      Path inbox,
      Warehouse warehouse,
      Asked asked,
      Words words,
      Path out)
      throws IOException {
    RunRecord record = new RunRecord(name);
    Path sql = command.sql();
    WhatIf whatIf = asked.whatIf.read(sql);
    IngestReport ingest =
        IngestStage.run(inbox, warehouse, sql, asked.engine, command.console, record);
    TransformReport transform =
        TransformStage.run(warehouse, sql, whatIf, asked.engine, command.console, record);
    int code = IngestStage.exitCode(ingest, asked.strict);
    Integer year = null;
    ReportRun reports = null;
    if (transform.failed().isEmpty()) {
      ReportStage.warmUp(words);
      // Opened, so that what is printed is one state, whoever writes beside it.
      try (Warehouse made = Warehouse.open(warehouse.folder());
          DuckDb reader = command.openEngine(made)) {
        year = Years.choose(reader, asked.year);
        reports =
            new ReportStage(
                    words,
                    EnumSet.allOf(ReportKind.class),
                    Form.PUBLISHED,
                    Optional.empty(),
                    out,
                    Optional.empty())
                .run(made, reader, year, command.console, record);
      }
    } else {
      code = ExitCode.FINDINGS;
    }
    record.write(warehouse, code);
    return new Pipeline(code, year, ingest, transform, reports, warehouse, record.seconds());
  }

  void print(Console console, Path folder, Path out) {
    IngestStage.print(ingest, folder, console);
    TransformStage.print(transform, warehouse, console);
    if (reports != null) {
      ReportStage.print(reports, out, console);
    } else {
      console.print(
          "No report was printed: a check failed, and nothing is reported from what it found.");
    }
  }

  Map<String, Object> json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("year", year);
    document.put("ingest", IngestStage.json(ingest));
    document.put("transform", TransformStage.json(transform, warehouse));
    document.put("reports", reports == null ? null : ReportStage.json(reports));
    document.put("seconds", seconds);
    return document;
  }
}
