package org.sistercityimpact.reports.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.PrintLint;
import org.sistercityimpact.reports.SmallNetwork;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Photograph;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.data.Story;
import org.sistercityimpact.reports.page.Section;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.page.StoryBox.Shape;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.photo.Photo;

/** Any number of stories of any kind is on few pages, and no page is half empty for the next. */
class StoryPagesTest {
  private static final String TITLE =
      "Sixty letters, which is as many as the title of one may have";
  private static final String TEXT =
      "What happened in the town hall on that evening, and what came of it. ".repeat(5).strip();

  /** Lying, upright, square, of a phone, wide, and as small as may be. */
  private static final int[][] SIZES = {
    {1500, 1000}, {600, 900}, {500, 500}, {1600, 1200}, {2000, 400}, {100, 100}
  };

  private static DuckDb engine;
  private static Figures figures;
  private static Templates templates;

  @BeforeAll
  static void read() {
    engine = SmallNetwork.of(3);
    ReportData data =
        ReportData.read(engine, SmallNetwork.YEAR, Form.PUBLISHED, EnumSet.of(ReportKind.NATIONAL))
            .withPhotos(photograph -> Optional.of(photo(Integer.parseInt(photograph.sha256()))));
    templates = new Templates(Words.of("en"));
    figures = new Figures(data, templates.words());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static Photo photo(int kind) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BufferedImage image =
          new BufferedImage(SIZES[kind][0], SIZES[kind][1], BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, "png", bytes);
      return Photo.read(bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<StoryBox> stories(int count, String photos, boolean isLong) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              boolean has = photos.equals("all") || photos.equals("some") && i % 2 == 0;
              Photograph photograph =
                  has ? new Photograph(i % SIZES.length + "", "A picture", "Somebody") : null;
              return StoryBox.ofNetwork(
                  new Story(
                      true,
                      LocalDate.of(2025, 1, 1 + i),
                      null,
                      null,
                      null,
                      null,
                      isLong ? TITLE : "Short",
                      isLong ? TEXT.substring(0, 300) : "It rained.",
                      photograph),
                  figures,
                  Shape.BESIDE);
            })
        .toList();
  }

  private static JasperPrint fill(List<StoryBox> some) {
    return templates.fill(new Section("stories", Map.of("rule", "All."), some));
  }

  private static int bottom(JasperPrint print, int page) {
    return print.getPages().get(page).getElements().stream()
        .mapToInt((JRPrintElement e) -> e.getY() + e.getHeight())
        .max()
        .orElse(0);
  }

  @Test
  void putsSevenOnTwoPagesAndLeavesNoneHalfEmpty() {
    assertNoneHalfEmpty(1, 2, 7, 8, 12);
  }

  @Test
  @Tag("slow")
  void leavesNoneHalfEmptyHoweverManyStoriesThereAre() {
    assertNoneHalfEmpty(3, 4, 5, 6, 9, 10, 11);
  }

  private static void assertNoneHalfEmpty(int... counts) {
    for (int count : counts) {
      for (String photos : List.of("all", "some", "none")) {
        for (boolean isLong : new boolean[] {true, false}) {
          String which = count + " stories, photos: " + photos + (isLong ? ", long" : ", short");
          List<StoryBox> placed =
              StoryPages.of(stories(count, photos, isLong), StoryPagesTest::fill);
          assertEquals(count, placed.size(), which);
          JasperPrint print = fill(placed);
          int pages = print.getPages().size();
          assertEquals(1 + placed.stream().filter(StoryBox::opens).count(), pages, which);
          assertTrue(pages <= (count + 6) / 7 + 1, which + " on " + pages);
          assertEquals(List.of(), PrintLint.check(print), which);
          for (int page = 0; page < pages && pages > 1; page++) {
            assertTrue(bottom(print, page) > 300, which + ", page " + page);
          }
        }
      }
    }
  }

  @Test
  void setsTheFirstLargeWhereItsPhotoAndThePagesAllowIt() {
    assertTrue(StoryPages.of(stories(3, "all", false), StoryPagesTest::fill).get(0).is("lead"));
    assertTrue(StoryPages.of(stories(1, "all", true), StoryPagesTest::fill).get(0).is("lead"));
    assertTrue(StoryPages.of(stories(3, "none", true), StoryPagesTest::fill).get(0).is("plain"));
    List<StoryBox> upright = stories(3, "all", true).subList(1, 3);
    assertTrue(StoryPages.of(upright, StoryPagesTest::fill).get(0).is("beside"));
  }
}
