package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.reports.ReportRun;
import org.sistercityimpact.reports.Reports;
import org.sistercityimpact.reports.data.Doubt;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.MarkedCopies;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Transform;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Writes reports and tells where they are, for {@code report}, {@code run} and {@code demo}.
 *
 * @param words of the reports' language
 * @param member whose reports alone are written; empty: all
 * @param out where they are written
 * @param marked what the members' files were checked against, where copies of them with marked
 *     cells come with the letters; these hold the names of people that cities sent
 */
record ReportStage(
    Words words,
    Set<ReportKind> kinds,
    Form form,
    Optional<String> member,
    Path out,
    Optional<Contracts> marked) {

  /** Readies fonts and templates on a core that would have nothing to do while data are read. */
  static void warmUp(Words words) {
    // What fails here fails again, and is told, when a page is made.
    CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> Reports.warmUp(words));
  }

  ReportRun run(Warehouse warehouse, DuckDb engine, int year, Console console, RunRecord record)
      throws IOException {
    console.announce("Printing the reports of " + year + " into " + out);
    ReportData data =
        ReportData.read(warehouse, engine, year, form, kinds)
            .withWhatIf(
                Optional.of(Transform.whatIf(warehouse.manifest())).filter(set -> !set.isEmpty()))
            .withDoubts(Doubt.read(warehouse, engine, year));
    if (marked.isPresent()) {
      data = data.withMarked(MarkedCopies.read(warehouse, engine, marked.get(), year));
    }
    record.stage("read");
    long expected = member.isEmpty() ? data.documents(kinds) : kinds.size();
    long[] done = {0};
    ReportRun run =
        Reports.write(
            data,
            words,
            kinds,
            member,
            out,
            ImpactCommand.threads(),
            file -> {
              synchronized (done) {
                console.progress(file, Math.min(++done[0], expected), expected);
              }
            });
    record.put("year", year);
    record.put("out", out.toString());
    record.put("pages", run.pages());
    record.put("figures", run.figures());
    record.stage("reports");
    return run;
  }

  static void print(ReportRun run, Path out, Console console) {
    List<Path> pdfs = run.files().stream().filter(f -> f.toString().endsWith(".pdf")).toList();
    console.print(
        "Reports: %s, %s, %s in %s"
            .formatted(
                Console.count(pdfs.size(), "PDF"),
                Console.count(run.pages(), "page"),
                Console.count(run.figures(), "printed figure"),
                out.resolve("figures.json")));
    pdfs.stream().limit(3).forEach(pdf -> console.print("  " + shown(pdf, out)));
    if (pdfs.size() > 3) {
      console.print("  and %,d more beside the last".formatted(pdfs.size() - 3));
    }
  }

  private static Path shown(Path file, Path out) {
    return out.resolve(out.toAbsolutePath().normalize().relativize(file));
  }

  static Map<String, Object> json(ReportRun run) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("files", run.files().stream().map(Path::toString).toList());
    document.put("pages", run.pages());
    document.put("figures", run.figures());
    document.put("seconds", run.seconds());
    return document;
  }
}
