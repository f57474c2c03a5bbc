package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that the registry does not know are settled once, by a person. */
class MatchTest {
  private static final String HEADER =
      "column,member_id,written,meant,proposals,cells,file,answered_by,note\r\n";

  @TempDir Path folder;

  private Path inbox;
  private Path warehouse;
  private Path file;

  @BeforeEach
  void aCityThatWritesInItsOwnWay() {
    inbox = Shell.smallInbox(folder.resolve("inbox"));
    warehouse = folder.resolve("warehouse");
    file = folder.resolve("unclear.csv");
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,people",
        "E1,Treer,virtual,youth,2025-05-01,3",
        "E2,Mosel friends,virtual,youth,2025-05-02,3",
        "E3,Nagaoka,virtual,youth,2025-05-03,3");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
  }

  private String match() {
    return Shell.run(
            "match",
            inbox,
            "--warehouse",
            warehouse,
            "--file",
            file,
            "--answered-by",
            "Ada Example")
        .good()
        .out();
  }

  private String review() throws IOException {
    return Files.readString(file);
  }

  private String counted(String what) {
    return Shell.run("sql", what, "--warehouse", warehouse, "--format", "csv")
        .good()
        .out()
        .replace("\r", "")
        .replace("\"", "");
  }

  @Test
  void listsWhatIsUnclearWithWhatMayBeMeant() throws IOException {
    assertEquals(
        "1 name matched, 2 unclear: fill in the column meant of %s, then run this again\n"
            .formatted(file),
        match());
    String from = "2025/US-TX-fort-worth/exchanges.csv";
    assertEquals(
        HEADER
            + "partnership_id,US-TX-fort-worth,Mosel friends,,,1,"
            + from
            + ",,\r\n"
            + "partnership_id,US-TX-fort-worth,Treer,,US-TX-fort-worth~DE-trier,1,"
            + from
            + ",,\r\n",
        review());
  }

  @Test
  void asksNothingOfAFileThatWasReplaced() throws IOException {
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,people",
        "E1,US-TX-fort-worth~DE-trier,virtual,youth,2025-05-01,3",
        "E2,Mosell,virtual,youth,2025-05-02,3",
        "E3,US-TX-fort-worth~JP-nagaoka,virtual,youth,2025-05-03,3");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    String out = match();
    assertTrue(out.startsWith("0 names matched, 1 unclear: "), out);
    assertTrue(review().contains("partnership_id,US-TX-fort-worth,Mosell,"), review());
  }

  @Test
  void keepsAnswersAndReadsByThemFromThenOn() throws IOException {
    match();
    Files.writeString(file, review().replace("Treer,,", "Treer,us-tx-fort-worth~de-trier,"));
    String out = match();
    assertTrue(out.startsWith("1 name matched, 1 unclear: "), out);
    assertTrue(out.contains("1 answer kept in "), out);
    assertEquals(
        "column,member_id,written,meant,answered_by,note\r\n"
            + "partnership_id,US-TX-fort-worth,Treer,US-TX-fort-worth~DE-trier,Ada Example,\r\n",
        Files.readString(inbox.resolve("registry/names.csv")));
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals(
        "exchange_id,partnership_id\nE1,US-TX-fort-worth~DE-trier\nE3,US-TX-fort-worth~JP-nagaoka\n",
        counted("SELECT exchange_id, partnership_id FROM raw_exchanges ORDER BY exchange_id"));
    assertEquals(
        "message\npartnership_id is 'Treer'; it was read as US-TX-fort-worth~DE-trier, as settled in names.csv of the registry\n",
        counted("SELECT message FROM problems WHERE code = 'name-settled'"));
    String next = match();
    assertTrue(next.startsWith("2 names matched, 1 unclear: "), next);
  }

  @Test
  void refusesAnAnswerThatNamesNothingAndKeepsItForCorrection() throws IOException {
    match();
    Files.writeString(file, review().replace("Treer,,", "Treer,US-OH-dayton~DE-augsburg,"));
    Shell.Said said = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
    assertEquals(1, said.code());
    assertEquals(
        "Cannot take answer 'US-OH-dayton~DE-augsburg' for partnership_id 'Treer' of US-TX-fort-worth: it is no partnership of the member (write its partnership_id; a new one goes into partnerships.csv first)\n",
        said.err());
    assertTrue(review().contains("Treer,US-OH-dayton~DE-augsburg,"), review());
    assertTrue(Files.notExists(inbox.resolve("registry/names.csv")));
  }

  @Test
  void readsOrganizationsAndCurrenciesAsTheyWereSettled() {
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/trade_contacts.csv",
        "contact_id,partnership_id,date,company,stage,value,currency",
        "T1,Nagaoka,2025-05-01,Acme Incorporated,deal,100,Yenn");
    Shell.write(
        inbox,
        "registry/names.csv",
        "column,member_id,written,meant",
        "company,,Acme Incorporated,Acme Inc.",
        "currency,US-TX-fort-worth,Yenn,JPY");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals(
        "company,currency\nAcme Inc.,JPY\n",
        counted("SELECT company, currency FROM raw_trade_contacts"));
  }
}
