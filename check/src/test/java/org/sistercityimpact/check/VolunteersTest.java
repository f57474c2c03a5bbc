package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as volunteers with a spreadsheet really write them: read right, or refused with a fix. */
class VolunteersTest {
  private static final String HOURS = "volunteer,volunteers,month,activity,hours,youth\n";
  private static final String BUDGET = "line_id,category,funded_by,amount_usd,period_end\n";
  private static final String EXCHANGES =
      "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging\n";

  private static Submission hours(String text) {
    return Submission.of("volunteer_hours", text);
  }

  private static Submission budget(String text) {
    return Submission.of("budgets", text);
  }

  private static Submission visit(String start, String end) {
    return Submission.of(
        "exchanges",
        EXCHANGES + "E1,Trier,inbound,cultural,\"%s\",\"%s\",12,hotel\n".formatted(start, end));
  }

  // What stands around the rows.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\n",
        "sep=;\r\n",
        "\"sep=;\"\n",
        "SEP=;\n",
        "City of Example;;;;\n\n",
        "\n\n;;;;\n",
        "Budget;;;Money;\n",
        "Prepared 2025\n;;;;\nfor the council;;;;\n",
      })
  void findsTheHeaderWhateverStandsAboveIt(String above) {
    Submission file = budget(above + BUDGET.replace(',', ';') + "B1;staff;city;7,50;\n");
    assertEquals("ROWS 1 1 0 0", file.counts(), file.problems().toString());
    assertTrue(file.rows().get(0).endsWith("|B1|staff|city|7.50|"), file.rows().toString());
  }

  @Test
  void aRowBehindASeparatorLineHasTheNumberThatASpreadsheetShows() {
    Submission file = budget("sep=;\n" + BUDGET.replace(',', ';') + "B1;staff;city;x;\n");
    assertEquals("2 D amount_usd x not-a-number error", file.problems().get(1));
    assertEquals(
        "amount_usd is 'x', which is not a number (line 3 of a text editor)",
        file.details().get(1).message());
  }

  @Test
  void noHeaderWithinTwentyRowsIsNone() {
    assertEquals(
        "UNUSABLE 0 0 0 0", budget("note,,\n".repeat(20) + BUDGET + "B1,staff,city,1,\n").counts());
    assertEquals(
        "ROWS 1 1 0 0", budget("note,,\n".repeat(19) + BUDGET + "B1,staff,city,1,\n").counts());
  }

  @Test
  void readsLinesThatAreQuotedWhole() {
    Submission file =
        budget("\"line_id,category,funded_by,amount_usd\"\n\"B1,staff,city,\"\"1,200\"\"\"\n");
    assertEquals(List.of("2|B1|staff|city|1200.00|"), file.rows());
    assertEquals("0 null null null lines-quoted assumed", file.problems().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Total,,2025,other,7,",
        "TOTAL:,,,,7,",
        "Grand total,,2025-05,other,7,",
        "Sub-total,,,,7,",
        "Total January,,2025-05,other,7,",
        "Total: 7,,2025-05,other,7,",
        "Average per month,,2025-05,other,3,",
        "Итого:,,2025-05,other,7,",
        "Razem,,2025-05,other,7,",
        "Media,,2025-05,other,3.5,",
        "Max,,,,4,",
        "Sum,,,,7,",
        "Total hours 2025,,,,7,",
        "Suma,,,,7,",
        ",,,,7,",
        ",,,Total,7,",
        "V-1 total,,2025-05,events,3,",
        "All hours total:,,,,7,",
        "Gesamtsumme,,2025,other,7,",
        "合计,,2025,other,7,",
        "Sum of above,,2025,other,7,",
        "YTD,,2025,other,7,",
        "Average,,2025,other,3.5,",
        "All volunteers,,2025,other,7,",
      })
  void countsNoTotals(String totals) {
    Submission file =
        hours(HOURS + "V-1,,2025-05,events,3,no\nV-2,,2025-05,events,4,no\n" + totals + "\n");
    assertEquals("ROWS 2 2 0 0", file.counts());
    assertEquals(List.of("4 null null null totals-row warning"), file.problems());
  }

  @Test
  void takesForTotalsOnlyWhatIs() {
    assertEquals(
        "ROWS 3 3 0 0",
        Submission.of(
                "events",
                "event_id,date,title,purpose,attendance,method\n"
                    + "A1,2025-01-02,Total Eclipse,cultural,3,count\n"
                    + "A2,2025-01-02,Sum of Us,cultural,4,count\n"
                    + "A3,2025-01-02,Totals,cultural,7,count\n")
            .counts());
    assertEquals(
        "ROWS 3 3 0 0",
        hours(HOURS + "V-1,,2025-05,events,3,\nV-2,,2025-05,events,4,\nV-3,,2025-05,events,7,\n")
            .counts());
  }

  @Test
  void knowsTotalsByTheirSumsWhereThereIsNoWord() {
    StringBuilder rows = new StringBuilder(BUDGET);
    for (int i = 1; i <= 6; i++) {
      rows.append("B%d,staff,city,%d00.25,\n".formatted(i, i));
    }
    Submission file = budget(rows + "All,staff,city,2101.50,\n");
    assertEquals("ROWS 6 6 0 0", file.counts());
    assertEquals(List.of("8 null null null totals-row warning"), file.problems());
  }

  @Test
  void countsNoTitlesOfGroupsNoNotesAndNoSecondHeader() {
    Submission file =
        budget(
            BUDGET
                + "Staff and travel,,,,\nB1,staff,city,1,\n\n,Second half,,,\n"
                + BUDGET
                + "B2,staff,city,2,\nPrepared by:,Ann Lee,,,\nSource: the city's ledger\n");
    assertEquals("ROWS 2 2 0 0", file.counts());
    assertEquals(
        List.of("2 null null null note-row assumed", "6 null null null second-header assumed"),
        file.problems());
    assertEquals(
        "A title or a note stands there, or nothing that is read, and it was not counted: rows 2, 5, 8 and 9",
        file.details().get(0).message());
  }

  @Test
  void readsNothingBelowAHeaderInAnotherOrder() {
    String header = "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,%s\n";
    String row = "%s,Trier,inbound,cultural,2025-05-13,2025-05-18,12,%s\n";
    Submission file =
        Submission.of(
            "exchanges",
            header.formatted("youth,officials,lodging")
                + row.formatted("E1", "4,1,hotel")
                + header.formatted("Officials,Youth,Lodging")
                + row.formatted("E2", "1,4,hotel")
                + header.formatted("Youth,Officials,Lodging")
                + row.formatted("E3", "5,2,hotel"));
    assertEquals("ROWS 3 2 1 0", file.counts());
    assertEquals(List.of("4", "5"), file.rows().stream().map(r -> r.split("\\|")[9]).toList());
    assertEquals(
        "The header in row 3 has its columns in another order than the first one, so nothing below it was read",
        file.details().stream()
            .filter(p -> p.code().equals("other-header"))
            .findFirst()
            .orElseThrow()
            .message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Razem", "Max", "Suma Rao", "Page", "Media"})
  void aNameThatIsATotalElsewhereIsAPersonWhereTheNumbersAreNoSum(String name) {
    Submission file =
        hours(
            HOURS
                + "V-1,,2025-05,events,3,no\nV-2,,2025-05,events,4,no\n"
                + name
                + ",,2025-05,events,5,no\n");
    assertEquals("ROWS 3 3 0 0", file.counts());
  }

  @Test
  void aSumOfAYearBelowTheMonthsOfEachVolunteerIsNoEntry() {
    Submission file =
        hours(
            HOURS
                + "Ann,,2025-01,events,3,no\nAnn,,2025-02,events,4,no\nAnn,,2025,events,7,no\n"
                + "Bob,,2025-01,events,5,no\nBob,,2025-02,events,6,no\nBob,,2025,events,11,no\n");
    assertEquals("ROWS 4 4 0 0", file.counts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Prepared by,Jane Doe",
        "Prepared by,Jane Doe,Date,1/15/2026,",
        "Number of records:,3",
        "Records,3",
        "1/15/2026,,,,",
        "555-123-4567",
        "_______________",
        "n=3",
      })
  void aFooterIsNoEntry(String footer) {
    Submission file = budget(BUDGET + "B-1,staff,city,1,\nB-2,staff,city,2,\n" + footer + "\n");
    assertEquals("ROWS 2 2 0 0", file.counts());
    assertEquals(List.of("4 null null null note-row assumed"), file.problems());
  }

  @Test
  void aRowThatNumbersTheColumnsIsNoEntry() {
    assertEquals("ROWS 1 1 0 0", budget(BUDGET + "1,2,3,4,5\nB-1,staff,city,1,\n").counts());
  }

  @Test
  void anotherTableBelowIsToldAsOne() {
    Submission file =
        budget(
            BUDGET
                + "B-1,staff,city,1,\nB-2,staff,city,2,\n\nSponsor,Contact,Phone,Gift\n"
                + "Rotary,Jane,555,In kind\nLions,Bob,556,Cash\nB-3,staff,city,4,\n");
    assertEquals("ROWS 5 3 2 0", file.counts());
    assertEquals(
        List.of(
            "5 null null null note-row assumed",
            "6 null null null other-table error",
            "7 null null null other-table error"),
        file.problems());
  }

  @Test
  void anEntryThatIsNotFinishedIsNoNote() {
    assertEquals("UNUSABLE 1 0 1 0", budget(BUDGET + "B-7,,,,\n").counts());
    assertEquals("UNUSABLE 1 0 1 0", budget(BUDGET + "B-7,travel,,,\n").counts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing to report for 2025",
        "No costs this year",
        "None",
        "Ninguno en 2025",
        "We have no budget",
        "All trips were cancelled",
        "Este año no hubo gastos",
        "N/A"
      })
  void asksForTheWordsWhereNothingIsSaidInOthers(String text) {
    for (String lines :
        List.of(BUDGET + text + ",,,,\n", text + "\n", "Budgets 2025\n\n" + text + "\n")) {
      Submission file = budget(lines);
      assertEquals("UNUSABLE 0 0 0 0", file.counts());
      assertEquals(
          "The file has no row, and what it says of that is not certain / If there is nothing to report, write exactly: nothing to report",
          file.words());
    }
  }

  @Test
  void aRowOfPlaceholdersAloneSaysNothingEither() {
    assertEquals(
        "says-nothing-unclearly", budget(BUDGET + "N/A,none,-,N/A,N/A\n").details().get(0).code());
  }

  // Cells.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,200|1200.00",
        "1,200 $|1200.00",
        "US$ 1,200.50|1200.50",
        "1200 USD|1200.00",
        "1 200|1200.00",
        "1'200.50|1200.50",
        "23.0|23.00",
        "7.500|refused",
        "1250.500|1250.50",
        "1.200.000|1200000.00",
        "1.200,50|1200.50",
        "$ 1.200|refused",
        "1.200 USD|refused",
      })
  void readsAnAmountOfWhichThereIsOneReading(String cell, String value) {
    for (String space : List.of(" ", "\u00a0", "\u202f")) {
      Submission file = budget(BUDGET + "B1,staff,city,\"" + cell.replace(" ", space) + "\",\n");
      assertEquals(
          value.equals("refused") ? List.of() : List.of("2|B1|staff|city|" + value + "|"),
          file.rows());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.200|Write 1200 or 1.20, whichever is meant",
        "$1.200|Write 1200 or 1.20, whichever is meant",
        "1.000 USD|Write 1000 or 1.00, whichever is meant",
        "~500|Write 500",
        "approx. 500|Write 500",
        "1.2k|Write 1200, if that is meant",
        "1.2 million|Write 1200000, if that is meant",
        "3 dozen|Write digits with a decimal point where needed, such as 1200.50",
        "1O|Write digits with a decimal point where needed, such as 1200.50",
        "7,5|Write 7.50",
        "12.345|Write 12345 or 12.35, whichever is meant",
        "1250.505|Write 1250.51",
        "1.2E+05|Format the column as Number and write all digits: a spreadsheet has cut the number short",
        "€500|Write the amount in US dollars, digits only, in a column whose format shows no other currency",
        "500 EUR|Write the amount in US dollars, digits only, in a column whose format shows no other currency",
        "12 people|Write digits with a decimal point where needed, such as 1200.50",
        "approx. 1,250 dollars|Write 1250",
        "0,250|Write 0.25",
        "Sep-25|Write 9.25 or what was meant, and format the column as Number: a spreadsheet turned a number such as 9.25 or 9/25 into a date",
        "many|Write digits with a decimal point where needed, such as 1200.50",
      })
  void saysWhatToWriteInsteadOfAnUnclearAmount(String cell, String fix) {
    Submission file = budget(BUDGET + "B1,staff,city,\"" + cell + "\",\n");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
    assertEquals(fix, file.details().get(0).fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(500)", "($500.00)", "-500", "500-", "-$500", "− 500", "$(500)"})
  void anAccountantsNegativeIsANegative(String cell) {
    assertEquals(
        List.of("negative-number"),
        budget(BUDGET + "B1,staff,city,\"" + cell + "\",\n").details().stream()
            .map(Problem::code)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"N/A", "n/a", "none", "-", "–", "?", "TBD", "unknown", "NULL", "#REF!", "#N/A"})
  void aPlaceholderIsEmptyWhereItMayBeAndAFaultWhereNot(String cell) {
    Submission optional = budget(BUDGET + "B1,staff,city,1," + cell + "\n");
    assertEquals(
        List.of("2 E period_end " + cell + " placeholder-read assumed"), optional.problems());
    assertEquals(List.of("2|B1|staff|city|1.00|"), optional.rows());
    for (int column : List.of(0, 1, 3)) {
      String[] cells = {"B1", "staff", "city", "1", ""};
      cells[column] = cell;
      Submission needed = budget(BUDGET + String.join(",", cells) + "\n");
      assertEquals("placeholder", needed.details().get(0).code());
    }
  }

  @Test
  void noneIsAWordWhereTheListHasIt() {
    Submission file =
        Submission.of(
            "exchanges", EXCHANGES + "E1,Trier,inbound,cultural,2025-05-13,2025-05-13,12,none\n");
    assertEquals("ROWS 1 1 0 0", file.counts());
  }

  @ParameterizedTest
  @CsvSource({"x,yes", "X,yes", "✓,yes", "sí,yes", "✗,no", "no,no", "1,yes"})
  void readsATick(String cell, String value) {
    Submission file = hours(HOURS + "V-1,,2025-05,events,3," + cell + "\n");
    assertTrue(file.rows().get(0).endsWith("|" + value), file.rows().toString());
  }

  @Test
  void anIdThatASpreadsheetCutShortIsAFault() {
    assertEquals(
        List.of("2 A line_id 2.02501E+11 scientific-id error"),
        budget(BUDGET + "2.02501E+11,staff,city,1,\n").problems());
  }

  @ParameterizedTest
  @CsvSource({"80%,0.8000", "80 %,0.8000", "12.5%,0.1250", "100%,1.0000"})
  void readsPercentOfAShare(String cell, String value) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.strip()
                + ",primary_purpose_share\nE1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,"
                + cell
                + "\n");
    assertEquals(value, file.rows().get(0).split("\\|")[14]);
  }

  @ParameterizedTest
  @CsvSource({
    "Újváros,ambiguous-partner",
    "Ujvaros,ambiguous-partner",
    "City of Trier,partner-by-name",
    "'Trier, Germany',partner-by-name",
    "Trier Germany,partner-by-name",
    "'Trier, Rhineland-Palatinate',partner-by-name",
    "'Trier, Ohio, USA',unknown-partnership",
    "'Trier, Belgium',unknown-partnership",
    "'Trier, Kentucky',unknown-partnership",
    "Trier (BE),unknown-partnership",
    "Trier/Nagaoka,unknown-partnership",
    "Trier/Metz,unknown-partnership",
    "'Trier, Nagaoka',unknown-partnership",
    "Nagaoka/長岡市,partner-by-name",
    "Trier (Germany),partner-by-name",
    "TRIER,partner-by-name",
    "Triér,partner-by-name",
    "Tríer City,partner-by-name",
    "Trier Village,unknown-partnership",
  })
  void knowsAPartnerInAnotherHand(String name, String code) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES + "E1,\"" + name + "\",inbound,cultural,2025-05-13,2025-05-18,12,hotel\n");
    assertEquals(code, file.details().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trierr",
        "Trier/Metz",
        "US-OR-bend~DE-trier",
        "US-TX-fort-worth-DE-trier",
        "US-TX-fort-worth～DE-trier"
      })
  void proposesThePartnerThatIsNearAndNoOther(String name) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES + "E1," + name + ",inbound,cultural,2025-05-13,2025-05-18,12,hotel\n");
    assertEquals("Write US-TX-fort-worth~DE-trier", file.details().get(0).fix());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 days|Write digits with a decimal point where needed, such as 7.5",
        "1.5 days|Write digits with a decimal point where needed, such as 7.5",
        "3 people|Write digits with a decimal point where needed, such as 7.5",
        "7.5 hrs|Write 7.5",
        "7 1/2|Write 7.5 for 7 1/2",
        "3/4|Write 0.75 for 3/4",
      })
  void aUnitOfSomethingElseIsNoHour(String cell, String fix) {
    Submission file = hours(HOURS + "V-1,,2025-05,events," + cell + ",\n");
    assertEquals(fix, file.words().split(" / ")[1]);
  }

  @Test
  void daysAreNoNights() {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("end_date", "nights")
                + "E1,Trier,outbound,cultural,2025-05-13,5 days,12,\n"
                + "E2,Trier,outbound,cultural,2025-05-13,4 nights,12,\n");
    assertEquals(
        List.of("Write digits only, such as 12", "Write 4"),
        file.details().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .map(Problem::fix)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({"'1250', 1250.00", "１２５０, 1250.00", "１，２５０．５０, 1250.50"})
  void readsDigitsOfOtherKeyboardsAndWhatASpreadsheetPutsBeforeAText(String cell, String value) {
    String written = cell.startsWith("１") ? cell : "'" + cell;
    Submission file = budget(BUDGET + "B1,staff,city," + written + ",\n");
    assertEquals(List.of("2|B1|staff|city|" + value + "|"), file.rows());
    assertEquals("number-read", file.details().get(0).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rotary, Lions, Red Cross|true",
        "Rotary, Lions|true",
        "Rotary\\nLions|true",
        "Acme, Inc.|false",
        "Rotary and Lions|false",
        "Rotary; Smith, Baker and Sons|false",
      })
  void saysThatNamesWithoutSemicolonsAreReadAsOne(String names, boolean told) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("\n", ",co_organizers\n")
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,\""
                + names.replace("\\n", "\n")
                + "\"\n");
    assertEquals(told, file.details().stream().anyMatch(p -> p.code().equals("one-name")), names);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"No", "0", "3", "yes", "x", "etc.", "(various)", "[N/A]", "none.", "see notes"})
  void whatNamesNobodyIsNoOrganization(String cell) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("\n", ",co_organizers\n")
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,%1$s\nE2,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,4-H; %1$s\n"
                    .formatted(cell));
    assertEquals(
        List.of("", "4-H"), file.rows().stream().map(row -> row.split("\\|", -1)[17]).toList());
    assertTrue(file.details().stream().anyMatch(p -> p.code().equals("placeholder-read")));
  }

  @Test
  void aPlaceholderInAListIsNoOrganization() {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("\n", ",co_organizers\n")
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,Rotary; N/A; ;none\n"
                + "E2,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,TBD;?\n");
    assertEquals(
        List.of("Rotary", ""), file.rows().stream().map(row -> row.split("\\|", -1)[17]).toList());
    assertEquals(
        List.of("N/A", "none", "TBD", "?"),
        file.details().stream()
            .filter(p -> p.code().equals("placeholder-read"))
            .map(Problem::value)
            .toList());
  }

  // What the column proves.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5/13/25|5/18/25",
        "13-May-25|18-May-25",
        "45790|45795",
        "2025-05-13 00:00:00|2025-05-18T00:00:00.000Z",
        "13 May 2025|May 18, 2025",
        "13 de mayo de 2025|18 mayo 2025",
        "Tuesday, May 13, 2025|Sunday, 18th May 2025",
        "5/13/2025 2:30 PM|18.5.2025",
        "20250513|2025/5/18",
      })
  void readsADayOfWhichThereIsOneReading(String start, String end) {
    Submission file = visit(start, end);
    assertEquals("ROWS 1 1 0 0", file.counts(), file.problems().toString());
    String[] cells = file.rows().get(0).split("\\|");
    assertEquals("2025-05-13 2025-05-18", cells[6] + " " + cells[7]);
  }

  @Test
  void oneDayOfAColumnSettlesTheOthers() {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES
                + "E1,Trier,inbound,cultural,03/04/2025,05/04/2025,12,hotel\n"
                + "E2,Trier,inbound,cultural,13/05/2025,14/05/2025,12,hotel\n");
    assertEquals("ROWS 2 2 0 0", file.counts());
    assertEquals("2025-04-03", file.rows().get(0).split("\\|")[6]);
    assertTrue(
        file.details().stream()
            .anyMatch(
                p ->
                    p.message()
                        .equals(
                            "start_date is '03/04/2025'; it was read as 2025-04-03, for E3 (13/05/2025) has the day first (likewise in row 3)")),
        file.details().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "03/04/25,13/05/25,2025-04-03",
    "03/04/25,05/13/25,2025-03-04",
    "03.04.25,31.12.25,2025-04-03",
    "03/04,13/05,2025-04-03",
    "3/4,5/13,2025-03-04",
    "03/04/2025,13/05/25,2025-04-03",
    "03/04/25,2025-05-13,refused",
  })
  void aDayWithAShortYearOrNoneSettlesTheOthersToo(String open, String proof, String day) {
    Submission file =
        Submission.of(
            "events",
            "event_id,date,title,purpose,attendance,method\nV1,%s,Fest,cultural,50,count\nV2,%s,Fest,cultural,50,count\n"
                .formatted(open, proof));
    assertEquals(day, file.rows().size() == 1 ? "refused" : file.rows().get(0).split("\\|")[4]);
  }

  @Test
  void refusesDaysThatContradictEachOtherWithBothReadings() {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES
                + "E1,Trier,inbound,cultural,03/04/2025,2025-04-05,12,hotel\n"
                + "E2,Trier,inbound,cultural,13/05/2025,2025-05-14,12,hotel\n"
                + "E3,Trier,inbound,cultural,05/13/2025,2025-05-14,12,hotel\n");
    assertEquals("ROWS 3 2 1 0", file.counts());
    assertEquals(
        "Write 2025-03-04 or 2025-04-03, whichever is meant",
        file.details().stream()
            .filter(p -> p.code().equals("not-a-date"))
            .findFirst()
            .orElseThrow()
            .fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7,5", "1.200,50", "$7,50"})
  void besideADecimalCommaNobodyKnowsWhatOneCommaMeans(String other) {
    Submission file =
        budget(BUDGET + "B1,staff,city,\"1,250\",\nB2,staff,city,\"" + other + "\",\n");
    assertTrue(file.rows().stream().noneMatch(row -> row.startsWith("2|")), file.rows().toString());
    assertEquals(
        "Write 1250 or 1.25, whichever is meant",
        file.details().stream().filter(p -> p.sourceRow() == 2).findFirst().orElseThrow().fix());
  }

  @Test
  void aDecimalCommaOfAnotherColumnOrBesideADecimalPointMakesOneCommaUnclear() {
    Submission both =
        budget(BUDGET + "B1,staff,city,\"1,250\",\nB2,staff,city,\"7,5\",\nB3,staff,city,7.5,\n");
    assertEquals(List.of("4|B3|staff|city|7.50|"), both.rows());
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("\n", ",spend_usd,primary_purpose_share\n").replace(',', ';')
                + "E1;Trier;inbound;cultural;2025-05-13;2025-05-18;12;hotel;1,250;0,5\n");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
    assertTrue(
        file.details().stream()
            .anyMatch(p -> p.fix().equals("Write 1250 or 1.25, whichever is meant")),
        file.problems().toString());
  }

  @Test
  void aSeparatorLineThatIsWrongHidesNothing() {
    Submission file = budget("sep=;\n" + BUDGET + "B1,staff,city,5,\n");
    assertEquals(List.of("3|B1|staff|city|5.00|"), file.rows());
    assertEquals("header-below", file.details().get(0).code());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "youth|not asked|Write digits only, such as 12; leave the cell empty if it is not known",
        "youth|12-Oct|Write the one number that is meant, and format the column as Number: a spreadsheet turned one such as 12/10, or a range, into a date",
        "spend_usd|ask Ana|Write digits with a decimal point where needed, such as 1200.50; leave the cell empty if it is not known",
        "paid_from_here_share|1-Aug|Write 0.125, if 1/8 is meant, and format the column as Number: a spreadsheet turned it into a date",
      })
  void whatIsAdvisedFitsTheField(String column, String cell, String fix) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("\n", "," + column + "\n")
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,%s\n".formatted(cell));
    assertEquals(fix, file.details().get(file.details().size() - 1).fix());
  }

  @Test
  void anAnswerOfASurveyIsAdvisedWithinItsScale() {
    Submission file =
        Submission.of("surveys", "exchange_id,respondent,wave,q1\nE1,R1,pre,no answer\n");
    assertEquals(
        "Write a whole number from 1 to 5; leave the cell empty if it is not known",
        file.details().get(0).fix());
  }

  @Test
  void aDecimalCommaSettlesTheOthersOfAColumn() {
    Submission file =
        budget(
            BUDGET.replace(',', ';')
                + "B1;staff;city;1250,50;\nB2;staff;city;1,250;\nB3;staff;city;1.200;\nB4;staff;city;1.200,75;\n");
    assertEquals(
        List.of("2|B1|staff|city|1250.50|", "4|B3|staff|city|1200.00|", "5|B4|staff|city|1200.75|"),
        file.rows());
    assertEquals(
        "Write 1250 or 1.25, whichever is meant",
        file.details().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .findFirst()
            .orElseThrow()
            .fix());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "May-25",
        "2025-05-01",
        "5/1/2025",
        "2025-5",
        "5/2025",
        "May 2025",
        "mayo 2025",
        "May",
        "202505",
        "2025/05",
        "5",
        "05",
        "5/25",
        "25/05",
        "12-May",
        "45778",
        "45790",
        "2025-05-31",
        "5/13/2025",
        "13.05.2025",
      })
  void readsAMonthOfWhichOneLiesInTheYear(String month) {
    Submission file = hours(HOURS + "V-1,," + month + ",events,3,no\n");
    assertEquals(List.of("2 C month " + month + " month-read assumed"), file.problems());
    assertEquals(List.of("2|V-1||2025-05|events|3.00|no"), file.rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"May-24", "5/3/2025", "1/5/2025", "5/12", "2025-13", "Q1", "13", "soon"})
  void refusesAMonthThatIsNotCertain(String month) {
    Submission file = hours(HOURS + "V-1,," + month + ",events,3,no\n");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
  }

  @Test
  void aLogOfDaysIsReadByTheDayThatSettlesItsOrder() {
    Submission file =
        hours(
            HOURS
                + "V-1,,1/5/2025,events,3,no\nV-1,,1/6/2025,events,3,no\nV-2,,1/13/2025,events,4,no\n");
    assertEquals(
        List.of(
            "2|V-1||2025-01|events|3.00|no",
            "3|V-1||2025-01|events|3.00|no",
            "4|V-2||2025-01|events|4.00|no"),
        file.rows());
    assertEquals(
        "month is '1/5/2025'; it was read as 2025-01, for C4 (1/13/2025) has the month first (likewise in rows 3 and 4)",
        file.details().get(0).message());
  }

  @Test
  void aLogWithARowADayNeedsNoColumnOfMonths() {
    Submission file =
        hours(
            "Name,Date,Activity,Hours\nAna Lopez,5/13/2025,events,3\nAna Lopez,6/2/2025,events,4\n");
    assertEquals(
        List.of("2|Ana Lopez||2025-05|events|3.00|", "3|Ana Lopez||2025-06|events|4.00|"),
        file.rows());
  }

  @Test
  void aWholeYearMayBeCalledFiscal() {
    assertEquals(
        List.of("2|V-1||2025|events|3.00|no"), hours(HOURS + "V-1,,FY2025,events,3,no\n").rows());
  }

  @ParameterizedTest
  @CsvSource({
    "7:30,Write 7.5 for 7:30",
    "7h30,Write 7.5 for 7h30",
    "7 h 30 min,Write 7.5 for 7 h 30 min",
    "45 min,Write 0.75 for 45 min",
    "7½,Write 7.5 for 7½",
    "½,Write 0.5 for ½",
    "7 hrs,Write 7",
  })
  void saysTheHoursThatATimeMeans(String cell, String fix) {
    Submission file = hours(HOURS + "V-1,,2025-05,events," + cell + ",no\n");
    assertEquals(fix, file.details().get(0).fix());
  }

  @Test
  void aCountWithThreeDecimalsMayBeThousands() {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12.000,hotel\n");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
    assertEquals("Write 12000 or 12, whichever is meant", file.details().get(1).fix());
  }

  @ParameterizedTest
  @CsvSource({
    "80,Write 0.8 if 80% is meant",
    "2,Write 0.02 if 2% is meant",
    "150,Correct the number"
  })
  void proposesThePercentOfAShare(String cell, String fix) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES.replace("\n", ",primary_purpose_share\n")
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,"
                + cell
                + "\n");
    assertEquals(fix, file.details().get(1).fix());
  }

  @Test
  void anotherColumnOfDatesSettlesWhatNoneOfTheOwnDoes() {
    Submission file = visit("12/28/2025", "1/3/2026");
    assertEquals("ROWS 1 1 0 0", file.counts(), file.problems().toString());
    assertTrue(file.rows().get(0).contains("|2025-12-28|2026-01-03|"), file.rows().toString());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "May 13,18 mayo",
        "13-May,18-May",
        "'2025-05-13,18.5.2025.",
        "2025年5月13日,2025년 5월 18일",
        "２０２５-０５-１３,2025–05–18",
      })
  void readsADayAsOtherKeyboardsAndOtherProgramsWriteIt(String start, String end) {
    Submission file = visit(start, end);
    assertTrue(
        file.rows().toString().contains("|2025-05-13|2025-05-18|"), file.problems().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"FY25", "FY 2025", "all year", "Year-round", "2025.0", "todo el año"})
  void readsTheWholeYear(String month) {
    assertEquals(
        List.of("2|V-1||2025|events|3.00|"),
        hours(HOURS + "V-1,," + month + ",events,3,\n").rows());
  }

  @Test
  void anExampleOfADateLiesInTheYearOfTheFile() {
    Context of2023 = new Context("US-TX-fort-worth", 2023, Submission.REGISTRY);
    Submission file =
        Submission.of(
            "volunteer_hours",
            (HOURS + "V-1,,soon,events,3,\n").getBytes(StandardCharsets.UTF_8),
            of2023);
    assertEquals(
        "Write a month as YYYY-MM, such as 2023-05, or the whole year as YYYY; format the column as Text first, or a spreadsheet makes May-23 of it",
        file.details().get(0).fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tue 5/13/2025", "Tuesday, 5/13/2025", "5/13/2025 (Tue)"})
  void aDayOfTheWeekChangesNothing(String day) {
    assertTrue(visit(day, "2025-05-18").rows().get(0).contains("|2025-05-13|2025-05-18|"));
  }

  // Shifted cells.

  @Test
  void cellsMissingAtTheEndAreEmptyWhereNoneIsNeeded() {
    Submission file = budget(BUDGET + "B1,staff,city,1\nB2,staff,city,2\nB3,staff,city\n");
    assertEquals("ROWS 3 2 1 0", file.counts());
    assertEquals(
        List.of("0 null null null short-rows assumed", "4 null null null too-few-cells error"),
        file.problems());
  }

  @Test
  void aNumberIsNeverSplitByItsComma() {
    String header =
        "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,spend_usd,co_organizers\n";
    String row = "E%d,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel,%s\n";
    Submission file =
        Submission.of(
            "exchanges",
            header
                + row.formatted(1, "1,200")
                + row.formatted(2, "1,200,")
                + row.formatted(3, "900,"));
    assertEquals("ROWS 3 1 2 0", file.counts());
    assertEquals(
        List.of("Write 1200, without a comma", "Write 1200, without a comma"),
        file.details().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .map(Problem::fix)
            .toList());
  }

  @Test
  void aNumberIsNotSplitIntoAColumnOfNotesEither() {
    String header = BUDGET.replace("\n", "").replace(",period_end", ",Notes\n");
    Submission notes =
        budget(header + "B1,staff,city,1,200\nB2,staff,city,100,paid\nB3,staff,city,5,\n");
    assertEquals("ROWS 3 2 1 0", notes.counts());
    assertEquals("2 D amount_usd 1 split-number error", notes.problems().get(1));
    Submission codes =
        budget(
            header.replace("Notes", "Account")
                + "B1,staff,city,1,200\nB2,staff,city,100,410\nB3,staff,city,5,\n");
    assertEquals("ROWS 3 3 0 0", codes.counts());
  }

  @Test
  void aHeaderMaySayHowItsColumnIsFilled() {
    Submission file =
        Submission.of(
            "exchanges",
            "Exchange #,Partner (required),Direction (in/out),Purpose*,Start Date (YYYY-MM-DD),End (mm/dd/yyyy),# of people,Lodging [optional],Spending (EUR)\n"
                + "E1,Trier,inbound,cultural,2025-05-13,5/18/2025,12,hotel,900\n");
    assertEquals("ROWS 1 1 0 0", file.counts(), file.problems().toString());
    assertEquals("0 I [hidden] [hidden] unknown-column warning", file.problems().get(0));
  }

  @Test
  void linesThatAreNumberedBeforehandAreNoEntries() {
    Submission file =
        budget(
            BUDGET.replace("line_id", "No,line_id")
                + "1,B1,staff,city,1,\n2,,,,,\n3,,,,,\n,---,---,---,---,---\n");
    assertEquals("ROWS 1 1 0 0", file.counts());
    assertEquals(
        "A title or a note stands there, or nothing that is read, and it was not counted: rows 3–5",
        file.details().get(1).message());
  }

  @Test
  void anOwnNameWinsOverAnAlias() {
    Submission file =
        Submission.of(
            "exchanges",
            "start,end,_id,Name,Partner name,Start Date,"
                + EXCHANGES
                + "a,b,812,n,Trier,2024-01-01,E1,Trier,inbound,cultural,2025-05-13,2025-05-18,12,hotel\n");
    assertEquals("ROWS 1 1 0 0", file.counts());
  }

  // Doubts.

  @Test
  void aStayOfYearsIsAnErrorThatProposesTheNearDay() {
    Submission file = visit("2025-05-13", "2052-05-18");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
    assertEquals(
        "end_date is '2052-05-18', which cannot be: a stay of 9,867 nights for 12 people; did you mean 2025-05-18?",
        file.details().get(1).message());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-08-11,90,",
    "2025-08-12,91,doubt",
    "2026-05-14,366,doubt",
    "2026-05-15,367,impossible",
  })
  void aLongStayIsInDoubtAndALongerOneImpossible(String end, int nights, String code) {
    Submission file = visit("2025-05-13", end);
    assertEquals(
        code == null ? List.of() : List.of(code),
        file.details().stream()
            .map(Problem::code)
            .filter(c -> !c.equals("partner-by-name"))
            .toList());
    assertEquals(!"impossible".equals(code), file.account().accepted() == 1, nights + " nights");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500|",
        "501|doubt people is '501', and from 501 up it is in doubt",
        "2025|doubt people is '2025', which reads as the reporting year",
        "20250513|impossible people is '20250513', which cannot be: from 100,001 up",
        "45790|doubt people is '45790', which reads as the day 2025-05-13",
        "100001|impossible people is '100001', which cannot be: from 100,001 up",
      })
  void aCountThatIsUnlikelyIsInDoubt(String people, String told) {
    Submission file =
        Submission.of(
            "exchanges",
            EXCHANGES + "E1,Trier,outbound,cultural,2025-05-13,2025-05-18," + people + ",\n");
    List<String> found =
        file.details().stream()
            .filter(p -> p.severity() != Severity.ASSUMED)
            .map(p -> p.code() + " " + p.message())
            .toList();
    assertTrue(told == null ? found.isEmpty() : found.contains(told), found.toString());
  }

  @Test
  void hoursOfOneVolunteerInOneMonthHaveALimitAndThoseOfManyHaveNot() {
    assertEquals(
        List.of("2 E hours 201 doubt warning"),
        hours(HOURS + "V-1,,2025-05,events,201,\nV-1,,2025,events,900,\n,9,2025-05,events,900,\n")
            .problems());
  }

  @Test
  void hoursOfAGroupOrAYearAreSharedOutBeforeTheyAreCompared() {
    assertEquals(
        List.of(
            "2 E hours 2500 doubt warning",
            "3 E hours 2025 doubt warning",
            "4 E hours 9000 impossible error",
            "5 E hours 2240 impossible error"),
        hours(
                HOURS
                    + "V-1,,2025,events,2500,\n,11,2025-05,events,2025,\n,1,2025,events,9000,\n,3,2025-05,events,2240,\n")
            .problems());
  }

  // What programs for volunteers export.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First Name,Last Name,Date,Activity,Hours\nAda,Example,{day},hosting,{hours}\n",
        "Last name,Date worked,Activity,Total hours,First name\nExample,{day},hosting,{hours},Ada\n",
        "Apellidos,Nombre,Mes,Actividad,Horas\nExample,Ada,{day},hospedaje,{hours}\n",
        "Surname,Given name,Team,Shift date,Task,Hours\nExample,Ada,Red,{day},hosting,{hours}\n",
      })
  void aLogOfDaysWithFirstAndLastNameApartIsRead(String log) {
    Submission file = hours(log.replace("{day}", "2025-05-18").replace("{hours}", "2.5"));
    assertEquals("ROWS 1 1 0 0", file.counts(), file.details().toString());
    assertTrue(file.rows().get(0).startsWith("2|Ada Example||"), file.rows().toString());
    assertTrue(file.rows().get(0).contains("|2025-05|hosting|2.50|"), file.rows().toString());
  }

  @Test
  void ofANameInTwoColumnsEitherMayBeEmpty() {
    Submission file =
        hours(
            "First name,Last name,Month,Activity,Hours\n"
                + "Ada,,2025-05,hosting,1\n,Example,2025-05,hosting,1\n,,2025-05,hosting,1\n");
    assertEquals("ROWS 3 2 1 0", file.counts(), file.details().toString());
    assertTrue(file.rows().get(0).startsWith("2|Ada|"), file.rows().toString());
    assertTrue(file.rows().get(1).startsWith("3|Example|"), file.rows().toString());
    assertEquals("volunteer-missing", file.details().get(0).code());
    assertEquals(4, file.details().get(0).sourceRow());
  }

  @ParameterizedTest
  @CsvSource({
    "'Volunteer,First name,Last name,Month,Activity,Hours', 'V-7,Ada,Example,2025-05,hosting,1'",
    "'First name,First name,Last name,Volunteer,Month,Activity,Hours', 'Ada,A,Example,V-7,2025-05,hosting,1'",
    "'Last name,Volunteers,Volunteer,Month,Activity,Hours', 'Example,,V-7,2025-05,hosting,1'",
  })
  void aColumnOfTheFieldsOwnWinsOverItsParts(String header, String row) {
    Submission file = hours(header + "\n" + row + "\n");
    assertTrue(file.rows().get(0).startsWith("2|V-7||"), file.details().toString());
    assertTrue(
        file.details().stream().anyMatch(p -> p.code().equals("unknown-column")),
        file.details().toString());
  }

  @Test
  void aFirstNameAloneIsNobody() {
    Submission file = hours("First name,Month,Activity,Hours\nAda,2025-05,hosting,1\n");
    assertEquals("UNUSABLE 1 0 1 0", file.counts(), file.details().toString());
    assertTrue(
        file.details().stream().anyMatch(p -> p.code().equals("volunteer-missing")),
        file.details().toString());
  }

  @Test
  void rowsOfWhichTheSameIsAssumedAreToldAsRanges() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      rows.append(i == 20 || i == 30 ? "Ada,,2025-05,hosting,1,\n" : "Ada,,2025-5,hosting,1,\n");
    }
    Submission file = hours(HOURS + rows);
    assertEquals(
        "month is '2025-5'; it was read as 2025-05 (likewise in rows 3–21, 23–31 and 33–41)",
        file.details().stream()
            .filter(p -> p.code().equals("month-read"))
            .findFirst()
            .orElseThrow()
            .message());
  }

  // Of which year, and whose.

  @Test
  void aRowThatSaysAnotherYearIsNotOfThisOne() {
    Submission file =
        budget(
            "Year,"
                + BUDGET
                + "2024,B1,staff,city,1,\n2025,B2,staff,city,2,\n2025.0,B3,staff,city,3,\n,B4,staff,city,4,\n");
    assertEquals("ROWS 4 3 1 0", file.counts());
    assertEquals("2 A year 2024 other-year error", file.problems().get(1));
    assertEquals(
        "The row says that it is of 2024, and the file is of 2025",
        file.details().get(1).message());
    // A fiscal year may be called after the next.
    assertEquals(
        "ROWS 1 1 0 0", budget("Fiscal year," + BUDGET + "2026,B1,staff,city,1,\n").counts());
  }

  @Test
  void aRowThatNamesAnotherMemberIsNotOfThisOne() {
    Submission file =
        budget(
            "Member,"
                + BUDGET
                + "Fort Worth,B1,staff,city,1,\nUS-OR-bend,B2,staff,city,2,\nBend,B3,staff,city,3,\nAnn,B4,staff,city,4,\n");
    assertEquals(List.of("2|B1|staff|city|1.00|", "5|B4|staff|city|4.00|"), file.rows());
    assertEquals(
        "The row says that it is of US-OR-bend, and the file is of US-TX-fort-worth",
        file.details().get(1).message());
  }

  @ParameterizedTest
  @CsvSource({
    "5月,2025-05",
    "５月,2025-05",
    "5月分,2025-05",
    "5月份,2025-05",
    "12月,2025-12",
    "2025年5月,2025-05",
    "2025年 5月,2025-05",
    "2025年05月分,2025-05",
    "2025년 5월,2025-05",
    "2025年5月12日,2025-05",
    "2025年5月12日(月),2025-05",
  })
  void readsMonthsAsTheyAreWrittenInTheEast(String written, String month) {
    Submission file = ofMonth(written);
    assertEquals(List.of("2 B month " + written + " month-read assumed"), file.problems());
    assertTrue(file.rows().get(0).contains("|" + month + "|"), file.rows().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"13月", "2024年5月", "0月", "5月月"})
  void refusesWhatIsNoMonthOfTheYear(String written) {
    assertEquals(
        List.of("2 B month " + written + " wrong-form error"), ofMonth(written).problems());
  }

  private static Submission ofMonth(String month) {
    return Submission.of(
        "volunteer_hours", "volunteer,month,activity,hours\nAnn,%s,hosting,3\n".formatted(month));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "required,required,required,required",
        "optional,required,required,required",
        "Name or id,YYYY-MM,choose one,number of hours",
        "e.g. V-1,e.g. 2025-05,e.g. hosting,e.g. 7.5",
        "(text),(month),(list),(number)",
        "who,when,what,how many",
        "nombre,mes,lista,horas",
        "ejemplo: Ana,ejemplo: 2025-05,ejemplo: hosting,ejemplo: 3",
        ",,\"hosting, events, teaching or other\",h",
        "required,required,required,required\ne.g. V-1,e.g. 2025-05,e.g. hosting,e.g. 7.5",
      })
  void aRowThatExplainsTheHeaderIsToldOnceAndNotCounted(String rows) {
    Submission file =
        Submission.of(
            "volunteer_hours",
            "volunteer,month,activity,hours\n" + rows + "\nAnn,2025-05,hosting,3\n");
    assertEquals("ROWS 1 1 0 0", file.counts(), file.problems().toString());
    assertEquals(1, file.details().size(), file.problems().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann,2025-13,hosting,3",
        "Ann,sometime,hosting,many",
        "Ann,May,helping,lots",
        "Ann,2025-05,required,required",
        "Ann,sometime,helping,lots",
        "Ann,sometime,helping,12 hours or so",
        "Ann,May 2025 or so,number of things,3 h",
      })
  void aFaultyFirstRowExplainsNothing(String row) {
    Submission file =
        Submission.of(
            "volunteer_hours",
            "volunteer,month,activity,hours\n" + row + "\nBob,2025-05,hosting,3\n");
    assertEquals("ROWS 2 1 1 0", file.counts(), file.problems().toString());
  }

  @Test
  void anExplanationFurtherDownIsARow() {
    Submission file =
        Submission.of(
            "volunteer_hours",
            "volunteer,month,activity,hours\nBob,2025-05,hosting,3\nrequired,required,required,required\n");
    assertEquals("ROWS 2 1 1 0", file.counts());
  }
}
