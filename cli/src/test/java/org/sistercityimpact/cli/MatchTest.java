package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that the registry does not know are settled once, by a person. */
class MatchTest {
  private static final String HEADER =
      "\uFEFFcolumn,member_id,written,meant,proposals,cells,file,row,answered_by,note\r\n";

  @TempDir static Path once;
  @TempDir Path folder;

  private Path inbox;
  private Path warehouse;
  private Path file;

  @BeforeAll
  static void aCityThatWritesInItsOwnWay() {
    Path inbox = Shell.smallInbox(once.resolve("inbox"));
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,people",
        "E1,Treer,virtual,youth,2025-05-01,3",
        "E2,Mosel friends,virtual,youth,2025-05-02,3",
        "E3,Nagaoka,virtual,youth,2025-05-03,3");
    Shell.run("ingest", inbox, "--warehouse", once.resolve("warehouse")).good();
  }

  @BeforeEach
  void copyIt() throws IOException {
    Shell.copy(once, folder);
    inbox = folder.resolve("inbox");
    warehouse = folder.resolve("warehouse");
    file = folder.resolve("unclear.csv");
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
            + ",3,,\r\n"
            + "partnership_id,US-TX-fort-worth,Treer,,US-TX-fort-worth~DE-trier,1,"
            + from
            + ",2,,\r\n",
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

  /** Three spellings of one club, two clubs that are not, and a firm. */
  private void organizations() {
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,people,co_organizers",
        "E1,Nagaoka,virtual,youth,2025-05-01,3,Rotary Club of Fort Worth; Lions Club North",
        "E2,Nagaoka,virtual,youth,2025-05-02,3,rotary club of fort worth; Lions Club South",
        "E3,Nagaoka,virtual,youth,2025-05-03,3,Walker School",
        "E4,Nagaoka,virtual,youth,2025-05-03,3,Walker School");
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/events.csv",
        "event_id,partnership_id,date,title,purpose,attendance,method,co_organizers",
        "V1,Nagaoka,2025-05-01,Fest,cultural,30,count,Rotary Clb Fort Worth; Walter School",
        "V2,Nagaoka,2025-05-02,Fest,cultural,30,count,Rotary Clb Fort Worth");
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/trade_contacts.csv",
        "contact_id,partnership_id,date,company,stage",
        "T1,Nagaoka,2025-05-01,Example Tools Inc.,lead",
        "T2,Nagaoka,2025-05-02,Exampel Tools,lead");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
  }

  private String organizationsCounted() {
    Shell.run("transform", "--warehouse", warehouse).good();
    return counted(
        "SELECT central FROM metrics WHERE metric_id = 'collaborating_organizations' AND data_year = 2025 AND level = 'network'");
  }

  @Test
  void listsOrganizationsThatMayBeOneAndCountsThemAsItIsAnswered() throws IOException {
    organizations();
    assertEquals(
        "1 name matched, 0 unclear\n3 organizations near another of the same member, and counted apart: fill in what is meant, or 'different'\n",
        match());
    assertEquals(
        HEADER
            + "co_organizers,US-TX-fort-worth,Rotary Clb Fort Worth,,Rotary Club of Fort Worth,2,2025/US-TX-fort-worth/events.csv,2,,\r\n"
            + "company,US-TX-fort-worth,Exampel Tools,,Example Tools Inc.,1,2025/US-TX-fort-worth/trade_contacts.csv,3,,\r\n"
            + "co_organizers,US-TX-fort-worth,Walter School,,Walker School,1,2025/US-TX-fort-worth/events.csv,2,,\r\n",
        review());
    assertEquals("central\n6.0000\n", organizationsCounted());

    Files.writeString(
        file,
        review()
            .replace("Clb Fort Worth,,", "Clb Fort Worth,ROTARY club of Fort Worth,")
            .replace("Walter School,,", "Walter School,Different,"));
    String out = match();
    assertTrue(out.contains("2 answers kept in "), out);
    assertEquals(
        "column,member_id,written,meant,answered_by,note\r\n"
            + "co_organizers,US-TX-fort-worth,Rotary Clb Fort Worth,Rotary Club of Fort Worth,Ada Example,\r\n"
            + "co_organizers,US-TX-fort-worth,Walker School,Walker School,Ada Example,another than Walter School\r\n"
            + "co_organizers,US-TX-fort-worth,Walter School,Walter School,Ada Example,\r\n",
        Files.readString(inbox.resolve("registry/names.csv")));
    assertTrue(review().contains("Exampel Tools") && !review().contains("School"), review());

    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals("central\n5.0000\n", organizationsCounted());
    assertEquals(
        "source_row,value\n2,Rotary Clb Fort Worth; Walter School\n3,Rotary Clb Fort Worth\n",
        counted(
            "SELECT source_row, value FROM problems WHERE code IN ('name-settled', 'settles-nothing') ORDER BY source_row"));
    String next = match();
    assertTrue(next.startsWith("3 names matched, 0 unclear\n1 organization near"), next);

    String figure =
        Shell.run("trace", "collaborating_organizations", "--warehouse", warehouse).good().out();
    assertTrue(
        figure.contains("\nRead as registry/names.csv says: 2 cells\n")
            && figure.contains(
                "  Rotary Clb Fort Worth                 Rotary Club of Fort Worth                 co_organizers    3  2025/US-TX-fort-worth/events.csv      1  Ada Example\n"),
        figure);
    String row =
        Shell.run(
                "trace",
                "--file",
                "2025/US-TX-fort-worth/events.csv",
                "--row",
                3,
                "--warehouse",
                warehouse)
            .good()
            .out();
    assertTrue(
        row.contains(
            "co_organizers is 'Rotary Clb Fort Worth', read as Rotary Club of Fort Worth: registry/names.csv says so (Ada Example)\n"),
        row);
  }

  @Test
  void letsANewSpellingOfASettledNameBeAskedOfAndLeadsOldAnswersOn() throws IOException {
    organizations();
    match();
    Files.writeString(
        file, review().replace("Clb Fort Worth,,", "Clb Fort Worth,Rotary Club of Fort Worth,"));
    match();
    // The right name is another one after all.
    Files.writeString(
        file,
        "column,member_id,written,meant\nco_organizers,US-TX-fort-worth,Rotary Club of Fort Worth,Walker School\n");
    match();
    String names = Files.readString(inbox.resolve("registry/names.csv"));
    assertTrue(names.contains("Rotary Clb Fort Worth,Walker School,"), names);
    assertTrue(names.contains("Rotary Club of Fort Worth,Walker School,"), names);
    Files.writeString(
        file,
        "column,member_id,written,meant\nco_organizers,US-TX-fort-worth,Walker School,Rotary Clb Fort Worth\n");
    Shell.Said circle = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
    assertEquals(1, circle.code());
    assertTrue(circle.err().contains("leads back to the name itself"), circle.err());
  }

  @Test
  void showsTheCellOfAHiddenNameAndTakesItsTextFromWhoHasTheFile() throws IOException {
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,people",
        "E1,Nagaoka,virtual,youth,2025-05-01,3");
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/trade_contacts.csv",
        "contact_id,partnership_id,date,company,contact_name,stage",
        "T1,Mosel Friends,2025-05-01,Acme,Ada Example,lead",
        "T2,Ada Example,2025-05-02,Acme,Ada Example,lead",
        "T3,Nagaoka,2025-05-02,Acme,Ada Example,lead");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    String out = match();
    assertTrue(out.contains("2 unclear cells by file and row alone: "), out);
    String from = "2025/US-TX-fort-worth/trade_contacts.csv";
    String rows =
        HEADER
            + "partnership_id,US-TX-fort-worth,,,,1,"
            + from
            + ",2,,\r\npartnership_id,US-TX-fort-worth,,,,1,"
            + from
            + ",3,,\r\n";
    assertEquals(rows, review());

    String answered = "worth,,US-TX-fort-worth~DE-trier,,1," + from + ",2,";
    Files.writeString(file, review().replace("worth,,,,1," + from + ",2,", answered));
    Shell.Said said = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
    assertTrue(said.err().contains("the row does not say what is written there"), said.err());
    assertTrue(review().contains(answered), review());

    Files.writeString(
        file, review().replace(answered, answered.replace("worth,,US", "worth,Mosel Friends,US")));
    out = match();
    assertTrue(out.contains("1 answer kept"), out);
    assertTrue(!review().contains(from + ",2") && review().contains(from + ",3"), review());
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals(
        "contact_id,partnership_id\nT1,US-TX-fort-worth~DE-trier\nT3,US-TX-fort-worth~JP-nagaoka\n",
        counted("SELECT contact_id, partnership_id FROM raw_trade_contacts ORDER BY contact_id"));
    assertTrue(match().contains("1 unclear cell by file and row alone"));
    Shell.run("transform", "--warehouse", warehouse).good();
    String trace = Shell.run("trace", "trade_leads", "--warehouse", warehouse).good().out();
    assertTrue(
        trace.contains("  a text that may name a person")
            || trace.contains("[a text that may name"),
        trace);
    assertTrue(!trace.contains("Mosel"), trace);
  }

  @Test
  void readsWhatSpreadsheetsMakeOfItsFiles() throws IOException {
    Shell.write(
        inbox,
        "registry/names.csv",
        "\uFEFF\"Member\";\"Written\";\"Column name\";\"Meant\";\"by\";\"checked\"",
        "US-TX-fort-worth;\"Mosel; \"\"M\"\"\";partnership_id;US-TX-fort-worth~DE-trier;Bo;yes");
    match();
    // Semicolons, Windows letters, columns in another order.
    Files.write(
        file,
        "meant;member_id;written;column\r\nUS-TX-fort-worth~DE-trier;US-TX-fort-worth;Treer;Partnership ID\r\n;;;\r\nUS-TX-fort-worth~DE-trier;US-TX-fort-worth;Möselfreunde;partnership_id\r\n"
            .getBytes(java.nio.charset.Charset.forName("windows-1252")));
    Shell.Said said = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
    assertTrue(
        said.err()
            .contains(
                "partnership_id 'Möselfreunde' of US-TX-fort-worth: no unclear name of the member is written so"),
        said.err());
    assertEquals(
        "column,member_id,written,meant,answered_by,note,checked\r\n"
            + "partnership_id,US-TX-fort-worth,\"Mosel; \"\"M\"\"\",US-TX-fort-worth~DE-trier,Bo,,yes\r\n"
            + "partnership_id,US-TX-fort-worth,Treer,US-TX-fort-worth~DE-trier,,,\r\n",
        Files.readString(inbox.resolve("registry/names.csv")));
    assertTrue(review().contains("Möselfreunde,US-TX-fort-worth~DE-trier"), review());
  }

  @Test
  void leavesFilesAloneThatItCannotReadAsAnswers() throws IOException {
    match();
    for (String text :
        new String[] {
          "a,b\n1,2\n",
          "column,member_id,written,meant\npartnership_id,US-TX-fort-worth,\"Treer,US-TX-fort-worth~DE-trier\n",
          "PK\u0003\u0004 not a text"
        }) {
      for (Path each : new Path[] {file, inbox.resolve("registry/names.csv")}) {
        Files.deleteIfExists(file);
        Files.writeString(each, text);
        Shell.Said said = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
        assertEquals(2, said.code(), said.err());
        assertTrue(said.err().startsWith("Cannot read answers in '" + each), said.err());
        assertEquals(text, Files.readString(each));
        Files.deleteIfExists(each);
      }
    }
    Path kept = Shell.write(inbox, "registry/names.csv", "column,member_id,written,meant");
    Shell.Said itself = Shell.run("match", inbox, "--warehouse", warehouse, "--file", kept);
    assertEquals(2, itself.code());
    assertTrue(itself.err().contains("name a file outside of it"), itself.err());
    assertEquals("column,member_id,written,meant\n", Files.readString(kept));

    Shell.write(inbox, "registry/settled-names.csv", "column,member_id,written,meant");
    Shell.Said said = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
    assertEquals(2, said.code());
    assertTrue(
        said.err().contains("the registry has them in 'settled-names.csv', too"), said.err());
  }

  @Test
  void refusesAnswersThatSayTwoThingsOrOfNobodysMember() throws IOException {
    match();
    Files.writeString(
        file,
        "column,member_id,written,meant\n"
            + "partnership_id,US-TX-fort-worth,Treer,US-TX-fort-worth~DE-trier\n"
            + "partnership_id,us-tx-fort-worth,TREER,US-TX-fort-worth~JP-nagaoka\n"
            + "partnership_id,US-XX-nowhere,Mosel friends,US-TX-fort-worth~DE-trier\n"
            + "partnership_id,,Mosel friends,US-TX-fort-worth~DE-trier\n"
            + "partner,US-TX-fort-worth,Mosel friends,US-TX-fort-worth~DE-trier\n"
            + "co_organizers,US-TX-fort-worth,Mosel friends,different\n"
            + "partnership_id,US-TX-fort-worth,Mosel friends, \n");
    Shell.Said said = Shell.run("match", inbox, "--warehouse", warehouse, "--file", file);
    assertEquals(1, said.code());
    assertEquals(6, said.err().lines().count(), said.err());
    assertTrue(Files.notExists(inbox.resolve("registry/names.csv")));
    // All are there still, to be corrected; what is twice, once.
    assertEquals(1 + 6, review().lines().count(), review());
  }

  @Test
  void takesNamesWithMarksOfDirectionAndSuchAsLookLikeFormulas() throws IOException {
    Shell.write(
        inbox,
        "2025/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,people,co_organizers",
        "E1,\u202eTre\u200ber,virtual,youth,2025-05-01,3,",
        "E2,=1+1,virtual,youth,2025-05-02,3,",
        "E3,Nagaoka,virtual,youth,2025-05-02,3,",
        "E4,\uff1d2+2,virtual,youth,2025-05-02,3,");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    match();
    assertTrue(review().contains(",'=1+1,") && review().contains(",Treer,"), review());
    assertTrue(review().contains(",'\uff1d2+2,"), review());
    Files.writeString(
        file,
        review()
            .replace(",'=1+1,,", ",'=1+1,US-TX-fort-worth~JP-nagaoka,")
            .replace(",'\uff1d2+2,,", ",'\uff1d2+2,US-TX-fort-worth~JP-nagaoka,")
            .replace(",Treer,,", ",Treer,US-TX-fort-worth~DE-trier,"));
    match();
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertEquals(
        "exchange_id,partnership_id\nE1,US-TX-fort-worth~DE-trier\nE2,US-TX-fort-worth~JP-nagaoka\nE3,US-TX-fort-worth~JP-nagaoka\nE4,US-TX-fort-worth~JP-nagaoka\n",
        counted(
            "SELECT DISTINCT exchange_id, partnership_id FROM raw_exchanges ORDER BY exchange_id"));
    assertEquals(
        "n\n0\n", counted("SELECT COUNT(*) AS n FROM problems WHERE code = 'settles-nothing'"));
  }

  @Test
  void listsAgainWhatAnAnswerHasNotHelped() throws IOException {
    Shell.write(
        inbox,
        "registry/names.csv",
        "column,member_id,written,meant",
        "partnership_id,US-TX-fort-worth,Treer,US-OH-dayton~DE-augsburg");
    assertTrue(match().contains("1 unclear"), "the next ingest reads by it");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    assertTrue(match().contains("2 unclear"), "it did not help");
    assertTrue(review().contains(",Treer,"), review());
  }
}
