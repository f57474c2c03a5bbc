package org.sistercityimpact.transform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What somebody can find out of withheld counts who holds all that is published of one year, in one
 * edition or in several: by linear programming, the least and the most that each can be.
 *
 * <p>Unknown are the people of each tie, and of each member outside of its ties. Known are the
 * registry; that an exchange has one person at least; every printed sum at every level; the young,
 * the officials and the first-timers among the people, where printed; the dollars of events, which
 * tell the guests among those who came; cost and cost per participant, which tell the people of the
 * members with a budget; and that a member whose files did not change between two editions has the
 * same numbers in both. (Other dollars bound no count: a visitor may cost nothing or anything.)
 */
final class Attack {
  /** Counts of people, each with the metric that tells the least that it can be. */
  private static final Map<String, String> COUNTS =
      new TreeMap<>(
          Map.of(
              "people_in", "exchanges_in",
              "people_out", "exchanges_out",
              "people_virtual", "exchanges_virtual",
              "attendance", "",
              "volunteers", ""));

  private static final List<String> TRAVEL = List.of("people_in", "people_out", "people_virtual");

  /** The people whom the dollars of events are spent by: those dollars ÷ the rate of one guest. */
  static final String GUESTS = "guests";

  private static final Set<String> OUTSIDE_OF_TIES = Set.of("volunteers", "attendance", GUESTS);
  private static final List<String> SHARES = List.of("youth", "officials", "first_time");
  private static final BigDecimal HALF_A_DIGIT = new BigDecimal("0.00005");
  private static final Cell NETWORK = new Cell("", "network", "", null, "");

  /** More people than any network has: nothing published bounds what stands here. */
  private static final double MOST = 1e6;

  /** A published figure; central null when it has none. */
  record Cell(String metric, String level, String key, BigDecimal central, String status) {
    boolean withheld() {
      return status.equals("withheld");
    }
  }

  /** A tie as the registry tells it. */
  record Tie(String id, String member, String state, String country) {}

  /** A withheld count and where it lies for the attacker. */
  record Interval(int edition, Cell cell, double least, double most) {
    double width() {
      return most - least;
    }
  }

  /** Part of a count that no smaller printed figure tells. */
  private record Leaf(String tie, String member, String state, String country, String purpose) {}

  private final List<Map<String, Cell>> editions = new ArrayList<>();
  private final Collection<Tie> ties;
  private final Set<String> changed;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<String, Variable> unknowns = new TreeMap<>();

  static {
    // They write what they find for one goal into the model, where the next goal would meet it.
    ExpressionsBasedModel.clearPresolvers();
  }

  /** A sum of leaves: what is known of it, and the unknown rest. */
  private record Sum(double known, Expression rest, boolean open) {
    void is(double least, double most) {
      rest.lower(least - known).upper(most - known);
    }
  }

  private Attack(
      List<List<Cell>> published,
      Collection<Tie> ties,
      Set<String> changed,
      List<String> counts,
      List<String> shares) {
    this.ties = ties;
    this.changed = changed;
    for (List<Cell> cells : published) {
      Map<String, Cell> byId = new HashMap<>();
      cells.forEach(c -> byId.put(id(c.metric, c.level, c.key), c));
      editions.add(byId);
    }
    for (int edition = 0; edition < editions.size(); edition++) {
      for (Cell cell : editions.get(edition).values()) {
        boolean counted = counts.contains(cell.metric) || shares.contains(cell.metric);
        if (counted && cell.central != null && !cell.level.equals("partnership")) {
          double value = cell.central.doubleValue();
          sum(edition, cell.metric, cell).is(value, value);
        } else if (cell.metric.equals("cost_per_participant") && counts.containsAll(TRAVEL)) {
          budgets(edition, cell);
        }
      }
      purposes(edition, counts);
      shares(edition, shares, counts);
    }
  }

  /**
   * The intervals of all withheld counts of people, the narrowest first. Shares are attacked one at
   * a time, and of small networks only: their programs are large.
   *
   * @param published one list of cells an edition, all of one year
   * @param changed members whose files changed between the editions
   */
  static List<Interval> intervals(
      List<List<Cell>> published, Collection<Tie> ties, Set<String> changed) {
    List<Interval> intervals = new ArrayList<>();
    intervals.addAll(new Attack(published, ties, changed, TRAVEL, List.of()).of(TRAVEL));
    for (String count : List.of("attendance", "volunteers")) {
      List<String> one = List.of(count);
      intervals.addAll(new Attack(published, ties, changed, one, List.of()).of(one));
    }
    if (ties.size() < 50) {
      for (String share : SHARES) {
        intervals.addAll(ofShare(published, ties, changed, TRAVEL, share));
      }
      intervals.addAll(ofShare(published, ties, changed, List.of("attendance"), GUESTS));
    }
    intervals.sort(Comparator.comparingDouble(Interval::width));
    return intervals;
  }

  private static List<Interval> ofShare(
      List<List<Cell>> published,
      Collection<Tie> ties,
      Set<String> changed,
      List<String> counts,
      String share) {
    List<String> one = List.of(share);
    List<String> both = Stream.concat(counts.stream(), one.stream()).toList();
    return new Attack(published, ties, changed, counts, one).of(both);
  }

  private List<Interval> of(List<String> metrics) {
    List<Interval> intervals = new ArrayList<>();
    for (int edition = 0; edition < editions.size(); edition++) {
      for (Cell cell : editions.get(edition).values()) {
        if (metrics.contains(cell.metric) && cell.withheld()) {
          Sum goal = sum(edition, cell.metric, cell);
          goal.rest.weight(1);
          double least = goal.open ? value(false) : 0;
          double most = goal.open ? value(true) : 0;
          intervals.add(new Interval(edition, cell, goal.known + least, goal.known + most));
          goal.rest.weight(null);
        }
      }
    }
    return intervals;
  }

  private double value(boolean most) {
    Optimisation.Result result = most ? model.maximise() : model.minimise();
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("The published figures contradict each other: " + result);
    }
    return result.getValue();
  }

  private Sum sum(int edition, String count, Cell cell) {
    Expression rest = model.newExpression(edition + count + model.countExpressions());
    double known = add(rest, edition, count, leaves(count, cell), 1);
    return new Sum(known, rest, !rest.getLinearKeySet().isEmpty());
  }

  /** Adds leaves to an expression, and gives the sum of those that are known. */
  private double add(Expression to, int edition, String count, List<Leaf> leaves, int factor) {
    double known = 0;
    for (Leaf leaf : leaves) {
      Double value = known(edition, count, leaf);
      if (value == null) {
        to.set(unknown(edition, count, leaf), factor);
      } else {
        known += factor * value;
      }
    }
    return known;
  }

  /** What is printed of a leaf, in this edition, or in any if its member's files never changed. */
  private Double known(int edition, String count, Leaf leaf) {
    if (leaf.tie.isEmpty() && leaf.purpose.isEmpty()) {
      return null;
    }
    String level = leaf.purpose.isEmpty() ? "partnership" : "purpose";
    for (int e = 0; e < editions.size(); e++) {
      boolean same = leaf.purpose.isEmpty() && !changed.contains(leaf.member);
      Cell cell = editions.get(e).get(id(count, level, leaf.tie + leaf.purpose));
      if ((e == edition || same) && (cell == null || !cell.withheld())) {
        return cell == null || cell.central == null ? 0 : cell.central.doubleValue();
      }
    }
    return null;
  }

  private Variable unknown(int edition, String count, Leaf leaf) {
    String owner = leaf.tie + leaf.purpose + (leaf.tie.isEmpty() ? leaf.member : "");
    boolean own = changed.contains(leaf.member) || !leaf.purpose.isEmpty() && editions.size() > 1;
    return unknowns.computeIfAbsent(
        (own ? edition : "") + count + " " + owner,
        name -> {
          String level = leaf.purpose.isEmpty() ? "partnership" : "purpose";
          Cell least = editions.get(edition).get(id(COUNTS.getOrDefault(count, ""), level, owner));
          boolean none = least == null || least.central == null;
          return model.newVariable(name).lower(none ? BigDecimal.ZERO : least.central).upper(MOST);
        });
  }

  private List<Leaf> leaves(String count, Cell cell) {
    if (cell.level.equals("purpose")) {
      return List.of(new Leaf("", "", "", "", cell.key));
    }
    List<Leaf> leaves = new ArrayList<>();
    Set<String> members = new HashSet<>();
    for (Tie t : ties) {
      if (!count.equals("volunteers")) {
        leaves.add(new Leaf(t.id, t.member, t.state, t.country, ""));
      }
      if (OUTSIDE_OF_TIES.contains(count) && members.add(t.member)) {
        leaves.add(new Leaf("", t.member, t.state, "", ""));
      }
    }
    return leaves.stream()
        .filter(
            l ->
                switch (cell.level) {
                  case "network" -> true;
                  case "state" -> l.state.equals(cell.key);
                  case "member" -> l.member.equals(cell.key);
                  case "partnership" -> l.tie.equals(cell.key);
                  default -> l.country.equals(cell.key);
                })
        .toList();
  }

  private void budgets(int edition, Cell ratio) {
    if (ratio.central == null || ratio.central.compareTo(HALF_A_DIGIT) <= 0) {
      return;
    }
    Expression rest = model.newExpression(edition + id(ratio.metric, ratio.level, ratio.key));
    Set<String> members = new HashSet<>();
    double cost = 0;
    double known = 0;
    for (Leaf leaf : leaves("people_in", ratio)) {
      BigDecimal total = editions.get(edition).get(id("cost_total", "member", leaf.member)).central;
      BigDecimal given =
          editions.get(edition).get(id("cost_in_kind", "member", leaf.member)).central;
      if (total != null) {
        cost += members.add(leaf.member) ? total.subtract(given).doubleValue() : 0;
        for (String count : TRAVEL) {
          known += add(rest, edition, count, List.of(leaf), 1);
        }
      }
    }
    new Sum(known, rest, true)
        .is(
            cost / ratio.central.add(HALF_A_DIGIT).doubleValue() - 1e-6,
            cost / ratio.central.subtract(HALF_A_DIGIT).doubleValue() + 1e-6);
  }

  /** Purposes make up the network as ties do. */
  private void purposes(int edition, List<String> counts) {
    for (String count : counts) {
      if (!count.equals("volunteers")) {
        Expression rest = model.newExpression(edition + count + " by purpose");
        double known = add(rest, edition, count, leaves(count, NETWORK), 1);
        for (Cell c : editions.get(edition).values()) {
          if (c.metric.equals(count) && c.level.equals("purpose")) {
            known += add(rest, edition, count, leaves(count, c), -1);
          }
        }
        new Sum(known, rest, true).is(0, 0);
      }
    }
  }

  /** Nobody is young who is not among the people. */
  private void shares(int edition, List<String> shares, List<String> counts) {
    for (String share : shares) {
      for (Leaf leaf : leaves(share, NETWORK)) {
        Expression rest = model.newExpression(edition + share + leaf.tie + leaf.member);
        double known = add(rest, edition, share, List.of(leaf), -1);
        for (String count : counts) {
          known += add(rest, edition, count, List.of(leaf), 1);
        }
        new Sum(known, rest, true).is(0, MOST);
      }
    }
  }

  private static String id(String metric, String level, String key) {
    return metric + " " + level + " " + key;
  }
}
