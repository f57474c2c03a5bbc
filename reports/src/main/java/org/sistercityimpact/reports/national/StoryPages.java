package org.sistercityimpact.reports.national;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.reports.page.Pages;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.page.StoryBox.Shape;

/**
 * Puts stories on as few pages as hold them, each about as full as the next. The first is large
 * where that takes no page more.
 */
final class StoryPages {
  /** Below each story. */
  private static final int GAP = 12;

  private static final int PERCENT = 100;

  private final List<StoryBox> stories;
  private final List<Integer> heights;
  private final int room;

  private StoryPages(List<StoryBox> stories, JasperPrint measured) {
    this.stories = stories;
    this.heights = Pages.heights(measured);
    this.room = measured.getPageHeight() - measured.getTopMargin() - measured.getBottomMargin();
  }

  /**
   * Gives the stories with their shapes, those marked with which a page begins.
   *
   * @param fill what the template makes of stories, to measure them
   */
  static List<StoryBox> of(List<StoryBox> stories, Function<List<StoryBox>, JasperPrint> fill) {
    List<StoryBox> even = new StoryPages(stories, fill.apply(stories)).even();
    if (!stories.get(0).canLead()) {
      return even;
    }
    List<StoryBox> led = new ArrayList<>(stories);
    led.set(0, led.get(0).as(Shape.LEAD));
    List<StoryBox> large = new StoryPages(led, fill.apply(led)).even();
    return breaks(large) > breaks(even) ? even : large;
  }

  private static long breaks(List<StoryBox> placed) {
    return placed.stream().filter(StoryBox::opens).count();
  }

  private List<StoryBox> even() {
    long fewest = breaks(upTo(PERCENT));
    int full = 1;
    while (breaks(upTo(full)) > fewest) {
      full++;
    }
    return upTo(full);
  }

  /** With pages no fuller than so many of a hundred parts, where a story is no taller than that. */
  private List<StoryBox> upTo(int percent) {
    List<StoryBox> placed = new ArrayList<>();
    int used = heights.get(0);
    boolean empty = true;
    for (int i = 0; i < stories.size(); i++) {
      int height = heights.get(i + 1) + GAP;
      boolean opens = !empty && used + height > room * percent / PERCENT;
      placed.add(opens ? stories.get(i).opening() : stories.get(i));
      used = opens ? height : used + height;
      empty = false;
    }
    return placed;
  }
}
