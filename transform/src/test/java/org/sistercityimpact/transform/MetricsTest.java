package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.transform.RawNetwork.Transformed;

/** What the method says about metrics, one sentence a test. */
class MetricsTest {
  @TempDir Path folder;

  private RawNetwork network() {
    return new RawNetwork(folder)
        .member("a", "TX", 120_000)
        .member("b", "TX", 30_000)
        .member("c", "OK", null)
        .tie("a~DE", "a", "DE")
        .tie("a~FR", "a", "FR")
        .tie("b~DE", "b", "DE");
  }

  private static Map<String, Object> exchange(
      String id, String tie, String direction, int year, int people, Object... more) {
    Map<String, Object> cells =
        row(
            "exchange_id",
            id,
            "partnership_id",
            tie,
            "direction",
            direction,
            "purpose",
            "cultural",
            "start_date",
            year + "-05-01",
            "end_date",
            year + "-05-03",
            "people",
            people);
    if (direction.equals("inbound")) {
      cells.put("lodging", "hotel");
    }
    cells.putAll(row(more));
    return cells;
  }

  private static Map<String, Object> event(String id, int year, int nonlocal, Object... more) {
    Map<String, Object> cells =
        row(
            "event_id",
            id,
            "date",
            year + "-07-04",
            "title",
            "Fair",
            "purpose",
            "sports",
            "attendance",
            1000,
            "nonlocal_attendance",
            nonlocal,
            "method",
            "count");
    cells.putAll(row(more));
    return cells;
  }

  private static Map<String, Object> contact(String id, String tie, String stage, Object... more) {
    Map<String, Object> cells =
        row(
            "contact_id",
            id,
            "partnership_id",
            tie,
            "date",
            "2025-02-03",
            "company",
            "Example",
            "stage",
            stage);
    cells.putAll(row(more));
    return cells;
  }

  private static Map<String, Object> budget(String id, String funder, String amount) {
    return row("line_id", id, "category", "staff", "funded_by", funder, "amount_usd", amount);
  }

  private Transformed sound(RawNetwork network) throws IOException {
    Transformed done = network.transform();
    assertEquals(List.of(), done.report().failed());
    return done;
  }

  @Test
  void zeroIsReportedAndSilenceIsNot() throws IOException {
    Transformed done =
        sound(
            network()
                .submit("a", 2025, "exchanges", exchange("1", "a~DE", "outbound", 2025, 7))
                .submit("b", 2025, "exchanges"));

    assertEquals(
        """
        a 0.0000 0.0000 0.0000 0 value
        b 0.0000 0.0000 0.0000 0 value
        c - - - 0 not_reported""",
        done.metric("people_in", 2025, "member"));
    assertEquals(
        "OK - - - 0 not_reported\nTX 7.0000 7.0000 7.0000 1 value",
        done.metric("people_out", 2025, "state"));
    assertEquals(
        """
        a~DE 7.0000 7.0000 7.0000 1 value
        a~FR 0.0000 0.0000 0.0000 0 value
        b~DE 0.0000 0.0000 0.0000 0 value""",
        done.metric("people_out", 2025, "partnership"));
    assertEquals(
        "DE 7.0000 7.0000 7.0000 1 value\nFR 0.0000 0.0000 0.0000 0 value",
        done.metric("people_out", 2025, "partner_country"));
    assertEquals(9, done.metric("people_out", 2025, "purpose").lines().count());
    assertEquals(" - - - 0 not_reported", done.metric("cost_total", 2025, "network"));
    assertEquals(
        "", done.metric("cost_total", 2025, "partnership"), "costs are of members, not of ties");
  }

  @Test
  void aTieCountsItsRowsInPublicAndThoseHeldBack() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "events",
                    event("1", 2025, 3, "partnership_id", "a~DE"),
                    event("2", 2025, 3, "partnership_id", "a~DE"),
                    event("3", 2025, 3, "partnership_id", "a~DE", "public", false)));

    assertEquals(
        "false 2\ntrue 3",
        done.read(
            "SELECT whole, events FROM partnership_years WHERE partnership_id = 'a~DE' AND data_year = 2025 ORDER BY 1"));
  }

  @Test
  void tellsHowManyDaysAFileCameBehindItsDueDate() throws IOException {
    // Every file of these networks is received on February 1.
    Transformed done =
        sound(
            network()
                .registry("calendar", row("data_year", 2025, "due_date", "2026-01-29"))
                .submit("a", 2025, "exchanges", exchange("1", "a~DE", "outbound", 2025, 7)));

    assertEquals(
        "a 3\nb -",
        done.read(
            "SELECT member_id, days_late FROM reporting WHERE dataset = 'exchanges' AND data_year = 2025 AND member_id IN ('a', 'b') ORDER BY 1"));
  }

  @Test
  void onlyFilesInForceCount() throws IOException {
    Transformed done =
        sound(
            network()
                .submit("a", 2025, "exchanges", exchange("1", "a~DE", "outbound", 2025, 7))
                .file("a", 2025, "exchanges", "superseded", 4, 1)
                .file("b", 2025, "exchanges", "unusable", 0, 0)
                .file("c", 2025, "exchanges", "empty", 0, 0)
                .file("c", 2025, "events", "conflict", 9, 0)
                .raw(
                    "raw_exchanges",
                    row(
                        "submission_id",
                        "a/2025/exchanges-superseded",
                        "source_row",
                        2,
                        "member_id",
                        "a",
                        "data_year",
                        2025,
                        "exchange_id",
                        "9",
                        "exchange_id_key",
                        "9",
                        "partnership_id",
                        "a~DE",
                        "direction",
                        "outbound",
                        "purpose",
                        "sports",
                        "start_date",
                        "2025-01-01",
                        "end_date",
                        "2025-01-02",
                        "people",
                        100)));

    assertEquals(" 7.0000 7.0000 7.0000 1 value", done.metric("people_out", 2025, "network"));
    assertEquals(
        """
        a exchanges reported true
        b exchanges unusable false
        c events conflict false
        c exchanges empty false""",
        done.read(
            "SELECT member_id, dataset, status, reported FROM member_status WHERE status <> 'silent' ORDER BY 1, 2"));
    assertEquals(
        " 0.3333 0.3333 0.3333 3 value", done.metric("coverage_exchanges", 2025, "network"));
  }

  @Test
  void coverageCountsMembersWhileTheyBelong() throws IOException {
    Transformed done =
        sound(
            network()
                .registry(
                    "members",
                    row(
                        "member_id",
                        "left",
                        "name",
                        "left",
                        "state",
                        "OK",
                        "jurisdiction_type",
                        "city",
                        "member_since",
                        2001,
                        "member_until",
                        2024))
                .registry(
                    "members",
                    row(
                        "member_id",
                        "new",
                        "name",
                        "new",
                        "state",
                        "OK",
                        "jurisdiction_type",
                        "city",
                        "member_since",
                        2025))
                .submit("left", 2025, "events", event("1", 2025, 10))
                .submit("left", 2024, "events", event("1", 2024, 10))
                .submit("new", 2025, "events"));

    assertEquals(" 0.2500 0.2500 0.2500 4 value", done.metric("coverage_events", 2024, "network"));
    assertEquals(" 0.2500 0.2500 0.2500 4 value", done.metric("coverage_events", 2025, "network"));
    assertEquals(
        """
        a 0.0000 0.0000 0.0000 1 value
        b 0.0000 0.0000 0.0000 1 value
        c 0.0000 0.0000 0.0000 1 value
        left - - - 0 not_applicable
        new 1.0000 1.0000 1.0000 1 value""",
        done.metric("coverage_events", 2025, "member"));
    assertEquals(
        " 1.0000 1.0000 1.0000 1 value",
        done.metric("events", 2025, "network"),
        "rows of a member that left still count");
  }

  @Test
  void aMissingParameterIsAGapAndNeverAZero() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2017,
                    "exchanges",
                    exchange("1", "a~DE", "inbound", 2017, 2),
                    exchange(
                        "2",
                        "a~DE",
                        "inbound",
                        2017,
                        2,
                        "start_date",
                        "2017-10-01",
                        "end_date",
                        "2017-10-02"),
                    exchange("3", "a~FR", "inbound", 2017, 2, "spend_usd", "100.00"))
                .submit("b", 2017, "exchanges", exchange("1", "b~DE", "inbound", 2017, 2))
                .submit(
                    "a",
                    2017,
                    "trade_contacts",
                    contact(
                        "1",
                        "a~DE",
                        "deal",
                        "date",
                        "2017-01-02",
                        "value",
                        "10",
                        "currency",
                        "VES"))
                .submit(
                    "a",
                    2026,
                    "volunteer_hours",
                    row("volunteers", 1, "month", "2026", "activity", "other", "hours", "3"))
                .submit("a", 2026, "events", event("1", 2026, 5)));

    assertEquals(
        """
        2017 fx_lcu_per_usd VES:2017 trade_contacts 1
        2017 gsa_lodging_usd 2017 exchanges 2
        2017 gsa_mie_usd 2017 exchanges 2
        2026 cpi_u 2026 events 1
        2026 volunteer_hour_usd 2026 volunteer_hours 1""",
        done.read("SELECT * FROM missing_parameters ORDER BY 1, 2"));
    assertEquals(
        " value 2 2\nb not_computed 0 1",
        done.read(
            "SELECT key, status, n, rows_not_computed FROM metrics WHERE metric_id = 'visitor_spend_direct' AND data_year = 2017 AND (level = 'network' OR key = 'b') ORDER BY key"));
    assertEquals(" - - - 0 not_computed", done.metric("trade_value_reported", 2017, "network"));
    assertEquals(" 1.0000 1.0000 1.0000 1 value", done.metric("trade_deals", 2017, "network"));
    assertEquals(" - - - 0 not_computed", done.metric("volunteer_value", 2026, "network"));
    assertEquals(" 3.0000 3.0000 3.0000 1 value", done.metric("volunteer_hours", 2026, "network"));
    assertEquals(" - - - 0 not_computed", done.metric("economic_output", 2026, "network"));
    assertEquals(" - - - 0 not_computed", done.metric("local_tax", 2026, "network"));
  }

  @Test
  void spendingReportedReplacesTheRateInAllThreeCases() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange(
                        "1",
                        "a~DE",
                        "inbound",
                        2025,
                        2,
                        "spend_usd",
                        "1000.00",
                        "primary_purpose_share",
                        "0.5")));
    assertEquals(
        "a 1000.0000 1000.0000 1000.0000 1 value",
        done.metric("visitor_spend_gross", 2025, "member").lines().findFirst().orElseThrow());
    assertEquals(
        "a 500.0000 500.0000 1000.0000 1 value",
        done.metric("visitor_spend_new", 2025, "member").lines().findFirst().orElseThrow());
  }

  @Test
  void aDayVisitCountsDaysAndNoNights() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange("1", "a~DE", "inbound", 2025, 10, "lodging", "none"),
                    exchange("2", "a~DE", "virtual", 2025, 4, "end_date", null)));
    assertEquals(
        "10 0 30 510.00",
        done.read(
            "SELECT people, person_nights, stay_units, gross_low FROM exchange_amounts WHERE direction = 'inbound'"));
    assertEquals(
        "1", done.read("SELECT COUNT(*) FROM contributions WHERE metric_id = 'person_nights'"));
    assertEquals(" - - - 0 not_applicable", done.metric("homestay_night_share", 2025, "network"));
  }

  @Test
  void anEventCountsOnlyPeopleWhoAreNotDelegates() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2024,
                    "exchanges",
                    exchange("E1", "a~FR", "inbound", 2024, 30),
                    exchange("E2", "a~FR", "inbound", 2024, 5))
                .submit("a", 2025, "exchanges", exchange("E1", "a~DE", "inbound", 2025, 12))
                .submit("b", 2025, "exchanges", exchange("B1", "b~DE", "inbound", 2025, 12))
                .submit(
                    "a",
                    2025,
                    "events",
                    event("same year", 2025, 20, "exchange_id", "e1"),
                    event("earlier year", 2025, 20, "exchange_id", "E2"),
                    event("fewer guests", 2025, 3, "exchange_id", "E1"),
                    event("given", 2025, 20, "exchange_id", "E1", "delegates", 2),
                    event("given none", 2025, 20, "exchange_id", "E1", "delegates", 0),
                    event("another member's", 2025, 20, "exchange_id", "B1"),
                    event("no exchange", 2025, 20),
                    event("own tie", 2025, 20, "exchange_id", "E1", "partnership_id", "a~FR"),
                    event("not reported", 2025, 0, "nonlocal_attendance", null)));

    assertEquals(
        """
        2 8 12 true a~DE
        3 15 5 true a~FR
        4 0 3 true a~DE
        5 18 2 false a~DE
        6 20 0 false a~DE
        7 20 0 false -
        8 20 0 false -
        9 8 12 true a~FR
        10 - - false -""",
        done.read(
            "SELECT source_row, guests, delegates, delegates_assumed, partnership_id FROM event_amounts ORDER BY source_row"));
    assertEquals(
        "2025/a/events.csv - 7 C exchange_id B1 unknown-exchange warning No exchange of this id was reported for 2025 or an earlier year Write the exchange_id as it stands in the exchanges file, or leave the cell empty a/2025/events",
        done.read("SELECT * FROM problems"));
    assertEquals(" 9.0000 9.0000 9.0000 9 value", done.metric("events", 2025, "network"));
    assertEquals(
        "9 1 4 0",
        done.read("SELECT events, without_nonlocal, delegates_assumed, estimated FROM event_gaps"));
    assertEquals(
        "8",
        done.read("SELECT COUNT(*) FROM contributions WHERE metric_id = 'event_spend_direct'"));
  }

  @Test
  void sharesStandOnRowsWhereTheCellIsFilled() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange("1", "a~DE", "inbound", 2025, 7, "youth", 2, "lodging", "homestay"),
                    exchange("2", "a~DE", "virtual", 2025, 8, "youth", 3),
                    exchange("3", "a~FR", "outbound", 2025, 1000),
                    exchange("4", "a~FR", "inbound", 2025, 1, "youth", 0),
                    exchange("5", "a~FR", "inbound", 2025, 100, "lodging", "mixed")));

    assertEquals(" 0.3125 0.3125 0.3125 16 value", done.metric("youth_share", 2025, "network"));
    assertEquals(
        "a~DE 0.3333 0.3333 0.3333 15 value\na~FR 0.0000 0.0000 0.0000 1 value\nb~DE - - - 0 not_reported",
        done.metric("youth_share", 2025, "partnership"));
    assertEquals(" - - - 0 not_applicable", done.metric("first_time_share", 2025, "network"));
    assertEquals(
        " 0.8750 0.8750 0.8750 8 value", done.metric("homestay_night_share", 2025, "network"));
  }

  @Test
  void whatNoRowHasIsNotReportedAndNeverZero() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange("1", "a~DE", "outbound", 2025, 7),
                    exchange("2", "a~FR", "outbound", 2025, 8, "officials", 0))
                .submit("a", 2025, "events", event("1", 2025, 0, "nonlocal_attendance", null))
                .submit(
                    "a",
                    2025,
                    "trade_contacts",
                    contact("1", "a~DE", "deal"),
                    contact("2", "a~FR", "deal", "value", "10", "currency", "USD"))
                .submit("b", 2025, "exchanges")
                .submit("b", 2025, "events")
                .submit("b", 2025, "trade_contacts", contact("1", "b~DE", "lead")));
    String nothing =
        "a - - - 0 not_reported\nb 0.0000 0.0000 0.0000 0 value\nc - - - 0 not_reported";
    assertEquals(nothing, done.metric("youth", 2025, "member"));
    assertEquals(nothing, done.metric("first_time", 2025, "member"));
    assertEquals(nothing, done.metric("event_spend_direct", 2025, "member"));
    assertEquals(nothing, done.metric("trade_value_attributed", 2025, "member"));
    assertEquals(
        "a~DE - - - 0 not_reported\na~FR 0.0000 0.0000 0.0000 1 value\nb~DE 0.0000 0.0000 0.0000 0 value",
        done.metric("officials", 2025, "partnership"));
    assertEquals(
        "a~DE - - - 0 not_reported\na~FR 10.0000 10.0000 10.0000 1 value\nb~DE 0.0000 0.0000 0.0000 0 value",
        done.metric("trade_value_reported", 2025, "partnership"));
    // One member's zero does not make a sum of what another left open.
    assertEquals(" - - - 0 not_reported", done.metric("youth", 2025, "network"));
    assertEquals(" - - - 0 not_reported", done.metric("event_spend_direct", 2025, "network"));
    // The tax and the output of visitors are known: none came.
    assertEquals(" 0.0000 0.0000 0.0000 0 value", done.metric("local_tax", 2025, "network"));
    assertEquals(" 0.0000 0.0000 0.0000 0 value", done.metric("economic_output", 2025, "network"));
  }

  @Test
  void windowsNeedAReportOfExchangesInEachYear() throws IOException {
    RawNetwork network = network();
    for (int year = 2021; year <= 2025; year++) {
      network.submit("a", year, "exchanges", exchange("1", "a~DE", "inbound", year, year - 2015));
    }
    network
        .submit("b", 2022, "exchanges")
        .submit(
            "b", 2023, "exchanges", exchange("1", "b~DE", "outbound", 2023, 30, "purpose", "youth"))
        .submit("b", 2025, "exchanges", exchange("1", "b~DE", "outbound", 2025, 10));
    Transformed done = sound(network);

    assertEquals(
        "a 1.0000 1.0000 1.0000 1 value\nb - - - 0 not_known\nc - - - 0 not_known",
        done.metric("dormant_24", 2025, "member"));
    assertEquals(
        "a~DE 0.0000 0.0000 0.0000 1 value\na~FR 1.0000 1.0000 1.0000 1 value\nb~DE - - - 0 not_known",
        done.metric("dormant_60", 2025, "partnership"));
    assertEquals(" 1.0000 1.0000 1.0000 2 value", done.metric("dormant_24", 2023, "network"));
    assertEquals(" - - - 0 not_known", done.metric("dormant_60", 2024, "network"));
    assertEquals(
        "a 5.0000 5.0000 5.0000 1 value\nb - - - 0 not_known\nc - - - 0 not_known",
        done.metric("years_active_of_5", 2025, "member"));
    assertEquals(
        " 0.8060 0.8060 0.8060 1 value",
        done.metric("reciprocity_people", 2025, "network"),
        "in 8 + 9 + 10, out 30 + 10: all rows of the level, though only one member has the window");
    assertEquals(
        "a 0.0000 0.0000 0.0000 1 value\nb - - - 0 not_known\nc - - - 0 not_known",
        done.metric("reciprocity_people", 2025, "member"));
    assertEquals(" 2.0000 2.0000 2.0000 1 value", done.metric("breadth", 2025, "network"));
    assertEquals(
        "a 1.0000 1.0000 1.0000 1 value\nb - - - 0 not_known\nc - - - 0 not_known",
        done.metric("breadth", 2025, "member"));
  }

  @Test
  void reciprocityIsNotPrintedBelowTenPeople() throws IOException {
    RawNetwork network = network();
    for (int year = 2023; year <= 2025; year++) {
      network.submit(
          "a",
          year,
          "exchanges",
          exchange("1", "a~DE", "inbound", year, 2),
          exchange("2", "a~DE", "outbound", year, 1),
          exchange("3", "a~FR", "inbound", year, 2),
          exchange("4", "a~FR", "outbound", year, year == 2025 ? 2 : 1),
          exchange("5", "a~FR", "virtual", year, 500));
    }
    Transformed done = sound(network);
    assertEquals(
        "a~DE - - - 1 not_applicable\na~FR 0.8000 0.8000 0.8000 1 value\nb~DE - - - 0 not_known",
        done.metric("reciprocity_people", 2025, "partnership"));
    assertEquals(
        "a~DE 1.0000 1.0000 1.0000 1 value\na~FR 1.0000 1.0000 1.0000 1 value\nb~DE - - - 0 not_known",
        done.metric("mutual_partnerships", 2025, "partnership"));
  }

  @Test
  void tiesCountByTheRegistryAndTheYear() throws IOException {
    RawNetwork network =
        network()
            .registry(
                "partnerships",
                row(
                    "partnership_id",
                    "a~old",
                    "member_id",
                    "a",
                    "partner_name",
                    "o",
                    "partner_country",
                    "JP",
                    "status",
                    "active",
                    "established",
                    1980,
                    "ended",
                    2025))
            .registry(
                "partnerships",
                row(
                    "partnership_id",
                    "a~new",
                    "member_id",
                    "a",
                    "partner_name",
                    "n",
                    "partner_country",
                    "JP",
                    "status",
                    "friendship",
                    "established",
                    2025))
            .registry(
                "partnerships",
                row(
                    "partnership_id",
                    "a~later",
                    "member_id",
                    "a",
                    "partner_name",
                    "l",
                    "partner_country",
                    "KR",
                    "status",
                    "active",
                    "established",
                    2026))
            .registry(
                "partnerships",
                row(
                    "partnership_id",
                    "a~em",
                    "member_id",
                    "a",
                    "partner_name",
                    "e",
                    "partner_country",
                    "IT",
                    "status",
                    "emeritus",
                    "established",
                    1990))
            .submit("a", 2024, "exchanges", exchange("1", "a~DE", "inbound", 2024, 5))
            .submit("a", 2025, "exchanges", exchange("1", "a~DE", "inbound", 2025, 5));
    Transformed done = sound(network);
    assertEquals(
        "a 3.0000 3.0000 3.0000 3 value",
        done.metric("partnerships_active", 2024, "member").lines().findFirst().orElseThrow());
    assertEquals(
        " 4.0000 4.0000 4.0000 4 value", done.metric("partnerships_active", 2025, "network"));
    assertEquals(" 3.0000 3.0000 3.0000 3 value", done.metric("countries", 2025, "network"));
    assertEquals(" 1.0000 1.0000 1.0000 1 value", done.metric("partnerships_new", 2025, "network"));
    assertEquals(
        " 1.0000 1.0000 1.0000 1 value", done.metric("partnerships_ended", 2025, "network"));
    assertEquals(
        "a 1.0000 1.0000 1.0000 1 value",
        done.metric("dormant_24", 2025, "member").lines().findFirst().orElseThrow(),
        "a tie established in the window is not dormant");
  }

  @Test
  void volunteersAreDistinctPeopleAndTheLargestGroups() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "volunteer_hours",
                    row(
                        "volunteer",
                        "Ann",
                        "month",
                        "2025-01",
                        "activity",
                        "hosting",
                        "hours",
                        "1"),
                    row("volunteer", "ANN", "month", "2025-02", "activity", "events", "hours", "1"),
                    row("volunteer", "Bo", "month", "2025-02", "activity", "events", "hours", "1"),
                    row("volunteers", 5, "month", "2025-01", "activity", "events", "hours", "9"),
                    row("volunteers", 8, "month", "2025-02", "activity", "events", "hours", "9"),
                    row("volunteers", 3, "month", "2025-02", "activity", "hosting", "hours", "9"))
                .submit(
                    "b",
                    2025,
                    "volunteer_hours",
                    row(
                        "volunteer",
                        "Ann",
                        "month",
                        "2025-01",
                        "activity",
                        "hosting",
                        "hours",
                        "1")));
    assertEquals(
        "a 13.0000 13.0000 13.0000 13 value\nb 1.0000 1.0000 1.0000 1 value\nc - - - 0 not_reported",
        done.metric("volunteers", 2025, "member"));
    assertEquals(" 14.0000 14.0000 14.0000 14 value", done.metric("volunteers", 2025, "network"));
  }

  @Test
  void organizationsAreDistinctAtEachLevel() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange("1", "a~DE", "outbound", 2025, 5, "co_organizers", "Rotary;Choir"))
                .submit("a", 2025, "events", event("1", 2025, 5, "co_organizers", "choir;School"))
                .submit(
                    "b", 2025, "events", event("1", 2025, 5, "co_organizers", "Rotary;Museum")));
    assertEquals(
        "a 3.0000 3.0000 3.0000 3 value\nb 2.0000 2.0000 2.0000 2 value\nc - - - 0 not_reported",
        done.metric("collaborating_organizations", 2025, "member"));
    assertEquals(
        " 4.0000 4.0000 4.0000 4 value",
        done.metric("collaborating_organizations", 2025, "network"));
  }

  @Test
  void costsStandBesideResultsOfTheSameMembersOnly() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "budgets",
                    budget("1", "city", "300.10"),
                    budget("2", "in_kind", "50"),
                    budget("3", "grant", "100"),
                    budget("4", "private", "20.05"))
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange("1", "a~DE", "inbound", 2025, 2, "spend_usd", "1000.00"),
                    exchange("2", "a~DE", "virtual", 2025, 5))
                .submit(
                    "b",
                    2025,
                    "exchanges",
                    exchange("1", "b~DE", "inbound", 2025, 2, "spend_usd", "1000.00"))
                .submit("c", 2025, "budgets", budget("1", "city", "1000")));
    assertEquals(
        "a 60.0214 60.0214 60.0214 5 value\nb - - - 0 not_reported\nc - - - 0 not_reported",
        done.metric("cost_per_participant", 2025, "member"));
    assertEquals(
        " 60.0214 60.0214 60.0214 1 value", done.metric("cost_per_participant", 2025, "network"));
    assertEquals(
        " 2.3326 2.5658 2.8324 1 value",
        done.metric("visitor_dollars_per_city_dollar", 2025, "network"));
    assertEquals(
        " 0.4000 0.4000 0.4000 1 value",
        done.metric("other_funds_per_city_dollar", 2025, "network"));
    assertEquals(" 399.9000 469.9000 549.9000 1 value", done.metric("net_direct", 2025, "network"));
    assertEquals(
        " 1470.1500 1470.1500 1470.1500 5 value", done.metric("cost_total", 2025, "network"));
  }

  @Test
  void aRatioWithoutDivisorIsNotApplicableButNetDirectStands() throws IOException {
    Transformed done =
        sound(
            network()
                .submit("a", 2025, "budgets", budget("1", "grant", "300"))
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange("1", "a~DE", "inbound", 2025, 2, "spend_usd", "1000.00"))
                .submit("b", 2025, "budgets")
                .submit("b", 2025, "exchanges"));
    assertEquals(
        "a - - - 1 not_applicable\nb - - - 0 not_applicable\nc - - - 0 not_reported",
        done.metric("other_funds_per_city_dollar", 2025, "member"));
    assertEquals(
        "a 700.0000 770.0000 850.0000 1 value\nb 0.0000 0.0000 0.0000 0 value\nc - - - 0 not_reported",
        done.metric("net_direct", 2025, "member"));
    assertEquals(
        " 150.0000 150.0000 150.0000 2 value",
        done.metric("cost_per_participant", 2025, "network"));
  }

  @Test
  void tradeIsAFunnelWithEvidence() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "trade_contacts",
                    contact("1", "a~DE", "lead"),
                    contact("1", "a~DE", "meeting", "value", "5", "currency", "EUR"),
                    contact(
                        "1",
                        "a~DE",
                        "deal",
                        "value",
                        "99.99",
                        "currency",
                        "USD",
                        "evidence",
                        "A",
                        "contribution_share",
                        "0.3333"))
                .submit(
                    "b",
                    2025,
                    "trade_contacts",
                    contact("7", "b~DE", "deal", "value", "99.99", "currency", "USD")));
    assertEquals(" 2.0000 2.0000 2.0000 2 value", done.metric("trade_deals", 2025, "network"));
    assertEquals(
        " 199.9800 199.9800 199.9800 2 value",
        done.metric("trade_value_reported", 2025, "network"));
    assertEquals(
        " 33.3300 33.3300 33.3300 1 value", done.metric("trade_value_attributed", 2025, "network"));
    assertEquals(
        "deal A\nlead D\nmeeting D",
        done.read(
            "SELECT category, detail FROM contributions WHERE metric_id = 'trade_stage' AND member_id = 'a' ORDER BY 1"));
    assertEquals(
        "same_deal a 4 Example, 99.99 USD 2\nsame_deal b 2 Example, 99.99 USD 2",
        done.read(
            "SELECT finding, member_id, source_row, subject, members FROM findings ORDER BY member_id"));
  }

  @Test
  void peersAreTheOthersOfTheBandAndNeverFewerThanFive() throws IOException {
    RawNetwork network = new RawNetwork(folder);
    for (int i = 1; i <= 7; i++) {
      network.member("m" + i, "TX", 26_000 + i).tie("m" + i + "~DE", "m" + i, "DE");
      if (i < 7) {
        network.submit(
            "m" + i, 2025, "exchanges", exchange("1", "m" + i + "~DE", "inbound", 2025, i * i));
      }
    }
    network.member("alone", "TX", 900_000).member("unknown", "TX", null);
    Transformed done = sound(network);
    assertEquals(
        """
        m1 16.0000 5
        m2 16.0000 5
        m3 16.0000 5
        m4 9.0000 5
        m5 9.0000 5
        m6 9.0000 5
        m7 12.5000 6""",
        done.read(
            "SELECT member_id, median, peers FROM peer_medians WHERE metric_id = 'people_in' ORDER BY 1"));
  }

  @Test
  void aCityThatIsNoMemberInTheYearIsNobodysPeer() throws IOException {
    RawNetwork network = new RawNetwork(folder);
    for (int i = 1; i <= 6; i++) {
      network
          .member("m" + i, "TX", 26_000 + i, i == 6 ? 2026 : 2000)
          .tie("m" + i + "~DE", "m" + i, "DE")
          .submit("m" + i, 2025, "exchanges", exchange("1", "m" + i + "~DE", "inbound", 2025, i));
    }
    Transformed done = sound(network);
    assertEquals(
        "m6 3.0000 5",
        done.read(
            "SELECT member_id, median, peers FROM peer_medians WHERE metric_id = 'people_in' ORDER BY 1"));
  }

  @Test
  void aWarehouseWithoutSubmissionsTransforms() throws IOException {
    assertEquals("0", sound(network()).read("SELECT COUNT(*) FROM metrics"));
  }

  @Test
  void aYearWithoutFilesIsThereAndNotReported() throws IOException {
    Transformed done =
        sound(network().submit("a", 2023, "exchanges").submit("a", 2025, "exchanges"));
    assertEquals(" - - - 0 not_reported", done.metric("people_in", 2024, "network"));
    assertEquals(" 0.0000 0.0000 0.0000 0 value", done.metric("people_in", 2025, "network"));
  }

  @Test
  void theLatestPopulationAtOrBeforeTheYearCounts() throws IOException {
    Transformed done =
        sound(
            network()
                .registry(
                    "populations",
                    row("member_id", "b", "data_year", 2024, "population", 50_000, "source", "x"))
                .registry(
                    "populations",
                    row("member_id", "b", "data_year", 2026, "population", 9, "source", "x"))
                .submit("b", 2023, "exchanges")
                .submit("b", 2025, "exchanges"));
    assertEquals(
        """
        a 2023 120000 100k_300k 1.270000
        a 2024 120000 100k_300k 1.270000
        a 2025 120000 100k_300k 1.270000
        b 2023 30000 25k_50k 1.180000
        b 2024 50000 50k_100k 1.220000
        b 2025 50000 50k_100k 1.220000
        c 2023 - - 1.150000
        c 2024 - - 1.150000
        c 2025 - - 1.150000""",
        done.read(
            "SELECT member_id, data_year, population, band, type1_central FROM member_years ORDER BY 1, 2"));
  }

  @Test
  void aHugeCellNeitherOverflowsNorRoundsWrongly() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "exchanges",
                    exchange(
                        "1",
                        "a~DE",
                        "inbound",
                        2025,
                        999_999_999,
                        "end_date",
                        null,
                        "nights",
                        366)));
    assertEquals(
        " 365999999634.0000 365999999634.0000 365999999634.0000 1 value",
        done.metric("person_nights_in", 2025, "network"));
    assertEquals(
        " 38795999961204.0000 55082999944917.0000 65147999934852.0000 1 value",
        done.metric("visitor_spend_gross", 2025, "network"));
  }
}
