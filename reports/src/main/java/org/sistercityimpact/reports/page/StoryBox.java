package org.sistercityimpact.reports.page;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.sistercityimpact.reports.data.Photograph;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Story;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.photo.Photo;

/**
 * A story or an award as a template prints it.
 *
 * @param shape the band that prints it
 * @param eyebrow where and when, in a line
 * @param text in the sender's own words
 * @param alt what the photo shows; empty: there is none
 * @param credit who took it, in words; empty: not said
 * @param pixels null: there is no photo
 * @param opens whether a page begins with it
 */
public record StoryBox(
    Shape shape,
    String eyebrow,
    String title,
    String text,
    String alt,
    String credit,
    Photo pixels,
    boolean opens) {

  /** What a printed pixel takes of an inch. */
  private static final int DOTS_AN_INCH = 200;

  private static final int POINTS_AN_INCH = 72;

  /** Width to height of a phone's picture, less what its rounding takes. */
  private static final double WIDE = 1.32;

  /** How a story is printed, and how large its photo then is, in points. */
  public enum Shape {
    LEAD(504, 192),
    BESIDE(240, 160),
    BRIEF(138, 92),
    AWARD(96, 64),
    PLAIN(0, 0);

    private final int width;
    private final int height;

    Shape(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** A story on a page of the network, which says whose it is. */
  public static StoryBox ofNetwork(Story story, Figures figures, Shape shape) {
    Words words = figures.words();
    String whose =
        story.name() == null
            ? words.text("stories.network")
            : words.say("brief.name", story.name(), figures.state(story.state())).text();
    return of(story, figures, shape, whose);
  }

  /** A story on a page of the member whose it is. */
  public static StoryBox ofMember(Story story, Figures figures) {
    return of(story, figures, Shape.BRIEF, figures.words().text("brief.story"));
  }

  private static StoryBox of(Story story, Figures figures, Shape shape, String whose) {
    Words words = figures.words();
    String eyebrow =
        Stream.of(
                whose,
                words.when(story.partner() != null, "stories.with", story.partner()).text(),
                words.numbers().day(story.date()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("  ·  "));
    return with(
        story.photo(),
        figures.data(),
        words,
        shape,
        eyebrow,
        story.title(),
        words.say("stories.quote", story.text()).text());
  }

  /** An award, with whoever got it. */
  public static StoryBox ofAward(String award, String citation, Photograph photo, Figures figures) {
    return with(photo, figures.data(), figures.words(), Shape.AWARD, "", award, citation);
  }

  private static StoryBox with(
      Photograph photograph,
      ReportData data,
      Words words,
      Shape shape,
      String eyebrow,
      String title,
      String text) {
    Optional<Photo> photo = Optional.ofNullable(photograph).flatMap(data.additions().photos()::of);
    if (photo.isEmpty()) {
      return new StoryBox(Shape.PLAIN, eyebrow, title, text, "", "", null, false);
    }
    boolean credited = photograph.credit() != null;
    return new StoryBox(
        shape,
        eyebrow,
        title,
        text,
        photograph.alt(),
        words.when(credited, "stories.credit", photograph.credit()).text(),
        photo.get(),
        false);
  }

  private static int dots(int points) {
    return points * DOTS_AN_INCH / POINTS_AN_INCH;
  }

  /** The same with a photo of another size; one without a photo as it is. */
  public StoryBox as(Shape other) {
    return pixels == null
        ? this
        : new StoryBox(other, eyebrow, title, text, alt, credit, pixels, opens);
  }

  /** The same as the first of a page. */
  public StoryBox opening() {
    return new StoryBox(shape, eyebrow, title, text, alt, credit, pixels, true);
  }

  /** Whether its photo is lying and has pixels enough to go across a page. */
  public boolean canLead() {
    return pixels != null
        && pixels.aspect() >= WIDE
        && pixels.width() >= dots(Shape.LEAD.width) / 2;
  }

  /** The photo with no more pixels than its place prints. */
  public Renderable photo() {
    return SimpleDataRenderer.getInstance(pixels.jpeg(dots(shape.width), dots(shape.height)));
  }

  /** Whether it is printed by the band of this name. */
  public boolean is(String band) {
    return shape.name().equalsIgnoreCase(band);
  }
}
