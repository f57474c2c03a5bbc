package org.sistercityimpact.reports.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.page.Block;
import org.sistercityimpact.reports.page.StoryBox.Shape;
import org.sistercityimpact.reports.text.TableRow;

/**
 * Spreads a brief over its pages. Two hold it, about equally full, unless there is too much: then
 * the charts get lower, and what is left goes on to a third.
 */
final class BriefSheets {
  static final double TEXT_SIZE = 9;

  /** Between the margins of the template. */
  private static final double ROOM = 688;

  /** Of a line, less what rounding takes. */
  private static final double WIDTH = 504 * 0.995;

  private static final double STORY_WIDTH = 482 * 0.995;

  private static final double PANEL_WIDTH = 226 * 0.995;

  private static final double LEAD_SIZE = 11.5;
  private static final double LEAD_LINE = 16.8;
  private static final double TEXT_LINE = 12.2;
  private static final double NAME_LINE = 10.4;

  /** The charts, as high as there is room for. */
  private static final List<Block> TRENDS =
      List.of(Block.TRENDS_LARGE, Block.TRENDS_TALL, Block.TRENDS, Block.TRENDS_LOW);

  private final List<BriefRow> blocks;
  private final Typography typography;

  /** Measured once: where the pages break is tried at many places. */
  private final Map<String, Integer> lines = new HashMap<>();

  /** The same of rows, by themselves and not by what they say: asking a page that takes longer. */
  private final IdentityHashMap<BriefRow, Double> heights = new IdentityHashMap<>();

  BriefSheets(List<BriefRow> blocks, Typography typography) {
    this.blocks = blocks;
    this.typography = typography;
  }

  /** The blocks in their order, each with its page. */
  List<BriefRow> rows() {
    long stories = blocks.stream().filter(row -> row.story() != null).count();
    // A second story gives way before the brief gets longer.
    for (long some = stories; some >= Math.min(1, stories); some--) {
      for (Block trends : TRENDS) {
        List<BriefRow> rows = with(some, trends);
        int cut = middle(rows);
        if (cut > 0) {
          return Stream.concat(
                  on(aired(rows.subList(0, cut)), 1), on(aired(continued(rows, cut)), 2))
              .toList();
        }
      }
    }
    return stories == 0 ? poured(with(0, Block.TRENDS_LOW), ROOM, false) : balanced(stories);
  }

  /**
   * With a story that two pages have no room for: as many pages as it takes, about equally full.
   */
  private List<BriefRow> balanced(long stories) {
    List<BriefRow> rows =
        with(stories, Block.TRENDS_TALL).stream().map(BriefSheets::large).toList();
    long fewest = count(poured(rows, ROOM, true));
    double room = height(rows) / fewest;
    while (room < ROOM && count(poured(rows, room, true)) > fewest) {
      room += Block.GAP.height();
    }
    return poured(rows, Math.min(room, ROOM), true);
  }

  /** A story with a photo that has room. */
  private static BriefRow large(BriefRow row) {
    return row.block() == Block.STORY
        ? new BriefRow(
            row.page(), row.sheet(), Block.STORY_LARGE, null, null, row.story().as(Shape.BESIDE))
        : row;
  }

  /** On how many pages they stand. */
  static long count(List<BriefRow> rows) {
    return rows.stream().map(BriefRow::sheet).distinct().count();
  }

  /** The blocks with that many stories, and charts of that height. */
  private List<BriefRow> with(long stories, Block trends) {
    List<BriefRow> rows = new ArrayList<>();
    long told = 0;
    for (BriefRow row : blocks) {
      if (row.story() == null || ++told <= stories) {
        rows.add(row.block() == Block.TRENDS ? row.as(trends) : row);
      }
    }
    return rows;
  }

  private static Stream<BriefRow> on(List<BriefRow> rows, int sheet) {
    return rows.stream().map(row -> row.on(row.page().memberId() + "#" + sheet));
  }

  /** Where the second page begins, so that both hold their part and about the same; else 0. */
  private int middle(List<BriefRow> rows) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int cut = 1; cut < rows.size(); cut++) {
      double first = height(rows.subList(0, cut));
      double second = height(continued(rows, cut));
      // Within a table only where no gap between two sections will do.
      boolean section = rows.get(cut).block().opens();
      double uneven = Math.abs(first - second) + (section ? 0 : ROOM);
      boolean fits = first <= ROOM && second <= ROOM && !rows.get(cut - 1).block().leads();
      if (fits && isBreak(rows, cut) && uneven < least) {
        best = cut;
        least = uneven;
      }
    }
    return best;
  }

  /** Between sections, or between two rows of a table. */
  private static boolean isBreak(List<BriefRow> rows, int cut) {
    Block next = rows.get(cut).block();
    return next.opens() || next.head() != null && rows.get(cut - 1).block() == next;
  }

  /** From a row on; within a table its head stands again first. */
  private static List<BriefRow> continued(List<BriefRow> rows, int cut) {
    BriefRow first = rows.get(cut);
    Block head = first.block().head();
    List<BriefRow> rest = new ArrayList<>(rows.subList(cut, rows.size()));
    if (head != null) {
      rest.add(0, new BriefRow(first.page(), head, TableRow.of()));
    }
    return rest;
  }

  /** Page by page, each as full as it gets within a room, and aired if it shall be. */
  private List<BriefRow> poured(List<BriefRow> rows, double room, boolean airs) {
    List<BriefRow> all = new ArrayList<>();
    List<BriefRow> rest = rows;
    for (int sheet = 1; !rest.isEmpty(); sheet++) {
      int cut = rest.size();
      while (cut > 1
          && (height(rest.subList(0, cut)) > room
              || cut < rest.size() && !isBreak(rest, cut)
              || rest.get(cut - 1).block().leads())) {
        cut--;
      }
      List<BriefRow> held = rest.subList(0, cut);
      on(airs ? aired(held) : held, sheet).forEach(all::add);
      rest = cut < rest.size() ? continued(rest, cut) : List.of();
    }
    return all;
  }

  /** With the room that is left between the sections, as far as it does not tear them apart. */
  private List<BriefRow> aired(List<BriefRow> rows) {
    long sections = rows.stream().skip(1).filter(row -> row.block().opens()).count();
    if (sections == 0) {
      return rows;
    }
    double left = ROOM - height(rows);
    int gaps = (int) Math.min(3, left / sections / Block.GAP.height());
    List<BriefRow> aired = new ArrayList<>();
    for (BriefRow row : rows) {
      for (int gap = 0; gap < gaps && !aired.isEmpty() && row.block().opens(); gap++) {
        aired.add(new BriefRow(row.page(), Block.GAP, TableRow.of()));
      }
      aired.add(row);
    }
    return aired;
  }

  private double height(List<BriefRow> rows) {
    return rows.stream().mapToDouble(row -> heights.computeIfAbsent(row, this::height)).sum();
  }

  private double height(BriefRow row) {
    return switch (row.block()) {
      case HEAD ->
          row.block().height() + lines(row.page().lead().text(), LEAD_SIZE, WIDTH) * LEAD_LINE;
      case TEXT ->
          row.block().height() + lines(row.line().cell(0).text(), TEXT_SIZE, WIDTH) * TEXT_LINE;
      case STORY_PLAIN ->
          row.block().height() + lines(row.story().text(), TEXT_SIZE, STORY_WIDTH) * TEXT_LINE;
      // The longest name of the row may go on in further lines.
      case TIE, PAIR_OF_TIES ->
          Math.max(
              row.block().height(),
              NAME_LINE
                  * row.line().cells().stream()
                      .mapToLong(cell -> cell.text().lines().count())
                      .max()
                      .orElse(0));
      case PANEL ->
          row.block().height()
              + Math.max(
                      lines(row.page().limits(), TEXT_SIZE, PANEL_WIDTH),
                      lines(row.page().quality(), TEXT_SIZE, PANEL_WIDTH))
                  * TEXT_LINE;
      default -> row.block().height();
    };
  }

  private int lines(String text, double size, double width) {
    return lines.computeIfAbsent(text, t -> measure(t, size, width));
  }

  /** How many lines a text takes when it is broken between words. */
  private int measure(String text, double size, double room) {
    double space = typography.width(" ", size, false);
    double at = 0;
    int lines = 1;
    for (String word : text.split(" ")) {
      double width = typography.width(word, size, false);
      if (at > 0 && at + space + width > room) {
        lines++;
        at = width;
      } else {
        at += (at > 0 ? space : 0) + width;
      }
    }
    return lines;
  }
}
