package org.sistercityimpact.release.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.release.TwoMembers.EVENTS;
import static org.sistercityimpact.release.TwoMembers.EXCHANGES;
import static org.sistercityimpact.release.TwoMembers.SQL;
import static org.sistercityimpact.release.diff.EditionDiffTest.causes;
import static org.sistercityimpact.release.diff.EditionDiffTest.figure;
import static org.sistercityimpact.release.diff.EditionDiffTest.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.release.Rebuild;
import org.sistercityimpact.release.TwoMembers;

/** Which figures differ, and for which causes, when the method or a parameter changed. */
class ChangedSqlTest {
  private static final String CAPTURE = "parameters/capture_rate.csv";
  private static final String CAPTURE_CHANGED =
      "Parameter capture_rate:all: 0.7/0.77/0.85 → 0.7/0.78/0.85";

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

  @Test
  void saysWhichParameterChangedWhichFigures() throws IOException {
    TwoMembers network = published.copied(folder);
    Path sql = network.sqlWith(CAPTURE, "0.77", "0.78");
    network.transform(sql);
    publish(network, "2025.2", sql);

    EditionDiff diff = network.between("2025.1", "2025.2");
    assertEquals(
        List.of(CAPTURE_CHANGED),
        causes(diff, figure(diff, "visitor_spend_direct", "network", "", 2025)));
    assertNull(figure(diff, "people_in", "network", "", 2025));
    assertNull(figure(diff, "visitor_spend_gross", "network", "", 2025));
  }

  @Test
  void namesAChangeOfMethodAndRestatesEarlierYears() throws IOException {
    TwoMembers network = published.copied(folder);
    String nights = "CAST(e.nights AS DECIMAL(10,0))\n    END AS stay_units";
    Path sql =
        network.sqlWith(
            "models/30_amounts/exchange_amounts.sql",
            nights,
            nights.replace("e.nights", "e.nights + 1"));
    network.transform(sql);
    publish(network, "2025.2", sql);

    EditionDiff diff = network.between("2025.1", "2025.2");
    for (int year : new int[] {2024, 2025}) {
      assertEquals(
          List.of("Method: changed models/30_amounts/exchange_amounts.sql"),
          causes(diff, figure(diff, "visitor_spend_direct", "network", "", year)));
    }
    for (String edition : List.of("2025.1", "2025.2")) {
      Rebuild rebuilt = network.rebuilt(edition);
      assertTrue(rebuilt.isExact(), rebuilt::toString);
    }
  }

  @Test
  void comparesBothWaysWithAnEditionThatStoredWhatIsAViewNow() throws IOException {
    TwoMembers network = unpublished.copied(folder);
    Path sql = network.sqlWith("models/40_contributions/moved_amounts.sql", "-- stored: no\n", "");
    network.transform(sql);
    publish(network, "2025.1", sql);
    network.exchange(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 55);
    network.take(SQL);
    publish(network, "2025.2", SQL);
    for (String[] both : new String[][] {{"2025.1", "2025.2"}, {"2025.2", "2025.1"}}) {
      EditionDiff diff = network.between(both[0], both[1]);
      assertEquals(
          List.of(
              "exchanges of US-OH-dayton for 2025 was replaced by a new file (2025/US-OH-dayton/exchanges.csv)"),
          causes(diff, figure(diff, "people_in", "network", "", 2025)));
    }
  }

  @Test
  void tellsApartAFileAndAParameterThatChangedTogether() throws IOException {
    TwoMembers network = unpublished.copied(folder);
    network.write(
        "2025/US-OH-dayton/events.csv",
        EVENTS,
        "V1,US-OH-dayton~DE-augsburg,,2025-05-02,Concert,cultural,500,200,0,ticket,");
    network.write(
        "2025/US-TX-fort-worth/events.csv",
        EVENTS,
        "V2,US-TX-fort-worth~DE-trier,,2025-05-02,Concert,cultural,500,200,0,ticket,");
    network.take(SQL);
    publish(network, "2025.1", SQL);
    network.exchange(2025, "US-TX-fort-worth", "E1,US-TX-fort-worth~DE-trier,inbound", 55);
    Path sql = network.sqlWith(CAPTURE, "0.77", "0.78");
    network.take(sql);

    EditionDiff diff = network.since("2025.1", sql);
    String file =
        "exchanges of US-TX-fort-worth for 2025 was replaced by a new file (2025/US-TX-fort-worth/exchanges.csv)";
    for (String[] place : new String[][] {{"network", ""}, {"state", "TX"}}) {
      for (String metric :
          List.of("people_in", "person_nights_in", "visitor_spend_gross", "visitor_spend_new")) {
        assertEquals(
            List.of(file), causes(diff, figure(diff, metric, place[0], place[1], 2025)), metric);
      }
      assertEquals(
          List.of(CAPTURE_CHANGED),
          causes(diff, figure(diff, "event_spend_direct", place[0], place[1], 2025)));
      assertEquals(
          List.of(file, CAPTURE_CHANGED),
          causes(diff, figure(diff, "visitor_spend_direct", place[0], place[1], 2025)));
    }
    assertEquals(
        List.of(CAPTURE_CHANGED),
        causes(diff, figure(diff, "visitor_spend_direct", "member", "US-OH-dayton", 2025)));
    assertEquals(
        List.of(CAPTURE_CHANGED),
        causes(diff, figure(diff, "visitor_spend_direct", "network", "", 2024)));
    assertNull(figure(diff, "people_in", "member", "US-OH-dayton", 2025));
  }

  @Test
  void namesNoFileThatSaysWhatTheOneBeforeItSaid() throws IOException {
    TwoMembers network = unpublished.copied(folder);
    network.write("2025/US-OH-dayton/events.csv", "title", "Concert");
    network.take(SQL);
    publish(network, "2025.1", SQL);
    // Unusable again, and a title mended: neither moves a number, and the parameter moves many.
    network.write("2025/US-OH-dayton/events.csv", "title", "Concerts");
    network.write(
        "2025/US-TX-fort-worth/exchanges.csv",
        EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,Youth choir,2025-05-01,2025-05-06,30,,,,,homestay,,,,");
    network.take(SQL);
    EditionDiff none = network.since("2025.1", SQL);
    assertEquals(List.of(), none.figures());
    assertEquals(List.of(), none.causes());

    Path sql = network.sqlWith(CAPTURE, "0.77", "0.78");
    network.transform(sql);
    EditionDiff diff = network.since("2025.1", sql);
    assertTrue(diff.figures().size() > 0);
    for (FigureChange figure : diff.figures()) {
      assertEquals(List.of(CAPTURE_CHANGED), causes(diff, figure), figure.toString());
    }
    assertEquals(1, diff.causes().size());
  }
}
