package org.sistercityimpact.release.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sistercityimpact.release.TwoMembers.EVENTS;
import static org.sistercityimpact.release.TwoMembers.EXCHANGES;
import static org.sistercityimpact.release.TwoMembers.SQL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.release.TwoMembers;
import org.sistercityimpact.release.edition.EditionRecord;

/** Which figures differ between two editions when other files came, and for which causes. */
class EditionDiffTest {
  @TempDir static Path once;
  private static TwoMembers unpublished;
  private static TwoMembers published;

  @TempDir Path folder;

  @BeforeAll
  static void oneEdition() throws IOException {
    unpublished = TwoMembers.made(once.resolve("unpublished"));
    published = unpublished.copied(once.resolve("published"));
    publish(published, "2025.1", SQL);
  }

  static void publish(TwoMembers network, String name, Path sql) throws IOException {
    assertEquals(List.of(), network.publish(name, sql));
  }

  @Test
  void namesTheRowsBehindAFileWithWhatTheySaidAndSay() throws IOException {
    TwoMembers network = published.copied(folder);
    network.write(
        "2025/US-TX-fort-worth/exchanges.csv",
        EXCHANGES,
        "E7,US-TX-fort-worth~JP-nagaoka,outbound,youth,Class,2025-09-01,2025-09-09,5,,,,,,,,,",
        "E1,US-TX-fort-worth~DE-trier,inbound,sports,,2025-05-01,2025-05-06,33,,,,,homestay,,,,");
    network.write(
        "2025/US-OH-dayton/exchanges.csv",
        EXCHANGES,
        "D2,US-OH-dayton~DE-augsburg,inbound,cultural,Choir,2025-05-01,2025-05-06,40,,,,,homestay,,,,");
    network.take(SQL);

    Map<String, List<String>> rows = new TreeMap<>();
    for (Cause cause : network.since("2025.1", SQL).causes()) {
      Cause.Submission file = (Cause.Submission) cause;
      assertEquals(file.rows().size(), file.differingRows());
      rows.put(file.memberId(), file.rows().stream().map(Cause.Row::words).toList());
    }
    assertEquals(
        Map.of(
            "US-TX-fort-worth",
            List.of(
                "row 2 (E7) is new",
                "row 3 (E1): purpose cultural → sports, title Choir → empty, people 30 → 33"),
            "US-OH-dayton",
            List.of("row 2 (D1) of the file before is gone", "row 2 (D2) is new")),
        rows);
  }

  @Test
  void tellsNoNameOfAPersonInARow() throws IOException {
    TwoMembers network = unpublished.copied(folder);
    String header = "exchange_id,respondent,wave,q1,q2,q3,q4,q5";
    network.write(
        "2025/US-TX-fort-worth/surveys.csv",
        header,
        "E1,Ada Thistle,pre,1,2,3,4,5",
        "E1,Bo Thistle,pre,1,2,3,4,5");
    network.take(SQL);
    publish(network, "2025.1", SQL);
    network.write(
        "2025/US-TX-fort-worth/surveys.csv",
        header,
        "E1,ADA THISTLE,pre,2,2,3,4,5",
        "E1,Cy Thistle,pre,1,2,3,4,5");
    network.take(SQL);

    EditionDiff diff = network.since("2025.1", SQL);
    assertFalse(diff.causes().toString().contains("Thistle"), diff.causes().toString());
    assertFalse(diff.causes().toString().contains("THISTLE"), diff.causes().toString());
  }

  @Test
  void aLateExchangeOfFiveChangesItsOwnFiguresAndWithholdsNone() throws IOException {
    TwoMembers network = published.copied(folder);
    network.write(
        "2025/US-TX-fort-worth/exchanges.csv",
        EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2025-05-01,2025-05-06,30,,,,,homestay,,,,",
        "E2,US-TX-fort-worth~JP-nagaoka,outbound,youth,Class,2025-09-01,2025-09-09,5,,,,,,,,,");
    network.take(SQL);
    publish(network, "2025.2", SQL);

    EditionDiff diff = network.between("2025.1", "2025.2");
    Map<String, Integer> places = new TreeMap<>();
    for (FigureChange figure : diff.figures()) {
      assertEquals("changed", figure.kind());
      assertEquals(2025, figure.dataYear());
      assertFalse(figure.toString().contains("withheld"), figure.toString());
      places.merge(figure.level() + " " + figure.key(), 1, Integer::sum);
    }
    assertEquals(
        Set.of(
            "network ",
            "state TX",
            "member US-TX-fort-worth",
            "partnership US-TX-fort-worth~JP-nagaoka",
            "partner_country JP",
            "purpose youth"),
        places.keySet());
    assertEquals(
        "5.0000",
        figure(diff, "people_out", "partnership", "US-TX-fort-worth~JP-nagaoka", 2025)
            .after()
            .central()
            .toPlainString());
    EditionRecord record = network.edition("2025.2").record();
    assertEquals(2, record.rules().disclosureRule().intValue());
    assertEquals(0, record.rules().withheldFigures().intValue());
  }

  @Test
  void namesTheExchangesThatTheGuestsOfAnEventHangOn() throws IOException {
    TwoMembers network = unpublished.copied(folder);
    network.write(
        "2025/US-TX-fort-worth/events.csv",
        EVENTS,
        "V1,,E1,2025-05-02,Concert,cultural,500,200,,ticket,");
    network.take(SQL);
    publish(network, "2025.1", SQL);
    network.exchange(2025, "US-TX-fort-worth", "E1,US-TX-fort-worth~DE-trier,inbound", 60);
    network.take(SQL);

    EditionDiff diff = network.since("2025.1", SQL);
    assertEquals(
        List.of(
            "exchanges of US-TX-fort-worth for 2025 was replaced by a new file (2025/US-TX-fort-worth/exchanges.csv)"),
        causes(diff, figure(diff, "event_spend_direct", "network", "", 2025)));
  }

  @Test
  void namesFilesThatAreFeltThroughTheRowsOfOthersOrThroughNone() throws IOException {
    TwoMembers network = published.copied(folder);
    network.write(
        "2025/US-TX-fort-worth/budgets.csv",
        "line_id,category,funded_by,amount_usd,period_end",
        "B1,travel,private,1000,");
    network.write(
        "2025/US-OH-dayton/budgets.csv",
        "line_id,category,funded_by,amount_usd,period_end",
        "B1,travel,city,1000,");
    network.write("2025/US-OH-dayton/surveys.csv", "nothing to report");
    network.take(SQL);

    EditionDiff diff = network.since("2025.1", SQL);
    // Fort Worth has no dollar of the city: its visitors count against Dayton's.
    assertEquals(
        List.of(
            "budgets of US-OH-dayton for 2025 arrived (2025/US-OH-dayton/budgets.csv)",
            "budgets of US-TX-fort-worth for 2025 arrived (2025/US-TX-fort-worth/budgets.csv)"),
        causes(diff, figure(diff, "visitor_dollars_per_city_dollar", "network", "", 2025)));
    assertEquals(
        List.of("surveys of US-OH-dayton for 2025 arrived (2025/US-OH-dayton/surveys.csv)"),
        causes(diff, figure(diff, "coverage_surveys", "state", "OH", 2025)));
  }

  @Test
  void namesOfThingsCountedOnceTheFileThatBringsThem() throws IOException {
    TwoMembers network = published.copied(folder);
    network.write(
        "2024/US-TX-fort-worth/exchanges.csv",
        EXCHANGES,
        "A1,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2024-05-01,2024-05-06,20,,,,,homestay,,,,",
        "A2,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2024-06-01,2024-06-06,20,,,,,homestay,,,,");
    network.write(
        "2025/US-TX-fort-worth/exchanges.csv",
        EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Choir,2025-05-01,2025-05-06,30,,,,,homestay,,,,",
        "E2,US-TX-fort-worth~DE-trier,inbound,sports,Football,2025-05-01,2025-05-06,30,,,,,homestay,,,,");
    network.take(SQL);

    EditionDiff diff = network.since("2025.1", SQL);
    assertEquals(
        List.of(
            "exchanges of US-TX-fort-worth for 2025 was replaced by a new file (2025/US-TX-fort-worth/exchanges.csv)"),
        causes(diff, figure(diff, "breadth", "network", "", 2025)));
  }

  static FigureChange figure(EditionDiff diff, String metric, String level, String key, int year) {
    return diff.figures().stream()
        .filter(f -> f.metricId().equals(metric) && f.level().id().equals(level))
        .filter(f -> f.key().equals(key) && f.dataYear() == year)
        .findFirst()
        .orElse(null);
  }

  static List<String> causes(EditionDiff diff, FigureChange figure) {
    return figure.causes().stream().map(id -> diff.causes().get(id).words()).toList();
  }
}
