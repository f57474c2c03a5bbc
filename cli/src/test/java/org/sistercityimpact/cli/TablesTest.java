package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;

/** What the tables of a warehouse are, as researchers ask for it. */
class TablesTest {
  @TempDir Path folder;
  private Path warehouse;

  @BeforeEach
  void aSmallNetwork() {
    warehouse = folder.resolve("warehouse");
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    Shell.write(inbox, "2025/US-TX-fort-worth/events.csv", "nothing to report");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
    Shell.run("transform", "--warehouse", warehouse).good();
  }

  @Test
  void everyColumnOfEveryTableIsDescribedAndEveryDescriptionIsOfAColumn() {
    String differing =
        """
        SELECT table_name, column_name, c.data_type, d.type
        FROM (SELECT * FROM information_schema.columns WHERE table_name NOT LIKE 'dictionary%') AS c
        FULL JOIN dictionary_columns AS d USING (table_name, column_name)
        WHERE c.data_type IS DISTINCT FROM d.type OR d.meaning = ''
        ORDER BY ALL""";
    assertEquals(
        "table_name,column_name,data_type,type\n",
        Shell.run("sql", "--warehouse", warehouse, "--format", "csv", differing).good().out());
  }

  @Test
  void aStatementMayBeginWithACommentOrComeFromAFileAndKeepsColumnsOfOneNameApart()
      throws IOException {
    String asked = "-- who?\nSELECT 1 AS id, 2 AS id";
    Path file = folder.resolve("asked.sql");
    Files.writeString(file, asked + ";\nSELECT NULL AS v UNION ALL SELECT 3 ORDER BY v DESC");
    String said = "[ {\n  \"id\" : 1,\n  \"id_2\" : 2\n} ]\n";
    assertEquals(said, Shell.run("sql", asked, "--warehouse", warehouse, "--json").good().out());
    assertEquals(
        "id,id\n1,2\nv\n3\n\n",
        Shell.run("sql", "--file", file, "--warehouse", warehouse, "--format", "csv").good().out());
    assertEquals(
        "Cannot read statements '%s': no such file (name a readable UTF-8 text)\n"
            .formatted(folder.resolve("none.sql")),
        Shell.run("sql", "--file", folder.resolve("none.sql"), "--warehouse", warehouse).err());
  }

  @Test
  void tellsWhatATableIsAndWhichThereAre() throws IOException {
    String all = Shell.run("tables", "--warehouse", warehouse).good().out();
    assertTrue(
        all.matches("(?s)to use +rows +what it is +zone\n.*members +2 +Members +tables\n.*"), all);
    assertTrue(all.indexOf("published_metrics") < all.indexOf("workings"), all);

    String one = Shell.run("tables", "MEMBER_STATUS", "--warehouse", warehouse).good().out();
    assertTrue(
        one.startsWith("member_status: Member status\n  One row   one row per member year"), one);
    assertTrue(one.contains("null = the calendar gives none"), one);
    JsonNode json =
        new ObjectMapper()
            .readTree(
                Shell.run("tables", "metrics", "--warehouse", warehouse, "--json").good().out());
    assertEquals("metric_id", json.at("/columns/0/name").asText());

    Said none = Shell.run("tables", "metric", "--warehouse", warehouse);
    assertEquals(2, none.code());
    assertEquals(
        "Cannot describe table 'metric': the warehouse has none of that name ('impact tables' lists all)\n",
        none.err());
  }
}
