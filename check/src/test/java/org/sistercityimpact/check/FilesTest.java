package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;

/** What METHOD.md §2 and the inbox promise about whole files: headers, encodings, empty ones. */
class FilesTest {
  private static final String HEADER = "line_id,category,funded_by,amount_usd,period_end\n";
  private static final String ROW = "B1,staff,city,1000.00,\n";

  private static Submission check(String text) {
    return Submission.of("budgets", text);
  }

  private static Submission check(byte[] bytes) {
    return Submission.of("budgets", bytes, Submission.FORT_WORTH_2025);
  }

  @Test
  void zeroBytesOrAHeaderOnlyIsEmpty() {
    for (String text : List.of("", "\n\n", " \r\n\t", HEADER, "\n" + HEADER + "\n,,,,\n")) {
      assertEquals("EMPTY 0 0 0 0", check(text).counts());
      assertEquals(List.of(), check(text).problems());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nothing to report",
        "nothing to report.\n",
        "\n\"NOTHING  TO REPORT!\"\n\n",
        "“Nothing to report”,,,\n",
        "line_id,category,funded_by,amount_usd,period_end\nNothing to report,,,,\n",
        "line_id,category,funded_by,amount_usd,period_end\n,,nothing to report.,,\n\n",
        "line_id,category\nnothing to report\n",
      })
  void saysNothingToReportInSoManyWords(String text) {
    assertEquals("NOTHING_TO_REPORT 0 0 0 0", check(text).counts());
    assertEquals(List.of(), check(text).problems());
  }

  @Test
  void nothingToReportBesideRowsIsARowLikeAnyOther() {
    assertEquals("ROWS 2 1 1 0", check(HEADER + "nothing to report,,,,\n" + ROW).counts());
    assertEquals("UNUSABLE 0 0 0 0", check("nothing to report\n" + ROW).counts());
  }

  @Test
  void aMissingRequiredColumnIsOneProblemWithoutARow() {
    Submission file = check("line_id,funded_by,period_end,Notes\nB1,city,,x\nB2,city,,\n");
    assertEquals("UNUSABLE 0 0 0 0", file.counts());
    assertEquals(List.of("0 null category, amount_usd null missing-column error"), file.problems());
    assertEquals(
        "The header lacks category, amount_usd / Add each missing column to the header and fill it",
        file.words());
  }

  @Test
  void aFirstLineThatNamesNoColumnIsUnusable() {
    Submission file = check("Our budget for the year\nB1,staff,city,1,\n");
    assertEquals("UNUSABLE 0 0 0 0", file.counts());
    assertEquals(
        "The first line names no column of budgets / Make the first line the header: line_id, category, funded_by, amount_usd, period_end",
        file.words());
  }

  @Test
  void recognisesAHeaderWhateverItsCaseSpacingPunctuationOrAlias() {
    Submission file =
        check("\ufeff LINE  ID ,Category*,\"Funded-by:\",Amount (USD),Year ending\n" + ROW);
    assertEquals(List.of(), file.problems());
    assertEquals(List.of("2|B1|staff|city|1000.00|"), file.rows());
    for (String start : List.of("Start", "Start date", "Arrival", "start_date", "START-DATE")) {
      Submission exchanges =
          Submission.of(
              "exchanges",
              "exchange_id,partnership_id,direction,purpose,"
                  + start
                  + ",people,lodging,nights\n"
                  + "E1,Nagaoka,virtual,youth,2025-03-04,5,,\n");
      assertEquals("ROWS 1 1 0 0", exchanges.counts());
      assertEquals(
          List.of("2 B partnership_id Nagaoka partner-by-name assumed"), exchanges.problems());
    }
  }

  @Test
  void columnsMayStandInAnyOrderAndOptionalOnesMayBeLeftOut() {
    assertEquals(
        List.of("2|B1|staff|city|1000.00|"),
        check("amount_usd,funded_by,line_id,category\n1000,city,B1,staff\n").rows());
  }

  @Test
  void anUnrecognisedColumnIsOneWarningThatHidesItsCells() {
    Submission file =
        check(
            "line_id,Phone of Ann,category,funded_by,amount_usd\nB1,555-1234,staff,city,1\nB2,555-1234,staff,city,x\n");
    assertEquals(
        List.of(
            "0 B [hidden] [hidden] unknown-column warning", "3 E amount_usd x not-a-number error"),
        file.problems());
  }

  @Test
  void aColumnWithoutANameIsToldOnlyWhenSomethingStandsInIt() {
    String header = "line_id,,category,funded_by,amount_usd\n";
    assertEquals(List.of(), check(header + "B1, ,staff,city,1\n").problems());
    Submission file = check(header + "B1,,staff,city,1\nB2,555-1234,staff,city,2\n");
    assertEquals("ROWS 2 2 0 0", file.counts());
    assertEquals(List.of("0 B null [hidden] unknown-column warning"), file.problems());
  }

  @Test
  void twoColumnsThatMeanOneFieldAreUnusable() {
    Submission file = check("line_id,category,funded_by,Amount,cost\nB1,staff,city,1,2\n");
    assertEquals("UNUSABLE 0 0 0 0", file.counts());
    assertEquals(List.of("0 E amount_usd null duplicate-column error"), file.problems());
    assertEquals("Columns D and E both mean amount_usd / Keep one of them", file.words());
  }

  @Test
  void lettersColumnsAsASpreadsheetDoes() {
    assertEquals(
        "A Z AA AZ BA ZZ AAA",
        String.join(
            " ", List.of(0, 25, 26, 51, 52, 701, 702).stream().map(Problem::letter).toList()));
  }

  @Test
  void readsSemicolonsTabsAndBarsAsAssumed() {
    for (String delimiter : List.of(";", "\t", "|")) {
      Submission file = check((HEADER + ROW).replace(",", delimiter));
      assertEquals(List.of("0 null null null delimiter-guessed assumed"), file.problems());
      assertEquals(List.of("2|B1|staff|city|1000.00|"), file.rows());
    }
    assertEquals(
        List.of("2|B1|staff|city|1000.00|"),
        check("\"line_id\";\"category\";\"funded_by\";\"amount_usd\"\n\"B1\";staff;city;1000\n")
            .rows());
  }

  @Test
  void brokenQuotesMakeTheFileUnusableNeverPartlyRead() {
    for (String tail :
        List.of("\"B3,staff,city,1,\nB4,staff", "\"B3\"x,staff,city,1,\nB4,staff,city,1,\n")) {
      Submission file = check(HEADER + ROW + "B2,staff,city,x,\n" + tail);
      assertEquals("UNUSABLE 0 0 0 0", file.counts());
      assertEquals(List.of("0 null null null broken-quotes error"), file.problems());
      assertEquals(
          "From line 4 on, the quotation marks do not pair up, so cells cannot be told apart",
          file.details().get(0).message());
      assertEquals(List.of(), file.rows());
    }
  }

  @Test
  void readsTextByItsMarkThenAsUtf8ThenByAGuessThatItNames() {
    String exchanges =
        "exchange_id,partnership_id,direction,purpose,title,start_date,people,lodging\n";
    String row =
        "E1,Trier,virtual,cultural,Soirée à Besançon avec les élèves du collège,2025-03-04,5,\n";
    for (String charset : List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE")) {
      String mark = charset.equals("UTF-16") ? "" : "\ufeff";
      byte[] bytes = (mark + exchanges + row).getBytes(Charset.forName(charset));
      Submission file = Submission.of("exchanges", bytes, Submission.FORT_WORTH_2025);
      assertEquals(List.of("2 B partnership_id Trier partner-by-name assumed"), file.problems());
      assertEquals(
          "Soirée à Besançon avec les élèves du collège", file.rows().get(0).split("\\|")[5]);
    }
    byte[] latin = (exchanges + row).getBytes(StandardCharsets.ISO_8859_1);
    Submission file = Submission.of("exchanges", latin, Submission.FORT_WORTH_2025);
    assertEquals(
        "The text was read as windows-1252, so that E2 is 'Soirée à Besançon avec les élèves du collège'",
        file.details().get(0).message());
    assertEquals(
        "Soirée à Besançon avec les élèves du collège", file.rows().get(0).split("\\|")[5]);
    String japanese = "姉妹都市の交流会が長岡市で開かれ、多くの市民が参加しました。";
    byte[] sjis =
        (exchanges + row.replaceFirst("Soirée[^,]*", japanese))
            .getBytes(Charset.forName("Shift_JIS"));
    Submission shifted = Submission.of("exchanges", sjis, Submission.FORT_WORTH_2025);
    assertEquals(
        "The text was read as Shift_JIS, so that E2 is '" + japanese + "'",
        shifted.details().get(0).message());
    assertEquals(japanese, shifted.rows().get(0).split("\\|")[5]);
  }

  @Test
  void bytesThatAreNoTextAreUnusable() {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    assertEquals(
        "The file is not text in any encoding that could be recognised / Save it as CSV UTF-8",
        check(noise).words());
    assertEquals("UNUSABLE 0 0 0 0", check(noise).counts());
  }

  @Test
  void aWorkbookNamedCsvIsToldSo() {
    assertEquals(
        List.of("0 null null null workbook-not-read error"),
        check(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}).problems());
  }

  @Test
  void trimsEveryKindOfSpace() {
    assertEquals(
        List.of("2|B1|staff|city|1000.00|"),
        check(HEADER + "\u00a0B1\u200b,\u3000staff ,\tcity,\u20091000\u202f,\ufeff\n").rows());
  }

  @Test
  void listsAHundredThousandProblemsAndCountsTheRest() {
    Submission file = check(HEADER + ROW + "B2\n".repeat(100_007));
    assertEquals("ROWS 100008 1 100007 0", file.counts());
    assertEquals(100_001, file.problems().size());
    assertEquals("7 more problems of this file are not listed", file.details().get(0).message());
  }

  @Test
  void aLineOfMoreCellsThanASpreadsheetHasCostsThatLineAndNoMemory() {
    Submission file = check(HEADER + ROW + "\n\r\nB2" + ",".repeat(2_000_000));
    assertEquals("ROWS 2 1 1 0", file.counts());
    assertEquals(
        "The row has 16385 cells and the header 5, so its cells may have shifted / Put a cell that holds a comma into quotation marks, or remove what is too much",
        file.words());
    assertEquals(
        "Line 1 has more than 16384 cells, more than a spreadsheet can hold / Remove the columns that are not of the dataset",
        check("line_id" + ",".repeat(2_000_000) + "\n" + ROW).words());
  }

  /** Row numbers against a count of our own, over texts of every kind of line end and quoting. */
  @Test
  void rowNumbersAreThoseOfASpreadsheet() {
    Random random = new Random(42);
    String[] ends = {"\n", "\r\n", "\r"};
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder("line_id,category,funded_by,amount_usd\n");
      List<String> expected = new ArrayList<>();
      int number = 2;
      for (int row = 0; row < 30; row++) {
        String end = ends[random.nextInt(3)];
        int kind = random.nextInt(4);
        if (kind == 0) {
          // A bare \n after a \r would be one line end with it.
          text.append(random.nextBoolean() ? " " : ",,,").append(end);
          number++;
        } else {
          String inner =
              kind == 1 ? "x" : "a" + ends[random.nextInt(3)] + "b" + ends[random.nextInt(3)] + "c";
          expected.add(number++ + "|R" + row + inner.replace("x", ""));
          text.append("\"R")
              .append(row)
              .append(inner.replace("x", ""))
              .append("\",staff,city,1")
              .append(end);
        }
      }
      List<String> seen =
          check(text.toString()).rows().stream()
              .map(r -> r.split("\\|")[0] + "|" + r.split("\\|")[1])
              .toList();
      assertEquals(expected, seen, "round " + round);
    }
  }

  @Test
  void aMarkOfUtf8BeforeOtherBytesIsNoPartOfTheFirstName() {
    byte[] text =
        ("\u00ef\u00bb\u00bf" + HEADER + "L\u00e9on,staff,city,1000.00,\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    Submission file = check(text);
    assertEquals(List.of("2|L\u00e9on|staff|city|1000.00|"), file.rows());
    assertEquals(List.of("0 null null null encoding-guessed assumed"), file.problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"L-\u00e9", "\u00d1", "Caf\u00e9", "M\u00fcnchen", "\u00c5s"})
  void aSingleAccentIsNoOtherAlphabet(String id) {
    Submission file =
        check((HEADER + id + ",staff,city,1000.00,\n").getBytes(Charset.forName("windows-1252")));
    assertEquals(List.of("2|" + id + "|staff|city|1000.00|"), file.rows());
  }

  /** Rows below a header as forms have them, of every dataset that cities send. */
  @Test
  void rowsThatExplainAHeaderAreNoRowsOfAnyDataset() {
    for (Contract contract : Submission.CONTRACTS.all()) {
      if (contract.kind() != Contract.Kind.SUBMITTED) {
        continue;
      }
      String header = row(contract, Field::name);
      for (Function<Field, String> explained :
          List.<Function<Field, String>>of(
              field -> field.names().description(),
              field -> field.limits().required() ? "required" : "optional",
              field -> field.limits().required() ? "Obligatorio" : "Opcional",
              field -> "e.g. " + field.names().title(),
              field -> "(" + field.type().name().toLowerCase(Locale.ROOT) + ")")) {
        Submission file = Submission.of(contract.name(), header + row(contract, explained));
        assertEquals(
            "EMPTY 0 0 0 0",
            file.counts(),
            contract.name() + row(contract, explained) + file.problems());
      }
    }
  }

  @Test
  void aRangeExplainsACount() {
    Submission file =
        Submission.of(
            "surveys",
            "exchange_id,respondent,wave,q1,q2\nid,code,pre/post,1-5,1 to 5\nE1,R1,pre,4,5\n");
    assertEquals("ROWS 1 1 0 0", file.counts(), file.problems().toString());
  }

  private static String row(Contract contract, Function<Field, String> cell) {
    return contract.fields().stream()
            .map(field -> '"' + cell.apply(field).replace("\"", "'") + '"')
            .collect(Collectors.joining(","))
        + "\n";
  }
}
