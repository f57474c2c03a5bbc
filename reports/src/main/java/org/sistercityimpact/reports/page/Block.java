package org.sistercityimpact.reports.page;

/**
 * What a brief is put together from, each a band of the template {@code brief} under its name.
 *
 * <p>The height is that of the band, in points; of one whose text stretches, without the text.
 */
public enum Block {
  HEAD(56),
  CARDS(197),
  TRENDS(104),
  TRENDS_LOW(78),
  TRENDS_TALL(138),
  STORY(102),
  STORY_LARGE(174),
  STORY_PLAIN(52),
  HEADING(26),
  TEXT(3),
  OUTCOMES_HEAD(20),
  OUTCOME(16),
  TIES_HEAD(24),
  TIE(18),
  PAIRS_HEAD(24),
  PAIR_OF_TIES(14),
  SPENDING_HEAD(20),
  SPENDING(15),
  PEOPLE(111),
  TRADE(112),
  TRADE_TALL(127),
  PANEL(118),
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
