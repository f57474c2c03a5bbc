package org.sistercityimpact.reports.chart;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A map's lines, as {@code reports/map/make_map.mjs} wrote them. */
final class Outlines {
  /**
   * A shape in the map's own units.
   *
   * @param middle where its name has most room, or null
   * @param room how far that is from the edge
   */
  record Shape(Path2D path, Point2D middle, double room) {}

  private Outlines() {}

  /** The shapes of a file by name, in the file's order. */
  static Map<String, Shape> read(String file) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    Path2D path = null;
    for (String line : lines(file)) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "control" -> {
          // For the test of the projection.
        }
        case "outline", "land" -> {
          path = new Path2D.Double();
          shapes.put(words[0], new Shape(path, null, 0));
        }
        case "state" -> {
          path = new Path2D.Double();
          shapes.put(
              words[1],
              new Shape(
                  path,
                  new Point2D.Double(Integer.parseInt(words[2]), Integer.parseInt(words[3])),
                  Integer.parseInt(words[4])));
        }
        default -> ring(path, Arrays.stream(words).mapToInt(Integer::parseInt).toArray());
      }
    }
    return shapes;
  }

  static List<String> lines(String file) {
    try (InputStream in = Outlines.class.getResourceAsStream("map/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read the map " + file, e);
    }
  }

  private static void ring(Path2D path, int[] steps) {
    int x = steps[0];
    int y = steps[1];
    path.moveTo(x, y);
    for (int i = 2; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      path.lineTo(x, y);
    }
    path.closePath();
  }
}
