package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.xlsx.Book;
import org.sistercityimpact.warehouse.Manifest;

/** Workbooks from the inbox to rows and problems. */
class WorkbooksTest {
  private static final String HOME = "2025/US-TX-fort-worth/";
  private static final String BUDGETS =
      "line_id|category|funded_by|amount_usd\nB1|staff|city|1000\nB2|travel|private|12.5";
  private static final String EXCHANGES =
      "exchange_id|partnership_id|direction|purpose|start_date|end_date|people|lodging\n"
          + "E1|US-TX-fort-worth~DE-trier|inbound|youth|2025-05-05|2025-05-09|9|hotel";

  @TempDir Path folder;
  private Network network;

  @BeforeEach
  void makeAnInbox() throws IOException {
    network = new Network(folder);
  }

  /** Lines of cells between bars, as a sheet; what looks like a number is one. */
  static String sheet(String text) {
    return sheet(text, 0, "");
  }

  /** The same from below some empty rows, with what stands behind the rows. */
  private static String sheet(String text, int above, String behind) {
    StringBuilder rows = new StringBuilder("<sheetData>");
    int row = above;
    for (String line : text.split("\n")) {
      rows.append("<row r=\"").append(++row).append("\">");
      char column = 'A';
      for (String cell : line.split("[|]")) {
        rows.append("<c r=\"").append(column++).append(row);
        if (cell.startsWith("<")) {
          rows.append("\" ").append(cell.substring(1)).append("</c>");
        } else if (cell.matches("[0-9.]+")) {
          rows.append("\"><v>").append(cell).append("</v></c>");
        } else {
          rows.append("\" t=\"inlineStr\"><is><t>");
          rows.append(Book.escaped(cell)).append("</t></is></c>");
        }
      }
      rows.append("</row>");
    }
    return rows + "</sheetData>" + behind;
  }

  private String submissions() {
    return network.query(
        "SELECT file, sheet, dataset, status, rows_read, rows_accepted FROM raw_submissions WHERE file NOT LIKE 'registry/%' ORDER BY file, sheet");
  }

  private String problems() {
    return network.query(
        "SELECT sheet, source_row, column_letter, code, message FROM raw_problems ORDER BY file, sheet, source_row, code, message");
  }

  @Test
  void sheetsOfHoursThatDifferAreToBePutOnOneSheet() throws IOException {
    String hours = "volunteer|month|activity|hours\n%s|2025-05|events|%d";
    network.put(
        HOME + "volunteer_hours.xlsx",
        Book.ofSheets(
                "Trier", sheet(hours.formatted("V1", 3)), "Nimes", sheet(hours.formatted("V2", 4)))
            .bytes());
    assertEquals(2, network.ingest().named().conflicting().size());
    assertEquals(
        "Put all rows on one sheet, each once; if the sheets are parts of the year, name them so, such as 'Q1'",
        network.query("SELECT DISTINCT fix FROM raw_problems WHERE code = 'conflicting-files'"));
    network.put(
        HOME + "volunteer_hours.xlsx",
        Book.ofSheets("Q1", sheet(hours.formatted("V1", 3)), "Q2", sheet(hours.formatted("V2", 4)))
            .bytes());
    assertEquals(List.of(), network.ingest().named().conflicting());
  }

  @Test
  void aSheetIsTheDatasetThatItsNameOrItsColumnsMean() throws IOException {
    network.put(
        HOME + "Fort Worth 2025.xlsx",
        Book.ofSheets(
                "Exchanges 2025",
                sheet("Our exchanges\n" + EXCHANGES, 2, ""),
                "Hoja1",
                sheet(BUDGETS),
                "To do",
                sheet("Call the hotel"),
                "Sheet9",
                sheet(""))
            .bytes());
    IngestReport report = network.ingest();
    assertEquals(
        """
        2025/US-TX-fort-worth/Fort Worth 2025.xlsx|Exchanges 2025|exchanges|in_force|1|1
        2025/US-TX-fort-worth/Fort Worth 2025.xlsx|tab 2|budgets|in_force|2|2"""
            .strip(),
        submissions());
    assertEquals(
        """
        Exchanges 2025|null|null|header-below|The header was found in row 4, and what stands above it was not read
        Exchanges 2025|null|null|sheet-read|The sheet was taken for exchanges
        tab 2|null|null|sheet-read|The sheet was taken for budgets
        tab 3|null|null|sheet-not-read|This sheet is no dataset by its name or its columns, and was not read"""
            .strip(),
        problems());
    assertEquals(
        "5|E1|US-TX-fort-worth~DE-trier|9",
        network.query("SELECT source_row, exchange_id, partnership_id, people FROM raw_exchanges"));
    assertEquals(
        "2|B1|1000.00\n3|B2|12.50",
        network.query("SELECT source_row, line_id, amount_usd FROM raw_budgets ORDER BY 1"));
    assertEquals(List.of(HOME + "Fort Worth 2025.xlsx, sheet tab 3"), report.named().strays());
    Manifest before = network.warehouse.manifest();
    assertEquals(0, network.ingest().files().fresh());
    assertEquals(before, network.warehouse.manifest());
  }

  @Test
  void aFileNamedAfterItsDatasetNeedsNoNameOfItsSheet() throws IOException {
    network.put(
        HOME + "budgets.xlsx",
        Book.ofSheets("Sheet1", sheet("Line|Amount\nB1|5"), "Sheet2", sheet("")).bytes());
    network.ingest();
    assertEquals(HOME + "budgets.xlsx|Sheet1|budgets|unusable|0|0", submissions());
    network.put(HOME + "budgets.xlsx", Book.ofSheets("Sheet1", sheet(BUDGETS)).bytes());
    network.ingest();
    assertEquals("3", network.query("SELECT MAX(source_row) FROM raw_budgets"));
    assertEquals(
        "Sheet1|null|null|missing-column|The header lacks category, funded_by", problems());
    assertEquals(
        "superseded\nin_force",
        network.query(
            "SELECT status FROM raw_submissions WHERE dataset = 'budgets' ORDER BY received_at"));
  }

  @Test
  void anOddCellCostsThatCellAndIsToldByItsKind() throws IOException {
    network.put(
        HOME + "budgets.xlsx",
        Book.ofSheets(
                "Budgets!",
                sheet(
                    BUDGETS
                        + "\nB3|staff|city|<><f>SUM(D2:D3)</f>"
                        + "\nB4|<t=\"e\"><v>#N/A</v>|city|7"
                        + "\nB5|staff|city|8|a note",
                    0,
                    "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"))
            .bytes());
    network.ingest();
    assertEquals(
        """
        Budgets|null|null|hidden-read|The sheet is hidden, and was read like the others
        Budgets|null|null|merged-cells|Cells are merged in B2:B3: the value counts for the first of them only
        Budgets|null|null|under-merged|Values lie unseen under merged cells, in B3, and were not read
        Budgets|null|E|unknown-column|This column is not one of budgets and was not read
        Budgets|3|B|value-missing|category is empty
        Budgets|4|D|no-stored-value|The cell of amount_usd shows a formula or a text whose value the file does not hold
        Budgets|5|B|placeholder|category is '#N/A', an error of the spreadsheet, and every row needs it"""
            .strip(),
        problems());
    assertEquals(HOME + "budgets.xlsx|Budgets|budgets|in_force|5|2", submissions());
  }

  /** A workbook of one sheet with one exchange, its dates given as cells. */
  private static Book exchange(String start, String end) {
    return Book.ofSheets(
        "Exchanges", sheet(EXCHANGES.replace("2025-05-05|2025-05-09", "<" + start + "|<" + end)));
  }

  @Test
  void aDayIsThatDayInBothDateSystemsAndAsIso() throws IOException {
    network.put(
        "2025/US-TX-fort-worth/exchanges.xlsx",
        exchange("s=\"1\"><v>45782</v>", "s=\"2\"><v>45786.75</v>")
            .formats("yyyy-mm-dd", "m/d/yy h:mm")
            .bytes());
    Book from1904 = exchange("s=\"1\"><v>43955</v>", "s=\"1\"><v>43959</v>").formats("14");
    String book = from1904.text("xl/workbook.xml");
    String sheets = book.substring(book.indexOf("<sheets>"), book.indexOf("</workbook>"));
    from1904.workbook("<workbookPr date1904=\"1\"/>" + sheets);
    network.put("2024/US-TX-fort-worth/exchanges.xlsx", from1904.bytes());
    network.put(
        "2023/US-TX-fort-worth/exchanges.xlsx",
        exchange("t=\"d\"><v>2023-05-05</v>", "t=\"d\"><v>2023-05-09T00:00:00Z</v>").bytes());
    network.ingest();
    assertEquals(
        "2023-05-05|2023-05-09\n2024-05-05|2024-05-09\n2025-05-05|2025-05-09",
        network.query("SELECT start_date, end_date FROM raw_exchanges ORDER BY 1"));
    assertEquals(
        "Exchanges|2|F|date-read|end_date is '2025-05-09T18:00:00'; it was read as 2025-05-09",
        problems());
  }

  @Test
  void aNumberIsADayWhereTheWorkbookHasNoFormats() throws IOException {
    network.put(
        HOME + "exchanges.xlsx",
        exchange("><v>45782</v>", "><v>45786</v>").without("xl/styles.xml").bytes());
    network.ingest();
    assertEquals(
        "2025-05-05|2025-05-09",
        network.query("SELECT start_date, end_date FROM raw_exchanges ORDER BY 1"));
    assertEquals(
        """
        Exchanges|null|null|no-formats|The workbook has no number formats, so that a date in it looks like a number
        Exchanges|2|F|date-read|end_date is '45786'; it was read as 2025-05-09
        Exchanges|2|E|date-read|start_date is '45782'; it was read as 2025-05-05"""
            .strip(),
        problems());
  }

  @Test
  void rowsAndCellsWithoutPlacesAreCountedAndImpossibleOnesTold() throws IOException {
    String counted =
        sheet(BUDGETS).replaceAll(" r=\"[A-Z]*[0-9]+\"", "").replaceFirst("<c>", "<c r=\"XFE1\">");
    network.put(HOME + "budgets.xlsx", Book.ofSheets("Budgets", counted).bytes());
    network.ingest();
    assertEquals(
        "2|B1|1000.00\n3|B2|12.50",
        network.query("SELECT source_row, line_id, amount_usd FROM raw_budgets ORDER BY 1"));
    assertEquals(
        "Budgets|null|null|odd-places|The file has rows or cells at places that no sheet has; they were read behind those before, at D2",
        problems());
  }

  @Test
  void oneCellThatTheFileLacksCostsThatCell() throws IOException {
    network.put(
        HOME + "budgets.xlsx",
        Book.ofSheets(
                "Budgets",
                sheet(
                    BUDGETS
                        + "\nB3|<t=\"s\"><v>0</v>|<t=\"s\"><v>9</v>|3"
                        + "\n<t=\"n\"><v>0012 x</v>|staff|city|4"
                        + "\n<t=\"b\"><v>1</v>|staff|city|<t=\"str\"><v>5</v>"))
            .shared("<t>travel</t>")
            .bytes());
    network.ingest();
    assertEquals(
        """
        2|B1|staff
        3|B2|travel
        5|0012 x|staff
        6|TRUE|staff"""
            .strip(),
        network.query("SELECT source_row, line_id, category FROM raw_budgets ORDER BY 1"));
    assertEquals(
        """
        Budgets|null|null|odd-cells|The kind that the file gives to A5 does not fit what stands there, which was read as text
        Budgets|4|C|no-stored-value|The cell of funded_by shows a formula or a text whose value the file does not hold"""
            .strip(),
        problems());
  }

  @Test
  void aMergedHeaderIsReadAndWhatIsHiddenIsTold() throws IOException {
    String rows =
        sheet(
                "Our money|||\n" + BUDGETS,
                0,
                "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"D2:E2\"/></mergeCells>")
            .replace(
                "<sheetData>", "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>")
            .replace("<row r=\"4\">", "<row r=\"4\" hidden=\"1\">");
    network.put(HOME + "budgets.xlsx", Book.ofSheets("Budgets", rows).bytes());
    network.ingest();
    assertEquals("2", network.query("SELECT COUNT(*) FROM raw_budgets"));
    assertEquals(
        """
        Budgets|null|null|header-below|The header was found in row 2, and what stands above it was not read
        Budgets|null|null|hidden-read|Column B is hidden, and was read like the others
        Budgets|null|null|hidden-read|Row 4 is hidden, and was read like the others"""
            .strip(),
        problems());
  }

  @Test
  void formatsAreReadAsTheScreenShowsThem() throws IOException {
    network.put(
        HOME + "exchanges.xlsx",
        Book.ofSheets(
                "Exchanges",
                sheet(
                    EXCHANGES
                            .replace("E1", "<s=\"1\"><v>7</v>")
                            .replace("lodging", "lodging|paid_from_here_share|spend_usd|public")
                        + "|<s=\"2\"><v>0.25</v>|<s=\"3\"><v>1234.5</v>|<t=\"b\"><v>0</v>\n"
                        + EXCHANGES.split("\n")[1].replace("E1", "<><v>123456789012345</v>")))
            .formats("000", "0%", "$#,##0.00")
            .bytes());
    network.ingest();
    assertEquals(
        "007|0.2500|1234.50|false\n123456789012345|null|null|null",
        network.query(
            "SELECT exchange_id, paid_from_here_share, spend_usd, public FROM raw_exchanges ORDER BY source_row"));
    assertEquals("", problems());
  }

  @Test
  void aTableOfTheRegistryMayBeAWorkbook() throws IOException {
    network.remove("registry/members.csv");
    network.remove("registry/partnerships.csv");
    network.put("registry/members.xlsx", Book.ofRows(rowsOf(Network.MEMBERS)).bytes());
    network.put("registry/partnerships.xlsx", Book.ofRows(rowsOf(Network.PARTNERSHIPS)).bytes());
    network.put(HOME + "exchanges.xlsx", Book.ofSheets("Exchanges", sheet(EXCHANGES)).bytes());
    IngestReport report = network.ingest();
    assertEquals(HOME + "exchanges.xlsx|Exchanges|exchanges|in_force|1|1", submissions());
    assertEquals("", problems());
    assertEquals(0, network.ingest().files().fresh());
  }

  private static String rowsOf(String csv) {
    String sheet = sheet(csv.replace(',', '|'));
    return sheet.substring("<sheetData>".length(), sheet.indexOf("</sheetData>"));
  }

  @Test
  void theSameDatasetOnTwoSheetsIsAConflictThatNamesBoth() throws IOException {
    network.put(
        HOME + "our year.xlsx",
        Book.ofSheets("Budget", sheet(BUDGETS), "Budgets", sheet(BUDGETS.replace("1000", "1")))
            .bytes());
    IngestReport report = network.ingest();
    assertEquals(
        List.of(HOME + "our year.xlsx, sheet Budget", HOME + "our year.xlsx, sheet Budgets"),
        report.named().conflicting());
  }

  @Test
  void whatIsNoWorkbookWeReadIsToldWithHowToSaveIt() throws IOException {
    network.put(HOME + "budgets.xls", new byte[] {9, 0, 4, 0, 0, 0, 0, 0});
    network.put(HOME + "exchanges.xlsx", Book.ofRows("").bytes());
    network.put(HOME + "photos.xlsx", Book.ofSheets("Sheet1", sheet("A|B")).bytes());
    network.put(HOME + "surveys.ods", "exchange_id,respondent\n".getBytes(StandardCharsets.UTF_8));
    network.ingest();
    String told =
        network.query(
            "SELECT file, code, message, fix FROM raw_problems WHERE severity = 'error' ORDER BY file");
    assertEquals(
        """
        2025/US-TX-fort-worth/budgets.xls|workbook-not-read|The workbook cannot be read: it is a workbook of Excel 97 to 2003 (.xls)|Open it in a spreadsheet program, save it as Excel Workbook (.xlsx), and send that
        2025/US-TX-fort-worth/photos.xlsx|no-sheet-read|No sheet of the workbook is a dataset by its name or its columns|Name each sheet after its dataset: budgets, events, exchanges, highlights, surveys, trade_contacts, volunteer_hours
        2025/US-TX-fort-worth/surveys.ods|missing-column|The header lacks wave|Add each missing column to the header and fill it"""
            .strip(),
        told);
    network.put("registry/members.csv", Network.MEMBERS + "US-OH-dublin,Dublin,OH,city,2015\n");
    network.ingest();
    assertEquals(
        told,
        network.query(
            "SELECT file, code, message, fix FROM raw_problems WHERE severity = 'error' ORDER BY file"));
  }

  @Test
  void aSheetIsCheckedAfreshFromTheOriginal() throws IOException {
    network.put(
        HOME + "year.xlsx",
        Book.ofSheets("Budgets", sheet(BUDGETS), "Exchanges", sheet(EXCHANGES)).bytes());
    network.ingest();
    String rows = "SELECT * FROM raw_exchanges";
    String before = network.query(rows);
    Files.delete(network.inbox.resolve(HOME + "year.xlsx"));
    network.put("registry/members.csv", Network.MEMBERS + "US-OH-dublin,Dublin,OH,city,2015\n");
    assertEquals(2 + 1, network.ingest().files().rechecked() - 1);
    assertEquals(before, network.query(rows));
    assertEquals("2", network.query("SELECT COUNT(*) FROM raw_budgets"));
  }

  @Test
  void aCityIsToldOfEachSheet() throws IOException {
    Path file =
        network.put(
            HOME + "year.xlsx",
            Book.ofSheets(
                    "Budgets", sheet(BUDGETS + "\nB3|stuff|city|1"), "Maria Lopez", sheet("x"))
                .bytes());
    List<FileCheck> checks = new CityFiles(Network.CONTRACTS).check(file, CityFiles.Said.NOTHING);
    assertEquals(
        List.of("Budgets budgets 3 2 [not-in-list]", "tab 2 null 0 0 [sheet-not-read]"),
        checks.stream()
            .map(
                c ->
                    "%s %s %d %d %s"
                        .formatted(
                            c.sheet(),
                            c.dataset(),
                            c.checked().read(),
                            c.checked().accepted(),
                            c.problems().stream().map(Problem::code).toList()))
            .toList());
  }
}
