package org.sistercityimpact.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.text.FigureId;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.trace.Audit;
import org.sistercityimpact.transform.trace.Question;
import org.sistercityimpact.transform.trace.RowTrace;
import org.sistercityimpact.transform.trace.RowUse;
import org.sistercityimpact.transform.trace.Trace;
import org.sistercityimpact.transform.trace.Traced;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "trace",
    description =
        "Where a figure comes from: its range, its formula in numbers, the parameters with their sources, and the rows that add up to it.",
    footer = {
      "",
      "Example:  impact trace visitor_spend_direct --key US-TX-fort-worth --year 2025",
      "          impact trace national:people_in/network/2025     (an id of figures.json)",
      "Metrics:  impact sql \"SELECT metric_id, title FROM metric_definitions\""
    })
final class TraceCommand extends ImpactCommand {
  private static final int FIRST_ROWS = 20;

  @Mixin WarehouseOption warehouse;
  @Mixin EditionOption edition;

  @Parameters(
      arity = "0..1",
      paramLabel = "FIGURE|METRIC",
      description = "A figure's id as figures.json has it, or a metric's id.")
  String figure;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "network, state, member, partnership, partner_country, purpose, peer: the median of a member's peers, or assumption: a headline with one of its assumptions low and high (default: the level that has the key, else network).")
  String level;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Which of them, such as TX, US-TX-fort-worth, DE or cultural.")
  String key;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The data year (default: the latest of the figure).")
  Integer year;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "The other way: a file as the inbox names it; with --row, where its row counts.")
  String file;

  @Option(names = "--sheet", paramLabel = "SHEET", description = "Of a workbook with several.")
  String sheet;

  @Option(names = "--row", paramLabel = "N", description = "The row as a spreadsheet shows it.")
  Long row;

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "The other way, by a member's own id: with --id.")
  String member;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Of an exchange, event, trade contact or budget line, as the member writes it.")
  String id;

  @Option(names = "--all", description = "Print all rows (default: the first " + FIRST_ROWS + ").")
  boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table (default), csv (the rows alone, all of them) or json.")
  ResultFormat format;

  @Option(
      names = "--check",
      description =
          "Add up every figure of every metric anew, and list those that its rows do not give.")
  boolean check;

  @Override
  public Integer call() throws IOException {
    boolean byRow = file != null || row != null || member != null || id != null;
    if (byRow) {
      requireOneRow();
    } else if (check == (figure != null)) {
      throw new ConfigurationException(
          check
              ? "Cannot check figure '%s' alone: --check adds up all of them (leave out one of the two)"
                  .formatted(figure)
              : "Cannot trace figure '': none is named (give a figure's id of figures.json, or a metric such as people_in)");
    }
    Optional<Edition> published = edition.in(warehouse.folder, console);
    Warehouse store = published.map(Edition::warehouse).orElseGet(warehouse::openTransformed);
    Freshness.requireTransformed(store, "trace");
    try (DuckDb engine = openEngine(store)) {
      SqlFolder files = SqlFolder.open(published.map(Edition::sql).orElseGet(this::sql));
      if (byRow) {
        RowTrace trace = new RowTrace(engine, files);
        RowUse use = file == null ? trace.ofId(member, id, year) : trace.ofRow(file, sheet, row);
        print(use);
        return ExitCode.GOOD;
      }
      if (check) {
        return checkAll(engine, files, WhatIfOption.mark(store));
      }
      Trace trace = new Trace(engine, files);
      Bound bound = Bound.CENTRAL;
      Question asked;
      if (figure.contains(":") || figure.contains("/")) {
        FigureId id = figureId();
        bound = id.bound();
        asked = trace.ask(id.metric(), id.level(), id.key(), id.year());
      } else {
        asked = trace.ask(figure, level == null ? null : Level.of(level), key, year);
      }
      ResultFormat chosen = ResultFormat.onScreen(json, format);
      Traced traced =
          trace.answer(asked, all || chosen != ResultFormat.TABLE ? Integer.MAX_VALUE : FIRST_ROWS);
      String whatIf = WhatIfOption.mark(store);
      switch (chosen) {
        case JSON -> console.printJson(TraceJson.document(traced, whatIf));
        case CSV -> ResultFormat.CSV.print(TraceJson.rows(traced), whatIf, console);
        default -> {
          if (whatIf != null) {
            console.print(whatIf);
          }
          new TraceText(traced, bound).lines().forEach(console::print);
        }
      }
      return traced.value().readds() ? ExitCode.GOOD : ExitCode.FINDINGS;
    }
  }

  private void requireOneRow() {
    boolean whole = (file == null) == (row == null) && (member == null) == (id == null);
    if (!whole || (file == null) == (member == null) || figure != null || check) {
      throw new ConfigurationException(
          "Cannot trace a row: --file and --row name it, or --member and --id, and nothing else beside them but --sheet and --year");
    }
  }

  private void print(RowUse use) {
    if (json) {
      console.printJson(TraceJson.document(use));
      return;
    }
    new RowUseText(use).lines().forEach(console::print);
  }

  private int checkAll(DuckDb engine, SqlFolder files, String whatIf) throws IOException {
    Audit audit = new Audit(engine, files);
    Rows differences = audit.differences();
    List<String> untraced = audit.untraced();
    if (json) {
      ResultFormat.JSON.print(differences, whatIf, console);
    } else {
      if (differences.size() > 0) {
        ResultFormat.onScreen(false, format).print(differences, whatIf, console);
      }
      console.print(
          "%,d figures of %,d metrics added up anew from their rows: %s"
              .formatted(
                  audit.figures(),
                  files.metrics().size() - untraced.size(),
                  differences.size() == 0 ? "all agree" : differences.size() + " differ"));
      if (!untraced.isEmpty()) {
        console.print(
            "Not added up, for their files have no trace line: " + String.join(", ", untraced));
      }
    }
    return differences.size() == 0 ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  private FigureId figureId() {
    if (level != null || key != null || year != null) {
      throw new ConfigurationException(
          "Cannot trace figure '%s' with --level, --key or --year: its id says all three (leave them out, or give a metric's id)"
              .formatted(figure));
    }
    return FigureId.parse(figure);
  }
}
