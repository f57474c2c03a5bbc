package org.sistercityimpact.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.ContractFolder;

/** Adding a dataset is adding a contract: no Java knows its name. */
class NewDatasetTest {
  @TempDir Path folder;

  @Test
  void aNewContractIsCheckedAndStoredLikeAnyOther() throws IOException {
    Path sql = copyOf(Network.SQL);
    Files.writeString(
        sql.resolve("contracts/gifts.schema.json"),
        """
        {
          "name": "gifts",
          "title": "Gifts",
          "description": "Gifts that partners exchanged.",
          "impact": { "kind": "submitted", "file_aliases": ["presents"] },
          "fields": [
            { "name": "gift_id", "type": "string", "title": "Gift id", "description": "An id.", "constraints": { "required": true }, "impact": { "fold": "id" } },
            { "name": "partnership_id", "type": "string", "title": "Partnership id", "description": "The tie.", "constraints": { "required": true } },
            { "name": "given", "type": "date", "title": "Given", "description": "When.", "constraints": { "required": true } },
            { "name": "worth_usd", "type": "number", "title": "Worth", "description": "Its price.", "constraints": { "maximum": 999.99 }, "impact": { "decimals": 2 } },
            { "name": "wrapped", "type": "boolean", "title": "Wrapped", "description": "Whether it was.", "trueValues": ["yes"], "falseValues": ["no"] }
          ],
          "primaryKey": ["gift_id"],
          "rules": [
            { "rule": "own_partnership", "field": "partnership_id" },
            { "rule": "in_reporting_year", "field": "given", "code": "outside-year", "message": "given ({given}) is not in {year}", "fix": "Correct it" }
          ]
        }
        """);
    Network network = new Network(folder.resolve("network"), ContractFolder.read(sql));
    network.put(
        "2025/US-TX-fort-worth/Presents.csv",
        """
        Gift ID,Partnership,partnership_id,given,worth usd,wrapped
        G1,,Trier,2025-05-05,12.50,yes
        G2,,Trier,2024-05-05,1000,no
        """);
    network.ingest();
    assertEquals(
        "2|US-TX-fort-worth|2025|G1|g1|US-TX-fort-worth~DE-trier|2025-05-05|12.50|true",
        network.query("SELECT * EXCLUDE (submission_id) FROM raw_gifts"));
    assertEquals(
        """
        2025/US-TX-fort-worth/Presents.csv|null|B|unknown-column|warning
        2025/US-TX-fort-worth/Presents.csv|2|C|partner-by-name|assumed
        2025/US-TX-fort-worth/Presents.csv|3|E|above-maximum|error
        2025/US-TX-fort-worth/Presents.csv|3|D|outside-year|error"""
            .strip(),
        network.problems());
  }

  private Path copyOf(Path sql) throws IOException {
    Path copy = folder.resolve("sql");
    for (String part : new String[] {"contracts", "reference"}) {
      Files.createDirectories(copy.resolve(part));
      try (Stream<Path> files = Files.list(sql.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(part).resolve(file.getFileName().toString()));
        }
      }
    }
    return copy;
  }
}
