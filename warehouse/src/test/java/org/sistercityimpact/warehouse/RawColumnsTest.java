package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.contract.ContractReader;

class RawColumnsTest {
  private static final String SONGS =
      """
      { "name": "songs", "title": "Songs", "description": "d", "impact": { "kind": "submitted" },
        "fields": [
          { "name": "song", "type": "string", "title": "Song", "description": "d", "impact": { "fold": "name" } },
          { "name": "price", "type": "number", "title": "Price", "description": "d", "constraints": { "maximum": 99.99 }, "impact": { "decimals": 2 } } ] }
      """;

  @Test
  void idsStandBeforeTheFieldsAndKeysBehindThem() {
    assertEquals(
        "[Column[name=submission_id, type=VARCHAR], Column[name=source_row, type=INTEGER], Column[name=member_id, type=VARCHAR], Column[name=data_year, type=INTEGER], Column[name=song, type=VARCHAR], Column[name=song_key, type=VARCHAR], Column[name=price, type=DECIMAL(4,2)]]",
        RawColumns.of(ContractReader.read("songs.schema.json", SONGS, Set.of())).toString());
  }
}
