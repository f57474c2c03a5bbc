package org.sistercityimpact.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Described;
import org.sistercityimpact.ingest.Arrival.Place;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.Zone;

/** Writes receipts, submissions with their statuses, and problems. */
final class StateTables {
  static final String PROBLEMS = "raw_problems";
  static final String SUBMISSIONS = "raw_submissions";

  private static final String UNREAD = "raw_unread_files";

  private static final List<Column> UNREAD_COLUMNS =
      List.of(
          new Column("file", "VARCHAR"),
          new Column("sheet", "VARCHAR"),
          new Column("member_id", "VARCHAR"),
          new Column("data_year", "INTEGER"),
          new Column("dataset", "VARCHAR"));

  private static final String STANDING_FACT = "ingest_standing_problems";
  private static final String IN_ORDER =
      "SELECT * EXCLUDE (position) FROM %s ORDER BY file, sheet, source_row, position, code, message, value, submission_id";

  private static final List<Column> SUBMISSION_COLUMNS =
      List.of(
          new Column("submission_id", "VARCHAR"),
          new Column("file", "VARCHAR"),
          new Column("sheet", "VARCHAR"),
          new Column("member_id", "VARCHAR"),
          new Column("data_year", "INTEGER"),
          new Column("dataset", "VARCHAR"),
          new Column("sha256", "VARCHAR"),
          new Column("rows_read", "BIGINT"),
          new Column("rows_accepted", "BIGINT"),
          new Column("rows_rejected", "BIGINT"),
          new Column("rows_duplicate", "BIGINT"),
          new Column("status", "VARCHAR"),
          new Column("received_at", "TIMESTAMP"),
          new Column("columns", "VARCHAR"),
          new Column("replaced_by", "VARCHAR"));

  private final Contracts contracts;
  private final DuckDb engine;
  private final Warehouse warehouse;
  private final ReceiptLog log;
  private final List<Arrival> arrivals;
  private final Collection<FileResult> results;
  private final PhotoNames photoNames;
  private SubmissionStatuses statuses;
  private PhotoNames.Used photos;
  private Rows problems;

  StateTables(
      Contracts contracts,
      DuckDb engine,
      Warehouse warehouse,
      ReceiptLog log,
      List<Arrival> arrivals,
      Collection<FileResult> results,
      PhotoNames photoNames) {
    this.contracts = contracts;
    this.engine = engine;
    this.warehouse = warehouse;
    this.log = log;
    this.arrivals = arrivals;
    this.results = results;
    this.photoNames = photoNames;
  }

  /** Enters this run's results into the log and writes all tables; returns the new state. */
  Manifest write(Manifest manifest, List<ProblemSpool> found) throws IOException {
    List<FileResult> inOrder =
        results.stream().sorted(Comparator.comparing(result -> result.arrival().label())).toList();
    Overlaps overlaps = new Overlaps(contracts, engine, warehouse, manifest, log.submissions());
    enter(inOrder, overlaps);
    statuses = log.statuses(overlaps);
    Manifest next = table(manifest, ReceiptLog.TABLE, ReceiptLog.COLUMNS, log.rows());
    next = table(next, SUBMISSIONS, SUBMISSION_COLUMNS, submissions(inOrder));
    next = table(next, UNREAD, UNREAD_COLUMNS, unread());
    photos = photoNames.used(log.submissions(), statuses, arrivals, warehouse.originals());
    next = table(next, PhotoNames.TABLE, PhotoNames.COLUMNS, photos.rows());
    return problems(next, found, notes(inOrder));
  }

  private void enter(List<FileResult> inOrder, Overlaps overlaps) {
    List<Submission> found = new ArrayList<>();
    for (FileResult result : inOrder) {
      if (result.checked() != null) {
        log.put(result.checked());
      }
    }
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (FileResult result : inOrder) {
      if (result.submissionId() != null && result.arrival().path() != null) {
        names
            .computeIfAbsent(result.submissionId(), id -> new LinkedHashSet<>())
            .add(result.arrival().file());
      }
    }
    names.forEach(
        (id, files) -> {
          Submission submission = log.submissions().get(id);
          if (!files.contains(submission.file()) && !isErased(submission)) {
            // Known by the name that somebody can find, now that it was renamed.
            log.put(submission.in(files.iterator().next()));
          }
          found.add(log.submissions().get(id));
        });
    SubmissionStatuses before = log.statuses(overlaps);
    for (Set<String> event : SubmissionStatuses.events(found)) {
      if (!before.knows(event)) {
        log.receive(event);
      }
    }
  }

  /** Of one from which a person was erased, the name may have held theirs. */
  private boolean isErased(Submission submission) {
    try {
      return submission.sha256() != null && warehouse.originals().isErased(submission.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read what was erased from '%s'".formatted(submission.file()), e);
    }
  }

  private List<Object[]> submissions(List<FileResult> inOrder) {
    List<Object[]> rows = new ArrayList<>();
    for (Submission submission : log.submissions().values()) {
      String id = submission.id();
      rows.add(row(submission, statuses.status(id), statuses.replacedBy(id)));
    }
    for (FileResult result : inOrder) {
      if (result.refusal() != null) {
        rows.add(row(unread(result.arrival()), Status.UNUSABLE, null));
      }
    }
    return rows;
  }

  /** What lies in a member's folder today and is no submission. */
  private List<Object[]> unread() {
    return arrivals.stream()
        .filter(arrival -> arrival.place() == Place.STRAY && arrival.memberFolder() != null)
        .map(a -> new Object[] {a.file(), a.sheet(), a.memberFolder(), a.dataYear(), a.dataset()})
        .toList();
  }

  /** What could not be read is listed for as long as it lies in the inbox. */
  private static Submission unread(Arrival arrival) {
    return new Submission(
        unreadId(arrival),
        arrival.file(),
        arrival.sheet(),
        arrival.memberFolder(),
        arrival.dataYear(),
        arrival.dataset(),
        null,
        Checked.without(Outcome.UNUSABLE),
        null);
  }

  private static String unreadId(Arrival arrival) {
    return Sha256.of("unread|" + arrival.file()).substring(0, 20);
  }

  private static Object[] row(Submission s, Status status, String replacedBy) {
    return new Object[] {
      s.id(),
      s.file(),
      s.sheet(),
      s.memberId(),
      s.dataYear(),
      s.dataset(),
      s.sha256(),
      (long) s.checked().read(),
      (long) s.accepted(),
      (long) s.checked().rejected(),
      (long) s.checked().duplicate(),
      status.word(),
      s.receivedAt(),
      s.checked().columns(),
      replacedBy
    };
  }

  /**
   * The problems of how submissions stand today, and of what lies in the inbox without being a
   * submission.
   */
  private ProblemSpool notes(List<FileResult> inOrder) throws IOException {
    ProblemSpool spool = new ProblemSpool(warehouse.scratchFolder().resolve("problems-statuses"));
    Set<String> present = new HashSet<>();
    inOrder.stream()
        .filter(result -> result.arrival().path() != null)
        .forEach(result -> present.add(result.submissionId()));
    for (Submission submission : log.submissions().values()) {
      List<Problem> told = statuses.notes(submission.id());
      boolean isToldOf =
          statuses.status(submission.id()) != Status.SUPERSEDED
              || present.contains(submission.id());
      if (!told.isEmpty() && isToldOf) {
        spool.begin(submission.file(), submission.sheet(), submission.id());
        told.forEach(spool::add);
      }
    }
    sameBytes(inOrder, spool);
    photos
        .problems()
        .forEach(
            (id, told) -> {
              Submission submission = log.submissions().get(id);
              spool.begin(submission.file(), submission.sheet(), id);
              told.forEach(spool::add);
            });
    for (FileResult result : inOrder) {
      if (result.refusal() != null) {
        spool.begin(result.arrival().file(), result.arrival().sheet(), unreadId(result.arrival()));
        spool.add(result.refusal());
      }
      if (!result.arrival().assumed().isEmpty()) {
        spool.begin(result.arrival().file(), result.arrival().sheet(), result.submissionId());
        result.arrival().assumed().forEach(spool::add);
      }
    }
    for (Arrival arrival : arrivals) {
      if (arrival.place() == Place.STRAY) {
        spool.begin(arrival.file(), arrival.sheet(), null);
        spool.add(arrival.refusal());
      }
    }
    spool.close();
    return spool;
  }

  /** Tells of a submission whose bytes lie in the inbox under several names. */
  private void sameBytes(List<FileResult> inOrder, ProblemSpool spool) throws IOException {
    Map<String, List<Arrival>> names = new LinkedHashMap<>();
    for (FileResult result : inOrder) {
      Arrival arrival = result.arrival();
      if (arrival.path() != null
          && (arrival.place() == Place.SUBMISSION || arrival.place() == Place.REGISTRY)
          && arrival.dataset() != null
          && result.submissionId() != null) {
        names.computeIfAbsent(result.submissionId(), id -> new ArrayList<>()).add(arrival);
      }
    }
    for (Map.Entry<String, List<Arrival>> ofId : names.entrySet()) {
      Submission submission = log.submissions().get(ofId.getKey());
      List<String> others =
          ofId.getValue().stream()
              .filter(arrival -> !arrival.file().equals(submission.file()))
              .map(Arrival::label)
              .toList();
      if (!others.isEmpty()
          && statuses.status(submission.id()) != Status.SUPERSEDED
          && !isErased(submission)) {
        long parts = ofId.getValue().stream().flatMap(a -> a.part().stream()).distinct().count();
        spool.begin(submission.file(), submission.sheet(), submission.id());
        spool.add(SubmissionStatuses.repeated(others, parts > 1));
      }
    }
  }

  private Manifest problems(Manifest manifest, List<ProblemSpool> found, ProblemSpool notes)
      throws IOException {
    String earlier = manifest.fact(STANDING_FACT);
    List<DataFile> files =
        new ArrayList<>(
            manifest.files(PROBLEMS).stream()
                .filter(file -> !file.path().equals(earlier))
                .toList());
    List<DataFile> today = new ArrayList<>();
    if (found.stream().anyMatch(spool -> !spool.isEmpty())) {
      today.add(save(PROBLEMS, ProblemSpool.COLUMNS, ProblemSpool.feed(found), IN_ORDER));
    }
    DataFile now =
        save(PROBLEMS, ProblemSpool.COLUMNS, ProblemSpool.feed(List.of(notes)), IN_ORDER);
    today.add(now);
    files.addAll(today);
    problems = count(today, manifest.files(SUBMISSIONS));
    notes.delete();
    for (ProblemSpool spool : found) {
      spool.delete();
    }
    return manifest.withTable(PROBLEMS, files).withFact(STANDING_FACT, now.path());
  }

  private Rows count(List<DataFile> today, List<DataFile> submissions) {
    engine.expose("problems_today", warehouse.paths(today));
    engine.expose("submissions_today", warehouse.paths(submissions));
    return engine.read(
        """
        SELECT p.severity, p.code, COUNT(*) AS problems
        FROM problems_today AS p
        LEFT JOIN submissions_today AS s ON s.submission_id = p.submission_id
        WHERE s.status IS NULL OR s.status <> 'superseded'
        GROUP BY p.severity, p.code""");
  }

  /** How every submission stands, once the tables have been written. */
  SubmissionStatuses statuses() {
    return statuses;
  }

  /**
   * How many problems of each severity and code this run found or submissions have today, as they
   * will be listed: those of superseded files apart.
   */
  Rows problems() {
    return problems;
  }

  private Manifest table(Manifest manifest, String table, List<Column> columns, List<Object[]> rows)
      throws IOException {
    String all = "SELECT * FROM %s ORDER BY ALL";
    return manifest.withTable(table, List.of(save(table, columns, RowFeed.of(rows), all)));
  }

  private DataFile save(String table, List<Column> columns, RowFeed feed, String select)
      throws IOException {
    Path parquet = warehouse.scratchFile(".parquet");
    Described described = contracts.described().get(table);
    long rows =
        engine.save(
            select.formatted(RowFeed.expose(engine, columns, feed)),
            parquet,
            described == null ? Map.of() : described.about());
    return warehouse.adopt(parquet, Zone.PROTECTED, table, rows);
  }
}
