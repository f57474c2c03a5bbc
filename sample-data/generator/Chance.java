package generator;

import java.util.SplittableRandom;

/** Random numbers that are the same on every machine: integers first, StrictMath after. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed, Object... about) {
    long mixed = seed;
    for (Object part : about) {
      for (char c : part.toString().toCharArray()) {
        mixed = (mixed ^ c) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
      }
      mixed = mixed * 31 + 7;
    }
    random = new SplittableRandom(mixed);
  }

  double share() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  boolean in(double probability) {
    return share() < probability;
  }

  int between(int low, int high) {
    return low + (int) (share() * (high - low + 1));
  }

  /** Roughly normal, mean 0 and deviation 1, never beyond 3.5. */
  double bell() {
    return (share() + share() + share() + share() - 2) * 1.7320508;
  }

  /** Mostly near the median, sometimes far above it, as counts of people are. */
  double skewed(double median, double spread) {
    return median * StrictMath.exp(spread * bell());
  }

  int count(double expected) {
    return (int) (expected + share());
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[(int) (share() * choices.length)];
  }

  /** Reads "hotel 5|homestay 3": a choice and its weight. */
  String weighted(String choices) {
    String[] parts = choices.split("\\|");
    int total = 0;
    for (String part : parts) {
      total += Integer.parseInt(part.substring(part.lastIndexOf(' ') + 1));
    }
    double at = share() * total;
    for (String part : parts) {
      int space = part.lastIndexOf(' ');
      at -= Integer.parseInt(part.substring(space + 1));
      if (at < 0) {
        return part.substring(0, space);
      }
    }
    return parts[0].substring(0, parts[0].lastIndexOf(' '));
  }
}
