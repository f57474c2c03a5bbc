package org.sistercityimpact.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.pdf.lint.Conformance;

/** Asks veraPDF of every PDF of an edition whether it keeps PDF/UA-1 and PDF/A-2a. */
record VeraPdf(Progress progress) implements PdfCheck {
  @Override
  public List<String> failures(Path folder, List<Path> pdfs) {
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            task -> {
              Thread thread = new Thread(task, "conformance");
              thread.setDaemon(true);
              return thread;
            });
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<List<String>>> answers = new ArrayList<>();
      for (Path pdf : pdfs) {
        answers.add(
            pool.submit(
                () -> {
                  List<String> failures = Conformance.failures(Files.readAllBytes(pdf));
                  progress.step("Check conformance", done.incrementAndGet(), pdfs.size());
                  return failures;
                }));
      }
      List<String> failures = new ArrayList<>();
      for (int i = 0; i < pdfs.size(); i++) {
        List<String> broken = answers.get(i).get();
        if (!broken.isEmpty()) {
          failures.add(folder.relativize(pdfs.get(i)) + ": " + broken.get(0));
        }
      }
      return failures;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while checking PDFs", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot check a PDF", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
