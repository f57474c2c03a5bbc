package org.sistercityimpact.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sistercityimpact.check.Registry.Member;
import org.sistercityimpact.check.Registry.Partnership;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;

/**
 * What the checker made of one text.
 *
 * @param account outcome and counts
 * @param problems in the order of the file, one line each: {@code row letter name value code
 *     severity}
 * @param details the problems themselves
 * @param rows accepted rows: source row, then each value as a person would write it
 */
record Submission(
    Checked account, List<String> problems, List<Problem> details, List<String> rows) {

  static final Contracts CONTRACTS =
      ContractFolder.read(Path.of(System.getProperty("impact.home")).resolve("sql"));

  static final Registry REGISTRY =
      new Registry(
          List.of(
              new Member("US-TX-fort-worth", "Fort Worth", 2015, null),
              new Member("US-OR-bend", "Bend", 2015, 2023)),
          List.of(
              new Partnership("US-TX-fort-worth~DE-trier", "US-TX-fort-worth", "Trier", null, true),
              new Partnership(
                  "US-TX-fort-worth~JP-nagaoka", "US-TX-fort-worth", "Nagaoka", "長岡市", true),
              new Partnership("US-TX-fort-worth~HU-a", "US-TX-fort-worth", "Újváros", null, true),
              new Partnership("US-TX-fort-worth~RO-b", "US-TX-fort-worth", "ÚJVÁROS", null, true),
              new Partnership("US-OR-bend~IT-belluno", "US-OR-bend", "Belluno", null, true)));

  static final Context FORT_WORTH_2025 = new Context("US-TX-fort-worth", 2025, REGISTRY);

  static Submission of(String dataset, String text) {
    return of(dataset, text.getBytes(StandardCharsets.UTF_8), FORT_WORTH_2025);
  }

  static Submission of(String dataset, byte[] bytes, Context context) {
    Contract contract = CONTRACTS.named(dataset).orElseThrow();
    return of(contract, bytes, context);
  }

  static Submission of(Contract contract, byte[] bytes, Context context) {
    return of(contract, Content.of(bytes), context);
  }

  static Submission of(Contract contract, Content bytes, Context context) {
    List<Problem> found = new ArrayList<>();
    Problems problems =
        new Problems() {
          @Override
          public void add(Problem problem) {
            found.add(problem);
          }

          @Override
          public void discard() {
            found.clear();
          }
        };
    Checker checker = new Checker(contract, CONTRACTS);
    Checked account = checker.check(bytes, null, context, problems);
    found.sort(
        Comparator.comparingInt(Problem::sourceRow)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::code));
    return new Submission(
        account, found.stream().map(Submission::line).toList(), found, rows(checker.rows()));
  }

  private static String line(Problem p) {
    return "%d %s %s %s %s %s"
        .formatted(
            p.sourceRow(),
            p.columnLetter(),
            p.columnName(),
            p.value(),
            p.code(),
            p.severity().word());
  }

  private static List<String> rows(AcceptedRows rows) {
    List<String> lines = new ArrayList<>();
    do {
      for (int slot = 0; slot < rows.slots(); slot++) {
        if (rows.counts(slot)) {
          StringBuilder line = new StringBuilder().append(rows.sourceRow(slot));
          for (CellColumn column : rows.all()) {
            line.append('|').append(column.shown(slot));
          }
          lines.add(line.toString());
        }
      }
    } while (rows.advance());
    return lines;
  }

  /** "outcome read accepted rejected duplicate". */
  String counts() {
    return "%s %d %d %d %d"
        .formatted(
            account.outcome(),
            account.read(),
            account.accepted(),
            account.rejected(),
            account.duplicate());
  }

  /** The message and fix of the only problem. */
  String words() {
    if (details.size() != 1) {
      throw new AssertionError("Not one problem: " + problems);
    }
    return details.get(0).message() + " / " + details.get(0).fix();
  }
}
