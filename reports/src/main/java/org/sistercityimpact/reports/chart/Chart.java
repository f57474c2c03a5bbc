package org.sistercityimpact.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.sistercityimpact.reports.text.Figure;
import org.sistercityimpact.reports.text.TableRow;

/**
 * A drawing whose size the template gives. It draws from what has already been read, so that it may
 * be drawn more than once.
 */
public abstract class Chart extends AbstractRenderer implements Graphics2DRenderable {
  /** Of the numbers behind the charts, the first of them the row's name. */
  private static final int COLUMNS = 6;

  private static final long serialVersionUID = 1L;

  /** What someone who cannot see the chart hears: its subject and its numbers. */
  public abstract String alt();

  /** The figures that the chart labels, as an element's property. */
  public String ids() {
    return Figure.join(figures());
  }

  abstract List<Figure> figures();

  /** Its numbers for the appendix under their head; none where they stand in a table already. */
  public List<TableRow> rows(String title) {
    return List.of();
  }

  /** Rows under a head that names the chart and its columns; what is left of these stays empty. */
  static List<TableRow> table(String title, List<?> columns, List<List<?>> rows) {
    return Stream.concat(Stream.<List<?>>of(cells(title, columns)), rows.stream())
        .map(
            cells -> {
              Object[] all = Arrays.copyOf(cells.toArray(), COLUMNS);
              Arrays.fill(all, cells.size(), COLUMNS, "");
              return TableRow.of(all);
            })
        .toList();
  }

  static List<?> cells(String name, List<?> others) {
    return Stream.concat(Stream.of(name), others.stream()).toList();
  }

  abstract void draw(Pen pen, double width, double height);

  @Override
  public final void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D frame) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(frame.getX(), frame.getY());
    draw(new Pen(graphics, context), frame.getWidth(), frame.getHeight());
    graphics.setTransform(before);
  }

  /** The smallest of 1, 2, 2.5, 5 × 10^k of which so many steps reach {@code maximum}. */
  static double step(double maximum, int steps) {
    if (maximum <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(maximum / steps)));
    for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
      if (power * factor * steps >= maximum * 0.999) {
        return power * factor;
      }
    }
    return power * 10;
  }
}
