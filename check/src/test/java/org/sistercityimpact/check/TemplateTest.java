package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.TemplateMark;

/** What a city sends of a template, saved as CSV. */
class TemplateTest {
  private static final Contracts CONTRACTS = ContractFolder.read(Path.of("../sql"));
  private static final Contract BUDGETS = CONTRACTS.named("budgets").orElseThrow();
  private static final String MARK = TemplateMark.of(BUDGETS, 2025, "US-TX-fort-worth").text();
  private static final String ROW = "B-7,travel,city,1200.00,\n";

  private final List<String> told = new ArrayList<>();

  private Checked check(String mark, String box, String... rows) {
    String csv =
        "%s,,,,\n%s,Was there nothing?,,,\n,Example:,,,\nB-01,travel,city,1.00,2025-06-30\nLine id,Category,Funded by,Amount in USD,Period end\n%s"
            .formatted(mark, box, String.join("", rows));
    told.clear();
    Problems problems =
        new Problems() {
          @Override
          public void add(Problem problem) {
            told.add(problem.severity() + ": " + problem.message() + " (" + problem.fix() + ")");
          }

          @Override
          public void discard() {
            told.clear();
          }
        };
    return new Checker(BUDGETS, CONTRACTS)
        .check(
            csv.getBytes(StandardCharsets.UTF_8),
            new Context("US-TX-fort-worth", 2025, null),
            problems);
  }

  @Test
  void readsWhatStandsBelowTheHeaderAndNeverTheExample() {
    Checked checked = check(MARK, "", ROW);
    assertEquals(List.of(1, 1), List.of(checked.read(), checked.accepted()));
    assertEquals(List.of(), told);
  }

  @Test
  void isEmptyAsLongAsNobodyHasFilledIt() {
    assertEquals(Outcome.EMPTY, check(MARK, "").outcome());
    assertEquals(List.of(), told);
  }

  @Test
  void hasABoxForNothingToReport() {
    for (String box : List.of("nothing to report", "Nada que informar", "x", "Yes")) {
      assertEquals(Outcome.NOTHING_TO_REPORT, check(MARK, box).outcome(), box);
      assertEquals(List.of(), told);
    }
    assertEquals(Outcome.UNUSABLE, check(MARK, "ask Ada").outcome());
    assertEquals(
        List.of(
            "ERROR: The file has no row, and what it says of that is not certain (If there is nothing to report, write exactly: nothing to report)"),
        told);
  }

  @Test
  void countsRowsThoughTheBoxSaysThatThereAreNone() {
    assertEquals(1, check(MARK, "nothing to report", ROW).accepted());
    assertEquals(
        List.of(
            "WARNING: The box says that there is nothing to report, and rows follow: the rows count (Empty the box, or delete the rows)"),
        told);
  }

  @Test
  void readsATemplateOfAnotherVersionAndSaysSo() {
    String today = TemplateMark.version(BUDGETS);
    assertEquals(1, check(MARK.replace(today, "1.0000"), "", ROW).accepted());
    assertEquals(
        List.of(
            "ASSUMED: The sheet was made with template 1.0000, and today's is %s: it was read by its header (Nothing now; next time fill in a new template)"
                .formatted(today)),
        told);
  }

  @Test
  void asksWhenTheTemplateIsThatOfAnotherCityOrYear() {
    for (String mark :
        List.of(MARK.replace("2025", "2024"), MARK.replace("US-TX-fort-worth", "US-OH-dayton"))) {
      assertEquals(1, check(mark, "", ROW).accepted());
      assertEquals(1, told.size());
      assertEquals("WARNING: The template was made for", told.get(0).substring(0, 34));
    }
  }
}
