package org.sistercityimpact.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionErasures;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Editions;
import org.sistercityimpact.release.edition.Withdrawal;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.warehouse.ConfigurationException;

/** What is published, what is refused, and that a refusal leaves nothing behind. */
class PublicationTest {
  @TempDir Path folder;
  private TwoMembers network;

  @BeforeEach
  void make() throws IOException {
    network = TwoMembers.made(folder);
  }

  private String fault(String name) {
    return assertThrows(ConfigurationException.class, () -> network.publish(name, TwoMembers.SQL))
        .getMessage();
  }

  @Test
  void publishesNothingTwiceAndNothingBackwards() throws IOException {
    assertEquals(List.of(), network.publish("2025.2", TwoMembers.SQL));
    String twice = fault("2025.2");
    assertTrue(
        twice.matches(
            "Cannot publish edition '2025.2': it was published on \\S+Z, and an edition never changes \\(publish the corrected figures as 2025.3\\)"),
        twice);
    assertEquals(
        "Cannot publish edition '2025.1': the latest of its year is 2025.2, and editions count on by one (publish it as 2025.3)",
        fault("2025.1"));
    assertEquals(
        "Cannot publish edition '2019.1': the warehouse has no data for 2019 (it has [2024, 2025])",
        fault("2019.1"));
  }

  @Test
  void refusesFiguresThatWereMadeWithOtherSql() throws IOException {
    List<Refusal> refusals =
        network.publish("2025.1", network.sqlWith("parameters/capture_rate.csv", "0.77", "0.78"));
    assertEquals(1, refusals.size(), refusals::toString);
    assertTrue(
        refusals
            .get(0)
            .reason()
            .matches(
                "[\\d,]+ figures differ from the warehouse when they are computed afresh, \\S+ of \\S+ \\S* \\d+ for one"),
        refusals::toString);
    assertFalse(Files.exists(folder.resolve("warehouse/editions")));
  }

  @Test
  void refusesAPdfThatDoesNotConformAndLeavesNothing() throws IOException {
    Path sent = Path.of("briefs/2025-brief-US-OH-dayton.pdf");
    Printer onePdfAndOneTable =
        (computed, edition, note, out) ->
            List.of(out.resolve(sent), out.resolve("tables/metrics.csv"));
    try (Publication publication =
        Publication.prepare(
            network.warehouse(),
            TwoMembers.SQL,
            EditionName.parse("2025.1"),
            Set.of(),
            onePdfAndOneTable,
            (out, pdfs) -> pdfs.stream().map(pdf -> out.relativize(pdf) + ": 7.1-1").toList(),
            Progress.SILENT)) {
      assertEquals(
          "[A PDF does not conform to PDF/UA-1 and PDF/A-2a: "
              + sent
              + ": 7.1-1 (mend its template; bench/README.md tells how to check a folder of PDFs)]",
          publication.refusals().toString());
      assertThrows(IllegalStateException.class, () -> publication.freeze("Ada", Clock.systemUTC()));
    }
    assertFalse(Files.exists(folder.resolve("warehouse/editions")));
    assertFalse(Files.exists(folder.resolve("warehouse/scratch/edition")));
  }

  @Test
  void withdrawsAnEditionOnceAndChangesNothingInIt() throws IOException {
    assertEquals(List.of(), network.publish("2025.1", TwoMembers.SQL));
    Edition edition = network.edition("2025.1");
    assertTrue(edition.withdrawal().isEmpty());
    Clock clock = Clock.fixed(Instant.parse("2026-05-04T10:11:12.5Z"), ZoneOffset.UTC);
    edition.withdraw(network.warehouse(), "a budget was in cents", "Ada", clock);
    assertEquals(List.of(), edition.damage());
    Editions editions = Editions.of(network.warehouse().folder());
    assertEquals(List.of(edition.name()), editions.names());
    Edition reopened = editions.open(edition.name());
    assertEquals(
        "withdrawn on 2026-05-04 by Ada: a budget was in cents",
        reopened.withdrawal().orElseThrow().sentence());
    assertEquals(
        List.of(), editions.contradictions(reopened, network.warehouse().manifest().facts()));
    assertEquals(
        "Cannot withdraw edition '2025.1': it was withdrawn on 2026-05-04 by Ada: a budget was in cents (nothing is left to do)",
        assertThrows(
                ConfigurationException.class,
                () -> reopened.withdraw(network.warehouse(), "again", "Bo", clock))
            .getMessage());

    network.exchange(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 55);
    network.take(TwoMembers.SQL);
    assertEquals(List.of(), network.publish("2025.2", TwoMembers.SQL));
    assertEquals(
        new EditionNote.Withdrawn("2026-05-04T10:11:12Z", "Ada", "a budget was in cents"),
        network.edition("2025.2").note().withdrawn());

    Path told = folder.resolve("warehouse/editions/2025.1.withdrawn.json");
    String before = Files.readString(told);
    for (String forged : new String[] {before.replace("cents", "order"), null}) {
      Files.deleteIfExists(told);
      if (forged != null) {
        Files.writeString(told, forged);
      }
      assertEquals(
          List.of("the warehouse knows nothing, or another reason, of its withdrawal"),
          editions.contradictions(reopened, network.warehouse().manifest().facts()));
    }
  }

  @Test
  void findsAWithdrawalAndAnErasureThatTheWarehouseKnowsNothingOf() throws IOException {
    assertEquals(List.of(), network.publish("2025.1", TwoMembers.SQL));
    Edition edition = network.edition("2025.1");
    Editions editions = Editions.of(network.warehouse().folder());
    Clock clock = Clock.fixed(Instant.parse("2026-05-04T10:11:12Z"), ZoneOffset.UTC);
    // As a command that is killed between the two leaves it, or whoever forges one.
    new Withdrawal("2025.1", edition.sha256(), "forged", "Nobody", "2026-05-03T00:00:00Z")
        .write(edition.folder());
    assertEquals(
        List.of("the warehouse knows nothing, or another reason, of its withdrawal"),
        editions.contradictions(edition, network.warehouse().manifest().facts()));
    edition.withdraw(network.warehouse(), "a budget was in cents", "Ada", clock);
    assertEquals("a budget was in cents", edition.withdrawal().orElseThrow().reason());
    assertEquals(
        List.of(), editions.contradictions(edition, network.warehouse().manifest().facts()));

    // A list that would excuse changed rows in the protected half.
    Files.writeString(
        edition.folder().resolve(EditionErasures.FILE),
        "{\"erasures\": [{\"at\": \"2026-05-05T00:00:00Z\", \"by\": \"Nobody\"}], \"files\": []}");
    assertEquals(
        List.of("erasures.json is not the list that the warehouse wrote when a person was erased"),
        editions.contradictions(edition, network.warehouse().manifest().facts()));
  }
}
