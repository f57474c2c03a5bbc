package org.sistercityimpact.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.reports.data.Additions;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Definition;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.Method;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.Network;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Reporting;
import org.sistercityimpact.reports.data.Results;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

public class FiguresTest {
  private static final Words ENGLISH = Words.of("en");
  private static final Map<String, Definition> DEFINITIONS =
      Stream.of(
              definition("people_in", "people", 0, false),
              definition("local_tax", "USD", 2, true),
              definition("visitor_spend_direct", "USD", 2, true),
              definition("event_spend_direct", "USD", 2, true),
              definition("cost_city", "USD", 2, false),
              definition("cost_private", "USD", 2, false),
              definition("cost_total", "USD", 2, false),
              definition("volunteer_hours", "hours", 2, false),
              definition("other_funds_per_city_dollar", "USD per USD", 4, false),
              definition("youth_share", "ratio, 0 to 1", 4, false))
          .collect(Collectors.toMap(Definition::id, d -> d));

  private final Map<Metric.Key, Metric> metrics = new HashMap<>();

  @Test
  void printsEachKindOfNothingInItsOwnWords() {
    put("people_in", MetricStatus.VALUE, "0", "0", "0", 0);
    assertEquals("0", network().central("people_in").text());
    Map<MetricStatus, String> words =
        Map.of(
            MetricStatus.NOT_REPORTED, "not reported",
            MetricStatus.NOT_COMPUTED, "not computed",
            MetricStatus.WITHHELD, "withheld",
            MetricStatus.NOT_KNOWN, "not known",
            MetricStatus.NOT_APPLICABLE, "not applicable");
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
  void printsEstimatesWithTwoDigitsAndMillionsInWordsWhereTheyAreSpoken() {
    put("local_tax", MetricStatus.VALUE, "999.4", "1234567.885", "25500000", 0);
    assertEquals("$1,000", network().low("local_tax").text());
    assertEquals("$1,200,000", network().central("local_tax").text());
    assertEquals("$1.2 million", network().headline("local_tax").text());
    assertEquals("$1,000 to $26 million", network().span("local_tax").text());
    assertEquals(
        "about $1.2 million ($1,000 to $26 million)", network().withSpan("local_tax").text());
  }

  @Test
  void printsCostsInWholeDollarsAndHoursWhole() {
    put("cost_city", MetricStatus.VALUE, "187080.70", "187080.70", "187080.70", 0);
    assertEquals("$187,081", network().central("cost_city").text());
    assertEquals("$187,081", network().headline("cost_city").text());
    put("volunteer_hours", MetricStatus.VALUE, "682.25", "682.25", "682.25", 0);
    assertEquals("682", network().central("volunteer_hours").text());
  }

  @Test
  void printsDollarsPerDollarToTheCentWhileTheyAreFew() {
    put("other_funds_per_city_dollar", MetricStatus.VALUE, "1.5138", "1.5138", "1.5138", 0);
    assertEquals("$1.51", network().central("other_funds_per_city_dollar").text());
    put("other_funds_per_city_dollar", MetricStatus.VALUE, "12.4", "12.4", "12.4", 0);
    assertEquals("$12", network().central("other_funds_per_city_dollar").text());
    put("other_funds_per_city_dollar", MetricStatus.VALUE, "0.001", "0.001", "0.001", 0);
    assertEquals("under $0.01", network().central("other_funds_per_city_dollar").text());
  }

  @Test
  void neverPrintsSomethingAsNothingNorAPartAsAll() {
    put("cost_city", MetricStatus.VALUE, "0.30", "0.30", "0.30", 0);
    assertEquals("under $1", network().central("cost_city").text());
    put("youth_share", MetricStatus.VALUE, "0.0041", "0.0041", "0.0041", 0);
    assertEquals("under 1%", network().central("youth_share").text());
    put("youth_share", MetricStatus.VALUE, "0.9962", "0.9962", "0.9962", 0);
    assertEquals("over 99%", network().central("youth_share").text());
    put("youth_share", MetricStatus.VALUE, "1", "1", "1", 0);
    assertEquals("100%", network().central("youth_share").text());
  }

  @Test
  void printsALossWithItsSignBeforeTheDollar() {
    put("local_tax", MetricStatus.VALUE, "-2345678.5", "-1000.25", "-0.001", 0);
    assertEquals("−$2.3 million to $0", network().span("local_tax").text());
    assertEquals("−$1,000", network().central("local_tax").text());
  }

  @Test
  void keepsTheExactValueBesideTheTextThatIsPrinted() {
    put("local_tax", MetricStatus.VALUE, "1", "1234567.885", "3", 0);
    Figure figure = network().central("local_tax").parts().get(0);
    assertEquals("$1,200,000", figure.text());
    assertEquals(d("1234567.885"), figure.value());
    put("local_tax", MetricStatus.WITHHELD, null, null, null, 0);
    assertEquals(null, network().central("local_tax").parts().get(0).value());
    assertEquals(MetricStatus.WITHHELD, network().central("local_tax").parts().get(0).status());
  }

  @Test
  void saysWhereRoundedPartsDoNotAddUpToTheirTotal() {
    put("cost_city", MetricStatus.VALUE, "10.50", "10.50", "10.50", 0);
    put("cost_private", MetricStatus.VALUE, "4.50", "4.50", "4.50", 0);
    put("cost_total", MetricStatus.VALUE, "15", "15", "15", 0);
    assertEquals(
        "Each number is rounded by itself, so parts do not add up exactly to their totals.",
        network().ofParts("cost_total", "cost_city", "cost_private"));
    put("cost_city", MetricStatus.VALUE, "10.20", "10.20", "10.20", 0);
    put("cost_total", MetricStatus.VALUE, "14.70", "14.70", "14.70", 0);
    assertEquals("", network().ofParts("cost_total", "cost_city", "cost_private"));
    put("cost_private", MetricStatus.WITHHELD, null, null, null, 0);
    assertEquals("", network().ofParts("cost_total", "cost_city", "cost_private"));
  }

  @Test
  void printsSharesInPercent() {
    put("youth_share", MetricStatus.VALUE, "0.8158", "0.8158", "0.8158", 0);
    assertEquals("82%", network().central("youth_share").text());
  }

  @Test
  void marksASumThatLeavesRowsOutAndKeepsTheMarkOutOfTheFigure() {
    put("local_tax", MetricStatus.VALUE, "1", "2", "3", 4);
    Printed printed = network().central("local_tax");
    assertEquals("$2*", printed.text());
    assertEquals(
        List.of(
            new Figure(
                "local_tax",
                Level.NETWORK,
                "",
                2025,
                Bound.CENTRAL,
                "$2",
                d("2.00"),
                MetricStatus.VALUE)),
        printed.parts());
    assertEquals("$1", network().low("local_tax").text());
  }

  @Test
  void carriesFiguresThroughATemplateAsOneText() {
    put("local_tax", MetricStatus.VALUE, "1", "2", "3", 0);
    Printed span = network().withSpan("local_tax");
    assertEquals("about $2 ($1 to $3)", span.text());
    assertEquals(span.parts(), Figure.split(span.ids()));
    assertEquals(List.of(), Figure.split(Printed.plain("words").ids()));
  }

  @Test
  void showsAMedianOnlyWhereThereIsOne() {
    PlaceFigures member = new Figures(data(), ENGLISH).scope(Level.MEMBER, "m", "M");
    assertEquals("fewer than 5 peers", member.median("people_in").text());
    metrics.put(
        new Metric.Key("people_in", 2025, Level.PEER, "m"),
        new Metric(
            new Metric.Key("people_in", 2025, Level.PEER, "m"),
            new Amount(d("7"), d("7"), d("7")),
            6,
            MetricStatus.VALUE,
            0));
    Printed median = new Figures(data(), ENGLISH).scope(Level.MEMBER, "m", "M").median("people_in");
    assertEquals("7 (6 peers)", median.text());
    assertEquals(Level.PEER, median.parts().get(0).level());
  }

  private PlaceFigures network() {
    return new Figures(data(), ENGLISH).network();
  }

  private void put(
      String id, MetricStatus status, String low, String central, String high, long notComputed) {
    metrics.put(
        new Metric.Key(id, 2025, Level.NETWORK, ""),
        new Metric(
            new Metric.Key(id, 2025, Level.NETWORK, ""),
            new Amount(d(low), d(central), d(high)),
            3,
            status,
            notComputed));
  }

  private static Map<Level, Map<Metric.Key, Metric>> byLevel(Map<Metric.Key, Metric> metrics) {
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
    return data(metrics);
  }

  /** A report of 2025 that knows nothing but these. */
  public static ReportData data(Map<Metric.Key, Metric> metrics) {
    return new ReportData(
        2025,
        Form.PUBLISHED,
        List.of(2025),
        new Results(byLevel(metrics), List.of(), List.of(), Map.of()),
        new Method(DEFINITIONS, List.of(), List.of()),
        new Network(
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            Optional.empty(),
            Map.of()),
        new Reporting(
            Map.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Map.of(),
            Map.of(),
            Optional.of(List.of()),
            Map.of()),
        Additions.NONE);
  }

  private static Definition definition(String id, String unit, int decimals, boolean estimate) {
    return new Definition(
        id, new Definition.Wording(id, ""), unit, "", "", Set.of(), decimals, estimate, Map.of());
  }
}
