package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.IngestReport;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ingest",
    description = "Check the files of an inbox and store their good rows.",
    footer = {
      "",
      "An inbox holds registry/members.csv, registry/partnerships.csv and <year>/<member_id>/<dataset>.csv,",
      "or Excel workbooks there, a sheet a dataset.",
      "Exit code 1: a file is unusable or in conflict (with --strict also: a row was rejected)."
    })
final class IngestCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin EngineOption engine;

  @Parameters(
      paramLabel = "INBOX",
      converter = LocationConverter.class,
      description = "The folder that the files arrived in.")
  Path inbox;

  @Option(names = "--strict", description = "Exit with 1 when any row was rejected.")
  boolean strict;

  @Override
  public Integer call() throws IOException {
    Ingest.requireInbox(inbox);
    RunRecord record = new RunRecord("ingest");
    Warehouse store = warehouse.create();
    IngestReport report = IngestStage.run(inbox, store, sql(), engine, console, record);
    int code = IngestStage.exitCode(report, strict);
    record.write(store, code);
    if (json) {
      console.printJson(IngestStage.json(report));
    } else {
      IngestStage.print(report, warehouse.folder, console);
    }
    return code;
  }
}
