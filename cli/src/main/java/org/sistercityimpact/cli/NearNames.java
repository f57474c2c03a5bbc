package org.sistercityimpact.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sistercityimpact.check.Fold;

/**
 * Which names of organizations may be one, written by different hands: those that have the same
 * words, but for a letter or two, accents, signs, their order, words that tell nothing apart, and
 * the place of the member, which some leave out. Any other word more or less tells two apart:
 * "Lions Club North" is not "Lions Club South", nor "Lions Club".
 *
 * <p>Names are only compared where the first letters of their words agree, so that thousands of
 * them cost little.
 */
final class NearNames {
  /** Between words, or what stands behind a firm's name; and what hands slip to. */
  private static final Set<String> TELL_NOTHING =
      Set.of(
          ("the of fo no nr number and for at in a an de la las los el y e du des le les der die das und von"
                  + " inc incorporated llc llp ltd limited co company corp corporation plc gmbh ag sa")
              .split(" "));

  private static final Map<String, String> SHORT_FOR =
      Map.ofEntries(
          Map.entry("assn", "association"),
          Map.entry("assoc", "association"),
          Map.entry("cmte", "committee"),
          Map.entry("ctr", "center"),
          Map.entry("centre", "center"),
          Map.entry("dept", "department"),
          Map.entry("elem", "elementary"),
          Map.entry("fdn", "foundation"),
          Map.entry("inst", "institute"),
          Map.entry("intl", "international"),
          Map.entry("mt", "mount"),
          Map.entry("natl", "national"),
          Map.entry("sch", "school"),
          Map.entry("soc", "society"),
          Map.entry("st", "saint"),
          Map.entry("univ", "university"));

  /** A shorter word has no letter to spare. */
  private static final int SHORTEST = 3;

  /** Words that count: 7th, VII, 第七. */
  private static final Pattern COUNTS = Pattern.compile(".*[\\p{Nd}一二三四五六七八九十].*|[ivx]+");

  private static final int SHORT = 6;
  private static final int LONG = 10;

  /** For a place that only one of two names says. */
  private static final double OF_PLACE = 0.1;

  /** For words in another order, or apart where the other has them in one. */
  private static final double OF_ORDER = 0.02;

  private NearNames() {}

  /**
   * A name that may be the same as another.
   *
   * @param name it
   * @param likeness from 0 to 1: the same but for accents and signs
   */
  record Near(String name, double likeness) {}

  /** Words to compare. */
  private record Words(String name, List<String> words, boolean isWhole) {
    /** The first letters in order; of what holds a figure, all of it. */
    String initials() {
      return words.stream()
          .map(word -> mayDiffer(word) ? word.substring(0, 1) : word)
          .sorted()
          .collect(Collectors.joining(" "));
    }

    int letters() {
      return words.stream().mapToInt(String::length).sum();
    }
  }

  /**
   * For each name those that are near to it, the likest first.
   *
   * @param names of one member
   * @param places words of the member's own name and state
   */
  static Map<String, List<Near>> of(Collection<String> names, Set<String> places) {
    Map<String, Map<String, Double>> near = new LinkedHashMap<>();
    Map<String, List<Words>> byInitials = new HashMap<>();
    Map<String, List<Words>> byLetters = new HashMap<>();
    for (String name : names) {
      List<String> all = words(name);
      Words whole = new Words(name, all, true);
      List<String> rest = all.stream().filter(word -> !places.contains(word)).toList();
      compare(whole, byInitials, near);
      if (rest.size() < all.size() && !rest.isEmpty()) {
        compare(new Words(name, rest, false), byInitials, near);
      }
      if (all.isEmpty()) {
        continue;
      }
      for (Words other :
          byLetters.computeIfAbsent(String.join("", all), letters -> new ArrayList<>())) {
        add(name, other.name(), 1 - OF_ORDER, near);
      }
      byLetters.get(String.join("", all)).add(whole);
    }
    Map<String, List<Near>> ranked = new LinkedHashMap<>();
    near.forEach(
        (name, others) ->
            ranked.put(
                name,
                others.entrySet().stream()
                    .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(other -> new Near(other.getKey(), other.getValue()))
                    .toList()));
    return ranked;
  }

  private static void compare(
      Words one, Map<String, List<Words>> byInitials, Map<String, Map<String, Double>> near) {
    if (one.words().isEmpty()) {
      return;
    }
    List<Words> alike = byInitials.computeIfAbsent(one.initials(), i -> new ArrayList<>());
    for (Words other : alike) {
      double like = other.name().equals(one.name()) ? 0 : likeness(one, other);
      if (like > 0) {
        add(one.name(), other.name(), like, near);
      }
    }
    alike.add(one);
  }

  private static void add(
      String one, String other, double like, Map<String, Map<String, Double>> near) {
    near.computeIfAbsent(one, n -> new HashMap<>()).merge(other, like, Math::max);
    near.computeIfAbsent(other, n -> new HashMap<>()).merge(one, like, Math::max);
  }

  /** How like two names are whose initials agree; 0: a word tells them apart. */
  private static double likeness(Words one, Words other) {
    List<String> mine = new ArrayList<>(one.words());
    List<String> theirs = new ArrayList<>(other.words());
    for (String word : one.words()) {
      if (theirs.remove(word)) {
        mine.remove(word);
      }
    }
    int slips = 0;
    int weight = 0;
    for (String word : mine) {
      String best = null;
      int least = Integer.MAX_VALUE;
      for (String candidate : theirs) {
        int of = slips(word, candidate);
        if (of > 0 && of < least) {
          best = candidate;
          least = of;
        }
      }
      if (best == null) {
        return 0;
      }
      theirs.remove(best);
      slips += least;
      // A letter that is another one is rarer by accident than one that is missing.
      weight += best.length() == word.length() && !swapped(word, best) ? 2 * least : least;
    }
    int letters = Math.max(one.letters(), other.letters());
    if (slips > Math.max(1, letters / SHORT)) {
      return 0;
    }
    boolean sameOrder = mine.isEmpty() ? one.words().equals(other.words()) : true;
    boolean samePlace = one.isWhole() && other.isWhole();
    return Math.max(
        0.01,
        1 - (double) weight / letters - (sameOrder ? 0 : OF_ORDER) - (samePlace ? 0 : OF_PLACE));
  }

  /** Letters to change, if two words may be one; 0: they may not. */
  private static int slips(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    if (!mayDiffer(one) || !mayDiffer(other) || one.charAt(0) != other.charAt(0)) {
      return 0;
    }
    if (swapped(one, other)) {
      return 1;
    }
    int most = longest < LONG ? 1 : 2;
    if (Math.abs(one.length() - other.length()) > most
        || longest < SHORT && one.length() == other.length()) {
      return 0;
    }
    int letters = Fold.changes(one, other);
    return letters <= most ? letters : 0;
  }

  private static boolean mayDiffer(String word) {
    return word.length() >= SHORTEST && !COUNTS.matcher(word).matches();
  }

  /** Whether two letters beside each other have changed places. */
  private static boolean swapped(String one, String other) {
    int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return one.length() == other.length()
        && at >= 0
        && at + 1 < one.length()
        && one.charAt(at) == other.charAt(at + 1)
        && one.charAt(at + 1) == other.charAt(at)
        && one.substring(at + 2).equals(other.substring(at + 2));
  }

  private static List<String> words(String name) {
    List<String> all = Fold.words(name);
    List<String> telling =
        all.stream()
            .filter(word -> !TELL_NOTHING.contains(word))
            .map(word -> SHORT_FOR.getOrDefault(word, word))
            .toList();
    return telling.isEmpty() ? all : telling;
  }

  /** The words of a member's name and state, which its organizations have in theirs or not. */
  static Set<String> places(String... names) {
    Set<String> places = new HashSet<>();
    for (String name : names) {
      places.addAll(words(name));
    }
    return places;
  }
}
