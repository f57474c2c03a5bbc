package org.sistercityimpact.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintPage;

/**
 * A document put together from filled sections. A section that fits below the one before it is
 * moved up there, so that short sections share a page; page numbers run on.
 */
final class Pages {
  private static final int GAP = 26;

  private final Templates templates;
  private final List<JRPrintPage> pages = new ArrayList<>();
  private final Map<String, Integer> firstPages = new LinkedHashMap<>();
  private JasperPrint sample;
  private int bottom = Integer.MAX_VALUE;

  Pages(Templates templates) {
    this.templates = templates;
  }

  /** Puts a section after those that are there; one that printed nothing leaves no trace. */
  void add(String template, JasperPrint print) {
    sample = print;
    List<JRPrintPage> own =
        print.getPages().stream().filter(page -> !page.getElements().isEmpty()).toList();
    if (own.isEmpty()) {
      return;
    }
    int height = print.getPageHeight() - print.getBottomMargin();
    int top = print.getTopMargin();
    int room = height - bottom - GAP;
    boolean fits = own.size() == 1 && bottom(own.get(0)) - top <= room;
    if (fits && !templates.startsPage(template)) {
      JRPrintPage last = pages.get(pages.size() - 1);
      int shift = bottom + GAP - top;
      for (JRPrintElement element : own.get(0).getElements()) {
        element.setY(element.getY() + shift);
        last.addElement(element);
      }
      firstPages.putIfAbsent(template, pages.size());
    } else {
      firstPages.putIfAbsent(template, pages.size() + 1);
      pages.addAll(own);
    }
    bottom = bottom(pages.get(pages.size() - 1));
  }

  /**
   * Puts a print in the place of one that was added as whole pages of the same number.
   *
   * @throws IllegalStateException if it has not as many pages, which would shift all others
   */
  void replace(JasperPrint before, JasperPrint after) {
    if (before.getPages().size() != after.getPages().size()) {
      throw new IllegalStateException("The contents changed their length between two fillings");
    }
    int at = pages.indexOf(before.getPages().get(0));
    for (int i = 0; i < after.getPages().size(); i++) {
      pages.set(at + i, after.getPages().get(i));
    }
  }

  /** How many pages there are. */
  int size() {
    return pages.size();
  }

  /** The page, from 1, on which each template's section begins. */
  Map<String, Integer> firstPages() {
    return firstPages;
  }

  /**
   * The whole document.
   *
   * @param foot gives the foot of a page, from 1, or null for a page without one
   */
  JasperPrint print(String name, Function<Integer, Foot> foot) {
    JasperPrint whole = new JasperPrint();
    whole.setName(name);
    whole.setPageWidth(sample.getPageWidth());
    whole.setPageHeight(sample.getPageHeight());
    whole.setLocaleCode("en_US");
    List<Foot> feet = new ArrayList<>();
    for (int page = 1; page <= pages.size(); page++) {
      feet.add(foot.apply(page));
    }
    List<Foot> printed = feet.stream().filter(f -> f != null).toList();
    JasperPrint footPages = templates.fill(new Section("foot", Map.of(), printed));
    int next = 0;
    for (int page = 0; page < pages.size(); page++) {
      JRPrintPage target = new JRBasePrintPage();
      pages.get(page).getElements().forEach(target::addElement);
      if (feet.get(page) != null) {
        footPages.getPages().get(next++).getElements().forEach(target::addElement);
      }
      whole.addPage(target);
    }
    for (var style : sample.getStyles()) {
      try {
        whole.addStyle(style, true);
      } catch (JRException e) {
        throw new IllegalStateException(e);
      }
    }
    return whole;
  }

  private static int bottom(JRPrintPage page) {
    return page.getElements().stream().mapToInt(e -> e.getY() + e.getHeight()).max().orElse(0);
  }
}
