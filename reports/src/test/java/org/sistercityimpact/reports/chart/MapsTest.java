package org.sistercityimpact.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Place;

/** The outlines that reports/map made, and the projection that puts towns onto them. */
class MapsTest {
  @Test
  void putsATownWhereTheMapmakersLibraryPutsIt() {
    List<String> controls =
        Outlines.lines("world.txt").stream().filter(line -> line.startsWith("control")).toList();
    for (String control : controls) {
      String[] words = control.split(" ");
      double longitude = Double.parseDouble(words[1]);
      double latitude = Double.parseDouble(words[2]);
      Point2D at = EqualEarth.project(new Place(latitude, longitude));
      assertEquals(Double.parseDouble(words[3]), at.getX(), 2e-6, control);
      assertEquals(Double.parseDouble(words[4]), at.getY(), 2e-6, control);
    }
    assertEquals(7, controls.size());
  }

  @Test
  void putsTownsOntoTheLand() {
    Map<String, Place> towns =
        Map.of(
            "Fort Worth", new Place(32.75, -97.33),
            "Trier", new Place(49.76, 6.64),
            "Koriyama", new Place(37.4, 140.36),
            "Accra", new Place(5.6, -0.2),
            "Delhi", new Place(28.6, 77.2));
    var land = Outlines.read("world.txt").get("land").path();
    towns.forEach(
        (name, place) -> {
          Point2D at = EqualEarth.project(place);
          assertTrue(land.contains(at.getX() * 2000, at.getY() * 2000), name);
        });
  }

  @Test
  void drawsEveryStateThatTheRegistryKnowsButTheIslands() throws IOException {
    Set<String> known =
        Files.readAllLines(Path.of("../sql/reference/states.csv")).stream()
            .skip(1)
            .map(line -> line.substring(0, 2))
            .filter(code -> !Set.of("PR", "GU", "VI", "AS", "MP").contains(code))
            .collect(Collectors.toSet());
    assertEquals(known, Outlines.read("states.txt").keySet());
  }
}
