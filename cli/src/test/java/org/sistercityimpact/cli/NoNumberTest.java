package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is no number, every output says why, and none of them says zero. */
class NoNumberTest {
  private static final String TRIER = "US-TX-fort-worth~DE-trier";

  @TempDir Path folder;
  private Path inbox;
  private Path warehouse;
  private Path out;

  @BeforeEach
  void registry() {
    inbox = Shell.smallInbox(folder.resolve("inbox"));
    warehouse = folder.resolve("warehouse");
    out = folder.resolve("out");
  }

  private void visit(int year, String member, String tie) {
    Shell.write(
        inbox,
        year + "/" + member + "/exchanges.csv",
        Shell.EXCHANGES,
        "E1,%s,inbound,cultural,,%d-05-01,%d-05-06,12,,,,,homestay,,,,".formatted(tie, year, year));
  }

  @Test
  void aYearWithoutAnyReportIsPrintedAsNotReported() throws IOException {
    visit(2023, "US-TX-fort-worth", TRIER);
    visit(2025, "US-TX-fort-worth", TRIER);
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();

    Shell.run("report", "national", "--warehouse", warehouse, "--year", 2024, "--out", out).good();

    String printed = text(out.resolve("national-2024.pdf"));
    assertTrue(printed.contains("0 of 2 members reported exchanges"), printed);
    assertTrue(printed.contains("not reported"), printed);
    assertFalse(printed.contains("$0"), "no dollars were reported, not even none");
    assertEquals(
        List.of("central,status", ",not_reported"),
        sql(
            "SELECT central, status FROM metrics WHERE metric_id = 'people_in' AND level = 'network' AND data_year = 2024"));
  }

  @Test
  void aMissingParameterIsListedWithItsRowsAndLeavesOtherFiguresAlone() throws IOException {
    visit(2025, "US-TX-fort-worth", TRIER);
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/volunteer_hours.csv",
        "volunteers,month,activity,hours",
        "3,2025-05,hosting,10.5",
        "2,2025-06,hosting,4");
    Path sql = copyOfSqlWithoutTheHourlyRateOf2025();

    Shell.run("run", inbox, "--warehouse", warehouse, "--sql", sql, "--out", out).good();

    assertEquals(
        List.of("parameter,key,dataset,rows", "volunteer_hour_usd,2025,volunteer_hours,2"),
        Files.readAllLines(out.resolve("tables/missing_parameters.csv")));
    String printed = text(out.resolve("national-annex-2025.pdf"));
    assertTrue(printed.contains("What is not computed"), printed);
    assertTrue(
        text(out.resolve("briefs/2025-brief-US-TX-fort-worth.pdf")).contains("not computed"));
    assertEquals(
        List.of(
            "metric_id,central,status,rows_not_computed",
            "visitor_spend_direct,1570.8000,value,0",
            "volunteer_hours,14.5000,value,0",
            "volunteer_value,,not_computed,2"),
        sql(
            "SELECT metric_id, central, status, rows_not_computed FROM metrics WHERE level = 'network' AND data_year = 2025 AND metric_id IN ('visitor_spend_direct', 'volunteer_hours', 'volunteer_value') ORDER BY 1"));
  }

  @Test
  void aMemberIsExpectedFromTheYearItJoinedToTheYearItLeft() throws IOException {
    Path members = inbox.resolve("registry/members.csv");
    Files.writeString(
        members,
        Files.readString(members)
            .replace("-97.33,1990,,", "-97.33,2024,,")
            .replace("-84.19,1990,,", "-84.19,1990,2024,"));
    for (int year : new int[] {2023, 2024, 2025}) {
      visit(year, "US-OH-dayton", "US-OH-dayton~DE-augsburg");
    }

    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();

    assertEquals(
        List.of(
            "data_year,coverage,expected,people_in",
            "2023,1.0000,1,12.0000",
            "2024,0.5000,2,12.0000",
            "2025,0.0000,1,12.0000"),
        sql(
            "SELECT c.data_year, c.central AS coverage, c.n AS expected, p.central AS people_in FROM metrics AS c JOIN metrics AS p ON p.data_year = c.data_year AND p.level = 'network' AND p.metric_id = 'people_in' WHERE c.level = 'network' AND c.metric_id = 'coverage_exchanges' ORDER BY 1"));
    assertTrue(
        Shell.run("status", "--warehouse", warehouse, "--year", 2023)
            .good()
            .out()
            .contains("US-OH-dayton"),
        "only those expected or heard of");
  }

  private List<String> sql(String statement) {
    return Shell.run("sql", "--warehouse", warehouse, "--format", "csv", statement)
        .good()
        .out()
        .lines()
        .toList();
  }

  /** The words of all pages of a PDF. */
  static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  private Path copyOfSqlWithoutTheHourlyRateOf2025() throws IOException {
    Path source = ImpactCommand.home().resolve("sql");
    Path copy = folder.resolve("sql");
    try (var tree = Files.walk(source)) {
      for (Path path : tree.toList()) {
        Path target = copy.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    Path rates = copy.resolve("parameters/volunteer_hour_usd.csv");
    Files.writeString(
        rates,
        Files.readAllLines(rates).stream()
            .filter(line -> !line.startsWith("volunteer_hour_usd,2025,"))
            .collect(Collectors.joining("\n", "", "\n")));
    return copy;
  }
}
