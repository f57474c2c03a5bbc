package org.sistercityimpact.reports.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRStyle;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import org.sistercityimpact.reports.text.Foot;
import org.sistercityimpact.reports.text.PrintedFigure;
import org.sistercityimpact.reports.text.Words;

/**
 * A document put together from filled sections. A section begins below the one before it where its
 * heading and first rows have room, so that no page ends half empty for the sake of the next; page
 * numbers run on.
 */
public final class Pages {
  /** Between one section and the next. */
  public static final int GAP = 26;

  private static final int ROWS_KEPT_WITH_HEADING = 3;

  /** A table that goes on ends with no fewer rows on its last page. */
  private static final int ROWS_AT_END = 7;

  private final Templates templates;
  private final int gap;
  private final List<JRPrintPage> pages = new ArrayList<>();
  private final Map<String, Integer> firstPages = new LinkedHashMap<>();
  private JasperPrint sample;
  private int bottom;

  public Pages(Templates templates) {
    this(templates, GAP);
  }

  public Pages(Templates templates, int gap) {
    this.templates = templates;
    this.gap = gap;
  }

  /** A section and what its template made of it. */
  public record Filled(Section section, JasperPrint print) {}

  /** How far the first row is below the top, and how high each row is, as they were filled. */
  public static List<Integer> heights(JasperPrint filled) {
    List<Blocks.Block> body = Blocks.of(filled.getPages()).body();
    return Stream.concat(
            Stream.of(body.get(0).advance()), body.stream().skip(1).map(Blocks.Block::height))
        .toList();
  }

  /**
   * Adds sections in their order; only where one that begins a page would leave the page before it
   * half empty, the one after it goes first if there is room for all of it, and one that looks for
   * room and is too short for a page of its own waits until there is some.
   */
  public void addAll(List<Filled> sections) {
    List<Filled> rest = new ArrayList<>(sections);
    List<Filled> waiting = new ArrayList<>();
    while (!rest.isEmpty()) {
      boolean second =
          rest.size() > 1 && beginsPage(rest.get(0)) && isHalfEmpty() && hasRoom(rest.get(1));
      Filled next = rest.remove(second ? 1 : 0);
      if (templates.seeksRoom(next.section.template()) && beginsPage(next) && isShort(next)) {
        waiting.add(next);
      } else {
        add(next);
      }
      waiting.removeIf(
          each -> {
            boolean room = hasRoom(each);
            if (room) {
              add(each);
            }
            return room;
          });
    }
    waiting.forEach(this::add);
  }

  private boolean beginsPage(Filled filled) {
    String template = filled.section.template();
    return pages.isEmpty()
        || templates.startsPage(template)
        || templates.seeksRoom(template) && !hasRoom(filled);
  }

  private boolean isShort(Filled filled) {
    return sample != null && Blocks.of(filled.print.getPages()).height() < pageHeight() / 2;
  }

  private int pageHeight() {
    return sample.getPageHeight() - sample.getTopMargin() - sample.getBottomMargin();
  }

  private boolean isHalfEmpty() {
    if (sample == null) {
      return false;
    }
    return bottom < sample.getTopMargin() + pageHeight() / 2;
  }

  private boolean hasRoom(Filled next) {
    int room = sample.getPageHeight() - sample.getBottomMargin() - bottom - gap;
    return !templates.startsPage(next.section.template())
        && Blocks.of(next.print.getPages()).height() <= room;
  }

  /** Fills a section and puts it after those that are there; one without content leaves nothing. */
  public void add(Section section) {
    add(templates.filled(section));
  }

  /** Fills a section and puts it on the last page, if that has room for all of it. */
  public boolean addWhereRoom(Section section) {
    Filled filled = templates.filled(section);
    boolean room = hasRoom(filled);
    if (room) {
      add(filled);
    }
    return room;
  }

  /** Leaves the last page as it is: what is added next begins another. */
  public void endPage() {
    bottom = sample.getPageHeight() - sample.getBottomMargin();
  }

  private void add(Filled filled) {
    boolean begins = beginsPage(filled);
    sample = filled.print;
    List<JRPrintPage> own =
        filled.print.getPages().stream().filter(page -> !page.getElements().isEmpty()).toList();
    if (own.isEmpty()) {
      return;
    }
    String template = filled.section.template();
    if (begins) {
      firstPages.putIfAbsent(template, pages.size() + 1);
      pages.addAll(own);
    } else {
      pour(filled.section, Blocks.of(own));
    }
    bottom = bottom(pages.get(pages.size() - 1));
  }

  private void pour(Section section, Blocks blocks) {
    int top = sample.getTopMargin();
    int floor = sample.getPageHeight() - sample.getBottomMargin();
    int at = bottom + gap;
    int left = floor - at;
    boolean onePage = blocks.height() <= floor - top;
    boolean fits = blocks.height() <= left;
    boolean begins = blocks.opening(ROWS_KEPT_WITH_HEADING) <= left;
    // What fits a page is split only where the page would else stay half empty.
    boolean split = !onePage || left > (floor - top) / 2 || templates.flows(section.template());
    if (!fits && !(begins && split)) {
      pages.add(new JRBasePrintPage());
      at = top;
    }
    firstPages.putIfAbsent(section.template(), pages.size());
    List<List<JRPrintElement>> headers = new ArrayList<>(blocks.headers());
    List<Blocks.Block> body = blocks.body();
    for (int i = 0; i < body.size(); i++) {
      Blocks.Block block = body.get(i);
      if (at > top && (at + block.height() > floor || leavesFew(body, i, floor - at))) {
        pages.add(new JRBasePrintPage());
        at = top;
        if (!headers.isEmpty() && block.row()) {
          if (headers.size() == 1) {
            // Poured from the middle of a page it may need one header more than it was filled with.
            headers.addAll(Blocks.of(templates.fill(section).getPages()).headers());
          }
          headers.remove(0);
          at += put(headers.get(0), blocks.headerTop(headers.get(0)), at);
        }
      }
      put(block.elements(), block.top(), at);
      at += block.advance();
    }
  }

  /**
   * Whether a page break must come here already, so that a table does not end in a leftover row on
   * the next page, with another chapter under it.
   */
  private static boolean leavesFew(List<Blocks.Block> body, int next, int left) {
    return next > 2 * ROWS_AT_END
        && body.size() - next == ROWS_AT_END
        && body.subList(next, body.size()).stream().mapToInt(Blocks.Block::advance).sum() > left;
  }

  /** Moves elements to the last page, the highest of them from {@code top} to {@code to}. */
  private int put(List<JRPrintElement> elements, int top, int to) {
    JRPrintPage page = pages.get(pages.size() - 1);
    int height = 0;
    for (JRPrintElement element : elements) {
      height = Math.max(height, element.getY() - top + element.getHeight());
      element.setY(element.getY() - top + to);
      page.addElement(element);
    }
    return height;
  }

  /**
   * Fills a section anew in the place of one that stands alone on its pages.
   *
   * @throws IllegalStateException if it has not as many pages, which would shift all others
   */
  public void replace(Section section) {
    int at = firstPages.get(section.template()) - 1;
    List<JRPrintPage> own = templates.fill(section).getPages();
    int next =
        firstPages.values().stream().filter(p -> p > at + 1).min(Integer::compare).orElse(0) - 1;
    if (own.size() != next - at) {
      throw new IllegalStateException("The contents changed their length between two fillings");
    }
    for (int i = 0; i < own.size(); i++) {
      pages.set(at + i, own.get(i));
    }
  }

  /** The figures printed so far. */
  public List<PrintedFigure> figures(String pdf, String document) {
    return PrintedFigure.of(pages, pdf, document);
  }

  /** How many pages there are. */
  public int size() {
    return pages.size();
  }

  /** The page, from 1, on which each template's section begins. */
  public Map<String, Integer> firstPages() {
    return firstPages;
  }

  /**
   * The whole document.
   *
   * @param foot gives the foot of a page, from 1, or null for a page without one
   */
  public JasperPrint print(String name, IntFunction<Foot> foot) {
    List<Foot> feet = new ArrayList<>();
    for (int page = 1; page <= pages.size(); page++) {
      feet.add(foot.apply(page));
    }
    Iterator<JRPrintPage> filled =
        templates
            .fill(new Section("foot", Map.of(), feet.stream().filter(Objects::nonNull).toList()))
            .getPages()
            .iterator();
    return print(
        sample,
        name,
        templates.words(),
        pages,
        feet.stream().map(each -> each == null ? new JRBasePrintPage() : filled.next()).toList());
  }

  /**
   * A document of filled pages.
   *
   * @param sample what they were filled with, of the same size and styles
   * @param feet one for each page, laid over it
   */
  public static JasperPrint print(
      JasperPrint sample,
      String name,
      Words words,
      List<JRPrintPage> pages,
      List<JRPrintPage> feet) {
    JasperPrint whole = new JasperPrint();
    whole.setName(name);
    whole.setPageWidth(sample.getPageWidth());
    whole.setPageHeight(sample.getPageHeight());
    whole.setLocaleCode(words.locale().toString());
    for (int page = 0; page < pages.size(); page++) {
      JRPrintPage target = new JRBasePrintPage();
      pages.get(page).getElements().forEach(target::addElement);
      feet.get(page).getElements().forEach(target::addElement);
      whole.addPage(target);
    }
    try {
      for (JRStyle style : sample.getStyles()) {
        whole.addStyle(style, true);
      }
    } catch (JRException e) {
      throw new IllegalStateException("Cannot keep the styles of " + name, e);
    }
    return whole;
  }

  private static int bottom(JRPrintPage page) {
    return page.getElements().stream().mapToInt(e -> e.getY() + e.getHeight()).max().orElse(0);
  }
}
