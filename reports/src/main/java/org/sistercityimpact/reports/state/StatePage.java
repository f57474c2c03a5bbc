package org.sistercityimpact.reports.state;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.CouncilNote;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.page.StoryBox;
import org.sistercityimpact.reports.page.StoryBox.Shape;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.SinceLastYear;
import org.sistercityimpact.reports.text.Spending;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

/** The words and numbers of one state's page, as its templates ask for them. */
public final class StatePage {
  private static final BigDecimal HUNDRED_THOUSAND = BigDecimal.valueOf(100_000);
  private static final double NAME_WIDTH = 108;
  private static final double NAME_SIZE = 8.5;
  private static final double PAIR_WIDTH = 74;
  private static final double PAIR_SIZE = 8;

  /** In their order, with whether a number for each 100,000 residents makes sense. */
  private static final List<List<String>> MEASURES =
      List.of(
          List.of("state.row.people_in", "people_in", "each"),
          List.of("state.row.people_out", "people_out", "each"),
          List.of("state.row.people_virtual", "people_virtual", "each"),
          List.of("state.row.exchanges_in", "exchanges_in", ""),
          List.of("state.row.attendance", "attendance", "each"),
          List.of("state.row.volunteer_hours", "volunteer_hours", "each"),
          List.of("state.row.partnerships_active", "partnerships_active", ""),
          List.of("state.row.countries", "countries", ""),
          List.of("state.row.visitor_spend_direct", "visitor_spend_direct", "each"),
          List.of("state.row.event_spend_direct", "event_spend_direct", "each"),
          List.of("state.row.cost_total", "cost_total", "each"));

  private final ReportData data;
  private final Figures figures;
  private final Words words;
  private final PlaceFigures scope;
  private final List<Member> members;
  private final Typography typography;

  StatePage(Figures figures, String code, Typography typography) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.scope = figures.scope(Level.STATE, code, figures.state(code));
    this.typography = typography;
    this.members =
        data.network().members().stream()
            .filter(m -> m.state().equals(code))
            .filter(m -> m.expected() || m.reportedAny())
            .sorted(words.by(Member::name).thenComparing(Member::id))
            .toList();
  }

  String code() {
    return scope.key();
  }

  /** "Texas". */
  public String name() {
    return scope.label();
  }

  /** The data year. */
  public String year() {
    return scope.year();
  }

  /** The year before. */
  public String lastYear() {
    return scope.ago(1).year();
  }

  /** How many of its members reported. */
  public String subtitle() {
    return words
        .say("state.subtitle", members.stream().filter(Member::reportedAny).count(), members.size())
        .text();
  }

  /** The year in two sentences. */
  public Printed lead() {
    boolean came = scope.has("people_in") && scope.has("people_out");
    Spending spending = new Spending(figures, scope);
    return words.sentences(
        came
            ? words.say(
                "state.lead",
                year(),
                members.stream().filter(m -> m.reported("exchanges")).count(),
                name(),
                scope.central("people_in"),
                scope.central("people_out"))
            : words.say("state.lead_none", year(), name()),
        words.when(
            scope.some("partnerships_active") && scope.some("countries"),
            "state.ties",
            scope.central("partnerships_active"),
            scope.central("countries")),
        spending.isSome()
            ? words.say("brief.gained.spending", spending.whose(), spending.range())
            : "");
  }

  /** What its members did together, beside the year before. */
  List<TableRow> measures() {
    return MEASURES.stream()
        .filter(m -> scope.hasOrWithholds(m.get(1)) || scope.ago(1).hasOrWithholds(m.get(1)))
        .map(
            m -> {
              String metric = m.get(1);
              return TableRow.of(
                  words.text(m.get(0)),
                  scope.spanOrValue(metric),
                  scope.ago(1).spanOrValue(metric),
                  new SinceLastYear(figures, scope).change(metric),
                  m.get(2).isEmpty() ? "" : each(metric));
            })
        .toList();
  }

  /**
   * What the cities did for each 100,000 of their residents; those of a county live in its cities.
   */
  private String each(String metric) {
    List<Member> cities =
        members.stream()
            .filter(m -> m.jurisdiction().equals("city") || members.size() == 1)
            .filter(m -> m.population() != null && scope(m).has(metric))
            .toList();
    long residents = cities.stream().mapToLong(Member::population).sum();
    if (residents == 0 || !scope.has(metric)) {
      return words.text("brief.unknown");
    }
    BigDecimal rate =
        cities.stream()
            .map(m -> scope(m).cell(metric).central())
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .multiply(HUNDRED_THOUSAND)
            .divide(BigDecimal.valueOf(residents), new MathContext(2));
    int decimals = Math.max(0, Math.min(2, rate.stripTrailingZeros().scale()));
    return data.definition(metric).isMoney()
        ? words.numbers().dollars(rate, 0)
        : words.numbers().decimal(rate, decimals);
  }

  /** What the table takes into account. */
  public String note() {
    return words
        .sentences(
            words.say(
                "state.note",
                scope.central("coverage_exchanges"),
                year(),
                scope.ago(1).central("coverage_exchanges")),
            words.text("state.each_note"))
        .text();
  }

  /** Its members in a row each, those that reported nothing too. */
  List<TableRow> members() {
    return members.stream().map(this::line).toList();
  }

  /** The members with the most people in exchanges, as many as there is room for. */
  List<TableRow> busiest(int most) {
    return members.stream()
        .sorted(Comparator.comparing(this::people).reversed())
        .limit(most)
        .map(this::line)
        .toList();
  }

  /** All of them with their headline figures, two in a row, the first half on the left. */
  List<TableRow> inPairs() {
    int half = (members.size() + 1) / 2;
    return IntStream.range(0, half)
        .mapToObj(
            i ->
                new TableRow(
                    Stream.concat(
                            headlines(members.get(i)),
                            half + i < members.size()
                                ? headlines(members.get(half + i))
                                : Stream.generate(() -> Printed.plain("")).limit(4))
                        .toList()))
        .toList();
  }

  private PlaceFigures scope(Member member) {
    return figures.scope(Level.MEMBER, member.id(), member.name());
  }

  private BigDecimal people(Member member) {
    PlaceFigures own = scope(member);
    return Stream.of("people_in", "people_out", "people_virtual")
        .filter(own::has)
        .map(metric -> own.cell(metric).central())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private TableRow line(Member member) {
    PlaceFigures own = scope(member);
    List<Object> cells = new ArrayList<>();
    cells.add(typography.broken(member.name(), NAME_WIDTH, NAME_SIZE));
    cells.add(
        member.population() == null
            ? words.text("brief.unknown")
            : words.numbers().count(member.population()));
    if (!member.reportedAny()) {
      cells.addAll(
          List.of(
              own.central("partnerships_active"),
              "",
              "",
              "",
              words.status(MetricStatus.NOT_REPORTED)));
    } else {
      Stream.of("partnerships_active", "people_in", "people_out", "volunteer_hours")
          .forEach(metric -> cells.add(shown(own, metric)));
      cells.add(spent(own));
    }
    return TableRow.of(cells.toArray());
  }

  private Stream<Printed> headlines(Member member) {
    PlaceFigures own = scope(member);
    String name = typography.broken(member.name(), PAIR_WIDTH, PAIR_SIZE);
    List<Object> cells =
        member.reportedAny()
            ? List.of(name, shown(own, "people_in"), shown(own, "people_out"), spent(own))
            : List.of(name, "", "", words.status(MetricStatus.NOT_REPORTED));
    return TableRow.of(cells.toArray()).cells().stream();
  }

  private Object spent(PlaceFigures own) {
    Spending spending = new Spending(figures, own);
    return spending.isSome() ? spending.range() : shown(own, "visitor_spend_direct");
  }

  private Object shown(PlaceFigures own, String metric) {
    return own.hasOrWithholds(metric) ? own.spanOrValue(metric) : words.text("brief.unknown");
  }

  /** What members say themselves, of {@code registry/briefs.csv}. */
  List<TableRow> voices() {
    return members.stream()
        .filter(m -> note(m).words() != null && !note(m).words().isBlank())
        .sorted(Comparator.comparing(Member::name))
        .map(m -> TableRow.of(words.say("state.voice", m.name(), note(m).words())))
        .toList();
  }

  /** The newest story of its members. */
  Optional<StoryBox> story() {
    return data.network().stories().stream()
        .filter(story -> code().equals(story.state()))
        .findFirst()
        .map(story -> StoryBox.ofNetwork(story, figures, Shape.BESIDE));
  }

  private CouncilNote note(Member member) {
    return data.network().councilNotes().getOrDefault(member.id(), CouncilNote.NONE);
  }
}
