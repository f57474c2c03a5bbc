package org.sistercityimpact.check.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is read of one cell, by its type, its format and the ways in which programs write it. */
class CellsTest {
  /** Reads one row of cells, each with the format of its own that its code names; "": none. */
  private static List<String> read(String[] codes, String... cells) {
    StringBuilder row = new StringBuilder("<row r=\"1\">");
    for (int i = 0; i < cells.length; i++) {
      row.append(cells[i].replaceFirst("<c", "<c s=\"" + (i + 1) + "\""));
    }
    return withoutPlaces(Book.ofRows(row + "</row>").formats(codes).read());
  }

  private static List<String> withoutPlaces(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("^[A-Z]+1 ", "")).toList();
  }

  /** Reads one number under many formats. */
  private static List<String> shown(String number, String... codes) {
    String[] cells = new String[codes.length];
    Arrays.fill(cells, "<c><v>" + number + "</v></c>");
    return read(codes, cells);
  }

  /** Reads numbers under one format. */
  private static List<String> under(String code, String... numbers) {
    String[] codes = new String[numbers.length];
    String[] cells = new String[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      codes[i] = code;
      cells[i] = "<c><v>" + numbers[i] + "</v></c>";
    }
    return read(codes, cells);
  }

  private static List<String> cells(String... cells) {
    return withoutPlaces(Book.ofRows("<row>" + String.join("", cells) + "</row>").read());
  }

  @Test
  void anAmountOfAnotherCurrencyThanDollarsHasItsSign() {
    assertEquals(
        List.of(
            "NUMBER €1200.5",
            "NUMBER €1200.5",
            "NUMBER €1200.5",
            "NUMBER £1200.5",
            "NUMBER EUR1200.5",
            "NUMBER MX$1200.5",
            "NUMBER MX$1200.5",
            "NUMBER LA$1200.5",
            "NUMBER CA$1200.5",
            "NUMBER 1200.5",
            "NUMBER kr1200.5",
            "NUMBER 1200.5",
            "NUMBER 1200.5",
            "NUMBER 1200.5",
            "NUMBER 1200.5"),
        shown(
            "1200.5",
            "#,##0.00 [$€-407]",
            "_-[$€-2]* #,##0.00_-",
            "\"€\"#,##0.00",
            "£#,##0.00",
            "#,##0.00 \"EUR\"",
            "\"MX$\"#,##0.00",
            "[$$-80A]#,##0.00",
            "[$$-580A]#,##0.00",
            "[$$-en-CA]#,##0.00",
            "[$$-409]#,##0.00",
            "[$kr-41D] #,##0.00",
            "[$$-409]#,##0.00",
            "_(\"$\"* #,##0.00_);_(\"$\"* (#,##0.00)",
            "[$USD] #,##0.00",
            "0.0\" hrs\""));
    assertEquals(List.of("NUMBER -€5"), under("[$€-2]#,##0", "-5"));
  }

  @Test
  void readsDaysOfThe1900SystemWithItsLeapDay() {
    assertEquals(
        List.of(
            "DATE 1900-01-00",
            "DATE 1900-01-01",
            "DATE 1900-02-28",
            "DATE 1900-02-29",
            "DATE 1900-03-01",
            "DATE 2025-05-13",
            "DATE 9999-12-31",
            "NUMBER 2958466",
            "NUMBER -1"),
        under("14", "0", "1", "59", "60", "61", "45790", "2958465", "2958466", "-1"));
  }

  @Test
  void readsDaysOfThe1904System() {
    Book book =
        Book.ofRows(
                "<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>44328</v></c></row>")
            .formats("14");
    for (String yes : List.of("1", "true")) {
      book.workbook(
          "<workbookPr date1904=\""
              + yes
              + "\"/><sheets><sheet name=\"Data\" r:id=\"rId1\"/></sheets>");
      assertEquals(
          List.of("A1 DATE 1904-01-01", "B1 DATE 1904-03-01", "C1 DATE 2025-05-13"), book.read());
    }
  }

  @Test
  void readsNoMoreOfADayThanItsFormatShows() {
    assertEquals(
        List.of(
            "DATE 2025-05-13",
            "DATE 2025-05-13",
            "DATE 2025-05",
            "DATE 2025-05",
            "DATE 2025-05",
            "DATE 2025",
            "DATE 2025-05-13",
            "DATE 2025-05-13"),
        shown("45790.6", "14", "16", "17", "mmm\\-yy", "MM/YYYY", "yyyy", "mmmm", "dd/mm"));
  }

  @Test
  void readsFormatsOfEveryProgramForDaysAsDays() {
    assertEquals(
        Collections.nCopies(17, "DATE 2025-05-13"),
        shown(
            "45790",
            "yyyy-mm-dd",
            "YYYY\\-MM\\-DD",
            "DD/MM/YY",
            "[$-409]d\\-mmm\\-yy;@",
            "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
            "[$-x-sysdate]dddd, mmmm dd, yyyy",
            "d\" de \"mmmm\" de \"yyyy",
            "m/d/yy h:mm",
            "yyyy\"-\"mm\"-\"dd\" \"hh:mm:ss",
            "[Red]dd.mm.yyyy",
            "_(* d.m.yyyy_)",
            "[$-411]ge.m.d",
            "yyyy/mm/dd\\ hh:mm:ss.000",
            "27",
            "31",
            "57",
            "58"));
  }

  @Test
  void readsTimesAndDurationsWithTheDaysThatAFormatHides() {
    assertEquals(
        List.of(
            "TIME 38:30:00",
            "TIME 38:30:00",
            "TIME 38:30:00",
            "TIME 38:30:00",
            "TIME 38:30:00",
            "DATE_TIME 1900-01-01T14:30:00",
            "TIME 38:30:00"),
        shown(
            "1.6041666666666667",
            "20",
            "[h]:mm",
            "46",
            "[mm]:ss",
            "mm:ss.0",
            "22",
            "h\"时\"mm\"分\"ss\"秒\";@"));
    assertEquals(
        List.of(
            "DATE_TIME 2025-05-13T14:30:00",
            "DATE_TIME 2025-05-13T23:59:59.999",
            "DATE 2025-05-14"),
        under("yyyy-mm-dd hh:mm", "45790.604166666664", "45790.99999999", "45790.9999999999"));
  }

  @Test
  void takesNoNumberForADay() {
    assertEquals(
        Collections.nCopies(15, "NUMBER 45790"),
        shown(
            "45790",
            "0",
            "#,##0.00",
            "#,##0\\ [$USD]",
            "[$$-409]#,##0.00",
            "#,##0 USD",
            "0.00E+00",
            "General",
            "GENERAL",
            "General\" days\"",
            "0\" days\"",
            "# ?/?",
            "@",
            "_-\"dollars\" * #,##0_-",
            "[>=1000]#,##0;0",
            "[Red][<0]0;0"));
  }

  @Test
  void readsPercentagesAsFractionsAndSaysSo() {
    assertEquals(
        List.of("PERCENT 0.25", "PERCENT 0.25", "PERCENT 0.25", "NUMBER 0.25"),
        shown("0.25", "9", "10", "0.0 %", "\"% of all\" 0.00"));
  }

  @Test
  void keepsTheZerosInFrontThatAFormatShows() {
    assertEquals(
        List.of("NUMBER 00042", "NUMBER 42", "NUMBER 42", "NUMBER 0042"),
        shown("42", "00000", "0", "00.00", "0000;-0000"));
    assertEquals(
        List.of("NUMBER 123456", "NUMBER 1.5", "NUMBER -7"), under("00000", "123456", "1.5", "-7"));
    assertEquals(List.of("TEXT 00042"), cells("<c t=\"inlineStr\"><is><t>00042</t></is></c>"));
  }

  @Test
  void readsNumbersAsTheInputLineShowsThem() {
    assertEquals(
        List.of(
            "NUMBER 1.1",
            "NUMBER 0.3",
            "NUMBER 123456789012345",
            "NUMBER 123456789012345",
            "NUMBER 12345678901234567890",
            "NUMBER 2.0230100000012E+16",
            "NUMBER 0.000001",
            "NUMBER 1200",
            "NUMBER 100",
            "NUMBER -2.5",
            "NUMBER 0",
            "NUMBER 0.5",
            "NUMBER 7"),
        cells(
            "<c><v>1.1000000000000001</v></c>",
            "<c><v>0.30000000000000004</v></c>",
            "<c><v>123456789012345</v></c>",
            "<c><v>1.23456789012345E14</v></c>",
            "<c><v>12345678901234567890</v></c>",
            "<c><v>2.0230100000012003E16</v></c>",
            "<c><v>1E-6</v></c>",
            "<c><v>1.2e+3</v></c>",
            "<c><v>99.9999999999999999</v></c>",
            "<c t=\"n\"><v> -2.50 </v></c>",
            "<c><v>-0</v></c>",
            "<c><v>.5</v></c>",
            "<c><v>007</v></c>"));
  }

  @Test
  void readsANumberThatIsNoneAsTextAndTellsIt() {
    assertEquals(
        List.of(
            "TEXT abc",
            "TEXT 1,5",
            "TEXT NaN",
            "TEXT 1E999",
            "TEXT 0x10",
            "TEXT 1e",
            "TEXT .",
            "TEXT maybe",
            "TEXT one",
            "NUMBER 1",
            "ODD_CELL 9 times A1 B1 C1 D1 E1 F1 G1 H1 I1"),
        cells(
            "<c><v>abc</v></c>",
            "<c><v>1,5</v></c>",
            "<c><v>NaN</v></c>",
            "<c><v>1E999</v></c>",
            "<c><v>0x10</v></c>",
            "<c><v>1e</v></c>",
            "<c><v>.</v></c>",
            "<c t=\"b\"><v>maybe</v></c>",
            "<c t=\"new\"><v>one</v></c>",
            "<c><v>1</v></c>"));
  }

  @Test
  void readsIsoDates() {
    assertEquals(
        List.of(
            "DATE 2025-05-13",
            "DATE 2025-05-13",
            "DATE 2025-05-13",
            "DATE_TIME 2025-05-13T14:30:00",
            "DATE_TIME 2025-05-13T08:27:48.765",
            "TIME 14:30:00",
            "NUMBER 45790",
            "TEXT May 13",
            "ODD_CELL H1"),
        cells(
            "<c t=\"d\"><v>2025-05-13</v></c>",
            "<c t=\"d\"><v>2025-05-13T00:00:00</v></c>",
            "<c t=\"d\"><v>2025-05-13T00:00:00.000Z</v></c>",
            "<c t=\"d\"><v>2025-05-13T14:30:00</v></c>",
            "<c t=\"d\"><v>2025-05-13T08:27:48.765Z</v></c>",
            "<c t=\"d\"><v>14:30:00</v></c>",
            "<c t=\"d\"><v>45790</v></c>",
            "<c t=\"d\"><v>May 13</v></c>"));
  }

  @Test
  void readsFormulasByTheirStoredResultAndTellsAMissingOne() {
    assertEquals(
        List.of(
            "NUMBER 3",
            "TEXT Bonn",
            "BOOLEAN TRUE",
            "ERROR #DIV/0!",
            "FORMULA_WITHOUT_VALUE",
            "FORMULA_WITHOUT_VALUE",
            "FORMULA_WITHOUT_VALUE",
            "NUMBER 9",
            "FORMULA_WITHOUT_VALUE 3 times F1 G1 H1"),
        cells(
            "<c><f>1+2</f><v>3</v></c>",
            "<c t=\"str\"><f>A2&amp;\"\"</f><v>Bonn</v></c>",
            "<c t=\"b\"><f aca=\"false\">TRUE()</f><v>1</v></c>",
            "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
            // A result that is an empty text.
            "<c t=\"str\"><f>IF(A1=1,\"\",1)</f><v></v></c>",
            "<c><f>SUM(A1:A2)</f><v></v></c>",
            "<c><f>SUM(A1:A2)</f></c>",
            "<c t=\"str\"><f t=\"shared\" si=\"0\"/></c>",
            "<c><f t=\"shared\" ref=\"A1:A3\" si=\"0\">A2</f><v>9</v></c>"));
  }

  @Test
  void readsErrorsAndBooleans() {
    assertEquals(
        List.of("ERROR #N/A", "ERROR #REF!", "BOOLEAN TRUE", "BOOLEAN FALSE", "BOOLEAN TRUE"),
        cells(
            "<c t=\"e\"><v>#N/A</v></c>",
            "<c t=\"e\"><v>#REF!</v></c>",
            "<c t=\"b\"><v>1</v></c>",
            "<c t=\"b\"><v>0</v></c>",
            "<c t=\"b\"><v>true</v></c>"));
  }

  @Test
  void readsSharedStringsAndLosesOneCellToANumberOutOfRange() {
    Book book =
        Book.ofRows(
                """
                <row><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="s"><v>-1</v></c>\
                <c t="s"><v>zero</v></c><c t="s"><v>1</v></c><c t="s"><v/></c></row>""")
            .shared("<t>Trier</t>", "<t/>");
    assertEquals(
        List.of(
            "A1 TEXT Trier", "B1 ERROR", "C1 ERROR", "D1 ERROR", "TEXT_MISSING 3 times B1 C1 D1"),
        book.read());
  }

  @Test
  void joinsTheRunsOfARichTextWithoutItsPronunciation() {
    String rich =
        """
        <r><t xml:space="preserve">Fort </t></r><r><rPr><b/><rFont val="Arial"/></rPr><t>Worth</t></r>\
        <rPh sb="0" eb="2"><t>ワース</t></rPh><phoneticPr fontId="1"/>""";
    assertEquals(
        List.of("A1 TEXT Fort Worth", "B1 TEXT Fort Worth"),
        Book.ofRows(
                "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is>" + rich + "</is></c></row>")
            .shared(rich)
            .read());
  }

  @Test
  void keepsWhiteSpaceAndReadsEscapesEntitiesAndLineEnds() {
    assertEquals(
        List.of(
            "TEXT  two  blanks ",
            "TEXT  kept as well ",
            "TEXT a\r\nb",
            "TEXT _x000D_ and _x00GG_",
            "TEXT <Müller & Söhne> \"'",
            "TEXT ü€😀A",
            "TEXT &unknown; & co",
            "TEXT a\nb\nc",
            "TEXT <b> & so",
            "TEXT ab",
            "TEXT =1+1"),
        cells(
            "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> two  blanks </t></is></c>",
            "<c t=\"inlineStr\"><is><t> kept as well </t></is></c>",
            "<c t=\"inlineStr\"><is><t>a_x000D_\nb</t></is></c>",
            "<c t=\"inlineStr\"><is><t>_x005F_x000D_ and _x00GG_</t></is></c>",
            "<c t=\"inlineStr\"><is><t>&lt;M&#252;ller &amp; S&#xf6;hne&gt; &quot;&apos;</t></is></c>",
            "<c t=\"inlineStr\"><is><t>ü€😀&#65;</t></is></c>",
            "<c t=\"inlineStr\"><is><t>&unknown; & co</t></is></c>",
            "<c t=\"inlineStr\"><is><t>a\r\nb\rc</t></is></c>",
            "<c t=\"inlineStr\"><is><t><![CDATA[<b> & so]]></t></is></c>",
            "<c t=\"inlineStr\"><is><t>a<!-- not this -->b</t></is></c>",
            "<c t=\"str\"><v>=1+1</v></c>"));
  }

  @Test
  void cutsATextThatNoCellCanHold() {
    String text = letters(40_000);
    List<String> read =
        cells(
            "<c t=\"inlineStr\"><is><t>" + text.substring(0, 32_767) + "</t></is></c>",
            "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>",
            "<c t=\"inlineStr\"><is><r><t>"
                + text.substring(0, 30_000)
                + "</t></r><r><t>"
                + text.substring(30_000)
                + "</t></r></is></c>",
            "<c t=\"str\"><v>" + text.replace("a", "&amp;") + "</v></c>",
            "<c><v>1</v></c>");
    String cut = "TEXT " + text.substring(0, 32_767);
    assertEquals(
        List.of(cut, cut, cut, cut.replace("a", "&"), "NUMBER 1", "TEXT_CUT 3 times B1 C1 D1"),
        read);
  }

  private static String letters(int count) {
    Random random = new Random(1);
    StringBuilder letters = new StringBuilder();
    while (letters.length() < count) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  @Test
  void readsEmptinessAsEmpty() {
    List<String> empty = new ArrayList<>();
    assertEquals(
        empty,
        cells(
            "<c/>",
            "<c s=\"3\"></c>",
            "<c><v/></c>",
            "<c t=\"s\"/>",
            "<c t=\"inlineStr\"><is><t></t></is></c>",
            "<c t=\"n\"><v> </v></c>"));
  }
}
