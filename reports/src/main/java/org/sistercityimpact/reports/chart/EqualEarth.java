package org.sistercityimpact.reports.chart;

import java.awt.geom.Point2D;
import org.sistercityimpact.reports.data.Place;

/**
 * The Equal Earth projection: sizes compare truly, and shapes still look like a world.
 *
 * <p>Šavrič, Patterson and Jenny, The Equal Earth map projection, Int. J. Geogr. Inf. Sci. 33
 * (2019).
 */
final class EqualEarth {
  /**
   * The meridian in the middle: the map's edge runs through Asia, where no line has to cross it.
   */
  static final double CENTRE = -90;

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;
  private static final double M = Math.sqrt(3) / 2;

  private EqualEarth() {}

  /** Units of the earth's radius to the right of the middle and down from the equator. */
  static Point2D project(Place place) {
    double longitude = Math.toRadians(Math.IEEEremainder(place.longitude() - CENTRE, 360));
    double angle = Math.asin(M * Math.sin(Math.toRadians(place.latitude())));
    double square = angle * angle;
    double sixth = square * square * square;
    double x =
        longitude
            * Math.cos(angle)
            / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)));
    double y = angle * (A1 + A2 * square + sixth * (A3 + A4 * square));
    return new Point2D.Double(x, -y);
  }
}
