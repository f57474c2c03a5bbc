package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of which neither the bytes nor the rows are held is checked like any other. */
class LongFilesTest {
  private static final int ROWS = AcceptedRows.MOST_SLOTS + 20_000;

  /** Bytes that the checker may only read. */
  private static Content unheld(byte[] bytes) {
    return new Content() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public byte[] held() {
        return null;
      }
    };
  }

  private static String budgets(String... last) {
    StringBuilder text = new StringBuilder("line_id,category,funded_by,amount_usd\n");
    for (int i = 1; i <= ROWS; i++) {
      text.append("B-").append(i).append(",staff,city,").append(i % 97 + 1).append(".50\n");
    }
    for (String line : last) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static Submission checked(String dataset, byte[] bytes) {
    return Submission.of(
        Submission.CONTRACTS.named(dataset).orElseThrow(),
        unheld(bytes),
        Submission.FORT_WORTH_2025);
  }

  @Test
  void everyRowComesByOnceAndInOrder() {
    Submission file = checked("budgets", budgets().getBytes(StandardCharsets.UTF_8));
    assertEquals("ROWS %d %d 0 0".formatted(ROWS, ROWS), file.counts());
    assertEquals(List.of(), file.problems());
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= ROWS; i++) {
      expected.add("%d|B-%d|staff|city|%d.50|".formatted(i + 1, i, i % 97 + 1));
    }
    assertEquals(expected, file.rows());
  }

  @Test
  void rowsThatAgreeAreFoundHoweverFarApartTheyStand() {
    int next = ROWS + 2;
    Submission file =
        checked(
            "budgets",
            budgets(
                    "b-1,staff,city,2.50",
                    "B-2,staff,city,9.00",
                    "B-3,stuff,city,1.00",
                    "b-1,staff,city,2.50")
                .getBytes(StandardCharsets.UTF_8));
    assertEquals("ROWS %d %d 3 2".formatted(ROWS + 4, ROWS - 1), file.counts());
    assertEquals(
        List.of(
            "3 A line_id B-2 conflicting-rows error",
            next + " A line_id b-1 duplicate-row warning",
            (next + 1) + " A line_id B-2 conflicting-rows error",
            (next + 2) + " B category stuff not-in-list error",
            (next + 3) + " A line_id b-1 duplicate-row warning"),
        file.problems());
    assertEquals(
        "Row %d has the same line_id and other values, so none of them counts".formatted(next + 1),
        file.details().get(0).message());
    assertEquals("The row says the same as row 2, which counts", file.details().get(1).message());
    assertEquals(ROWS - 1, file.rows().size());
    assertTrue(file.rows().get(1).startsWith("4|B-3|"), file.rows().get(1));
  }

  @Test
  void rowsWithoutAKeyAllCount() {
    StringBuilder text = new StringBuilder("volunteer,month,activity,hours\n");
    text.append("V,2025-01,hosting,2\n".repeat(ROWS));
    Submission file = checked("volunteer_hours", text.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals("ROWS %d %d 0 0".formatted(ROWS, ROWS), file.counts());
    assertEquals(CappedProblems.MOST + 1, file.problems().size());
    assertEquals(
        (ROWS - 1 - CappedProblems.MOST) + " more problems of this file are not listed",
        file.details().get(0).message());
  }

  @Test
  void anEncodingIsToldFromBytesThatAreNotHeld() {
    for (String charset :
        List.of("UTF-8", "UTF-16LE", "x-UTF-16LE-BOM", "windows-1252", "windows-1251")) {
      String name = charset.equals("windows-1251") ? "Делегация города" : "Élan d’été à Besançon";
      StringBuilder text =
          new StringBuilder(
              "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,lodging\n");
      for (int i = 0; i < 9_000; i++) {
        text.append("\"E-").append(i).append("\",US-TX-fort-worth~DE-trier,inbound,cultural,");
        text.append(name).append(",2025-05-01,2025-05-04,3,hotel\n");
      }
      byte[] bytes = text.toString().getBytes(Charset.forName(charset));
      Submission held = Submission.of("exchanges", bytes, Submission.FORT_WORTH_2025);
      Submission unheld = checked("exchanges", bytes);
      assertEquals(held.rows(), unheld.rows(), charset);
      assertEquals(held.details(), unheld.details(), charset);
      assertEquals(9_000, unheld.rows().size(), charset + unheld.details());
      assertTrue(unheld.rows().get(0).contains(name), unheld.rows().get(0));
    }
  }

  @Test
  void aRowThatNeverEndsIsRefused() {
    String header = "line_id,category,funded_by,amount_usd\n";
    Submission quote = checked("budgets", (header + "\"B-1" + "x\n".repeat(5_000_000)).getBytes());
    assertEquals(
        "From line 2 on, the quotation marks do not pair up, so cells cannot be told apart / Save the file as CSV from a spreadsheet program, or write each quotation mark inside a quoted cell twice",
        quote.words());
    Submission commas = checked("budgets", (header + ",".repeat(9_000_000)).getBytes());
    assertEquals(
        "Line 2 has more than 16384 cells, more than a spreadsheet can hold / Remove the columns that are not of the dataset",
        commas.words());
  }
}
