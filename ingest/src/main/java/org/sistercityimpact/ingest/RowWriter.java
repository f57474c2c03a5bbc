package org.sistercityimpact.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
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
    same(submissionId, out.vector(c++), at, count);
    sourceRows(out.vector(c++), at, count);
    if (contract.kind() == Kind.SUBMITTED) {
      same(memberId, out.vector(c++), at, count);
      years(out.vector(c++), at, count);
    }
    for (Column column : columns) {
      write(column, out.vector(c++), at, count);
      if (column.field().fold() != Field.Fold.NONE) {
        keys(column, out.vector(c++), at, count);
      }
    }
    return count;
  }

  private static void same(String text, DuckDBWritableVector vector, int at, int count) {
    String[] texts = new String[count];
    Arrays.fill(texts, text);
    vector.setStrings(at, texts);
  }

  private void sourceRows(DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      vector.setInt(at + i, rows.sourceRow(picked[i]));
    }
  }

  private void years(DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      vector.setInt(at + i, dataYear);
    }
  }

  private void keys(Column column, DuckDBWritableVector vector, int at, int count) {
    String[] keys = new String[count];
    for (int i = 0; i < count; i++) {
      keys[i] = column.key(picked[i]);
    }
    vector.setStrings(at, keys);
  }

  // One short method a type: as one long one it was compiled anew for each dataset, and that cost
  // more than all the writing.
  private void write(Column column, DuckDBWritableVector vector, int at, int count) {
    switch (column.field().type()) {
      case STRING -> texts(column, vector, at, count);
      case INTEGER, YEAR -> integers(column, vector, at, count);
      case DATE -> dates(column, vector, at, count);
      case BOOLEAN -> booleans(column, vector, at, count);
      case NUMBER -> decimals(column, vector, at, count);
    }
  }

  /** All at once: a call into DuckDB for each text costs three times as much. */
  private void texts(Column column, DuckDBWritableVector vector, int at, int count) {
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = column.text(picked[i]);
    }
    vector.setStrings(at, texts);
  }

  private void integers(Column column, DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setInt(at + i, (int) column.number(picked[i]));
      }
    }
  }

  private void dates(Column column, DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setDate(at + i, LocalDate.ofEpochDay(column.number(picked[i])));
      }
    }
  }

  private void booleans(Column column, DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setBoolean(at + i, column.number(picked[i]) == 1);
      }
    }
  }

  private void decimals(Column column, DuckDBWritableVector vector, int at, int count) {
    int decimals = column.field().decimals();
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setBigDecimal(at + i, BigDecimal.valueOf(column.number(picked[i]), decimals));
      }
    }
  }
}
