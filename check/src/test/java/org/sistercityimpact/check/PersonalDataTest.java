package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;

/** People slip by a column: no message says more of them than that they stand there. */
class PersonalDataTest {
  private static final String HOURS = "volunteer,volunteers,month,activity,hours,youth\n";

  private static Submission hours(String rows) {
    return Submission.of("volunteer_hours", HOURS + rows);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@example.org, an e-mail address",
    "Ann <ann.lee@mail.example.org>, an e-mail address",
    "817-555-0147, a telephone number",
    "(817) 555-0147, a telephone number",
    "+49 651 718 0, a telephone number",
    "0651 7180-123, a telephone number",
    "555-0147, a telephone number",
    "call 817.555.0147, a telephone number",
  })
  void aValueInAWrongColumnIsShownAsItsKind(String value, String kind) {
    Submission file =
        Submission.of(
            "budgets", "line_id,category,funded_by,amount_usd\nB1,staff,city,\"" + value + "\"\n");
    assertEquals("[" + kind + "]", file.details().get(0).value());
    assertTrue(
        file.details().get(0).message().startsWith("amount_usd is " + kind + ", "),
        file.details().get(0).message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,20",
        "2025-02-30",
        "13/05/2025",
        "many",
        "-5",
        "12.345",
        "Staff cost",
        "20250513"
      })
  void aValueThatIsNobodysIsShownAsItStands(String value) {
    Submission file =
        Submission.of(
            "budgets", "line_id,category,funded_by,amount_usd\nB1,staff,city,\"" + value + "\"\n");
    file.details().forEach(problem -> assertEquals(value, problem.value()));
  }

  @Test
  void inAFileAboutPeopleWhatCannotBeToldMayBeOne() {
    Submission file =
        hours("Ann Lee,,2025-05,Zoe Hart,Ann Lee,Bo Quist\nZoe Hart,,May,hosting,x1,?\n");
    assertEquals(
        List.of(
            "2 D activity [a name given elsewhere in this file] not-in-list error",
            "2 E hours [a name given elsewhere in this file] not-a-number error",
            "2 F youth [a text that may name a person] not-yes-or-no error"),
        file.problems().subList(0, 3));
    assertEquals(
        "activity is a name given elsewhere in this file, which is not one of its words",
        file.details().get(0).message());
  }

  @Test
  void whatStandsInAColumnThatNobodyKnowsIsAPersonsElsewhereToo() {
    Submission file =
        Submission.of(
            "budgets",
            "line_id,category,funded_by,amount_usd,Treasurer\nB1,Ann Lee,city,1,\nB2,staff,city,1,ann  lee\n");
    assertEquals(
        List.of(
            "0 E [hidden] [hidden] unknown-column warning",
            "2 B category [a name given elsewhere in this file] not-in-list error"),
        file.problems());
  }

  @Test
  void aHeaderIsShownOnlyWhereEveryWordOfItIsOneOfForms() {
    Submission file =
        Submission.of(
            "budgets",
            "line_id,category,funded_by,amount_usd,Notes,Ann Lee,Other costs (USD),ann@example.org\nB1,staff,city,1,,,,\n");
    assertEquals(
        List.of("Notes", "[hidden]", "Other costs (USD)", "[hidden]"),
        file.details().stream().map(Problem::columnName).toList());
  }

  /** Whatever column of whatever contract a person slips into. */
  @Test
  void noFieldOfAnyContractRepeatsAnAddressOrTheNameOfAFileAboutPeople() {
    for (Contract contract : Submission.CONTRACTS.all()) {
      boolean aboutPeople = contract.fields().stream().anyMatch(Field::personal);
      List<String> names = contract.fields().stream().map(Field::name).toList();
      for (String person :
          aboutPeople
              ? List.of("Zyxandra Q", "zyx@nowhere.example")
              : List.of("zyx@nowhere.example")) {
        for (int column = 0; column < names.size(); column++) {
          String[] cells = new String[names.size()];
          java.util.Arrays.fill(cells, "1");
          cells[column] = person;
          String row = String.join(",", cells) + "\n";
          cells[(column + 1) % cells.length] = "2";
          String text = String.join(",", names) + "\n" + row + String.join(",", cells) + "\n" + row;
          String told =
              Submission.of(contract.name(), text).details().toString().toLowerCase(Locale.ROOT);
          assertTrue(!told.contains("zyx"), contract.name() + ": " + told);
        }
      }
    }
  }
}
