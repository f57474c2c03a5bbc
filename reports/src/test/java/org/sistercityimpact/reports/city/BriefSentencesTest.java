package org.sistercityimpact.reports.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.text.Figures;
import org.sistercityimpact.reports.text.FiguresTest;
import org.sistercityimpact.reports.text.PlaceFigures;
import org.sistercityimpact.reports.text.Printed;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

/** The three sentences over a brief, for all that can be there and can be missing. */
class BriefSentencesTest {
  private static final Words ENGLISH = Words.of("en");
  private static final Words SPANISH = Words.of("es");

  /** A number, or a status in its place. */
  private static final List<Object> PEOPLE =
      List.of(0, 1, 102, MetricStatus.NOT_REPORTED, MetricStatus.NOT_KNOWN, MetricStatus.WITHHELD);

  private static final List<Object> DOLLARS =
      List.of(
          0,
          7_000,
          1_234_567,
          MetricStatus.NOT_REPORTED,
          MetricStatus.NOT_COMPUTED,
          MetricStatus.WITHHELD);

  private static final List<String> GOVERNMENTS = List.of("city", "county", "state", "other");

  @Test
  void tellsAFullYear() {
    Map<String, Object> year = year();
    assertEquals(
        List.of(
            "In 2025, Seattle hosted 102 visitors and sent 98 residents abroad, in 7 of its 12 active partnerships.",
            "The city paid $187,081 of $493,550; gifts and grants added $1.51 for each city dollar.",
            "Visitors and event guests are estimated to have spent $17,000 to $62,000 here."),
        said(ENGLISH, year, "city", 7, 12));
    assertEquals(
        List.of(
            "En 2025, Seattle recibió a 102 visitantes y envió a 98 residentes al extranjero, en 7 de sus 12 hermanamientos activos.",
            "La ciudad pagó $187,081 de $493,550; donaciones y subvenciones añadieron $1.51 por cada dólar municipal.",
            "El gasto estimado de visitantes y asistentes a eventos aquí fue de $17,000 a $62,000."),
        said(SPANISH, year, "city", 7, 12));
  }

  @Test
  void namesWhoPaid() {
    assertEquals(
        "The county paid $187,081 of $493,550; gifts and grants added $1.51 for each county dollar.",
        said(ENGLISH, year(), "county", 0, 0).get(1));
    assertEquals(
        "The state paid $187,081 of $493,550; gifts and grants added $1.51 for each state dollar.",
        said(ENGLISH, year(), "state", 0, 0).get(1));
  }

  @Test
  void tellsAYearOfAlmostNothing() {
    Map<String, Object> year = new HashMap<>();
    year.put("people_in", 0);
    year.put("people_out", 40);
    year.put("cost_total", 100);
    year.put("cost_city", 0);
    year.put("visitor_spend_direct", 0);
    year.put("volunteer_hours", 205);
    assertEquals(
        List.of(
            "In 2025, Seattle sent 40 residents abroad and hosted no visitors, in its one active partnership.",
            "The program cost $100, of which the city paid nothing.",
            "Volunteers gave 205 hours."),
        said(ENGLISH, year, "city", 1, 1));
  }

  @Test
  void tellsWhatIsMissing() {
    assertEquals(
        List.of(
            "Seattle did not report its exchanges of 2025.",
            "The city did not report what the program cost.",
            "What people from outside spent: not reported."),
        said(ENGLISH, reportedNothing(), "city", 0, 0));
  }

  @Test
  void isRightForEveryCombinationInBothLanguages() {
    int tried = 0;
    for (Words words : List.of(ENGLISH, SPANISH)) {
      for (Object in : PEOPLE) {
        for (Object out : PEOPLE) {
          for (Object virtual : List.of(0, 5, MetricStatus.NOT_REPORTED)) {
            for (Object attendance : List.of(0, 1, 900, MetricStatus.NOT_REPORTED)) {
              Map<String, Object> year = new HashMap<>();
              year.put("people_in", in);
              year.put("people_out", out);
              year.put("people_virtual", virtual);
              year.put("attendance", attendance);
              String sentence = said(words, year, "city", 2, 3).get(0);
              read(sentence);
              tellsWhatIsThere(sentence, in, out);
              tried++;
            }
          }
        }
      }
      for (String government : GOVERNMENTS) {
        for (Object total : DOLLARS) {
          for (Object city : DOLLARS) {
            for (Object others :
                List.of(0, 2, MetricStatus.NOT_APPLICABLE, MetricStatus.NOT_REPORTED)) {
              Map<String, Object> year = new HashMap<>();
              year.put("cost_total", total);
              year.put("cost_city", city);
              year.put("other_funds_per_city_dollar", others);
              String sentence = said(words, year, government, 0, 0).get(1);
              read(sentence);
              if (total instanceof Integer dollars && dollars > 0 && city instanceof Integer) {
                assertTrue(sentence.contains(words.numbers().count(dollars)), sentence);
              }
              tried++;
            }
          }
        }
      }
      for (Object visitors : DOLLARS) {
        for (Object guests : DOLLARS) {
          for (Object hours : List.of(0, 1, 205, MetricStatus.NOT_REPORTED)) {
            for (Object attendance : List.of(0, 900, MetricStatus.NOT_REPORTED)) {
              Map<String, Object> year = new HashMap<>();
              year.put("visitor_spend_direct", visitors);
              year.put("event_spend_direct", guests);
              year.put("volunteer_hours", hours);
              year.put("attendance", attendance);
              year.put("people_in", 3);
              String sentence = said(words, year, "city", 0, 0).get(2);
              read(sentence);
              boolean some = isSome(visitors) || isSome(guests);
              assertEquals(some, sentence.contains("$"), sentence);
              tried++;
            }
          }
        }
      }
    }
    assertTrue(tried > 2_800, tried + " combinations");
  }

  private static boolean isSome(Object value) {
    return value instanceof Integer number && number > 0;
  }

  private static void tellsWhatIsThere(String sentence, Object in, Object out) {
    for (Object people : List.of(in, out)) {
      if (isSome(people)) {
        assertTrue(sentence.matches(".*\\b" + people + "\\b.*"), sentence);
      }
    }
  }

  /** One sentence, whole, without a trace of how it was made. */
  private static void read(String sentence) {
    assertTrue(sentence.matches("\\p{Lu}.*[^.]\\."), sentence);
    assertFalse(sentence.matches(".*([{}_]|null|  | [,;.]|\\.\\.).*"), sentence);
    assertFalse(sentence.matches(".*\\$0\\b(?!\\.).*"), sentence);
    assertFalse(sentence.matches(".*\\b1 (visitors|residents|people|hours)\\b.*"), sentence);
  }

  private static Map<String, Object> year() {
    Map<String, Object> year = new HashMap<>();
    year.put("people_in", 102);
    year.put("people_out", 98);
    year.put("cost_total", 493_550);
    year.put("cost_city", 187_081);
    year.put("other_funds_per_city_dollar", new BigDecimal("1.5109"));
    year.put("visitor_spend_direct", 29_562);
    year.put("event_spend_direct", 5_156);
    return year;
  }

  private static Map<String, Object> reportedNothing() {
    Map<String, Object> year = new HashMap<>();
    for (String metric :
        List.of(
            "people_in",
            "people_out",
            "cost_total",
            "cost_city",
            "visitor_spend_direct",
            "event_spend_direct",
            "volunteer_hours",
            "attendance")) {
      year.put(metric, MetricStatus.NOT_REPORTED);
    }
    return year;
  }

  private static List<String> said(
      Words words, Map<String, Object> year, String government, long active, long of) {
    Map<Metric.Key, Metric> metrics = new HashMap<>();
    year.forEach(
        (id, value) ->
            metrics.put(
                new Metric.Key(id, 2025, Level.MEMBER, "m"),
                value instanceof MetricStatus status
                    ? new Metric(at(id), Amount.NONE, 0, status, 0)
                    : metric(id, new BigDecimal(value.toString()))));
    Figures figures = new Figures(FiguresTest.data(metrics), words);
    PlaceFigures scope = figures.scope(Level.MEMBER, "m", "Seattle");
    return new ArrayList<>(
        new BriefSentences(figures, scope, "Seattle", government, new long[] {active, of})
            .all().stream().map(Printed::text).toList());
  }

  private static Metric metric(String id, BigDecimal central) {
    boolean estimate = id.endsWith("_direct");
    BigDecimal low = estimate ? central.divide(BigDecimal.valueOf(2)) : central;
    BigDecimal high = estimate ? central.multiply(new BigDecimal("1.8")) : central;
    return new Metric(at(id), new Amount(low, central, high), 1, MetricStatus.VALUE, 0);
  }

  private static Metric.Key at(String id) {
    return new Metric.Key(id, 2025, Level.MEMBER, "m");
  }
}
