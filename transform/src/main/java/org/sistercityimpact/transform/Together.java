package org.sistercityimpact.transform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work of the same kind, several at a time. */
final class Together {
  private Together() {}

  /** What is done to each. */
  interface Work<T, R> {
    R on(T one) throws IOException;
  }

  /**
   * Does {@code work} on each of {@code all}, up to {@code atOnce} at a time; gives what came out
   * in the order of {@code all}, or throws what went wrong with the first that failed.
   */
  static <T, R> List<R> each(List<T> all, int atOnce, Work<T, R> work) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<R>> running = all.stream().map(one -> pool.submit(() -> work.on(one))).toList();
      List<R> done = new ArrayList<>();
      for (Future<R> one : running) {
        done.add(one.get());
      }
      return done;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException ofFiles) {
        throw ofFiles;
      }
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The transform was interrupted");
    } finally {
      // After a failure the others have to be out of the engine before it is closed.
      pool.shutdownNow();
      boolean interrupted = Thread.interrupted();
      while (!pool.isTerminated()) {
        try {
          pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
