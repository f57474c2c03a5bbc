package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.check.xlsx.Book;

/** An amount is one of the currency that is said, and a count is no percentage. */
class UnitsTest {
  private static final String BUDGET = "line_id,category,funded_by,%s\nB1,staff,city,100\n";

  private static Submission deal(String value, String currency) {
    return Submission.of(
        "trade_contacts",
        "contact_id,partnership_id,date,company,stage,value,currency\nC1,Trier,2025-05-02,Acme,deal,\"%s\",%s\n"
            .formatted(value, currency));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "€50,000|EUR|50000.00",
        "50 000 €|EUR|50000.00",
        "EUR 50,000.50|EUR|50000.50",
        "¥5,000,000|JPY|5000000.00",
        "¥5,000,000|CNY|5000000.00",
        "$50,000|CAD|50000.00",
        "$50,000|MXN|50000.00",
        "US$50,000|USD|50000.00",
        "C$50,000|CAD|50000.00",
        "kr 50000|SEK|50000.00",
        "$50,000|EUR|refused",
        "$50,000|JPY|refused",
        "US$50,000|CAD|refused",
        "50,000 USD|EUR|refused",
        "€50,000|USD|refused",
        "£50,000|EUR|refused",
        "50000 MAX|EUR|refused",
        "50.000 €|EUR|refused",
      })
  void aSignIsOfTheCurrencyThatTheRowNames(String value, String currency, String read) {
    Submission file = deal(value, currency);
    assertEquals(read, file.rows().isEmpty() ? "refused" : file.rows().get(0).split("\\|")[9]);
  }

  @Test
  void aValueInDollarsIsAdvisedAsMoney() {
    Submission file = deal("$1.200", "USD");
    assertEquals(
        "Write 1200 or 1.20, whichever is meant",
        file.details().stream()
            .filter(p -> p.code().startsWith("too-many"))
            .findFirst()
            .orElseThrow()
            .fix(),
        file.problems().toString());
  }

  @Test
  void saysWhichSignContradictsTheCurrency() {
    assertEquals(
        "value is written with $, and currency is EUR",
        deal("$50,000", "EUR").details().stream()
            .filter(p -> p.code().equals("currency-sign"))
            .findFirst()
            .orElseThrow()
            .message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amount €", "Amount (€)", "£ amount_usd", "Cost (¥)", "Amount (EUR)"})
  void aHeaderOfAnotherCurrencyIsNoColumnOfDollars(String header) {
    assertEquals(
        List.of("0 null amount_usd null missing-column error"),
        Submission.of("budgets", BUDGET.formatted(header)).problems());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amount ($)", "amount_usd", "Cost $", "Amount (USD)"})
  void aHeaderOfDollarsIs(String header) {
    assertEquals("ROWS 1 1 0 0", Submission.of("budgets", BUDGET.formatted(header)).counts());
  }

  @Test
  void aColumnOfPercentCountsNobodyAndMayBeAShare() {
    Submission file =
        Submission.of(
            "exchanges",
            "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,Youth %,Primary purpose share %\n"
                + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,40,hotel,25,80%\n");
    assertEquals(List.of("0 I Youth % [hidden] unknown-column warning"), warnings(file));
    String[] cells = file.rows().get(0).split("\\|");
    assertEquals(" 0.8000", cells[9] + " " + cells[14]);
  }

  private static List<String> warnings(Submission file) {
    return file.problems().stream().filter(line -> line.endsWith("warning")).toList();
  }

  /** A workbook of one budget line whose amount has a format. */
  private static Submission formatted(String format) {
    byte[] workbook =
        Book.ofRows(
                "<row>%s</row><row>%s<c s=\"1\"><v>1200.5</v></c></row>"
                    .formatted(
                        texts("line_id", "category", "funded_by", "amount_usd"),
                        texts("B1", "staff", "city")))
            .formats(format)
            .bytes();
    return Submission.of("budgets", workbook, Submission.FORT_WORTH_2025);
  }

  private static String texts(String... texts) {
    StringBuilder cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return cells.toString();
  }

  @Test
  void anAmountFormattedAsEurosIsNoAmountOfDollars() {
    Submission file = formatted("#,##0.00 [$€-407]");
    assertEquals(List.of("2 D amount_usd €1200.5 not-a-number error"), file.problems());
    assertEquals(
        "amount_usd is '€1200.5', which is not a number / Write the amount in US dollars, digits only, in a column whose format shows no other currency",
        file.words());
    assertEquals(List.of("2|B1|staff|city|1200.50|"), formatted("[$$-409]#,##0.00").rows());
  }

  private static Submission visit(String people, String nights, String share) {
    return Submission.of(
        "exchanges",
        "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,nights,lodging,primary_purpose_share\n"
            + "E1,Trier,inbound,cultural,2025-05-13,2025-05-18,%s,%s,hotel,%s\n"
                .formatted(people, nights, share));
  }

  @ParameterizedTest
  @ValueSource(strings = {"$12", "12 $", "US$12", "12 USD", "$ 12", "\"$1,200\"", "\u00a0$12"})
  void aCountIsNoAmountOfDollars(String people) {
    Submission file = visit(people, "4", "");
    assertEquals("UNUSABLE 1 0 1 0", file.counts(), people);
    String number = people.contains("1,200") ? "1200" : "12";
    assertEquals(
        "Write " + number + ", if it is no amount of money",
        file.details().stream()
            .filter(p -> p.code().equals("not-a-whole-number"))
            .findFirst()
            .orElseThrow()
            .fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"$7.5", "7.5 USD", "$7"})
  void norAreHours(String hours) {
    Submission file =
        Submission.of(
            "volunteer_hours",
            "volunteer,month,activity,hours\nAnn,2025-05,hosting,%s\n".formatted(hours));
    assertEquals(
        List.of("2 D hours %s not-a-number error".formatted(hours)), file.problems(), hours);
  }

  @ParameterizedTest
  @CsvSource({"$12,12.00", "12 USD,12.00", "'$1,200',1200.00"})
  void anAmountInDollarsIs(String amount, String read) {
    Submission file =
        Submission.of(
            "budgets",
            "line_id,category,funded_by,amount_usd\nB1,staff,city,\"%s\"\n".formatted(amount));
    assertEquals(List.of("2|B1|staff|city|" + read + "|"), file.rows());
  }

  private static Submission shares(String... shares) {
    StringBuilder text =
        new StringBuilder(
            "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,primary_purpose_share\n");
    for (int i = 0; i < shares.length; i++) {
      text.append(
          "E%d,Trier,inbound,cultural,2025-05-13,2025-05-18,4,hotel,%s\n".formatted(i, shares[i]));
    }
    return Submission.of("exchanges", text.toString());
  }

  @Test
  void oneBesidePercentagesWithoutTheirSignIsRefusedWithBothReadings() {
    for (String one : List.of("1", "1.0", "1.00")) {
      Submission file = shares("80", one, "75", "0.5");
      assertEquals("UNUSABLE 4 0 4 0", file.counts(), one);
      Problem told =
          file.details().stream().filter(p -> p.sourceRow() == 3).findFirst().orElseThrow();
      assertEquals("wrong-form", told.code());
      assertEquals("Write 0.01 or 1, whichever is meant, for I2 (80) is in percent", told.fix());
    }
    assertEquals("ROWS 3 3 0 0", shares("0.8", "1", "0.75").counts());
    assertEquals("ROWS 3 3 0 0", shares("80%", "100%", "1").counts());
    assertEquals("ROWS 3 2 1 0", shares("1.5", "0.2", "0.3").counts());
    assertEquals("ROWS 2 1 1 0", shares("250", "1").counts());
  }

  @Test
  void aPartOfOneBesidePercentagesIsRefusedWithBothReadingsUnlessMostAreParts() {
    Submission file = shares("80", "0.5");
    assertEquals("UNUSABLE 2 0 2 0", file.counts());
    assertEquals(
        "Write 0.005 or 0.5, whichever is meant, for I2 (80) is in percent",
        file.details().get(file.details().size() - 1).fix());
    assertEquals("ROWS 3 2 1 0", shares("0.8", "0.5", "75").counts());
    assertEquals("ROWS 2 1 1 0", shares("50%", "80").counts());
  }
}
