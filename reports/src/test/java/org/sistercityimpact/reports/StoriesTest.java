package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.pdf.lint.Conformance;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.data.Story;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.photo.Photo;

/** Stories in print: whose they are, how many, and that they are harmless and read aloud. */
class StoriesTest {
  private static final Words ENGLISH = Words.of("en");
  private static final int MEMBERS = 24;
  private static final String MARKUP =
      "<b>Bold</b> & <img src=\"x\"> {0} $R{x} \u202Egnp \uD83C\uDF0A";

  @TempDir static Path out;
  private static DuckDb engine;
  private static ReportData data;

  private static String story(int number, String sentBy, String member, String title, String sha) {
    return "(2025, '%s', '%s', DATE '2025-01-01' + %d, %s, CAST(NULL AS VARCHAR), '%s', '%s', %s, %s, %s)"
        .formatted(
            sentBy,
            "key " + number,
            number,
            member == null ? "CAST(NULL AS VARCHAR)" : "'" + member + "'",
            title,
            "What came of " + title + ": " + MARKUP,
            sha == null ? "CAST(NULL AS VARCHAR)" : "'" + sha + "'",
            sha == null ? "NULL" : "'Alternative of " + title + "'",
            sha == null ? "NULL" : "'Credit of " + title + "'");
  }

  @BeforeAll
  static void print() throws IOException {
    engine = SmallNetwork.of(MEMBERS);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      rows.add(
          story(i, "member", SmallNetwork.member(i), "Story " + i + ".", i % 2 == 0 ? "s" : null));
    }
    rows.add(story(100, "member", SmallNetwork.member(0), "Newer story.", "s"));
    rows.add(story(99, "member", SmallNetwork.member(0), "Between.", null));
    rows.add(story(50, "network", null, "Of staff.", "s"));
    engine.execute(
        "CREATE TABLE published_highlights AS SELECT * FROM (VALUES %s) AS t(data_year, sent_by, story_key, date, member_id, partnership_id, title, text, photo_sha256, alt_text, credit)"
            .formatted(String.join(",\n", rows)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
    data =
        ReportData.read(engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.allOf(ReportKind.class))
            .withPhotos(
                photograph -> {
                  try {
                    return Optional.of(Photo.read(bytes.toByteArray()));
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
    Reports.write(
        data,
        ENGLISH,
        Set.of(ReportKind.NATIONAL, ReportKind.STATE, ReportKind.CITY),
        Optional.empty(),
        out,
        2,
        file -> {});
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Path brief(int member) {
    return out.resolve("briefs/2025-brief-" + SmallNetwork.member(member) + ".pdf");
  }

  private static String national() throws IOException {
    return new PdfPages(out.resolve("national-2025.pdf")).all();
  }

  @Test
  void printsStaffFirstThenOneAMemberUpToSeven() throws IOException {
    String report = national();
    assertTrue(
        report.contains(
            "Then follows the newest story of each of 6 members, of 14 that sent one with consent"),
        report);
    assertTrue(report.contains("10 more stories are in the table “highlights”"), report);
    int stories = 0;
    for (int i = 1; i < 14; i++) {
      stories += report.contains("What came of Story " + i + ".") ? 1 : 0;
    }
    boolean newest = report.contains("What came of Newer story.");
    assertEquals(6, stories + (newest ? 1 : 0));
    assertFalse(report.contains("What came of Story 0.") || report.contains("Between."));
    int first = report.indexOf("What came of");
    assertTrue(report.startsWith("What came of Of staff.", first), report.substring(first));
  }

  @Test
  void goesFromStateToStateBeforeOneComesAgain() throws IOException {
    String report = national();
    Set<Long> times = new TreeSet<>();
    for (String state : data.reportingStates()) {
      List<Story> sent =
          data.network().stories().stream().filter(story -> state.equals(story.state())).toList();
      if (!sent.isEmpty()) {
        times.add(
            sent.stream()
                .filter(story -> report.contains("What came of " + story.title()))
                .count());
      }
    }
    // No state has a second story while another has none.
    assertFalse(times.contains(0L) && times.stream().anyMatch(n -> n > 1), times.toString());
    assertTrue(times.contains(1L), times.toString());
  }

  @Test
  void aBriefHasItsNewestTwoAndNobodyElses() throws IOException {
    String brief = new PdfPages(brief(0)).all();
    assertTrue(brief.contains("Newer story."), brief);
    assertFalse(brief.contains("Story 0.") || brief.contains("Story 1."), brief);
    assertTrue(brief.contains("Photo: Credit of Newer story."), brief);
    assertFalse(new PdfPages(brief(20)).all().contains("From the year"));
  }

  @Test
  void aBriefWithAStoryHasTwoPages() throws IOException {
    int told = 0;
    for (Member member : data.reportingMembers()) {
      PdfPages brief = new PdfPages(out.resolve("briefs/2025-brief-" + member.id() + ".pdf"));
      boolean many = data.network().ties().get(member.id()).size() > 31;
      if (brief.all().contains("From the year") && !many) {
        assertEquals(2, brief.count(), member.id());
        told++;
      }
    }
    assertEquals(11, told);
  }

  @Test
  void aStatePageHasTheNewestStoryOfItsMembersAndStaysOnePage() throws IOException {
    Set<String> without = new TreeSet<>();
    for (String state : data.reportingStates()) {
      PdfPages page = new PdfPages(out.resolve("states/2025-state-" + state + ".pdf"));
      assertEquals(1, page.count(), state);
      List<String> told =
          data.network().stories().stream()
              .filter(story -> page.all().contains("What came of " + story.title()))
              .map(Story::title)
              .toList();
      List<String> newest =
          data.network().stories().stream()
              .filter(story -> state.equals(story.state()))
              .map(Story::title)
              .limit(1)
              .toList();
      if (told.isEmpty()) {
        without.add(state);
      } else {
        assertEquals(newest, told, state);
      }
    }
    // There members speak for themselves, and leave no room.
    assertEquals(Set.of("TX"), without);
  }

  @Test
  void leavesOutAStoryForWhichAStatePageHasNoRoom() {
    Templates templates = new Templates(ENGLISH);
    Pages pages = new Pages(templates);
    Section story =
        new Section(
            "state-story",
            Map.of(),
            List.of(
                StoryBox.ofNetwork(
                    data.network().stories().get(0),
                    new Figures(data, ENGLISH),
                    StoryBox.Shape.BESIDE)));
    pages.add(story);
    for (int more = 1; more < 9; more++) {
      pages.addWhereRoom(story);
    }
    assertEquals(1, pages.size());
  }

  @Test
  void printsMarkupAsItWasWritten() throws IOException {
    String brief = new PdfPages(brief(0)).all();
    assertTrue(brief.contains("<b>Bold</b> & <img src=\"x\"> {0} $R{x}"), brief);
    assertFalse(brief.contains("\u202E"), brief);
  }

  @Test
  void keepsTheStandardsForReadersAndArchives() throws Exception {
    for (Path pdf :
        List.of(
            out.resolve("national-2025.pdf"),
            out.resolve("states/2025-state-TX.pdf"),
            brief(0),
            brief(1),
            brief(2))) {
      assertEquals(List.of(), Conformance.failures(Files.readAllBytes(pdf)), pdf.toString());
    }
  }

  @Test
  void tellsThePhotoToThoseWhoDoNotSeeIt() throws IOException {
    List<String> alternatives = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(brief(0).toFile())) {
      gather(pdf.getDocumentCatalog().getStructureTreeRoot(), alternatives);
    }
    assertTrue(
        alternatives.contains("Figure: Alternative of Newer story."), alternatives::toString);
  }

  private static void gather(PDStructureNode node, List<String> alternatives) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        alternatives.add(element.getStructureType() + ": " + element.getAlternateDescription());
        gather(element, alternatives);
      }
    }
  }
}
