package org.sistercityimpact.reports.page;

/**
 * What a brief is put together from, each a band of the template {@code brief} under its name.
 *
 * <p>The height is that of the band, in points; of one whose text stretches, without the text.
 */
public enum Block {
  HEAD(59),
  CARDS(194),
  TRENDS(104),
  TRENDS_LOW(75),
  TRENDS_TALL(138),
  TRENDS_LARGE(206),
  STORY(100),
  STORY_LARGE(174),
  STORY_PLAIN(50),
  HEADING(23),
  TEXT(3),
  OUTCOMES_HEAD(18),
  OUTCOME(15),
  TIES_HEAD(22),
  TIE(17),
  PAIRS_HEAD(22),
  PAIR_OF_TIES(13),
  SPENDING_HEAD(17),
  SPENDING(13),
  PEOPLE(96),
  TRADE(104),
  TRADE_TALL(118),
  PANEL(37),
  GAP(6);

  private final int height;

  Block(int height) {
    this.height = height;
  }

  public int height() {
    return height;
  }

  /** Whether a section begins with it. */
  public boolean opens() {
    return this == HEADING
        || this == STORY
        || this == STORY_LARGE
        || this == STORY_PLAIN
        || this == PEOPLE
        || this == TRADE
        || this == TRADE_TALL
        || this == PANEL;
  }

  /** Whether it may not be the last of a page: it belongs to what follows. */
  public boolean leads() {
    return this == HEADING || name().endsWith("_HEAD");
  }

  /** The head of the table whose row it is, which stands again where a page breaks; else null. */
  public Block head() {
    return switch (this) {
      case TIE -> TIES_HEAD;
      case PAIR_OF_TIES -> PAIRS_HEAD;
      default -> null;
    };
  }
}
