package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.Slice;

/** How a total of the year divides: costs by category and funder, contacts by evidence. */
public final class Breakdown {
  public static final List<String> FUNDERS = List.of("city", "private", "grant", "in_kind");

  private static final Map<String, String> STAGES =
      Map.of(
          "trade_leads", "lead",
          "trade_meetings", "meeting",
          "trade_agreements", "agreement",
          "trade_deals", "deal");

  private final List<Slice> slices;
  private final boolean tradeReported;
  private final Words words;

  /**
   * Takes the slices of one member or of all.
   *
   * @param tradeReported whether trade contacts were reported at all
   */
  public Breakdown(List<Slice> slices, boolean tradeReported, Words words) {
    this.slices = slices;
    this.tradeReported = tradeReported;
    this.words = words;
  }

  /** Contacts that reached a stage, by the letter of their evidence. */
  public String evidence(String metric, String letter) {
    if (!tradeReported) {
      return words.status(MetricStatus.NOT_REPORTED);
    }
    return words.numbers().count(contacts(metric, letter));
  }

  public boolean tradeReported() {
    return tradeReported;
  }

  public long contacts(String metric, String letter) {
    String stage = STAGES.get(metric);
    return slices.stream()
        .filter(s -> s.metric().equals("trade_stage"))
        .filter(s -> s.category().equals(stage) && s.detail().equals(letter))
        .mapToLong(Slice::rows)
        .sum();
  }

  public String people(String purpose) {
    List<Slice> parts =
        slices.stream()
            .filter(s -> s.metric().equals("people") && s.category().equals(purpose))
            .toList();
    return parts.stream().anyMatch(Slice::isWithheld)
        ? words.status(MetricStatus.WITHHELD)
        : words
            .numbers()
            .decimal(
                parts.stream().map(Slice::central).reduce(BigDecimal.ZERO, BigDecimal::add), 0);
  }

  /** Costs by category, the largest first. */
  public List<Map.Entry<String, BigDecimal>> costs() {
    return largestFirst(sums("cost", Slice::detail));
  }

  /** Hours by activity, the most first, those withheld last. */
  public List<Slice> hours() {
    return slices.stream()
        .filter(s -> s.metric().equals("volunteer_hours"))
        .sorted(
            Comparator.comparing(Slice::central, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Slice::category))
        .toList();
  }

  public BigDecimal cost(String category, String funder) {
    return slices.stream()
        .filter(s -> s.metric().equals("cost"))
        .filter(s -> s.detail().equals(category) && s.category().equals(funder))
        .map(Slice::central)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Map<String, BigDecimal> sums(String metric, Function<Slice, String> by) {
    return slices.stream()
        .filter(s -> s.metric().equals(metric))
        .collect(
            Collectors.toMap(
                by, Slice::central, BigDecimal::add, TreeMap<String, BigDecimal>::new));
  }

  private static List<Map.Entry<String, BigDecimal>> largestFirst(Map<String, BigDecimal> sums) {
    return sums.entrySet().stream()
        .sorted(
            Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }
}
