package org.sistercityimpact.reports.national;

import java.util.List;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Words;

/**
 * The network's year in five sentences: who reported, who came and went, events and volunteers,
 * what it cost, what people spent. They say what the figures hold, and which of them are missing.
 */
final class NationalSentences {
  private final Words words;
  private final PlaceFigures network;
  private final Coverage coverage;

  NationalSentences(Figures figures, Coverage coverage) {
    this.words = figures.words();
    this.network = figures.network();
    this.coverage = coverage;
  }

  List<Printed> all() {
    return List.of(reported(), moved(), gathered(), paid(), spent());
  }

  private Printed reported() {
    Printed ties =
        words.when(
            network.some("partnerships_active") && network.some("countries"),
            "nation.ties",
            network.central("partnerships_active"),
            network.central("countries"));
    return words.say(
        coverage.reportedAny() == 0 ? "nation.reported.none" : "nation.reported",
        network.year(),
        coverage.reportedAny(),
        coverage.members(),
        ties);
  }

  private Printed moved() {
    boolean in = network.some("people_in");
    boolean out = network.some("people_out");
    Printed came = network.central("people_in");
    Printed went = network.central("people_out");
    if (in && out) {
      return words.say("nation.moved.both", came, went);
    }
    if (in) {
      return network.has("people_out")
          ? words.say("nation.moved.in", came)
          : words.say("nation.moved.in_only", came, went);
    }
    if (out) {
      return network.has("people_in")
          ? words.say("nation.moved.out", went)
          : words.say("nation.moved.out_only", went, came);
    }
    if (network.some("people_virtual")) {
      return words.say("nation.moved.online", network.central("people_virtual"));
    }
    return network.has("people_in") && network.has("people_out")
        ? words.say("nation.moved.nobody")
        : words.say("nation.moved.unknown", came);
  }

  private Printed gathered() {
    boolean events = network.some("attendance");
    boolean hours = network.some("volunteer_hours");
    Printed people = network.central("attendance");
    Printed given = network.central("volunteer_hours");
    if (events && hours) {
      return words.say("nation.gathered.both", people, given);
    }
    if (events) {
      return words.say(
          network.has("volunteer_hours") ? "nation.gathered.no_hours" : "nation.gathered.events",
          people,
          given);
    }
    if (hours) {
      return words.say(
          network.has("attendance") ? "nation.gathered.no_events" : "nation.gathered.hours",
          given,
          people);
    }
    return network.has("attendance") && network.has("volunteer_hours")
        ? words.say("nation.gathered.none")
        : words.say("nation.gathered.unknown", people, given);
  }

  private Printed paid() {
    if (!network.has("cost_total")) {
      return words.say("nation.paid.unknown", network.central("cost_total"));
    }
    Printed total = network.headline("cost_total");
    if (!network.some("cost_total")) {
      return words.say("nation.paid.zero");
    }
    return network.some("cost_city")
        ? words.say("nation.paid.part", total, network.headline("cost_city"))
        : network.has("cost_city")
            ? words.say("nation.paid.others", total)
            : words.say("nation.paid.total", total);
  }

  private Printed spent() {
    boolean visitors = network.some("visitor_spend_direct");
    boolean guests = network.some("event_spend_direct");
    Printed ofVisitors = network.spanOrValue("visitor_spend_direct");
    Printed ofGuests = network.spanOrValue("event_spend_direct");
    if (visitors && guests) {
      return words.say("nation.spent.both", ofVisitors, ofGuests);
    }
    if (visitors) {
      return words.say("nation.spent.visitors", ofVisitors);
    }
    if (guests) {
      return words.say("nation.spent.guests", ofGuests);
    }
    return network.has("visitor_spend_direct") && network.has("event_spend_direct")
        ? words.say("nation.spent.none")
        : words.say(
            "nation.spent.unknown", network.has("visitor_spend_direct") ? ofGuests : ofVisitors);
  }
}
