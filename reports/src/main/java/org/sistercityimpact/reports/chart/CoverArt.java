package org.sistercityimpact.reports.chart;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;
import org.sistercityimpact.reports.text.Figure;

/**
 * The cover's ornament: towns joined by arcs. It says nothing, and is left out of reading aloud.
 */
public final class CoverArt extends Chart {
  private static final long serialVersionUID = 1L;
  private static final int ARCS = 26;

  @Override
  public String alt() {
    return "";
  }

  @Override
  List<Figure> figures() {
    return List.of();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    // A fixed seed: the cover is the same on every machine.
    Random random = new Random(1956);
    for (int i = 0; i < ARCS; i++) {
      double x1 = width * (0.02 + 0.4 * random.nextDouble());
      double x2 = width * (0.52 + 0.5 * random.nextDouble());
      double y1 = height * (0.62 + 0.34 * random.nextDouble());
      double y2 = height * (0.55 + 0.4 * random.nextDouble());
      double lift = height * (0.25 + 0.75 * (x2 - x1) / width * random.nextDouble());
      Path2D arc = new Path2D.Double();
      arc.moveTo(x1, y1);
      arc.curveTo(x1 + (x2 - x1) * 0.3, y1 - lift, x1 + (x2 - x1) * 0.7, y2 - lift, x2, y2);
      boolean bright = i % 6 == 0;
      pen.path(bright ? Pen.GOLD : new Color(0x2F6C8C), bright ? 1.1 : 0.7, arc);
      pen.dot(bright ? Pen.GOLD : new Color(0x3E8FA0), x1, y1, bright ? 2.6 : 1.8);
      pen.dot(bright ? Pen.GOLD : new Color(0x3E8FA0), x2, y2, bright ? 2.6 : 1.8);
    }
  }
}
