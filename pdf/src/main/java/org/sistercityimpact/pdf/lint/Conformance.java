package org.sistercityimpact.pdf.lint;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF whether a PDF keeps PDF/UA-1 and PDF/A-2a. The only class that needs veraPDF, which
 * whoever calls it puts on the class path.
 */
public final class Conformance {
  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  /** A file and the rules that it breaks. */
  private record Report(Path file, List<String> failures) {}

  private Conformance() {}

  /**
   * Takes PDFs and folders of PDFs; prints each file that breaks a rule with the rules, and a last
   * line that counts. Ends with 1 if there is one.
   */
  public static void main(String[] arguments) throws Exception {
    long began = System.nanoTime();
    List<Path> files = new ArrayList<>();
    for (String argument : arguments) {
      try (Stream<Path> tree = Files.walk(Path.of(argument))) {
        tree.filter(file -> file.toString().endsWith(".pdf")).sorted().forEach(files::add);
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<Future<Report>> reports = new ArrayList<>();
    for (Path file : files) {
      reports.add(pool.submit(() -> new Report(file, failures(Files.readAllBytes(file)))));
    }
    pool.shutdown();
    int failing = 0;
    for (Future<Report> each : reports) {
      Report report = each.get();
      if (!report.failures.isEmpty()) {
        failing++;
        System.out.println(report.file + " breaks " + report.failures.size() + " rules");
        report.failures.forEach(failure -> System.out.println("  " + failure));
      }
    }
    System.out.printf(
        "veraPDF: %,d PDFs against PDF/UA-1 and PDF/A-2a, %,d of them fail, %.0f s%n",
        files.size(), failing, (System.nanoTime() - began) / 1e9);
    System.exit(failing == 0 && !files.isEmpty() ? 0 : 1);
  }

  /**
   * Takes a PDF; gives one line for each rule that it breaks, none when it keeps both standards.
   */
  public static List<String> failures(byte[] pdf) throws Exception {
    List<String> failures = new ArrayList<>();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
      try (PDFAParser parser =
          Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false);
        ValidationResult result = validator.validate(parser);
        for (TestAssertion each : result.getTestAssertions()) {
          if (each.getStatus() == TestAssertion.Status.FAILED) {
            failures.add(
                "%s %s-%d: %s %s (%s)"
                    .formatted(
                        flavour.getId(),
                        each.getRuleId().getClause(),
                        each.getRuleId().getTestNumber(),
                        each.getMessage(),
                        each.getErrorArguments(),
                        each.getLocation().getContext()));
          }
        }
        if (!result.isCompliant() && failures.isEmpty()) {
          failures.add(flavour.getId() + ": not compliant, without a reason given");
        }
      }
    }
    return failures;
  }
}
