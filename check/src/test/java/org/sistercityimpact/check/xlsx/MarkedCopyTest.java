package org.sistercityimpact.check.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Copies with marked cells: what POI sees of the marks, and that nothing else has changed. */
class MarkedCopyTest {
  private static final String ROWS =
      """
      <row r="1"><c r="A1" t="inlineStr"><is><t>start_date</t></is></c><c r="B1" t="inlineStr"><is><t>people</t></is></c></row>\
      <row r="2"><c r="A2" s="1"><v>45790</v></c><c r="B2"><v>12</v></c><c r="D2"><v>4</v></c></row>\
      <row r="3"/><row r="4"><c r="C4"><v>7</v></c></row>""";

  private static CellMark red(int row, int column) {
    return new CellMark(row, column, CellMark.Color.RED, "Not <12> & so");
  }

  private static byte[] marked(byte[] workbook, CellMark... marks) {
    Workbook read = (Workbook) XlsxFile.open(workbook);
    return MarkedCopy.of(read, Map.of(read.sheets().get(0), List.of(marks))).bytes();
  }

  /** Each comment of the first sheet: its cell, the cell's ground, the comment's text. */
  private static List<String> comments(byte[] workbook) throws IOException {
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet sheet = read.getSheetAt(0);
      return sheet.getCellComments().entrySet().stream()
          .map(
              comment ->
                  comment.getKey().formatAsString()
                      + " "
                      + ground(sheet, comment.getKey().formatAsString())
                      + " "
                      + comment.getValue().getString().getString())
          .sorted()
          .toList();
    }
  }

  private static String ground(XSSFSheet sheet, String cell) {
    CellReference place = new CellReference(cell);
    XSSFCell found = sheet.getRow(place.getRow()).getCell(place.getCol());
    return found == null || found.getCellStyle().getFillForegroundXSSFColor() == null
        ? "-"
        : found.getCellStyle().getFillForegroundXSSFColor().getARGBHex();
  }

  private static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void putsACellOnAnotherGroundAndSaysWhyInAComment() throws IOException {
    CellMark doubt = new CellMark(2, 0, CellMark.Color.YELLOW, "Is this right?");
    assertEquals(
        List.of("A2 FFFFEB9C Is this right?", "B2 FFFFC7CE Not <12> & so"),
        comments(marked(Book.ofRows(ROWS).formats("yyyy-mm-dd").bytes(), red(2, 1), doubt)));
  }

  @Test
  void saysAllThatIsWrongWithACellInOneComment() throws IOException {
    CellMark doubt = new CellMark(2, 1, CellMark.Color.YELLOW, "Is this right?");
    assertEquals(
        List.of("B2 FFFFC7CE Is this right?\n\nNot <12> & so"),
        comments(marked(Book.ofRows(ROWS).bytes(), doubt, red(2, 1))));
  }

  @Test
  void marksCellsThatAreEmptyRowsAndThePlaceOfAWholeFile() throws IOException {
    assertEquals(
        List.of(
            "A1 FFFFC7CE Not <12> & so",
            "A3 FFFFC7CE Not <12> & so",
            "B4 FFFFC7CE Not <12> & so",
            "C2 FFFFC7CE Not <12> & so",
            "C4 FFFFC7CE Not <12> & so",
            "E4 FFFFC7CE Not <12> & so"),
        comments(
            marked(
                Book.ofRows(ROWS).bytes(),
                red(0, -1),
                red(2, 2),
                red(3, -1),
                red(4, -1),
                red(4, 1),
                red(4, 4))));
    assertEquals(
        List.of("A1 FFFFC7CE Not <12> & so"),
        comments(marked(Book.ofSheet("<sheetData/>").bytes(), red(0, -1))));
  }

  @Test
  void keepsTheFormatOfWhatItMarks() throws IOException {
    byte[] copy = marked(Book.ofRows(ROWS).formats("yyyy-mm-dd").bytes(), red(2, 0));
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(copy))) {
      Cell cell = read.getSheetAt(0).getRow(1).getCell(0);
      assertEquals("yyyy-mm-dd", cell.getCellStyle().getDataFormatString());
      assertEquals(45790, cell.getNumericCellValue());
    }
  }

  @Test
  void takesOverAllOtherPartsAsTheyAre() throws IOException {
    byte[] workbook =
        Book.ofSheets("One", "<sheetData>" + ROWS + "</sheetData>", "Two", "<sheetData/>")
            .part("docProps/app.xml", "<a/>")
            .part("xl/media/picture.png", new byte[] {1, 2, 3, 0, -1})
            .bytes();
    Map<String, byte[]> before = parts(workbook);
    Map<String, byte[]> after = parts(marked(workbook, red(2, 1)));
    assertEquals(
        List.copyOf(before.keySet()), List.copyOf(after.keySet()).subList(0, before.size()));
    assertEquals(
        List.of(
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/worksheets/_rels/sheet1.xml.rels"),
        after.keySet().stream().filter(name -> !before.containsKey(name)).sorted().toList());
    for (String name : before.keySet()) {
      if (!List.of("[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet1.xml")
          .contains(name)) {
        assertArrayEquals(before.get(name), after.get(name), name);
      }
    }
    assertEquals(
        new String(before.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8),
        new String(after.get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8)
            .replace("<c s=\"1\" r=\"B2\">", "<c r=\"B2\">")
            .replaceFirst("<legacyDrawing[^>]*>", ""));
    assertEquals(Book.read(workbook), Book.read(marked(workbook, red(2, 1))));
  }

  @Test
  void writesBehindTheCommentsThatACellHas() throws IOException {
    byte[] once = marked(Book.ofRows(ROWS).bytes(), red(2, 1), red(2, 3));
    CellMark more = new CellMark(2, 1, CellMark.Color.RED, "And more");
    byte[] twice = marked(once, more, new CellMark(4, 2, CellMark.Color.RED, "New"));
    assertEquals(
        List.of(
            "B2 FFFFC7CE Not <12> & so\n\nAnd more",
            "C4 FFFFC7CE New",
            "D2 FFFFC7CE Not <12> & so"),
        comments(twice));
    assertEquals(parts(once).keySet(), parts(twice).keySet());
  }

  @Test
  void marksWorkbooksAsOtherProgramsWriteThem() throws IOException {
    String withoutPlaces =
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>";
    String prefixed =
        ROWS.replaceAll("<(/?)([a-z])", "<$1x:$2").replace("<x:row r=\"3\"/>", "<x:row r='3' />");
    Book strict = Book.ofRows(ROWS).formats("yyyy-mm-dd");
    for (String part : List.of("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml")) {
      strict.part(
          part, strict.text(part).replace(Book.MAIN, Dialect.main(true)).replaceAll("^.*\\n", ""));
    }
    byte[] utf16 =
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet xmlns=\""
                + Book.MAIN
                + "\"><sheetData>"
                + ROWS
                + "</sheetData></worksheet>")
            .getBytes(StandardCharsets.UTF_16);
    Map<String, byte[]> workbooks = new LinkedHashMap<>();
    workbooks.put("without places", Book.ofRows(withoutPlaces).bytes());
    workbooks.put(
        "without styles",
        Book.ofRows(ROWS.replace(" s=\"1\"", "")).without("xl/styles.xml").bytes());
    workbooks.put(
        "with a prefix",
        Book.ofRows("")
            .part(
                "xl/worksheets/sheet1.xml",
                "<x:worksheet xmlns:x=\""
                    + Book.MAIN
                    + "\"><x:sheetData>"
                    + prefixed
                    + "</x:sheetData></x:worksheet>")
            .bytes());
    workbooks.put("in UTF-16", Book.ofRows("").part("xl/worksheets/sheet1.xml", utf16).bytes());
    workbooks.put(
        "behind rows", Book.ofSheet("<sheetData>" + ROWS + "</sheetData><extLst/>").bytes());
    workbooks.put("strict", strict.bytes());
    for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
      byte[] copy = marked(workbook.getValue(), red(2, 1), red(1, 0));
      List<String> before = Book.read(workbook.getValue());
      assertEquals(
          before.stream().filter(line -> !line.equals("NO_FORMATS")).toList(),
          Book.read(copy),
          workbook.getKey());
      assertTrue(before.size() > 3, workbook.getKey());
      if (!workbook.getKey().equals("strict")) {
        assertEquals(
            List.of("A1 FFFFC7CE Not <12> & so", "B2 FFFFC7CE Not <12> & so"),
            comments(copy),
            workbook.getKey());
      }
    }
  }

  @Test
  void leavesADamagedSheetAsItIs() {
    byte[] workbook =
        Book.ofSheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row").bytes();
    Workbook read = (Workbook) XlsxFile.open(workbook);
    MarkedCopy.Copy copy = MarkedCopy.of(read, Map.of(read.sheets().get(0), List.of(red(1, 0))));
    assertEquals(0, copy.cells());
    assertEquals(Book.read(workbook), Book.read(copy.bytes()));
  }
}
