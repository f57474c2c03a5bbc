package org.sistercityimpact.pdf.lint;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import net.sf.jasperreports.engine.JRPrintElement;

/** What was painted on a page so far, from the paper upwards. */
final class PaintedPage {
  /** An area in one colour; null for a picture, on which contrast cannot be known. */
  private record Fill(Rectangle2D area, Color color) {}

  private record Ink(JRPrintElement element, Rectangle2D area) {}

  private final List<Fill> fills = new ArrayList<>();
  private final List<Ink> inks = new ArrayList<>();

  PaintedPage(int width, int height) {
    fill(new Rectangle2D.Double(0, 0, width, height), Color.WHITE);
  }

  void fill(Rectangle2D area, Color color) {
    fills.add(new Fill(area, color));
  }

  void picture(Rectangle2D area) {
    fills.add(new Fill(area, null));
  }

  void text(JRPrintElement element, Rectangle2D area) {
    inks.add(new Ink(element, area));
  }

  /** The colour behind the middle of an area; null when a picture is there. */
  Color behind(Rectangle2D area) {
    for (int i = fills.size() - 1; i > 0; i--) {
      if (fills.get(i).area.contains(area.getCenterX(), area.getCenterY())) {
        return fills.get(i).color;
      }
    }
    return fills.get(0).color;
  }

  /** Gives each pair of texts whose ink meets: the later one, then the one under it. */
  void overlaps(BiConsumer<JRPrintElement, JRPrintElement> found) {
    for (int i = 0; i < inks.size(); i++) {
      for (int j = i + 1; j < inks.size(); j++) {
        Rectangle2D common = inks.get(i).area.createIntersection(inks.get(j).area);
        if (inks.get(i).element != inks.get(j).element
            && common.getWidth() > 1
            && common.getHeight() > 1) {
          found.accept(inks.get(j).element, inks.get(i).element);
        }
      }
    }
  }
}
