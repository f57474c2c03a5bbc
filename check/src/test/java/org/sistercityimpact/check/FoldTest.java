package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FoldTest {
  @Test
  void comparesWithoutCaseSpacingOrForm() {
    assertEquals("strasse", Fold.text("STRASSE"));
    assertEquals("strasse", Fold.text("straße"));
    assertEquals("é", Fold.text("E\u0301"));
    assertEquals("a b", Fold.text(" \u00a0A \t\u2003 b\u200b"));
    assertEquals("a b", Fold.text("A  B"));
    assertEquals("ς".equals(Fold.text("Σ")), false);
    assertEquals(Fold.text("ς"), Fold.text("Σ"));
    assertEquals("", Fold.text(" "));
    assertEquals("e1", Fold.text("E1 "));
  }

  @Test
  void listsAreSortedAndEachItemCountsOnce() {
    assertEquals("lions;rotary", Fold.list("Rotary; Lions ;ROTARY;;"));
    assertEquals("rotary", Fold.list(" Rotary"));
    assertEquals("", Fold.list(" ; "));
  }

  @Test
  void headersAreTheirLettersAndDigits() {
    assertEquals("startdate", Fold.letters(" Start-Date (*): "));
    assertEquals("開始日1", Fold.letters("開始日 1"));
  }
}
