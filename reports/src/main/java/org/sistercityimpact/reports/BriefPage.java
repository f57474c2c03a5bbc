package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one city's brief: what is no metric but stands around them. */
public final class BriefPage {
  private static final int PROBLEM_KINDS = 4;
  private static final double SUBTITLE_WIDTH = 500;
  private static final double SUBTITLE_SIZE = 10;

  private final ReportData data;
  private final Figures figures;
  private final Words words;
  private final Numbers numbers;
  private final Member member;
  private final Scope scope;
  private final RangeChart ranges;
  private final List<Tie> ties;
  private final Breakdown breakdown;
  private final int shown;
  private final List<Printed> others;
  private final Printed heldBack;
  private final Typography typography;

  BriefPage(
      Figures figures,
      Member member,
      Scope scope,
      RangeChart ranges,
      List<Tie> ties,
      Breakdown breakdown,
      int shown,
      List<Printed> others,
      Printed heldBack,
      Typography typography) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.numbers = words.numbers();
    this.member = member;
    this.scope = scope;
    this.ranges = ranges;
    this.ties = ties;
    this.breakdown = breakdown;
    this.shown = shown;
    this.others = others;
    this.heldBack = heldBack;
    this.typography = typography;
  }

  String memberId() {
    return member.id();
  }

  /** The city's metrics. */
  public Scope member() {
    return scope;
  }

  /** Its estimates from low to high. */
  public Chart ranges() {
    return ranges;
  }

  /** The data year. */
  public String year() {
    return Integer.toString(data.year());
  }

  /** The year before. */
  public String lastYear() {
    return Integer.toString(data.year() - 1);
  }

  /** "Fort Worth, Texas". */
  public String name() {
    String state = figures.state(member.state());
    return member.name().equals(state)
        ? state
        : words.say("brief.name", member.name(), state).text();
  }

  /** Whom it is for, population and membership, as far as the line holds them whole. */
  public String subtitle() {
    String population =
        member.population() == null
            ? words.text("brief.population_unknown")
            : words.say("brief.population", member.population()).text();
    Stream<String> since =
        Stream.ofNullable(member.since())
            .map(year -> words.say("brief.member_since", year.toString()).text());
    String council = words.name("council", member.jurisdiction());
    String whom = data.form() == Form.INTERNAL ? "brief.internal_subtitle" : "brief.subtitle";
    List<String> parts =
        Stream.concat(Stream.of(words.say(whom, council).text(), population), since).toList();
    for (int shown = parts.size(); shown > 1; shown--) {
      String line = String.join("  ·  ", parts.subList(0, shown));
      if (typography.width(line, SUBTITLE_SIZE, false) <= SUBTITLE_WIDTH) {
        return line;
      }
    }
    return typography.fit(parts.get(0), SUBTITLE_WIDTH, SUBTITLE_SIZE, false);
  }

  /** People of the exchanges of one purpose, in both directions and virtual. */
  public String peopleFor(String purpose) {
    return member.reported("exchanges")
        ? breakdown.people(purpose)
        : words.status(Status.NOT_REPORTED);
  }

  /** Costs by category, the largest first. */
  public String costByCategory() {
    if (!member.reported("budgets")) {
      return words.text("brief.no_budget");
    }
    List<Map.Entry<String, BigDecimal>> costs = breakdown.costs();
    return costs.isEmpty()
        ? words.text("brief.no_cost")
        : words
            .say(
                "brief.for_costs",
                costs.stream()
                    .map(
                        e ->
                            words.name("cost.category", e.getKey())
                                + " "
                                + numbers.dollars(e.getValue(), 0))
                    .collect(Collectors.joining(", ")))
            .text();
  }

  /** What the total is, and of which budget year where that is not the calendar year. */
  public String costCaption() {
    List<LocalDate> ends = data.budgetYears().getOrDefault(member.id(), List.of());
    return switch (ends.size()) {
      case 0 -> words.text("brief.cost_caption");
      case 1 -> words.say("brief.cost_caption_ending", numbers.month(ends.get(0))).text();
      default -> words.text("brief.cost_caption_several");
    };
  }

  /** Who the peers are. */
  public String peers() {
    return words.say("brief.peers", year()).text();
  }

  /** The ties that the page has room for. */
  List<Tie> shown() {
    return ties.subList(0, shown);
  }

  /** How many ties there are. */
  public String ties() {
    return words.say("brief.partnerships", ties.size()).text();
  }

  /** The ties for which the table has no room, how many more there are, and what is held back. */
  public Printed moreTies() {
    if (ties.isEmpty()) {
      return words.sentences(words.say("brief.no_partnership"), heldBack);
    }
    List<Object> pieces = new ArrayList<>();
    for (Printed tie : others) {
      pieces.add(pieces.isEmpty() ? "" : "; ");
      pieces.add(tie);
    }
    int more = ties.size() - shown - others.size();
    pieces.add(words.when(more > 0, "brief.ties_left", more));
    return words.sentences(
        words.when(!others.isEmpty(), "brief.more_ties", Printed.of(pieces.toArray())), heldBack);
  }

  /** Contacts of a stage by evidence. */
  public String evidence(String metric, String letter) {
    return breakdown.evidence(metric, letter);
  }

  /** How answers changed, each with its interval and the people behind it, or why none is told. */
  public Printed surveys(Scope scope) {
    List<Status> statuses =
        Figures.SURVEYS.stream().map(m -> scope.cell(m).status()).distinct().toList();
    if (statuses.size() == 1 && statuses.get(0) != Status.VALUE) {
      return words.say("brief.survey", scope.central(Figures.SURVEYS.get(0)));
    }
    List<Object> answers = new ArrayList<>();
    for (String metric : Figures.SURVEYS) {
      answers.add(answers.isEmpty() ? "" : "; ");
      answers.add(answer(scope, metric));
    }
    return words.say("brief.survey", Printed.of(answers.toArray()));
  }

  private Printed answer(Scope scope, String metric) {
    String question = words.name("brief", metric);
    return scope.has(metric)
        ? words.say(
            "brief.survey_answer",
            question,
            scope.central(metric),
            scope.low(metric),
            scope.high(metric),
            scope.n(metric))
        : words.say("brief.survey_none", question, scope.central(metric));
  }

  /** What the brief does not claim. */
  public String limits() {
    return words.text("brief.limits");
  }

  /** Rows read and refused, and the kinds of problems in them. */
  public String quality() {
    List<Intake> intakes = data.intakes().getOrDefault(member.id(), List.of());
    String silent =
        Dataset.ALL.stream()
            .filter(d -> !member.reported(d.id()))
            .map(d -> words.name("dataset", d.id()))
            .collect(Collectors.joining(", "));
    long eventGaps = data.eventsWithoutGuests().getOrDefault(member.id(), 0L);
    return words
        .sentences(
            words.say(
                "brief.rows",
                sum(intakes, Intake::read),
                sum(intakes, Intake::accepted),
                sum(intakes, Intake::rejected),
                sum(intakes, Intake::duplicate)),
            silent.isEmpty() ? words.text("brief.all_reported") : words.say("brief.silent", silent),
            // Guests from outside that are not known add no spending, which is said, not hidden.
            words.when(eventGaps > 0, "brief.event_gaps", eventGaps),
            problemKinds())
        .text();
  }

  private static long sum(List<Intake> intakes, ToLongFunction<Intake> rows) {
    return intakes.stream().mapToLong(rows).sum();
  }

  private Printed problemKinds() {
    List<ProblemCount> problems = data.problems().getOrDefault(member.id(), List.of());
    if (problems.isEmpty()) {
      return words.say("brief.no_problems");
    }
    String kinds =
        problems.stream()
            .limit(PROBLEM_KINDS)
            .map(p -> words.say("brief.problem", words.name("finding", p.code()), p.count()).text())
            .collect(Collectors.joining(", "));
    int more = problems.size() - PROBLEM_KINDS;
    return words.say(
        "brief.problems", more > 0 ? words.say("brief.more_problems", kinds, more) : kinds);
  }
}
