package org.sistercityimpact.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sistercityimpact.release.OpenDoubt;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Who has reported what for a year, who is late or silent.")
final class StatusCommand extends ImpactCommand {
  private static final String STANDING =
      """
      SELECT m.member_id, m.dataset, m.status, m.file, CAST(m.received_at AS VARCHAR) AS received_at,
        CAST(m.due_date AS VARCHAR) AS due_date, m.late, COALESCE(d.doubts, 0) AS doubts
      FROM member_status AS m
      LEFT JOIN (
        SELECT data_year, member_id, dataset, COUNT(*) AS doubts
        FROM findings
        WHERE status = 'open'
        GROUP BY data_year, member_id, dataset
      ) AS d ON d.data_year = m.data_year AND d.member_id = m.member_id AND d.dataset = m.dataset
      WHERE m.data_year = %d
      ORDER BY m.member_id, m.dataset""";

  private static final int DOUBTS_TOLD = 5;

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

  @Override
  public Integer call() throws IOException {
    Warehouse store = warehouse.openTransformed();
    if (!store.manifest().tables().containsKey("doubts")) {
      throw new ConfigurationException(
          "Cannot tell the status in warehouse '%s': it was transformed by an earlier version (run 'impact ingest' and 'impact transform')"
              .formatted(store.folder()));
    }
    Freshness.warn(store, console);
    try (DuckDb engine = openLive(store, STANDING)) {
      int chosen = Years.choose(engine, year);
      Rows rows = engine.read(STANDING.formatted(chosen));
      List<OpenDoubt> doubts = OpenDoubt.of(engine, chosen, chosen);
      if (doubtsOnly) {
        ResultFormat format = json ? ResultFormat.JSON : ResultFormat.CSV;
        format.print(OpenDoubt.confirmations(doubts), WhatIfOption.mark(store), console);
      } else if (json) {
        console.printJson(document(chosen, rows, store));
      } else {
        print(chosen, rows);
        print(doubts);
      }
      return ExitCode.GOOD;
    }
  }

  private void print(List<OpenDoubt> doubts) {
    if (doubts.isEmpty()) {
      return;
    }
    console.print("");
    console.print(
        doubts.size() == 1
            ? "1 value is in doubt; no edition is published until it is corrected or confirmed:"
            : "%,d values are in doubt; no edition is published until they are corrected or confirmed:"
                .formatted(doubts.size()));
    doubts.stream().limit(DOUBTS_TOLD).forEach(doubt -> console.print("  - " + doubt.said()));
    console.print(
        (doubts.size() > DOUBTS_TOLD ? "and more; " : "")
            + "'impact status --doubts' prints "
            + (doubts.size() == 1 ? "it as a row" : "all as rows")
            + " of confirmed.csv");
  }

  private static Map<String, Object> document(int year, Rows rows, Warehouse store) {
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
    document.put("what_if", WhatIfOption.mark(store));
    document.put("submissions", entries);
    return document;
  }

  private void print(int year, Rows rows) {
    Map<String, Map<String, String>> byMember = new TreeMap<>();
    TreeSet<String> datasets = new TreeSet<>();
    Object due = null;
    for (Object[] row : rows.values()) {
      long doubts = (Long) row[7];
      String cell =
          word((String) row[2])
              + (Boolean.TRUE.equals(row[6]) ? " (late)" : "")
              + (doubts > 0 ? ", %d in doubt".formatted(doubts) : "");
      byMember.computeIfAbsent((String) row[0], m -> new TreeMap<>()).put((String) row[1], cell);
      datasets.add((String) row[1]);
      due = row[5] == null ? due : row[5];
    }
    if (byMember.isEmpty()) {
      throw new ConfigurationException(
          "Cannot tell the status of year '%d': no member was expected or has sent anything (choose another with --year)"
              .formatted(year));
    }
    List<String> header = new ArrayList<>(List.of("member"));
    header.addAll(datasets);
    TextTable table = new TextTable(header.toArray(String[]::new));
    List<String> silent = new ArrayList<>();
    List<String> complete = new ArrayList<>();
    byMember.forEach(
        (member, cells) -> {
          List<String> line = new ArrayList<>(List.of(member));
          datasets.forEach(d -> line.add(cells.getOrDefault(d, "")));
          table.add(line.toArray(String[]::new));
          if (cells.values().stream().allMatch(c -> c.equals("–") || c.equals("not expected"))) {
            silent.add(member);
          }
          if (cells.values().stream()
              .allMatch(c -> c.startsWith("yes") || c.startsWith("nothing"))) {
            complete.add(member);
          }
        });
    console.print("Reports for " + year + (due == null ? "" : ", due " + due));
    console.print("");
    table.lines().forEach(console::print);
    console.print("");
    console.print(
        "%d members: %d sent every dataset, %d sent some, %d sent nothing"
            .formatted(
                byMember.size(),
                complete.size(),
                byMember.size() - complete.size() - silent.size(),
                silent.size()));
    console.print(
        "yes = rows accepted; nothing = reported that there was nothing; – = not received; 'impact explain' tells of problems");
  }

  private static String word(String status) {
    return switch (status) {
      case "reported" -> "yes";
      case "nothing_to_report" -> "nothing";
      case "silent" -> "–";
      default -> status.replace('_', ' ');
    };
  }
}
