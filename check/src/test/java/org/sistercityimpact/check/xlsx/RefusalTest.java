package org.sistercityimpact.check.xlsx;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are refused, why, and before how much of them was unpacked. */
class RefusalTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String ONE = "<row r=\"1\"><c><v>1</v></c></row>";

  private static void assertRefused(Refusal expected, byte[] bytes) {
    assertEquals(expected, XlsxFile.open(bytes));
    assertTrue(XlsxFile.isClaimedBy(bytes));
  }

  /** A sound workbook whose part of a path is this deflated one instead. */
  private static byte[] with(String path, byte[] deflated, int size) {
    Book book = Book.ofRows(ONE);
    RawZip zip = new RawZip();
    for (String other :
        List.of(
            "_rels/.rels",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            SHEET,
            "xl/styles.xml",
            "xl/sharedStrings.xml")) {
      if (!other.equals(path)) {
        zip.stored(other, book.text(other).getBytes(UTF_8));
      }
    }
    return zip.part(path, 8, 0, deflated, 0, size).bytes();
  }

  private static byte[] repeated(String text, int length) {
    byte[] once = text.getBytes(UTF_8);
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = once[i % once.length];
    }
    return bytes;
  }

  private static byte[] letters(int count) {
    Random random = new Random(2);
    byte[] letters = new byte[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    return letters;
  }

  @Test
  void refusesWhatIsTooLargeOrOfTooManyParts() {
    byte[] large = new byte[50_000_001];
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, large, 0, 4);
    assertRefused(Refusal.TOO_LARGE, large);
    RawZip many = new RawZip();
    for (int i = 0; i < 1_001; i++) {
      many.stored("part" + i, new byte[0]);
    }
    assertRefused(Refusal.TOO_MANY_PARTS, many.bytes());
  }

  @Test
  void refusesWhatSaysThatItUnpacksTooLarge() {
    byte[] bytes = with("xl/media/image1.bin", new byte[] {3, 0}, 500_000_001);
    assertRefused(Refusal.UNPACKS_TOO_LARGE, bytes);
  }

  @Test
  void countsWhatIsUnpackedWhateverTheFileSaysOfItsSizes() {
    // 600 MB that say they are 1,000 bytes, at a ratio below 100.
    byte[] block = Arrays.copyOf(letters(15_000), 1_000_000);
    for (int i = 15_000; i < block.length; i++) {
      block[i] = block[i - 15_000];
    }
    byte[] head = ("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>").getBytes(UTF_8);
    byte[] large = RawZip.deflated(head, block, 600, new byte[0]);
    assertTrue(600_000_000L < 100L * large.length && large.length < 50_000_000);
    assertRefused(Refusal.UNPACKS_TOO_LARGE, with(SHEET, large, 1_000));
  }

  @Test
  void refusesAPartThatUnpacksTooFar() {
    byte[] blanks = repeated(" ", 1_000_000);
    for (String path :
        List.of(SHEET, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels")) {
      byte[] head = Book.ofRows("").text(path).replaceFirst("</[A-Za-z]+>$", "").getBytes(UTF_8);
      byte[] bomb = RawZip.deflated(head, blanks, 400, new byte[0]);
      assertRefused(Refusal.UNPACKS_TOO_FAR, with(path, bomb, 1_000));
    }
  }

  @Test
  void readsASmallPartThatUnpacksFar() {
    assertEquals(
        List.of("A1 NUMBER 1"),
        Book.ofSheet("<sheetData>" + ONE + "</sheetData><!--" + " ".repeat(90_000) + "-->").read());
  }

  @Test
  void refusesPartsThatLieOnTopOfEachOther() {
    byte[] packed = RawZip.deflated(new byte[0], repeated("<row/>", 50_000), 20, new byte[0]);
    RawZip zip = new RawZip().part("a0", 8, 0, packed, 0, 1_000_000);
    for (int i = 1; i < 100; i++) {
      zip.again("a" + i, 8, 0, packed.length, 0, 1_000);
    }
    assertRefused(Refusal.UNPACKS_TOO_FAR, zip.bytes());
  }

  @Test
  void refusesMoreTextThanCanBeHeld() {
    byte[] block = Arrays.copyOf("<si><t>".getBytes(UTF_8), 30_020);
    System.arraycopy(letters(15_000), 0, block, 7, 15_000);
    System.arraycopy(letters(15_000), 0, block, 15_007, 15_000);
    System.arraycopy("</t></si>    ".getBytes(UTF_8), 0, block, 30_007, 13);
    byte[] many = RawZip.deflated("<sst>".getBytes(UTF_8), block, 3_500, "</sst>".getBytes(UTF_8));
    assertRefused(Refusal.TOO_MUCH_TEXT, with("xl/sharedStrings.xml", many, 1_000));
  }

  @Test
  void refusesADocumentTypeInEveryPartThatItReads() {
    String bomb = "<!DOCTYPE lolz [<!ENTITY lol \"lol\">]>";
    for (String path :
        List.of(
            SHEET,
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels")) {
      Book book = Book.ofRows(ONE);
      book.part(path, bomb + book.text(path).substring(book.text(path).indexOf("?>") + 2));
      assertRefused(Refusal.DOCUMENT_TYPE, book.bytes());
    }
  }

  @Test
  void refusesOneNameTwiceAlsoInAnotherCase() {
    byte[] sheet = "<worksheet/>".getBytes(UTF_8);
    assertRefused(
        Refusal.ONE_NAME_TWICE, new RawZip().stored(SHEET, sheet).stored(SHEET, sheet).bytes());
    assertRefused(
        Refusal.ONE_NAME_TWICE,
        Book.ofRows(ONE).part("XL/Worksheets/Sheet1.xml", "<worksheet/>").bytes());
  }

  @Test
  void refusesValuesFromOtherFilesButNotLinksToPages() {
    assertRefused(
        Refusal.EXTERNAL_LINKS,
        Book.ofRows(ONE).part("xl/externalLinks/externalLink1.xml", "<externalLink/>").bytes());
    assertEquals(
        List.of("A1 NUMBER 1"),
        Book.ofRows(ONE)
            .part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"x/hyperlink\" Target=\"mailto:a@b.example\" TargetMode=\"External\"/></Relationships>")
            .read());
  }

  @Test
  void readsNoPartThatLiesOutsideTheFile() {
    Book book = Book.ofRows(ONE);
    book.part(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"http://example.org/sheet.xml\" TargetMode=\"External\"/></Relationships>");
    assertEquals(List.of("SHEET_MISSING"), book.read());
    book.links("xl/_rels/workbook.xml.rels", "worksheet", "../../../../etc/passwd");
    assertEquals(List.of("SHEET_MISSING"), book.read());
  }

  private static byte[] ole(String stream) {
    byte[] bytes = new byte[2_048];
    int[] mark = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (int i = 0; i < mark.length; i++) {
      bytes[i] = (byte) mark[i];
    }
    byte[] name = stream.getBytes(UTF_16LE);
    System.arraycopy(name, 0, bytes, 1_024 + 128, name.length);
    return bytes;
  }

  @Test
  void tellsOtherDocumentsByTheirBytes() {
    assertRefused(Refusal.PASSWORD, ole("EncryptedPackage"));
    assertRefused(Refusal.OLD_EXCEL, ole("Workbook"));
    assertRefused(Refusal.OLD_EXCEL, ole("Book"));
    assertRefused(Refusal.NOT_A_WORKBOOK, ole("WordDocument"));
    assertRefused(Refusal.OLD_EXCEL, new byte[] {9, 4, 6, 0, 0, 0, 16, 0});
    byte[] xml = "<x/>".getBytes(UTF_8);
    byte[] ods = "application/vnd.oasis.opendocument.spreadsheet".getBytes(UTF_8);
    byte[] odt = "application/vnd.oasis.opendocument.text".getBytes(UTF_8);
    assertRefused(
        Refusal.OPEN_DOCUMENT,
        new RawZip().stored("mimetype", ods).stored("content.xml", xml).bytes());
    assertRefused(
        Refusal.NOT_A_WORKBOOK,
        new RawZip().stored("mimetype", odt).stored("content.xml", xml).bytes());
    assertRefused(Refusal.NUMBERS, new RawZip().stored("Index/Document.iwa", xml).bytes());
    assertRefused(Refusal.NUMBERS, new RawZip().stored("Index.zip", xml).bytes());
    assertRefused(Refusal.BINARY_EXCEL, new RawZip().stored("xl/workbook.bin", xml).bytes());
    assertRefused(Refusal.ARCHIVE, new RawZip().stored("exchanges.csv", xml).bytes());
    assertRefused(Refusal.TEXT_DOCUMENT, new RawZip().stored("word/document.xml", xml).bytes());
    assertRefused(Refusal.ARCHIVE, new RawZip().bytes());
    assertRefused(
        Refusal.TEXT_DOCUMENT,
        Book.ofRows(ONE)
            .links("_rels/.rels", "officeDocument", "word/document.xml")
            .part("word/document.xml", "<w:document xmlns:w=\"w\"/>")
            .without("xl/workbook.xml")
            .bytes());
    assertRefused(Refusal.PASSWORD, new RawZip().part(SHEET, 8, 1, xml, 0, 4).bytes());
    assertRefused(Refusal.NO_SHEET, Book.ofRows(ONE).workbook("<sheets/>").bytes());
  }

  @Test
  void saysOfATextThatItIsNoWorkbook() {
    for (String text : List.of("", "PK", "exchange_id,year\nE1,2025\n", "PK,1\n")) {
      assertFalse(XlsxFile.isClaimedBy(text.getBytes(UTF_8)), text);
      assertEquals(Refusal.NOT_A_WORKBOOK, XlsxFile.open(text.getBytes(UTF_8)));
    }
  }

  @Test
  void refusesWhatWasCutOffAndLosesASheetToAWrongSum() {
    byte[] whole = Book.ofRows(ONE).bytes();
    for (int length = 4; length < whole.length; length++) {
      assertRefused(Refusal.DAMAGED, Arrays.copyOf(whole, length));
    }
    byte[] sheet = Book.ofRows(ONE).text(SHEET).getBytes(UTF_8);
    byte[] wrongSum = RawZip.deflated(sheet, new byte[0], 0, new byte[0]);
    assertEquals(
        List.of("A1 NUMBER 1", "broken at row 1"), Book.read(with(SHEET, wrongSum, sheet.length)));
    byte[] cut = Arrays.copyOf(wrongSum, wrongSum.length / 2);
    assertEquals(List.of("broken at row 1"), Book.read(with(SHEET, cut, sheet.length)));
    assertRefused(Refusal.DAMAGED, with("xl/styles.xml", wrongSum, sheet.length));
  }

  @Test
  void readsAZipBehindOtherBytes() {
    byte[] book = Book.ofRows(ONE).bytes();
    byte[] moved = new byte[book.length + 4];
    System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, moved, 0, 4);
    System.arraycopy(book, 0, moved, 4, book.length);
    assertEquals(List.of("A1 NUMBER 1"), Book.read(moved));
  }

  @Test
  void saysWhyAndWhatToDo() {
    for (Refusal refusal : Refusal.values()) {
      assertTrue(
          refusal.because().matches("(it|a part of it|its XML|two of its parts) .*[^.]"),
          refusal.because());
      assertTrue(refusal.advice().matches("[A-Z].*[^.]"), refusal.advice());
    }
    assertEquals("it is protected by a password", Refusal.PASSWORD.because());
    assertEquals(
        "Open it in a spreadsheet program, save it as Excel Workbook (.xlsx), and send that",
        Refusal.OLD_EXCEL.advice());
  }
}
