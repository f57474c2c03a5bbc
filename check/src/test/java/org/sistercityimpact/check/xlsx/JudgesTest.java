package org.sistercityimpact.check.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Generated workbooks, read by us and by two judges, Apache POI and fastexcel-reader. We must read
 * what was written; so must they, but for the differences below, of which each says who is right.
 * {@code -Dworkbooks.judged=N} tries other numbers than the usual 200.
 */
class JudgesTest {
  private static final int COUNT = Integer.getInteger("workbooks.judged", 200);

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  /** Where a judge reads something else than was written; "": nothing. */
  private enum Difference {
    /**
     * A formula without a stored result. POI says 0, which nobody wrote; fastexcel gives a cell
     * without a value. We say that there is no value: so it stands in the file.
     */
    NO_RESULT("FORMULA_WITHOUT_VALUE", "NUMBER 0", ""),
    /**
     * A duration. POI reads 36 hours as noon of 1 January 1900; fastexcel leaves the format to its
     * caller. We are right: the screen shows 36:00.
     */
    DURATION("TIME 36:00:00", "DATE_TIME 1900-01-01T12:00", "NUMBER 1.5"),
    /**
     * 29 February 1900, a day of spreadsheets only. Both judges give the day after; the screen
     * shows what we read.
     */
    LEAP_DAY_OF_1900("DATE 1900-02-29", "DATE 1900-03-01", "DATE 1900-03-01"),
    /**
     * A time whose format has letters between its units. POI takes it for a number; the screen
     * shows a time.
     */
    QUOTED_UNITS("TIME 12:00:00", "NUMBER 0.5", "TIME 12:00:00"),
    /**
     * A carriage return as the standard escapes it. fastexcel leaves the escape, which no screen
     * shows.
     */
    ESCAPE("TEXT a\r\nb", "TEXT a\r\nb", "TEXT a_x000D_\nb"),
    /**
     * How an inline text is pronounced. fastexcel appends it to the text; the screen shows it
     * above, if at all.
     */
    PRONUNCIATION("TEXT 東京", "TEXT 東京", "TEXT 東京トウキョウ"),
    /**
     * A shared string out of range. Both judges read an empty cell without a word; we lose the cell
     * as well, and say so.
     */
    TEXT_MISSING("ERROR", "", ""),
    /**
     * A value that lies under merged cells. The screen does not show it, and we leave it out, with
     * a note; both judges read it.
     */
    UNDER_MERGED("", "NUMBER 7", "NUMBER 7");

    private final String ours;
    private final String poi;
    private final String fastexcel;

    Difference(String ours, String poi, String fastexcel) {
      this.ours = ours;
      this.poi = poi;
      this.fastexcel = fastexcel;
    }
  }

  /** What a whole workbook is like that one of the judges cannot read at all. */
  private enum Dialect {
    USUAL,
    /** A cell of an ISO date: POI loses the workbook, fastexcel the sheet. We lose nothing. */
    ISO_DATES,
    /** No styles: fastexcel loses the workbook. POI and we read numbers. */
    WITHOUT_STYLES,
    /** Rows without numbers: fastexcel counts them from 0, POI and we from 1 as the screen does. */
    WITHOUT_ROW_NUMBERS,
    /** Strict OOXML: POI refuses it, fastexcel finds no sheets. We read it. */
    STRICT,
    /** A number that is none: POI throws at the cell, fastexcel loses the sheet. We read a text. */
    ODD_NUMBER
  }

  private static final String[] FORMATS = {
    "yyyy-mm-dd",
    "mmm-yy",
    "dd/mm/yyyy hh:mm",
    "h:mm",
    "[h]:mm",
    "0.00%",
    "00000",
    "\"$\"#,##0.00",
    "@",
    "14",
    "h\"时\"mm\"分\"",
    "yyyy"
  };

  /** One workbook and what is in it, by its places. */
  private static final class Generated {
    final Random random;
    final Dialect dialect;
    final boolean from1904;
    final Map<String, String> ours = new TreeMap<>();
    final Map<String, String> poi = new TreeMap<>();
    final Map<String, String> fastexcel = new TreeMap<>();
    final StringBuilder rows = new StringBuilder();
    final List<String> shared = new ArrayList<>();
    final byte[] bytes;
    boolean odd;

    Generated(int seed) {
      // Neighboring seeds begin alike, so they are spread.
      random = new Random(seed * 0x9E3779B97F4A7C15L);
      dialect =
          seed % 10 == 0 ? Dialect.values()[seed / 10 % Dialect.values().length] : Dialect.USUAL;
      from1904 = random.nextInt(4) == 0;
      int row = 0;
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        row +=
            dialect == Dialect.WITHOUT_ROW_NUMBERS || random.nextInt(4) > 0
                ? 1
                : 1 + random.nextInt(50);
        addRow(row);
      }
      String merged = "";
      if (random.nextInt(3) == 0 && dialect == Dialect.USUAL) {
        merged = addMerged(row + 1);
      }
      bytes = book("<sheetData>" + rows + "</sheetData>" + merged).bytes();
    }

    private Book book(String content) {
      Book book = Book.ofSheet("<sheetPr/>" + content).formats(FORMATS);
      book.shared(shared.toArray(String[]::new));
      book.workbook(
          "<workbookPr date1904=\""
              + (from1904 ? 1 : 0)
              + "\"/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");
      if (dialect == Dialect.WITHOUT_STYLES) {
        book.without("xl/styles.xml");
      } else if (dialect == Dialect.STRICT) {
        for (String path :
            new String[] {
              "xl/workbook.xml",
              "xl/worksheets/sheet1.xml",
              "_rels/.rels",
              "xl/_rels/workbook.xml.rels"
            }) {
          book.part(
              path,
              book.text(path)
                  .replace(Book.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                  .replace(Book.LINKS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                  .replaceFirst("<\\?xml.*\\?>\n", ""));
        }
      }
      return book;
    }

    private void addRow(int row) {
      rows.append(dialect == Dialect.WITHOUT_ROW_NUMBERS ? "<row>" : "<row r=\"" + row + "\">");
      boolean references = dialect != Dialect.WITHOUT_ROW_NUMBERS && random.nextInt(3) > 0;
      int column = -1;
      for (int i = random.nextInt(10); i > 0; i--) {
        column += references ? 1 + random.nextInt(3) : 1;
        addCell(Reference.cell(row, column), references);
      }
      rows.append("</row>");
    }

    private void addCell(String place, boolean references) {
      String reference = references ? " r=\"" + place + "\"" : "";
      boolean styled = dialect != Dialect.WITHOUT_STYLES;
      switch (random.nextInt(styled ? 14 : 5)) {
        case 0:
          String shared = text();
          this.shared.add(
              rich(shared) + (random.nextBoolean() ? "<rPh sb=\"0\" eb=\"1\"><t>x</t></rPh>" : ""));
          cell(reference, 0, "s", "<v>" + (this.shared.size() - 1) + "</v>");
          same(place, shared.isEmpty() ? "" : "TEXT " + shared);
          break;
        case 1:
          String inline = text();
          cell(reference, 0, "inlineStr", "<is>" + rich(inline) + "</is>");
          same(place, inline.isEmpty() ? "" : "TEXT " + inline);
          break;
        case 2:
          number(place, reference, 0, "NUMBER ", decimal());
          break;
        case 3:
          boolean yes = random.nextBoolean();
          cell(
              reference,
              0,
              "b",
              (random.nextBoolean() ? "<f>TRUE()</f>" : "") + "<v>" + (yes ? 1 : 0) + "</v>");
          same(place, yes ? "BOOLEAN TRUE" : "BOOLEAN FALSE");
          break;
        case 4:
          cell(reference, 0, "e", "<v>#N/A</v>");
          same(place, "ERROR #N/A");
          break;
        case 5:
          String result = text();
          cell(reference, 0, "str", "<f>A1</f><v>" + Book.escaped(result) + "</v>");
          same(place, result.isEmpty() ? "" : "TEXT " + result);
          break;
        case 6:
          number(place, reference, 6, "PERCENT ", decimal());
          break;
        case 7:
          int id = random.nextInt(100_000);
          cell(reference, 7, null, "<v>" + id + "</v>");
          same(place, "NUMBER %05d".formatted(id));
          break;
        case 8:
          number(place, reference, 8 + random.nextInt(2), "NUMBER ", decimal());
          break;
        case 9:
          addDay(place, reference);
          break;
        case 10:
          int seconds = random.nextInt(86_400);
          cell(reference, 4, null, "<v>" + seconds / 86_400.0 + "</v>");
          same(place, "TIME " + full(LocalTime.ofSecondOfDay(seconds).toString()));
          break;
        case 11:
          addDifference(place, reference);
          break;
        case 12:
          cell(reference, 1, null, "");
          break;
        default:
          addOfDialect(place, reference);
          break;
      }
    }

    private static String full(String time) {
      return time.length() == 5 ? time + ":00" : time;
    }

    private void number(String place, String reference, int style, String kind, String number) {
      boolean binary = random.nextBoolean();
      cell(
          reference,
          style,
          random.nextBoolean() ? "n" : null,
          "<v>" + (binary ? Double.parseDouble(number) : number) + "</v>");
      same(place, kind + number);
    }

    /** Up to fifteen digits, as a person can type them, without zeros that mean nothing. */
    private String decimal() {
      long digits = (long) (random.nextDouble() * Math.pow(10, 1 + random.nextInt(15)));
      int scale = random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(3);
      var number = BigDecimal.valueOf(digits, scale);
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      return (random.nextInt(5) == 0 && number.signum() > 0 ? number.negate() : number)
          .toPlainString();
    }

    private void addDay(String place, String reference) {
      LocalDate day = LocalDate.of(1904, 1, 1).plusDays(random.nextInt(80_000));
      LocalDate zero = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
      int minutes = random.nextInt(3) == 0 ? random.nextInt(1_440) : 0;
      double days = day.toEpochDay() - zero.toEpochDay() + minutes / 1_440.0;
      String text = day.toString();
      int style = new int[] {1, 2, 3, 10, 12}[random.nextInt(5)];
      cell(
          reference,
          style,
          null,
          "<v>" + (minutes == 0 ? String.valueOf((long) days) : String.valueOf(days)) + "</v>");
      switch (style) {
        case 2:
          same(place, "DATE " + text.substring(0, 7));
          break;
        case 12:
          same(place, "DATE " + text.substring(0, 4));
          break;
        case 3:
          same(
              place,
              minutes == 0
                  ? "DATE " + text
                  : "DATE_TIME "
                      + text
                      + "T"
                      + full(LocalTime.ofSecondOfDay(minutes * 60L).toString()));
          break;
        default:
          same(place, "DATE " + text);
          break;
      }
    }

    private void addDifference(String place, String reference) {
      Difference difference = Difference.values()[random.nextInt(7)];
      boolean of1900 =
          difference == Difference.DURATION || difference == Difference.LEAP_DAY_OF_1900;
      if (of1900 && from1904) {
        difference = Difference.NO_RESULT;
      }
      switch (difference) {
        case NO_RESULT:
          cell(reference, 0, null, "<f>A1</f>");
          break;
        case DURATION:
          cell(reference, 5, null, "<v>1.5</v>");
          break;
        case LEAP_DAY_OF_1900:
          cell(reference, 1, null, "<v>60</v>");
          break;
        case QUOTED_UNITS:
          cell(reference, 11, null, "<v>0.5</v>");
          break;
        case TEXT_MISSING:
          cell(reference, 0, "s", "<v>9999</v>");
          break;
        case ESCAPE:
          cell(reference, 0, "inlineStr", "<is><t>a_x000D_\nb</t></is>");
          break;
        default:
          cell(
              reference,
              0,
              "inlineStr",
              "<is><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></is>");
          break;
      }
      differs(place, difference);
    }

    private void addOfDialect(String place, String reference) {
      odd = true;
      if (dialect == Dialect.ISO_DATES) {
        cell(reference, 1, "d", "<v>2025-05-13T00:00:00</v>");
        ours.put(place, "DATE 2025-05-13");
      } else if (dialect == Dialect.ODD_NUMBER) {
        cell(reference, 0, null, "<v>n/a</v>");
        ours.put(place, "TEXT n/a");
      } else {
        cell(reference, 0, null, "<v>1</v>");
        same(place, "NUMBER 1");
      }
    }

    private String addMerged(int row) {
      rows.append(
          "<row r=\"%1$d\"><c r=\"A%1$d\"><v>6</v></c><c r=\"B%1$d\"><v>7</v></c></row>"
              .formatted(row));
      same("A" + row, "NUMBER 6");
      differs("B" + row, Difference.UNDER_MERGED);
      return "<mergeCells><mergeCell ref=\"A%1$d:C%1$d\"/></mergeCells>".formatted(row);
    }

    private void cell(String reference, int style, String type, String content) {
      rows.append("<c").append(reference);
      rows.append(style > 0 ? " s=\"" + style + "\"" : "")
          .append(type == null ? "" : " t=\"" + type + "\"");
      rows.append('>').append(content).append("</c>");
    }

    private void same(String place, String read) {
      if (!read.isEmpty()) {
        ours.put(place, read);
        poi.put(place, read);
        fastexcel.put(place, read);
      }
    }

    private void differs(String place, Difference difference) {
      ours.put(place, difference.ours);
      poi.put(place, difference.poi);
      fastexcel.put(place, difference.fastexcel);
      ours.values().removeIf(String::isEmpty);
      poi.values().removeIf(String::isEmpty);
      fastexcel.values().removeIf(String::isEmpty);
    }

    private String text() {
      String[] words = {
        "",
        "Trier",
        "Fort Worth",
        " two  blanks ",
        "Müller & Söhne",
        "<b>",
        "\"quoted\"",
        "東京",
        "😀",
        "007",
        "=1+1",
        "a\nb",
        "_x",
        "]]>"
      };
      return words[random.nextInt(words.length)];
    }

    /** A text as one or as runs. */
    private String rich(String text) {
      int cut = text.length() > 3 && !text.contains("😀") ? 2 : 0;
      String plain = "<t xml:space=\"preserve\">%s</t>";
      if (cut == 0 || random.nextBoolean()) {
        return plain.formatted(Book.escaped(text));
      }
      return "<r><rPr><b/></rPr>"
          + plain.formatted(Book.escaped(text.substring(0, cut)))
          + "</r><r>"
          + plain.formatted(Book.escaped(text.substring(cut)))
          + "</r>";
    }
  }

  /** POI says in a log what it passes over. */
  @BeforeAll
  static void withoutALog() {
    System.setProperty(
        "log4j2.loggerContextFactory",
        "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
    System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
  }

  @Test
  void readsWhatWasWrittenAsTheJudgesDoButWhereTheyAreWrong() throws IOException {
    for (int seed = 1; seed <= COUNT; seed++) {
      Generated workbook = new Generated(seed);
      String which = "workbook " + seed + " " + workbook.dialect;
      assertSame(workbook.ours, ours(workbook.bytes), which);
      Dialect dialect = workbook.dialect;
      if (!workbook.odd && (dialect == Dialect.ISO_DATES || dialect == Dialect.ODD_NUMBER)) {
        dialect = Dialect.USUAL;
      }
      switch (dialect) {
        case ISO_DATES, ODD_NUMBER, STRICT:
          assertThrows(Exception.class, () -> poi(workbook), which);
          break;
        default:
          assertSame(workbook.poi, poi(workbook), "POI on " + which);
          break;
      }
      switch (dialect) {
        case USUAL, WITHOUT_ROW_NUMBERS:
          Map<String, String> expected =
              dialect == Dialect.USUAL ? workbook.fastexcel : oneRowHigher(workbook.fastexcel);
          assertSame(expected, fastexcel(workbook.bytes, expected), "fastexcel on " + which);
          break;
        default:
          assertThrows(Exception.class, () -> fastexcel(workbook.bytes, Map.of()), which);
          break;
      }
    }
  }

  private static void assertSame(
      Map<String, String> expected, Map<String, String> read, String who) {
    TreeSet<String> places = new TreeSet<>(expected.keySet());
    places.addAll(read.keySet());
    for (String place : places) {
      assertEquals(expected.get(place), read.get(place), who + " at " + place);
    }
  }

  private static Map<String, String> ours(byte[] bytes) {
    Map<String, String> cells = new TreeMap<>();
    SheetRows rows = ((Workbook) XlsxFile.open(bytes)).sheets().get(0).rows();
    while (rows.next()) {
      for (int column = 0; column < rows.width(); column++) {
        if (rows.kind(column) != CellKind.EMPTY) {
          String read = rows.kind(column) + " " + rows.text(column);
          cells.put(
              Reference.cell(rows.row(), column), rows.text(column).isEmpty() ? read.trim() : read);
        }
      }
    }
    assertEquals(0, rows.brokenAt());
    return cells;
  }

  private static Map<String, String> poi(Generated workbook) throws IOException {
    Map<String, String> cells = new TreeMap<>();
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook.bytes))) {
      for (var row : book.getSheetAt(0)) {
        for (var cell : row) {
          String place = Reference.cell(row.getRowNum() + 1, cell.getColumnIndex());
          String read = poi((XSSFCell) cell, workbook.poi.getOrDefault(place, ""));
          if (!read.isEmpty()) {
            cells.put(place, read);
          }
        }
      }
    }
    return cells;
  }

  private static String poi(XSSFCell cell, String expected) {
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    switch (type) {
      case NUMERIC:
        return DateUtil.isCellDateFormatted(cell)
            ? moment(cell.getLocalDateTimeCellValue(), expected)
            : number(cell.getNumericCellValue(), expected);
      case STRING:
        String text = cell.getStringCellValue();
        return text.isEmpty() ? "" : "TEXT " + text;
      case BOOLEAN:
        return cell.getBooleanCellValue() ? "BOOLEAN TRUE" : "BOOLEAN FALSE";
      case ERROR:
        return "ERROR " + cell.getErrorCellString();
      default:
        return "";
    }
  }

  private static Map<String, String> oneRowHigher(Map<String, String> cells) {
    Map<String, String> higher = new TreeMap<>();
    cells.forEach(
        (place, read) -> {
          String column = place.replaceAll("[0-9]", "");
          int row = Integer.parseInt(place.substring(column.length()));
          higher.put(column + (row - 1), read);
        });
    return higher;
  }

  private static Map<String, String> fastexcel(byte[] bytes, Map<String, String> expected)
      throws IOException {
    Map<String, String> cells = new TreeMap<>();
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS);
        var rows = book.getFirstSheet().openStream()) {
      rows.forEach(
          row -> {
            for (var cell : row) {
              if (cell == null) {
                continue;
              }
              String place = Reference.cell(row.getRowNum(), cell.getColumnIndex());
              String read = fastexcel(cell, expected.getOrDefault(place, ""));
              if (!read.isEmpty()) {
                cells.put(place, read);
              }
            }
          });
    }
    return cells;
  }

  private static String fastexcel(org.dhatim.fastexcel.reader.Cell cell, String expected) {
    Object value = cell.getValue();
    if (value == null || value.equals("")) {
      return "";
    } else if (value instanceof Boolean yes) {
      return yes ? "BOOLEAN TRUE" : "BOOLEAN FALSE";
    } else if (value instanceof BigDecimal number) {
      boolean moment = expected.startsWith("DATE") || expected.startsWith("TIME");
      return moment ? moment(cell.asDate(), expected) : number(number.doubleValue(), expected);
    }
    return (expected.startsWith("ERROR") ? "ERROR " : "TEXT ") + value;
  }

  /** A judge's number in the words of what is expected, if it is that number. */
  private static String number(double number, String expected) {
    String text = expected.substring(expected.indexOf(' ') + 1);
    boolean same =
        (expected.startsWith("NUMBER ") || expected.startsWith("PERCENT "))
            && Math.abs(Double.parseDouble(text) - number) <= 1e-15 * Math.abs(number);
    return same ? expected : "NUMBER " + number;
  }

  /** A judge's day and time in the words of what is expected, if it is no other. */
  private static String moment(LocalDateTime moment, String expected) {
    String text = expected.substring(expected.indexOf(' ') + 1);
    LocalDateTime rounded = moment.plusNanos(500_000_000).withNano(0);
    String read = rounded.toString();
    boolean same =
        expected.startsWith("TIME")
            ? Duration.between(rounded.toLocalDate().atStartOfDay(), rounded)
                .equals(Duration.between(LocalTime.MIN, LocalTime.parse(text)))
            : full(read).startsWith(text) || read.startsWith(text);
    return same ? expected : "moment " + read;
  }

  private static String full(String moment) {
    return moment.length() == 16 ? moment + ":00" : moment;
  }
}
