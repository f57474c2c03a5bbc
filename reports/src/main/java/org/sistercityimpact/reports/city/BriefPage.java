package org.sistercityimpact.reports.city;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.chart.Chart;
import org.sistercityimpact.reports.chart.SmallTrend;
import org.sistercityimpact.reports.data.CouncilNote;
import org.sistercityimpact.reports.data.Dataset;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Intake;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ProblemCount;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.text.Breakdown;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

/** The words and numbers of one member's brief, as its template asks for them. */
public final class BriefPage {
  private static final int PROBLEM_KINDS = 4;
  private static final double SUBTITLE_WIDTH = 500;
  private static final double SUBTITLE_SIZE = 10;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final List<List<String>> STAGES =
      List.of(
          List.of("label.leads", "trade_leads"),
          List.of("label.meetings", "trade_meetings"),
          List.of("label.agreements", "trade_agreements"),
          List.of("label.deals", "trade_deals"));

  private final ReportData data;
  private final Figures figures;
  private final Words words;
  private final Member member;
  private final PlaceFigures scope;
  private final Breakdown breakdown;
  private final BriefTies ties;
  private final Typography typography;
  private final Printed lead;
  private final BriefCard cost;
  private final BriefCard gain;
  private final List<SmallTrend> trends;

  /** Lines of tables, which the template asks for cell by cell. */
  private final List<TableRow> volunteers;

  private final List<TableRow> youth;
  private final List<TableRow> trade;
  private final List<TableRow> surveys;

  BriefPage(Figures figures, Member member, Breakdown breakdown, Typography typography) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.member = member;
    this.scope = figures.scope(Level.MEMBER, member.id(), member.name());
    this.breakdown = breakdown;
    this.typography = typography;
    this.ties = new BriefTies(figures, member, typography);
    this.lead =
        new BriefSentences(figures, scope, member.name(), member.jurisdiction(), ties.active())
            .together();
    BriefCards cards = new BriefCards(figures, member, scope, breakdown);
    this.cost = cards.cost();
    this.gain = cards.gain();
    this.trends = allTrends().filter(SmallTrend::isKnown).toList();
    this.volunteers = allVolunteers();
    this.youth = allYouth();
    this.trade =
        STAGES.stream().anyMatch(s -> scope.some(s.get(1)))
            ? STAGES.stream().map(this::trade).toList()
            : List.of();
    this.surveys =
        Figures.SURVEYS.stream().anyMatch(scope::has)
            ? Figures.SURVEYS.stream().map(this::survey).toList()
            : List.of();
  }

  String memberId() {
    return member.id();
  }

  BriefTies partnerships() {
    return ties;
  }

  /** The year in three sentences. */
  public Printed lead() {
    return lead;
  }

  /** What it paid. */
  public BriefCard cost() {
    return cost;
  }

  /** What people from outside spent, or what else it brought. */
  public BriefCard gain() {
    return gain;
  }

  /** How many charts over the years there are. */
  int trends() {
    return trends.size();
  }

  /** The chart of a place from 0, or null. */
  public Chart trend(int place) {
    return place < trends.size() ? trends.get(place) : null;
  }

  private Stream<SmallTrend> allTrends() {
    return Stream.of(
        new SmallTrend(
            figures,
            words.text("brief.trend.people"),
            data.years(),
            List.of(
                series("brief.trend.in", "people_in"), series("brief.trend.out", "people_out"))),
        trend("attendance"),
        trend("volunteer_hours"),
        new SmallTrend(
            figures,
            words.say("brief.paid_by", member.jurisdiction()).text(),
            data.years(),
            List.of(series(words.say("brief.paid_by", member.jurisdiction()), "cost_city"))));
  }

  private SmallTrend trend(String metric) {
    Printed title = Printed.plain(words.name("brief.row", metric));
    return new SmallTrend(figures, title.text(), data.years(), List.of(series(title, metric)));
  }

  private SmallTrend.Series series(String name, String metric) {
    return series(words.say(name), metric);
  }

  private SmallTrend.Series series(Printed name, String metric) {
    return new SmallTrend.Series(
        name.text(), data.years().stream().map(y -> scope.in(y).cell(metric)).toList());
  }

  /** The city's metrics. */
  public PlaceFigures member() {
    return scope;
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
        Stream.ofNullable(member.membership().since())
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

  /** The brief's date, where the registry gives one. */
  public String issued() {
    return words
        .when(
            note().issued() != null,
            "brief.issued",
            note().issued() == null ? "" : words.numbers().day(note().issued()))
        .text();
  }

  private CouncilNote note() {
    return data.network().councilNotes().getOrDefault(member.id(), CouncilNote.NONE);
  }

  /** What is asked of the council, or nothing. */
  String ask() {
    return note().ask() == null ? "" : note().ask();
  }

  /** Whom to ask: at the member, else at the network's office; or nothing. */
  String contact() {
    CouncilNote note = note();
    List<String> own = present(note.contact(), note.phone(), note.email());
    List<String> said =
        own.isEmpty()
            ? data.network()
                .office()
                .map(office -> present(office.name(), office.phone(), office.email()))
                .orElse(List.of())
            : own;
    return words.when(!said.isEmpty(), "brief.contact", String.join(", ", said)).text();
  }

  private static List<String> present(String... texts) {
    return Stream.of(texts).filter(t -> t != null && !t.isBlank()).toList();
  }

  /** Who the peers are, and how many people there are for each thousand inhabitants. */
  Printed peers() {
    Printed band =
        member.band() == null
            ? words.say("brief.no_peers")
            : words.say(
                "brief.peers",
                data.network().members().stream()
                    .filter(m -> m.expected() && member.band().equals(m.band()))
                    .filter(m -> !m.id().equals(member.id()))
                    .count(),
                words.name("parameter.key", member.band()));
    return words.sentences(perThousand(), band);
  }

  private Printed perThousand() {
    Metric in = scope.cell("people_in");
    Metric out = scope.cell("people_out");
    if (!scope.has("people_in")
        || !scope.has("people_out")
        || member.population() == null
        || member.population() == 0
        || in.central().add(out.central()).signum() == 0) {
      return Printed.plain("");
    }
    BigDecimal people = in.central().add(out.central());
    BigDecimal share =
        people
            .multiply(THOUSAND)
            .divide(BigDecimal.valueOf(member.population()), new MathContext(2));
    return words.say(
        "brief.per_thousand", words.numbers().decimal(people, 0), words.numbers().shortest(share));
  }

  /** A line of what volunteers gave, or null. */
  public TableRow volunteers(int place) {
    return at(volunteers, place);
  }

  private List<TableRow> allVolunteers() {
    return lines(
        line("volunteers.hours", "volunteer_hours"),
        line("brief.people_who_gave", "volunteers"),
        scope.has("volunteer_value")
            ? TableRow.of(words.text("brief.value"), scope.spanOrValue("volunteer_value"))
            : line("brief.value", "volunteer_value"),
        line("brief.organizations", "collaborating_organizations"));
  }

  /** Under them; or in their place, why there are none. */
  public String volunteersNote() {
    return scope.hasOrWithholds("volunteer_hours")
        ? words.text("brief.time_is_labor")
        : words.text("brief.no_volunteers");
  }

  /** A line of what young people did, or null. */
  public TableRow youth(int place) {
    return at(youth, place);
  }

  private List<TableRow> allYouth() {
    return lines(
        line("label.young_people", "youth"),
        line("brief.youth_share", "youth_share"),
        people("brief.educational", "educational"),
        line("brief.first_time", "first_time_share"),
        line("brief.homestay", "homestay_night_share"));
  }

  private TableRow people(String label, String purpose) {
    return member.reported("exchanges") && scope.has("people_in")
        ? TableRow.of(words.text(label), breakdown.people(purpose))
        : null;
  }

  /** In their place, why there are none. */
  public String youthNote() {
    return words.when(youth.isEmpty(), "brief.no_youth").text();
  }

  boolean hasPeople() {
    return !volunteers.isEmpty() || !youth.isEmpty();
  }

  private static List<TableRow> lines(TableRow... lines) {
    return Stream.of(lines).filter(Objects::nonNull).toList();
  }

  private TableRow line(String label, String metric) {
    MetricStatus status = scope.cell(metric).status();
    boolean told =
        status == MetricStatus.VALUE
            || status == MetricStatus.WITHHELD
            || status == MetricStatus.NOT_COMPUTED;
    return told ? TableRow.of(words.text(label), scope.central(metric)) : null;
  }

  /** A stage of trade with its contacts by evidence, or null. */
  public TableRow trade(int place) {
    return at(trade, place);
  }

  private TableRow trade(List<String> stage) {
    String metric = stage.get(1);
    List<Object> cells = new ArrayList<>();
    cells.add(words.text(stage.get(0)));
    cells.add(scope.central(metric));
    Stream.of("A", "B", "C", "D").forEach(letter -> cells.add(breakdown.evidence(metric, letter)));
    return TableRow.of(cells.toArray());
  }

  /** In their place, why there are none. */
  public Printed noTrade() {
    return words.say(scope.has("trade_leads") ? "brief.trade_zero" : "brief.no_trade");
  }

  /** What the letters mean, and what deals were worth. */
  Printed tradeNote() {
    if (trade(0) == null) {
      return Printed.plain("");
    }
    boolean withheld = scope.cell("trade_value_reported").status() == MetricStatus.WITHHELD;
    return words.sentences(
        words.say("brief.evidence"),
        words.when(withheld, "brief.deals_withheld", scope.central("trade_value_reported")),
        words.when(
            scope.some("trade_value_reported"),
            "brief.deals",
            scope.headline("trade_value_reported"),
            scope.headline("trade_value_attributed")));
  }

  /** How an answer changed, its interval and the people behind it, or null. */
  public TableRow survey(int place) {
    return at(surveys, place);
  }

  private TableRow survey(String metric) {
    String answer = words.capitalName("brief", metric);
    return scope.has(metric)
        ? TableRow.of(
            answer,
            scope.central(metric),
            words.say("report.span", scope.low(metric), scope.high(metric)),
            scope.n(metric))
        : TableRow.of(answer, words.text("brief.unknown"), scope.central(metric), "");
  }

  private static TableRow at(List<TableRow> lines, int place) {
    return place < lines.size() ? lines.get(place) : null;
  }

  /** In their place, why there are none. */
  public Printed noSurveys() {
    return Figures.SURVEYS.stream()
        .filter(m -> scope.cell(m).status() == MetricStatus.WITHHELD)
        .findFirst()
        .map(m -> words.say("brief.surveys_withheld", scope.central(m)))
        .orElse(words.say("brief.no_surveys"));
  }

  /** Says so where the parts of the cost, or of the spending, do not add up as rounded. */
  String roundedParts() {
    String cost =
        scope.ofParts("cost_total", "cost_city", "cost_private", "cost_grant", "cost_in_kind");
    return cost.isEmpty()
        ? scope.ofParts(
            "economic_output",
            "visitor_spend_direct",
            "visitor_spend_indirect",
            "visitor_spend_induced",
            "event_spend_direct",
            "event_spend_indirect",
            "event_spend_induced")
        : cost;
  }

  /** What the brief does not claim. */
  public String limits() {
    return words.text("brief.limits");
  }

  /** Rows read and refused, and the kinds of problems in them. */
  public String quality() {
    List<Intake> intakes = data.reporting().intakes().getOrDefault(member.id(), List.of());
    String silent =
        Dataset.ALL.stream()
            .filter(d -> !member.reported(d.id()))
            .map(d -> words.name("dataset", d.id()))
            .collect(Collectors.joining(", "));
    long eventGaps = data.reporting().eventsWithoutGuests().getOrDefault(member.id(), 0L);
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
            words.when(isPartial(), "brief.partial"),
            problemKinds())
        .text();
  }

  private boolean isPartial() {
    return data.method().definitions().keySet().stream().anyMatch(scope::partial);
  }

  private static long sum(List<Intake> intakes, ToLongFunction<Intake> rows) {
    return intakes.stream().mapToLong(rows).sum();
  }

  private Printed problemKinds() {
    List<ProblemCount> problems = data.reporting().problems().getOrDefault(member.id(), List.of());
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
