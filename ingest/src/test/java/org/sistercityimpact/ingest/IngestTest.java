package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.ingest.Network.BUDGETS;
import static org.sistercityimpact.ingest.Network.BUDGET_HEADER;
import static org.sistercityimpact.ingest.Network.budgets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DamageException;
import org.sistercityimpact.warehouse.Manifest;

/** What arrives, what it replaces, and what is in force after it. */
class IngestTest {
  @TempDir Path folder;
  private Network network;

  @BeforeEach
  void makeAnInbox() throws IOException {
    network = new Network(folder);
  }

  @Test
  void takesAFileAndSaysSo() throws IOException {
    network.put(BUDGETS, budgets(2) + "B3,staff,city,x\n");
    IngestReport report = network.ingest();
    assertEquals(BUDGETS + "|in_force|3|2|1|0", network.submissions());
    assertEquals(BUDGETS + "|4|D|not-a-number|error", network.problems());
    assertEquals(
        "2|US-TX-fort-worth|2025|B1|b1|staff|city|1.00|null\n3|US-TX-fort-worth|2025|B2|b2|staff|city|2.00|null",
        network.query("SELECT * EXCLUDE (submission_id) FROM raw_budgets ORDER BY source_row"));
    assertEquals(3, report.files().fresh());
    assertEquals(1, report.rows().rejectedInInbox());
    assertEquals("{error=1}", report.problems().bySeverity().toString());
    assertEquals("{not-a-number=1}", report.problems().byCode().toString());
    assertEquals(false, report.hasFindings());
  }

  @Test
  void theSameBytesTwiceAreNothingNewAndChangeNotOneByte() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.ingest();
    Manifest before = network.warehouse.manifest();
    byte[] manifest = Files.readAllBytes(network.warehouse.folder().resolve("manifest.json"));
    IngestReport again = network.ingest();
    assertEquals(
        "0 new, 3 known", again.files().fresh() + " new, " + again.files().known() + " known");
    assertEquals(before, network.warehouse.manifest());
    assertEquals(
        new String(manifest, java.nio.charset.StandardCharsets.UTF_8),
        Files.readString(network.warehouse.folder().resolve("manifest.json")));
  }

  @Test
  void aNewFileSupersedesAndKeepsTheOldSubmissionReadable() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.ingest();
    network.put(BUDGETS, budgets(3));
    assertEquals(1, network.ingest().files().fresh());
    assertEquals(
        BUDGETS + "|superseded|2|2|0|0\n" + BUDGETS + "|in_force|3|3|0|0", network.submissions());
    assertEquals(
        "superseded|2\nin_force|3",
        network.query(
            "SELECT status, count(*) FROM raw_budgets JOIN raw_submissions USING (submission_id) GROUP BY status ORDER BY 2"));
  }

  @Test
  void olderBytesSentAgainComeBackIntoForceUnderTheSameId() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.ingest();
    String first =
        network.query("SELECT submission_id FROM raw_submissions WHERE dataset = 'budgets'");
    network.put(BUDGETS, budgets(3));
    network.ingest();
    network.put(BUDGETS, budgets(2));
    assertEquals(1, network.ingest().files().fresh());
    assertEquals(
        first,
        network.query(
            "SELECT submission_id FROM raw_submissions WHERE dataset = 'budgets' AND status = 'in_force'"));
    assertEquals(5, Integer.parseInt(network.query("SELECT count(*) FROM raw_budgets")));
    assertEquals(0, network.ingest().files().fresh());
  }

  @Test
  void aFileWithoutAnAcceptedRowNeverSupersedesOneWithRows() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.ingest();
    for (String text :
        List.of(
            BUDGET_HEADER,
            BUDGET_HEADER + "B1,x,city,1\n",
            "line_id\nB1\n",
            "Nothing to report\n")) {
      network.put(BUDGETS, text);
      network.ingest();
      assertEquals(
          "in_force|2",
          network.query(
              "SELECT status, rows_accepted FROM raw_submissions WHERE dataset = 'budgets' AND status IN ('in_force')"),
          text);
      assertEquals(
          "1",
          network.query("SELECT count(*) FROM raw_problems WHERE code = 'kept-earlier-file'"),
          text);
    }
    network.put(BUDGETS, budgets(2));
    assertEquals(0, network.ingest().files().fresh());
  }

  @Test
  void nothingToReportIsAStatusThatRowsSupersede() throws IOException {
    network.put(BUDGETS, "Nothing to report");
    network.ingest();
    assertEquals(BUDGETS + "|nothing_to_report|0|0|0|0", network.submissions());
    network.put(BUDGETS, BUDGET_HEADER);
    network.ingest();
    assertEquals(
        BUDGETS + "|nothing_to_report|0|0|0|0\n" + BUDGETS + "|empty|0|0|0|0",
        network.submissions());
    network.put(BUDGETS, budgets(1));
    network.ingest();
    assertEquals(
        BUDGETS
            + "|superseded|0|0|0|0\n"
            + BUDGETS
            + "|superseded|0|0|0|0\n"
            + BUDGETS
            + "|in_force|1|1|0|0",
        network.submissions());
    assertEquals("", network.problems());
  }

  @Test
  void anUnusableFileIsAFindingUntilItIsMended() throws IOException {
    network.put(BUDGETS, "line_id,category\nB1,staff\n");
    assertEquals(List.of(BUDGETS), network.ingest().named().unusable());
    assertEquals(BUDGETS + "|unusable|0|0|0|0", network.submissions());
    assertEquals(BUDGETS + "|null|null|missing-column|error", network.problems());
    assertEquals(List.of(BUDGETS), network.ingest().named().unusable());
    network.put(BUDGETS, budgets(1));
    assertEquals(List.of(), network.ingest().named().unusable());
  }

  @Test
  void aLossOfOverAFifthOfTheRowsIsFlagged() throws IOException {
    network.put(BUDGETS, budgets(10));
    network.ingest();
    network.put(BUDGETS, budgets(8));
    network.ingest();
    assertEquals("", network.problems());
    network.put(BUDGETS, budgets(6));
    network.ingest();
    assertEquals(BUDGETS + "|null|null|rows-lost|warning", network.problems());
    assertEquals(
        "This file has 6 rows that count; the one it replaces had 8",
        network.query("SELECT message FROM raw_problems"));
  }

  @Test
  void twoDifferentFilesForOneThingAreAConflictAndNeitherIsTaken() throws IOException {
    String other = "2025/US-TX-fort-worth/budget.csv";
    network.put(BUDGETS, budgets(2));
    network.put(other, budgets(3));
    IngestReport report = network.ingest();
    assertEquals(List.of(other, BUDGETS), report.named().conflicting());
    assertEquals(
        other + "|conflict|3|3|0|0\n" + BUDGETS + "|conflict|2|2|0|0", network.submissions());
    assertEquals(
        other
            + "|null|null|conflicting-files|error\n"
            + BUDGETS
            + "|null|null|conflicting-files|error",
        network.problems());
    assertEquals(0, network.ingest().files().fresh());
    network.remove(other);
    assertEquals(1, network.ingest().files().fresh());
    assertEquals(
        other + "|superseded|3|3|0|0\n" + BUDGETS + "|in_force|2|2|0|0", network.submissions());
    assertEquals("", network.problems());
  }

  @Test
  void aConflictLeavesInForceWhatWas() throws IOException {
    String other = "2025/US-TX-fort-worth/budget.csv";
    network.put(BUDGETS, budgets(2));
    network.ingest();
    network.put(other, budgets(3));
    assertEquals(List.of(other), network.ingest().named().conflicting());
    assertEquals(
        BUDGETS + "|in_force|2|2|0|0\n" + other + "|conflict|3|3|0|0", network.submissions());
    network.remove(other);
    network.ingest();
    assertEquals(
        BUDGETS + "|in_force|2|2|0|0\n" + other + "|superseded|3|3|0|0", network.submissions());
  }

  @Test
  void theSameBytesUnderTwoNamesAreOneSubmission() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.put("2025/US-TX-fort-worth/budget.csv", budgets(2));
    assertEquals(List.of(), network.ingest().named().conflicting());
    assertEquals("2025/US-TX-fort-worth/budget.csv|in_force|2|2|0|0", network.submissions());
  }

  @Test
  void aFileThatLeftTheInboxStaysInForceAndTheRegistryToo() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.ingest();
    network.remove(BUDGETS);
    network.remove("registry/members.csv");
    network.remove("registry/partnerships.csv");
    String events = "2025/US-TX-fort-worth/events.csv";
    network.put(
        events,
        "event_id,partnership_id,date,title,purpose,attendance,method\nV1,Trier,2025-05-05,Fest,youth,9,count\n");
    network.ingest();
    assertEquals(
        BUDGETS + "|in_force|2|2|0|0\n" + events + "|in_force|1|1|0|0", network.submissions());
    assertEquals(events + "|2|B|partner-by-name|assumed", network.problems());
  }

  @Test
  void aChangedRegistryChecksEveryStoredFileAfresh() throws IOException {
    String bend = "2025/US-OR-BEND/budgets.csv";
    String late = "2025/US-WA-yakima/budgets.csv";
    network.put(bend, budgets(1));
    network.put(late, budgets(1));
    assertEquals(List.of(late), network.ingest().named().unusable());
    assertEquals(
        "US-OR-bend|in_force\nUS-WA-yakima|unusable",
        network.query(
            "SELECT member_id, status FROM raw_submissions WHERE dataset = 'budgets' ORDER BY 1"));
    network.remove(late);
    network.put("registry/members.csv", Network.MEMBERS + "US-WA-Yakima,Yakima,WA,city,2026\n");
    IngestReport report = network.ingest();
    assertEquals(4, report.files().rechecked());
    assertEquals(
        "US-OR-bend|in_force\nUS-WA-Yakima|in_force",
        network.query(
            "SELECT member_id, status FROM raw_submissions WHERE dataset = 'budgets' ORDER BY 1"));
    assertEquals(late + "|null|null|not-expected|warning", network.problems());
    assertEquals("2", network.query("SELECT count(*) FROM raw_budgets"));
  }

  @Test
  void theStateDoesNotDependOnTheOrderOfArrival(@TempDir Path elsewhere) throws IOException {
    String exchanges = "2025/US-TX-fort-worth/exchanges.csv";
    String text =
        "exchange_id,partnership_id,direction,purpose,start_date,people,lodging\nE1,Trier,virtual,youth,2025-05-05,9,\nE2,Bonn,virtual,youth,2025-05-05,9,\n";
    String more =
        Network.PARTNERSHIPS + "US-TX-fort-worth~DE-bonn,US-TX-fort-worth,Bonn,DE,active\n";
    network.put(exchanges, text);
    network.ingest();
    network.put("registry/partnerships.csv", more);
    network.ingest();
    Network atOnce = new Network(elsewhere);
    atOnce.put(exchanges, text);
    atOnce.put("registry/partnerships.csv", more);
    atOnce.ingest();
    String rows = "SELECT * FROM raw_exchanges ORDER BY source_row";
    assertEquals(atOnce.query(rows), network.query(rows));
    assertEquals(atOnce.problems(), network.problems());
    assertEquals(atOnce.submissions(), network.submissions());
  }

  @Test
  void saysWhatAFileThatIsNoTableIsAndHowToSaveIt() throws IOException {
    network.put(BUDGETS, "\n <HTML><body><table><tr><td>line_id</td></tr></table></body></HTML>");
    network.put("2025/US-TX-fort-worth/events.csv", "%PDF-1.7\n");
    network.put("2025/US-TX-fort-worth/surveys.pdf", "%PDF-1.7\n");
    network.put("FY2025/Fort Worth/volunteer_hours.numbers/Index/Document.iwa", "x");
    network.put("FY2025/Fort Worth/volunteer_hours.numbers/preview.jpg", "x");
    network.put("FY2025/Fort Worth/photo.jpg", "x");
    IngestReport report = network.ingest();
    assertEquals(
        """
        2025/US-TX-fort-worth/budgets.csv|no-table|The file holds no table that can be read: it is a web page (HTML)|Open it in a spreadsheet program, save it as Excel Workbook (.xlsx), and send that
        2025/US-TX-fort-worth/events.csv|no-table|The file holds no table that can be read: it is a PDF|Save the spreadsheet that it was made from as Excel Workbook (.xlsx) or CSV UTF-8, and send that
        2025/US-TX-fort-worth/surveys.pdf|stray-file|This is not a submission and was not read: it is a PDF|Save the spreadsheet that it was made from as Excel Workbook (.xlsx) or CSV UTF-8, and send that
        FY2025/Fort Worth/photo.jpg|stray-file|This is not a submission and was not read: it is a picture that no row names|Send the spreadsheet itself, as Excel Workbook (.xlsx) or CSV UTF-8; if it is the photo of a story, name it in the column photo of highlights
        FY2025/Fort Worth/volunteer_hours.numbers|stray-file|This is not a submission and was not read: it is a document of Apple Numbers|Choose File > Export To > Excel, and send the .xlsx file"""
            .strip(),
        network.query("SELECT file, code, message, fix FROM raw_problems ORDER BY file"));
    assertEquals(
        """
        2025/US-TX-fort-worth/surveys.pdf|US-TX-fort-worth|2025|surveys
        FY2025/Fort Worth/photo.jpg|US-TX-fort-worth|2025|null
        FY2025/Fort Worth/volunteer_hours.numbers|US-TX-fort-worth|2025|volunteer_hours"""
            .strip(),
        network.query(
            "SELECT file, member_id, data_year, dataset FROM raw_unread_files ORDER BY file"));
    assertEquals(
        List.of("2025/US-TX-fort-worth/surveys.pdf", "FY2025/Fort Worth/volunteer_hours.numbers"),
        report.named().misplaced());
  }

  @Test
  void saysWhereAFileBelongsThatLiesTooDeep() throws IOException {
    network.put("2025/US-TX-fort-worth/budgets/Sheet 1-Table 1.csv", budgets(1));
    network.put("2025/US-TX-fort-worth/exchanges.csv", "nothing to report\n");
    IngestReport report = network.ingest();
    assertEquals(
        "2025/US-TX-fort-worth/budgets/Sheet 1-Table 1.csv|This is not a submission and was not read: it does not lie directly in a member's folder|Put it at 2025/US-TX-fort-worth/budgets.csv",
        network.query("SELECT file, message, fix FROM raw_problems WHERE code = 'stray-file'"));
    assertEquals(true, report.hasFindings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fort Worth 2025 - budgets.csv",
        "budgets-LAPTOP-7.csv",
        "budgets-Table 1.csv",
        "Budgets (Fort Worth).csv",
        "Fort Worth budgets 2025.csv",
        "FortWorth_Budgets_2025.csv",
        "budget fort worth tx.csv",
        "US-TX-fort-worth-budgets.csv",
        "City of Fort Worth budgets FINAL.csv",
        "Fort Worth Sister Cities Budget 2025.csv"
      })
  void readsTheNamesThatProgramsAndPeopleGive(String name) throws IOException {
    network.put("2025/US-TX-fort-worth/" + name, budgets(2));
    network.ingest();
    assertEquals("2025/US-TX-fort-worth/" + name + "|in_force|2|2|0|0", network.submissions());
    assertEquals(
        "2025/US-TX-fort-worth/" + name + "|null|null|file-name-read|assumed", network.problems());
  }

  @Test
  void takesANameOfTwoDatasetsForNeither() throws IOException {
    network.put("2025/US-TX-fort-worth/budgets - exchanges.csv", budgets(2));
    assertEquals(true, network.ingest().hasFindings());
    assertEquals(
        "2025/US-TX-fort-worth/budgets - exchanges.csv|null|null|unknown-dataset|error",
        network.problems());
  }

  @Test
  void anInboxWithoutAFileOfACityIsAFinding() throws IOException {
    assertEquals(true, network.ingest().hasFindings());
    network.put("2025/US-TX-fort-worth/scan.jpg", "x");
    assertEquals(true, network.ingest().hasFindings());
    network.put(BUDGETS, budgets(1));
    assertEquals(false, network.ingest().hasFindings());
  }

  @Test
  void tellsWhatItMakesOfEveryOtherFile() throws IOException {
    network.put("2025/US-TX-fort-worth/our numbers.csv", budgets(1));
    network.put("2025/US-TX-fort-worth/exchanges.xlsx", "PK");
    network.put("2025/US-TX-fort-worth/notes.txt", "x");
    network.put("2025/US-TX-fort-worth/old/budgets.csv", budgets(1));
    network.put("2025/budgets.csv", budgets(1));
    network.put("next year/US-TX-fort-worth/budgets.csv", budgets(1));
    network.put("README.md", "x");
    network.put("2025/US-TX-fort-worth/.budgets.csv.swp", "x");
    network.put("2025/US-TX-fort-worth/~$budgets.csv", "x");
    network.put("2025/US-TX-fort-worth/Thumbs.db", "x");
    network.put("registry/letter-2025.md", "Dear friends");
    network.put("registry/letter-2025.es.md", "Queridas amigas");
    network.put("registry/notice.md", "Invented");
    network.put("registry/notice.es.md", "Inventado");
    network.put("registry/letter-2025.fr.md", "x");
    network.put("registry/towns.csv", "x");
    Files.createSymbolicLink(
        network.inbox.resolve("2025/US-TX-fort-worth/budgets.csv"),
        Files.writeString(folder.resolve("secret.csv"), budgets(1)));
    IngestReport report = network.ingest();
    assertEquals(
        """
        2025/US-TX-fort-worth/budgets.csv|null|null|outside-inbox|error
        2025/US-TX-fort-worth/exchanges.xlsx|null|null|no-header|error
        2025/US-TX-fort-worth/notes.txt|null|null|stray-file|warning
        2025/US-TX-fort-worth/old/budgets.csv|null|null|stray-file|warning
        2025/US-TX-fort-worth/our numbers.csv|null|null|unknown-dataset|error
        2025/budgets.csv|null|null|stray-file|warning
        README.md|null|null|stray-file|warning
        next year/US-TX-fort-worth/budgets.csv|null|null|stray-file|warning
        registry/letter-2025.fr.md|null|null|stray-file|warning
        registry/towns.csv|null|null|unknown-dataset|error"""
            .strip(),
        network.problems());
    assertEquals(
        """
        2025/US-TX-fort-worth/budgets.csv|budgets|2025|unusable
        2025/US-TX-fort-worth/exchanges.xlsx|exchanges|2025|unusable
        2025/US-TX-fort-worth/our numbers.csv|null|2025|unusable
        registry/letter-2025.es.md|letter_es|2025|in_force
        registry/letter-2025.md|letter|2025|in_force
        registry/members.csv|members|null|in_force
        registry/notice.es.md|notice_es|null|in_force
        registry/notice.md|notice|null|in_force
        registry/partnerships.csv|partnerships|null|in_force
        registry/towns.csv|null|null|unusable"""
            .strip(),
        network.query(
            "SELECT file, dataset, data_year, status FROM raw_submissions ORDER BY file"));
    assertEquals(4, report.named().unusable().size());
    assertEquals(6, report.named().strays().size());
    Manifest before = network.warehouse.manifest();
    assertEquals(0, network.ingest().files().fresh());
    assertEquals(before, network.warehouse.manifest());
  }

  @Test
  void anInboxMayBeALinkAndHoldLinksThatStayInside() throws IOException {
    network.put("2024/US-TX-fort-worth/budgets.csv", budgets(2));
    Files.createDirectories(network.inbox.resolve("2025/US-TX-fort-worth"));
    Files.createSymbolicLink(
        network.inbox.resolve(BUDGETS), Path.of("../../2024/US-TX-fort-worth/budgets.csv"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), network.inbox);
    IngestReport report =
        new Ingest(Network.CONTRACTS, java.time.Clock.systemUTC(), Progress.SILENT)
            .run(link, network.warehouse);
    assertEquals(List.of(), report.named().unusable());
    assertEquals(
        "2024/US-TX-fort-worth/budgets.csv|in_force|2|2|0|0\n" + BUDGETS + "|in_force|2|2|0|0",
        network.submissions());
  }

  @Test
  void theSameBytesOfAnotherMemberSettleNothing() throws IOException {
    String misnamed = "2025/US-OR-bend/our figures.csv";
    network.put(BUDGETS, "Nothing to report\n");
    network.put(misnamed, "Nothing to report\n");
    IngestReport report = network.ingest();
    assertEquals(List.of(misnamed), report.named().unusable());
    assertEquals(misnamed + "|null|null|unknown-dataset|error", network.problems());
    assertEquals(
        misnamed + "|unusable|0|0|0|0\n" + BUDGETS + "|nothing_to_report|0|0|0|0",
        network.submissions());
  }

  @Test
  void aConflictNamesRenamedFilesAsTheyAreCalledNow() throws IOException {
    String renamed = "2025/US-TX-fort-worth/costs.csv";
    network.put(BUDGETS, budgets(10));
    network.ingest();
    network.remove(BUDGETS);
    network.put(renamed, budgets(10));
    network.put(BUDGETS, budgets(3));
    network.ingest();
    assertEquals(
        renamed + "|in_force|10|10|0|0\n" + BUDGETS + "|conflict|3|3|0|0", network.submissions());
    assertEquals(
        BUDGETS
            + "|null|null|conflicting-files|error\n"
            + renamed
            + "|null|null|conflicting-files|error",
        network.problems());
    assertEquals(
        "2025/US-TX-fort-worth/budgets.csv and 2025/US-TX-fort-worth/costs.csv give different budgets for one member and year, so 2025/US-TX-fort-worth/costs.csv stays in force",
        network.query("SELECT DISTINCT message FROM raw_problems"));
  }

  @Test
  void countsTheProblemsThatAreListed() throws IOException {
    network.put(BUDGETS, budgets(1) + "B2,staff,city,x\n");
    network.ingest();
    network.put(BUDGETS, budgets(1) + "B2,staff,city,y\nB3,staff,city,z\n");
    network.put("2025/US-OR-bend/notes.txt", "a note");
    // A changed registry: the superseded file is checked again with the others.
    network.put("registry/members.csv", Network.MEMBERS + "US-WA-Yakima,Yakima,WA,city,2026\n");
    IngestReport report = network.ingest();
    assertEquals("{error=2, warning=1}", report.problems().bySeverity().toString());
    assertEquals("{not-a-number=2, stray-file=1}", report.problems().byCode().toString());
    assertEquals(
        "error|2\nwarning|1",
        network.query(
            """
            SELECT p.severity, count(*)
            FROM raw_problems AS p
            LEFT JOIN raw_submissions AS s ON s.submission_id = p.submission_id
            WHERE s.status IS NULL OR s.status <> 'superseded'
            GROUP BY 1 ORDER BY 1"""));
  }

  @Test
  void aFileUnderABetterNameSettlesTheOldOne() throws IOException {
    network.put("2025/US-TX-fort-worth/old budgets.csv", budgets(1));
    network.ingest();
    network.remove("2025/US-TX-fort-worth/old budgets.csv");
    network.put(BUDGETS, budgets(1));
    assertEquals(List.of(), network.ingest().named().unusable());
    assertEquals(
        BUDGETS + "|in_force|1|1|0|0\n2025/US-TX-fort-worth/old budgets.csv|superseded|0|0|0|0",
        network.query(
            "SELECT file, status, rows_read, rows_accepted, rows_rejected, rows_duplicate FROM raw_submissions WHERE file LIKE '2025/%' ORDER BY status"));
  }

  @Test
  void aRegistryTableWithoutAGoodRowKeepsTheOldOneInForce() throws IOException {
    network.put(BUDGETS, budgets(1));
    network.ingest();
    network.put("registry/members.csv", "member_id,name\nX,Y\n");
    assertEquals(List.of("registry/members.csv"), network.ingest().named().unusable());
    assertEquals(BUDGETS + "|in_force|1|1|0|0", network.submissions());
    assertEquals(
        "2",
        network.query(
            "SELECT count(*) FROM raw_members JOIN raw_submissions USING (submission_id) WHERE status = 'in_force'"));
  }

  @Test
  void saysWhatIsMissingWhenThereIsNoRegistryOrNoInbox() throws IOException {
    network.remove("registry/members.csv");
    assertEquals(
        "Cannot ingest inbox '%s': neither it nor the warehouse has a registry (put members.csv and partnerships.csv into %s)"
            .formatted(network.inbox, network.inbox.resolve("registry")),
        assertThrows(ConfigurationException.class, network::ingest).getMessage());
    Path nowhere = folder.resolve("nowhere");
    assertEquals(
        "Cannot read inbox '%s': it is not a folder (give the folder that holds registry/ and one folder a year)"
            .formatted(nowhere),
        assertThrows(
                ConfigurationException.class,
                () ->
                    new Ingest(Network.CONTRACTS, java.time.Clock.systemUTC(), Progress.SILENT)
                        .run(nowhere, network.warehouse))
            .getMessage());
  }

  /** An edition is rebuilt with the contracts that it has. */
  @Test
  void takesAnInboxWithTheContractsOfBeforeNamesWereSettled() throws IOException {
    Contracts all = Network.CONTRACTS;
    Contracts before =
        new Contracts(
            all.all().stream().filter(contract -> !contract.name().equals("names")).toList(),
            all.codeLists(),
            all.plausible(),
            all.described(),
            "before");
    Network earlier = new Network(folder.resolve("earlier"), before);
    earlier.put(BUDGETS, budgets(2));
    earlier.ingest();
    assertEquals(BUDGETS + "|in_force|2|2|0|0", earlier.submissions());
  }

  @Test
  void problemsStandInTheOrderOfFileRowAndColumn() throws IOException {
    StringBuilder rows = new StringBuilder(BUDGET_HEADER);
    for (int i = 0; i < 3000; i++) {
      rows.append(i).append(",x,y,z\n");
    }
    network.put(BUDGETS, rows.toString());
    network.put("2025/US-OR-bend/budgets.csv", rows.toString());
    network.ingest();
    assertEquals(
        network.query("SELECT * FROM raw_problems ORDER BY file, source_row, column_letter"),
        network.query("SELECT * FROM raw_problems"));
    assertEquals("18000", network.query("SELECT count(*) FROM raw_problems"));
  }

  @Test
  void rowsOfAFileThatTurnsOutUnusableLeaveNoProblemBehind() throws IOException {
    StringBuilder rows = new StringBuilder(BUDGET_HEADER);
    for (int i = 0; i < 40_000; i++) {
      rows.append(i).append(",x,y,z\n");
    }
    network.put(BUDGETS, rows + "\"broken\n");
    network.put("2025/US-OR-bend/budgets.csv", BUDGET_HEADER + "B1,x,city,1\n");
    network.ingest();
    assertEquals(
        "2025/US-OR-bend/budgets.csv|2|B|not-in-list|error\n"
            + BUDGETS
            + "|null|null|broken-quotes|error",
        network.problems());
  }

  @Test
  void anOriginalThatCannotBeKeptEndsTheRunAndIsNoFaultOfTheFile() throws IOException {
    network.put(BUDGETS, budgets(2));
    Path originals = network.warehouse.originals().path("00").getParent().getParent();
    Files.createDirectories(originals.getParent());
    Files.writeString(originals, "in the way");
    UncheckedIOException refused = assertThrows(UncheckedIOException.class, network::ingest);
    assertTrue(refused.getMessage().startsWith("Cannot keep an original in '"), refused.toString());
    assertEquals(Manifest.EMPTY, network.warehouse.manifest());
  }

  @Test
  void anUnreadableFileIsUnusable() throws IOException {
    Path file = network.put(BUDGETS, budgets(1));
    Files.setPosixFilePermissions(file, java.util.Set.of());
    org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(file), "root reads everything");
    assertEquals(List.of(BUDGETS), network.ingest().named().unusable());
    assertEquals(BUDGETS + "|null|null|unreadable-file|error", network.problems());
  }

  @Test
  void progressCountsEveryFile() throws IOException {
    network.put(BUDGETS, budgets(1));
    List<String> steps = new java.util.concurrent.CopyOnWriteArrayList<>();
    new Ingest(
            Network.CONTRACTS,
            java.time.Clock.systemUTC(),
            (stage, done, total) -> steps.add(stage + " " + done + "/" + total))
        .run(network.inbox, network.warehouse);
    assertEquals(
        List.of("Check files 1/3", "Check files 2/3", "Check files 3/3"),
        steps.stream().sorted().toList());
  }

  @Test
  void aDamagedOriginalEndsAFreshCheckAndLeavesTheLastGoodState() throws IOException {
    network.put(BUDGETS, budgets(20));
    network.ingest();
    Manifest before = network.warehouse.manifest();
    Path original = damaged(budgets(20));
    network.remove(BUDGETS);
    network.put("registry/members.csv", Network.MEMBERS + "US-WA-kent,Kent,WA,city,2015\n");

    DamageException e = assertThrows(DamageException.class, network::ingest);

    assertEquals(
        "Cannot use the original of '%s' (member US-TX-fort-worth, year 2025): its bytes are not those that were received (put the file as it was sent into the inbox again and ingest it, or restore '%s' from a backup)"
            .formatted(BUDGETS, original),
        e.getMessage());
    assertEquals(before, network.warehouse.manifest());
    assertEquals("20", network.query("SELECT COUNT(*) FROM raw_budgets"));
  }

  @Test
  void aFreshCheckHealsADamagedOriginalFromTheInbox() throws IOException {
    network.put(BUDGETS, budgets(20));
    network.ingest();
    Path original = damaged(budgets(20));
    network.put("registry/members.csv", Network.MEMBERS + "US-WA-kent,Kent,WA,city,2015\n");

    IngestReport report = network.ingest();

    assertEquals(List.of(BUDGETS), report.named().healed());
    assertEquals(budgets(20), Files.readString(original));
    assertEquals(BUDGETS + "|in_force|20|20|0|0", network.submissions());
    assertEquals(List.of(), network.ingest().named().healed());
  }

  @Test
  void theSameFileSentAgainHealsADamagedOriginalThoughNothingIsNew() throws IOException {
    network.put(BUDGETS, budgets(20));
    network.ingest();
    Path original = damaged(budgets(20));

    IngestReport report = network.ingest();

    assertEquals(0, report.files().fresh());
    assertEquals(List.of(BUDGETS), report.named().healed());
    assertEquals(budgets(20), Files.readString(original));
  }

  @Test
  void aFileTooLargeToHoldIsKeptCheckedAfreshAndHealedLikeAnyOther() throws IOException {
    String large = budgets(45_000).replace("B", "B".repeat(200));
    assertTrue(large.length() > FileContent.LARGE, "held after all");
    network.put(Network.BUDGETS, large);
    network.ingest();
    String sums =
        "SELECT COUNT(*), MIN(source_row), MAX(source_row), SUM(amount_usd) FROM raw_budgets";
    assertEquals("45000|2|45001|1012522500.00", network.query(sums));
    Path original = damaged(large);
    network.put("registry/members.csv", Network.MEMBERS + "US-OH-dublin,Dublin,OH,city,2015\n");
    assertEquals(List.of(Network.BUDGETS), network.ingest().named().healed());
    assertEquals(large, Files.readString(original));
    assertEquals("45000|2|45001|1012522500.00", network.query(sums));
    network.remove(Network.BUDGETS);
    damaged(large);
    network.put("registry/members.csv", Network.MEMBERS);
    assertEquals(
        "Cannot use the original of '2025/US-TX-fort-worth/budgets.csv' (member US-TX-fort-worth, year 2025): its bytes are not those that were received (put the file as it was sent into the inbox again and ingest it, or restore '%s' from a backup)"
            .formatted(original),
        assertThrows(DamageException.class, network::ingest).getMessage());
  }

  @Test
  void aDamagedRegistryIsNoLessDamage() throws IOException {
    network.ingest();
    damaged(Network.MEMBERS);
    network.remove("registry/members.csv");
    network.put(BUDGETS, budgets(1));
    DamageException e = assertThrows(DamageException.class, network::ingest);
    assertTrue(e.getMessage().startsWith("Cannot use the original of 'registry/members.csv': "));
  }

  /** Cuts the original of a text to a third; returns where it lies. */
  private Path damaged(String text) throws IOException {
    Path original = network.warehouse.originals().path(Sha256.of(text));
    Files.writeString(original, text.substring(0, text.length() / 3));
    return original;
  }

  @Test
  void countsWhatCannotBeReadApartFromWhatIsKnown() throws IOException {
    network.put(BUDGETS, budgets(1));
    Path gone = network.inbox.resolve("2025/US-TX-fort-worth/events.csv");
    Files.createSymbolicLink(gone, folder.resolve("nowhere"));
    Files.createSymbolicLink(
        network.inbox.resolve("2025/US-TX-fort-worth/surveys.csv"),
        Files.writeString(folder.resolve("outside.csv"), "x"));
    network.put("2025/US-TX-fort-worth/exchanges.csv", "no header");

    IngestReport report = network.ingest();

    assertEquals(
        "6 files, 4 new, 0 known, 2 unread",
        "%d files, %d new, %d known, %d unread"
            .formatted(
                report.files().all(),
                report.files().fresh(),
                report.files().known(),
                report.files().unread()));
    assertEquals(3, report.named().unusable().size());
    assertEquals(3, report.statuses().get("unusable"));
  }

  @Test
  void saysThatAMisnamedFileHoldsWhatIsInForceAlready() throws IOException {
    network.put(BUDGETS, budgets(1));
    network.ingest();
    String misnamed = "2025/US-TX-fort-worth/our figures.csv";
    network.put(misnamed, budgets(1));
    network.ingest();
    assertEquals(
        misnamed
            + "|same-file|This file holds the same bytes as "
            + BUDGETS
            + ", and its own name is not that of a dataset",
        network.query(
            "SELECT file, code, message FROM raw_problems WHERE severity = 'warning' ORDER BY file"));
    network.remove(misnamed);
    network.ingest();
    assertEquals("", network.query("SELECT file FROM raw_problems WHERE severity = 'warning'"));
  }

  @Test
  void aRowOfTheRegistryThatCannotBeReadIsToldFirstAndAsTheCause() throws IOException {
    network.put("registry/members.csv", Network.MEMBERS.replace("Fort Worth", "Fort\u0007Worth"));
    network.put(BUDGETS, budgets(1));
    IngestReport report = network.ingest();
    assertEquals(
        List.of(
            "registry/members.csv, row 2: name holds a character that cannot be printed (Type the cell afresh instead of pasting it)",
            "registry/partnerships.csv, row 2: 'US-TX-fort-worth' is not a member in the registry (Write the member_id as members.csv has it)"),
        report.registry());
    assertEquals(
        "'US-TX-fort-worth' is not a member in the registry, whose members.csv has rows that cannot be read: row 2",
        network.query("SELECT message FROM raw_problems WHERE file = '" + BUDGETS + "'"));
    network.put("registry/members.csv", Network.MEMBERS);
    assertEquals(List.of(), network.ingest().registry());
    assertEquals(BUDGETS + "|in_force|1|1|0|0", network.submissions());
  }

  @Test
  void aRegistryThatCannotBeReadIsNotCalledMissing() throws IOException {
    network.remove("registry/members.csv");
    Files.createSymbolicLink(
        network.inbox.resolve("registry/members.csv"), folder.resolve("nowhere"));
    assertEquals(
        "Cannot read the registry of the inbox: registry/members.csv: The file could not be read: the link leads nowhere (Check its permissions and send it again)",
        assertThrows(ConfigurationException.class, network::ingest).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "budgets 2025.csv",
        "Copy of budgets.csv",
        "Budgets FINAL (2).csv",
        "budget-v2.csv",
        "budgets.txt",
        "budgets.tsv",
        "FY2025 budgets.csv",
        "budgets_2025-12-31.csv",
      })
  void readsAFileWhoseNameMeansOneDataset(String name) throws IOException {
    String file = "2025/US-TX-fort-worth/" + name;
    network.put(file, budgets(2));
    network.ingest();
    assertEquals(file + "|in_force|2|2|0|0", network.submissions());
    assertEquals(file + "|null|null|file-name-read|assumed", network.problems());
    assertEquals(0, network.ingest().files().fresh());
    assertEquals(file + "|null|null|file-name-read|assumed", network.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025/Fort Worth",
        "2025/fort-worth-tx",
        "2025/City of Fort Worth, TX",
        "FY2025/US-TX-fort-worth",
        "fy 2025/US-TX-fort-worth",
      })
  void readsFoldersThatMeanOneYearAndMember(String folder) throws IOException {
    String file = folder + "/budgets.csv";
    network.put(file, budgets(2));
    network.ingest();
    assertEquals(file + "|in_force|2|2|0|0", network.submissions());
    assertEquals(file + "|null|null|folder-read|assumed", network.problems());
    assertEquals(0, network.ingest().files().fresh());

    network.put("2025/US-TX-fort-worth/budgets.csv", budgets(3));
    network.ingest();
    assertTrue(
        network.submissions().contains("conflict"), "the same member and year twice, otherwise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "budgets 2024.csv",
        "budgets Q1 2024.csv",
        "hours 24.csv",
        "my budget and trade.csv",
        "Bend budgets.csv",
        "Bend budgets list.csv",
        "budgets 24.csv",
        "budgets FY24.csv",
        "budgets 24-25 list.csv",
        "old budgets.csv",
        "final 2024.csv"
      })
  void takesNoNameThatMeansAnotherYearOrNothing(String name) throws IOException {
    network.put("2025/US-TX-fort-worth/" + name, budgets(2));
    network.ingest();
    assertEquals(
        "2025/US-TX-fort-worth/" + name + "|null|null|unknown-dataset|error", network.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "final.csv",
        "Book1.csv",
        "Sheet1.csv",
        "report 2025 final.csv",
        "Book1.txt",
        "01_budgets.csv",
        "budgets JD edits.csv",
        "list of budgets FY25.csv"
      })
  void readsAFileWhoseNameSaysNothingByItsColumns(String name) throws IOException {
    String file = "2025/US-TX-fort-worth/" + name;
    network.put(file, "Our figures\n" + budgets(2));
    network.ingest();
    assertEquals(file + "|in_force|2|2|0|0", network.submissions());
    String told =
        file + "|null|null|columns-read|assumed\n" + file + "|null|null|header-below|assumed";
    assertEquals(told, network.problems());
    assertEquals(0, network.ingest().files().fresh());
    assertEquals(told, network.problems());

    // Under its right name it is the same submission.
    network.remove(file);
    network.put(BUDGETS, "Our figures\n" + budgets(2));
    network.ingest();
    assertEquals(BUDGETS + "|in_force|2|2|0|0", network.submissions());
    assertEquals(
        BUDGETS + "|null|null|header-below|assumed", network.problems().replace(file, BUDGETS));
  }

  @Test
  void readsNoneByItsColumnsBesideOneOfThatName() throws IOException {
    network.put(BUDGETS, budgets(2));
    network.put("2025/US-TX-fort-worth/Book1.csv", budgets(3).replace(",3", ",4"));
    network.ingest();
    assertEquals(BUDGETS, inForce());
    assertEquals(
        "2025/US-TX-fort-worth/Book1.csv|null|null|unknown-dataset|error", network.problems());
  }

  @Test
  void aTextThatIsNoTableIsNoSubmission() throws IOException {
    network.put(
        "2025/US-TX-fort-worth/notes.txt", "Dear office,\nhere are our figures, at last.\n");
    network.put("2025/US-TX-fort-worth/old/Book1.txt", budgets(2));
    network.ingest();
    assertEquals("", network.submissions());
    assertEquals(
        "2025/US-TX-fort-worth/notes.txt|null|null|stray-file|warning\n2025/US-TX-fort-worth/old/Book1.txt|null|null|stray-file|warning",
        network.problems());
  }

  @Test
  void readsNoneWhoseColumnsFitTwoDatasets() throws IOException {
    String file = "2025/US-TX-fort-worth/Book1.csv";
    network.put(
        file,
        "line_id,category,funded_by,amount_usd,volunteer,month,activity,hours\nB1,staff,city,4,Ann,2025-05,hosting,3\n");
    network.ingest();
    assertEquals(file + "|null|null|unknown-dataset|error", network.problems());
  }

  @Test
  void oneOfSeveralColumnsThatFitNoContractWhollyIsNotRead() throws IOException {
    String file = "2025/US-TX-fort-worth/Book1.csv";
    network.put(file, "line_id,category,funded_by\nB1,staff,city\n");
    network.ingest();
    assertEquals(file + "|null|null|unknown-dataset|error", network.problems());
  }

  @Test
  void aMemberInsideNoneOrItselfIsToldFirst() throws IOException {
    network.put(
        "registry/members.csv",
        Network.MEMBERS.replace("2015\n", "2015,\n").replace("since\n", "since,inside_member_id\n")
            + "US-OR-a,A,OR,city,2015,US-OR-b\n"
            + "US-OR-b,B,OR,county,2015,US-OR-nowhere\n"
            + "US-OR-c,C,OR,county,2015,us-or-C\n");
    network.put("2025/US-OR-a/budgets.csv", budgets(1));
    assertEquals(
        List.of(
            "registry/members.csv, row 4: 'US-OR-b' is not a member in the registry (Write the member_id as members.csv has it)",
            "registry/members.csv, row 5: 'US-OR-nowhere' is not a member in the registry (Write the member_id as members.csv has it)",
            "registry/members.csv, row 6: inside_member_id is the member itself (Write the county or state around it, as a member of its own, or leave inside_member_id empty)"),
        network.ingest().registry());
    assertEquals(
        "US-OR-bend\nUS-TX-fort-worth",
        network.query("SELECT member_id FROM raw_members ORDER BY member_id"));
    assertEquals("2025/US-OR-a/budgets.csv|unusable|0|0|0|0", network.submissions());
  }

  @Test
  void aPartnershipWithTheIdOfAnotherMemberIsToldFirst() throws IOException {
    network.put(
        "registry/partnerships.csv",
        Network.PARTNERSHIPS + "US-OR-bend~IT-belluno,US-TX-fort-worth,Belluno,IT,active\n");
    assertEquals(
        List.of(
            "registry/partnerships.csv, row 3: partnership_id (US-OR-bend~IT-belluno) is one of US-OR-bend, and member_id is US-TX-fort-worth (Correct one of the two; the id begins with the member's own, and a partner of two members has an id with each)"),
        network.ingest().registry());
  }

  // Parts of one year.

  private static final String FOLDER = "2025/US-TX-fort-worth/";

  /** Budget rows of these numbers. */
  private static String lines(int... numbers) {
    StringBuilder text = new StringBuilder(Network.BUDGET_HEADER);
    for (int number : numbers) {
      text.append("B%d,staff,city,%d\n".formatted(number, number));
    }
    return text.toString();
  }

  private static String hours(String... rows) {
    return "volunteer,month,activity,hours\n" + String.join("\n", rows) + "\n";
  }

  private String inForce() {
    return network.query(
        "SELECT file FROM raw_submissions WHERE status = 'in_force' AND file LIKE '2025/%' ORDER BY file");
  }

  @ParameterizedTest
  @CsvSource({
    "budgets.csv,budgets second half.csv",
    "budgets.csv,budgets 2.csv",
    "budgets Q1.csv,budgets Q2.csv",
    "budgets-2025Q1.csv,budgets-2025Q2.csv",
    "budgets_1H25.csv,budgets_2H25.csv",
    "budgets Ene-Jun.csv,budgets Jul-Dic.csv",
    "budgets_H1_2025.csv,Budgets (2nd half).txt",
    "budgets Jan-Jun.csv,budgets July to December 2025.csv",
    "budget part 1.csv,costs.csv",
  })
  void filesWhoseIdsDoNotMeetAreThePartsOfOneYear(String one, String other) throws IOException {
    network.put(FOLDER + one, lines(1, 2));
    network.put(FOLDER + other, lines(3, 4, 5));
    assertEquals(List.of(), network.ingest().named().conflicting());
    assertEquals(
        "5|15.00",
        network.query(
            "SELECT count(*), sum(amount_usd) FROM raw_budgets JOIN raw_submissions USING (submission_id) WHERE status = 'in_force'"));
    assertEquals(
        "2",
        network.query("SELECT count(*) FROM raw_problems WHERE code = 'parts-read'"),
        network.problems());
    assertEquals(0, network.ingest().files().fresh());
    network.remove(FOLDER + one);
    assertEquals(0, network.ingest().files().fresh());
    assertEquals(FOLDER + one + "\n" + FOLDER + other, inForceInOrder(one, other));
  }

  private String inForceInOrder(String one, String other) {
    List<String> files = List.of(inForce().split("\n"));
    assertEquals(2, files.size(), files.toString());
    return files.containsAll(List.of(FOLDER + one, FOLDER + other))
        ? FOLDER + one + "\n" + FOLDER + other
        : inForce();
  }

  @Test
  void aSecondHalfThatArrivesLaterJoinsTheFirst() throws IOException {
    network.put(BUDGETS, lines(1, 2, 3));
    network.ingest();
    String second = FOLDER + "budgets second half.csv";
    network.put(second, lines(7, 8, 9));
    network.ingest();
    assertEquals(second + "\n" + BUDGETS, inForce());
    assertEquals(
        "2025/US-TX-fort-worth/budgets second half.csv and 2025/US-TX-fort-worth/budgets.csv have no row in common, and were taken together as the parts of one year",
        network.query("SELECT DISTINCT message FROM raw_problems WHERE code = 'parts-read'"));
  }

  @Test
  void aNamedPartJoinsWhatHasLeftTheInbox() throws IOException {
    network.put(FOLDER + "budgets Q1.csv", lines(1, 2, 3));
    network.ingest();
    network.remove(FOLDER + "budgets Q1.csv");
    network.put(FOLDER + "budgets Q2.csv", lines(4));
    network.ingest();
    assertEquals(FOLDER + "budgets Q1.csv\n" + FOLDER + "budgets Q2.csv", inForce());
    // A part that was corrected takes the place of itself alone.
    network.put(FOLDER + "budgets Q2.csv", lines(4, 5));
    network.ingest();
    assertEquals(FOLDER + "budgets Q1.csv\n" + FOLDER + "budgets Q2.csv", inForce());
    assertEquals(
        "5",
        network.query(
            "SELECT count(*) FROM raw_budgets JOIN raw_submissions USING (submission_id) WHERE status = 'in_force'"));
    // The whole year takes the place of all parts.
    network.remove(FOLDER + "budgets Q2.csv");
    network.put(BUDGETS, lines(1, 2, 3, 4, 5, 6));
    network.ingest();
    assertEquals(BUDGETS, inForce());
    assertEquals(
        "3",
        network.query(
            "SELECT count(*) FROM raw_submissions AS b JOIN raw_submissions AS n ON n.submission_id = b.replaced_by"));
  }

  @Test
  void anotherFileOfTheSameNameIsNoPart() throws IOException {
    network.put(BUDGETS, lines(1, 2, 3));
    network.ingest();
    network.put(BUDGETS, lines(7, 8, 9));
    network.ingest();
    assertEquals(
        BUDGETS + "|superseded|3|3|0|0\n" + BUDGETS + "|in_force|3|3|0|0", network.submissions());
  }

  @Test
  void filesThatMeetAndDifferAreAConflictEvenWhenNamedAsParts() throws IOException {
    network.put(FOLDER + "budgets Q1.csv", lines(1, 2));
    network.put(FOLDER + "budgets Q2.csv", lines(2, 3));
    IngestReport report = network.ingest();
    assertEquals(2, report.named().conflicting().size());
    assertEquals("", inForce());
  }

  @Test
  void theSameRowsInTwoFilesCountOnce() throws IOException {
    network.put(FOLDER + "budgets 2025.csv", lines(1, 2));
    network.put(FOLDER + "budgets.txt", lines(2, 1).replace(',', '\t'));
    assertEquals(List.of(), network.ingest().named().conflicting());
    assertEquals(FOLDER + "budgets 2025.csv", inForce());
    assertEquals(
        "2025/US-TX-fort-worth/budgets.txt holds the same rows as this file, which count once",
        network.query("SELECT message FROM raw_problems WHERE code = 'file-repeated'"));
    assertEquals(0, network.ingest().files().fresh());
  }

  private String repeated() {
    return network.query(
        "SELECT file, code, severity, message FROM raw_problems WHERE code IN ('file-repeated', 'part-repeated') ORDER BY ALL");
  }

  @Test
  void oneFileUnderTheNamesOfTwoPartsCountsOnceAndAsksForTheOther() throws IOException {
    network.put(FOLDER + "budgets Q1.csv", lines(1, 2));
    network.put(FOLDER + "budgets Q2.csv", lines(1, 2));
    network.ingest();
    assertEquals(FOLDER + "budgets Q1.csv", inForce());
    String told =
        FOLDER
            + "budgets Q1.csv|part-repeated|warning|"
            + FOLDER
            + "budgets Q2.csv holds the same rows as this file, though its name is that of another part of the year; they count once";
    assertEquals(told, repeated());
    assertEquals(0, network.ingest().files().fresh());
    assertEquals(told, repeated());

    // Other bytes, the same rows.
    network.put(FOLDER + "budgets Q2.csv", lines(2, 1));
    network.ingest();
    assertEquals(told, repeated());

    network.put(FOLDER + "budgets Q2.csv", lines(3, 4));
    network.ingest();
    assertEquals(FOLDER + "budgets Q1.csv\n" + FOLDER + "budgets Q2.csv", inForce());
    assertEquals("", repeated());
  }

  @Test
  void aCopyOfAFileIsToldAndCountsOnce() throws IOException {
    network.put(BUDGETS, lines(1, 2));
    network.put(FOLDER + "Copy of budgets.csv", lines(1, 2));
    network.ingest();
    assertEquals(1, inForce().lines().count());
    assertEquals(
        FOLDER
            + "Copy of budgets.csv|file-repeated|assumed|"
            + BUDGETS
            + " holds the same rows as this file, which count once",
        repeated());
    network.remove(FOLDER + "Copy of budgets.csv");
    network.ingest();
    assertEquals("", repeated());
  }

  @Test
  void hoursWhichHaveNoIdAreTakenTogetherOnlyAsTheirNamesSay() throws IOException {
    network.put(FOLDER + "volunteer_hours.csv", hours("V-1,2025-02,events,3"));
    network.put(FOLDER + "volunteer_hours (2).csv", hours("V-1,2025-08,events,4"));
    assertEquals(2, network.ingest().named().conflicting().size());
    assertEquals(
        "Leave one of them in the inbox; if they are parts of the year, name them so, such as 'volunteer_hours Q1.csv'",
        network.query("SELECT DISTINCT fix FROM raw_problems WHERE code = 'conflicting-files'"));
    network.remove(FOLDER + "volunteer_hours.csv");
    network.remove(FOLDER + "volunteer_hours (2).csv");
    network.put(FOLDER + "hours first half.csv", hours("V-1,2025-02,events,3"));
    network.put(FOLDER + "hours second half.csv", hours("V-1,2025-08,events,4"));
    assertEquals(List.of(), network.ingest().named().conflicting());
    assertEquals(FOLDER + "hours first half.csv\n" + FOLDER + "hours second half.csv", inForce());
  }

  @Test
  void aRowOfHoursInTwoPartsIsAConflict() throws IOException {
    network.put(FOLDER + "hours Q1.csv", hours("V-1,2025-02,events,3", "V-2,2025-02,events,3"));
    network.put(FOLDER + "hours Q2.csv", hours("V-1,2025-02,events,3", "V-2,2025-05,events,3"));
    assertEquals(2, network.ingest().named().conflicting().size());
    assertEquals(
        "Leave the one that holds the whole year; if none does, put all rows into one file, each once",
        network.query("SELECT DISTINCT fix FROM raw_problems WHERE code = 'conflicting-files'"));
  }

  @Test
  void aFileThatCannotBeUsedContradictsNothing() throws IOException {
    network.put(BUDGETS, lines(1, 2));
    network.put(FOLDER + "budgets (2).csv", Network.BUDGET_HEADER);
    IngestReport report = network.ingest();
    assertEquals(List.of(), report.named().conflicting());
    assertEquals(BUDGETS, inForce());
  }
}
