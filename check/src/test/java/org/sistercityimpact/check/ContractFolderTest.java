package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.FaultyContract;
import org.sistercityimpact.check.contract.Field;

class ContractFolderTest {
  private static final Path SQL = Path.of(System.getProperty("impact.home")).resolve("sql");
  private static final String GOOD =
      """
      { "name": "songs", "title": "Songs", "description": "d", "impact": { "kind": "submitted" },
        "fields": [
          { "name": "song", "type": "string", "title": "Song", "description": "d", "impact": { "fold": "name" } },
          { "name": "price", "type": "number", "title": "Price", "description": "d", "constraints": { "maximum": 99.99 }, "impact": { "decimals": 2 } } ],
        "primaryKey": ["song"],
        "rules": [] }
      """;

  @TempDir Path folder;

  private Contracts read(String contract) throws IOException {
    Files.createDirectories(folder.resolve("reference"));
    Files.createDirectories(folder.resolve("contracts"));
    Files.writeString(folder.resolve("contracts/songs.schema.json"), contract);
    return ContractFolder.read(folder);
  }

  private String refusal(String contract) {
    String message = assertThrows(FaultyContract.class, () -> read(contract)).getMessage();
    return message.replace(folder.toString(), "sql");
  }

  @Test
  void everyContractOfTheMethodIsThere() {
    assertEquals(
        "[awards, briefs, budgets, calendar, confirmed, events, exchanges, highlights, members, names, network_highlights, office, partnerships, populations, surveys, trade_contacts, volunteer_hours]",
        ContractFolder.read(SQL).all().stream().map(Contract::name).toList().toString());
  }

  @Test
  void everyFieldIsDescribedAndPersonalOnesAreMarked() {
    StringBuilder personal = new StringBuilder();
    for (Contract contract : ContractFolder.read(SQL).all()) {
      for (Field field : contract.fields()) {
        assertTrue(field.names().description().length() > 5, contract.name() + "." + field.name());
        if (field.personal()) {
          personal.append(contract.name()).append('.').append(field.name()).append(' ');
        }
      }
    }
    assertEquals(
        "surveys.respondent trade_contacts.contact_name trade_contacts.contact_email volunteer_hours.volunteer ",
        personal.toString());
  }

  @Test
  void theHashFollowsTheFiles() throws IOException {
    assertNotEquals(read(GOOD).sha256(), read(GOOD.replace("99.99", "98.99")).sha256());
    assertEquals(read(GOOD).sha256(), read(GOOD).sha256());
  }

  @Test
  void whatWouldSilentlyNeverSpeakIsRefused() {
    String file = "sql/contracts/songs.schema.json";
    assertEquals(
        "Cannot read contract '%s': it speaks of a field 'singer' that it does not have (add it)"
            .formatted(file),
        refusal(GOOD.replace("[\"song\"]", "[\"singer\"]")));
    assertEquals(
        "Cannot read contract '%s': there is no rule 'rhymes' (use not_before, in_reporting_year, at_most, at_most_days_between, needs_value, needs_one_of, exactly_one_of, default_from, maximum_when, told_unless, own_partnership, in_currency, id_of_member, id_names, differs or known_member)"
            .formatted(file),
        refusal(GOOD.replace("\"rules\": []", "\"rules\": [{\"rule\": \"rhymes\"}]")));
    assertEquals(
        "Cannot read contract '%s': 'text' is not a type (use one of [string, integer, number, year, date, boolean])"
            .formatted(file),
        refusal(GOOD.replace("\"type\": \"string\"", "\"type\": \"text\"")));
    assertEquals(
        "Cannot read contract '%s': field 'song' names the code list 'keys', which is not there (add sql/reference/keys.csv or correct the name)"
            .formatted(file),
        refusal(GOOD.replace("\"fold\": \"name\"", "\"reference\": \"keys\"")));
    assertEquals(
        "Cannot read contract '%s': joined_from of field 'song' has a part without headers, or one part alone (write a list of headers for each of two or more parts)"
            .formatted(file),
        refusal(GOOD.replace("\"fold\": \"name\"", "\"joined_from\": [[\"Verse\"]]")));
    assertEquals(
        "Cannot read contract '%s': it is called 'tunes' inside (name the file tunes.schema.json)"
            .formatted(file),
        refusal(GOOD.replace("\"name\": \"songs\"", "\"name\": \"tunes\"")));
    assertEquals(
        "Cannot read contract '%s': 'title' is missing (add it as a text)".formatted(file),
        refusal(GOOD.replace("\"title\": \"Price\",", "")));
    assertTrue(
        refusal("{\n\"name\": }")
            .startsWith(
                "Cannot read contract '%s': it is not JSON in line 2 (mend the line: "
                    .formatted(file)));
  }
}
