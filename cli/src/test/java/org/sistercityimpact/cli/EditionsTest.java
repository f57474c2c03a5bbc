package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.Publication;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.release.edition.Gap;
import org.sistercityimpact.warehouse.Disk;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.WriteLock;

/**
 * Editions as staff meet them: published, made again, compared, and never changed. Which figures
 * differ and why is tried where it is found out, in the module of editions.
 */
class EditionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path once;
  @TempDir Path folder;
  private Path inbox;
  private Path warehouse;

  @BeforeAll
  static void twoYearsOfTwoMembers() throws IOException {
    EditionsTest first = new EditionsTest();
    first.isIn(once);
    Shell.smallInbox(first.inbox);
    first.exchanges(2024, "US-TX-fort-worth", "A1,US-TX-fort-worth~DE-trier,inbound", 20);
    first.exchanges(2025, "US-TX-fort-worth", "E1,US-TX-fort-worth~DE-trier,inbound", 30);
    first.exchanges(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 40);
    first.take();
  }

  @BeforeEach
  void copyThem() throws IOException {
    Shell.copy(once, folder);
    isIn(folder);
  }

  private void isIn(Path root) {
    inbox = root.resolve("inbox");
    warehouse = root.resolve("warehouse");
  }

  private void exchanges(int year, String member, String row, int people) {
    Shell.write(
        inbox,
        year + "/" + member + "/exchanges.csv",
        Shell.EXCHANGES,
        "%s,cultural,Choir,%2$d-05-01,%2$d-05-06,%3$d,,,,,homestay,,,,"
            .formatted(row, year, people));
  }

  private void take() {
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    transform();
  }

  private void transform(Object... more) {
    Shell.run(words(new Object[] {"transform", "--warehouse", warehouse}, more)).good();
  }

  private Said publish(String edition, Object... more) {
    return Shell.run(
        words(
            new Object[] {
              "publish", edition, "--approved-by", "Ada Example", "--warehouse", warehouse
            },
            more));
  }

  /** The same without reports, for what is asked of the rest of an edition. */
  private void publishUnprinted(String edition) throws IOException {
    publishUnprinted(edition, ImpactCommand.home().resolve("sql"), Set.of());
  }

  private void publishUnprinted(String edition, Path sql, Set<Gap> accepted) throws IOException {
    try (Warehouse store = Warehouse.open(warehouse);
        Publication publication =
            Publication.prepare(
                store,
                sql,
                EditionName.parse(edition),
                accepted,
                (computed, name, note, out) -> List.of(),
                (out, pdfs) -> List.of(),
                Progress.SILENT)) {
      assertEquals(List.of(), publication.refusals());
      publication.freeze("Ada Example", Clock.systemUTC());
    }
  }

  private static Object[] words(Object[] first, Object... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray();
  }

  /** File, row and amount of a trace that finds one row. */
  private static String traced(Object... trace) throws IOException {
    JsonNode found = JSON.readTree(Shell.run(trace).good().out());
    assertEquals(1, found.get("rows").size());
    assertTrue(found.get("rows_add_up").asBoolean());
    JsonNode row = found.get("rows").get(0);
    return "%s %s %d"
        .formatted(
            row.get("file").asText(),
            row.get("source_row").asText(),
            new BigDecimal(row.get("central").asText()).intValueExact());
  }

  private Path edition(String name) {
    return warehouse.resolve("editions").resolve(name);
  }

  /** Every file of a folder with the hash of its bytes. */
  private static Map<String, String> hashes(Path root) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        hashes.put(root.relativize(file).toString(), Warehouse.sha256(file));
      }
    }
    return hashes;
  }

  @Test
  void rebuildsAnEditionFromItsOwnFolderAloneToTheSameBytes() throws IOException {
    Said published = publish("2025.1").good();
    assertTrue(
        published.out().contains("Published edition 2025.1, approved by Ada Example: "),
        published.out());
    JsonNode record = JSON.readTree(edition("2025.1").resolve("edition.json").toFile());
    assertEquals("Ada Example", record.get("approved_by").asText());
    assertEquals("1.0", record.get("method_version").asText());

    Path copy = folder.resolve("elsewhere/copy");
    Shell.copy(edition("2025.1"), copy);
    Disk.deleteTree(warehouse);
    Disk.deleteTree(inbox);

    Said rebuilt = Shell.run("rebuild", copy, "--out", folder.resolve("again")).good();
    assertTrue(rebuilt.out().endsWith("Rebuilt exactly.\n"), rebuilt.out());
    int tables = Warehouse.open(copy.resolve("warehouse")).manifest().tables().size();
    assertTrue(
        rebuilt.out().contains("\n  tables      %d have the same bytes\n".formatted(tables)),
        rebuilt.out());
    assertEquals(
        hashes(copy.resolve("reports")), hashes(folder.resolve("again/reports")), rebuilt.out());
    assertTrue(
        Files.exists(folder.resolve("again/reports/briefs/2025-brief-US-OH-dayton.pdf")),
        rebuilt.out());
  }

  @Test
  void namesEachFileThatIsNotAsItWasPublished() throws IOException {
    publishUnprinted("2025.1");
    Path parameter = edition("2025.1").resolve("sql/parameters/capture_rate.csv");
    assertTrue(parameter.toFile().setWritable(true));
    Files.writeString(parameter, Files.readString(parameter).replace("0.77", "0.78"));

    Said rebuilt = Shell.run("rebuild", "2025.1", "--warehouse", warehouse);
    assertEquals(1, rebuilt.code());
    assertEquals(
        """
        Edition 2025.1 is not as it was published, so nothing was computed:
          sql/parameters/capture_rate.csv was changed
        Restore the folder from a copy.
        """,
        rebuilt.out());
    Said doctor = Shell.run("doctor", "--warehouse", warehouse);
    assertEquals(1, doctor.code());
    assertTrue(
        doctor
            .out()
            .contains(
                "BAD  Edition 2025.1             sql/parameters/capture_rate.csv was changed (restore "
                    + edition("2025.1")
                    + " from a copy)"),
        doctor.out());
  }

  @Test
  void refusesAMissingParameterUntilItIsAcceptedByName() throws IOException {
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/trade_contacts.csv",
        "contact_id,partnership_id,date,company,sector,contact_name,contact_email,stage,value,currency,evidence,contribution_share",
        "C1,US-TX-fort-worth~DE-trier,2025-03-01,Example Firm,,,,deal,1000,GEL,A,");
    take();

    Said refused = publish("2025.1");
    assertEquals(4, refused.code());
    assertTrue(
        refused
            .out()
            .endsWith(
                """

                Edition 2025.1 is not published. To do first:
                  - Parameter fx_lcu_per_usd has no row GEL:2025; rows not computed for want of it: 1 of trade_contacts (add the row to sql/parameters/fx_lcu_per_usd.csv and run 'impact transform', or publish with --accept fx_lcu_per_usd:GEL:2025)
                """),
        refused.out());
    assertFalse(Files.exists(warehouse.resolve("editions")));

    Said other = publish("2025.1", "--accept", "cpi_u:2025");
    assertEquals(2, other.code());
    assertTrue(
        other
            .err()
            .endsWith(
                "Cannot accept 'cpi_u:2025': no row of 2025 lacks it (missing are fx_lcu_per_usd:GEL:2025)\n"),
        other.err());

    publishUnprinted(
        "2025.1",
        ImpactCommand.home().resolve("sql"),
        Set.of(Gap.parse("fx_lcu_per_usd:GEL:2025")));
    JsonNode record = JSON.readTree(edition("2025.1").resolve("edition.json").toFile());
    assertEquals("fx_lcu_per_usd", record.get("accepted").get(0).get("parameter").asText());
    assertEquals("GEL:2025", record.get("accepted").get(0).get("key").asText());
  }

  @Test
  void refusesWhatIsInDoubtUntilItIsConfirmed() throws IOException {
    exchanges(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 600);
    take();

    Said refused = publish("2025.1");
    assertEquals(4, refused.code());
    String doubt =
        "2025/US-OH-dayton/exchanges.csv, row 2: people is '600', and from 501 up it is in doubt (95.2% of the network's people)";
    assertEquals(
        """

        Edition 2025.1 is not published. To do first:
          - In doubt: %s (have the city correct it or, if it is right, add to registry/confirmed.csv: 2025,US-OH-dayton,exchanges,D1,people,600,NAME,)
        """
            .formatted(doubt),
        refused.out());
    String status = Shell.run("status", "--warehouse", warehouse).good().out();
    assertTrue(
        status.endsWith(
            """

            1 value is in doubt; no edition is published until it is corrected or confirmed:
              - %s
            'impact status --year 2025 --doubts' prints it as a row of confirmed.csv
            """
                .formatted(doubt)),
        status);
    assertTrue(status.matches("(?s).*US-OH-dayton +.*yes, 1 in doubt.*"), status);

    String rows = Shell.run("status", "--doubts", "--warehouse", warehouse).good().out();
    assertEquals(
        """
        data_year,member_id,dataset,key,column,value,confirmed_by,note
        2025,US-OH-dayton,exchanges,D1,people,600,,"%s"
        """
            .formatted(doubt),
        rows.replace("\r\n", "\n"));
    String confirmed = rows.replace("600,,", "600,Ada Example,");
    Shell.write(
        inbox,
        "registry/confirmed.csv",
        confirmed.replace(",D1,", ",D2,").lines().toArray(String[]::new));
    take();
    status = Shell.run("status", "--warehouse", warehouse).good().out();
    assertTrue(
        status.endsWith(
            """

            Rows of the registry that settle nothing, of whatever year:
              - registry/confirmed.csv, row 2, '600': No value in doubt has this year, member, dataset, key, column and value, so the row settles nothing (Write 2025,US-OH-dayton,exchanges,D1,people,600, if that is meant; remove the row if the city has sent another value since)
            """),
        status);
    assertEquals(4, publish("2025.1").code());

    Shell.write(inbox, "registry/confirmed.csv", confirmed.lines().toArray(String[]::new));
    take();
    publishUnprinted("2025.1");
    assertFalse(Shell.run("status", "--warehouse", warehouse).good().out().contains("doubt"));
  }

  @Test
  void refusesFiguresThatAreOlderThanTheRowsAndNamesThatAreNone() {
    exchanges(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 50);
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Said stale = publish("2025.1");
    assertEquals(4, stale.code());
    assertEquals(
        """

        Edition 2025.1 is not published. To do first:
          - The metrics are older than the rows (run 'impact transform', then publish again)
        """,
        stale.out());

    assertEquals(
        "Cannot use edition '2025': editions are named <year>.<n> (write a name such as 2025.1)\n",
        publish("2025").err());
    assertFalse(Files.exists(warehouse.resolve("editions")));
  }

  @Test
  void refusesAWhatIfAndAFileWhoseBytesAreNotKept() throws IOException {
    Files.createSymbolicLink(
        inbox.resolve("2025/US-TX-fort-worth/events.csv"),
        Files.writeString(folder.resolve("outside.csv"), "event_id\n"));
    assertEquals(1, Shell.run("ingest", inbox, "--warehouse", warehouse).code());
    transform();
    Said unread = publish("2025.1");
    assertEquals(4, unread.code());
    assertEquals(
        """

        Edition 2025.1 is not published. To do first:
          - 2025/US-TX-fort-worth/events.csv could not be read when it was ingested, so its bytes are not kept (make it readable or take it out of the inbox, and ingest again)
        """,
        unread.out());

    Warehouse store = Warehouse.open(warehouse);
    try (WriteLock lock = store.lock()) {
      store.commit(store.manifest().withFact("what_if", "capture_rate=0.6"));
    }
    assertEquals(
        """

        Edition 2025.1 is not published. To do first:
          - The figures are a what-if with capture_rate=0.6, not the published method (run 'impact transform' without --set, then publish again)
        """,
        publish("2025.1").out());
  }

  @Test
  void readsAnEditionAsItWasAndWritesNothingIntoIt() throws IOException {
    publishUnprinted("2025.1");
    Map<String, String> frozen = hashes(edition("2025.1"));
    exchanges(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 50);
    take();

    String people =
        "SELECT central FROM metrics WHERE metric_id = 'people_in' AND level = 'state' AND key = 'OH' AND data_year = 2025";
    Said then =
        Shell.run(
            "sql", "--warehouse", warehouse, "--edition", "2025.1", "--format", "csv", people);
    assertEquals("central\n40.0000\n", then.good().out());
    Object[] trace = {"trace", "people_in", "--key", "OH", "--json", "--warehouse", warehouse};
    assertEquals("2025/US-OH-dayton/exchanges.csv 2 50", traced(trace));
    assertEquals(
        "2025/US-OH-dayton/exchanges.csv 2 40", traced(words(trace, "--edition", "2025.1")));
    Path inside = edition("2025.1").resolve("warehouse");
    Shell.run(
            "report",
            "national",
            "--warehouse",
            inside,
            "--out",
            folder.resolve("es"),
            "--language",
            "es")
        .good();
    Said written = Shell.run("transform", "--warehouse", inside);
    assertEquals(2, written.code());
    assertTrue(
        written
            .err()
            .endsWith(
                "Cannot write to warehouse '%s': it belongs to a published edition, which never changes (work on the warehouse that the edition was made from)\n"
                    .formatted(inside)),
        written.err());
    assertEquals(frozen, hashes(edition("2025.1")));
    assertTrue(
        Shell.run("sql", "--warehouse", warehouse, "--edition", "2024.1", people)
            .err()
            .endsWith(
                "Cannot open edition '2024.1' in %s: there is none of that name (there are 2025.1)\n"
                    .formatted(warehouse.resolve("editions"))));
  }

  @Test
  void aLateFileChangesNothingInTheEditionAndShowsInTheNext() throws IOException {
    publishUnprinted("2025.1");
    Map<String, String> frozen = hashes(edition("2025.1"));

    exchanges(2024, "US-TX-fort-worth", "A1,US-TX-fort-worth~DE-trier,inbound", 25);
    exchanges(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 55);
    take();
    assertEquals(frozen, hashes(edition("2025.1")));
    Shell.run("doctor", "--warehouse", warehouse).good();

    JsonNode diff =
        JSON.readTree(Shell.run("diff", "2025.1", "--warehouse", warehouse, "--json").good().out());
    assertEquals(
        "40.0000", figure(diff, "people_in", "state", "OH", 2025).at("/before/central").asText());
    assertEquals(
        "55.0000", figure(diff, "people_in", "state", "OH", 2025).at("/after/central").asText());
    assertEquals(
        List.of(
            "exchanges of US-OH-dayton for 2025 was replaced by a new file (2025/US-OH-dayton/exchanges.csv)"),
        causes(diff, figure(diff, "people_in", "network", "", 2025)));
    assertEquals(
        List.of(
            "exchanges of US-TX-fort-worth for 2024 was replaced by a new file (2024/US-TX-fort-worth/exchanges.csv)"),
        causes(diff, figure(diff, "people_in", "network", "", 2024)));
    assertEquals(null, figure(diff, "people_in", "member", "US-TX-fort-worth", 2025));
    assertEquals(0, diff.at("/counts/removed").asInt());
    assertTrue(diff.at("/counts/same").asInt() > diff.at("/counts/changed").asInt());

    String reason = "the visitors of Dayton were counted too low";
    Said withdrawn =
        Shell.run(
                "withdraw",
                "2025.1",
                "--reason",
                "  " + reason + ".",
                "--by",
                "Ada Example",
                "--warehouse",
                warehouse)
            .good();
    String day = LocalDate.now(ZoneOffset.UTC).toString();
    String sentence =
        "Edition 2025.1 was withdrawn on %s by Ada Example: %s\n".formatted(day, reason);
    assertTrue(withdrawn.out().startsWith(sentence), withdrawn.out());
    assertEquals(frozen, hashes(edition("2025.1")));
    Said listed = Shell.run("editions", "--warehouse", warehouse).good();
    assertTrue(
        listed
            .out()
            .matches(
                "2025\\.1  published %s, approved by Ada Example, sha256 [0-9a-f]{12}\n        withdrawn on %s by Ada Example: %s\n"
                    .formatted(day, day, reason)),
        listed.out());
    Said queried =
        Shell.run("sql", "SELECT 1", "--edition", "2025.1", "--warehouse", warehouse).good();
    assertTrue(queried.err().contains(sentence), queried.err());
    assertTrue(
        Shell.run("doctor", "--warehouse", warehouse)
            .good()
            .out()
            .contains("; withdrawn on %s by Ada Example: %s".formatted(day, reason)));
    Said released =
        Shell.run("release", "2025.1", "--out", folder.resolve("out"), "--warehouse", warehouse);
    assertEquals(2, released.code());
    assertTrue(released.err().endsWith("(release the edition that corrects it)\n"), released.err());

    Said second = publish("2025.2").good();
    assertTrue(second.out().contains("From 2025.1 to 2025.2: "), second.out());
    String printed = " and should no longer be used: " + reason + ". ";
    Path reports = edition("2025.2").resolve("reports");
    assertTrue(NoNumberTest.text(reports.resolve("national-2025.pdf")).contains(printed));
    assertTrue(
        NoNumberTest.text(reports.resolve("national-annex-2025.pdf"))
            .contains(printed + "At all levels, "));
    assertTrue(
        Shell.run("diff", "2025.1", "2025.2", "--warehouse", warehouse)
            .good()
            .out()
            .matches("(?s).*Visitors received +network +2025 +70 +85 +\\[1].*"));
    assertEquals(frozen, hashes(edition("2025.1")));
    Shell.run("rebuild", "2025.2", "--warehouse", warehouse).good();
  }

  @Test
  void anotherRuleOfDisclosureIsSaidOnceWithACount() throws IOException {
    Path sql = folder.resolve("sql");
    Shell.copy(ImpactCommand.home().resolve("sql"), sql);
    Path model = sql.resolve("models/70_published/published_metrics.sql");
    Files.writeString(
        model,
        Files.readString(model)
            .replace("-- disclosure_rule: 2\n", "")
            .replace(
                "m.status = 'withheld' OR",
                "m.status = 'withheld' OR (m.metric_id LIKE 'people%' AND m.central > 0) OR"));
    transform("--sql", sql);
    publishUnprinted("2025.1", sql, Set.of());
    exchanges(2025, "US-OH-dayton", "D1,US-OH-dayton~DE-augsburg,inbound", 55);
    take();
    publishUnprinted("2025.2");

    // Visitors of 2025 at nine places, of 2024 at six.
    String said =
        "Rule changed: 15 more figures are withheld in one of the two, for 2025.1 follows rule 1 of disclosure and 2025.2 rule 2\n";
    Said all = Shell.run("diff", "2025.1", "2025.2", "--all", "--warehouse", warehouse).good();
    assertTrue(all.out().contains(said), all.out());
    assertFalse(all.out().contains("Visitors received"), all.out());
    assertTrue(
        all.out().matches("(?s).*Visitor nights +network +2025 +350 +425 +\\[1].*"), all.out());
    JsonNode diff =
        JSON.readTree(
            Shell.run("diff", "2025.1", "2025.2", "--warehouse", warehouse, "--json").good().out());
    assertEquals(15, diff.at("/counts/rule_changed").asInt());
    assertEquals("[1,2]", diff.get("disclosure_rules").toString());
    assertEquals(
        "rule_changed", figure(diff, "people_in", "network", "", 2025).get("change").asText());
  }

  private static JsonNode figure(JsonNode diff, String metric, String level, String key, int year) {
    for (JsonNode figure : diff.get("figures")) {
      if (figure.get("metric_id").asText().equals(metric)
          && figure.get("level").asText().equals(level)
          && figure.get("key").asText().equals(key)
          && figure.get("data_year").asInt() == year) {
        return figure;
      }
    }
    return null;
  }

  private static List<String> causes(JsonNode diff, JsonNode figure) {
    List<String> causes = new ArrayList<>();
    figure
        .get("causes")
        .forEach(id -> causes.add(diff.at("/causes/" + (id.asInt() - 1) + "/words").asText()));
    return causes;
  }
}
