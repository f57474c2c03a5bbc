package org.sistercityimpact.transform.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.transform.SqlFile;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.transform.trace.RowUse.Place;
import org.sistercityimpact.transform.trace.RowUse.Told;
import org.sistercityimpact.transform.trace.RowUse.Use;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * The other way of a trace: from a row of a city's file to the figures in which it counts. It asks
 * the same terms of the metrics' headers, of that row alone.
 */
public final class RowTrace {
  /** Raw tables whose rows have an id of the member's, with the column of the day. */
  private static final String WITH_IDS =
      """
      SELECT submission_id, source_row, member_id, data_year, 'exchanges' AS dataset, exchange_id AS id,
        CAST(start_date AS VARCHAR) AS date, partnership_id
      FROM raw_exchanges
      UNION ALL
      SELECT submission_id, source_row, member_id, data_year, 'events', event_id, CAST(date AS VARCHAR), partnership_id FROM raw_events
      UNION ALL
      SELECT submission_id, source_row, member_id, data_year, 'trade_contacts', contact_id, CAST(date AS VARCHAR), partnership_id
      FROM raw_trade_contacts
      UNION ALL
      SELECT submission_id, source_row, member_id, data_year, 'budgets', line_id, NULL, NULL FROM raw_budgets""";

  private static final String FILES =
      "SELECT submission_id, file, sheet, member_id, dataset, CAST(data_year AS BIGINT) AS data_year, status FROM submissions WHERE ";

  private final DuckDb engine;
  private final SqlFolder sql;
  private final Sources sources;
  private final Map<String, Sources.Source> held = new HashMap<>();

  /** Over the tables that {@code engine} exposes, made with {@code sql}. */
  public RowTrace(DuckDb engine, SqlFolder sql) {
    this.engine = engine;
    this.sql = sql;
    this.sources = new Sources(sql);
  }

  /**
   * What became of a row.
   *
   * @param file path in the inbox
   * @param sheet null: the file's only one
   * @param row as a person sees it
   */
  public RowUse ofRow(String file, String sheet, long row) {
    List<Cells> found =
        Cells.of(
            engine,
            FILES
                + "file = "
                + DuckDb.literal(file)
                + (sheet == null ? "" : " AND sheet = " + DuckDb.literal(sheet))
                + " ORDER BY status = 'in_force' DESC, submission_id");
    if (found.isEmpty()) {
      throw new ConfigurationException(
          "Cannot trace row %d of '%s': no file of that name was received (SELECT file FROM submissions lists all)"
              .formatted(row, file));
    }
    List<String> sheets =
        found.stream()
            .map(cells -> cells.text("sheet"))
            .distinct()
            .sorted(java.util.Comparator.nullsFirst(java.util.Comparator.naturalOrder()))
            .toList();
    if (sheets.size() > 1) {
      throw new ConfigurationException(
          "Cannot trace row %d of '%s': it has several sheets (say which with --sheet: %s)"
              .formatted(row, file, String.join(", ", sheets)));
    }
    return answer(found.get(0), row);
  }

  /**
   * What became of what a member calls by an id: an exchange, event, contact or budget line.
   *
   * @param year null: the latest in which it is told
   */
  public RowUse ofId(String member, String id, Integer year) {
    List<Cells> found =
        Cells.of(
            engine,
            """
            SELECT s.submission_id, s.file, s.sheet, s.member_id, s.dataset, CAST(s.data_year AS BIGINT) AS data_year, s.status,
              CAST(t.source_row AS BIGINT) AS source_row
            FROM (%s) AS t
            JOIN submissions AS s ON s.submission_id = t.submission_id
            WHERE LOWER(t.member_id) = LOWER(%s) AND LOWER(t.id) = LOWER(%s)%s
            ORDER BY s.status = 'in_force' DESC, s.data_year DESC, s.file, t.source_row"""
                .formatted(
                    WITH_IDS,
                    DuckDb.literal(member),
                    DuckDb.literal(id),
                    year == null ? "" : " AND t.data_year = " + year));
    if (found.isEmpty()) {
      throw new ConfigurationException(
          "Cannot trace '%s' of '%s': no accepted row has that id (ask by --file and --row why one was not accepted)"
              .formatted(id, member));
    }
    return answer(found.get(0), found.get(0).number("source_row"));
  }

  private RowUse answer(Cells file, long row) {
    String submission = DuckDb.literal(file.text("submission_id"));
    String place = "submission_id = %s AND source_row = %d".formatted(submission, row);
    List<Cells> told =
        Cells.of(
            engine,
            "SELECT id, date, partnership_id FROM (%s) AS t WHERE %s".formatted(WITH_IDS, place));
    List<Use> uses = file.text("status").equals("in_force") ? uses(place) : List.of();
    return new RowUse(
        new Place(
            file.text("file"),
            file.text("sheet"),
            row,
            file.text("member_id"),
            file.text("dataset"),
            file.number("data_year") == null ? 0 : file.number("data_year").intValue()),
        told.stream().findFirst().map(RowTrace::told).orElse(Told.NOTHING),
        uses.isEmpty() ? why(file, row, place) : null,
        new SettledNames(engine).in(List.of("SELECT %s, %d".formatted(submission, row))),
        uses);
  }

  private static Told told(Cells row) {
    return new Told(row.text("id"), row.text("date"), row.text("partnership_id"));
  }

  private List<Use> uses(String place) {
    List<Use> uses = new ArrayList<>();
    for (SqlFile metric : sql.metrics()) {
      if (Term.isTold(metric)) {
        for (Term term : Term.of(metric, sources)) {
          if (term.table().columns().containsAll(List.of("submission_id", "source_row"))) {
            use(metric, term.of(held(term.table(), place)), uses);
          }
        }
      }
    }
    return uses;
  }

  /** The rows of a table that were made of the row, read once. */
  private Sources.Source held(Sources.Source table, String place) {
    return held.computeIfAbsent(
        table.name(),
        name -> {
          String temporary = "of_the_row_" + name;
          engine.hold(temporary, "SELECT * FROM %s WHERE %s".formatted(table.from(), place));
          return new Sources.Source(name, temporary, table.columns(), table.select());
        });
  }

  private void use(SqlFile metric, Term term, List<Use> uses) {
    Map<String, Map<String, String>> figures = new LinkedHashMap<>();
    Map<String, Cells> amounts = new LinkedHashMap<>();
    for (Level level : metric.levels()) {
      if (!level.column().isEmpty() && !term.table().columns().contains(level.column())) {
        continue;
      }
      for (Cells cells : Cells.of(engine, term.ofRow(level))) {
        if (cells.text("key") != null) {
          String amount = String.valueOf(cells.amount());
          amounts.putIfAbsent(amount, cells);
          figures
              .computeIfAbsent(amount, same -> new LinkedHashMap<>())
              .put(level.id(), cells.text("key"));
        }
      }
    }
    figures.forEach(
        (amount, levels) ->
            uses.add(
                new Use(
                    metric.name(),
                    metric.require("title"),
                    metric.require("unit"),
                    term.name(),
                    term.distinct(),
                    amounts.get(amount).amount(),
                    levels,
                    term.years())));
  }

  /** Why a row counts nowhere. */
  private String why(Cells file, long row, String place) {
    String status = file.text("status");
    if (!status.equals("in_force")) {
      return "the file is " + status.replace('_', ' ') + inItsPlace(file);
    }
    String problems =
        Cells.of(
                engine,
                """
                SELECT DISTINCT code, message FROM problems
                WHERE file = %s AND COALESCE(sheet, '') = %s AND source_row = %d AND severity = 'error'
                ORDER BY code, message"""
                    .formatted(
                        DuckDb.literal(file.text("file")),
                        DuckDb.literal(file.text("sheet") == null ? "" : file.text("sheet")),
                        row))
            .stream()
            .map(cells -> cells.text("message") + " (" + cells.text("code") + ")")
            .collect(Collectors.joining("; "));
    if (!problems.isEmpty()) {
      return "the row was not accepted: " + problems;
    }
    boolean accepted =
        Cells.of(
                    engine,
                    "SELECT COUNT(*) AS n FROM raw_%s WHERE %s"
                        .formatted(file.text("dataset"), place))
                .get(0)
                .number("n")
            > 0;
    return accepted
        ? "the row was accepted, and no figure is made of it"
        : "the file has no such row that counts: it is blank, a header, a total, an equal row that is counted once, or beyond the end (SELECT source_row, code, message FROM problems WHERE file = '%s' lists what was told)"
            .formatted(file.text("file"));
  }

  private String inItsPlace(Cells file) {
    if (file.text("member_id") == null || file.number("data_year") == null) {
      return "";
    }
    String others =
        Cells.of(
                engine,
                FILES
                    + "status = 'in_force' AND member_id = %s AND dataset = %s AND data_year = %d ORDER BY file"
                        .formatted(
                            DuckDb.literal(file.text("member_id")),
                            DuckDb.literal(file.text("dataset")),
                            file.number("data_year")))
            .stream()
            .map(cells -> cells.text("file"))
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : "; in its place counts " + others;
  }
}
