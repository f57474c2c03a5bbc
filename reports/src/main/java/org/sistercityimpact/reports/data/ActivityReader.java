package org.sistercityimpact.reports.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

/** Reads what stands behind the metrics: parts of totals, what became of the rows, parameters. */
final class ActivityReader {
  private final TableReader tables;
  private final int year;
  private final Form form;
  private final Typography typography = new Typography();

  ActivityReader(TableReader tables, int year, Form form) {
    this.tables = tables;
    this.year = year;
    this.form = form;
  }

  /**
   * The published parts of totals; an internal copy has a member's people by purpose with the rows
   * that it holds back.
   *
   * @param ofMembers whether those of members are needed, beside the network's
   */
  List<Slice> slices(boolean ofMembers) {
    String published =
        """
        SELECT metric_id, key, category, detail, rows, central, status
        FROM published_slices
        WHERE data_year = %s AND (%s OR key = '')\
        """
            .formatted(year, ofMembers);
    String exact =
        """
         AND metric_id <> 'people'
        UNION ALL
        SELECT metric_id, member_id, purpose, '', COUNT(*), SUM(central), 'value'
        FROM contributions
        WHERE data_year = %s AND metric_id = 'people'
        GROUP BY metric_id, member_id, purpose\
        """
            .formatted(year);
    return tables.list(
        published + (form == Form.INTERNAL ? exact : "") + " ORDER BY 1, 2, 3, 4",
        r ->
            new Slice(
                r.text(0),
                r.text(1),
                r.text(2),
                r.text(3),
                r.count(4),
                r.decimal(5),
                MetricStatus.of(r.text(6))));
  }

  Map<String, List<Intake>> intakes() {
    return tables
        .list(
            """
            SELECT member_id, dataset, CAST(SUM(rows_read) AS BIGINT), CAST(SUM(rows_accepted) AS BIGINT),
                   CAST(SUM(rows_rejected) AS BIGINT), CAST(SUM(rows_duplicate) AS BIGINT)
            FROM submissions
            WHERE data_year = %s AND member_id IS NOT NULL AND dataset IS NOT NULL AND NOT %s AND status <> 'superseded'
            GROUP BY member_id, dataset ORDER BY member_id, dataset
            """
                .formatted(year, optional()),
            r -> new Intake(r.text(0), r.text(1), r.count(2), r.count(3), r.count(4), r.count(5)))
        .stream()
        .collect(Collectors.groupingBy(Intake::memberId));
  }

  Map<String, List<ProblemCount>> problems() {
    return tables
        .list(
            """
            SELECT s.member_id, p.code, p.severity, COUNT(*)
            FROM problems AS p
            JOIN submissions AS s ON s.submission_id = p.submission_id
            WHERE s.data_year = %s AND s.member_id IS NOT NULL AND s.status <> 'superseded'
              -- Stories are no figures, and what is wrong with one is for its letter alone.
              AND NOT %s
            GROUP BY s.member_id, p.code, p.severity
            ORDER BY s.member_id, 4 DESC, p.code, p.severity
            """
                .formatted(year, optional()),
            r -> new ProblemCount(r.text(0), r.text(1), r.text(2), r.count(3)))
        .stream()
        .collect(Collectors.groupingBy(ProblemCount::memberId));
  }

  /** What tells of a submission that nobody had to send it; none of an edition before stories. */
  private String optional() {
    return tables.has("submissions", "optional") ? "optional" : "FALSE";
  }

  Map<String, Long> eventsWithoutGuests() {
    Map<String, Long> events = new HashMap<>();
    boolean all = form == Form.INTERNAL || !tables.has("event_gaps", "public");
    tables.each(
        """
        SELECT member_id, CAST(SUM(without_nonlocal) AS BIGINT)
        FROM event_gaps
        WHERE data_year = %1$s AND without_nonlocal > 0 AND %2$s
        GROUP BY member_id
        UNION ALL
        SELECT '', CAST(SUM(without_nonlocal) AS BIGINT) FROM event_gaps WHERE data_year = %1$s
        """
            .formatted(year, all ? "TRUE" : "public"),
        r -> events.put(r.text(0), r.count(1)));
    return events;
  }

  /** What figures below the state leave out, by level and key; empty under rule 1. */
  Optional<List<HeldBack>> heldBack() {
    return tables.has("held_back", "rows")
        ? Optional.of(
            tables.list(
                "SELECT level, key, rows, ties FROM held_back WHERE data_year = %s ORDER BY level, key"
                    .formatted(year),
                r -> new HeldBack(Level.of(r.text(0)), r.text(1), r.count(2), r.count(3))))
        : Optional.empty();
  }

  /** The rows themselves, for internal copies alone. */
  Map<String, List<HeldRow>> heldRows() {
    if (form != Form.INTERNAL || !tables.has("held_back", "rows")) {
      return Map.of();
    }
    return tables
        .list(
            """
            SELECT a.member_id, 'exchanges', x.start_date, COALESCE(x.title, p.partner_name), a.people
            FROM exchange_amounts AS a
            JOIN exchanges AS x ON x.submission_id = a.submission_id AND x.source_row = a.source_row
            LEFT JOIN partnerships AS p ON p.partnership_id = a.partnership_id
            WHERE a.data_year = %1$s AND NOT a.public
            UNION ALL
            SELECT a.member_id, 'events', x.event_date, x.title, a.attendance
            FROM event_amounts AS a
            JOIN events AS x ON x.submission_id = a.submission_id AND x.source_row = a.source_row
            WHERE a.data_year = %1$s AND NOT a.public
            UNION ALL
            SELECT a.member_id, 'trade_contacts', x.contact_date, p.partner_name, NULL
            FROM trade_amounts AS a
            JOIN trade_contacts AS x ON x.submission_id = a.submission_id AND x.source_row = a.source_row
            LEFT JOIN partnerships AS p ON p.partnership_id = a.partnership_id
            WHERE a.data_year = %1$s AND NOT a.public
            ORDER BY 1, 3, 2, 4
            """
                .formatted(year),
            r ->
                new HeldRow(
                    r.text(0),
                    r.text(1),
                    r.date(2),
                    typography.legible(r.text(3)),
                    r.wholeOrNull(4)))
        .stream()
        .collect(Collectors.groupingBy(HeldRow::memberId));
  }

  Map<String, List<LocalDate>> budgetYears() {
    Map<String, List<LocalDate>> ends = new HashMap<>();
    tables.each(
        "SELECT member_id, period_end FROM budget_periods WHERE data_year = %s AND NOT calendar_year ORDER BY member_id, period_end"
            .formatted(year),
        r -> ends.computeIfAbsent(r.text(0), m -> new ArrayList<>()).add(r.date(1)));
    return ends;
  }

  List<MissingParameter> missing() {
    return tables.list(
        "SELECT parameter, key, dataset, rows FROM missing_parameters WHERE data_year = %s ORDER BY parameter, key, dataset"
            .formatted(year),
        r -> new MissingParameter(r.text(0), typography.legible(r.text(1)), r.text(2), r.count(3)));
  }

  List<Metric> sensitivity() {
    return tables.list(
        "SELECT metric_id, assumption, at_low, central, at_high FROM sensitivity WHERE data_year = %s ORDER BY metric_id, place"
            .formatted(year),
        r ->
            new Metric(
                new Metric.Key(r.text(0), year, Level.ASSUMPTION, r.text(1)),
                new Amount(r.decimal(2), r.decimal(3), r.decimal(4)),
                0,
                MetricStatus.VALUE,
                0));
  }

  /**
   * Those that the year's numbers may rest on: keys that are no year, keys of this year ({@code
   * 2025}, {@code JPY:2025}), the year that prices are counted from, and per diem rates in force on
   * any day of the year.
   */
  List<Parameter> parameters() {
    String ofYear = "(?:[A-Z]{3}:)?" + year;
    List<Parameter> used = new ArrayList<>();
    tables.each(
        """
        SELECT name, COALESCE(key, ''), low, central, high, unit, source, confidence,
               valid_from IS NOT NULL OR valid_to IS NOT NULL,
               (valid_from IS NULL OR valid_from <= DATE '%1$s-12-31')
                 AND (valid_to IS NULL OR valid_to >= DATE '%1$s-01-01')
        FROM parameters
        ORDER BY name, band_from, valid_from, key
        """
            .formatted(year),
        r -> {
          String name = r.text(0);
          String key = r.text(1);
          boolean base =
              name.equals("event_spend_base_usd") || name.equals("cpi_u") && key.equals("2022");
          boolean timeless = !key.matches("(?:[A-Z]{3}:)?\\d{4}");
          if (r.yes(8) ? r.yes(9) : timeless || base || key.matches(ofYear)) {
            used.add(
                new Parameter(
                    name,
                    key,
                    r.decimal(2),
                    r.decimal(3),
                    r.decimal(4),
                    r.text(5),
                    r.text(6),
                    r.text(7)));
          }
        });
    return List.copyOf(used);
  }
}
