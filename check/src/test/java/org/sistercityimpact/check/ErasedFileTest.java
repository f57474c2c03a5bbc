package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person goes out of a file, and nothing else does. */
class ErasedFileTest {
  private static final String HOURS = "volunteer,volunteers,month,activity,hours,youth,notes\n";

  private static Person person(String... values) {
    return Person.of(List.of(values), Submission.CONTRACTS, Set.of("trier", "de"), 4);
  }

  private static List<ErasedFile.ReadAs> as(String dataset) {
    return List.of(new ErasedFile.ReadAs(null, Submission.CONTRACTS.named(dataset).orElseThrow()));
  }

  private static String without(String text, String... values) {
    byte[] bytes =
        ErasedFile.of(text.getBytes(StandardCharsets.UTF_8), as("volunteer_hours"), person(values))
            .bytes();
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static List<String> places(ErasedFile file) {
    return file.places().stream()
        .map(p -> "%s %d %s %s".formatted(p.sheet(), p.row(), p.letter(), p.field()))
        .toList();
  }

  @Test
  void keepsQuotesLineEndsAndAllElse() {
    assertEquals(
        "volunteer,month,hours,notes\r\n"
            + "erased-4,2025-01,5,\"with \"\"erased-4\"\", as ever\"\r\n"
            + "\"erased-5\" ,2025-01,5,\r\n"
            + "Adam Example,2025-01,5,Bada Example",
        without(
            "volunteer,month,hours,notes\r\n"
                + " ADA  example,2025-01,5,\"with \"\"Ada Example\"\", as ever\"\r\n"
                + "\"Example, Ada\" ,2025-01,5,\r\n"
                + "Adam Example,2025-01,5,Bada Example",
            "Ada Example",
            "Example, Ada"));
  }

  @Test
  void takesANameOutOfTwoColumnsThatHoldItTogether() throws IOException {
    assertEquals(
        "Last name,First name,month,hours\n,erased-4,2025-01,5\nExample,Bo,2025-01,5\nOther,Ada,2025-01,5\n",
        without(
            "Last name,First name,month,hours\nExample,ada ,2025-01,5\nExample,Bo,2025-01,5\nOther,Ada,2025-01,5\n",
            "Ada Example"));
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("volunteer_hours");
      String[][] rows = {
        {"First name", "Last name", "month", "hours"}, {"Ada", "Example", "2025-01", "5"},
        {"Ada", "Other", "2025-01", "5"}, {"Ada Example", "Jr", "2025-01", "5"},
      };
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          (column == 0 ? sheet.createRow(row) : sheet.getRow(row))
              .createCell(column)
              .setCellValue(rows[row][column]);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      ErasedFile left =
          ErasedFile.of(out.toByteArray(), as("volunteer_hours"), person("Ada Example"));
      assertEquals(
          List.of(
              "volunteer_hours 2 A volunteer",
              "volunteer_hours 2 B volunteer",
              "volunteer_hours 4 A volunteer",
              "volunteer_hours 4 B volunteer"),
          places(left));
      try (XSSFWorkbook again = new XSSFWorkbook(new ByteArrayInputStream(left.bytes()))) {
        StringBuilder names = new StringBuilder();
        again
            .getSheetAt(0)
            .forEach(
                row -> names.append(row.getCell(0)).append(' ').append(row.getCell(1)).append('|'));
        assertEquals("First name Last name|erased-4 |Ada Other|erased-4 Jr |", names.toString());
      }
    }
  }

  @Test
  void saysInWhichCellsThePersonStood() {
    ErasedFile erased =
        ErasedFile.of(
            (HOURS + "Ada Example,,2025-01,hosting,5,,\n\nB,,2025-01,hosting,5,,by ada example!\n")
                .getBytes(StandardCharsets.UTF_8),
            as("volunteer_hours"),
            person("Ada Example"));

    assertEquals(List.of("null 2 A volunteer", "null 4 G null"), places(erased));
  }

  @Test
  void takesANumberAPlaceOrAShortWordForAPersonOnlyWherePeopleStand() {
    String text = HOURS + "7,,2025-01,hosting,7,,7 of 7\nTrier,,2025-01,hosting,5,,in Trier\n";

    assertEquals(
        HOURS + "erased-4,,2025-01,hosting,7,,7 of 7\nerased-5,,2025-01,hosting,5,,in Trier\n",
        without(text, "7", "Trier"));
  }

  @Test
  void findsTelephonesAndAddressesButNoPartOfOthers() {
    assertEquals(
        HOURS
            + ",3,2025-01,hosting,5,,\"call erased-5, write erased-4.\"\n"
            + ",3,2025-01,hosting,5,,jo.ada@example.org and ada@example.org.uk\n",
        without(
            HOURS
                + ",3,2025-01,hosting,5,,\"call 817-555-0147, write Ada@Example.org.\"\n"
                + ",3,2025-01,hosting,5,,jo.ada@example.org and ada@example.org.uk\n",
            "ada@example.org",
            "817-555-0147"));
  }

  @Test
  void findsNamesOfScriptsWithoutSpaces() {
    assertEquals(
        HOURS + ",3,2025-01,hosting,5,,erased-4さんと\n",
        without(HOURS + ",3,2025-01,hosting,5,,山田花子さんと\n", "山田花子"));
  }

  @Test
  void givesTheVeryBytesBackWhereNobodyIs() {
    byte[] bytes = HOURS.getBytes(StandardCharsets.UTF_8);

    assertSame(bytes, ErasedFile.of(bytes, as("volunteer_hours"), person("Ada Example")).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "windows-1252", "windows-1250", "x-MacRoman", "IBM850", "UTF-16LE"})
  void keepsTheEncoding(String name) {
    Charset charset = Charset.forName(name);
    String before =
        "volunteer;month;hours;notes\nZoë Müller;2025-01;5;\nJosé Núñez;2025-01;5;Fête à Orléans\nRené Gérard;2025-02;6;mit Zoë Müller\n";
    if (name.equals("windows-1250")) {
      before =
          before.replace("José Núñez", "Łukasz Żak").replace("Fête à Orléans", "Święto w Łodzi");
      before = before.replace("René Gérard", "Młodzież Gdańska");
    }
    byte[] bytes = before.getBytes(charset);

    ErasedFile erased = ErasedFile.of(bytes, as("volunteer_hours"), person("zoë MÜLLER"));

    assertArrayEquals(before.replace("Zoë Müller", "erased-4").getBytes(charset), erased.bytes());
  }

  @Test
  void goesOverToUtf8WhereTheRestWouldBeReadOtherwise() {
    // What told that it is Mac Roman goes; what is left alone is as likely of another encoding.
    Charset mac = Charset.forName("x-MacRoman");
    String before = "volunteer,month,hours,notes\nZoë Müller,2025-01,5,\nX,2025-01,5,– é\n";
    byte[] bytes = before.getBytes(mac);
    Submission was = Submission.of("volunteer_hours", bytes, Submission.FORT_WORTH_2025);

    byte[] left = ErasedFile.of(bytes, as("volunteer_hours"), person("Zoë Müller")).bytes();

    Submission is = Submission.of("volunteer_hours", left, Submission.FORT_WORTH_2025);
    assertEquals(
        was.rows().stream()
            .map(row -> row.replace("Zoë Müller", "erased-4").replace("zoë müller", "erased-4"))
            .toList(),
        is.rows());
  }

  @Test
  void readsLinesInOnePairOfQuotes() {
    assertEquals(
        "\"volunteer,month,hours,notes\"\n\"erased-4,2025-01,5,\"\"so, erased-4\"\"\"\n",
        without(
                "\"volunteer,month,hours,notes\"\n\"V-1,2025-01,5,\"\"so, Ada Example\"\"\"\n",
                "V-1",
                "Ada Example")
            .replace("erased-5", "erased-4"));
  }

  @Test
  void aLetterLosesTheNameOverTheEndOfALine() {
    ErasedFile erased =
        ErasedFile.of(
            "Dear all,\nthanks to Ada\nExample.\n".getBytes(StandardCharsets.UTF_8),
            List.of(),
            person("Ada Example"));

    assertEquals(
        "Dear all,\nthanks to erased-4.\n", new String(erased.bytes(), StandardCharsets.UTF_8));
  }

  @Test
  void overwritesWhatIsNoTextAndSaysWhatItCannotSearch() {
    byte[] bytes = "%PDF-1.7 \0\0 (Ada Example) \0\0".getBytes(StandardCharsets.ISO_8859_1);

    ErasedFile erased = ErasedFile.of(bytes, List.of(), person("Ada Example"));

    assertEquals(
        "%PDF-1.7 \0\0 (xxxxxxxxxxx) \0\0",
        new String(erased.bytes(), StandardCharsets.ISO_8859_1));
    assertFalse(erased.isSearched());
  }

  @Test
  void takesThePersonOutOfEveryPartOfAWorkbook() throws IOException {
    byte[] before = workbook();

    ErasedFile erased =
        ErasedFile.of(
            before,
            List.of(
                new ErasedFile.ReadAs(
                    "volunteer_hours",
                    Submission.CONTRACTS.named("volunteer_hours").orElseThrow())),
            person("Ada Example", "7"));

    assertEquals(
        List.of(
            "volunteer_hours 2 A volunteer",
            "volunteer_hours 3 A volunteer",
            "volunteer_hours 3 D null",
            "erased-4 1 A null"),
        places(erased));
    assertTrue(erased.isSearched());
    assertEquals(List.of(), partsWith(erased.bytes(), "ada", "example"));
    try (XSSFWorkbook left = new XSSFWorkbook(new ByteArrayInputStream(erased.bytes()))) {
      XSSFSheet sheet = left.getSheet("volunteer_hours");
      assertEquals("erased-4", sheet.getRow(1).getCell(0).getStringCellValue());
      assertEquals("erased-5", sheet.getRow(2).getCell(0).getStringCellValue());
      assertEquals(7, sheet.getRow(2).getCell(2).getNumericCellValue(), "hours are no person");
      assertEquals("seen with erased-4 & co", sheet.getRow(2).getCell(3).getStringCellValue());
      assertEquals(
          "erased-4 said so",
          sheet.getCellComment(sheet.getRow(1).getCell(0).getAddress()).getString().getString());
      assertEquals("'erased-4'!A1", sheet.getRow(1).getCell(4).getCellFormula());
      assertEquals("erased-4", left.getProperties().getCoreProperties().getCreator());
      assertEquals("erased-4", left.getSheetAt(1).getSheetName());
      assertEquals("by erased-4", sheet.getHeader().getLeft());
    }
  }

  @Test
  void aDamagedWorkbookIsSearchedAsFarAsItGoes() throws IOException {
    byte[] whole = workbook();
    Random random = new Random(40);
    int unsearched = 0;
    for (int i = 0; i < 400; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);

      ErasedFile erased = ErasedFile.of(damaged, as("volunteer_hours"), person("Ada Example", "7"));

      unsearched += erased.isSearched() ? 0 : 1;
    }
    assertTrue(unsearched > 20, unsearched + " were told");
  }

  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("volunteer_hours");
      String[] header = {"volunteer", "month", "hours", "notes", "source"};
      for (int i = 0; i < header.length; i++) {
        (i == 0 ? sheet.createRow(0) : sheet.getRow(0)).createCell(i).setCellValue(header[i]);
      }
      sheet.createRow(1).createCell(0).setCellValue("Ada Example");
      sheet.getRow(1).createCell(1).setCellValue("2025-01");
      sheet.getRow(1).createCell(2).setCellValue(5);
      XSSFSheet other = book.createSheet("Ada Example");
      other.createRow(0).createCell(0).setCellValue("ADA EXAMPLE");
      sheet.getRow(1).createCell(4).setCellFormula("'Ada Example'!A1");
      sheet.createRow(2).createCell(0).setCellValue(7);
      sheet.getRow(2).createCell(1).setCellValue("2025-01");
      sheet.getRow(2).createCell(2).setCellValue(7);
      XSSFCell notes = sheet.getRow(2).createCell(3, CellType.STRING);
      XSSFRichTextString rich = new XSSFRichTextString("seen with Ada Example & co");
      XSSFFont bold = book.createFont();
      bold.setBold(true);
      rich.applyFont(12, 15, bold);
      notes.setCellValue(rich);
      XSSFComment comment =
          sheet
              .createDrawingPatriarch()
              .createCellComment(book.getCreationHelper().createClientAnchor());
      comment.setString("Ada Example said so");
      comment.setAuthor("Ada Example");
      sheet.getRow(1).getCell(0).setCellComment(comment);
      sheet.getHeader().setLeft("by Ada Example");
      book.getProperties().getCoreProperties().setCreator("Ada Example");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  /** The parts in which one of the words stands with the next behind it. */
  private static List<String> partsWith(byte[] workbook, String first, String second)
      throws IOException {
    List<String> parts = new java.util.ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String text =
            new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("<[^>]*>", "")
                .toLowerCase(Locale.ROOT);
        if (text.contains(first + " " + second)) {
          parts.add(part.getName());
        }
      }
    }
    return parts;
  }
}
