package org.sistercityimpact.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sistercityimpact.reports.PdfPages;
import org.sistercityimpact.reports.Reports;
import org.sistercityimpact.reports.SmallNetwork;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.warehouse.DuckDb;

/** The method's rules on what no report may say, tried on every text that one prints. */
class WordingTest {
  /** Claims of cause, forbidden totals, effects on an economy that are not denied. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          String.join(
              "|",
              "\\bcaus(e|es|ed|ing)\\b",
              "\\bleads? to\\b",
              "\\bled to\\b",
              "\\bresult(s|ed)? in\\b",
              "\\b(brought|came) about\\b",
              "\\bthanks to\\b",
              "\\b(because of|due to) the\\b",
              "\\bpurchasing[ -]power\\b",
              "\\bPPP\\b",
              "\\bextrapolat",
              "(?<!not an |never an |amount is an )\\beffects? on (the|a|any) [^;]{0,40}\\beconom",
              "\\bjobs (created|supported)\\b",
              "\\bcaus(ó|aron|ado|ada)\\b",
              "\\bgracias a\\b",
              "\\bdebido al?\\b",
              "\\bllev(ó|aron) a\\b",
              "\\bparidad\\b",
              "\\bpoder adquisitivo\\b",
              "(?<!no es un |nunca un |monto sea un )\\befectos? (en|sobre) [^;]{0,40}\\beconom"),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Path HOME = Path.of("..");

  @TempDir static Path out;

  @BeforeAll
  static void printInEveryLanguage() {
    try (DuckDb engine = SmallNetwork.of(12)) {
      ReportData data =
          ReportData.read(
              engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.allOf(ReportKind.class));
      for (String language : Words.LANGUAGES) {
        Reports.write(
            data,
            Words.of(language),
            EnumSet.allOf(ReportKind.class),
            Optional.empty(),
            out.resolve(language),
            2,
            file -> {});
      }
    }
  }

  @Test
  void noPrintedPageNorTableClaimsMoreThanTheDataShow() throws IOException {
    List<String> found = new ArrayList<>();
    int pages = 0;
    for (Path file : files(out)) {
      if (file.toString().endsWith(".pdf")) {
        PdfPages pdf = new PdfPages(file);
        pages += pdf.count();
        found.addAll(claims(file, pdf.all()));
      } else if (file.toString().matches(".*\\.(csv|json)")) {
        found.addAll(claims(file, Files.readString(file)));
      }
    }
    assertEquals(List.of(), found);
    assertTrue(pages > 40, pages + " pages were searched");
  }

  @Test
  void noTextThatAReportCouldPrintClaimsMoreThanTheDataShow() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(Path.of("src/main/resources"))) {
      if (file.toString().matches(".*\\.(txt|properties)")) {
        found.addAll(claims(file, Files.readString(file)));
      }
    }
    for (Path file : files(HOME.resolve("sql/metrics"))) {
      found.addAll(claims(file, Files.readString(file).replaceAll("(?m)^-- *", "")));
    }
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exchanges caused 300 jobs.",
        "The visit led to a contract.",
        "Thanks to the program, trade grew.",
        "The total effect on the U.S. economy was $5.",
        "Dollars at purchasing-power parity",
        "Extrapolated to all members",
        "El programa causó empleo."
      })
  void aClaimIsFound(String text) {
    assertEquals(1, claims(Path.of("page"), text).size());
  }

  @Test
  void noTotalHoldsVolunteersTradeOrTripsAbroadBesideSpending() throws IOException {
    List<String> mixed = new ArrayList<>();
    for (Path file : files(HOME.resolve("sql/metrics"))) {
      String sql = Files.readString(file).replaceAll("(?m)^--.*$", "");
      boolean spending =
          Pattern.compile("(visitor|event)_spend|direct_(low|central|high)").matcher(sql).find();
      boolean apart =
          Pattern.compile("volunteer|trade_|outbound|people_out|_out\\b").matcher(sql).find();
      if (spending && apart) {
        mixed.add(file.getFileName().toString());
      }
    }
    assertEquals(List.of(), mixed);
  }

  @Test
  void costsStandAtTheSizeOfBenefits() throws IOException {
    assertEquals(
        box("impact", ".headline(\"visitor_spend_direct\")"),
        box("impact", ".headline(\"cost_total\")"));
    assertEquals(box("brief", ".gain().number()"), box("brief", ".cost().number()"));
  }

  /** Width, height and style of the box that prints a headline. */
  private static String box(String template, String headline) throws IOException {
    Matcher box =
        Pattern.compile(
                "<element kind=\"textField\" x=\"\\d+\" y=\"\\d+\" (width=\"\\d+\" height=\"\\d+\" style=\"\\w+\")[^>]*>\\s*(?:<printWhenExpression>.*\\s*)?<expression><!\\[CDATA\\[[$\\w{}().]+?"
                    + Pattern.quote(headline + ".text()"))
            .matcher(Files.readString(Path.of("src/main/templates", template + ".jrxml")));
    assertTrue(box.find(), headline + " in " + template);
    return box.group(1);
  }

  private static List<String> claims(Path file, String text) {
    return FORBIDDEN
        .matcher(text.replaceAll("\\s+", " "))
        .results()
        .map(claim -> file.getFileName() + ": " + claim.group())
        .collect(Collectors.toList());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
