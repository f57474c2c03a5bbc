package org.sistercityimpact.reports.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.FiguresTest;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

/** The network's five sentences, over what there may be and what may be missing. */
class NationalSentencesTest {
  private static final Words ENGLISH = Words.of("en");
  private static final Words SPANISH = Words.of("es");
  private static final List<Object> NUMBERS =
      List.of(0, 1, 2_527, MetricStatus.NOT_REPORTED, MetricStatus.WITHHELD);
  private static final List<Object> DOLLARS =
      List.of(0, 100, 5_015_619, MetricStatus.NOT_REPORTED, MetricStatus.NOT_COMPUTED);

  @Test
  void tellsAFullYear() {
    Map<String, Object> year = new HashMap<>();
    year.put("partnerships_active", 258);
    year.put("countries", 82);
    year.put("people_in", 2_527);
    year.put("people_out", 1_642);
    year.put("attendance", 103_499);
    year.put("volunteer_hours", 10_948);
    year.put("cost_total", 5_015_619);
    year.put("cost_city", 2_844_760);
    year.put("visitor_spend_direct", 800_000);
    year.put("event_spend_direct", 140_000);
    assertEquals(
        List.of(
            "None of the 0 members of the sister city network reported for 2025; together members have 258 active partnerships in 82 countries.",
            "2,527 visitors came from partner communities, and 1,642 residents visited them.",
            "Events drew an attendance of 103,499, and volunteers gave 10,948 hours.",
            "The programs cost $5,015,619 in money and in kind, of which cities paid $2,844,760.",
            "In the communities that hosted them, visitors are estimated to have spent $400,000 to $1.4 million, and event guests $70,000 to $250,000."),
        said(ENGLISH, year));
  }

  @Test
  void tellsWhatIsMissing() {
    assertEquals(
        List.of(
            "How many people came and went: not known.",
            "Attendance at events: not known; the hours that volunteers gave: not known.",
            "What the programs cost: not known.",
            "What people from outside spent: not known."),
        said(ENGLISH, Map.of()).subList(1, 5));
  }

  @Test
  void isRightForEveryCombinationInBothLanguages() {
    int tried = 0;
    for (Words words : List.of(ENGLISH, SPANISH)) {
      for (Object one : NUMBERS) {
        for (Object other : NUMBERS) {
          for (Object online : List.of(0, 1, 5, MetricStatus.NOT_REPORTED)) {
            Map<String, Object> year = new HashMap<>();
            year.put("people_in", one);
            year.put("people_out", other);
            year.put("people_virtual", online);
            year.put("attendance", one);
            year.put("volunteer_hours", other);
            year.put("partnerships_active", one);
            year.put("countries", other);
            List<String> said = said(words, year);
            said.forEach(NationalSentencesTest::read);
            for (Object number : List.of(one, other)) {
              if (isSome(number)) {
                tells(said.get(1), (Integer) number, words);
                tells(said.get(2), (Integer) number, words);
              }
            }
            tried++;
          }
        }
      }
      for (Object one : DOLLARS) {
        for (Object other : DOLLARS) {
          Map<String, Object> year = new HashMap<>();
          year.put("cost_total", one);
          year.put("cost_city", other);
          year.put("visitor_spend_direct", one);
          year.put("event_spend_direct", other);
          List<String> said = said(words, year);
          said.forEach(NationalSentencesTest::read);
          if (isSome(one)) {
            tells(said.get(3), (Integer) one, words);
          }
          assertEquals(isSome(one) || isSome(other), said.get(4).contains("$"), said.get(4));
          tried++;
        }
      }
    }
    assertEquals(2 * (5 * 5 * 4 + 5 * 5), tried);
  }

  private static boolean isSome(Object value) {
    return value instanceof Integer number && number > 0;
  }

  private static void tells(String sentence, int number, Words words) {
    assertTrue(sentence.contains(words.numbers().count(number)), sentence);
  }

  /** One sentence, whole, without a trace of how it was made. */
  private static void read(String sentence) {
    assertTrue(sentence.matches("[\\p{Lu}0-9].*[^.]\\."), sentence);
    assertFalse(sentence.matches(".*([{}_']|null|  | [,;.]|\\.\\.).*"), sentence);
    assertFalse(sentence.matches(".*\\$0\\b(?!\\.).*"), sentence);
    assertFalse(
        sentence.matches(
            ".*(?<![,.0-9])1 (visitors|residents|people|hours|countries|visitantes|residentes|horas|países)\\b.*"),
        sentence);
  }

  private static List<String> said(Words words, Map<String, Object> year) {
    Map<Metric.Key, Metric> metrics = new HashMap<>();
    year.forEach(
        (id, value) ->
            metrics.put(
                new Metric.Key(id, 2025, Level.NETWORK, ""),
                value instanceof MetricStatus status
                    ? new Metric(at(id), Amount.NONE, 0, status, 0)
                    : metric(id, new BigDecimal(value.toString()))));
    ReportData data = FiguresTest.data(metrics);
    return new NationalSentences(new Figures(data, words), new Coverage(data, words))
        .all().stream().map(Printed::text).toList();
  }

  private static Metric metric(String id, BigDecimal central) {
    boolean estimate = id.endsWith("_direct");
    BigDecimal low = estimate ? central.divide(BigDecimal.valueOf(2)) : central;
    BigDecimal high = estimate ? central.multiply(new BigDecimal("1.8")) : central;
    return new Metric(at(id), new Amount(low, central, high), 1, MetricStatus.VALUE, 0);
  }

  private static Metric.Key at(String id) {
    return new Metric.Key(id, 2025, Level.NETWORK, "");
  }
}
