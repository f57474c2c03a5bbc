package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementsTest {
  @Test
  void aSemicolonEndsAStatementUnlessItIsQuotedOrInAComment() {
    assertEquals(List.of("SELECT 1", "SELECT 2"), Statements.of("SELECT 1;\nSELECT 2 ; ;"));
    assertEquals(List.of("SELECT 'it''s; so'"), Statements.of("SELECT 'it''s; so';"));
    assertEquals(List.of("SELECT \"a;b\""), Statements.of("SELECT \"a;b\""));
    assertEquals(List.of("SELECT 1 -- a; b\n" + "+ 2"), Statements.of("SELECT 1 -- a; b\n+ 2;"));
    assertEquals(List.of("SELECT /* ; */ 4 / 2 - 1"), Statements.of("SELECT /* ; */ 4 / 2 - 1;"));
  }

  @Test
  void commentsAloneAreNoStatement() {
    assertEquals(List.of(), Statements.of("-- nothing;\n/* at all; */ ;"));
  }

  @Test
  void whatIsLeftOpenEndsWithTheText() {
    assertEquals(List.of("SELECT 'a; b"), Statements.of("SELECT 'a; b"));
    assertEquals(List.of("SELECT 1 /* a; b"), Statements.of("SELECT 1 /* a; b"));
  }
}
