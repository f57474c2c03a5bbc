package org.sistercityimpact.ingest;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.check.Checked;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine.Column;
import org.sistercityimpact.warehouse.Warehouse;

/** All receipts ever, and the submissions that they speak of. */
final class ReceiptLog {
  static final String TABLE = "raw_receipts";

  static final List<Column> COLUMNS =
      List.of(
          new Column("event", "INTEGER"),
          new Column("submission_id", "VARCHAR"),
          new Column("file", "VARCHAR"),
          new Column("member_id", "VARCHAR"),
          new Column("data_year", "INTEGER"),
          new Column("dataset", "VARCHAR"),
          new Column("sha256", "VARCHAR"),
          new Column("outcome", "VARCHAR"),
          new Column("rows_read", "INTEGER"),
          new Column("rows_accepted", "INTEGER"),
          new Column("rows_rejected", "INTEGER"),
          new Column("rows_duplicate", "INTEGER"),
          new Column("columns", "VARCHAR"),
          new Column("received_at", "TIMESTAMP"),
          new Column("sheet", "VARCHAR"));

  private final Map<String, Submission> submissions = new LinkedHashMap<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final Set<String> receivedNow = new HashSet<>();
  private int lastEvent;

  /** The log of a warehouse; empty in a new one. */
  static ReceiptLog load(DuckDb engine, Warehouse warehouse, Manifest manifest) {
    ReceiptLog log = new ReceiptLog();
    List<Path> files = warehouse.paths(manifest, TABLE);
    if (!files.isEmpty()) {
      engine.expose(TABLE, files);
      Rows rows = engine.read("SELECT * FROM " + TABLE + " ORDER BY event, file, submission_id");
      rows.values().forEach(log::load);
    }
    return log;
  }

  private void load(Object[] row) {
    int event = ((Long) row[0]).intValue();
    String id = (String) row[1];
    submissions.putIfAbsent(
        id,
        new Submission(
            id,
            (String) row[2],
            // Warehouses made before workbooks were read have no such column.
            row.length > 14 ? (String) row[14] : null,
            (String) row[3],
            row[4] == null ? null : ((Long) row[4]).intValue(),
            (String) row[5],
            (String) row[6],
            new Checked(
                Outcome.valueOf((String) row[7]),
                ((Long) row[8]).intValue(),
                ((Long) row[9]).intValue(),
                ((Long) row[10]).intValue(),
                ((Long) row[11]).intValue(),
                (String) row[12]),
            (LocalDateTime) row[13]));
    receipts.add(new Receipt(event, id));
    lastEvent = Math.max(lastEvent, event);
  }

  /** Enters a submission, or what a fresh check made of a known one. */
  void put(Submission submission) {
    submissions.put(submission.id(), submission);
  }

  /** Enters one event: contents that arrived together for one member, year and dataset. */
  void receive(Set<String> ids) {
    lastEvent++;
    ids.forEach(id -> receipts.add(new Receipt(lastEvent, id)));
    receivedNow.addAll(ids);
  }

  /** Whether the content is news of this run: not known before, or back in force. */
  boolean isNew(String id) {
    return receivedNow.contains(id);
  }

  Map<String, Submission> submissions() {
    return submissions;
  }

  List<Receipt> receipts() {
    return receipts;
  }

  SubmissionStatuses statuses(Overlaps overlaps) {
    return SubmissionStatuses.of(submissions, receipts, overlaps);
  }

  /** The receipts as rows of {@link #COLUMNS}. */
  List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>();
    for (Receipt receipt : receipts) {
      Submission s = submissions.get(receipt.submissionId());
      rows.add(
          new Object[] {
            receipt.event(),
            s.id(),
            s.file(),
            s.memberId(),
            s.dataYear(),
            s.dataset(),
            s.sha256(),
            s.outcome().name(),
            s.checked().read(),
            s.accepted(),
            s.checked().rejected(),
            s.checked().duplicate(),
            s.checked().columns(),
            s.receivedAt(),
            s.sheet()
          });
    }
    return rows;
  }
}
