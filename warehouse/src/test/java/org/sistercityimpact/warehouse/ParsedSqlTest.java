package org.sistercityimpact.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ParsedSqlTest {
  @Test
  void tellsWhichTablesAStatementReads() {
    assertEquals(Set.of("a", "b", "c"), tables("SELECT * FROM A, b WHERE n IN (SELECT n FROM c)"));
    assertEquals(Set.of("a", "b"), tables("FROM a UNION ALL (SELECT * FROM x.b)"));
    assertEquals(Set.of("a"), tables("SELECT 'FROM b' FROM a -- JOIN c"));
    assertEquals(Set.of(), tables("SELECT EXTRACT(year FROM DATE '2025-01-01')"));
    assertEquals(Set.of("a"), tables("EXPLAIN ANALYZE SELECT * FROM a"));
    assertEquals(Set.of("a"), tables("DESCRIBE a"));
  }

  @Test
  void whatAStatementNamesItselfIsNoTable() {
    assertEquals(
        Set.of("b"), tables("WITH a AS (SELECT * FROM b) SELECT * FROM a JOIN a AS c ON TRUE"));
    // The name is known only after its own text.
    assertEquals(Set.of("a"), tables("WITH a AS (SELECT * FROM a) SELECT * FROM a"));
    assertEquals(
        Set.of(),
        tables("WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) FROM n"));
    assertEquals(
        Set.of("a"), tables("SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) AS s, a"));
  }

  @Test
  void tellsAFaultAndWhatIsNoSelect() {
    assertEquals("syntax error at end of input", ParsedSql.of("SELECT n FROM").error());
    assertNull(ParsedSql.of("SELECT n FROM a").error());
    assertTrue(ParsedSql.of("DROP TABLE a").isOther());
    assertEquals(Set.of(), tables("SELECT n FROM"));
  }

  private static Set<String> tables(String text) {
    return ParsedSql.of(text).tables();
  }
}
