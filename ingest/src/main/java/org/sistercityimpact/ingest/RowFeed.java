package org.sistercityimpact.ingest;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/** Rows that this program holds, one after the other, for DuckDB to read as a table. */
interface RowFeed {
  /** The next row's values (text, Integer, Long, LocalDateTime or null); null at the end. */
  Object[] next() throws IOException;

  /** Feeds a list. */
  static RowFeed of(List<Object[]> rows) {
    Iterator<Object[]> iterator = rows.iterator();
    return () -> iterator.hasNext() ? iterator.next() : null;
  }

  /** Makes the feed a table function of {@code engine}, to be read once; returns its call. */
  static String expose(DuckDb engine, List<Column> columns, RowFeed feed) {
    String name = "feed_" + Function.COUNTER.incrementAndGet();
    try (var builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(name)
          .withFunction(new Function(columns, feed))
          .register(engine.connection());
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException("Cannot hand rows to DuckDB", e);
    }
    return name + "()";
  }

  /** The table function: one thread, a vector's worth of rows at a time. */
  final class Function implements DuckDBTableFunction<Object, Object, Object> {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final List<Column> columns;
    private final RowFeed feed;

    Function(List<Column> columns, RowFeed feed) {
      this.columns = columns;
      this.feed = feed;
    }

    @Override
    public Object bind(DuckDBTableFunctionBindInfo info) {
      columns.forEach(c -> info.addResultColumn(c.name(), DuckDBColumnType.valueOf(c.type())));
      return this;
    }

    @Override
    public Object init(DuckDBTableFunctionInitInfo info) {
      info.setMaxThreads(1);
      return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out)
        throws IOException {
      long row = 0;
      while (row < out.capacity()) {
        Object[] values = feed.next();
        if (values == null) {
          break;
        }
        for (int c = 0; c < values.length; c++) {
          set(out.vector(c), row, values[c]);
        }
        row++;
      }
      return row;
    }

    private static void set(DuckDBWritableVector vector, long row, Object value) {
      if (value == null) {
        vector.setNull(row);
      } else if (value instanceof String text) {
        vector.setString(row, text);
      } else if (value instanceof Integer number) {
        vector.setInt(row, number);
      } else if (value instanceof Long number) {
        vector.setLong(row, number);
      } else if (value instanceof LocalDateTime time) {
        vector.setTimestamp(row, time);
      } else {
        throw new IllegalStateException("No column type for " + value.getClass());
      }
    }
  }
}
