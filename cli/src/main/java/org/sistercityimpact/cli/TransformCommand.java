package org.sistercityimpact.cli;

import java.io.IOException;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "transform",
    description = "Turn stored rows into contributions and metrics, and run the checks.")
final class TransformCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin EngineOption engine;
  @Mixin WhatIfOption whatIf;

  @Override
  public Integer call() throws IOException {
    Warehouse store = warehouse.open();
    RunRecord record = new RunRecord("transform");
    TransformReport report =
        TransformStage.run(store, sql(), whatIf.read(sql()), engine, console, record);
    int code = report.failed().isEmpty() ? ExitCode.GOOD : ExitCode.FINDINGS;
    record.write(store, code);
    if (json) {
      console.printJson(TransformStage.json(report, store));
    } else {
      TransformStage.print(report, store, console);
    }
    return code;
  }
}
