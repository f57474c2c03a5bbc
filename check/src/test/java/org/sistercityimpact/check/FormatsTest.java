package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.check.xlsx.Book;

/** A number is what the screen shows of it: a workbook's format may make another one of it. */
class FormatsTest {
  /** A workbook of one row, whose last cell has a format. */
  private static Submission book(
      String dataset, String header, String cells, String number, String format) {
    byte[] workbook =
        Book.ofRows(
                "<row>%s</row><row>%s<c s=\"1\"><v>%s</v></c></row>"
                    .formatted(texts(header), texts(cells), number))
            .formats(format)
            .bytes();
    return Submission.of(dataset, workbook, Submission.FORT_WORTH_2025);
  }

  private static String texts(String commas) {
    StringBuilder cells = new StringBuilder();
    for (String text : commas.split(",")) {
      cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return cells.toString();
  }

  private static Submission visit(String column, String number, String format) {
    boolean people = column.equals("people");
    return book(
        "exchanges",
        "exchange_id,partnership_id,direction,purpose,start_date,end_date,lodging,"
            + (people ? "" : "people,")
            + column,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,2025-05-13,2025-05-18,hotel"
            + (people ? "" : ",12"),
        number,
        format);
  }

  private static Submission hours(String number, String format) {
    return book(
        "volunteer_hours", "volunteer,month,activity,hours", "Ann,2025-05,hosting", number, format);
  }

  private static Submission budget(String number, String format) {
    return book(
        "budgets", "line_id,category,funded_by,amount_usd", "B1,staff,city", number, format);
  }

  private static Submission deal(String currency, String format) {
    return book(
        "trade_contacts",
        "contact_id,partnership_id,date,company,stage,currency,value",
        "C1,US-TX-fort-worth~DE-trier,2025-05-02,Acme,deal," + currency,
        "5000",
        format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"$\"#,##0.00",
        "[$$-409]#,##0",
        "$#,##0",
        "\\$#,##0",
        "[$USD] #,##0",
        "_(\"$\"* #,##0_);_(\"$\"* \\(#,##0\\);_(\"$\"* \"-\"??_);_(@_)",
        "7",
        "44"
      })
  void aCountFormattedInDollarsIsNone(String format) {
    Submission file = visit("people", "12", format);
    assertEquals(
        "people is '$12', which is not a whole number / Write 12, if it is no amount of money, in cells whose format does not show '$'",
        file.words());
    assertEquals("UNUSABLE 1 0 1 0", hours("7.5", format).counts());
    assertEquals(List.of("2|B1|staff|city|1200.50|"), budget("1200.5", format).rows());
    assertEquals("ROWS 1 1 0 0", deal("USD", format).counts());
    assertEquals("UNUSABLE 1 0 1 0", deal("EUR", format).counts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "#,##0", "[$-409]0", "General", "0\" people\"", "_(* #,##0_)", "41"})
  void aCountFormattedAsACountIs(String format) {
    assertEquals("ROWS 1 1 0 0", visit("people", "12", format).counts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0\"k\"|12 k|Write 12000, if that is meant",
        "$0\\k|12 k|Write 12000, if that is meant",
        "0\" million\"|12 million|Write 12000000, if that is meant",
        "0\",000\"|12,000|Write 12000 or 12.00, whichever is meant",
      })
  void whatStandsBehindANumberMakesAnotherOfIt(String format, String shown, String fix) {
    Submission file = budget("12", format);
    assertEquals("UNUSABLE 1 0 1 0", file.counts(), format);
    assertEquals(shown, file.details().get(0).value());
    assertEquals(fix, file.details().get(0).fix().split(", in cells whose format")[0]);
  }

  @Test
  void whatWasScaledDownToStandThereDoesNot() {
    assertEquals(List.of("2|B1|staff|city|12000.00|"), budget("12000", "#,##0,\"k\"").rows());
    assertEquals(List.of("2|B1|staff|city|12000.00|"), budget("12000", "0.0,").rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"#,##0.00 \"kr\"", "0 \"zł\"", "\"Fr.\" 0", "\\€0", "#,##0 \"lei\""})
  void aSignOfACurrencyInAnyQuotationIsOne(String format) {
    assertEquals("UNUSABLE 1 0 1 0", budget("500", format).counts(), format);
  }

  @Test
  void aNumberOfAWorkbookHasNoPointsBetweenThousands() {
    assertEquals("Write 33.34", budget("33.335", "0.00").details().get(0).fix());
  }

  @Test
  void minutesAreNoHours() {
    Submission file = hours("90", "0\" min\"");
    assertEquals(
        "hours is '90 min', which is not a number / Write 1.5 for 90 min, in cells whose format does not show 'min'",
        file.words());
    assertEquals("ROWS 1 1 0 0", hours("7.5", "0.0\" hrs\"").counts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.3125|h:mm|Write 7.5 for 07:30:00",
        "1.25|h:mm|Write 30 or 1.25, whichever is meant, for 30:00:00",
        "7.5|h:mm|Write 180 or 7.5, whichever is meant, for 180:00:00",
        "1.4375|[h]:mm|Write 34.5 for 34:30:00",
      })
  void hoursOfMoreThanADayAreNotCutToTheTimeOfDay(String number, String format, String fix) {
    assertEquals(fix, hours(number, format).details().get(0).fix());
  }

  @Test
  void aPercentageIsAShareAndNoCount() {
    assertEquals("ROWS 1 1 0 0", visit("primary_purpose_share", "0.35", "0%").counts());
    Submission file = visit("people", "12", "0%");
    assertEquals("UNUSABLE 1 0 1 0", file.counts());
    assertEquals("1200%", file.details().get(0).value());
    assertEquals("UNUSABLE 1 0 1 0", visit("primary_purpose_share", "0.5", "0.0\"%\"").counts());
  }
}
