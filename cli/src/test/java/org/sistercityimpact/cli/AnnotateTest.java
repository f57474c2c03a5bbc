package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;

/** Marked copies of the files that a city checks. */
class AnnotateTest {
  private static final String HEADER =
      "Our program 2025\n\nID,Partner,Direction,Purpose,Arrival,Departure,People,Lodging,Weather";

  private static final Pattern COMMENT =
      Pattern.compile(
          "<comment ref=\"([A-Z0-9]+)\".*?<t xml:space=\"preserve\">(.*?)</t>", Pattern.DOTALL);

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void aFileThatIsNotInOrder() {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    file =
        Shell.write(
            inbox,
            "2025/US-TX-fort-worth/exchanges.csv",
            HEADER,
            "E1,Nagaoka,outbound,youth,2025-07-14,2025-07-21,18,,fine",
            "E2,Trir,inbound,,2025-10-03,2025-10-09,=1+1,hotel,",
            "E3,Trier,virtual,youth,2025-10-03,2025-10-09,700,,");
  }

  private Said annotate(Path checked) {
    return Shell.run("check", checked, "--annotate", "--out", folder.resolve("copies"));
  }

  private static String part(Path workbook, String name) throws IOException {
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> comments(Path workbook) throws IOException {
    return COMMENT
        .matcher(part(workbook, "xl/comments1.xml"))
        .results()
        .map((MatchResult comment) -> comment.group(1) + ": " + comment.group(2))
        .toList();
  }

  @Test
  void marksTheCellsOfATextInAWorkbookOfItsRows() throws IOException {
    byte[] sent = Files.readAllBytes(file);
    Said said = annotate(file);
    Path copy = folder.resolve("copies/exchanges-marked.xlsx");
    assertEquals(1, said.code());
    assertTrue(said.out().contains("\n  5 cells marked in " + copy + "\n"), said.out());
    assertEquals(
        List.of(
            "I3: This column is not one of exchanges and was not read\nTo fix: Nothing, if it is a note of your own; else name it as one of: exchange_id, partnership_id, direction, purpose, title, start_date, end_date, people, youth, officials, first_time, nights, lodging, primary_purpose_share, paid_from_here_share, spend_usd, co_organizers, public",
            "B5: partnership_id is 'Trir', which is no partnership in the registry\nTo fix: Write US-TX-fort-worth~DE-trier"),
        comments(copy).subList(0, 2));
    assertArrayEquals(sent, Files.readAllBytes(file));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
    assertTrue(part(copy, "xl/worksheets/sheet1.xml").contains(">'=1+1<"), "a formula");
  }

  @Test
  void checksTheCopyAsItChecksTheFile() {
    String errors = annotate(file).out();
    String again =
        Shell.run(
                "check",
                folder.resolve("copies/exchanges-marked.xlsx"),
                "--registry",
                folder.resolve("inbox/registry"),
                "--member",
                "US-TX-fort-worth",
                "--year",
                "2025")
            .out();
    assertEquals(
        errors
            .lines()
            .filter(line -> line.contains(" error "))
            .map(line -> line.replaceAll("'+=", "="))
            .toList(),
        // What a spreadsheet would run stands behind an apostrophe.
        again
            .lines()
            .filter(line -> line.contains(" error "))
            .map(line -> line.replaceAll("'+=", "="))
            .toList());
  }

  @Test
  void marksTheCopyOfAWorkbookSheetBySheet() throws IOException {
    annotate(file);
    Path sent = folder.resolve("copies/exchanges-marked.xlsx");
    Said said = Shell.run("check", sent, "--annotate", "--out", folder.resolve("copies"), "--json");
    Path copy = folder.resolve("copies/exchanges-marked-marked.xlsx");
    assertTrue(said.out().contains("\"marked_copy\" : \"" + copy + "\""), said.out());
    assertTrue(
        comments(copy).get(1).startsWith("B5: partnership_id is 'Trir', which"),
        comments(copy).toString());
  }

  @Test
  void neverWritesOverAFileThatIsThere() throws IOException {
    annotate(file);
    byte[] first = Files.readAllBytes(folder.resolve("copies/exchanges-marked.xlsx"));
    annotate(file);
    assertArrayEquals(first, Files.readAllBytes(folder.resolve("copies/exchanges-marked.xlsx")));
    try (Stream<Path> copies = Files.list(folder.resolve("copies"))) {
      assertEquals(
          List.of("exchanges-marked-2.xlsx", "exchanges-marked.xlsx"),
          copies.map(c -> c.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void writesNoCopyOfWhatIsInOrderOrHasNoCells() throws IOException {
    Path good =
        Shell.write(
            folder.resolve("inbox"),
            "2025/US-OH-dayton/budgets.csv",
            "line_id,category,funded_by,amount_usd",
            "L1,staff,city,5");
    assertTrue(
        annotate(good).good().out().contains("\n  No marked copy: there is nothing to fix\n"));
    Path damaged = Files.write(folder.resolve("budgets.xlsx"), new byte[] {'P', 'K', 3, 4, 0});
    assertTrue(
        annotate(damaged)
            .out()
            .contains("\n  No marked copy: the cells of this file cannot be read\n"));
  }

  @Test
  void saysThatAFolderIsForCopies() {
    Said said = Shell.run("check", file, "--out", folder);
    assertEquals(2, said.code());
    assertEquals(
        "Cannot write to folder '"
            + folder
            + "': a check writes nothing (add --annotate for marked copies)\n",
        said.err());
  }
}
