package org.sistercityimpact.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.Severity;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.CityFiles;
import org.sistercityimpact.warehouse.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Check files before they are sent; writes nothing without --annotate.",
    footer = {
      "",
      "The dataset is taken from the file's name; year, member and registry from its folders when it",
      "lies as in an inbox (<year>/<member_id>/<dataset>.csv, registry/ beside the years).",
      "Exit code 1: an error was found."
    })
final class CheckCommand extends ImpactCommand {
  private static final int SHOWN_OF_A_KIND = 3;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV files, one dataset each, or Excel workbooks, a sheet a dataset.")
  List<Path> files;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "What the files hold, when their names do not say it.")
  String dataset;

  @Option(names = "--member", paramLabel = "ID", description = "Whose files they are.")
  String member;

  @Option(names = "--year", paramLabel = "Y", description = "The reporting year.")
  Integer year;

  @Option(
      names = "--registry",
      paramLabel = "DIR",
      description =
          "Folder with members.csv and partnerships.csv; without one, ties are not checked.")
  Path registry;

  @Option(
      names = "--annotate",
      description =
          "Write a copy of each file that is not in order, as a workbook with the cells marked and what to write in a comment.")
  boolean annotate;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where --annotate writes (default: the current folder).")
  Path out;

  @Option(
      names = "--all",
      description =
          "List every problem, not three of a kind, and every row of which we assume the same.")
  boolean all;

  @Option(names = "--strict", description = "Exit with 1 also for warnings and assumptions.")
  boolean strict;

  @Override
  public Integer call() {
    if (out != null && !annotate) {
      throw new ConfigurationException(
          "Cannot write to folder '%s': a check writes nothing (add --annotate for marked copies)"
              .formatted(out));
    }
    Contracts contracts = ContractFolder.read(sql());
    CityFiles check = new CityFiles(contracts, all);
    CityFiles.Said said = new CityFiles.Said(dataset, registry, member, year);
    MarkedFiles copies = annotate ? new MarkedFiles(contracts, out) : null;
    List<FileCheck> checks = new ArrayList<>();
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Path file : files) {
      List<FileCheck> ofFile = check.check(file, said);
      checks.addAll(ofFile);
      Optional<MarkedFiles.Marked> copy = annotate ? copies.write(file, ofFile) : Optional.empty();
      if (json) {
        ofFile.forEach(c -> documents.add(document(c, copy)));
      } else {
        ofFile.forEach(this::print);
        copy.ifPresent(
            c ->
                console.print(
                    "  %s marked in %s".formatted(Console.count(c.cells(), "cell"), c.file())));
        if (annotate && copy.isEmpty()) {
          console.print("  " + copies.whyNone(ofFile));
        }
      }
    }
    if (json) {
      console.printJson(documents);
    } else {
      summarise(checks);
    }
    boolean found =
        checks.stream()
            .flatMap(c -> c.problems().stream())
            .anyMatch(p -> strict || p.severity() == Severity.ERROR);
    return found ? ExitCode.FINDINGS : ExitCode.GOOD;
  }

  private void print(FileCheck check) {
    String file = check.sheet() == null ? check.file() : check.file() + ", sheet " + check.sheet();
    console.print(check.dataset() == null ? file + ": not read" : account(file, check));
    Map<String, Integer> alike = new LinkedHashMap<>();
    for (Problem problem : check.problems()) {
      int count = alike.merge(kind(problem), 1, Integer::sum);
      if (all || count <= SHOWN_OF_A_KIND) {
        print(problem);
      }
    }
    for (Map.Entry<String, Integer> kind : alike.entrySet()) {
      int more = kind.getValue() - SHOWN_OF_A_KIND;
      if (!all && more > 0) {
        console.print("  … and %,d more %s (--all lists them)".formatted(more, kind.getKey()));
      }
    }
  }

  private static String account(String file, FileCheck check) {
    return "%s: %s, %,d rows read = %,d accepted + %,d rejected + %,d duplicate%s"
        .formatted(
            file,
            check.dataset(),
            check.checked().read(),
            check.checked().accepted(),
            check.checked().rejected(),
            check.checked().duplicate(),
            check.checked().outcome().name().equals("ROWS")
                ? ""
                : " (" + word(check.checked().outcome().name()) + ")");
  }

  /** Problems of which one look at the column mends all. */
  private static String kind(Problem problem) {
    return problem.columnLetter() == null || problem.sourceRow() == 0
        ? "of [%s]".formatted(problem.code())
        : "in column %s of [%s]".formatted(problem.columnLetter(), problem.code());
  }

  private void print(Problem problem) {
    String place =
        problem.sourceRow() == 0
            ? problem.columnLetter() == null ? "file" : "column " + problem.columnLetter()
            : problem.columnLetter() == null
                ? "row " + problem.sourceRow()
                : problem.columnLetter() + problem.sourceRow();
    console.print(
        "  %-9s %-8s %s  [%s]"
            .formatted(place, word(problem.severity().name()), problem.message(), problem.code()));
    if (problem.value() != null && !problem.value().isEmpty()) {
      console.print("                     we read: " + problem.value());
    }
    console.print("                     to fix:  " + problem.fix());
  }

  private void summarise(List<FileCheck> checks) {
    long errors = count(checks, Severity.ERROR);
    if (checks.stream()
        .filter(c -> c.dataset() != null)
        .anyMatch(c -> c.memberId() == null || c.dataYear() == null)) {
      console.print(
          "Not checked: whether dates lie in the reporting year and ties are the member's own (say --year, --member and --registry)");
    }
    console.print(
        "%s, %s, %s%s"
            .formatted(
                errors == 0 ? "No errors" : Console.count(errors, "error"),
                Console.count(count(checks, Severity.WARNING), "warning"),
                Console.count(count(checks, Severity.ASSUMED), "assumption"),
                errors == 0 ? "" : " ('impact explain CODE' tells more)"));
  }

  private static long count(List<FileCheck> checks, Severity severity) {
    return checks.stream()
        .flatMap(c -> c.problems().stream())
        .filter(p -> p.severity() == severity)
        .count();
  }

  private Map<String, Object> document(FileCheck check, Optional<MarkedFiles.Marked> copy) {
    Map<String, Object> document = check.document();
    if (annotate) {
      document.put("marked_copy", copy.map(c -> c.file().toString()).orElse(null));
    }
    return document;
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
