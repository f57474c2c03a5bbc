package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.transform.RawNetwork.Transformed;

/** The method's own examples, to the cent. */
class WorkedExamplesTest {
  @TempDir Path folder;

  private RawNetwork network() {
    return new RawNetwork(folder)
        .member("big", "TX", 120_000)
        .member("small", "TX", 30_000)
        .tie("big~DE", "big", "DE")
        .tie("small~FR", "small", "FR");
  }

  private static String amounts(Transformed done) {
    return done.read(
        "SELECT metric_id, low, central, high FROM contributions WHERE metric_id NOT IN ('exchanges', 'people', 'person_nights', 'events', 'attendance') ORDER BY metric_id");
  }

  @Test
  void visitorsInHomes() throws IOException {
    Transformed done =
        network()
            .submit(
                "big",
                2025,
                "exchanges",
                row(
                    "exchange_id",
                    "1",
                    "partnership_id",
                    "big~DE",
                    "direction",
                    "inbound",
                    "purpose",
                    "cultural",
                    "start_date",
                    "2025-05-01",
                    "end_date",
                    "2025-05-06",
                    "people",
                    12,
                    "lodging",
                    "homestay",
                    "primary_purpose_share",
                    "0.8",
                    "paid_from_here_share",
                    "0.25"))
            .transform();
    assertEquals(List.of(), done.report().failed());
    assertEquals(
        """
        local_tax 4.28 18.85 58.52
        visitor_spend_direct 428.40 942.48 1950.75
        visitor_spend_gross 1020.00 2040.00 3060.00
        visitor_spend_indirect 92.53 254.47 632.04
        visitor_spend_induced 71.97 197.92 491.59
        visitor_spend_new 612.00 1224.00 2295.00""",
        amounts(done));
    assertEquals(
        "60.00 homestay",
        done.read("SELECT central, category FROM contributions WHERE metric_id = 'person_nights'"));
  }

  @Test
  void visitorsInHomesAndHotels() throws IOException {
    Transformed done =
        network()
            .submit(
                "small",
                2025,
                "exchanges",
                row(
                    "exchange_id",
                    "1",
                    "partnership_id",
                    "small~FR",
                    "direction",
                    "inbound",
                    "purpose",
                    "sports",
                    "start_date",
                    "2025-06-10",
                    "nights",
                    4,
                    "people",
                    5,
                    "lodging",
                    "mixed",
                    "primary_purpose_share",
                    "0.65",
                    "paid_from_here_share",
                    "0.15"))
            .transform();
    assertEquals(List.of(), done.report().failed());
    assertEquals(
        """
        local_tax 4.76 15.70 49.64
        visitor_spend_direct 475.71 784.91 1654.53
        visitor_spend_gross 1230.00 1845.00 2290.00
        visitor_spend_indirect 68.50 141.28 357.38
        visitor_spend_induced 53.28 109.89 277.96
        visitor_spend_new 679.58 1019.36 1946.50""",
        amounts(done));
  }

  @Test
  void volunteers() throws IOException {
    Transformed done =
        network()
            .submit(
                "big",
                2025,
                "volunteer_hours",
                row("volunteer", "Ann", "month", "2025-03", "activity", "hosting", "hours", "10.5"))
            .transform();
    assertEquals(List.of(), done.report().failed());
    assertEquals(
        "volunteer_hours 10.50 10.50 10.50\nvolunteer_value 328.02 379.47 379.47", amounts(done));
  }

  @Test
  void guestsOfAnEvent() throws IOException {
    Transformed done =
        network()
            .submit(
                "big",
                2025,
                "events",
                row(
                    "event_id",
                    "1",
                    "date",
                    "2025-07-04",
                    "title",
                    "Fair",
                    "purpose",
                    "cultural",
                    "attendance",
                    900,
                    "nonlocal_attendance",
                    60,
                    "delegates",
                    10,
                    "method",
                    "count"),
                row(
                    "event_id",
                    "2",
                    "date",
                    "2025-07-05",
                    "title",
                    "Parade",
                    "purpose",
                    "cultural",
                    "attendance",
                    900,
                    "nonlocal_attendance",
                    60,
                    "delegates",
                    10,
                    "method",
                    "estimate"))
            .transform();
    assertEquals(List.of(), done.report().failed());
    assertEquals(
        "33.32 66.63 66.63",
        done.read(
            "SELECT event_spend_low, event_spend_central, event_spend_high FROM event_rates WHERE data_year = 2025"));
    assertEquals(
        """
        event_spend_direct 2 583.10 1923.94 2831.78
        event_spend_direct 3 0.00 0.00 2831.78
        event_spend_indirect 2 125.95 519.46 917.50
        event_spend_indirect 3 0.00 0.00 917.50
        event_spend_induced 2 97.96 404.03 713.61
        event_spend_induced 3 0.00 0.00 713.61
        local_tax 2 5.83 38.48 84.95
        local_tax 3 0.00 0.00 84.95""",
        done.read(
            "SELECT metric_id, source_row, low, central, high FROM contributions WHERE metric_id NOT IN ('events', 'attendance') ORDER BY metric_id, source_row"));
  }

  @Test
  void aDealInYen() throws IOException {
    Transformed done =
        network()
            .submit(
                "big",
                2025,
                "trade_contacts",
                row(
                    "contact_id",
                    "1",
                    "partnership_id",
                    "big~DE",
                    "date",
                    "2025-02-03",
                    "company",
                    "Example",
                    "stage",
                    "deal",
                    "value",
                    "1000000",
                    "currency",
                    "JPY",
                    "contribution_share",
                    "0.4"))
            .transform();
    assertEquals(List.of(), done.report().failed());
    assertEquals(
        """
        trade_stage 1.00 1.00 1.00
        trade_value_attributed 2674.36 2674.36 2674.36
        trade_value_reported 6685.90 6685.90 6685.90""",
        amounts(done));
  }
}
