package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as volunteers type them: those with one reading are read, of others the fix names it. */
class WrittenNumbersTest {
  private static Submission budget(String cell) {
    return Submission.of(
        "budgets",
        "line_id,category,funded_by,amount_usd\nB1,staff,city,\""
            + cell.replace("\"", "\"\"")
            + "\"\n");
  }

  private static Submission hours(String cell) {
    return Submission.of(
        "volunteer_hours", "volunteer,month,activity,hours\nV-1,2025-05,events,\"" + cell + "\"\n");
  }

  private static Submission people(String cell) {
    return Submission.of(
        "exchanges",
        "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging\n"
            + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,\""
            + cell
            + "\",hotel\n");
  }

  private static String fix(Submission file) {
    return file.details().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .map(Problem::fix)
        .findFirst()
        .orElse("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\u20091200",
        "$\u20071,200",
        "1\u2009200",
        "1\u3000200",
        "U.S. $1,200",
        "U.S.$1,200",
        "U$S 1200",
        "usd 1200",
        "1200 Usd",
        "USD $1,200",
        "$1,200 US",
        "$1,200 USD",
        "1200 $ US",
        "﹩1,200",
        "1200.-",
        "1200,-",
        "$1,200.-",
        "1.200,–",
        "1 200,00",
        "1\u00a0200,00",
        "1\u202f200,0",
        "1'200,00",
        "1‘200.00",
        "1´200.00",
        "1ʼ200",
        "1\u200b200",
        "\u200e$1,200\u202c",
      })
  void readsTwelveHundredDollars(String cell) {
    Submission file = budget(cell);
    assertEquals(List.of("2|B1|staff|city|1200.00|"), file.rows());
    assertEquals("number-read", file.details().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.200.-", "12.5,-", "1,20,-"})
  void aDashBehindAnUnclearAmountMakesItNoClearer(String cell) {
    assertEquals("UNUSABLE 1 0 1 0", budget(cell).counts());
  }

  @Test
  void aCommaBehindOtherSignsIsDecimalWhateverTheColumnSays() {
    Submission file =
        Submission.of(
            "budgets",
            "line_id;category;funded_by;amount_usd\nB1;staff;city;1 200,5\nB2;staff;city;1.250\n");
    assertEquals(List.of("2|B1|staff|city|1200.50|", "3|B2|staff|city|1250.00|"), file.rows());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,2000|Write 12000 or 1.20, whichever is meant",
        "$ -|Write 0, if that is meant",
        "$1,200+|Write 1200",
        "~$1,200|Write 1200",
        "est. $1,200|Write 1200",
        "$1,200 (est.)|Write 1200",
        "1,200.00*|Write 1200.00",
        "$1,200-$1,500|Write the one number that is meant, 1200, 1500 or another",
        "1200 to 1500|Write the one number that is meant, 1200, 1500 or another",
        "1000+200|Write 1200, if that is meant",
        "=1200|Write 1200",
        "+$1,200|Write 1200",
      })
  void namesTheAmountThatMayBeMeant(String cell, String fix) {
    assertEquals(fix, fix(budget(cell)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30+|Write 30",
        "30 +|Write 30",
        "c. 30|Write 30",
        "roughly 30|Write 30",
        "30 (est.)|Write 30",
        "30 in total|Write 30",
        "total: 30|Write 30",
        "30?|Write 30",
        "30*|Write 30",
        "30 ppl|Write 30",
        "30 or so|Write 30",
        "#30|Write 30",
        "23,0|Write 23",
        "25-30|Write the one number that is meant, 25, 30 or another",
        "25 – 30 people|Write the one number that is meant, 25, 30 or another",
        "20+5|Write 25, if that is meant",
        "30 usd|Write 30, if it is no amount of money",
        "US 30|Write 30, if it is no amount of money",
        "30 hotel|Write digits only, such as 12",
        "12 adults, 4 youth|Write digits only, such as 12",
      })
  void namesTheCountThatMayBeMeant(String cell, String fix) {
    assertEquals(fix, fix(people(cell)));
  }

  @ParameterizedTest
  @CsvSource({"~80%,Write 0.8", "ca. 80 %,Write 0.8", "80%.,Write 0.8"})
  void namesTheShareThatMayBeMeant(String cell, String fix) {
    Submission file =
        Submission.of(
            "exchanges",
            "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,primary_purpose_share\n"
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,"
                + cell
                + "\n");
    assertEquals(fix, fix(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7H 30M|Write 7.5 for 7H 30M",
        "7 Hrs 30 Min|Write 7.5 for 7 Hrs 30 Min",
        "7 hours and 30 minutes|Write 7.5 for 7 hours and 30 minutes",
        "7 hours, 30 min|Write 7.5 for 7 hours, 30 min",
        "PT7H30M|Write 7.5 for PT7H30M",
        "7:30 hrs|Write 7.5 for 7:30 hrs",
        ":45|Write 0.75 for :45",
        "1/2 hour|Write 0.5 for 1/2 hour",
        "7,5 hrs|Write 7.5",
        "7+|Write 7",
        "7.5 hours (est)|Write 7.5",
        "9:00-17:00|Write 8 for 9:00-17:00",
        "9:00 AM - 11:30 AM|Write 2.5 for 9:00 AM - 11:30 AM",
        "9am-5pm|Write 8 for 9am-5pm",
        "9-11:30 am|Write 2.5 for 9-11:30 am",
        "9:00-5:00|Write digits with a decimal point where needed, such as 7.5",
        "0:00|Write digits with a decimal point where needed, such as 7.5",
        "2:15 PM|Write digits with a decimal point where needed, such as 7.5",
      })
  void namesTheHoursThatATimeMeans(String cell, String fix) {
    assertEquals(fix, fix(hours(cell)));
  }

  @ParameterizedTest
  @CsvSource({
    "1200 pesos,MXN,true",
    "1200 pesos,USD,false",
    "1200 euros,MXN,false",
    "1200 kr.,DKK,true"
  })
  void theNameOfACurrencyIsHeldAgainstTheCode(String value, String currency, boolean counts) {
    Submission file =
        Submission.of(
            "trade_contacts",
            "contact_id,partnership_id,date,company,stage,value,currency\nT1,Trier,2025-05-13,Acme,deal,%s,%s\n"
                .formatted(value, currency));
    assertEquals(counts ? 1 : 0, file.rows().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.02501 E+11", "+2.02501E+11", "1.23457E-05", "2,02501e+11"})
  void anIdThatASpreadsheetCutShortIsTold(String id) {
    Submission file =
        Submission.of(
            "budgets", "line_id,category,funded_by,amount_usd\n\"" + id + "\",staff,city,12\n");
    assertEquals("scientific-id", file.details().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E-05", "12E3", "EX-1E5"})
  void anIdOfAFewLettersIsNone(String id) {
    Submission file =
        Submission.of(
            "budgets", "line_id,category,funded_by,amount_usd\n" + id + ",staff,city,12\n");
    assertEquals(List.of(), file.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"N / A", "not recorded", "don't know", "#DIV/0", "Err:509", "#N/D"})
  void wordsForNothingAreNoOrganization(String cell) {
    Submission file =
        Submission.of(
            "exchanges",
            "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,co_organizers\n"
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,"
                + cell
                + "\n");
    assertEquals("placeholder-read", file.details().get(1).code());
    assertEquals(1, file.rows().size());
  }
}
