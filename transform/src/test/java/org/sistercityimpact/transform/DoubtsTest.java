package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.transform.RawNetwork.Transformed;

/** What only all files together tell to be unlikely, what it does, and how it is settled. */
class DoubtsTest {
  private static final String DOUBTS =
      "SELECT kind, member_id, source_row, row_key, column_name, value, confirmed_by FROM doubts ORDER BY ALL";

  @TempDir Path folder;

  private RawNetwork network() {
    return new RawNetwork(folder)
        .member("a", "TX", 120_000)
        .member("b", "TX", 30_000)
        .tie("a~DE", "a", "DE")
        .tie("b~DE", "b", "DE");
  }

  private static Map<String, Object> visit(String id, String tie, int year, int people) {
    return row(
        "exchange_id",
        id,
        "partnership_id",
        tie,
        "direction",
        "inbound",
        "purpose",
        "cultural",
        "start_date",
        year + "-05-01",
        "end_date",
        year + "-05-03",
        "lodging",
        "homestay",
        "people",
        people);
  }

  private static Map<String, Object> hours(String volunteer, String month, String hours) {
    return row("volunteer", volunteer, "month", month, "activity", "other", "hours", hours);
  }

  private static Transformed sound(RawNetwork network) throws IOException {
    Transformed done = network.transform();
    assertEquals(List.of(), done.report().failed());
    return done;
  }

  @Test
  void aYearTenTimesItsLargestBeforeIsInDoubt() throws IOException {
    Transformed done =
        sound(
            network()
                .submit("a", 2022, "exchanges", visit("1", "a~DE", 2022, 4))
                .submit("a", 2023, "exchanges", visit("1", "a~DE", 2023, 2))
                .submit(
                    "a",
                    2024,
                    "exchanges",
                    visit("1", "a~DE", 2024, 10),
                    visit("2", "a~DE", 2024, 31))
                .submit("b", 2022, "exchanges", visit("1", "b~DE", 2022, 4))
                .submit("b", 2023, "exchanges", visit("1", "b~DE", 2023, 40)));

    // 41 is more than ten times 4, and 40 is not; b has no year before its first.
    assertEquals("member_year a 3 2 people 41.00 -", done.read(DOUBTS));
    assertEquals(
        "doubt open 2024 a exchanges 3 2 people people of the year adds up to 41.00, 10.25 times the largest year before; this row is the largest 0.7561 0.7561",
        done.read(
            "SELECT finding, status, data_year, member_id, dataset, source_row, row_key, metric_id, subject, network_share, member_share FROM findings"));
    assertEquals(
        "doubt warning 3",
        done.read("SELECT code, severity, source_row FROM problems"),
        "the city is told, too");
  }

  @Test
  void aGrowthThatNoFigureOfTheNetworkFeelsIsNone() throws IOException {
    Transformed done =
        sound(
            network()
                .submit("a", 2023, "exchanges", visit("1", "a~DE", 2023, 1))
                .submit("a", 2024, "exchanges", visit("1", "a~DE", 2024, 11))
                .submit("b", 2024, "exchanges", visit("1", "b~DE", 2024, 2000)));
    assertEquals("", done.read(DOUBTS));
  }

  @Test
  void rowsOfOneVolunteerInOneMonthAddUp() throws IOException {
    Transformed done =
        sound(
            network()
                .submit(
                    "a",
                    2025,
                    "volunteer_hours",
                    hours("Ann", "2025-03", "120"),
                    hours("Ann", "2025-03", "80.01"),
                    hours("Ann", "2025-04", "199"),
                    hours("Bob", "2025-03", "100"),
                    hours("Bob", "2025-03", "100"),
                    hours("Cleo", "2025", "900")));
    assertEquals("volunteer_month a 2 row 2 hours 200.01 -", done.read(DOUBTS));
  }

  @Test
  void aRowThatIsMostOfTheNetworkIsInDoubtAmongTwentyRows() throws IOException {
    for (int others : new int[] {18, 19}) {
      Map<String, Object>[] visits = visits(others);
      Transformed done =
          sound(
              new RawNetwork(folder.resolve("n" + others))
                  .member("a", "TX", 120_000)
                  .tie("a~DE", "a", "DE")
                  .submit("a", 2025, "exchanges", visits));
      assertEquals(others == 18 ? "" : "network_row a 21 large people 400.00 -", done.read(DOUBTS));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Map<String, Object>[] visits(int others) {
    Map<String, Object>[] visits = new Map[others + 1];
    for (int i = 0; i < others; i++) {
      visits[i] = visit("x" + i, "a~DE", 2025, 5);
    }
    visits[others] = visit("large", "a~DE", 2025, 400);
    return visits;
  }

  @Test
  void aFileThatKeepsFewerThanFourFifthsOfTheIdsBeforeIsInDoubt() throws IOException {
    for (int kept : new int[] {0, 7, 8}) {
      RawNetwork network =
          new RawNetwork(folder.resolve("kept" + kept))
              .member("a", "TX", 120_000)
              .tie("a~DE", "a", "DE")
              .raw(
                  "raw_submissions",
                  row(
                      "submission_id", "first",
                      "file", "2025/a/exchanges Q1.csv",
                      "member_id", "a",
                      "data_year", 2025,
                      "dataset", "exchanges",
                      "rows_read", 10,
                      "rows_accepted", 10,
                      "rows_rejected", 0,
                      "rows_duplicate", 0,
                      "status", "superseded",
                      "received_at", "2026-01-05 00:00:00",
                      "replaced_by", "a/2025/exchanges"));
      for (int i = 0; i < 10; i++) {
        Map<String, Object> was = visit("EX-" + i, "a~DE", 2025, 5);
        was.putAll(
            row(
                "submission_id",
                "first",
                "source_row",
                i + 2,
                "member_id",
                "a",
                "data_year",
                2025));
        network.raw("raw_exchanges", was);
      }
      Map<String, Object>[] now = visits(9);
      for (int i = 0; i < kept; i++) {
        now[i].put("exchange_id", "ex-" + i);
      }
      now[9].put("people", 5);
      Transformed done = sound(network.submit("a", 2025, "exchanges", now));
      String gone = kept == 0 ? "2, 3, 4, …" : "9, 10, 11";
      assertEquals(
          kept == 8
              ? ""
              : "file a - file file %d of 10 The file has %d of the 10 ids of the file that it replaced (2025/a/exchanges Q1.csv of 2026-01-05, 10 rows); rows gone: %s"
                  .formatted(kept, kept, gone),
          done.read(
              "SELECT kind, member_id, source_row, row_key, column_name, value, message FROM doubts"));
    }
  }

  @Test
  void hoursWithoutTheEntriesBeforeAreInDoubtThoughTheyHaveNoIds() throws IOException {
    RawNetwork network =
        new RawNetwork(folder)
            .member("a", "TX", 120_000)
            .raw(
                "raw_submissions",
                row(
                    "submission_id", "first",
                    "file", "2025/a/volunteer_hours.csv",
                    "member_id", "a",
                    "data_year", 2025,
                    "dataset", "volunteer_hours",
                    "rows_read", 2,
                    "rows_accepted", 2,
                    "rows_rejected", 0,
                    "rows_duplicate", 0,
                    "status", "superseded",
                    "received_at", "2026-01-05 00:00:00",
                    "replaced_by", "a/2025/volunteer_hours"));
    for (String month : List.of("2025-01", "2025-02")) {
      Map<String, Object> was = hours("Ann", month, "5");
      was.putAll(
          row(
              "submission_id",
              "first",
              "source_row",
              month.endsWith("1") ? 2 : 3,
              "volunteer_key",
              "ann",
              "member_id",
              "a",
              "data_year",
              2025));
      network.raw("raw_volunteer_hours", was);
    }
    Transformed done =
        sound(
            network.submit(
                "a",
                2025,
                "volunteer_hours",
                hours("Ann", "2025-02", "6"),
                hours("Ann", "2025-08", "5")));
    assertEquals(
        "file 1 of 2 The file has 1 of the 2 entries of the file that it replaced (2025/a/volunteer_hours.csv of 2026-01-05, 2 rows); rows gone: 2",
        done.read("SELECT kind, value, message FROM doubts"));
  }

  private static final String IDLE =
      "SELECT file, source_row, column_name, value, message, fix FROM problems WHERE code = 'settles-nothing' ORDER BY ALL";

  private static Map<String, Object> doubtOfPeople() {
    return row(
        "submission_id", "a/2024/exchanges",
        "file", "2024/a/exchanges.csv",
        "source_row", 2,
        "column_name", "people",
        "value", "600",
        "code", "doubt",
        "severity", "warning",
        "message", "people is '600', and from 501 up it is in doubt",
        "fix", "Correct it");
  }

  @Test
  void aConfirmedValueThatFitsNoDoubtIsToldWithTheOneThatIsNear() throws IOException {
    RawNetwork network =
        new RawNetwork(folder.resolve("idle"))
            .member("a", "TX", 120_000)
            .member("b", "TX", 30_000)
            .tie("a~DE", "a", "DE")
            .submit("a", 2024, "exchanges", visit("EX-1", "a~DE", 2024, 600))
            .raw("raw_problems", doubtOfPeople());
    // The first one fits.
    confirm(network, 2024, "a", "exchanges", "ex-1", "People", "600");
    confirm(network, 2024, "a", "exchanges", "EX-2", "people", "600");
    confirm(network, 2024, "a", "exchanges", "EX-1", "nights", "600");
    confirm(network, 2023, "a", "exchanges", "EX-1", "people", "600");
    confirm(network, 2024, "b", "exchanges", "EX-1", "people", "601");
    confirm(network, 2023, "b", "events", "EX-1", "people", "600");

    String told =
        "registry/confirmed.csv %d value %s No value in doubt has this year, member, dataset, key, column and value, so the row settles nothing %s";
    String near =
        "Write 2024,a,exchanges,EX-1,people,600, if that is meant; remove the row if the city has sent another value since";
    String far =
        "Copy the row as 'impact status --doubts' prints it; remove it if the city has sent another value since";
    assertEquals(
        String.join(
            " | ",
            told.formatted(3, "600", near),
            told.formatted(4, "600", near),
            told.formatted(5, "600", near),
            told.formatted(6, "601", near),
            told.formatted(7, "600", far)),
        sound(network).read(IDLE).replace("\n", " | "));
  }

  private static void confirm(
      RawNetwork network,
      int year,
      String member,
      String dataset,
      String key,
      String column,
      String value) {
    network.registry(
        "confirmed",
        row(
            "data_year", year,
            "member_id", member,
            "dataset", dataset,
            "key", key,
            "column", column,
            "value", value,
            "confirmed_by", "Ada Example"));
  }

  @Test
  void aSettledNameThatNoFileHasIsToldWithTheOneThatIsNear() throws IOException {
    RawNetwork network =
        network()
            .submit("a", 2024, "exchanges", visit("EX-1", "a~DE", 2024, 6))
            .submit("b", 2024, "exchanges", visit("EX-1", "b~DE", 2024, 6));
    name(network, "a", "partnership_id", "Trir", "name-settled", 2);
    name(network, "a", "partnership_id", "Tréves", "unknown-partnership", 3);
    name(network, "b", "partnership_id", "Straße", "unknown-partnership", 3);
    name(network, "a", "co_organizers", "Rotary Clb; Lions", "name-settled", 4);
    answer(network, "partnership_id", "a", "trir", "a~DE");
    answer(network, "Partnership ID", "b", "Straße", "b~XX");
    answer(network, "partnership_id", "a", "Treves", "a~DE");
    answer(network, "partner", "a", "Trir", "a~DE");
    answer(network, "partnership_id", null, "Trir", "a~DE");
    answer(network, "co_organizers", "a", "rotary clb", "Rotary Club");
    answer(network, "co_organizers", "b", "Rotary Clb", "Rotary Club");
    // Told apart from another, it changes no cell.
    answer(network, "co_organizers", "b", "Lions Club North", "lions club north");

    String none =
        "written %s No file has this name in that column of that member, so the row settles nothing ";
    String unclear =
        "Unclear is 'Tréves' in partnership_id of a: write it so, if that is meant, or let 'impact match' write the row";
    String alone = "Let 'impact match' write the row; remove it if no city writes so any more";
    assertEquals(
        String.join(
            " | ",
            "registry/names.csv 3 meant b~XX What the name is said to mean is no partnership of the member, or no code, so the row settles nothing Write the partnership_id of partnerships.csv, or the code of the list",
            "registry/names.csv 4 " + none.formatted("Treves") + unclear,
            "registry/names.csv 5 " + none.formatted("Trir") + alone,
            "registry/names.csv 8 " + none.formatted("Rotary Clb") + alone),
        sound(network).read(IDLE).replace("\n", " | "));
  }

  private static void name(
      RawNetwork network, String member, String column, String value, String code, int sourceRow) {
    network.raw(
        "raw_problems",
        row(
            "submission_id",
            member + "/2024/exchanges",
            "file",
            "2024/" + member + "/exchanges.csv",
            "source_row",
            sourceRow,
            "column_name",
            column,
            "value",
            value,
            "code",
            code,
            "severity",
            "error",
            "message",
            "told",
            "fix",
            "mend"));
  }

  private static void answer(
      RawNetwork network, String column, String member, String written, String meant) {
    network.registry(
        "names",
        row(
            "column", column,
            "column_key", Fold.text(column),
            "member_id", member,
            "member_id_key", member,
            "written", written,
            "written_key", Fold.text(written),
            "meant", meant,
            "answered_by", "Ada Example"));
  }

  @Test
  void whatCheckHasToldIsInDoubtOnceAndSettledByItsValue() throws IOException {
    for (String confirmed : new String[] {"600", "601", "$600.00"}) {
      RawNetwork network =
          new RawNetwork(folder.resolve(confirmed))
              .member("a", "TX", 120_000)
              .tie("a~DE", "a", "DE")
              .submit("a", 2023, "exchanges", visit("1", "a~DE", 2023, 2))
              .submit("a", 2024, "exchanges", visit("EX-1", "a~DE", 2024, 600))
              .raw("raw_problems", doubtOfPeople())
              .registry(
                  "confirmed",
                  row(
                      "data_year", 2024,
                      "member_id", "a",
                      "dataset", "Exchanges",
                      "key", "ex-1",
                      "column", "People",
                      "value", confirmed,
                      "confirmed_by", "Ada Example"));
      assertEquals(
          "value a 2 EX-1 people 600 " + (confirmed.equals("601") ? "-" : "Ada Example"),
          sound(network).read(DOUBTS));
    }
  }
}
