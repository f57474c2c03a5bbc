package org.sistercityimpact.transform;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Steps of which some need others, several at a time. */
final class Steps {
  private static final long FAILED = -1;

  /** What is done in a step; gives how many bytes others may read of it. */
  interface Work {
    long run() throws IOException;
  }

  /**
   * One of them.
   *
   * @param name by which others name it
   * @param needs names of steps that must be done before it begins; a name that no step has is
   *     there already
   */
  record Step(String name, Set<String> needs, Work work) {}

  /** Not begun. */
  private final List<Step> waiting;

  /** The names of steps that are not done. */
  private final Set<String> open = new HashSet<>();

  /** How many steps there are, by name, in the longest row of them that begins with this one. */
  private final Map<String, Integer> chains = new HashMap<>();

  /** The bytes of what is done, by name. */
  private final Map<String, Long> bytes = new HashMap<>();

  private boolean failed;

  private Steps(List<Step> steps) {
    this.waiting = new ArrayList<>(steps);
    Map<String, List<Step>> needing = new HashMap<>();
    for (Step step : steps) {
      open.add(step.name());
      step.needs().forEach(n -> needing.computeIfAbsent(n, name -> new ArrayList<>()).add(step));
    }
    steps.forEach(step -> chain(step, needing));
  }

  private int chain(Step step, Map<String, List<Step>> needing) {
    Integer known = chains.get(step.name());
    if (known != null) {
      return known;
    }
    int longest = 0;
    for (Step next : needing.getOrDefault(step.name(), List.of())) {
      longest = Math.max(longest, chain(next, needing));
    }
    chains.put(step.name(), longest + 1);
    return longest + 1;
  }

  /**
   * Does all steps, up to {@code atOnce} at a time, or throws what went wrong with one that failed;
   * no other begins after that. The steps need each other in no circle.
   */
  static void run(List<Step> steps, int atOnce) throws IOException {
    Steps run = new Steps(steps);
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<?>> hands = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        hands.add(
            pool.submit(
                () -> {
                  run.work();
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
      long made = FAILED;
      try {
        made = step.work().run();
      } finally {
        end(step, made);
      }
    }
  }

  /**
   * Of the steps that can begin the one before which most others in a row wait, and of equals the
   * one that reads most, so that the last hand at work has little left to do. Waits for one if need
   * be; null when there is none left.
   */
  private synchronized Step next() throws InterruptedException {
    while (!failed && !waiting.isEmpty()) {
      Optional<Step> first =
          waiting.stream()
              .filter(step -> step.needs().stream().noneMatch(open::contains))
              .min(
                  Comparator.comparing((Step step) -> -chains.get(step.name()))
                      .thenComparing(step -> -reads(step)));
      if (first.isPresent()) {
        waiting.remove(first.get());
        return first.get();
      }
      wait();
    }
    return null;
  }

  private long reads(Step step) {
    return step.needs().stream().mapToLong(name -> bytes.getOrDefault(name, 0L)).sum();
  }

  private synchronized void end(Step step, long made) {
    open.remove(step.name());
    bytes.put(step.name(), made);
    failed |= made == FAILED;
    notifyAll();
  }
}
