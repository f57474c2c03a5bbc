package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.reports.ReportRun;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "report",
    description =
        "Print the national report, state pages, city briefs and letters to cities as PDF.")
final class ReportCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin LanguageOption language;

  @Parameters(
      paramLabel = "KIND",
      description =
          "national (the network's report and its annex), state (a page for each state's legislators), city (two"
              + " pages for each council), letter (what became of each member's files) or all.")
  String kind;

  @Option(
      names = "--year",
      paramLabel = "Y",
      description = "The reporting year (default: the latest in the warehouse).")
  Integer year;

  @Option(
      names = "--member",
      paramLabel = "ID",
      description = "Only this member's brief, letter, or (all) both.")
  String member;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  Path out;

  @Option(
      names = "--internal",
      description =
          "City briefs with the city's own trade dollars and the rows that it holds back, marked on every page, in DIR/internal.")
  boolean internal;

  @Option(
      names = "--marked",
      description =
          "With each letter, copies of the city's own files in which the cells to look at are marked. They hold the names that the city sent: for that city alone.")
  boolean marked;

  @Override
  public Integer call() throws IOException {
    Set<ReportKind> kinds = kinds();
    if (marked && !kinds.contains(ReportKind.LETTER)) {
      throw new ConfigurationException(
          "Cannot mark files beside '%s': the copies come with letters (print letter or all, or leave --marked out)"
              .formatted(kind));
    }
    Words words = language.words();
    ReportStage.warmUp(words);
    Warehouse store = warehouse.openTransformed();
    Freshness.require(store);
    RunRecord record = new RunRecord("report");
    ReportRun run;
    try (DuckDb engine = openEngine(store)) {
      run =
          new ReportStage(
                  words,
                  kinds,
                  internal ? Form.INTERNAL : Form.PUBLISHED,
                  Optional.ofNullable(member),
                  out,
                  marked ? Optional.of(ContractFolder.read(sql())) : Optional.empty())
              .run(store, engine, Years.choose(engine, year), console, record);
    }
    record.write(store, ExitCode.GOOD);
    if (json) {
      console.printJson(ReportStage.json(run));
    } else {
      ReportStage.print(run, out, console);
    }
    return ExitCode.GOOD;
  }

  private Set<ReportKind> kinds() {
    Set<ReportKind> kinds =
        switch (kind.toLowerCase(Locale.ROOT)) {
          case "national" -> EnumSet.of(ReportKind.NATIONAL);
          case "state" -> EnumSet.of(ReportKind.STATE);
          case "city" -> EnumSet.of(ReportKind.CITY);
          case "letter" -> EnumSet.of(ReportKind.LETTER);
          case "all" -> EnumSet.allOf(ReportKind.class);
          default ->
              throw new ConfigurationException(
                  "Cannot print report '%s': there is no such kind (write national, state, city, letter or all)"
                      .formatted(kind));
        };
    if (member != null
        && kinds.removeAll(Set.of(ReportKind.NATIONAL, ReportKind.STATE))
        && kinds.isEmpty()) {
      throw new ConfigurationException(
          "Cannot print report '%s' for member '%s': it belongs to no member (write 'impact report city --member %s', or letter, or all)"
              .formatted(kind, member, member));
    }
    if (internal && !kinds.equals(EnumSet.of(ReportKind.CITY))) {
      throw new ConfigurationException(
          "Cannot print report '%s' as an internal copy: only a city brief has one (write 'impact report city --internal')"
              .formatted(kind));
    }
    return kinds;
  }
}
