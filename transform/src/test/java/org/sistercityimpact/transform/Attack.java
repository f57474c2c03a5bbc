package org.sistercityimpact.transform;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody can work out who holds every printed sum of one metric in one year: all sets of
 * parts whose sum follows from the printed ones, by adding and subtracting them in any way.
 *
 * <p>A set of parts is a number whose bits are the parts. The printed sums span a space; a set's
 * sum is told exactly when its vector of ones lies in that space. Every set is tried, so nothing is
 * presumed of how sums hang together.
 */
final class Attack {
  /** A prime for arithmetic that is exact in a long. */
  private static final long PRIME = 2_147_483_647L;

  private final int parts;
  private final List<long[]> basis = new ArrayList<>();

  private Attack(int parts) {
    this.parts = parts;
  }

  /**
   * All sets that the printed sums tell, the empty one left out.
   *
   * @param parts how many parts there are, at most 20
   * @param printed sets whose sums are printed
   */
  static List<Integer> told(int parts, List<Integer> printed) {
    Attack attack = new Attack(parts);
    printed.forEach(set -> attack.learn(attack.vector(set)));
    List<Integer> told = new ArrayList<>();
    for (int set = 1; set < 1 << parts; set++) {
      if (isZero(attack.reduced(attack.vector(set)))) {
        told.add(set);
      }
    }
    return told;
  }

  private long[] vector(int set) {
    long[] vector = new long[parts];
    for (int part = 0; part < parts; part++) {
      vector[part] = set >> part & 1;
    }
    return vector;
  }

  private void learn(long[] vector) {
    long[] rest = reduced(vector);
    if (!isZero(rest)) {
      basis.add(rest);
    }
  }

  /** The vector less what the basis explains: each member of it clears its leading place. */
  private long[] reduced(long[] vector) {
    long[] rest = vector.clone();
    for (long[] known : basis) {
      int lead = lead(known);
      if (rest[lead] != 0) {
        long factor = rest[lead] * inverse(known[lead]) % PRIME;
        for (int i = 0; i < parts; i++) {
          rest[i] = Math.floorMod(rest[i] - factor * known[i], PRIME);
        }
      }
    }
    return rest;
  }

  private static int lead(long[] vector) {
    int lead = 0;
    while (vector[lead] == 0) {
      lead++;
    }
    return lead;
  }

  private static boolean isZero(long[] vector) {
    for (long value : vector) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static long inverse(long value) {
    long result = 1;
    long base = value;
    for (long power = PRIME - 2; power > 0; power >>= 1) {
      if ((power & 1) == 1) {
        result = result * base % PRIME;
      }
      base = base * base % PRIME;
    }
    return result;
  }
}
