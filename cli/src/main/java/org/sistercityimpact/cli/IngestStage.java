package org.sistercityimpact.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.ingest.CheckingCluster;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.ingest.IngestReport;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/** Runs the ingest and tells what it found, for {@code ingest}, {@code run} and {@code demo}. */
final class IngestStage {
  private static final int NAMED = 10;
  private static final int KINDS = 5;
  private static final String EPOCH = "SOURCE_DATE_EPOCH";

  private IngestStage() {}

  static IngestReport run(
      Path inbox,
      Warehouse warehouse,
      Path sql,
      EngineOption engine,
      Console console,
      RunRecord record) {
    console.announce("Ingesting " + inbox + " into " + warehouse.folder());
    Ingest ingest =
        new Ingest(ContractFolder.read(sql), clock(System.getenv(EPOCH)), console::progress);
    IngestReport report = run(ingest, inbox, warehouse, engine);
    record.put("engine", engine.name());
    record.put("inbox", inbox.toString());
    record.put("ingest", recorded(report));
    record.stage("ingest");
    return report;
  }

  /**
   * The clock of a run.
   *
   * @param epoch seconds since 1970 at which files arrive, for who wants the same bytes at another
   *     time (reproducible-builds.org); null: now
   * @throws ConfigurationException if it is no number of seconds
   */
  static Clock clock(String epoch) {
    if (epoch == null) {
      return Clock.systemUTC();
    }
    if (!epoch.matches("\\d{1,11}")) {
      throw new ConfigurationException(
          "Cannot use %s '%s': it is no number of seconds since 1970 (unset it, or write one like 1767225600)"
              .formatted(EPOCH, epoch));
    }
    return Clock.fixed(Instant.ofEpochSecond(Long.parseLong(epoch)), ZoneOffset.UTC);
  }

  private static IngestReport run(
      Ingest ingest, Path inbox, Warehouse warehouse, EngineOption engine) {
    if (!engine.isCluster()) {
      return ingest.run(inbox, warehouse);
    }
    try (CheckingCluster cluster = engine.openCluster()) {
      return ingest.on(cluster).run(inbox, warehouse);
    }
  }

  /** The exit code of an ingest alone. */
  static int exitCode(IngestReport report, boolean strict) {
    return report.hasFindings() || (strict && report.rows().rejectedInInbox() > 0)
        ? ExitCode.FINDINGS
        : ExitCode.GOOD;
  }

  static void print(IngestReport report, Path warehouse, Console console) {
    if (!report.registry().isEmpty()) {
      console.print("The registry has rows that do not count; fix them before anything else:");
      report.registry().forEach(line -> console.print("  " + line));
    }
    String unread =
        report.files().unread() == 0 ? "" : ", %,d unreadable".formatted(report.files().unread());
    if (report.files().fresh() == 0 && report.files().rechecked() == 0) {
      console.print(
          "Ingest: nothing new in %s%s"
              .formatted(Console.count(report.files().all(), "file"), unread));
    } else {
      console.print(
          "Ingest: %s, %,d known%s%s; %s read = %,d accepted + %,d rejected + %,d duplicate"
              .formatted(
                  Console.count(report.files().fresh(), "new file"),
                  report.files().known(),
                  unread,
                  report.files().rechecked() == 0
                      ? ""
                      : ", %,d checked afresh (registry, contracts or program changed)"
                          .formatted(report.files().rechecked()),
                  Console.count(report.rows().read(), "row"),
                  report.rows().accepted(),
                  report.rows().rejected(),
                  report.rows().duplicate()));
    }
    console.print("  submissions  " + list(report.statuses()));
    if (!report.problems().bySeverity().isEmpty()) {
      console.print("  problems     " + list(report.problems().bySeverity()));
      console.print("               " + most(report.problems().byCode()));
    }
    if (report.files().ofCities() == 0) {
      console.print(
          "  The inbox holds no file of a city: they are read at <year>/<member_id>/<dataset>.csv");
    }
    named(console, "  healed       ", report.named().healed());
    named(console, "  erased       ", report.named().returned());
    if (!report.named().returned().isEmpty()) {
      console.print(
          "               Nothing of that came back; take the person out of the files in the inbox, too");
    }
    named(console, "  unusable     ", report.named().unusable());
    named(console, "  in conflict  ", report.named().conflicting());
    named(console, "  not taken    ", report.named().strays());
    if (report.hasFindings() || !report.problems().bySeverity().isEmpty()) {
      console.print(
          "  Each problem with its cell and what to write instead:  impact sql --warehouse "
              + Console.word(warehouse)
              + " \"SELECT file, source_row, column_letter, code, message, fix FROM problems\"");
    }
  }

  private static String list(Map<String, ? extends Number> counts) {
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) -> parts.add("%,d %s".formatted(count, name.replace('_', ' '))));
    return String.join(", ", parts);
  }

  /** The most frequent kinds, so that the line stays readable. */
  private static String most(Map<String, Long> codes) {
    Map<String, Long> most = new LinkedHashMap<>();
    codes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(KINDS)
        .forEach(e -> most.put(e.getKey(), e.getValue()));
    int more = codes.size() - most.size();
    return list(most) + (more > 0 ? " and %,d more kinds".formatted(more) : "");
  }

  private static void named(Console console, String title, List<String> files) {
    for (int i = 0; i < Math.min(files.size(), NAMED); i++) {
      // A file's name may hold what a terminal would obey.
      String file = files.get(i).replaceAll("\\p{Cntrl}", "?");
      console.print((i == 0 ? title : " ".repeat(title.length())) + file);
    }
    if (files.size() > NAMED) {
      console.print(" ".repeat(title.length()) + "and %,d more".formatted(files.size() - NAMED));
    }
  }

  /** For {@code runs/}, where no name that a city gave a file may stand: it may be a person's. */
  private static Map<String, Object> recorded(IngestReport report) {
    Map<String, Object> document = json(report);
    document.put("unusable", report.named().unusable().size());
    document.put("conflicting", report.named().conflicting().size());
    document.put("not_taken", report.named().strays().size());
    document.put("returned", report.named().returned().size());
    return document;
  }

  static Map<String, Object> json(IngestReport report) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("files", report.files().all());
    document.put("new_files", report.files().fresh());
    document.put("known_files", report.files().known());
    document.put("unread_files", report.files().unread());
    document.put("rechecked_files", report.files().rechecked());
    document.put("rows_read", report.rows().read());
    document.put("rows_accepted", report.rows().accepted());
    document.put("rows_rejected", report.rows().rejected());
    document.put("rows_duplicate", report.rows().duplicate());
    document.put("inbox_rows_rejected", report.rows().rejectedInInbox());
    document.put("submissions", report.statuses());
    document.put("problems_by_severity", report.problems().bySeverity());
    document.put("problems_by_code", report.problems().byCode());
    document.put("registry", report.registry());
    document.put("unusable", report.named().unusable());
    document.put("conflicting", report.named().conflicting());
    document.put("not_taken", report.named().strays());
    document.put("healed", report.named().healed());
    document.put("returned", report.named().returned());
    document.put("committed", report.committed());
    document.put("seconds", report.seconds());
    return document;
  }
}
