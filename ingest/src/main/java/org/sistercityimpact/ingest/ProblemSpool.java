package org.sistercityimpact.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.warehouse.SqlEngine.Column;

/**
 * The problems found by one thread, set down on disk as they are found: a spoiled inbox may hold
 * more of them than fit in memory. What a file turns out unusable after can be taken back.
 */
final class ProblemSpool implements Problems, Closeable {
  /** The columns of a spooled problem; {@code position} orders columns as letters do not. */
  static final List<Column> COLUMNS =
      List.of(
          new Column("file", "VARCHAR"),
          new Column("sheet", "VARCHAR"),
          new Column("source_row", "INTEGER"),
          new Column("column_letter", "VARCHAR"),
          new Column("column_name", "VARCHAR"),
          new Column("value", "VARCHAR"),
          new Column("code", "VARCHAR"),
          new Column("severity", "VARCHAR"),
          new Column("message", "VARCHAR"),
          new Column("fix", "VARCHAR"),
          new Column("submission_id", "VARCHAR"),
          new Column("position", "INTEGER"));

  private static final int FLUSH_AT = 1 << 18;

  private final Path path;
  private final FileChannel channel;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private String file;
  private String sheet;
  private String submissionId;
  private long mark;
  private long size;

  ProblemSpool(Path path) throws IOException {
    this.path = path;
    channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** From now on problems are those of this file, or sheet of it. */
  void begin(String ofFile, String ofSheet, String ofSubmission) {
    file = ofFile;
    sheet = ofSheet;
    submissionId = ofSubmission;
    if (bytes.size() > FLUSH_AT) {
      flush();
    }
    mark = position() + bytes.size();
  }

  @Override
  public void add(Problem problem) {
    try {
      text(file);
      text(sheet);
      text(submissionId);
      out.writeInt(problem.sourceRow());
      out.writeInt(problem.column());
      text(problem.columnName());
      text(problem.value());
      text(problem.code());
      text(problem.severity().word());
      text(problem.message());
      text(problem.fix());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > 4 * FLUSH_AT) {
      flush();
    }
  }

  @Override
  public void discard() {
    long written = position();
    try {
      if (written > mark) {
        channel.truncate(mark);
        bytes.reset();
      } else {
        byte[] earlier = bytes.toByteArray();
        bytes.reset();
        bytes.write(earlier, 0, (int) (mark - written));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long position() {
    try {
      return channel.position();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      bytes.reset();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  /** Whether nothing was found, once it is closed. */
  boolean isEmpty() {
    return size == 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    size = position();
    channel.close();
  }

  /** Removes what it set down: it may quote cells, and lies outside the protected zone. */
  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  /** Reads several closed spools, one after the other, as rows of {@link #COLUMNS}. */
  static RowFeed feed(List<ProblemSpool> spools) {
    return new RowFeed() {
      private int next;
      private DataInputStream in;

      @Override
      public Object[] next() throws IOException {
        while (true) {
          if (in == null) {
            if (next == spools.size()) {
              return null;
            }
            in =
                new DataInputStream(
                    new BufferedInputStream(
                        Files.newInputStream(spools.get(next++).path), 1 << 16));
          }
          Object[] row = read(in);
          if (row != null) {
            return row;
          }
          in.close();
          in = null;
        }
      }
    };
  }

  private static Object[] read(DataInputStream in) throws IOException {
    String file;
    try {
      file = readText(in);
    } catch (EOFException end) {
      return null;
    }
    String sheet = readText(in);
    String submission = readText(in);
    int row = in.readInt();
    int column = in.readInt();
    Problem problem =
        new Problem(row, column, readText(in), readText(in), readText(in), null, null, null);
    String severity = readText(in);
    return new Object[] {
      file,
      sheet,
      row == 0 ? null : row,
      problem.columnLetter(),
      problem.columnName(),
      problem.value(),
      problem.code(),
      severity,
      readText(in),
      readText(in),
      submission,
      column
    };
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] utf8 = in.readNBytes(length);
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
