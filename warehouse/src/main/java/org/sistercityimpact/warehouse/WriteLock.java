package org.sistercityimpact.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to write to a warehouse. In a folder of this machine it has one holder at a time, over
 * all processes, and the operating system drops it when the holder dies, so a killed run never
 * leaves a warehouse locked. On shared storage several may hold it, and the first to commit wins.
 */
public final class WriteLock implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 3_000;
  private static final long RETRY_MILLIS = 100;

  private final Closeable held;

  private WriteLock(Closeable held) {
    this.held = held;
  }

  /** A right that ends with {@code end}. */
  static WriteLock of(Closeable end) {
    return new WriteLock(end);
  }

  /** Waits a few seconds for the lock of {@code warehouse}, then says who holds it. */
  static WriteLock acquire(Path warehouse) throws IOException {
    Path file = warehouse.resolve(Warehouse.LOCK);
    FileChannel channel = open(file, warehouse);
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    try {
      while (true) {
        FileLock lock = tryLock(channel);
        if (lock != null) {
          channel.truncate(0);
          channel.write(
              ByteBuffer.wrap(
                  ("process " + ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
          return new WriteLock(channel);
        }
        if (System.nanoTime() > deadline) {
          String holder = Files.readString(file).strip();
          throw new ConfigurationException(
              "Cannot write to warehouse '%s': it is locked by %s (wait until that run has ended, then try again)"
                  .formatted(warehouse, holder.isEmpty() ? "another process" : holder));
        }
        Thread.sleep(RETRY_MILLIS);
      }
    } catch (InterruptedException e) {
      channel.close();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for the lock of " + warehouse, e);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path file, Path warehouse) {
    try {
      return FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write to warehouse '%s': %s (choose a folder you may write to)"
              .formatted(warehouse, Warehouse.reason(e)),
          e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
  }
}
