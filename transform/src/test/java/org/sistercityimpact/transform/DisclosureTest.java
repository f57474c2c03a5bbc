package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.transform.Attack.Cell;
import org.sistercityimpact.transform.Attack.Interval;
import org.sistercityimpact.transform.Attack.Tie;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;

/**
 * Whether the published figures give small numbers of people back to somebody who holds them all.
 */
class DisclosureTest {
  private static final int YEAR = 2025;
  private static final double LEAST_WIDTH = 5;
  private static final String[] PURPOSES = {"cultural", "municipal", "youth", "sports"};

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} members, {1} states, {2} countries, seed {3}")
  @CsvSource({
    "70, 10, 14, 1",
    "40, 8, 9, 2",
    "9, 5, 6, 3",
    "9, 5, 6, 4",
    "5, 4, 5, 5",
    "3, 1, 2, 6"
  })
  void noWithheldCountIsPinned(int members, int states, int countries, int seed)
      throws IOException {
    Network network = new Network(members, states, countries, seed);

    List<Cell> published = network.published(folder);

    List<Interval> intervals = Attack.intervals(List.of(published), network.ties, Set.of());
    assertPositiveCountsStayWide(intervals, network);
    assertTrue(!intervals.isEmpty(), "something was withheld");
  }

  @ParameterizedTest(name = "an exchange of {0} people turns out to have had {1}")
  @CsvSource({"4, 14", "6, 8", "15, 18", "14, 4", "30, 9"})
  void aSecondEditionTellsNothingOfWhatTheFirstWithheld(int before, int after) throws IOException {
    Network first = new Network(30, 6, 8, 7).withFirstExchangeOf(before);
    Network second = new Network(30, 6, 8, 7).withFirstExchangeOf(after);
    List<Cell> earlier = first.published(folder.resolve("first"));
    second.earlier = earlier;

    List<Cell> later = second.published(folder.resolve("second"));

    List<Interval> intervals = Attack.intervals(List.of(earlier, later), first.ties, Set.of("m0"));
    assertPositiveCountsStayWide(intervals, first, second);
  }

  @Test
  void withholdingOnlyTheSmallCountsWouldGiveThemBack() throws IOException {
    Network network = new Network(70, 10, 14, 1);
    network.published(folder);
    List<Cell> smallOnly =
        network.exact.stream()
            .map(
                c ->
                    counts(c) && c.central() != null && between(c.central(), 1, 9)
                        ? new Cell(c.metric(), c.level(), c.key(), null, "withheld")
                        : c)
            .toList();

    List<Interval> intervals = Attack.intervals(List.of(smallOnly), network.ties, Set.of());

    assertTrue(
        intervals.stream().anyMatch(i -> i.width() < 0.5), "the attack finds a count exactly");
  }

  @Test
  void aLargeNetworkKeepsItsTotals() throws IOException {
    Network network = new Network(70, 10, 14, 1);

    List<Cell> published = network.published(folder);

    assertEquals(
        List.of(),
        published.stream()
            .filter(c -> c.level().equals("network") && c.withheld())
            .map(Cell::metric)
            .filter(m -> !m.equals("net_direct") && !m.contains("_per_"))
            .toList());
    long states = published.stream().filter(c -> people(c, "state")).count();
    long kept = published.stream().filter(c -> people(c, "state") && !c.withheld()).count();
    assertTrue(kept >= 0.8 * states, kept + " of " + states + " state totals are printed");
  }

  @Test
  void whatIsPrintedIsExactAndZeroStaysZero() throws IOException {
    Network network = new Network(9, 5, 6, 3);

    List<Cell> published = network.published(folder);

    for (int i = 0; i < published.size(); i++) {
      Cell exact = network.exact.get(i);
      Cell printed = published.get(i);
      if (!printed.withheld()) {
        assertEquals(exact, printed);
      } else if (counts(exact)) {
        assertTrue(exact.central().signum() > 0 || !exact.level().isEmpty(), exact.toString());
      }
    }
  }

  @Test
  void aNetworkOfOneSmallExchangePrintsNoCountAtAll() throws IOException {
    RawNetwork network = new RawNetwork(folder).member("m", "TX", 120_000).tie("m~1", "m", "DE");
    RawNetwork.Transformed done =
        network.submit("m", YEAR, "exchanges", exchange(1, "m~1", "inbound", 4, 2)).transform();

    assertEquals(List.of(), done.report().failed());
    assertEquals(
        """
        member m - - withheld
        network  - - withheld
        partner_country DE - - withheld
        partnership m~1 - - withheld
        purpose municipal - - withheld
        state TX - - withheld\
        """,
        done.read(
            "SELECT level, key, central, n, status FROM published_metrics WHERE metric_id ="
                + " 'people_in' AND (status = 'withheld' OR central > 0) ORDER BY level"));
    assertEquals(
        "withheld",
        done.read(
            "SELECT DISTINCT status FROM published_metrics WHERE level = 'network' AND metric_id IN"
                + " ('person_nights_in', 'visitor_spend_direct', 'economic_output', 'local_tax',"
                + " 'youth', 'youth_share')"));
    assertEquals(
        "1.0000 value",
        done.read(
            "SELECT central, status FROM published_metrics WHERE metric_id = 'exchanges_in' AND"
                + " level = 'network'"));
  }

  private static void assertPositiveCountsStayWide(List<Interval> intervals, Network... networks) {
    List<String> pinned = new ArrayList<>();
    for (Interval interval : intervals) {
      Cell cell = interval.cell();
      Cell exact =
          networks[interval.edition()].exact.stream()
              .filter(c -> c.metric().equals(cell.metric()) && c.level().equals(cell.level()))
              .filter(c -> c.key().equals(cell.key()))
              .findFirst()
              .orElseThrow();
      assertTrue(
          exact.central() == null
              || interval.least() - 1e-4 <= exact.central().doubleValue()
                  && exact.central().doubleValue() <= interval.most() + 1e-4,
          "the attack reasons soundly: " + interval + ", exact " + exact.central());
      boolean protectedCount =
          exact.central() != null
              && exact.central().signum() > 0
              // Guests are no figure of their own: where dollars of many tell them, nobody is
              // found.
              && (!cell.metric().equals(Attack.GUESTS) || between(exact.central(), 1, 9));
      if (protectedCount && interval.width() < LEAST_WIDTH - 1e-4) {
        pinned.add(interval + ", exact " + exact.central());
      }
    }
    assertEquals("", String.join("\n", pinned));
  }

  private static boolean counts(Cell cell) {
    return Set.of("people_in", "people_out", "people_virtual", "attendance", "volunteers")
        .contains(cell.metric());
  }

  private static boolean people(Cell cell, String level) {
    return cell.metric().startsWith("people_") && cell.level().equals(level);
  }

  private static boolean between(BigDecimal value, int least, int most) {
    return value.compareTo(BigDecimal.valueOf(least)) >= 0
        && value.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static Map<String, Object> exchange(
      int id, String tie, String direction, int people, Integer youth) {
    boolean inbound = direction.equals("inbound");
    return row(
        "exchange_id",
        "x" + id,
        "partnership_id",
        tie,
        "direction",
        direction,
        "purpose",
        PURPOSES[id % PURPOSES.length],
        "start_date",
        "2025-05-01",
        "end_date",
        "2025-05-0" + (2 + id % 7),
        "people",
        people,
        "youth",
        youth,
        "lodging",
        inbound ? "homestay" : null);
  }

  /** Members with ties, exchanges, events, volunteers and budgets, most of them small. */
  private static final class Network {
    final List<Tie> ties = new ArrayList<>();
    final List<Cell> exact = new ArrayList<>();
    List<Cell> earlier = List.of();
    private int firstExchange;
    private final int members;
    private final int states;
    private final int countries;
    private final long seed;

    Network(int members, int states, int countries, long seed) {
      this.members = members;
      this.states = states;
      this.countries = countries;
      this.seed = seed;
    }

    Network withFirstExchangeOf(int people) {
      firstExchange = people;
      return this;
    }

    List<Cell> published(Path folder) throws IOException {
      RawNetwork network = raw(folder);
      earlier.stream()
          .filter(c -> !c.metric().equals(Attack.GUESTS))
          .forEach(
              c ->
                  network.raw(
                      Transform.PUBLISHED,
                      row(
                          "metric_id",
                          c.metric(),
                          "data_year",
                          YEAR,
                          "level",
                          c.level(),
                          "key",
                          c.key(),
                          "central",
                          c.central(),
                          "status",
                          c.status())));
      RawNetwork.Transformed done = network.transform();
      assertEquals(List.of(), done.report().failed());
      exact.addAll(cells(done, "metrics"));
      return cells(done, "published_metrics");
    }

    private RawNetwork raw(Path folder) {
      Random dice = new Random(seed);
      RawNetwork network = new RawNetwork(folder);
      for (int i = 0; i < members; i++) {
        String member = "m" + i;
        String state = "S" + (char) ('A' + dice.nextInt(states));
        network.member(member, state, 20_000 + 1_000 * i);
        List<Map<String, Object>> exchanges = new ArrayList<>();
        List<Map<String, Object>> events = new ArrayList<>();
        for (int t = 0; t < 1 + dice.nextInt(5); t++) {
          int skewed = Math.min(dice.nextInt(countries), dice.nextInt(countries));
          Tie tie = new Tie(member + "~" + t, member, state, "C" + (char) ('A' + skewed));
          ties.add(tie);
          network.tie(tie.id(), member, tie.country());
          for (String direction : List.of("inbound", "outbound", "virtual")) {
            for (int x = dice.nextInt(3); x > 0; x--) {
              int people = dice.nextInt(3) == 0 ? 1 + dice.nextInt(6) : 1 + dice.nextInt(40);
              Integer youth = dice.nextInt(3) == 0 ? null : dice.nextInt(people + 1);
              if (firstExchange > 0 && i == 0 && exchanges.isEmpty()) {
                people = firstExchange;
                youth = 1;
              }
              exchanges.add(exchange(exchanges.size(), tie.id(), direction, people, youth));
            }
          }
          if (dice.nextInt(3) == 0) {
            events.add(event(dice, events.size(), dice.nextBoolean() ? tie.id() : null));
          }
        }
        submit(network, member, "exchanges", exchanges);
        submit(network, member, "events", events);
        submit(
            network,
            member,
            "volunteer_hours",
            List.of(
                row(
                    "volunteers",
                    1 + dice.nextInt(25),
                    "month",
                    "2025",
                    "activity",
                    "hosting",
                    "hours",
                    "12.50")));
        if (dice.nextInt(3) > 0) {
          submit(
              network,
              member,
              "budgets",
              List.of(
                  row(
                      "line_id",
                      "b",
                      "category",
                      "staff",
                      "funded_by",
                      "city",
                      "amount_usd",
                      "" + (1000 + dice.nextInt(90_000)))));
        }
      }
      return network;
    }

    private static Map<String, Object> event(Random dice, int id, String tie) {
      int attendance = 1 + dice.nextInt(60);
      return row(
          "event_id",
          "e" + id,
          "partnership_id",
          tie,
          "date",
          "2025-06-01",
          "title",
          "Fair",
          "purpose",
          PURPOSES[id % PURPOSES.length],
          "attendance",
          attendance,
          "nonlocal_attendance",
          dice.nextInt(attendance + 1),
          "method",
          "count");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void submit(
        RawNetwork network, String member, String dataset, List<Map<String, Object>> rows) {
      network.submit(member, YEAR, dataset, rows.toArray(new Map[0]));
    }

    private static List<Cell> cells(RawNetwork.Transformed done, String table) {
      try (DuckDb engine = DuckDb.open(null, "1GB")) {
        Manifest manifest = done.warehouse().manifest();
        engine.expose(table, done.warehouse().paths(manifest, table));
        engine.expose("event_rates", done.warehouse().paths(manifest, "event_rates"));
        return engine
            .read(
                """
                SELECT metric_id, level, key, central, status FROM %1$s WHERE data_year = %2$d
                UNION ALL
                SELECT '%3$s', m.level, m.key, CAST(ROUND(m.central / r.captured_central) AS DECIMAL(28,4)), m.status
                FROM %1$s AS m
                JOIN event_rates AS r ON r.data_year = m.data_year
                WHERE m.metric_id = 'event_spend_direct' AND m.data_year = %2$d
                ORDER BY metric_id, level, key"""
                    .formatted(table, YEAR, Attack.GUESTS))
            .values()
            .stream()
            .map(
                r ->
                    new Cell(
                        (String) r[0],
                        (String) r[1],
                        (String) r[2],
                        (BigDecimal) r[3],
                        (String) r[4]))
            .toList();
      }
    }
  }
}
