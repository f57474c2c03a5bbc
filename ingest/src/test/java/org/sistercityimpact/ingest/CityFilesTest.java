package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Outcome;
import org.sistercityimpact.ingest.CityFiles.Said;
import org.sistercityimpact.warehouse.ConfigurationException;

/** What a city hears before it sends a file. */
class CityFilesTest {
  private static final String EXCHANGES =
      "exchange_id,partnership_id,direction,purpose,start_date,people,lodging\n"
          + "E1,Atlantis,virtual,youth,2024-05-05,9,\n";

  @TempDir Path folder;
  private Network network;

  @BeforeEach
  void makeAnInbox() throws IOException {
    network = new Network(folder);
  }

  private static FileCheck check(Path file, Said said) {
    List<FileCheck> checks = new CityFiles(Network.CONTRACTS).check(file, said);
    assertEquals(1, checks.size());
    return checks.get(0);
  }

  private static List<String> codes(FileCheck check) {
    return check.problems().stream()
        .map(p -> p.sourceRow() + " " + p.columnLetter() + " " + p.code())
        .toList();
  }

  @Test
  void tellsEachRowOfWhichTheSameIsAssumedWhereThatIsAsked(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("volunteer_hours.csv"),
            "volunteer,month,activity,hours\n" + "Ada,2025-5,hosting,1\n".repeat(300));
    CityFiles.Said said = new CityFiles.Said(null, null, "US-OH-dayton", 2025);
    for (boolean each : new boolean[] {false, true}) {
      assertEquals(
          each ? 300 : 1,
          new CityFiles(Network.CONTRACTS, each)
              .check(file, said).get(0).problems().stream()
                  .filter(p -> p.code().equals("month-read"))
                  .count());
    }
  }

  @Test
  void takesMemberYearAndRegistryFromTheFilesPlace() throws IOException {
    Path file = network.put("2025/us-tx-FORT-worth/exchanges.csv", EXCHANGES);
    FileCheck check = check(file, Said.NOTHING);
    assertEquals(List.of("2 B unknown-partnership", "2 E outside-year"), codes(check));
    assertEquals("US-TX-fort-worth", check.memberId());
    assertEquals(2025, check.dataYear());
    assertEquals(1, check.checked().rejected());
  }

  @Test
  void aFileAnywhereElseIsCheckedForWhatIsKnown() throws IOException {
    Path file = Files.writeString(folder.resolve("Exchange log.CSV"), EXCHANGES);
    FileCheck check = check(file, Said.NOTHING);
    assertEquals(List.of(), codes(check));
    assertEquals("exchanges", check.dataset());
    assertEquals(List.of("2 E outside-year"), codes(check(file, new Said(null, null, null, 2025))));
    assertEquals(
        List.of("2 B unknown-partnership"),
        codes(check(file, new Said(null, network.inbox.resolve("registry"), "US-OR-bend", null))));
  }

  @Test
  void theRegistrysFilesMayBeNamedAsInAnInbox() throws IOException {
    Path registry = Files.createDirectory(folder.resolve("lists"));
    Files.copy(network.inbox.resolve("registry/members.csv"), registry.resolve("Member List.CSV"));
    Files.copy(
        network.inbox.resolve("registry/partnerships.csv"), registry.resolve("sister-cities.csv"));
    Path file = Files.writeString(folder.resolve("exchanges.csv"), EXCHANGES);
    assertEquals(
        List.of("2 B unknown-partnership"),
        codes(check(file, new Said(null, registry, "US-OR-bend", null))));
  }

  @Test
  void theDatasetMayBeSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("old budgets (2).csv"), Network.budgets(2));
    assertEquals(List.of("0 null unknown-dataset"), codes(check(file, Said.NOTHING)));
    assertEquals(Outcome.UNUSABLE, check(file, Said.NOTHING).checked().outcome());
    FileCheck said = check(file, new Said("budget", null, null, null));
    assertEquals("budgets", said.dataset());
    assertEquals(2, said.checked().accepted());
    assertEquals(
        "Cannot check as dataset 'songs': there is none of that name (use one of awards, briefs, budgets,"
            + " calendar, confirmed, events, exchanges, highlights, members, names, network_highlights,"
            + " office, partnerships, populations, surveys, trade_contacts, volunteer_hours)",
        assertThrows(
                ConfigurationException.class,
                () -> check(file, new Said("songs", null, null, null)))
            .getMessage());
  }

  @Test
  void aNameThatSaysNothingIsReadByTheColumnsUnlessAFileHasTheDatasetsName() throws IOException {
    Path alone = Files.writeString(folder.resolve("Book1.csv"), Network.budgets(2));
    Path sent = network.put("2025/US-TX-fort-worth/report final.csv", Network.budgets(2));
    for (Path file : List.of(alone, sent)) {
      FileCheck check = check(file, Said.NOTHING);
      assertEquals(List.of("0 null columns-read"), codes(check));
      assertEquals("budgets 2", check.dataset() + " " + check.checked().accepted());
    }
    network.put("2025/US-TX-fort-worth/budgets.csv", Network.budgets(3));
    assertEquals(List.of("0 null unknown-dataset"), codes(check(sent, Said.NOTHING)));
    Path other = network.put("2025/US-TX-fort-worth/Sheet1.csv", "a,b\n1,2\n");
    assertEquals(List.of("0 null unknown-dataset"), codes(check(other, Said.NOTHING)));
  }

  @Test
  void anUnknownMembersFolderIsToldSo() throws IOException {
    Path file = network.put("2025/US-ME-nowhere/budgets.csv", Network.budgets(1));
    assertEquals(List.of("0 null unknown-member"), codes(check(file, Said.NOTHING)));
  }

  @Test
  void checksTheRegistryItself() throws IOException {
    Path members =
        network.put(
            "registry/members.csv",
            Network.MEMBERS
                    .replace("2015\n", "2015,\n")
                    .replace("since\n", "since,inside_member_id\n")
                + "US-OR-deschutes,Deschutes,OR,county,2015,US-OR-Bend\n"
                + "US-OR-redmond,Redmond,OR,city,2015,US-OR-nowhere\n");
    assertEquals(List.of("5 F unknown-member"), codes(check(members, Said.NOTHING)));
    network.put("registry/members.csv", Network.MEMBERS);
    Path file =
        network.put(
            "registry/partnerships.csv", Network.PARTNERSHIPS + "X~Y,US-ME-nowhere,Y,DE,active\n");
    assertEquals(List.of("3 B unknown-member"), codes(check(file, Said.NOTHING)));
    assertEquals(
        List.of(), codes(check(network.inbox.resolve("registry/members.csv"), Said.NOTHING)));
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertEquals(
        "Cannot check file '%s': it is not there (give the path of a file)"
            .formatted(folder.resolve("x.csv")),
        assertThrows(
                ConfigurationException.class, () -> check(folder.resolve("x.csv"), Said.NOTHING))
            .getMessage());
  }
}
