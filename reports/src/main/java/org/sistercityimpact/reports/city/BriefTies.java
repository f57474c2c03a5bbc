package org.sistercityimpact.reports.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Tie;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.TableRow;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Level;

/** A member's partnerships, every one in a table: of many, two beside each other. */
final class BriefTies {
  /** More than so many stand two in a row. */
  private static final int SINGLE = 6;

  private static final int NAMED = 8;
  private static final double SIZE = 8.5;
  private static final double PARTNER = 102;
  private static final double LOCAL = 76;
  private static final double COUNTRY = 68;
  private static final double PAIR_SIZE = 8;
  private static final double PAIR_PARTNER = 67;
  private static final double PAIR_COUNTRY = 51;

  private final ReportData data;
  private final Figures figures;
  private final Words words;
  private final Typography typography;
  private final List<Tie> ties;

  BriefTies(Figures figures, Member member, Typography typography) {
    this.figures = figures;
    this.data = figures.data();
    this.words = figures.words();
    this.typography = typography;
    this.ties =
        data.network().ties().getOrDefault(member.id(), List.of()).stream()
            .sorted(
                Comparator.comparing(
                        Tie::lastExchange, Comparator.nullsLast(Comparator.reverseOrder()))
                    .thenComparing(tie -> tie.partner().name())
                    .thenComparing(Tie::id))
            .toList();
  }

  List<Tie> all() {
    return ties;
  }

  boolean inPairs() {
    return ties.size() > SINGLE;
  }

  /** How many are active, and how many of these saw people in the year. */
  long[] active() {
    List<Tie> active = ties.stream().filter(t -> t.isActive(data.year())).toList();
    return new long[] {active.stream().filter(t -> hasPeople(t)).count(), active.size()};
  }

  private boolean hasPeople(Tie tie) {
    PlaceFigures scope = scope(tie);
    return scope.some("people_in") || scope.some("people_out");
  }

  /**
   * The table's rows: a partnership each, or two.
   *
   * @param whole whether names that are too wide go on in a second line, and are not cut
   */
  List<TableRow> rows(boolean whole) {
    if (!inPairs()) {
      return ties.stream().map(tie -> single(tie, whole)).toList();
    }
    int half = (ties.size() + 1) / 2;
    return IntStream.range(0, half)
        .mapToObj(
            i ->
                new TableRow(
                    Stream.concat(
                            half(ties.get(i), whole),
                            half + i < ties.size()
                                ? half(ties.get(half + i), whole)
                                : Stream.generate(() -> Printed.plain("")).limit(5))
                        .toList()))
        .toList();
  }

  private TableRow single(Tie tie, boolean whole) {
    String local = tie.partner().localName();
    boolean own = local != null && !local.equals(tie.partner().name());
    return TableRow.of(
        name(tie.partner().name(), PARTNER, SIZE, true, whole),
        own && typography.width(local, SIZE, false) <= LOCAL ? local : "",
        name(country(tie), COUNTRY, SIZE, false, whole),
        tie.established() == null ? words.text("brief.unknown") : tie.established().toString(),
        people(tie),
        lastExchange(tie.lastExchange()),
        activeYears(tie),
        status(tie));
  }

  private Stream<Printed> half(Tie tie, boolean whole) {
    return Stream.of(
        Printed.plain(name(tie.partner().name(), PAIR_PARTNER, PAIR_SIZE, true, whole)),
        Printed.plain(name(country(tie), PAIR_COUNTRY, PAIR_SIZE, false, whole)),
        people(tie),
        Printed.plain(lastExchange(tie.lastExchange())),
        activeYears(tie));
  }

  private String name(String name, double width, double size, boolean strong, boolean whole) {
    return whole
        ? typography.inLines(name, width, size, strong)
        : typography.fit(name, width, size, strong);
  }

  private String country(Tie tie) {
    return figures.country(tie.partner().country());
  }

  private PlaceFigures scope(Tie tie) {
    return figures.scope(Level.PARTNERSHIP, tie.id(), tie.partner().name());
  }

  /** Those who came and went in the year: two figures, printed as their sum. */
  private Printed people(Tie tie) {
    PlaceFigures scope = scope(tie);
    if (scope.has("people_in") && scope.has("people_out")) {
      BigDecimal people = scope.cell("people_in").central().add(scope.cell("people_out").central());
      return Printed.plain(words.numbers().decimal(people, 0));
    }
    MetricStatus status = scope.cell("people_in").status();
    return Printed.plain(
        status == MetricStatus.WITHHELD ? words.status(status) : words.text("brief.unknown"));
  }

  private String lastExchange(LocalDate date) {
    return date == null ? words.text("brief.none_reported") : words.numbers().month(date);
  }

  private Printed activeYears(Tie tie) {
    PlaceFigures scope = scope(tie);
    return scope.has("years_active_of_5")
        ? scope.central("years_active_of_5")
        : Printed.plain(words.text("brief.unknown"));
  }

  private boolean isDormant(Tie tie) {
    return scope(tie).some("dormant_24");
  }

  private String status(Tie tie) {
    if (isEnded(tie)) {
      return words.say("brief.ended", tie.ended().toString()).text();
    }
    return isDormant(tie) ? words.text("brief.dormant") : words.name("tie", tie.status());
  }

  private boolean isEnded(Tie tie) {
    return tie.ended() != null && tie.ended() <= data.year();
  }

  /** Which of them sleep, and where they stand two in a row, which are not simply active. */
  Printed note() {
    List<String> said = new ArrayList<>();
    List<Tie> dormant = ties.stream().filter(t -> !isEnded(t) && isDormant(t)).toList();
    if (!dormant.isEmpty()) {
      said.add(words.say("brief.dormant_ties", dormant.size(), named(dormant)).text());
    }
    if (inPairs()) {
      Map<String, List<Tie>> others =
          ties.stream()
              .filter(t -> isEnded(t) || !t.status().equals("active"))
              .collect(
                  Collectors.groupingBy(
                      t ->
                          isEnded(t)
                              ? words.text("brief.ended_ties")
                              : words.capitalName("tie", t.status()),
                      TreeMap::new,
                      Collectors.toList()));
      others.forEach(
          (status, some) -> said.add(words.say("brief.other_ties", status, named(some)).text()));
    }
    return words.sentences(said.toArray());
  }

  private String named(List<Tie> some) {
    String names =
        some.stream()
            .limit(NAMED)
            .map(tie -> tie.partner().name())
            .collect(Collectors.joining(", "));
    int more = some.size() - NAMED;
    return more > 0 ? words.say("brief.and_more", names, more).text() : names;
  }
}
