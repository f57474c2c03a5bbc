package org.sistercityimpact.reports.text;

import java.util.List;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;

/**
 * What people from outside spent in a place, visitors and event guests together: the two are
 * figures, their sum is not.
 */
public final class Spending {
  private static final String VISITORS = "visitor_spend_direct";
  private static final String GUESTS = "event_spend_direct";

  private final Figures figures;
  private final PlaceFigures scope;

  public Spending(Figures figures, PlaceFigures scope) {
    this.figures = figures;
    this.scope = scope;
  }

  /** Those of whom something was counted: visitors, guests, both or none. */
  public String whose() {
    boolean visitors = scope.some(VISITORS);
    boolean guests = scope.some(GUESTS);
    return visitors && guests ? "both" : visitors ? "visitors" : guests ? "guests" : "none";
  }

  public boolean isSome() {
    return !whose().equals("none");
  }

  /** The central case, as it is said. */
  public Printed central() {
    return whose().equals("both") ? sum(Bound.CENTRAL) : scope.headline(only());
  }

  /** "$16,000 to $49,000", or about how much where there is no range. */
  public Printed range() {
    if (!whose().equals("both")) {
      Printed span = scope.span(only());
      return span.text().isEmpty()
          ? figures.words().say("number.about", scope.headline(only()))
          : span;
    }
    return figures.words().say("report.span", sum(Bound.LOW), sum(Bound.HIGH));
  }

  private String only() {
    return whose().equals("guests") ? GUESTS : VISITORS;
  }

  private Printed sum(Bound bound) {
    List<Metric> cells = Stream.of(VISITORS, GUESTS).map(scope::cell).toList();
    Metric visitors = cells.get(0);
    Metric guests = cells.get(1);
    Metric both =
        new Metric(
            visitors.place(),
            visitors.amount().plus(guests.amount()),
            visitors.n() + guests.n(),
            MetricStatus.VALUE,
            visitors.notComputed() + guests.notComputed());
    return Printed.plain(figures.spoken(both, bound).text());
  }
}
