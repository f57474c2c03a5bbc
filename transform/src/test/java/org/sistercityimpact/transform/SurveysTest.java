package org.sistercityimpact.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.transform.RawNetwork.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.transform.RawNetwork.Transformed;

/** What the method says about surveys. Expected intervals are those of SciPy 1.17. */
class SurveysTest {
  @TempDir Path folder;

  private final List<Map<String, Object>> answers = new ArrayList<>();

  /** Respondents 1 to {@code people}, each before at 2 or 3 and after it by the change given. */
  private void pairs(String exchange, int people, IntUnaryOperator change) {
    for (int i = 1; i <= people; i++) {
      int before = 2 + i % 2;
      answer(exchange, "r" + i, "pre", before);
      answer(exchange, "r" + i, "post", before + change.applyAsInt(i));
    }
  }

  private void answer(String exchange, String respondent, String wave, Integer q1) {
    answers.add(
        row("exchange_id", exchange, "respondent", respondent, "wave", wave, "q1", q1, "q2", 3));
  }

  private Transformed transformed() throws IOException {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<String, Object>[] rows = answers.toArray(new Map[0]);
    Transformed done =
        new RawNetwork(folder)
            .member("a", "TX", 120_000)
            .member("b", "OK", 30_000)
            .tie("a~DE", "a", "DE")
            .tie("a~FR", "a", "FR")
            .submit("a", 2024, "exchanges", exchange("old", "a~FR", "2024-11-02", "sports"))
            .submit("a", 2025, "exchanges", exchange("x", "a~DE", "2025-05-01", "youth"))
            .submit("a", 2025, "surveys", rows)
            .transform();
    assertEquals(List.of(), done.report().failed());
    return done;
  }

  private static Map<String, Object> exchange(String id, String tie, String start, String purpose) {
    Map<String, Object> cells =
        row("exchange_id", id, "partnership_id", tie, "direction", "outbound", "purpose", purpose);
    cells.putAll(row("start_date", start, "nights", 3, "people", 20));
    return cells;
  }

  @Test
  void changeIsTheMeanOfPairsWithItsStudentInterval() throws IOException {
    int[] changes = {1, 2, 0, -1, 1, 1, 2, 0, 1, 3};
    pairs("x", 10, i -> changes[i - 1]);
    Transformed done = transformed();
    String expected = " 0.1740 1.0000 1.8260 10 value";

    assertEquals(expected, done.metric("survey_change_q1", 2025, "network"));
    assertEquals(
        "OK - - - 0 not_reported\nTX" + expected, done.metric("survey_change_q1", 2025, "state"));
    assertEquals(
        "a" + expected + "\nb - - - 0 not_reported",
        done.metric("survey_change_q1", 2025, "member"));
    assertEquals(
        "a~DE" + expected + "\na~FR - - - 0 not_applicable",
        done.metric("survey_change_q1", 2025, "partnership"));
    assertEquals(
        "DE" + expected + "\nFR - - - 0 not_applicable",
        done.metric("survey_change_q1", 2025, "partner_country"));
    assertEquals(
        "youth" + expected,
        done.read(
            "SELECT key, low, central, high, n, status FROM metrics WHERE metric_id = 'survey_change_q1' AND level = 'purpose' AND data_year = 2025 AND n > 0"));
    assertEquals(" - - - 0 not_applicable", done.metric("survey_change_q3", 2025, "network"));
  }

  @Test
  void changeIsWithheldBelowTenPairs() throws IOException {
    pairs("x", 9, i -> 1);
    answer("x", "r10", "pre", 2);
    answer("x", "r10", "post", null);

    Transformed done = transformed();

    assertEquals(" - - - 9 withheld", done.metric("survey_change_q1", 2025, "network"));
    assertEquals(" - - - 0 not_reported", done.metric("survey_change_q1", 2024, "network"));
  }

  @Test
  void changeIsWithheldWhereAllAnsweredAlike() throws IOException {
    pairs("x", 12, i -> i % 2);

    Transformed done = transformed();

    assertEquals(
        " 0.1682 0.5000 0.8318 12 value", done.metric("survey_change_q1", 2025, "network"));
    assertEquals(" - - - 12 withheld", done.metric("survey_change_q2", 2025, "network"));
  }

  @Test
  void onlyBothWavesOfOneExchangeMakeAPair() throws IOException {
    pairs("x", 10, i -> i == 1 ? 1 : 2);
    answer("x", "only before", "pre", 1);
    answer("x", "only after", "post", 5);
    answer("x", "elsewhere", "pre", 1);
    answer("old", "elsewhere", "post", 5);

    assertEquals(
        " 1.6738 1.9000 2.1262 10 value",
        transformed().metric("survey_change_q1", 2025, "network"));
  }

  @Test
  void pairsOfAnEarlierExchangeCountForItsTieAndThoseOfAnUnknownOneForTheMember()
      throws IOException {
    pairs("OLD", 11, i -> i == 1 ? 0 : 1);
    pairs("unheard of", 12, i -> -1);

    Transformed done = transformed();

    assertEquals(
        "a -0.5177 -0.0870 0.3438 23 value\nb - - - 0 not_reported",
        done.metric("survey_change_q1", 2025, "member"));
    assertEquals(
        "a~DE - - - 0 not_applicable\na~FR 0.7065 0.9091 1.1116 11 value",
        done.metric("survey_change_q1", 2025, "partnership"));
    assertEquals(
        "sports 0.9091",
        done.read(
            "SELECT key, central FROM metrics WHERE metric_id = 'survey_change_q1' AND level = 'purpose' AND data_year = 2025 AND n > 0"));
  }

  @Test
  void intervalsOfManyPairsUseTheExpansionAboveTheTable() throws IOException {
    pairs("x", 250, i -> Math.min(i % 5 - 1, 2));

    assertEquals(
        " 0.6544 0.8000 0.9456 250 value",
        transformed().metric("survey_change_q1", 2025, "network"));
  }

  @Test
  void anExchangeThatNobodyKnowsIsNotNamedWhereItMayBeAPerson() throws IOException {
    for (String id :
        List.of(
            "EX-2025-9",
            "12",
            "ingrid@example.org",
            "(513) 555-0199",
            "2125550199",
            "Ingrid Ek 2",
            "Bo",
            "Åsa Öst 1")) {
      answer(id, "r1", "pre", 3);
    }

    assertEquals(
        """
        2 EX-2025-9
        3 12
        4 [an e-mail address]
        5 [a telephone number]
        6 [a telephone number]
        7 [a text that may name a person]
        8 [a text that may name a person]
        9 Åsa Öst 1""",
        transformed().read("SELECT source_row, value FROM problems ORDER BY source_row"));
  }
}
