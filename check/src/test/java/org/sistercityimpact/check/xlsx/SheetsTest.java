package org.sistercityimpact.check.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Rows, columns and sheets: where they are, which are hidden, and what it costs if one is broken.
 */
class SheetsTest {
  private static String row(int row, String... cells) {
    return "<row r=\"" + row + "\">" + String.join("", cells) + "</row>";
  }

  private static String cell(String reference, String value) {
    return "<c r=\"" + reference + "\"><v>" + value + "</v></c>";
  }

  private static String text(String reference, String text) {
    return "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  @Test
  void numbersRowsAndColumnsAsTheScreenDoes() {
    assertEquals(
        List.of("C3 NUMBER 1", "XFD3 NUMBER 2", "A7 NUMBER 3", "AA1048576 NUMBER 4"),
        Book.ofRows(
                row(3, cell("C3", "1"), cell("XFD3", "2"))
                    + row(7, cell("a7", "3"))
                    + row(1_048_576, cell("AA1048576", "4")))
            .read());
  }

  @Test
  void countsRowsAndCellsThatHaveNoReference() {
    assertEquals(
        List.of(
            "A1 NUMBER 1",
            "B1 NUMBER 2",
            "D1 NUMBER 3",
            "E1 NUMBER 4",
            "A2 NUMBER 5",
            "A9 NUMBER 6",
            "A10 NUMBER 7"),
        Book.ofRows(
                """
                <row><c><v>1</v></c><c><v>2</v></c><c r="D1"><v>3</v></c><c><v>4</v></c></row>\
                <row><c><v>5</v></c></row><row r="9"><c><v>6</v></c></row><row><c><v>7</v></c></row>""")
            .read());
  }

  @Test
  void putsWhatHasAnImpossiblePlaceBehindTheOneBeforeAndTellsIt() {
    assertEquals(
        List.of(
            "A5 NUMBER 1",
            "B5 NUMBER 2",
            "C5 NUMBER 3",
            "D5 NUMBER 4",
            "E5 NUMBER 5",
            "A6 NUMBER 6",
            "A7 NUMBER 7",
            "A8 NUMBER 8",
            "ODD_PLACE 7 times B5 C5 D5 E5 A6 A7 A8"),
        Book.ofRows(
                row(
                        5,
                        cell("A5", "1"),
                        cell("A5", "2"),
                        cell("XFE5", "3"),
                        cell("5", "4"),
                        cell("$F$5", "5"))
                    + row(2, cell("A2", "6"))
                    + "<row r=\"-3\"><c><v>7</v></c></row>"
                    + "<row r=\"1048577\"><c><v>8</v></c></row>")
            .read());
  }

  @Test
  void leavesOutRowsAndCellsThatAreOnlyFormatted() {
    SheetRows rows =
        sheetOf(
                Book.ofRows(
                    row(1, cell("A1", "1"), "<c r=\"B1\" s=\"1\"/>", "<c r=\"XFD1\" s=\"1\"/>")
                        + row(2, "<c r=\"A2\" s=\"1\"/>")
                        + "<row r=\"3\" spans=\"1:9\"/>"
                        + row(4, text("B4", "x"))))
            .rows();
    assertTrue(rows.next());
    assertEquals(1, rows.width());
    assertTrue(rows.next());
    assertEquals(4, rows.row());
    assertEquals(CellKind.EMPTY, rows.kind(0));
    assertEquals("", rows.text(0));
    assertEquals("", rows.text(99));
    assertFalse(rows.next());
    assertEquals(0, rows.width());
    assertFalse(rows.next());
  }

  private static Worksheet sheetOf(Book book) {
    return ((Workbook) XlsxFile.open(book.bytes())).sheets().get(0);
  }

  @Test
  void givesAMergedValueToItsFirstCellAndTellsIt() {
    String rows =
        row(1, text("A1", "Partner"), "<c r=\"B1\"/>", text("C1", "Year"))
            + row(2, text("A2", "Trier"), cell("C2", "2024"))
            + row(3, text("A3", "unseen"), cell("C3", "2025"))
            + row(4, text("A4", "Bonn"), text("B4", "kept"), cell("C4", "2026"));
    assertEquals(
        List.of(
            "A1 TEXT Partner",
            "C1 TEXT Year",
            "A2 TEXT Trier",
            "C2 NUMBER 2024",
            "C3 NUMBER 2025",
            "A4 TEXT Bonn",
            "B4 TEXT kept",
            "C4 NUMBER 2026",
            "MERGED 2 times A1:B1 A2:B3",
            "UNDER_MERGED A3"),
        Book.ofSheet(
                "<sheetData>"
                    + rows
                    + "</sheetData><mergeCells count=\"4\"><mergeCell ref=\"A2:B3\"/><mergeCell ref=\"A1:B1\"/>"
                    + "<mergeCell ref=\"E1:F9\"/><mergeCell ref=\"nonsense\"/><mergeCell/></mergeCells>")
            .read());
  }

  @Test
  void readsHiddenRowsColumnsAndSheetsAndTellsThem() {
    String content =
        """
        <cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/><col min="1" max="1" hidden="false"/></cols>\
        <sheetData><row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2" hidden="1"><c><v>3</v></c></row>\
        <row r="3" hidden="false"><c><v>4</v></c></row><row r="4" hidden="1"><c s="0"/></row></sheetData>""";
    Book book =
        Book.ofSheet(content)
            .workbook(
                """
                <sheets><sheet name="Data" state="visible" r:id="rId1"/><sheet name="Old" state="hidden" r:id="rId2"/>\
                <sheet name="Lists" state="veryHidden" r:id="rId3"/></sheets>""")
            .links(
                "xl/_rels/workbook.xml.rels",
                "worksheet",
                "worksheets/sheet1.xml",
                "worksheet",
                "worksheets/sheet2.xml",
                "worksheet",
                "worksheets/sheet3.xml",
                "styles",
                "styles.xml")
            .sheet("xl/worksheets/sheet2.xml", "<sheetData><row><c><v>5</v></c></row></sheetData>")
            .sheet("xl/worksheets/sheet3.xml", "<sheetData/>");
    assertEquals(
        List.of(
            "sheet Data",
            "A1 NUMBER 1",
            "B1 NUMBER 2",
            "A2 NUMBER 3",
            "A3 NUMBER 4",
            "HIDDEN_ROW 2",
            "HIDDEN_COLUMN B",
            "hidden sheet Old",
            "A1 NUMBER 5",
            "hidden sheet Lists"),
        book.read());
  }

  @Test
  void takesSheetsInTheOrderOfTheirTabsAndLeavesChartsOut() {
    Book book =
        Book.ofRows("<row><c><v>1</v></c></row>")
            .workbook(
                """
                <sheets><sheet name="Exchanges &amp; visits" r:id="rId2"/><sheet name="Chart" r:id="rId3"/>\
                <sheet name="Gone" r:id="rId4"/><sheet name="Twice" r:id="rId2"/><sheet name="Data" r:id="rId1"/></sheets>""")
            .links(
                "xl/_rels/workbook.xml.rels",
                "worksheet",
                "worksheets/sheet1.xml",
                "worksheet",
                "/xl/worksheets/sheet2.xml",
                "chartsheet",
                "chartsheets/sheet1.xml",
                "worksheet",
                "worksheets/sheet9.xml")
            .sheet("xl/worksheets/sheet2.xml", "<sheetData><row><c><v>2</v></c></row></sheetData>");
    assertEquals(
        List.of(
            "sheet Exchanges & visits",
            "A1 NUMBER 2",
            "sheet Gone",
            "SHEET_MISSING",
            "sheet Twice",
            "SHEET_MISSING",
            "sheet Data",
            "A1 NUMBER 1"),
        book.read());
  }

  @Test
  void findsPartsByPathsOfEveryKind() {
    String rows = "<row><c s=\"1\"><v>45790</v></c><c t=\"s\"><v>0</v></c></row>";
    List<String> expected = List.of("A1 DATE 2025-05-13", "B1 TEXT Trier");
    Book absolute =
        Book.ofRows(rows)
            .links("_rels/.rels", "officeDocument", "/xl/workbook.xml")
            .links(
                "xl/_rels/workbook.xml.rels",
                "worksheet",
                "/xl/worksheets/sheet1.xml",
                "styles",
                "/xl/styles.xml",
                "sharedStrings",
                "./sharedStrings.xml");
    Book otherCase =
        Book.ofRows(rows)
            .moved("xl/sharedStrings.xml", "xl/SharedStrings.xml")
            .moved("xl/worksheets/sheet1.xml", "xl/Worksheets/Sheet1.xml")
            .moved("xl/styles.xml", "xl\\styles.xml");
    Book otherFolders =
        Book.ofRows(rows)
            .links("_rels/.rels", "officeDocument", "book/main.xml")
            .moved("xl/workbook.xml", "book/main.xml")
            .without("xl/_rels/workbook.xml.rels")
            .links(
                "book/_rels/main.xml.rels",
                "worksheet",
                "../xl/worksheets/sheet1.xml",
                "styles",
                "../xl/styles.xml",
                "sharedStrings",
                "../xl/sharedStrings.xml");
    Book withoutLinks =
        Book.ofRows(rows).without("xl/_rels/workbook.xml.rels").without("_rels/.rels");
    for (Book book : List.of(absolute, otherCase, otherFolders, withoutLinks)) {
      book.formats("14").shared("<t>Trier</t>");
    }
    otherCase.without("xl/styles.xml").without("xl/sharedStrings.xml");
    otherCase.formats("14").moved("xl/styles.xml", "xl\\Styles.xml");
    otherCase.shared("<t>Trier</t>").moved("xl/sharedStrings.xml", "xl/SharedStrings.xml");
    otherCase.without("xl\\styles.xml");
    for (Book book : List.of(absolute, otherCase, otherFolders, withoutLinks)) {
      assertEquals(expected, book.read());
    }
  }

  @Test
  void readsNumbersWithoutStylesAndTellsIt() {
    assertEquals(
        List.of("NO_FORMATS", "A1 NUMBER 45790", "B1 TEXT Trier"),
        Book.ofRows("<row><c s=\"4\"><v>45790</v></c><c t=\"s\"><v>0</v></c></row>")
            .shared("<t>Trier</t>")
            .without("xl/styles.xml")
            .read());
    assertEquals(
        List.of("A1 NUMBER 45790"), Book.ofRows("<row><c s=\"4\"><v>45790</v></c></row>").read());
  }

  @Test
  void readsStrictWorkbooksAndPrefixedTags() {
    Book strict = Book.ofRows("<row><c t=\"d\"><v>2025-05-13</v></c><c><v>1</v></c></row>");
    for (String path :
        List.of(
            "xl/workbook.xml",
            "xl/worksheets/sheet1.xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels")) {
      strict.part(
          path,
          strict
              .text(path)
              .replace(Book.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
              .replace(Book.LINKS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
              .substring(strict.text(path).indexOf("?>") + 2));
    }
    assertEquals(List.of("A1 DATE 2025-05-13", "B1 NUMBER 1"), strict.read());
    Book prefixed =
        Book.ofRows("")
            .part(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\""
                    + Book.MAIN
                    + "\"><x:sheetData><x:row r='2' x14ac:r='9'><x:c r = 'B2'\n><x:v>1</x:v></x:c></x:row></x:sheetData>"
                    + "<x:mergeCells><x:mergeCell ref='B2:B3'/></x:mergeCells></x:worksheet>");
    assertEquals(List.of("B2 NUMBER 1", "MERGED B2:B3"), prefixed.read());
  }

  @Test
  void readsPartsInUtf16() {
    Book book = Book.ofRows("");
    String sheet =
        "\uFEFF"
            + book.text("xl/worksheets/sheet1.xml")
                .replace("UTF-8", "UTF-16")
                .replace(
                    "<sheetData>",
                    "<sheetData><row><c t=\"inlineStr\"><is><t>Zürich 東京 😀</t></is></c></row>");
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      book.part("xl/worksheets/sheet1.xml", sheet.getBytes(charset));
      assertEquals(List.of("A1 TEXT Zürich 東京 😀"), book.read());
      book.part("xl/worksheets/sheet1.xml", sheet.substring(1).getBytes(charset));
      assertEquals(List.of("A1 TEXT Zürich 東京 😀"), book.read());
    }
    book.part("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of("A1 TEXT Zürich 東京 😀"), book.read());
  }

  @Test
  void readsWhatGoogleLibreOfficeAndNumbersWrite() {
    // Google Sheets: a thousand formatted rows, strings without xml:space, no spans.
    assertEquals(
        List.of("A1 TEXT Trier", "B1 BOOLEAN TRUE", "A2 DATE 2025-05-13"),
        Book.ofRows(
                """
                <row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="b"><v>1</v></c></row>\
                <row r="2"><c r="A2" s="2"><v>45790.0</v></c></row>\
                <row r="999" ht="15.75" customHeight="1"/><row r="1000" ht="15.75" customHeight="1"/>""")
            .formats("@", "yyyy-mm-dd")
            .shared("<t>Trier</t>")
            .read());
    // LibreOffice: every attribute, also those that say no, and t="n" for numbers.
    assertEquals(
        List.of("A1 TEXT Trier", "B1 NUMBER 1.5", "C1 DATE 2025-05-13", "D1 TEXT ok"),
        Book.ofRows(
                """
                <row r="1" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">\
                <c r="A1" s="0" t="s"><v>0</v></c><c r="B1" s="0" t="n"><v>1.5</v></c><c r="C1" s="1" t="n"><v>45790</v></c>\
                <c r="D1" s="0" t="str"><f aca="false">LOWER(&quot;OK&quot;)</f><v>ok</v></c></row>""")
            .formats("dd/mm/yy")
            .shared("<t xml:space=\"preserve\">Trier</t>")
            .read());
    // Apple Numbers: formatted cells without a value up to the table's end, runs in every text.
    assertEquals(
        List.of("A1 TEXT Table 1", "A2 TEXT Trier", "B2 NUMBER 3", "MERGED A1:C1"),
        Book.ofSheet(
                """
                <sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:C3"/><sheetData>\
                <row r="1" ht="27.65" customHeight="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1"/><c r="C1" s="1"/></row>\
                <row r="2"><c r="A2" t="s" s="1"><v>1</v></c><c r="B2" s="1"><v>3</v></c><c r="C2" s="1"/></row>\
                <row r="3"><c r="A3" s="1"/><c r="B3" s="1"/><c r="C3" s="1"/></row></sheetData>\
                <mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>""")
            .formats("@")
            .shared("<t>Table 1</t>", "<r><rPr><sz val=\"10\"/></rPr><t>Trier</t></r>")
            .read());
  }

  @Test
  void passesOverWhatItDoesNotKnow() {
    assertEquals(
        List.of("A1 NUMBER 1", "B1 NUMBER 2"),
        Book.ofSheet(
                """
                <!-- made by hand --><?pi x?><sheetData><row r="1"><extLst><c r="Z1"><v>9</v></c></extLst>\
                <c r="A1"><v>1</v><extLst><ext><v>7</v></ext></extLst></c><c r="B1" new="&lt;a&gt;"><v>2</v></c></row></sheetData>\
                <drawing/><extLst><ext><row r="9"/></ext></extLst>""")
            .read());
  }

  @Test
  void breaksOffWhereTheXmlBreaksAndReadsTheOtherSheets() {
    String good = "<row r=\"1\"><c><v>1</v></c></row>";
    for (String bad :
        List.of(
            "<row r=\"2\"><c><v>2</v></row>",
            "<row r=\"2\"><c><v>2</c></v></row>",
            "<row r=\"2\"><c r=2><v>2</v></c></row>",
            "<row r=\"2\"><c t=\"<\"><v>2</v></c></row>",
            "<row r=\"2\"><c><v>2</v>< /c></row>",
            "<row r=\"2\"><c><v>2")) {
      Book book =
          Book.ofRows(good + bad)
              .workbook(
                  "<sheets><sheet name=\"Data\" r:id=\"rId1\"/><sheet name=\"More\" r:id=\"rId2\"/></sheets>")
              .links(
                  "xl/_rels/workbook.xml.rels",
                  "worksheet",
                  "worksheets/sheet1.xml",
                  "worksheet",
                  "worksheets/sheet2.xml",
                  "styles",
                  "styles.xml")
              .sheet("xl/worksheets/sheet2.xml", "<sheetData>" + good + "</sheetData>");
      assertEquals(
          List.of("sheet Data", "A1 NUMBER 1", "broken at row 2", "sheet More", "A1 NUMBER 1"),
          book.read(),
          bad);
    }
  }

  @Test
  void readsRowsAgainFromTheFirstOn() {
    Worksheet sheet = sheetOf(Book.ofRows("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"));
    SheetRows first = sheet.rows();
    assertTrue(first.next());
    SheetRows again = sheet.rows();
    assertTrue(again.next());
    assertEquals(1, again.row());
    assertTrue(first.next());
    assertEquals("2", first.text(0));
    assertFalse(first.next());
  }
}
