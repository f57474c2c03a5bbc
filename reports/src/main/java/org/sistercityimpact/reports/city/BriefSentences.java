package org.sistercityimpact.reports.city;

import java.util.List;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Spending;
import org.sistercityimpact.reports.text.Words;

/**
 * A city's year in three sentences: who came and went, what it cost whom, what it brought. They say
 * what the figures hold, and which of them are missing.
 */
final class BriefSentences {
  private final Figures figures;
  private final Words words;
  private final PlaceFigures scope;
  private final String name;
  private final String government;
  private final Printed partnerships;

  /**
   * Takes one member.
   *
   * @param name as it is called in a sentence
   * @param government city, county, state or other
   * @param active how many of its partnerships saw people this year, of how many active ones
   */
  BriefSentences(
      Figures figures, PlaceFigures scope, String name, String government, long[] active) {
    this.figures = figures;
    this.words = figures.words();
    this.scope = scope;
    this.name = name;
    this.government = government;
    this.partnerships =
        words.when(active[0] > 0 && active[1] >= active[0], "brief.did.ties", active[0], active[1]);
  }

  List<Printed> all() {
    return List.of(did(), paid(), gained());
  }

  Printed together() {
    return words.sentences(all().toArray());
  }

  private Printed did() {
    Printed in = scope.central("people_in");
    Printed out = scope.central("people_out");
    String year = scope.year();
    if (scope.some("people_in")) {
      return scope.some("people_out")
          ? words.say("brief.did.both", year, name, in, out, partnerships)
          : scope.has("people_out")
              ? words.say("brief.did.hosted", year, name, in, partnerships)
              : words.say("brief.did.hosted_only", year, name, in, out);
    }
    if (scope.some("people_out")) {
      return scope.has("people_in")
          ? words.say("brief.did.sent", year, name, out, partnerships)
          : words.say("brief.did.sent_only", year, name, out, in);
    }
    if (scope.some("people_virtual")) {
      return words.say("brief.did.virtual", year, name, scope.central("people_virtual"));
    }
    boolean nobody = scope.has("people_in") && scope.has("people_out");
    if (scope.some("attendance")) {
      return words.say(
          nobody ? "brief.did.nobody_events" : "brief.did.unreported_events",
          year,
          name,
          scope.central("attendance"));
    }
    if (nobody) {
      return words.say("brief.did.nobody", year, name);
    }
    MetricStatus status = scope.cell("people_in").status();
    return status == MetricStatus.NOT_REPORTED || status == MetricStatus.NOT_KNOWN
        ? words.say("brief.did.unreported", year, name)
        : words.say("brief.did.unknown", year, name, words.status(status));
  }

  private Printed paid() {
    MetricStatus status = scope.cell("cost_total").status();
    if (!scope.has("cost_total") || !scope.has("cost_city")) {
      return status == MetricStatus.NOT_REPORTED || status == MetricStatus.NOT_KNOWN
          ? words.say("brief.paid.unreported", government)
          : words.say(
              "brief.paid.unknown",
              words.status(scope.has("cost_total") ? scope.cell("cost_city").status() : status));
    }
    if (!scope.some("cost_total")) {
      return words.say("brief.paid.zero", government);
    }
    if (!scope.some("cost_city")) {
      return words.say("brief.paid.nothing", government, scope.headline("cost_total"));
    }
    if (scope.cell("cost_city").central().compareTo(scope.cell("cost_total").central()) == 0) {
      return words.say("brief.paid.all", government, scope.headline("cost_total"));
    }
    Printed others =
        words.when(
            scope.some("other_funds_per_city_dollar"),
            "brief.paid.others",
            scope.central("other_funds_per_city_dollar"),
            government);
    return words.say(
        "brief.paid.part",
        government,
        scope.headline("cost_city"),
        scope.headline("cost_total"),
        others);
  }

  private Printed gained() {
    Spending spending = new Spending(figures, scope);
    if (spending.isSome()) {
      return words.say("brief.gained.spending", spending.whose(), spending.range());
    }
    if (scope.some("volunteer_hours")) {
      return words.say("brief.gained.hours", scope.central("volunteer_hours"));
    }
    if (scope.some("attendance") && (scope.some("people_in") || scope.some("people_out"))) {
      return words.say("brief.gained.events", scope.central("attendance"));
    }
    Metric visitors = scope.cell("visitor_spend_direct");
    Metric guests = scope.cell("event_spend_direct");
    if (visitors.status() == MetricStatus.VALUE || guests.status() == MetricStatus.VALUE) {
      return words.say("brief.gained.none");
    }
    MetricStatus why =
        visitors.status() == MetricStatus.NOT_REPORTED ? guests.status() : visitors.status();
    return words.say("brief.gained.unknown", words.status(why));
  }
}
