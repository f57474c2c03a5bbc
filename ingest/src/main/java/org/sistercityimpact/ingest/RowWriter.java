package org.sistercityimpact.ingest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.sistercityimpact.check.AcceptedRows;
import org.sistercityimpact.check.CellColumn;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field;

/** Hands the accepted rows of one file after another to DuckDB, column by column. */
final class RowWriter {
  private final AcceptedRows rows;
  private final Cells[] columns;
  private String submissionId;
  private String memberId;
  private Integer dataYear;
  private boolean hasRows;
  private int next;
  private int end;
  private int[] picked = new int[2048];

  /** Writes the picked rows' cells of one column into a vector, from a place on. */
  private interface Cells {
    void write(DuckDBWritableVector vector, int at, int count);
  }

  RowWriter(Contract contract, AcceptedRows rows) {
    this.rows = rows;
    List<Cells> all = new ArrayList<>();
    all.add((vector, at, count) -> same(submissionId, vector, at, count));
    all.add(this::sourceRows);
    if (contract.kind() == Kind.SUBMITTED) {
      all.add((vector, at, count) -> same(memberId, vector, at, count));
      all.add(this::years);
    }
    for (CellColumn column : rows.all()) {
      all.add(cells(column));
      if (column.field().fold() != Field.Folding.NONE) {
        all.add((vector, at, count) -> keys(column, vector, at, count));
      }
    }
    columns = all.toArray(Cells[]::new);
  }

  // Chosen once, and one short method a type: a long one for all was compiled anew for each
  // dataset, and that cost more than all the writing.
  private Cells cells(CellColumn column) {
    return switch (column.field().type()) {
      case STRING -> (vector, at, count) -> texts(column, vector, at, count);
      case INTEGER, YEAR -> (vector, at, count) -> integers(column, vector, at, count);
      case DATE -> (vector, at, count) -> dates(column, vector, at, count);
      case BOOLEAN -> (vector, at, count) -> booleans(column, vector, at, count);
      case NUMBER -> (vector, at, count) -> decimals(column, vector, at, count);
    };
  }

  /** The next file's rows are those that the checker now holds, or none. */
  void begin(String ofSubmission, String ofMember, Integer ofYear, boolean ofRows) {
    hasRows = ofRows;
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
    while (next == end && hasRows && rows.advance()) {
      next = 0;
      end = rows.slots();
      skip();
    }
    return next < end;
  }

  /** Writes up to {@code room} rows from row {@code at} on; returns how many. */
  int write(DuckDBDataChunkWriter out, int at, int room) {
    if (picked.length < room) {
      picked = new int[room];
    }
    int count = pick(room);
    for (int c = 0; c < columns.length; c++) {
      columns[c].write(out.vector(c), at, count);
    }
    return count;
  }

  private int pick(int room) {
    int count = 0;
    while (count < room && next < end) {
      picked[count++] = next++;
      skip();
    }
    return count;
  }

  private static void same(String text, DuckDBWritableVector vector, int at, int count) {
    byte[][] texts = new byte[count][];
    Arrays.fill(texts, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    vector.setStringUtf8Batch(at, texts);
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

  private void keys(CellColumn column, DuckDBWritableVector vector, int at, int count) {
    String[] keys = new String[count];
    for (int i = 0; i < count; i++) {
      keys[i] = column.key(picked[i]);
    }
    vector.setStrings(at, keys);
  }

  /** All at once: a call into DuckDB for each text costs three times as much. */
  private void texts(CellColumn column, DuckDBWritableVector vector, int at, int count) {
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = column.text(picked[i]);
    }
    vector.setStrings(at, texts);
  }

  private void integers(CellColumn column, DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setInt(at + i, (int) column.number(picked[i]));
      }
    }
  }

  private void dates(CellColumn column, DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setDate(at + i, LocalDate.ofEpochDay(column.number(picked[i])));
      }
    }
  }

  private void booleans(CellColumn column, DuckDBWritableVector vector, int at, int count) {
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setBoolean(at + i, column.number(picked[i]) == 1);
      }
    }
  }

  private void decimals(CellColumn column, DuckDBWritableVector vector, int at, int count) {
    int decimals = column.field().range().decimals();
    for (int i = 0; i < count; i++) {
      if (column.isEmpty(picked[i])) {
        vector.setNull(at + i);
      } else {
        vector.setBigDecimal(at + i, BigDecimal.valueOf(column.number(picked[i]), decimals));
      }
    }
  }
}
