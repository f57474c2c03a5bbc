package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.pdf.lint.Conformance;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.city.Brief;
import org.sistercityimpact.reports.city.CityLetter;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.RegistryText;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.page.PresidentsLetter;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.state.States;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

/** The sample network's files, taken through ingest, transform and reports. */
class SampleReportsTest {
  private static final Words ENGLISH = Words.of("en");
  private static final Words SPANISH = Words.of("es");
  @TempDir static Path folder;
  private static ReportData data;
  private static Path out;

  @BeforeAll
  static void print() throws IOException {
    data = SampleNetwork.in(folder.resolve("warehouse"));
    out = folder.resolve("out");
    Reports.write(
        data,
        ENGLISH,
        Set.of(ReportKind.NATIONAL, ReportKind.STATE, ReportKind.CITY),
        Optional.empty(),
        out,
        2,
        file -> {});
  }

  @Test
  void keepsTheStandardsForReadersAndArchives() throws Exception {
    List<Path> pdfs = new ArrayList<>(List.of(out.resolve("national-2025.pdf")));
    String first = data.reportingMembers().get(0).id();
    // The last two with a photo each, and one with two stories.
    for (String member : List.of(first, "US-TX-fort-worth", "US-CO-denver")) {
      pdfs.add(out.resolve("briefs/2025-brief-" + member + ".pdf"));
    }
    data.reportingStates().stream()
        .limit(2)
        .forEach(code -> pdfs.add(out.resolve(States.file(data, ENGLISH, code))));
    Path spanish = folder.resolve("es");
    Reports.write(
        data, SPANISH, Set.of(ReportKind.CITY), Optional.of(first), spanish, 1, file -> {});
    pdfs.add(spanish.resolve("briefs/2025-brief-" + first + "-es.pdf"));
    assertConform(pdfs);
  }

  @Test
  @Tag("slow")
  void keepsTheStandardsInAllFilesOfBothLanguages() throws Exception {
    for (Words words : List.of(ENGLISH, SPANISH)) {
      Path all = folder.resolve("all-" + words.language());
      Set<ReportKind> kinds = Set.of(ReportKind.NATIONAL, ReportKind.STATE, ReportKind.CITY);
      Reports.write(data, words, kinds, Optional.empty(), all, 2, file -> {});
      try (Stream<Path> files = Files.walk(all)) {
        List<Path> pdfs = files.filter(file -> file.toString().endsWith(".pdf")).toList();
        int reports = 2 + data.reportingStates().size() + data.reportingMembers().size();
        assertTrue(pdfs.size() >= reports, pdfs::toString);
        assertConform(pdfs);
      }
    }
  }

  private static void assertConform(List<Path> pdfs) throws Exception {
    for (Path pdf : pdfs) {
      assertEquals(List.of(), Conformance.failures(Files.readAllBytes(pdf)), pdf.toString());
    }
  }

  @Test
  void printsTheOfficesTextsInSpanishWhereThereAreSomeAndElseSaysThatTheyAreEnglish()
      throws IOException {
    Path spanish = inSpanish(data, "in-spanish");
    String printed = new PdfPages(spanish).all();
    assertTrue(printed.contains("Estimadas lectoras, estimados lectores:"), printed);
    assertFalse(printed.contains("Dear reader"), printed);
    assertFalse(printed.contains("not real figures"), printed);
    String notice = "Actividad de muestra generada: no son cifras reales";
    assertEquals(new PdfPages(spanish).count() + 1, printed.split(notice, -1).length);

    RegistryText letter = data.additions().letter();
    ReportData english =
        data.withLetter(RegistryText.of(letter.text().orElseThrow()))
            .withNotice(RegistryText.of(data.additions().notice().text().orElseThrow()));
    Path quoted = inSpanish(english, "in-english");
    printed = new PdfPages(quoted).all();
    assertTrue(printed.contains("Dear reader"), printed);
    assertTrue(printed.contains("not real figures"), printed);
    int paragraphs = PresidentsLetter.paragraphs(letter.text().orElseThrow()).size();
    assertEquals(
        inEnglish(spanish) + paragraphs + 1,
        inEnglish(quoted),
        "the words of awards are English in both; the letter and the notice of the cover in one");
  }

  private static Path inSpanish(ReportData of, String name) {
    Path to = folder.resolve(name);
    Reports.write(of, SPANISH, Set.of(ReportKind.NATIONAL), Optional.empty(), to, 1, file -> {});
    return nationals(to).get(0);
  }

  /** How many parts of a document say that they are English. */
  private static int inEnglish(Path pdf) throws IOException {
    int english = 0;
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      Deque<PDStructureNode> open =
          new ArrayDeque<>(List.of(document.getDocumentCatalog().getStructureTreeRoot()));
      while (!open.isEmpty()) {
        PDStructureNode node = open.pop();
        if (node instanceof PDStructureElement element && "en-US".equals(element.getLanguage())) {
          english++;
        }
        node.getKids().stream()
            .filter(PDStructureNode.class::isInstance)
            .map(PDStructureNode.class::cast)
            .forEach(open::push);
      }
    }
    return english;
  }

  private static List<Path> nationals(Path folder) {
    return List.of(folder.resolve("national-2025.pdf"), folder.resolve("national-annex-2025.pdf"));
  }

  @Test
  void isReadInTwelveToSixteenPagesWithItsStories() throws IOException {
    for (Words words : List.of(ENGLISH, SPANISH)) {
      int pages =
          SmallNetwork.national(data, new Templates(words)).get(0).print().getPages().size();
      assertTrue(pages >= 12 && pages <= 16, pages + " pages, " + words.language());
    }
  }

  @Test
  void cutsNoTextAndLeavesNoPageHalfEmpty() {
    for (Words words : List.of(ENGLISH, SPANISH)) {
      assertEquals(List.of(), findings(data, words), words.language());
    }
    assertEquals(List.of(), findings(early(), ENGLISH));
  }

  @Test
  @Tag("slow")
  void cutsNoSpanishTextInAnEarlyYear() {
    assertEquals(List.of(), findings(early(), SPANISH));
  }

  private static ReportData early() {
    return SampleNetwork.bare(folder.resolve("warehouse"), 2022);
  }

  private static List<PrintLint.Finding> findings(ReportData year, Words words) {
    Templates templates = new Templates(words);
    List<PrintLint.Finding> findings = new ArrayList<>(SmallNetwork.findings(year, templates));
    Brief briefs = new Brief(year, templates);
    CityLetter letters = new CityLetter(year, templates);
    for (Member member : year.lettered()) {
      findings.addAll(PrintLint.check(letters.of(member, true).print()));
    }
    States states = new States(year, templates);
    for (String code : year.reportingStates()) {
      findings.addAll(PrintLint.check(states.of(code).print()));
    }
    for (Member member : year.reportingMembers()) {
      findings.addAll(PrintLint.check(briefs.of(member).print()));
    }
    return findings;
  }

  @Test
  void dividesWhatCitiesDidByTheirOwnResidents() throws IOException {
    String maryland = new PdfPages(out.resolve(States.file(data, ENGLISH, "MD"))).all();
    // All 35 came to the state itself, whose population is not known, and none to Annapolis.
    assertTrue(maryland.contains("Visitors hosted 35 7 +28 0 "), maryland);
    // Twenty-nine people were at the event of Annapolis, where 40,812 live.
    assertTrue(maryland.contains("Attendance at events 293 281 +4% 71 "), maryland);
  }

  @Test
  void cutsNoNameOfAPartnerOrCountryOnABrief() throws IOException {
    for (Member member : data.reportingMembers()) {
      String brief = new PdfPages(out.resolve("briefs/2025-brief-" + member.id() + ".pdf")).all();
      // The ellipsis is three points once the text is normalized.
      assertFalse(brief.contains("..."), member.id() + ": " + brief);
    }
  }

  @Test
  void usesNoForbiddenWord() throws IOException {
    List<Path> pdfs = new ArrayList<>(nationals(out));
    data.reportingMembers()
        .forEach(m -> pdfs.add(out.resolve("briefs/2025-brief-" + m.id() + ".pdf")));
    data.reportingStates().forEach(c -> pdfs.add(out.resolve(States.file(data, ENGLISH, c))));
    for (Path pdf : pdfs) {
      String text = new PdfPages(pdf).all().toLowerCase(Locale.ROOT);
      for (String word :
          List.of(
              "caused",
              "led to",
              "purchasing power",
              "conversion rate",
              "effect on the state's economy")) {
        assertFalse(text.contains(word), word + " in " + pdf);
      }
    }
  }

  @Test
  void printsStatesThatAddUpToTheNetworkOrSaysThatSomeAreWithheld() {
    Figures figures = new Figures(data, ENGLISH);
    for (String metric :
        List.of("people_in", "visitor_spend_direct", "event_spend_direct", "volunteer_hours")) {
      BigDecimal sum =
          data.metrics(Level.STATE).values().stream()
              .filter(m -> m.id().equals(metric))
              .filter(m -> m.year() == data.year() && m.status() == MetricStatus.VALUE)
              .map(Metric::central)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean withheld =
          data.metrics(Level.STATE).values().stream()
              .filter(m -> m.id().equals(metric))
              .anyMatch(m -> m.year() == data.year() && m.status() == MetricStatus.WITHHELD);
      Printed total = figures.network().central(metric);
      assertEquals(
          withheld ? -1 : 0,
          sum.compareTo(total.parts().get(0).value()),
          metric + " " + total.text());
    }
  }

  @Test
  void tellsCoverageBesideTotals() throws IOException {
    Coverage coverage = new Coverage(data, ENGLISH);
    PdfPages national = new PdfPages(out.resolve("national-2025.pdf"));
    assertTrue(national.all().contains(coverage.of("exchanges")), coverage.of("exchanges"));
    assertTrue(national.all().contains(coverage.sentence()), coverage.sentence());
    BigDecimal share = new Figures(data, ENGLISH).network().cell("coverage_exchanges").central();
    assertEquals(
        0,
        share.compareTo(
            new BigDecimal(coverage.reported("exchanges"))
                .divide(new BigDecimal(coverage.members()), 4, java.math.RoundingMode.HALF_UP)));
  }
}
