package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and months as programs print them and people type them. */
class WrittenDatesTest {
  private static Submission event(String date) {
    return Submission.of(
        "events",
        "event_id,date,title,purpose,attendance,method\nV1,\"%s\",Fair,cultural,12,count\n"
            .formatted(date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5/13/2025 at 10:30 AM",
        "5/13/2025 10am",
        "May 13, 2025 10:30 AM CST",
        "2025-05-13 10:30:00 UTC",
        "2025-05-13 10:30:00 +0000 UTC",
        "2025-05-13T10:30:00-05:00[America/Chicago]",
        "Tue May 13 2025 00:00:00 GMT-0500 (Central Daylight Time)",
        "Tue May 13 10:30:00 UTC 2025",
        "Tue, 13 May 2025 23:30:00 +0000",
        "May 13, 2025?",
        "5/13/2025*",
        "~5/13/2025",
        "ca. 5/13/2025",
        "5/13/2025 (est)",
        "(5/13/2025)",
        "5_13_2025",
        "2025_05_13",
        "13MAY2025",
        "May13,2025",
        "5/\u200b13/2025",
        "2025年5月13日(火)",
      })
  void readsTheThirteenthOfMay(String date) {
    Submission file = event(date);
    assertEquals(List.of("date-read"), file.details().stream().map(Problem::code).toList());
    assertEquals("2025-05-13", file.rows().get(0).split("\\|")[4]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "May 13-18, 2025|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "May 13–18|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "13-18 May 2025|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "5/13/2025 - 5/18/2025|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "5/13/2025-5/18/2025|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "2025-05-13 to 2025-05-18|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "2025-05-13/2025-05-18|Write 2025-05-13 or 2025-05-18, whichever is meant",
        "May 20 - June 3, 2025|Write 2025-05-20 or 2025-06-03, whichever is meant",
        "4/5/2025 - 4/9/2025|Write it as YYYY-MM-DD, such as 2025-05-13",
        "early May|Write it as YYYY-MM-DD, such as 2025-05-13",
      })
  void namesTheTwoEndsOfARange(String date, String fix) {
    assertEquals(fix, event(date).details().get(0).fix());
  }

  @ParameterizedTest
  @ValueSource(strings = {"'2025-05", "2025–05", "2025‑05", "２０２５－０５", "5–2025"})
  void readsAMonthWhateverItsDash(String month) {
    Submission file =
        Submission.of(
            "volunteer_hours",
            "volunteer,month,activity,hours\nV-1,%s,events,3\n".formatted(month));
    assertEquals(List.of("2|V-1||2025-05|events|3.00|"), file.rows());
  }
}
