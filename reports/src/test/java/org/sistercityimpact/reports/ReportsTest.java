package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.city.Brief;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.RegistryText;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.data.Tie;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.state.States;
import org.sistercityimpact.reports.text.FigureId;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

class ReportsTest {
  private static final Words ENGLISH = Words.of("en");
  private static final int MEMBERS = 12;
  private static final Set<ReportKind> ALL =
      Set.of(ReportKind.NATIONAL, ReportKind.CITY, ReportKind.LETTER);

  private static DuckDb engine;
  private static ReportData data;
  @TempDir static Path out;
  private static ReportRun run;

  @BeforeAll
  static void printEverything() {
    engine = SmallNetwork.of(MEMBERS);
    data =
        ReportData.read(engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.allOf(ReportKind.class))
            .withNotice(RegistryText.of("Generated sample activity, not real figures"))
            .withLetter(
                RegistryText.of(
                    "# Dear reader\n\nOne **bold** word & <none>. ***Both*** and _slanted_.\n\n- an item\n\n1. a first\n2. a second"));
    run = Reports.write(data, ENGLISH, ALL, Optional.empty(), out, 4, file -> {});
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void writesOneBriefForEachMemberThatReportedAnything() throws IOException {
    List<String> briefs;
    try (Stream<Path> files = Files.list(out.resolve("briefs"))) {
      briefs = files.map(f -> f.getFileName().toString()).sorted().toList();
    }
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      if (i % 6 != 5) {
        expected.add("2025-brief-" + SmallNetwork.member(i) + ".pdf");
      }
    }
    assertEquals(expected.stream().sorted().toList(), briefs);
    assertEquals(expected.size() + 2 + MEMBERS, data.documents(ALL));
  }

  @Test
  void printsThePageOfAStateAloneAsAmongAllReports() {
    ReportData alone =
        ReportData.read(engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.of(ReportKind.STATE));
    ReportData all =
        ReportData.read(engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.allOf(ReportKind.class));
    Templates templates = new Templates(ENGLISH);
    for (String code : alone.reportingStates()) {
      assertEquals(
          printed(new States(all, templates).of(code)),
          printed(new States(alone, templates).of(code)),
          code);
    }
  }

  private static List<String> printed(FilledReport page) {
    List<String> said = new ArrayList<>();
    page.print().getPages().forEach(each -> texts(each.getElements(), said));
    return said;
  }

  @Test
  void writesAPageForEachStateWithAMemberThatReported(@TempDir Path folder) throws IOException {
    Set<ReportKind> states = Set.of(ReportKind.STATE);
    Reports.write(data, ENGLISH, states, Optional.empty(), folder, 2, file -> {});
    List<String> codes = data.reportingStates();
    assertEquals(List.of("CA", "CO", "FL", "OH", "TX", "WA"), codes);
    assertEquals(codes.size(), data.documents(states));
    for (String code : codes) {
      Path file = folder.resolve("states/2025-state-" + code + ".pdf");
      PdfPages page = new PdfPages(file);
      assertEquals(1, page.count(), code);
      for (Member member : data.network().members()) {
        assertEquals(
            member.state().equals(code), page.text(1).contains(member.name()), member.id());
      }
    }
    String texas = new PdfPages(folder.resolve("states/2025-state-TX.pdf")).text(1);
    assertTrue(texas.contains("City 00: “The choir came back.”"), texas);
    assertTrue(texas.contains("2 of 2 members reported"), texas);
    for (JsonNode figure : figures(folder)) {
      FigureId id = FigureId.parse(figure.get("figure_id").asText());
      assertEquals(figure.get("pdf").asText(), "states/2025-" + id.document() + ".pdf");
    }
    ReportData fewer = data.withMembers(data.network().members().subList(0, 2));
    Reports.write(fewer, ENGLISH, states, Optional.empty(), folder, 2, file -> {});
    assertFalse(Files.exists(folder.resolve("states/2025-state-WA.pdf")), "no member reported");
    assertTrue(Files.exists(folder.resolve("states/2025-state-CA.pdf")));
  }

  @Test
  void everyBriefHasTwoPagesAndOneMoreWhereItsPartnershipsNeedThem() throws IOException {
    for (Member member : data.reportingMembers()) {
      boolean many = data.network().ties().get(member.id()).size() > 31;
      int pages = new PdfPages(out.resolve("briefs/2025-brief-" + member.id() + ".pdf")).count();
      assertEquals(many ? 3 : 2, pages, member.id());
    }
  }

  @Test
  void holdsDollarsFarBeyondAnyRealProgram() {
    Templates templates = new Templates(ENGLISH);
    List<PrintLint.Finding> findings = new ArrayList<>(SmallNetwork.findings(data, templates));
    Brief briefs = new Brief(data, templates);
    for (Member member : data.reportingMembers()) {
      findings.addAll(PrintLint.check(briefs.of(member).print()));
    }
    // A number that has to shrink is small; that it is whole matters more.
    Set<PrintLint.Kind> tolerated =
        Set.of(PrintLint.Kind.TEXT_SMALL, PrintLint.Kind.PAGE_HALF_EMPTY);
    assertEquals(List.of(), findings.stream().filter(f -> !tolerated.contains(f.kind())).toList());
  }

  /** The exporter tags elements in their order, so this is what a screen reader says. */
  @Test
  void readsOneColumnToItsEndBeforeTheOther() {
    Brief briefs = new Brief(data, new Templates(ENGLISH));
    List<String> said = new ArrayList<>();
    briefs
        .of(
            data.network().members().stream()
                .filter(m -> m.id().equals(SmallNetwork.member(0)))
                .findFirst()
                .orElseThrow())
        .print()
        .getPages()
        .forEach(page -> texts(page.getElements(), said));
    List<String> order =
        List.of(
            "What the city paid",
            "Total cost, all funders",
            "Private gifts",
            "What visitors spent here",
            "Event guests",
            "Volunteers and organizations",
            "Hours given",
            "Young people and schools",
            "Share of young people",
            "Participants, before and after",
            "Trade contacts, by evidence",
            // What the letters mean is said below the contacts, whose evidence they are.
            "A:",
            "What we do not claim");
    int before = -1;
    for (String text : order) {
      int at =
          IntStream.range(0, said.size())
              .filter(
                  i -> text.endsWith(":") ? said.get(i).startsWith(text) : said.get(i).equals(text))
              .findFirst()
              .orElse(-1);
      assertTrue(at > before, text + " in " + said);
      before = at;
    }
  }

  private static void texts(List<JRPrintElement> elements, List<String> said) {
    for (JRPrintElement element : elements) {
      if (element instanceof JRPrintText text) {
        said.add(text.getFullText());
      } else if (element instanceof JRPrintFrame frame) {
        texts(frame.getElements(), said);
      }
    }
  }

  @Test
  void printsWhatIsAskedOfTheCouncilByWhomAndWhen() throws IOException {
    String asked =
        new PdfPages(out.resolve("briefs/2025-brief-" + SmallNetwork.member(0) + ".pdf")).all();
    assertTrue(
        asked.contains("What the council is asked to do $12,000 for the youth exchange of 2026"),
        asked);
    assertTrue(asked.contains("Questions: A. Clerk, 555 0100, clerk@example.org."), asked);
    assertTrue(asked.contains("Issued April 7, 2026"), asked);
    String other =
        new PdfPages(out.resolve("briefs/2025-brief-" + SmallNetwork.member(1) + ".pdf")).all();
    assertFalse(other.contains("the council is asked"), other);
    assertFalse(other.contains("Issued"), other);
  }

  @Test
  void namesEveryPartnershipInATable() throws IOException {
    for (int member : List.of(1, 3, 4)) {
      PdfPages brief =
          new PdfPages(out.resolve("briefs/2025-brief-" + SmallNetwork.member(member) + ".pdf"));
      int ties = data.network().ties().get(SmallNetwork.member(member)).size();
      String all = brief.all();
      assertTrue(all.contains(ties + (ties == 1 ? " partnership" : " partnerships")), all);
      for (int tie = 0; tie < ties; tie++) {
        assertTrue(all.matches("(?s).*\\bPartner " + tie + "\\b.*"), tie + " in " + all);
      }
    }
  }

  @Test
  void aMemberWithNothingButEventsReadsNotReportedAndNeverZero() throws IOException {
    PdfPages brief =
        new PdfPages(out.resolve("briefs/2025-brief-" + SmallNetwork.member(2) + ".pdf"));
    String first = brief.text(1);
    assertTrue(first.contains("City 02 did not report its exchanges of 2025."), first);
    assertTrue(first.contains("The city did not report a budget for this year."), first);
    assertFalse(first.contains("Visitors hosted"), first);
    assertFalse(first.contains("$0"), first);
  }

  @Test
  void writesNamesInTheirOwnScripts() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Member member : data.reportingMembers()) {
      all.append(new PdfPages(out.resolve("briefs/2025-brief-" + member.id() + ".pdf")).all());
    }
    for (String name : List.of("郡山市", "北京市", "Львів", "Αθήνα", "القاهرة")) {
      assertTrue(all.toString().contains(name), name);
    }
  }

  @Test
  void everyFigureStandsOnThePageThatItNames() throws IOException {
    Map<String, PdfPages> pdfs = new HashMap<>();
    for (JsonNode figure : figures(out)) {
      String pdf = figure.get("pdf").asText();
      if (!pdfs.containsKey(pdf)) {
        pdfs.put(pdf, new PdfPages(out.resolve(pdf)));
      }
      String page = pdfs.get(pdf).text(figure.get("page").asInt());
      assertTrue(page.contains(figure.get("text").asText()), figure.toString());
    }
    assertEquals(data.reportingMembers().size() + 2, pdfs.size(), "every PDF has figures");
  }

  @Test
  void everyFigureIsUniqueAndTracesToItsMetric() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode entry : figures(out)) {
      assertTrue(ids.add(entry.get("figure_id").asText()), entry.toString());
      FigureId id = FigureId.parse(entry.get("figure_id").asText());
      assertEquals(id.metric(), entry.get("metric_id").asText());
      assertEquals(id.level().id(), entry.get("level").asText());
      assertEquals(id.key(), entry.get("key").asText());
      assertEquals(id.year(), entry.get("data_year").asInt());
      Metric metric =
          id.level() == Level.ASSUMPTION
              ? data.results().sensitivity().stream()
                  .filter(s -> s.id().equals(id.metric()) && s.key().equals(id.key()))
                  .findFirst()
                  .orElseThrow()
              : data.metrics(id.level())
                  .get(new Metric.Key(id.metric(), id.year(), id.level(), id.key()));
      Figures printer = new Figures(data, ENGLISH);
      Metric cell =
          metric != null ? metric : printer.cell(id.metric(), id.level(), id.key(), id.year());
      String text = entry.get("text").asText();
      assertTrue(
          figureText(printer.number(cell, id.bound())).equals(text)
              || figureText(printer.spoken(cell, id.bound())).equals(text),
          entry.toString());
      if (cell.status() == MetricStatus.VALUE) {
        assertEquals(
            0,
            cell.bound(id.bound()).compareTo(new BigDecimal(entry.get("value").asText())),
            entry.toString());
      } else {
        assertTrue(entry.get("value").isNull(), entry.toString());
      }
      assertEquals(cell.status().name().toLowerCase(Locale.ROOT), entry.get("status").asText());
    }
    assertEquals(run.figures(), ids.size());
  }

  private static String figureText(Printed printed) {
    return printed.parts().get(0).text();
  }

  @Test
  void noBriefOrLetterHoldsAnythingOfAnotherMember() throws IOException {
    for (JsonNode figure : figures(out)) {
      String pdf = figure.get("pdf").asText();
      if (pdf.startsWith("briefs/")) {
        String owner = pdf.replaceAll("briefs/2025-brief-|[.]pdf", "");
        String key = figure.get("key").asText();
        assertTrue(key.equals(owner) || key.startsWith(owner + "~"), figure.toString());
      }
    }
    for (Member member : data.network().members()) {
      String printed = new PdfPages(out.resolve("letters/" + member.id() + ".pdf")).all();
      if (member.reportedAny()) {
        printed += new PdfPages(out.resolve("briefs/2025-brief-" + member.id() + ".pdf")).all();
        printed += Files.readString(out.resolve("letters/tables/" + member.id() + ".csv"));
      }
      for (Member other : data.network().members()) {
        if (!other.id().equals(member.id())) {
          assertFalse(printed.contains(other.name()), other.name() + " in " + member.id());
          assertFalse(printed.contains(other.id()), other.id() + " in " + member.id());
        }
      }
    }
  }

  @Test
  void givesTheSameBytesWithAnyNumberOfThreads(@TempDir Path again) throws IOException {
    Reports.write(data, ENGLISH, ALL, Optional.empty(), again, 1, file -> {});
    for (Path file : run.files()) {
      Path name = out.toAbsolutePath().relativize(file);
      assertArrayEquals(
          Files.readAllBytes(file), Files.readAllBytes(again.resolve(name)), name.toString());
    }
  }

  @Test
  void givesTheSameBytesInAnyLocaleAndTimeZone(@TempDir Path again) throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      ReportData read =
          ReportData.read(
                  engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.allOf(ReportKind.class))
              .withNotice(data.additions().notice())
              .withLetter(data.additions().letter());
      Reports.write(read, ENGLISH, ALL, Optional.empty(), again, 2, file -> {});
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    for (Path file : run.files()) {
      Path name = out.toAbsolutePath().relativize(file);
      assertArrayEquals(
          Files.readAllBytes(file), Files.readAllBytes(again.resolve(name)), name.toString());
    }
  }

  @Test
  void takesAwayBriefsOfMembersThatNoLongerReport(@TempDir Path folder) throws IOException {
    Reports.write(data, ENGLISH, ALL, Optional.empty(), folder, 2, file -> {});
    Path own = folder.resolve("briefs/note.pdf");
    Files.writeString(own, "not ours");
    ReportData fewer = data.withMembers(data.network().members().subList(0, 2));
    Reports.write(fewer, ENGLISH, Set.of(ReportKind.CITY), Optional.empty(), folder, 2, file -> {});
    try (Stream<Path> files = Files.list(folder.resolve("briefs"))) {
      assertEquals(fewer.reportingMembers().size() + 1, files.count());
    }
    assertTrue(Files.exists(own), "a file that no run wrote stays");
    assertTrue(Files.exists(folder.resolve("national-2025.pdf")));
    for (JsonNode figure : figures(folder)) {
      assertTrue(Files.exists(folder.resolve(figure.get("pdf").asText())), figure.toString());
    }
  }

  @Test
  void takesAwayLettersOfMembersThatAreDueNone(@TempDir Path folder) throws IOException {
    Set<ReportKind> letters = Set.of(ReportKind.LETTER);
    Reports.write(data, ENGLISH, letters, Optional.empty(), folder, 2, file -> {});
    Path own = Files.writeString(folder.resolve("letters/note.pdf"), "not ours");
    ReportData fewer = data.withMembers(data.network().members().subList(0, 2));
    Reports.write(fewer, ENGLISH, letters, Optional.empty(), folder, 2, file -> {});
    for (String at : List.of("letters", "letters/tables")) {
      try (Stream<Path> files = Files.list(folder.resolve(at))) {
        assertEquals(at.equals("letters") ? 3 : 4, files.filter(Files::isRegularFile).count(), at);
      }
    }
    assertTrue(Files.exists(own), "a file that no run wrote stays");
  }

  @Test
  void printsALetterThoughThereIsNoBrief(@TempDir Path folder) {
    Optional<String> silent = Optional.of(SmallNetwork.member(5));
    ReportRun run =
        Reports.write(
            data,
            ENGLISH,
            Set.of(ReportKind.CITY, ReportKind.LETTER),
            silent,
            folder,
            1,
            file -> {});
    assertEquals(1, run.pages());
    assertTrue(Files.exists(folder.resolve("letters/" + silent.get() + ".pdf")));
  }

  @Test
  void leavesNoHalfWrittenFileBehind() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".part")).toList());
    }
  }

  @Test
  void printsTheNoticeOnEveryPageAndTheLetterWhereThereIsOne() throws IOException {
    PdfPages national = new PdfPages(out.resolve("national-2025.pdf"));
    PdfPages annex = new PdfPages(out.resolve("national-annex-2025.pdf"));
    for (PdfPages each : List.of(national, annex)) {
      for (int page = 1; page <= each.count(); page++) {
        assertTrue(
            each.text(page).contains("Generated sample activity, not real figures"),
            "page " + page);
      }
    }
    assertTrue(national.text(4).contains("One bold word & <none>."), national.text(4));
    PdfPages brief =
        new PdfPages(out.resolve("briefs/2025-brief-" + SmallNetwork.member(0) + ".pdf"));
    assertTrue(brief.text(2).contains("Generated sample activity, not real figures"));
  }

  @Test
  void marksAWhatIfOnEveryPageInEveryFigureAndInTheTitles(@TempDir Path folder) throws IOException {
    String mark = "WHAT-IF, not the published method: capture_rate=0.6";
    Reports.write(
        data.withWhatIf(Optional.of("capture_rate=0.6")),
        ENGLISH,
        ALL,
        Optional.empty(),
        folder,
        2,
        file -> {});

    for (String pdf :
        List.of(
            "national-2025.pdf",
            "national-annex-2025.pdf",
            "briefs/2025-brief-" + SmallNetwork.member(0) + ".pdf")) {
      PdfPages pages = new PdfPages(folder.resolve(pdf));
      for (int page = 1; page <= pages.count(); page++) {
        assertTrue(pages.text(page).contains(mark), pdf + ", page " + page);
      }
      assertTrue(
          Files.readString(folder.resolve(pdf), StandardCharsets.ISO_8859_1).contains(mark),
          "the title of " + pdf);
    }
    ObjectMapper json = new ObjectMapper();
    JsonNode figures = json.readTree(folder.resolve("figures.json").toFile());
    figures.forEach(f -> assertEquals("capture_rate=0.6", f.path("what_if").asText()));
    json.readTree(out.resolve("figures.json").toFile())
        .forEach(f -> assertTrue(f.path("what_if").isMissingNode(), f.toString()));
    List<String> states = Files.readAllLines(folder.resolve("tables/states.csv"));
    assertTrue(states.get(0).endsWith(",what_if"), states.get(0));
    assertTrue(states.get(1).endsWith(",capture_rate=0.6"), states.get(1));
  }

  @Test
  void namesTheSectionsOnThePagesWhereTheyBegin() throws IOException {
    PdfPages national = new PdfPages(out.resolve("national-2025.pdf"));
    PdfPages annex = new PdfPages(out.resolve("national-annex-2025.pdf"));
    List<String> toRead =
        List.of(
            "The year in five sentences",
            "Our impact on a page",
            "Five years",
            "By state",
            "By country",
            "By purpose",
            "Spending in local economies",
            "What the estimates depend on",
            "Before and after an exchange",
            "What it cost, beside what it brought",
            "What critics ask, and what we do not claim");
    List<String> toLookUp =
        List.of(
            "Five years in numbers",
            "Every state",
            "Direct local spending by state",
            "Two-way exchange by country",
            "Every partnership, state by state",
            "Answers before and after, in numbers",
            "Coverage and data quality",
            "Method",
            "What each number is",
            "Parameters and their sources",
            "Members that reported",
            "The numbers behind the charts",
            "List of figures");
    String contents = national.text(3);
    for (String title : toRead) {
      assertStands(title, contents, "\\D", national);
    }
    for (String title : toLookUp) {
      assertStands(title, annex.text(1), "\\D", annex);
    }
    String inTheAnnex = contents.substring(contents.indexOf("In the annex"));
    for (String title : toLookUp.subList(0, toLookUp.size() - 1)) {
      assertStands(title + ", page", inTheAnnex, "\\D", annex);
    }
    assertStands("Every partnership, state by state", national, annex);
  }

  /** The number behind the title is the page on which it stands. */
  private static void assertStands(String title, String contents, String end, PdfPages pages) {
    String entry = contents.substring(contents.indexOf(title) + title.length()).strip();
    int page = Integer.parseInt(entry.split(end)[0]);
    String heading = title.replace(", page", "");
    assertTrue(pages.text(page).contains(heading), heading + " on page " + page);
  }

  /** "See the annex, page 7: …" names the page of the annex. */
  private static void assertStands(String title, PdfPages report, PdfPages annex) {
    String all = report.all();
    int end = all.indexOf(": " + title);
    int page = Integer.parseInt(all.substring(all.lastIndexOf(' ', end - 1) + 1, end));
    assertTrue(all.substring(0, end).endsWith("See the annex, page " + page), title);
    assertTrue(annex.text(page).contains(title), title + " on page " + page);
  }

  @Test
  void namesEveryActivePartnershipWithItsMemberAndCountry() throws IOException {
    String annex = new PdfPages(out.resolve("national-annex-2025.pdf")).all();
    for (Member member : data.network().members()) {
      for (Tie tie : data.network().ties().getOrDefault(member.id(), List.of())) {
        if (member.expected() && tie.isActive(data.year())) {
          String row = member.name() + " " + tie.partner().name() + " ";
          assertTrue(annex.contains(row), row);
        }
      }
    }
  }

  @Test
  void keepsTheFiguresOfOtherPdfsWhenOneBriefIsPrintedAgain(@TempDir Path folder)
      throws IOException {
    Reports.write(data, ENGLISH, ALL, Optional.empty(), folder, 2, file -> {});
    byte[] before = Files.readAllBytes(folder.resolve("figures.json"));
    ReportRun one =
        Reports.write(
            data,
            ENGLISH,
            Set.of(ReportKind.CITY),
            Optional.of(SmallNetwork.member(4)),
            folder,
            2,
            file -> {});
    assertEquals(3, one.pages());
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("figures.json")));
  }

  @Test
  void refusesAMemberThatItDoesNotKnowOrThatSentNothing(@TempDir Path folder) {
    assertEquals(
        "Cannot report member 'US-ZZ-nowhere': no member of that id in 2025 (impact status lists"
            + " them)",
        refusal(folder, "US-ZZ-nowhere"));
    assertEquals(
        "Cannot report member '%s': it reported nothing for 2025 (ingest its files first, or print its letter with 'impact report letter')"
            .formatted(SmallNetwork.member(5)),
        refusal(folder, SmallNetwork.member(5)));
  }

  private static String refusal(Path folder, String member) {
    return assertThrows(
            ConfigurationException.class,
            () ->
                Reports.write(
                    data,
                    ENGLISH,
                    Set.of(ReportKind.CITY),
                    Optional.of(member),
                    folder,
                    1,
                    file -> {}))
        .getMessage();
  }

  @Test
  void namesTheYearsThereAreWhenAskedForAnother() {
    assertEquals(
        "Cannot report year '1999': the warehouse has no data for it (choose one of 2021, 2022,"
            + " 2023, 2024, 2025)",
        assertThrows(
                ConfigurationException.class,
                () ->
                    ReportData.read(engine, 1999, Form.PUBLISHED, EnumSet.allOf(ReportKind.class)))
            .getMessage());
  }

  private static List<JsonNode> figures(Path folder) throws IOException {
    List<JsonNode> figures = new ArrayList<>();
    new ObjectMapper().readTree(folder.resolve("figures.json").toFile()).forEach(figures::add);
    return figures;
  }
}
