package org.sistercityimpact.reports.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what every member sent, for the letters that tell it what became of it. */
public final class ReceivedReader {
  /** As many of a member's findings as are read: a slipped column can give a hundred thousand. */
  public static final int FINDINGS = 500;

  private final TableReader tables;
  private final int year;
  private final Typography typography = new Typography();

  ReceivedReader(TableReader tables, int year) {
    this.tables = tables;
    this.year = year;
  }

  /** By member id in lower case, as folders of an inbox may be written. */
  Map<String, Received> received() {
    Map<String, List<SentFile>> arrivals = arrivals();
    Map<String, Long> found = new HashMap<>();
    Map<String, List<Finding>> findings = findings(found);
    Map<String, Set<String>> late = late();
    Set<String> members = new HashSet<>(arrivals.keySet());
    members.addAll(findings.keySet());
    Map<String, Received> received = new HashMap<>();
    for (String member : members) {
      received.put(
          member,
          new Received(
              arrivals.getOrDefault(member, List.of()),
              findings.getOrDefault(member, List.of()),
              found.getOrDefault(member, 0L),
              late.getOrDefault(member, Set.of())));
    }
    return received;
  }

  /** The last day in time, where the calendar gives one. */
  Optional<LocalDate> due() {
    return tables
        .list("SELECT due_date FROM calendar WHERE data_year = " + year, r -> r.date(0))
        .stream()
        .findFirst();
  }

  private Map<String, List<SentFile>> arrivals() {
    Map<String, List<SentFile>> arrivals = new HashMap<>();
    tables.each(
        """
        SELECT member_id, dataset, file, sheet, rows_read, rows_accepted, rows_rejected, rows_duplicate, status
        FROM submissions
        WHERE data_year = %s AND member_id IS NOT NULL AND dataset IS DISTINCT FROM 'photo'
        ORDER BY member_id, received_at NULLS FIRST, file, sheet NULLS FIRST, submission_id
        """
            .formatted(year),
        r ->
            arrivals
                .computeIfAbsent(key(r.text(0)), m -> new ArrayList<>())
                .add(
                    new SentFile(
                        r.text(1),
                        name(r.text(2)),
                        typography.legible(r.text(3)),
                        r.count(4),
                        r.count(5),
                        r.count(6),
                        r.count(7),
                        r.text(8))));
    return arrivals;
  }

  /** A file that was no submission is that of the member in whose folder it lies. */
  private Map<String, List<Finding>> findings(Map<String, Long> found) {
    Map<String, List<Finding>> findings = new HashMap<>();
    tables.each(
        """
        WITH placed AS (
          SELECT
            COALESCE(s.member_id, u.member_id) AS member_id,
            p.*,
            ROW_NUMBER() OVER (PARTITION BY p.file, p.sheet, p.column_letter, p.code ORDER BY p.source_row NULLS FIRST, p.message) AS nth,
            COUNT(*) OVER (PARTITION BY p.file, p.sheet, p.column_letter, p.code) AS alike
          FROM problems AS p
          LEFT JOIN submissions AS s ON s.submission_id = p.submission_id
          LEFT JOIN unread_files AS u ON u.file = p.file AND u.sheet IS NOT DISTINCT FROM p.sheet AND s.submission_id IS NULL
          WHERE COALESCE(s.data_year, u.data_year) = %1$s
        ),
        ranked AS (
          SELECT
            *,
            CASE WHEN code = 'stray-file' THEN 0 WHEN severity = 'error' THEN 1 WHEN severity = 'warning' THEN 2 ELSE 3 END AS place,
            COUNT(*) OVER (PARTITION BY member_id) AS found
          FROM placed
        )
        SELECT member_id, file, sheet, source_row, column_letter, column_name, value, code, severity, message, fix, alike, found
        FROM ranked
        QUALIFY ROW_NUMBER() OVER (PARTITION BY member_id ORDER BY LEAST(nth, 3), place, file, sheet NULLS FIRST, source_row NULLS FIRST, column_letter NULLS FIRST, code, message) <= %2$s
        ORDER BY member_id, LEAST(nth, 3), place, file, sheet NULLS FIRST, source_row NULLS FIRST, column_letter NULLS FIRST, code, message
        """
            .formatted(year, FINDINGS),
        r -> {
          String member = key(r.text(0));
          found.put(member, r.count(12));
          findings
              .computeIfAbsent(member, m -> new ArrayList<>())
              .add(
                  new Finding(
                      new Finding.Cell(
                          name(r.text(1)),
                          typography.legible(r.text(2)),
                          r.wholeOrNull(3),
                          r.text(4),
                          typography.legible(r.text(5)),
                          typography.legible(r.text(6))),
                      r.text(7),
                      r.text(8),
                      typography.legible(r.text(9)),
                      typography.legible(r.text(10)),
                      r.count(11)));
        });
    return findings;
  }

  private Map<String, Set<String>> late() {
    Map<String, Set<String>> late = new HashMap<>();
    tables.each(
        "SELECT member_id, dataset FROM member_status WHERE data_year = %s AND late ORDER BY member_id, dataset"
            .formatted(year),
        r -> late.computeIfAbsent(key(r.text(0)), m -> new HashSet<>()).add(r.text(1)));
    return late;
  }

  public static String key(String memberId) {
    return memberId.toLowerCase(Locale.ROOT);
  }

  private String name(String path) {
    return typography.legible(path.substring(path.lastIndexOf('/') + 1));
  }
}
