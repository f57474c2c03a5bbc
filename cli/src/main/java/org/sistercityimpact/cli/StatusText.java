package org.sistercityimpact.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.release.OpenDoubt;
import org.sistercityimpact.warehouse.Rows;

/**
 * The status of a year as lines to read: a table of all members, then what staff has to follow up.
 */
final class StatusText {
  private static final int DOUBTS_TOLD = 5;
  private static final BigDecimal A_TENTH = new BigDecimal("0.1");

  private final int year;
  private final Rows rows;

  /**
   * @param rows of the model {@code reporting}, at least one, by member and dataset
   */
  StatusText(int year, Rows rows) {
    this.year = year;
    this.rows = rows;
  }

  /**
   * All lines.
   *
   * @param punctuality files that came, files in time, median of days late or null
   * @param idle rows of the registry that settle nothing
   */
  List<String> lines(Object[] punctuality, List<OpenDoubt> doubts, List<String> idle) {
    Object due = cell(rows.values().get(0), "due_date");
    List<String> lines = new ArrayList<>();
    lines.add("Reports for " + year + (due == null ? "" : ", due " + due));
    lines.add("");
    Map<String, Map<String, Object[]>> members = members();
    lines.addAll(table(members));
    lines.add("");
    lines.add(counts(members.values()));
    if (punctuality[2] != null) {
      lines.add(punctuality(punctuality));
    }
    lines.add(
        "yes = rows accepted; nothing = reported that there was nothing; – = not received; late 3 d = three days after the due date");
    section(lines, "Gone quiet, after two years of reports", quiet(members));
    section(lines, "Half as many rows as last year, or fewer", fewer());
    section(lines, "A tenth of the rows rejected, or more", rejected());
    section(
        lines,
        "Sent, but not read (impact sql \"SELECT file, message, fix FROM problems WHERE code IN ('stray-file', 'unknown-dataset')\" says why)",
        unread(members));
    doubts(lines, doubts);
    section(lines, "Rows of the registry that settle nothing, of whatever year", idle);
    return lines;
  }

  private Object cell(Object[] row, String column) {
    return row[rows.index(column)];
  }

  private long count(Object[] row, String column) {
    return ((Number) cell(row, column)).longValue();
  }

  private boolean has(Object[] row, String... columns) {
    return Stream.of(columns).map(column -> cell(row, column)).allMatch(Objects::nonNull);
  }

  private Map<String, Map<String, Object[]>> members() {
    Map<String, Map<String, Object[]>> members = new LinkedHashMap<>();
    for (Object[] row : rows.values()) {
      members
          .computeIfAbsent((String) cell(row, "member_id"), m -> new TreeMap<>())
          .put((String) cell(row, "dataset"), row);
    }
    return members;
  }

  private List<String> table(Map<String, Map<String, Object[]>> members) {
    TreeSet<String> datasets = new TreeSet<>();
    members.values().forEach(member -> datasets.addAll(member.keySet()));
    List<String> header = new ArrayList<>(List.of("member"));
    header.addAll(datasets);
    TextTable table = new TextTable(header.toArray(String[]::new));
    members.forEach(
        (member, sent) -> {
          List<String> line = new ArrayList<>(List.of(member));
          datasets.forEach(d -> line.add(sent.containsKey(d) ? said(sent.get(d)) : ""));
          table.add(line.toArray(String[]::new));
        });
    return table.lines().toList();
  }

  private String said(Object[] row) {
    String word =
        switch ((String) cell(row, "status")) {
          case "reported" -> "yes";
          case "nothing_to_report" -> "nothing";
          case "silent" -> count(row, "unread_files") > 0 ? "– (see below)" : "–";
          default -> ((String) cell(row, "status")).replace('_', ' ');
        };
    long late = has(row, "days_late") ? Math.max(0, count(row, "days_late")) : 0;
    return word
        + (late == 0 ? "" : ", late %,d d".formatted(late))
        + (count(row, "doubts") == 0 ? "" : ", %d in doubt".formatted(count(row, "doubts")));
  }

  private String counts(Collection<Map<String, Object[]>> members) {
    long complete =
        members.stream().filter(sent -> all(sent, "reported", "nothing_to_report")).count();
    List<Map<String, Object[]>> silent =
        members.stream().filter(sent -> all(sent, "silent", "not_expected")).toList();
    long unread =
        silent.stream()
            .filter(sent -> count(sent.values().iterator().next(), "unread_files") > 0)
            .count();
    return "%d members: %d sent every dataset, %d sent some, %s%d sent nothing"
        .formatted(
            members.size(),
            complete,
            members.size() - complete - silent.size(),
            unread == 0 ? "" : "%d sent only what was not read, ".formatted(unread),
            silent.size() - unread);
  }

  private boolean all(Map<String, Object[]> sent, String... statuses) {
    return sent.values().stream()
        .allMatch(row -> List.of(statuses).contains((String) cell(row, "status")));
  }

  private static String punctuality(Object[] punctuality) {
    BigDecimal days = ((BigDecimal) punctuality[2]).stripTrailingZeros();
    return "%,d of %,d files came on time; the median file came %s"
        .formatted(
            (Number) punctuality[1],
            (Number) punctuality[0],
            days.signum() == 0
                ? "on the due date"
                : days.abs().toPlainString()
                    + (days.signum() > 0 ? " days late" : " days before the due date"));
  }

  private static void section(List<String> lines, String title, List<String> said) {
    if (!said.isEmpty()) {
      lines.add("");
      lines.add(title + ":");
      said.forEach(line -> lines.add("  - " + line));
    }
  }

  private List<String> quiet(Map<String, Map<String, Object[]>> members) {
    List<String> quiet = new ArrayList<>();
    members.forEach(
        (member, sent) -> {
          String datasets =
              sent.entrySet().stream()
                  .filter(dataset -> Boolean.TRUE.equals(cell(dataset.getValue(), "gone_quiet")))
                  .map(Map.Entry::getKey)
                  .collect(Collectors.joining(", "));
          if (!datasets.isEmpty()) {
            quiet.add(member + ": " + datasets);
          }
        });
    return quiet;
  }

  private List<String> fewer() {
    return rows.values().stream()
        .filter(row -> has(row, "rows_read", "rows_last_year"))
        .filter(row -> 2 * count(row, "rows_read") <= count(row, "rows_last_year"))
        .filter(row -> count(row, "rows_last_year") > 1)
        .map(
            row ->
                "%s: %s, %,d after %,d"
                    .formatted(
                        cell(row, "member_id"),
                        cell(row, "dataset"),
                        count(row, "rows_read"),
                        count(row, "rows_last_year")))
        .toList();
  }

  private List<String> rejected() {
    return rows.values().stream()
        .filter(row -> has(row, "rejected_share"))
        .filter(row -> ((BigDecimal) cell(row, "rejected_share")).compareTo(A_TENTH) >= 0)
        .map(
            row ->
                "%s: %s, %s%% of %,d rows"
                    .formatted(
                        cell(row, "member_id"),
                        cell(row, "dataset"),
                        ((BigDecimal) cell(row, "rejected_share"))
                            .movePointRight(2)
                            .setScale(0, RoundingMode.HALF_UP),
                        count(row, "rows_read")))
        .toList();
  }

  private List<String> unread(Map<String, Map<String, Object[]>> members) {
    return members.values().stream()
        .map(sent -> sent.values().iterator().next())
        .filter(row -> count(row, "unread_files") > 0)
        .map(
            row ->
                "%s: %s%s"
                    .formatted(
                        cell(row, "member_id"),
                        VisibleControls.in(String.valueOf(cell(row, "unread_file"))),
                        count(row, "unread_files") == 1
                            ? ""
                            : " and %,d more".formatted(count(row, "unread_files") - 1)))
        .toList();
  }

  private void doubts(List<String> lines, List<OpenDoubt> doubts) {
    if (doubts.isEmpty()) {
      return;
    }
    section(
        lines,
        doubts.size() == 1
            ? "1 value is in doubt; no edition is published until it is corrected or confirmed"
            : "%,d values are in doubt; no edition is published until they are corrected or confirmed"
                .formatted(doubts.size()),
        doubts.stream().limit(DOUBTS_TOLD).map(OpenDoubt::said).toList());
    lines.add(
        (doubts.size() > DOUBTS_TOLD ? "and more; " : "")
            + "'impact status --year %d --doubts' prints ".formatted(year)
            + (doubts.size() == 1 ? "it as a row" : "all as rows")
            + " of confirmed.csv");
  }
}
