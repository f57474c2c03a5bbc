package org.sistercityimpact.reports.city;

import org.sistercityimpact.reports.chart.Chart;
import org.sistercityimpact.reports.page.Block;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.text.TableRow;

/**
 * One band of a brief.
 *
 * @param sheet the page that it stands on; a template begins a new page where it changes
 * @param line its cells, or null
 * @param bar its estimate from low to high, or null
 * @param story or null
 */
public record BriefRow(
    BriefPage page, String sheet, Block block, TableRow line, Chart bar, StoryBox story) {

  /** A band of cells. */
  BriefRow(BriefPage page, Block block, TableRow line) {
    this(page, "", block, line, null, null);
  }

  /** The same on a page. */
  BriefRow on(String newSheet) {
    return new BriefRow(page, newSheet, block, line, bar, story);
  }

  /** The same as another band. */
  BriefRow as(Block other) {
    return new BriefRow(page, sheet, other, line, bar, story);
  }

  /** Whether it is printed by the band of this name. */
  public boolean is(String band) {
    return block.name().equalsIgnoreCase(band);
  }
}
