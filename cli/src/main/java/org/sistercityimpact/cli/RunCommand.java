package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.reports.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = "Ingest an inbox, transform, and print all reports; stops at a failed check.")
final class RunCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin EngineOption engine;
  @Mixin WhatIfOption whatIf;
  @Mixin LanguageOption language;

  @Parameters(
      paramLabel = "INBOX",
      converter = LocationConverter.class,
      description = "The folder that the files arrived in.")
  Path inbox;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The reporting year (default: the latest in the warehouse).")
  Integer year;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where the reports go (default: ${DEFAULT-VALUE}).")
  Path out;

  @Option(names = "--strict", description = "Exit with 1 when any row was rejected.")
  boolean strict;

  @Override
  public Integer call() throws IOException {
    Ingest.requireInbox(inbox);
    Words words = language.words();
    Pipeline pipeline =
        Pipeline.run(
            this,
            "run",
            inbox,
            warehouse.create(),
            new Pipeline.Asked(engine, whatIf, year, strict),
            words,
            out);
    if (json) {
      console.printJson(pipeline.json());
    } else {
      pipeline.print(console, warehouse.folder, out);
    }
    return pipeline.code();
  }
}
