package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sistercityimpact.warehouse.Rows;
import org.sistercityimpact.warehouse.SqlEngine;

/** The warehouse's tables, read a statement at a time. */
public record TableReader(SqlEngine engine) {

  public <T> List<T> list(String select, Function<Row, T> shape) {
    List<T> found = new ArrayList<>();
    each(select, r -> found.add(shape.apply(r)));
    return List.copyOf(found);
  }

  void each(String select, Consumer<Row> taker) {
    Rows rows = engine.read(select);
    rows.values().forEach(values -> taker.accept(new Row(values)));
  }

  /** Whether a table has a column; editions of earlier programs lack some. */
  public boolean has(String table, String column) {
    return !list(
            "SELECT column_name FROM information_schema.columns WHERE table_name = '%s' AND column_name = '%s'"
                .formatted(table, column),
            r -> r.text(0))
        .isEmpty();
  }

  /** One row; columns count from 0. */
  public record Row(Object[] values) {
    public String text(int i) {
      return (String) values[i];
    }

    public boolean yes(int i) {
      return Boolean.TRUE.equals(values[i]);
    }

    public int integer(int i) {
      return ((Number) values[i]).intValue();
    }

    public long count(int i) {
      return values[i] == null ? 0 : ((Number) values[i]).longValue();
    }

    public Long wholeOrNull(int i) {
      return values[i] == null ? null : ((Number) values[i]).longValue();
    }

    public BigDecimal decimal(int i) {
      return (BigDecimal) values[i];
    }

    public BigDecimal decimalOrZero(int i) {
      return values[i] == null ? BigDecimal.ZERO : (BigDecimal) values[i];
    }

    public LocalDate date(int i) {
      return (LocalDate) values[i];
    }
  }
}
