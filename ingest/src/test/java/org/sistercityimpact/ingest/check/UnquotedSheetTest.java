package org.sistercityimpact.ingest.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text without a quotation mark, read by us and by commons-csv. */
class UnquotedSheetTest {
  /** What splits rows or cells somewhere, and what looks as if it did. */
  private static final String SIGNS =
      ",;\t|\n\r\r\nab '#\\\0é\u0085\u000B\f\u001C\u2028\uFEFF\uD83C";

  @Test
  void givesTheSameRowsCellsAndLineNumbersAsCommonsCsv() throws Exception {
    Random random = new Random(4180);
    int rows = 0;
    for (int text = 0; text < 200_000; text++) {
      StringBuilder made = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        made.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      rows += assertSame(made.toString(), ",;\t|".charAt(random.nextInt(4)));
    }
    assertTrue(rows > 500_000, "rows were compared: " + rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\r\r\n\n",
        ",",
        "a",
        "a,",
        "a,\n",
        ",\n,",
        "a\r",
        "a\rb",
        "a,b\r\n\r\nc,d",
        "a,b,c\nd\ne,f,g,h,i,j,k\n",
        " a , b \n"
      })
  void endsWhereCommonsCsvEnds(String text) throws Exception {
    assertSame(text, ',');
  }

  /** Longer than any buffer, with the two characters of a line's end on both sides of its edge. */
  @Test
  void isNotConfusedByTheEdgeOfABuffer() throws Exception {
    for (int before = 8185; before < 8200; before++) {
      assertSame("x".repeat(before) + "\r\na,b\r\n".repeat(4000), ',');
    }
  }

  @Test
  void leavesTextsWithAQuotationMarkToCommonsCsv() {
    assertEquals(UnquotedSheet.class, CsvSheet.open("a,b\n", ',').getClass());
    assertEquals(CsvSheet.class, CsvSheet.open("a,\"b\"\n", ',').getClass());
  }

  private static int assertSame(String text, char delimiter) throws Exception {
    List<List<Object>> expected = rows(CsvSheet.parsed(text, delimiter));
    assertEquals(expected, rows(new UnquotedSheet(text, delimiter)), () -> escaped(text));
    return expected.size();
  }

  private static List<List<Object>> rows(Sheet sheet) throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    while (sheet.next()) {
      rows.add(List.of(sheet.row(), List.of(sheet.cells())));
    }
    return rows;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(c -> escaped.append(c < ' ' ? "\\x%02x".formatted(c) : (char) c));
    return escaped.toString();
  }
}
