package org.sistercityimpact.reports.page;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.type.BandTypeEnum;

/**
 * A filled section taken apart where it may break between pages: its heading, its rows, its end.
 *
 * @param headers the table's header as printed on each page, the first of them part of the heading
 * @param body all else, in order
 */
record Blocks(List<List<JRPrintElement>> headers, List<Block> body) {

  /**
   * Elements that stay together.
   *
   * @param top where the highest of them stands
   * @param height down to the lowest
   * @param advance down to the next block
   * @param row whether it is a row, above which the table's header stands again on a new page
   */
  record Block(List<JRPrintElement> elements, int top, int height, int advance, boolean row) {}

  /** Takes the pages of one section. Each element of a detail band is a row. */
  static Blocks of(List<JRPrintPage> pages) {
    List<List<JRPrintElement>> headers = new ArrayList<>();
    List<Block> body = new ArrayList<>();
    for (JRPrintPage page : pages) {
      if (page.getElements().isEmpty()) {
        continue;
      }
      List<JRPrintElement> opening = new ArrayList<>();
      List<JRPrintElement> header = new ArrayList<>();
      List<List<JRPrintElement>> rows = new ArrayList<>();
      List<JRPrintElement> end = new ArrayList<>();
      for (JRPrintElement element : page.getElements()) {
        switch (band(element)) {
          case COLUMN_HEADER -> header.add(element);
          case DETAIL -> rows.add(new ArrayList<>(List.of(element)));
          case SUMMARY -> end.add(element);
          default -> opening.add(element);
        }
      }
      if (!header.isEmpty()) {
        // A table without a heading begins with its header all the same.
        if (!opening.isEmpty() || headers.isEmpty()) {
          opening.addAll(header);
        }
        headers.add(header);
      }
      List<List<JRPrintElement>> groups = new ArrayList<>();
      if (!opening.isEmpty()) {
        groups.add(opening);
      }
      groups.addAll(rows);
      if (!end.isEmpty()) {
        // A total never stands alone on a page.
        if (rows.isEmpty()) {
          groups.add(end);
        } else {
          groups.get(groups.size() - 1).addAll(end);
        }
      }
      for (int i = 0; i < groups.size(); i++) {
        int top = top(groups.get(i));
        int height = bottom(groups.get(i)) - top;
        int advance = i + 1 < groups.size() ? top(groups.get(i + 1)) - top : height;
        body.add(new Block(groups.get(i), top, height, advance, rows.contains(groups.get(i))));
      }
    }
    return new Blocks(headers, body);
  }

  /** The height of the heading and of some rows below it. */
  int opening(int rows) {
    int height = 0;
    for (int i = 0; i < Math.min(body.size(), rows + 1); i++) {
      if (i > 0 && !body.get(i).row()) {
        break;
      }
      height += body.get(i).advance();
    }
    return height;
  }

  /** The height of all, when it is not broken. */
  int height() {
    return body.stream().mapToInt(Block::advance).sum();
  }

  int headerTop(List<JRPrintElement> header) {
    return top(header);
  }

  private static BandTypeEnum band(JRPrintElement element) {
    return element.getOrigin() == null || element.getOrigin().getBandType() == null
        ? BandTypeEnum.TITLE
        : element.getOrigin().getBandType();
  }

  private static int top(List<JRPrintElement> elements) {
    return elements.stream().mapToInt(JRPrintElement::getY).min().orElse(0);
  }

  private static int bottom(List<JRPrintElement> elements) {
    return elements.stream().mapToInt(e -> e.getY() + e.getHeight()).max().orElse(0);
  }
}
