package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sentence of METHOD.md §2 about exchanges, and what all datasets share. */
class ExchangesTest {
  static final String HEADER =
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,first_time,nights,lodging,primary_purpose_share,paid_from_here_share,spend_usd,co_organizers\n";
  private static final String TRIER = "US-TX-fort-worth~DE-trier";
  private static final String GOOD =
      "E1,"
          + TRIER
          + ",inbound,cultural,Choir,2025-05-01,2025-05-06,12,3,2,4,5,homestay,0.8,0.25,1200.5,Rotary; Lions\n";

  private static Submission check(String rows) {
    return Submission.of("exchanges", HEADER + rows);
  }

  /** The good row with one column's cell replaced. */
  private static String with(String column, String cell) {
    return with(GOOD, column, cell);
  }

  private static String with(String row, String column, String cell) {
    String[] cells = row.strip().split(",", -1);
    cells[List.of(HEADER.strip().split(",")).indexOf(column)] = cell;
    return String.join(",", cells) + "\n";
  }

  private static String withAll(String... columnsAndCells) {
    String row = GOOD;
    for (int i = 0; i < columnsAndCells.length; i += 2) {
      row = with(row, columnsAndCells[i], columnsAndCells[i + 1]);
    }
    return row;
  }

  @Test
  void acceptsAFullRow() {
    Submission file = check(GOOD);
    assertEquals(List.of(), file.problems());
    assertEquals("ROWS 1 1 0 0", file.counts());
    assertEquals(
        List.of(
            "2|E1|US-TX-fort-worth~DE-trier|inbound|cultural|Choir|2025-05-01|2025-05-06|12|3|2|4|5|homestay|0.8000|0.2500|1200.50|Rotary; Lions|"),
        file.rows());
  }

  @Test
  void threeFaultsGiveThreeProblemsAndTheGoodRowsCount() {
    Submission file =
        check(
            GOOD
                + withAll("exchange_id", "E2", "start_date", "05/06/2025")
                + withAll("exchange_id", "E3", "people", "-4")
                + withAll("exchange_id", "E4", "partnership_id", "Atlantis"));
    assertEquals(
        List.of(
            "3 F start_date 05/06/2025 not-a-date error",
            "4 H people -4 negative-number error",
            "5 B partnership_id Atlantis unknown-partnership error"),
        file.problems());
    assertEquals("ROWS 4 1 3 0", file.counts());
    assertEquals("Write 2025-05-06 or 2025-06-05, whichever is meant", file.details().get(0).fix());
    assertEquals("people is '-4', and may not be negative", file.details().get(1).message());
    assertEquals(
        "Write US-TX-fort-worth~DE-trier, US-TX-fort-worth~JP-nagaoka, US-TX-fort-worth~HU-a or US-TX-fort-worth~RO-b",
        file.details().get(2).fix());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exchange_id||value-missing",
        "partnership_id||value-missing",
        "partnership_id|US-OR-bend~IT-belluno|other-members-partnership",
        "partnership_id|Belluno|unknown-partnership",
        "partnership_id|újváros|ambiguous-partner",
        "direction||value-missing",
        "direction|sideways|not-in-list",
        "purpose||value-missing",
        "purpose|fun|not-in-list",
        "start_date||value-missing",
        "start_date|2025-02-30|no-such-date",
        "start_date|03/04/2025|not-a-date",
        "start_date|soon|not-a-date",
        "start_date|1899-12-31|date-out-of-range",
        "start_date|2024-12-31|outside-year",
        "end_date|2025-04-30|end-before-start",
        "end_date|2101-01-01|date-out-of-range",
        "people||value-missing",
        "people|0|below-minimum",
        "people|twelve|not-a-whole-number",
        "people|XII|not-a-whole-number",
        "people|-1|negative-number",
        "people|−1|negative-number",
        "people|(5)|negative-number",
        "people|1e3|not-a-whole-number",
        "people|1000000000|above-maximum",
        "people|99999999999999999999999|above-maximum",
        "youth|13|part-exceeds-whole",
        "officials|13|part-exceeds-whole",
        "first_time|13|part-exceeds-whole",
        "youth|-1|negative-number",
        "nights|6|too-many-nights",
        "nights|-1|negative-number",
        "lodging||value-missing",
        "lodging|tent|not-in-list",
        "primary_purpose_share|1.1|above-maximum",
        "primary_purpose_share|-0.1|negative-number",
        "primary_purpose_share|0.12345|too-many-decimals",
        "spend_usd|12.345|too-many-decimals",
        "spend_usd|-12|negative-number",
        "spend_usd|-$12|negative-number",
        "spend_usd|5%|not-a-number",
        "spend_usd|1e3|not-a-number",
        "spend_usd|10000000000|above-maximum",
        "spend_usd|5.|not-a-number",
      })
  void namesWhatIsWrongWithACell(String column, String cell, String code) {
    String value = cell == null ? "" : cell;
    Submission file = check(GOOD + withAll("exchange_id", "E2", column, value));
    char letter = (char) ('A' + List.of(HEADER.strip().split(",")).indexOf(column));
    assertEquals(
        List.of("3 %s %s %s %s error".formatted(letter, column, value, code)), file.problems());
    assertEquals("ROWS 2 1 1 0", file.counts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1,200'|1200.00",
        "'$1,200'|1200.00",
        "$1200|1200.00",
        "'1,200.50'|1200.50",
        "'$54,567.89'|54567.89",
        "$12.5|12.50"
      })
  void readsANumberWithExactGroupingAsAssumed(String cell, String value) {
    Submission file = check(with(GOOD, "spend_usd", "@").replace("@", '"' + cell + '"'));
    assertEquals(
        List.of("2 P spend_usd " + cell + " number-read assumed"),
        file.problems().stream().filter(p -> !p.contains(" doubt ")).toList());
    assertEquals("ROWS 1 1 0 0", file.counts());
    assertEquals(value, file.rows().get(0).split("\\|")[16]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,20",
        "'12,00'",
        "'1,2000'",
        "'0,250'",
        "',200'",
        "'1,200,'",
        "'1,,200'",
        "1,200e2",
        "€5"
      })
  void refusesANumberThatIsNotClear(String cell) {
    Submission file = check(with(GOOD, "spend_usd", "@").replace("@", '"' + cell + '"'));
    assertEquals(List.of("2 P spend_usd " + cell + " not-a-number error"), file.problems());
  }

  @Test
  void readsAGroupedWholeNumberAsAssumed() {
    Submission file = check(with(GOOD, "people", "\"1,200\""));
    assertEquals(
        List.of("2 H people 1,200 doubt warning", "2 H people 1,200 number-read assumed"),
        file.problems());
    assertEquals(
        "people is '1,200'; it was read as 1200 / Nothing, if that is right; else write digits only",
        file.details().get(1).message() + " / " + file.details().get(1).fix());
  }

  @ParameterizedTest
  @CsvSource({"+12,12", "012,12", "12,12"})
  void readsDigitsWithAnOptionalPlus(String cell, String value) {
    Submission file = check(with(GOOD, "people", cell));
    assertEquals(List.of(), file.problems());
    assertEquals(value, file.rows().get(0).split("\\|")[8]);
  }

  @Test
  void neverGuessesADateThatHasTwoReadings() {
    assertEquals(
        "start_date is '05/06/2025', which is not a date written YYYY-MM-DD / Write 2025-05-06 or 2025-06-05, whichever is meant",
        check(with("start_date", "05/06/2025")).words());
    assertEquals(
        "start_date is 'May 25', which is not a date written YYYY-MM-DD / Write it as YYYY-MM-DD, such as 2025-05-13",
        check(with("start_date", "May 25")).words());
    assertEquals(
        "start_date is '5/6', which is not a date written YYYY-MM-DD / Write 2025-05-06 or 2025-06-05, whichever is meant",
        check(with("start_date", "5/6")).words());
  }

  @Test
  void readsWordsWithoutRegardToCaseAndOtherPunctuationAsAssumed() {
    assertEquals(List.of(), check(with("direction", "INBOUND")).problems());
    Submission file = check(with("lodging", "home-stay"));
    assertEquals(List.of("2 M lodging home-stay spelling-read assumed"), file.problems());
    assertEquals("homestay", file.rows().get(0).split("\\|")[13]);
  }

  @Test
  void acceptsAPartnersNameThatMatchesExactlyOnePartnership() {
    Submission file = check(with("partnership_id", "  trier "));
    assertEquals(List.of("2 B partnership_id trier partner-by-name assumed"), file.problems());
    assertEquals(TRIER, file.rows().get(0).split("\\|")[2]);
    assertEquals(
        List.of("2 B partnership_id 長岡市 partner-by-name assumed"),
        check(with("partnership_id", "長岡市")).problems());
  }

  @Test
  void storesPartnershipIdsAsTheRegistrySpellsThemAndOtherIdsAsWritten() {
    Submission file =
        check(withAll("partnership_id", "us-tx-FORT-WORTH~de-TRIER", "exchange_id", "eX 9"));
    assertEquals(List.of(), file.problems());
    assertEquals(
        "eX 9|" + TRIER, String.join("|", List.of(file.rows().get(0).split("\\|")).subList(1, 3)));
  }

  @Test
  void outboundAndVirtualDoNotReadLodging() {
    for (String direction : List.of("outbound", "virtual")) {
      Submission file = check(withAll("direction", direction, "lodging", "a yurt"));
      assertEquals(List.of(), file.problems());
      assertEquals("", file.rows().get(0).split("\\|")[13]);
    }
  }

  @Test
  void nightsAreNotReadWhenLodgingIsNone() {
    Submission file = check(withAll("lodging", "none", "nights", "many"));
    assertEquals(List.of(), file.problems());
    assertEquals("", file.rows().get(0).split("\\|")[12]);
  }

  @Test
  void lodgingNoneOfAnOutboundExchangeIsNotReadSoItsNightsAre() {
    Submission file = check(withAll("direction", "outbound", "lodging", "none", "nights", "many"));
    assertEquals(List.of("2 L nights many not-a-whole-number error"), file.problems());
  }

  @Test
  void inboundWithoutLodgingEndsOnItsFirstDay() {
    for (String nights : List.of("", "3")) {
      Submission file = check(withAll("lodging", "none", "end_date", "", "nights", nights));
      assertEquals(List.of("2 G end_date  day-visit assumed"), file.problems());
      assertEquals(
          "end_date is empty and lodging is none, so it was read as a visit of one day that ended on 2025-05-01 / Nothing, if that is right; else write the last day in end_date",
          file.words());
      assertEquals("2025-05-01", file.rows().get(0).split("\\|")[7]);
    }
  }

  @Test
  void inboundAndOutboundNeedEndDateOrNights() {
    for (String direction : List.of("inbound", "outbound")) {
      Submission file = check(withAll("direction", direction, "end_date", "", "nights", ""));
      assertEquals(List.of("2 G end_date  length-missing error"), file.problems());
      assertEquals(
          List.of(),
          check(withAll("direction", direction, "end_date", "", "nights", "4")).problems());
      assertEquals(List.of(), check(withAll("direction", direction, "nights", "")).problems());
    }
    assertEquals(
        List.of(), check(withAll("direction", "virtual", "end_date", "", "nights", "")).problems());
  }

  @Test
  void aRuleSaysNothingAboutACellThatIsItselfFaulty() {
    Submission file = check(withAll("end_date", "soon", "nights", "", "people", "many"));
    assertEquals(
        List.of("2 G end_date soon not-a-date error", "2 H people many not-a-whole-number error"),
        file.problems());
    assertEquals(
        List.of("2 M lodging tent not-in-list error"),
        check(withAll("lodging", "tent", "end_date", "", "nights", "")).problems());
  }

  @Test
  void anExchangeMayEndInTheNextYear() {
    assertEquals(
        List.of(), check(withAll("start_date", "2025-12-30", "end_date", "2026-01-04")).problems());
  }

  @Test
  void theFirstOfEqualRowsCounts() {
    Submission file = check(GOOD + with("exchange_id", "e1") + with("exchange_id", " E1 "));
    assertEquals(
        List.of(
            "3 A exchange_id e1 duplicate-row warning", "4 A exchange_id E1 duplicate-row warning"),
        file.problems());
    assertEquals("ROWS 3 1 0 2", file.counts());
    assertEquals("The row says the same as row 2, which counts", file.details().get(0).message());
  }

  @Test
  void equalMeansTheSameTypedValues() {
    Submission file =
        check(
            GOOD
                + withAll(
                    "spend_usd",
                    "\"$1,200.50\"",
                    "primary_purpose_share",
                    ".80",
                    "direction",
                    "Inbound"));
    assertEquals("ROWS 2 1 0 1", file.counts());
  }

  @Test
  void sameKeyAndOtherValuesMakesAllOfThemErrorsTheFirstToo() {
    Submission file = check(GOOD + GOOD + with("people", "13") + withAll("exchange_id", "E2"));
    assertEquals(
        List.of(
            "2 A exchange_id E1 conflicting-rows error",
            "3 A exchange_id E1 conflicting-rows error",
            "4 A exchange_id E1 conflicting-rows error"),
        file.problems());
    assertEquals("ROWS 4 1 3 0", file.counts());
    assertEquals(
        "Rows 3, 4 have the same exchange_id and other values, so none of them counts",
        file.details().get(0).message());
  }

  @Test
  void rowsWithAnErrorOfTheirOwnTakeNoPartInComparingKeys() {
    Submission file = check(GOOD + with("people", "0"));
    assertEquals(List.of("3 H people 0 below-minimum error"), file.problems());
    assertEquals("ROWS 2 1 1 0", file.counts());
  }

  @Test
  void aFileWhoseRowsAreAllRejectedIsUnusable() {
    assertEquals("UNUSABLE 2 0 2 0", check(GOOD + with("people", "13")).counts());
  }

  @Test
  void extraCellsAreAnErrorUnlessMostRowsHaveThemAndMissingOnesWhereANeededOneIsAmongThem() {
    String row = GOOD.strip();
    Submission file = check(row + ",,\n" + row.replace("E1", "E2") + ",x\n" + "E3," + TRIER + "\n");
    assertEquals(
        List.of(
            "2 null null null too-many-cells error",
            "3 null null null too-many-cells error",
            "4 null null null too-few-cells error"),
        file.problems());
    assertEquals(
        "The row has 19 cells and the header 17, so its cells may have shifted",
        file.details().get(0).message());
    assertEquals("UNUSABLE 3 0 3 0", file.counts());
    Submission alike = check(row + ",,\n" + row.replace("E1", "E2") + ",,\n");
    assertEquals("ROWS 2 2 0 0", alike.counts());
    assertEquals(List.of(), alike.problems());
  }

  @Test
  void emptyHeaderCellsAtTheEndAreNotColumns() {
    String row = GOOD.strip();
    Submission file =
        Submission.of(
            "exchanges", HEADER.strip() + ",,\n" + row + "\n" + row.replace("E1", "E2") + ",,\n");
    assertEquals(List.of(), file.problems());
    assertEquals("ROWS 2 2 0 0", file.counts());
  }

  @Test
  void blankLinesAreNotRowsAndRowNumbersAreThoseOfTheFile() {
    String quoted = with("title", "\"two\r\nlines\rand a third\"");
    Submission file =
        check(
            "\n,,,,\n  \t \n"
                + quoted
                + "\u00a0\n"
                + withAll("exchange_id", "E2", "people", "x")
                + "\n\r\n\n"
                + with("exchange_id", "E3"));
    assertEquals(List.of("7 H people x not-a-whole-number error"), file.problems());
    assertEquals("ROWS 3 2 1 0", file.counts());
    assertEquals("5", file.rows().get(0).split("\\|")[0]);
    assertEquals("11", file.rows().get(1).split("\\|")[0]);
    assertEquals(
        "people is 'x', which is not a whole number (line 9 of a text editor)",
        file.details().get(0).message());
  }

  @Test
  void cutsLongValuesAndEscapesControlCharacters() {
    Submission file = check(withAll("people", "\"1\t2\n" + "9".repeat(100) + "\""));
    String value = file.details().get(0).value();
    assertEquals("1\\t2\\n" + "9".repeat(76) + "…", value);
    assertEquals(
        List.of("control-character"),
        check(with("title", "a\u0007b")).details().stream().map(Problem::code).toList());
  }

  @Test
  void checksNothingThatItDoesNotKnow() {
    byte[] bytes =
        (HEADER
                + withAll(
                    "partnership_id",
                    "Atlantis",
                    "start_date",
                    "1999-05-01",
                    "end_date",
                    "1999-05-06"))
            .getBytes(StandardCharsets.UTF_8);
    Submission file = Submission.of("exchanges", bytes, new Context(null, null, null));
    assertEquals(List.of(), file.problems());
    assertEquals("ROWS 1 1 0 0", file.counts());
  }

  @Test
  void warnsWhenTheRegistryDoesNotExpectTheMember() {
    byte[] bytes =
        (HEADER + with("partnership_id", "US-OR-bend~IT-belluno")).getBytes(StandardCharsets.UTF_8);
    Submission file =
        Submission.of("exchanges", bytes, new Context("US-OR-bend", 2025, Submission.REGISTRY));
    assertEquals(List.of("0 null null null not-expected warning"), file.problems());
    assertEquals("ROWS 1 1 0 0", file.counts());
  }
}
