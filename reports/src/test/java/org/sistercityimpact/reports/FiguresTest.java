package org.sistercityimpact.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.transform.Level;

class FiguresTest {
  private static final Words ENGLISH = Words.of("en");
  private final Map<Metric.Key, Metric> metrics = new HashMap<>();

  @Test
  void printsEachKindOfNothingInItsOwnWords() {
    put("people_in", Status.VALUE, "0", "0", "0", 0);
    assertEquals("0", network().central("people_in").text());
    Map<Status, String> words =
        Map.of(
            Status.NOT_REPORTED, "not reported",
            Status.NOT_COMPUTED, "not computed",
            Status.WITHHELD, "withheld",
            Status.NOT_KNOWN, "not known",
            Status.NOT_APPLICABLE, "not applicable");
    words.forEach(
        (status, text) -> {
          put("people_in", status, null, null, null, 0);
          assertEquals(text, network().central("people_in").text());
          assertEquals(text, network().headline("people_in").text());
          assertEquals("", network().span("people_in").text());
        });
  }

  @Test
  void saysNotKnownOfACellThatIsNotThere() {
    assertEquals("not known", network().central("people_in").text());
  }

  @Test
  void printsMoneyToTheCentAndHeadlinesInWholeDollars() {
    put("local_tax", Status.VALUE, "999.4", "1234567.885", "2000000", 0);
    assertEquals("$999.40", network().low("local_tax").text());
    assertEquals("$1,234,567.89", network().central("local_tax").text());
    assertEquals("$1,234,568", network().headline("local_tax").text());
    assertEquals("$999 to $2,000,000", network().span("local_tax").text());
  }

  @Test
  void keepsCentsOfSmallHeadlines() {
    put("local_tax", Status.VALUE, "0.5", "12.345", "80", 0);
    assertEquals("$12.35", network().headline("local_tax").text());
  }

  @Test
  void printsALossWithItsSignBeforeTheDollar() {
    put("local_tax", Status.VALUE, "-2000.5", "-1000.25", "-0.001", 0);
    assertEquals("-$1,000.25", network().central("local_tax").text());
    assertEquals("$0.00", network().high("local_tax").text());
  }

  @Test
  void printsSharesInPercent() {
    put("youth_share", Status.VALUE, "0.8158", "0.8158", "0.8158", 0);
    assertEquals("81.6%", network().central("youth_share").text());
  }

  @Test
  void marksASumThatLeavesRowsOutAndKeepsTheMarkOutOfTheFigure() {
    put("local_tax", Status.VALUE, "1", "2", "3", 4);
    Printed printed = network().central("local_tax");
    assertEquals("$2.00*", printed.text());
    assertEquals(
        List.of(new Figure("local_tax", Level.NETWORK, "", 2025, Bound.CENTRAL, "$2.00")),
        printed.parts());
    assertEquals("$1.00", network().low("local_tax").text());
  }

  @Test
  void carriesFiguresThroughATemplateAsOneText() {
    put("local_tax", Status.VALUE, "1", "2", "3", 0);
    Printed span = network().withSpan("local_tax");
    assertEquals("$2.00 ($1.00 to $3.00)", span.text());
    assertEquals(span.parts(), Figure.split(span.ids()));
    assertEquals(List.of(), Figure.split(Printed.plain("words").ids()));
  }

  @Test
  void showsAMedianOnlyWhereThereIsOne() {
    Scope member = new Figures(data(), ENGLISH).scope(Level.MEMBER, "m", "M");
    assertEquals("fewer than 5 peers", member.median("people_in").text());
    metrics.put(
        new Metric.Key("people_in", 2025, Level.PEER, "m"),
        new Metric("people_in", 2025, Level.PEER, "m", d("7"), d("7"), d("7"), 6, Status.VALUE, 0));
    Printed median = new Figures(data(), ENGLISH).scope(Level.MEMBER, "m", "M").median("people_in");
    assertEquals("7 (6 peers)", median.text());
    assertEquals(Level.PEER, median.parts().get(0).level());
  }

  private Scope network() {
    return new Figures(data(), ENGLISH).network();
  }

  private void put(
      String id, Status status, String low, String central, String high, long notComputed) {
    metrics.put(
        new Metric.Key(id, 2025, Level.NETWORK, ""),
        new Metric(
            id, 2025, Level.NETWORK, "", d(low), d(central), d(high), 3, status, notComputed));
  }

  private Map<Level, Map<Metric.Key, Metric>> byLevel() {
    return metrics.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                each -> each.getKey().level(),
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static BigDecimal d(String number) {
    return number == null ? null : new BigDecimal(number);
  }

  private ReportData data() {
    return new ReportData(
        2025,
        Form.PUBLISHED,
        List.of(2025),
        byLevel(),
        Map.of(
            "people_in", definition("people_in", "people", 0),
            "local_tax", definition("local_tax", "USD", 2),
            "youth_share", definition("youth_share", "ratio, 0 to 1", 4)),
        List.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.of(List.of()),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Definition definition(String id, String unit, int decimals) {
    return new Definition(id, id, unit, "", "", "", Set.of(), decimals, Map.of());
  }
}
