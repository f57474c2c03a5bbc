package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sistercityimpact.check.Registry.Member;

/** Each limit, on both of its sides: what mutation testing found that nothing else noticed. */
class LimitsTest {
  private static String codes(Submission file) {
    return file.details().stream().map(Problem::code).collect(Collectors.joining(" "));
  }

  private static Submission visit(
      String start, String end, String people, String nights, String spend) {
    return Submission.of(
        "exchanges",
        "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,nights,lodging,spend_usd\nX1,US-TX-fort-worth~DE-trier,inbound,cultural,%s,%s,%s,%s,hotel,%s\n"
            .formatted(start, end, people, nights, spend));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-05-01, 2025-07-30, ''", // 90 nights
    "2025-05-01, 2025-07-31, doubt",
    "2025-05-01, 2026-05-02, doubt", // 366
    "2025-05-01, 2026-05-03, impossible",
    "1899-12-31, 1900-01-02, date-out-of-range",
    "2025-05-01, 2101-01-01, date-out-of-range",
  })
  void aStayIsJudgedByItsDates(String start, String end, String expected) {
    assertEquals(expected, codes(visit(start, end, "2", "", "")));
  }

  @ParameterizedTest
  @CsvSource({
    // Two people, three nights: by the dates, where nights are empty; a day is one, too.
    "2025-05-01, 2025-05-04, '', 6000, ''",
    "2025-05-01, 2025-05-04, '', 6000.06, doubt",
    "2025-05-01, 2025-05-04, 2, 4000, ''",
    "2025-05-01, 2025-05-04, 2, 4000.04, doubt",
    "2025-05-01, 2025-05-01, '', 2000, ''",
    "2025-05-01, 2025-05-01, '', 2000.02, doubt",
  })
  void spendingIsJudgedByPersonAndNight(
      String start, String end, String nights, String spend, String expected) {
    assertEquals(expected, codes(visit(start, end, "2", nights, spend)));
  }

  @ParameterizedTest
  @CsvSource({"2024, ''", "2025, doubt", "2026, ''", "9999, ''", "45657, ''", "45658, doubt"})
  void aCountThatReadsAsTheYearOrAsOneOfItsDaysIsInDoubt(String attendance, String expected) {
    assertEquals(
        expected,
        codes(
            Submission.of(
                "events",
                "event_id,date,title,purpose,attendance,method\nE1,2025-05-01,Feast,cultural,%s,count\n"
                    .formatted(attendance))));
  }

  @Test
  void aMemberIsExpectedInItsFirstAndItsLastYear() {
    Member member = new Member("US-OR-bend", "Bend", 2015, 2023);
    assertFalse(member.expectedIn(2014));
    assertTrue(member.expectedIn(2015));
    assertTrue(member.expectedIn(2023));
    assertFalse(member.expectedIn(2024));
  }
}
