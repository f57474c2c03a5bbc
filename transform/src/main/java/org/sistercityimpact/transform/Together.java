package org.sistercityimpact.transform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Steps of which some need others, several at a time. */
final class Together {

  /** What is done in a step. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * One of them.
   *
   * @param name by which others name it
   * @param needs names of steps that must be done before it begins; a name that no step has is
   *     there already
   */
  record Step(String name, Set<String> needs, Work work) {}

  /** Not begun, in the order in which those that could begin do. */
  private final List<Step> waiting;

  /** The names of steps that are not done. */
  private final Set<String> open = new HashSet<>();

  private boolean failed;

  private Together(List<Step> steps) {
    this.waiting = new ArrayList<>(steps);
    steps.forEach(step -> open.add(step.name()));
  }

  /**
   * Does all steps, up to {@code atOnce} at a time, or throws what went wrong with one that failed;
   * no other begins after that. The steps need each other in no circle.
   */
  static void run(List<Step> steps, int atOnce) throws IOException {
    Together together = new Together(steps);
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<?>> hands = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        hands.add(
            pool.submit(
                () -> {
                  together.work();
                  return null;
                }));
      }
      for (Future<?> hand : hands) {
        hand.get();
      }
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

  private void work() throws IOException, InterruptedException {
    for (Step step = next(); step != null; step = next()) {
      boolean done = false;
      try {
        step.work().run();
        done = true;
      } finally {
        end(step, done);
      }
    }
  }

  /** The first step that can begin, waiting for one if need be; null when there is none left. */
  private synchronized Step next() throws InterruptedException {
    while (!failed && !waiting.isEmpty()) {
      for (Step step : waiting) {
        if (step.needs().stream().noneMatch(open::contains)) {
          waiting.remove(step);
          return step;
        }
      }
      wait();
    }
    return null;
  }

  private synchronized void end(Step step, boolean done) {
    open.remove(step.name());
    failed |= !done;
    notifyAll();
  }
}
