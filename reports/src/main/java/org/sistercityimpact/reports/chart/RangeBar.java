package org.sistercityimpact.reports.chart;

import java.awt.geom.RoundRectangle2D;
import java.math.BigDecimal;
import java.util.List;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figure;

/** An estimate from low to high with a mark at its central case, beside its numbers in a table. */
public final class RangeBar extends Chart {
  private static final long serialVersionUID = 1L;

  private final transient Metric estimate;
  private final transient BigDecimal widest;

  /**
   * Takes one estimate.
   *
   * @param widest the high case that reaches the right edge, the same in all rows of a table
   */
  public RangeBar(Metric estimate, BigDecimal widest) {
    this.estimate = estimate;
    this.widest = widest;
  }

  /** Nothing: its numbers stand in the same row. */
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
    pen.line(Pen.GREY, 0.5, 0, 0, 0, height);
    if (estimate.status() != MetricStatus.VALUE || widest.signum() <= 0) {
      return;
    }
    double scale = (width - 2) / widest.doubleValue();
    double low = estimate.low().doubleValue() * scale;
    double high = estimate.high().doubleValue() * scale;
    double central = estimate.central().doubleValue() * scale;
    double middle = height / 2;
    pen.fill(
        Pen.SKY, new RoundRectangle2D.Double(low, middle - 3, Math.max(high - low, 1), 6, 3, 3));
    pen.bar(Pen.NAVY, central - 1, middle - 5, 2, 10);
  }
}
