package org.sistercityimpact.spark;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;
import org.sistercityimpact.check.AcceptedRows;
import org.sistercityimpact.check.CellColumn;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.ingest.CheckOrder;
import org.sistercityimpact.ingest.CheckOrder.Group;
import org.sistercityimpact.ingest.CheckOrder.SentFile;
import org.sistercityimpact.ingest.CheckWorker;
import org.sistercityimpact.ingest.CheckedFile;
import org.sistercityimpact.warehouse.RawColumns;

/** The accepted rows of one task's files, checked one file at a time as Spark asks for rows. */
final class CheckedRows implements Iterator<InternalRow> {
  private final boolean submitted;
  private final Iterator<SentFile> files;
  private final CheckWorker worker;
  private final Consumer<CheckedFile> told;
  private final int width;
  private UTF8String submissionId;
  private UTF8String memberId;
  private Integer dataYear;
  private CellColumn[] columns;
  private AcceptedRows rows;
  private int slot;
  private int slots;

  CheckedRows(CheckOrder order, Iterable<Group> groups, Consumer<CheckedFile> told) {
    submitted = order.contract().kind() == Kind.SUBMITTED;
    width = RawColumns.of(order.contract()).size();
    worker = new CheckWorker(order);
    files =
        java.util.stream.StreamSupport.stream(groups.spliterator(), false)
            .flatMap(group -> group.files().stream())
            .iterator();
    this.told = told;
  }

  @Override
  public boolean hasNext() {
    while (true) {
      while (slot < slots) {
        if (rows.counts(slot)) {
          return true;
        }
        slot++;
      }
      if (slots > 0 && rows.advance()) {
        slot = 0;
        slots = rows.slots();
        continue;
      }
      if (!files.hasNext()) {
        return false;
      }
      open(files.next());
    }
  }

  private void open(SentFile file) {
    CheckedFile checked = worker.take(file);
    told.accept(checked);
    rows = worker.rows();
    slot = 0;
    slots = checked.checked() != null && checked.checked().accepted() > 0 ? rows.slots() : 0;
    columns = rows.all().toArray(CellColumn[]::new);
    submissionId = UTF8String.fromString(checked.submissionId());
    memberId = UTF8String.fromString(checked.memberId());
    dataYear = file.dataYear();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object[] cells = new Object[width];
    int c = 0;
    cells[c++] = submissionId;
    cells[c++] = rows.sourceRow(slot);
    if (submitted) {
      cells[c++] = memberId;
      cells[c++] = dataYear;
    }
    for (CellColumn column : columns) {
      boolean empty = column.isEmpty(slot);
      cells[c++] = empty ? null : value(column, slot);
      if (column.field().fold() != Field.Folding.NONE) {
        cells[c++] = empty ? null : UTF8String.fromString(column.key(slot));
      }
    }
    slot++;
    return new GenericInternalRow(cells);
  }

  private static Object value(CellColumn column, int slot) {
    Field field = column.field();
    return switch (field.type()) {
      case STRING -> UTF8String.fromString(column.text(slot));
      case INTEGER, YEAR, DATE -> (int) column.number(slot);
      case BOOLEAN -> column.number(slot) == 1;
      case NUMBER ->
          Decimal.apply(
              BigDecimal.valueOf(column.number(slot), field.range().decimals()),
              field.range().precision(),
              field.range().decimals());
    };
  }
}
