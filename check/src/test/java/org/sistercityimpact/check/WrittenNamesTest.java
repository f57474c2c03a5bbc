package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of partners and of columns as volunteers type them, and letters that were lost. */
class WrittenNamesTest {
  private static Submission visit(String partner, String people, String title) {
    return Submission.of(
        "exchanges",
        "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,%s,lodging\nE1,\"%s\",inbound,cultural,%s,2025-05-13,2025-05-18,12,hotel\n"
            .formatted(people, partner, title));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Trier sister city", "Trier Sister Cities", "Sister City Trier"})
  void readsTheTownOfASisterCity(String partner) {
    assertEquals("2", visit(partner, "people", "A").rows().get(0).split("\\|")[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Trier, NY", "Trier, TX", "Trier, OH", "Trier, New York"})
  void aTownInAStateIsNoPartner(String partner) {
    Submission file = visit(partner, "people", "A");
    assertEquals(List.of(), file.rows());
    assertEquals("unknown-partnership", file.details().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Treir", "Trier 2025", "Old Trier"})
  void proposesTheNameThatStandsInIt(String partner) {
    assertEquals(
        "Write US-TX-fort-worth~DE-trier", visit(partner, "people", "A").details().get(0).fix());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many people?",
        "Nbr of people",
        "No. People",
        "Count of people",
        "Número de personas",
        "Nº de personas",
        "Cantidad de personas",
        "Number of delegates",
      })
  void aHeaderThatCountsNamesWhatItCounts(String header) {
    assertEquals(1, visit("Trier", header, "A").rows().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Notes people", "Total nights", "Number of partners", "People %"})
  void anotherHeaderDoesNot(String header) {
    assertEquals(0, visit("Trier", header, "A").rows().size());
  }

  @ParameterizedTest
  @CsvSource({
    "Visita de N?mes,true",
    "?????? ? ?????,true",
    "Gda?sk,true",
    "Who comes?,false",
    "???,false",
    "https://a.org/x?y=z,false"
  })
  void tellsOfLettersThatBecameQuestionMarks(String title, boolean lost) {
    assertEquals(
        lost,
        visit("Trier", "people", title).details().stream()
            .anyMatch(problem -> problem.code().equals("broken-letters")));
  }

  @Test
  void aPlusBetweenNumbersIsNoUtf7() {
    Submission file =
        Submission.of(
            "budgets",
            "line_id,category,funded_by,amount_usd\nB1,staff,city,12\nB2,staff,city,1000+200\n");
    assertEquals(List.of("2|B1|staff|city|12.00|"), file.rows());
  }

  @Test
  void aSoftHyphenTellsNoIdsApart() {
    Submission file =
        Submission.of(
            "budgets",
            "line_id,category,funded_by,amount_usd\nB1,staff,city,12\nB\u00ad1,staff,city,12\n");
    assertEquals(1, file.rows().size());
    assertTrue(file.details().stream().anyMatch(p -> p.code().equals("duplicate-row")));
    assertFalse(file.rows().isEmpty());
  }
}
