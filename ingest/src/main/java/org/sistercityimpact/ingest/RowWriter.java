package org.sistercityimpact.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.sistercityimpact.ingest.check.Column;
import org.sistercityimpact.ingest.check.Rows;
import org.sistercityimpact.warehouse.contract.Contract;
import org.sistercityimpact.warehouse.contract.Contract.Kind;
import org.sistercityimpact.warehouse.contract.Field;

/** Hands the accepted rows of one file after another to DuckDB, column by column. */
final class RowWriter {
  private final Contract contract;
  private final Rows rows;
  private final Column[] columns;
  private String submissionId;
  private String memberId;
  private Integer dataYear;
  private int next;
  private int end;
  private int[] picked = new int[2048];

  RowWriter(Contract contract, Rows rows) {
    this.contract = contract;
    this.rows = rows;
    columns = rows.all().toArray(Column[]::new);
  }

  /** The next file's rows are those that the checker now holds, or none. */
  void begin(String ofSubmission, String ofMember, Integer ofYear, boolean hasRows) {
    submissionId = ofSubmission;
    memberId = ofMember;
    dataYear = ofYear;
    next = 0;
    end = hasRows ? rows.slots() : 0;
    skip();
  }

  private void skip() {
    while (next < end && !rows.counts(next)) {
      next++;
    }
  }

  boolean hasMore() {
    return next < end;
  }

  /** Writes up to {@code room} rows from row {@code at} on; returns how many. */
  int write(DuckDBDataChunkWriter out, int at, int room) {
    if (picked.length < room) {
      picked = new int[room];
    }
    int count = 0;
    while (count < room && next < end) {
      picked[count++] = next++;
      skip();
    }
    int c = 0;
    strings(out.vector(c++), at, count, submissionId);
    DuckDBWritableVector sourceRows = out.vector(c++);
    for (int i = 0; i < count; i++) {
      sourceRows.setInt(at + i, rows.sourceRow(picked[i]));
    }
    if (contract.kind() == Kind.SUBMITTED) {
      strings(out.vector(c++), at, count, memberId);
      DuckDBWritableVector years = out.vector(c++);
      for (int i = 0; i < count; i++) {
        years.setInt(at + i, dataYear);
      }
    }
    for (Column column : columns) {
      write(column, out.vector(c++), at, count);
      if (column.field().fold() != Field.Fold.NONE) {
        DuckDBWritableVector keys = out.vector(c++);
        for (int i = 0; i < count; i++) {
          keys.setString(at + i, column.key(picked[i]));
        }
      }
    }
    return count;
  }

  private static void strings(DuckDBWritableVector vector, int at, int count, String text) {
    for (int i = 0; i < count; i++) {
      vector.setString(at + i, text);
    }
  }

  private void write(Column column, DuckDBWritableVector vector, int at, int count) {
    Field field = column.field();
    for (int i = 0; i < count; i++) {
      int slot = picked[i];
      if (column.isEmpty(slot)) {
        vector.setNull(at + i);
        continue;
      }
      switch (field.type()) {
        case STRING -> vector.setString(at + i, column.text(slot));
        case INTEGER, YEAR -> vector.setInt(at + i, (int) column.number(slot));
        case DATE -> vector.setDate(at + i, LocalDate.ofEpochDay(column.number(slot)));
        case BOOLEAN -> vector.setBoolean(at + i, column.number(slot) == 1);
        case NUMBER ->
            vector.setBigDecimal(at + i, BigDecimal.valueOf(column.number(slot), field.decimals()));
      }
    }
  }
}
