package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.transform.trace.Audit;
import org.sistercityimpact.transform.trace.Trace;
import org.sistercityimpact.transform.trace.Traced;
import org.sistercityimpact.transform.trace.Traced.Row;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

class TraceTest {
  @TempDir Path folder;
  private Path sql;
  private RawNetwork network;
  private Warehouse warehouse;

  @BeforeEach
  void threeMembersAndTheirTies() throws IOException {
    sql = folder.resolve("sql");
    try (Stream<Path> files = Files.walk(RawNetwork.SQL)) {
      for (Path file : files.toList()) {
        Files.copy(file, sql.resolve(RawNetwork.SQL.relativize(file).toString()));
      }
    }
    network =
        new RawNetwork(folder.resolve("warehouse"))
            .member("a", "TX", 120_000)
            .member("b", "TX", 30_000)
            .member("c", "OH", 30_000)
            .tie("a~DE-trier", "a", "DE")
            .tie("a~JP-nagaoka", "a", "JP")
            .tie("b~DE-augsburg", "b", "DE");
  }

  @Test
  void aHeadlineWithOneAssumptionMovedIsTheSumOfItsRowsMadeOnceMore() throws IOException {
    network
        .submit("a", 2025, "exchanges", workedExample())
        .submit("b", 2025, "exchanges", visit("1", "inbound", "2025-05-01", 5, 12, "hotel"));

    Traced direct = trace("visitor_spend_direct", "assumption", "capture_rate", 2025);

    assertEquals(
        List.of("856.8000 942.4800 1040.4000"),
        direct.behind().rows().stream()
            .filter(r -> r.file().equals("2025/a/exchanges.csv"))
            .map(r -> text(r.amount()))
            .toList());
    List<Object[]> headlines =
        with(
            engine ->
                engine
                    .read(
                        "SELECT metric_id, assumption, at_low, central, at_high FROM sensitivity WHERE data_year = 2025")
                    .values());
    assertEquals(4 + 9 + 8, headlines.size(), "of visitors, of output, of tax");
    for (Object[] moved : headlines) {
      Traced traced = trace((String) moved[0], "assumption", (String) moved[1], 2025);
      String asked = moved[0] + " " + moved[1];
      assertEquals(0, traced.value().amount().low().compareTo((BigDecimal) moved[2]), asked);
      assertEquals(0, traced.value().amount().central().compareTo((BigDecimal) moved[3]), asked);
      assertEquals(0, traced.value().amount().high().compareTo((BigDecimal) moved[4]), asked);
      assertTrue(traced.value().readds(), asked);
      assertEquals(0, sum(traced, Amount::low).compareTo((BigDecimal) moved[2]), asked);
      assertEquals(0, sum(traced, Amount::central).compareTo((BigDecimal) moved[3]), asked);
      assertEquals(0, sum(traced, Amount::high).compareTo((BigDecimal) moved[4]), asked);
    }
    assertTrue(
        assertThrows(
                ConfigurationException.class,
                () -> trace("events", "assumption", "capture_rate", 2025))
            .getMessage()
            .startsWith("Cannot trace metric 'events' with an assumption moved"));
    assertEquals("", differences());

    Path rows = sql.resolve("models/40_contributions/moved_amounts.sql");
    Files.writeString(
        rows,
        Files.readString(rows)
            .replace(
                "WHEN 'local_tax_rate' THEN f.tax_low", "WHEN 'local_tax_rate' THEN f.tax_high"));
    assertEquals(
        "local_tax 2025 assumption local_tax_rate value "
            + headlines.stream()
                .filter(h -> h[0].equals("local_tax") && h[1].equals("local_tax_rate"))
                .map(h -> h[3] + " " + h[3] + "00")
                .findFirst()
                .orElseThrow(),
        differences());
    assertFalse(
        trace("local_tax", "assumption", "local_tax_rate", 2025).value().readds(), "by its rows");

    Files.delete(sql.resolve("models/45_totals/moved_files.sql"));
    assertTrue(
        assertThrows(
                ConfigurationException.class,
                () -> trace("local_tax", "assumption", "local_tax_rate", 2025))
            .getMessage()
            .endsWith("(trace the warehouse as it is now, without --edition)"));
  }

  @Test
  void anEstimateIsTakenApartIntoRowsFormulasAndTheParametersThatEnteredIt() throws IOException {
    network.submit(
        "a", 2025, "exchanges", workedExample(), visit("2", "outbound", "2025-05-01", 5, 7, null));

    Traced traced = trace("visitor_spend_direct", "member", "a", 2025);

    assertEquals("a (a)", traced.about().place());
    assertEquals("value", traced.value().printed());
    assertEquals(
        "value", trace("people_out", "member", "a", 2025).value().printed(), "seven people");
    assertEquals("428.4000 942.4800 1950.7500", text(traced.value().amount()));
    assertEquals(
        List.of(
            "2025/a/exchanges.csv:2 428.4000 942.4800 1950.7500 = 1224.00 new money × 0.7700 captured"),
        traced.behind().rows().stream()
            .map(
                r ->
                    r.file() + ":" + r.sourceRow() + " " + text(r.amount()) + " = " + r.inNumbers())
            .toList());
    assertEquals(
        List.of(
            "capture_rate all assumption 1",
            "gsa_lodging_usd 2025 verified 1",
            "gsa_mie_usd 2025 verified 1",
            "stay_lodging_share homestay assumption 1",
            "stay_mie_share homestay assumption 1"),
        traced.behind().parameters().stream()
            .map(p -> p.name() + " " + p.key() + " " + p.confidence() + " " + p.amounts())
            .toList());
    assertEquals(
        List.of("exchanges 1 of 1"),
        traced.behind().coverage().stream()
            .map(c -> c.dataset() + " " + c.reported() + " of " + c.expected())
            .toList());
    assertTrue(traced.value().readds());
    assertEquals(
        "60 person-nights × 34.000000 a night; 2040.00 gross × 0.8000 for the program × (1 − 0.2500 paid from here);"
            + " 942.48 direct × (1.270000 type I − 1); 942.48 direct × (1.480000 type II − 1.270000 type I); 942.48 direct × 0.0200 tax",
        Stream.of(
                "visitor_spend_gross",
                "visitor_spend_new",
                "visitor_spend_indirect",
                "visitor_spend_induced",
                "local_tax")
            .map(metric -> trace(metric, "member", "a", 2025).behind().rows().get(0).inNumbers())
            .collect(Collectors.joining("; ")));
  }

  @Test
  void aRatioShowsBothSides() throws IOException {
    network
        .submit(
            "a",
            2025,
            "exchanges",
            visit("1", "outbound", "2025-05-01", 5, 12, null, "youth", 3),
            visit("2", "outbound", "2025-06-01", 5, 8, null, "youth", 0),
            visit("3", "outbound", "2025-06-01", 5, 50, null))
        .submit("a", 2025, "budgets", line("1", "city", "500"), line("2", "in_kind", "70"));

    assertEquals(
        "young_people ÷ people = 3 ÷ 20", equation(trace("youth_share", "network", "", 2025)));
    assertEquals(
        "cost ÷ people = 500 ÷ 70", equation(trace("cost_per_participant", "state", "TX", 2025)));
    assertEquals(
        List.of("young_people 2 3", "young_people 3 0", "people 2 12", "people 3 8"),
        trace("youth_share", "network", "", 2025).behind().rows().stream()
            .map(
                r ->
                    r.term()
                        + " "
                        + r.sourceRow()
                        + " "
                        + r.amount().central().stripTrailingZeros().toPlainString())
            .toList());
  }

  @Test
  void thingsCountedOnceShowTheFirstRowOfEachAndPeopleStayUnnamed() throws IOException {
    network
        .submit(
            "a",
            2025,
            "exchanges",
            visit("1", "virtual", "2025-05-01", null, 12, null, "co_organizers", "Rotary;Symphony"),
            visit("2", "virtual", "2025-06-01", null, 12, null, "co_organizers", "symphony"))
        .submit(
            "a",
            2025,
            "volunteer_hours",
            hours("volunteer", "Quillon Ashgrove", "hosting"),
            hours("volunteer", "quillon ashgrove", "events"),
            hours("volunteers", 4, "hosting"),
            hours("volunteers", 9, "hosting"));

    Traced organizations = trace("collaborating_organizations", "network", "", 2025);
    assertEquals(
        List.of("rotary 2 ×1", "symphony 2 ×2"),
        organizations.behind().rows().stream()
            .map(r -> r.item() + " " + r.sourceRow() + " ×" + r.times())
            .toList());
    Traced volunteers = trace("volunteers", "member", "a", 2025);
    assertEquals(
        List.of("2 one person, named 1", "5 largest group, hosting 9"),
        volunteers.behind().rows().stream()
            .map(r -> r.sourceRow() + " " + r.item() + " " + r.amount().central().intValue())
            .toList());
    assertFalse(volunteers.toString().toLowerCase(java.util.Locale.ROOT).contains("quillon"));
    assertEquals(
        List.of("DE registry/partnerships.csv 2 ×2", "JP registry/partnerships.csv 3 ×1"),
        trace("countries", "network", "", 2025).behind().rows().stream()
            .map(r -> r.item() + " " + r.file() + " " + r.sourceRow() + " ×" + r.times())
            .toList());
  }

  @Test
  void aWindowShowsTheRowsOfAllItsYears() throws IOException {
    for (int year = 2023; year <= 2025; year++) {
      network.submit(
          "a",
          year,
          "exchanges",
          visit(
              "1", year == 2024 ? "outbound" : "inbound", year + "-05-01", 5, year - 2018, "none"));
    }
    Traced traced = trace("reciprocity_people", "member", "a", 2025);
    assertEquals(
        "(came + went - ABS(came - went)) ÷ (came + went) = (12 + 6 − abs(12 − 6)) ÷ (12 + 6)",
        equation(traced));
    assertEquals(
        List.of(
            "came 2023/a/exchanges.csv", "came 2025/a/exchanges.csv", "went 2024/a/exchanges.csv"),
        traced.behind().rows().stream().map(r -> r.term() + " " + r.file()).toList());
    assertEquals("0.6667", traced.value().amount().central().toPlainString());
    assertTrue(traced.value().readds());
    assertEquals(
        "it looks back over 5 years and is known only where exchanges were reported in each of them; without a report: 2021, 2022",
        trace("years_active_of_5", "member", "a", 2025).value().reason());
  }

  @Test
  void whatHasNoValueSaysWhy() throws IOException {
    Files.writeString(
        sql.resolve("parameters/capture_rate.csv"),
        Files.readAllLines(sql.resolve("parameters/capture_rate.csv")).get(0) + "\n");
    network
        .submit("a", 2025, "exchanges", visit("1", "inbound", "2025-05-01", 5, 12, "hotel"))
        .submit("a", 2025, "budgets", line("1", "private", "500"))
        .file("b", 2025, "events", "unusable", 3, 3);

    Traced lacking = trace("visitor_spend_direct", "network", "", 2025);
    assertEquals("not_computed", lacking.value().status());
    assertEquals("every amount that it is made of lacks a parameter", lacking.value().reason());
    assertEquals(
        List.of("capture_rate all [2025/a/exchanges.csv:2]"),
        lacking.behind().gaps().stream()
            .map(
                gap ->
                    gap.parameter()
                        + " "
                        + gap.key()
                        + " "
                        + gap.rows().stream().map(r -> r.file() + ":" + r.sourceRow()).toList())
            .toList());
    assertEquals(
        "no member that it covers reported what it is made of: events of 1 member silent, events of 1 member unusable",
        trace("events", "state", "TX", 2025).value().reason());
    assertEquals(
        "the city paid nothing",
        trace("other_funds_per_city_dollar", "member", "a", 2025).value().reason());
    assertEquals(
        "no exchange says how many of its people were young people",
        trace("youth_share", "network", "", 2025).value().reason());
    assertEquals(
        "no exchange says how many of its people were young people",
        trace("youth", "network", "", 2025).value().reason());
    assertTrue(lacking.value().readds(), "there is nothing to add up to");
  }

  @Test
  void coverageAndRejectedRowsLeadToFiles() throws IOException {
    network
        .submit("a", 2025, "exchanges", visit("1", "virtual", "2025-05-01", null, 12, null))
        .submit("c", 2025, "exchanges")
        .file("b", 2025, "events", "in_force", 4, 1);

    Traced coverage = trace("coverage_exchanges", "network", "", 2025);
    assertEquals("reported ÷ expected = 2 ÷ 3", equation(coverage));
    assertEquals(
        List.of(
            "reported 2025/a/exchanges.csv null a",
            "reported 2025/c/exchanges.csv null c",
            "expected registry/members.csv 2 a",
            "expected registry/members.csv 3 b",
            "expected registry/members.csv 4 c"),
        coverage.behind().rows().stream()
            .map(r -> r.term() + " " + r.file() + " " + r.sourceRow() + " " + r.item())
            .toList());
    assertEquals(
        "rejected ÷ rows_read = 1 ÷ 4", equation(trace("rejected_share", "member", "b", 2025)));
  }

  @Test
  void theMedianOfPeersShowsTheirValuesAndNobodysName() throws IOException {
    for (int i = 1; i <= 6; i++) {
      network
          .member("peer" + i, "OH", 40_000)
          .tie("peer" + i + "~DE-bonn", "peer" + i, "DE")
          .submit(
              "peer" + i,
              2025,
              "exchanges",
              visit("1", "inbound", "2025-05-01", 5, 10 * i, "hotel"));
    }
    Traced traced = trace("people_in", "peer", "b", 2025);

    assertEquals("35.0000", traced.value().amount().central().toPlainString());
    assertEquals(
        "10 20 30 40 50 60",
        traced.behind().rows().stream()
            .map(r -> Integer.toString(r.amount().central().intValue()))
            .collect(Collectors.joining(" ")));
    assertFalse(traced.behind().rows().toString().contains("peer1"));
    assertTrue(traced.value().readds());
  }

  @Test
  void aQuestionThatHitsNothingIsToldWhatThereIs() throws IOException {
    network.submit("a", 2025, "exchanges", visit("1", "virtual", "2025-05-01", null, 12, null));
    assertRefused(
        "Cannot trace metric 'poeple_in': there is none of that name (close: people_in; 'impact sql \"SELECT metric_id, title FROM metric_definitions\"' lists all)",
        trace -> trace.ask("poeple_in", null, null, null));
    assertRefused(
        "Cannot trace metric 'volunteers' at level 'purpose': it has none of that name (levels: network, state, member, peer)",
        trace -> trace.ask("volunteers", Level.PURPOSE, "arts", null));
    assertRefused(
        "Cannot read level 'city': there is none of that name (levels: network, state, partner_country, purpose, member, partnership, peer, assumption)",
        trace -> trace.ask("people_in", Level.of("city"), "a", null));
    assertRefused(
        "Cannot trace metric 'people_in' at level 'state': which one? (name it with --key, such as OH, TX)",
        trace -> trace.ask("people_in", Level.STATE, null, null));
    assertRefused(
        "Cannot trace metric 'people_in' at level 'state' for key 'TZ': there is no such figure (there are TX, OH)",
        trace -> trace.ask("people_in", Level.STATE, "TZ", null));
    assertRefused(
        "Cannot trace metric 'people_in' for key 'DK': no level has it (there are DE, JP, OH, TX, a)",
        trace -> trace.ask("people_in", null, "DK", null));
    assertRefused(
        "Cannot trace metric 'people_in' of the network in year '1999': there is no such figure (years: 2025)",
        trace -> trace.ask("people_in", null, null, 1999));
  }

  @Test
  void aMetricOfOneFileIsTracedWithoutJavaAndAWrongTraceIsFound() throws IOException {
    Path file = sql.resolve("metrics/hosting_hours.sql");
    Files.writeString(
        file,
        """
        -- title: Hours of hosting
        -- unit: hours
        -- goal: volunteer action
        -- formula: hours of the activity hosting
        -- sources: volunteer hours in force
        -- levels: network
        -- datasets: volunteer_hours
        -- decimals: 2
        -- trace: hours = FROM contributions WHERE metric_id = 'volunteer_hours' AND category = 'hosting'
        SELECT data_year, 'network' AS level, '' AS key, SUM(low) AS low, SUM(central) AS central, SUM(high) AS high,
          COUNT(*) AS n, 'value' AS status, 0 AS rows_not_computed
        FROM contributions
        WHERE metric_id = 'volunteer_hours' AND category = 'hosting'
        GROUP BY data_year
        """);
    network.submit(
        "a",
        2025,
        "volunteer_hours",
        hours("volunteers", 1, "hosting"),
        hours("volunteers", 1, "events"));

    Traced traced = trace("hosting_hours", "network", "", 2025);
    assertEquals(List.of(2L), traced.behind().rows().stream().map(Row::sourceRow).toList());
    assertTrue(traced.value().readds());
    assertEquals("", differences());

    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "-- trace: hours = FROM contributions WHERE metric_id = 'volunteer_hours' AND category = 'hosting'",
                "-- trace: hours = FROM contributions WHERE metric_id = 'volunteer_hours'"));
    assertFalse(trace("hosting_hours", "network", "", 2025).value().readds());
    assertEquals("hosting_hours 2025 network  value 3.5000 7.0000", differences());

    Files.writeString(
        file,
        Files.readString(file)
            .replace("FROM contributions WHERE metric_id = 'volunteer_hours'\n", "everything\n"));
    assertEquals(
        "Cannot read trace 'hours = everything' in %s: it is not of the form 'NAME = [SUM(…)|COUNT(*)|COUNT(DISTINCT …)] FROM TABLE [OVER n YEARS] [WHERE …]' (see docs/adding-things.md)"
            .formatted(file),
        assertThrows(
                ConfigurationException.class, () -> trace("hosting_hours", "network", "", 2025))
            .getMessage());
  }

  private Traced trace(String metric, String level, String key, int year) {
    return with(
        engine -> {
          Trace trace = new Trace(engine, SqlFolder.open(sql));
          return trace.answer(trace.ask(metric, Level.of(level), key, year), 100);
        });
  }

  private String differences() {
    return with(
        engine ->
            new Audit(engine, SqlFolder.open(sql))
                .differences().values().stream()
                    .map(
                        row -> Stream.of(row).map(String::valueOf).collect(Collectors.joining(" ")))
                    .collect(Collectors.joining("\n")));
  }

  private void assertRefused(String message, java.util.function.Consumer<Trace> question) {
    assertEquals(
        message,
        assertThrows(
                ConfigurationException.class,
                () ->
                    with(
                        engine -> {
                          question.accept(new Trace(engine, SqlFolder.open(sql)));
                          return null;
                        }))
            .getMessage());
  }

  /** Over the network as it was when it was first asked. */
  private <T> T with(Function<DuckDb, T> asked) {
    try {
      if (warehouse == null) {
        warehouse = network.transform(sql).warehouse();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    try (DuckDb engine = warehouse.openTables()) {
      return asked.apply(engine);
    }
  }

  private static String equation(Traced traced) {
    Map<String, String> numbers = new LinkedHashMap<>();
    traced
        .behind()
        .terms()
        .forEach(
            t -> numbers.put(t.name(), t.amount().central().stripTrailingZeros().toPlainString()));
    return traced.behind().equation().text()
        + " = "
        + traced.behind().equation().inNumbers(numbers::get);
  }

  private static BigDecimal sum(Traced traced, Function<Amount, BigDecimal> bound) {
    return traced.behind().rows().stream()
        .map(row -> bound.apply(row.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String text(Amount amount) {
    return amount.low() + " " + amount.central() + " " + amount.high();
  }

  /** The first worked example of the method: 428.40, 942.48 and 1,950.75 dollars direct. */
  private static Map<String, Object> workedExample() {
    return visit(
        "1",
        "inbound",
        "2025-05-01",
        5,
        12,
        "homestay",
        "primary_purpose_share",
        ".8",
        "paid_from_here_share",
        ".25");
  }

  private static Map<String, Object> visit(
      String id,
      String direction,
      String start,
      Integer nights,
      int people,
      String lodging,
      Object... more) {
    Map<String, Object> row =
        RawNetwork.row(
            "exchange_id", id,
            "partnership_id", null,
            "direction", direction,
            "purpose", "cultural",
            "start_date", start,
            "end_date", nights == null ? null : java.time.LocalDate.parse(start).plusDays(nights),
            "people", people,
            "lodging", lodging);
    row.putAll(RawNetwork.row(more));
    return row;
  }

  private static Map<String, Object> line(String id, String funder, String amount) {
    return RawNetwork.row(
        "line_id", id, "category", "travel", "funded_by", funder, "amount_usd", amount);
  }

  private static Map<String, Object> hours(String who, Object value, String activity) {
    return RawNetwork.row(who, value, "month", "2025", "activity", activity, "hours", "3.5");
  }
}
