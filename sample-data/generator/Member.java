package generator;

import java.util.List;
import java.util.Map;

/** A city, county or state of the network; {@code population} 0 = unknown. */
record Member(
    String id,
    String name,
    String state,
    String type,
    String latitude,
    String longitude,
    Map<Integer, Integer> populations,
    String populationSource,
    String inside,
    int since,
    int until,
    List<Partner> partners) {

  int population() {
    return populations.values().stream().reduce(0, (earlier, later) -> later);
  }

  /** Size of the program, 1 for a town of 15,000: activity grows more slowly than population. */
  double size() {
    if (population() == 0) {
      return 1.5;
    }
    double people = Math.min(Math.max(population(), 4000), 900_000);
    return StrictMath.pow(people / 15_000, 0.56);
  }

  boolean expectedIn(int year) {
    return since <= year && (until == 0 || year <= until);
  }
}
