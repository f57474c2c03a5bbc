package generator;

import java.util.List;
import java.util.Map;

/** A city, county or state of the network; {@code until} 0 = still a member. */
record Member(
    String id,
    String name,
    String state,
    String type,
    Place place,
    Population population,
    String inside,
    int since,
    int until,
    List<Partner> partners) {

  /** People by year of a census, the latest last; none = unknown. Empty source: the census. */
  record Population(Map<Integer, Integer> byYear, String source) {
    int latest() {
      return byYear.values().stream().reduce(0, (earlier, later) -> later);
    }
  }

  /** Size of the program, 1 for a town of 15,000: activity grows more slowly than population. */
  double size() {
    if (population.latest() == 0) {
      return 1.5;
    }
    double people = Math.min(Math.max(population.latest(), 4000), 900_000);
    return StrictMath.pow(people / 15_000, 0.56);
  }

  boolean expectedIn(int year) {
    return since <= year && (until == 0 || year <= until);
  }
}
