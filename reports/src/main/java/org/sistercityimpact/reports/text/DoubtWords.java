package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sistercityimpact.reports.data.Doubt;

/** What a draft says of rows in doubt. */
public final class DoubtWords {
  private DoubtWords() {}

  /** What all pages of a draft say of the network's rows in doubt. */
  public static String ofNetwork(List<Doubt> doubts, Words words) {
    return said(doubts, Doubt::networkShare, "draft.network", words);
  }

  /** What a city's draft says of its own; empty where none is. */
  public static String ofMember(List<Doubt> doubts, String member, Words words) {
    List<Doubt> own = doubts.stream().filter(doubt -> doubt.memberId().equals(member)).toList();
    return said(own, Doubt::memberShare, "draft.member", words);
  }

  private static String said(
      List<Doubt> doubts, Function<Doubt, BigDecimal> share, String sentence, Words words) {
    Map<String, BigDecimal> shares = new HashMap<>();
    doubts.stream()
        .filter(doubt -> doubt.measure() != null)
        .forEach(doubt -> shares.merge(doubt.measure(), share.apply(doubt), BigDecimal::add));
    return shares.entrySet().stream()
        .max(
            Map.Entry.<String, BigDecimal>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            most ->
                words
                    .say(
                        sentence,
                        doubts.size(),
                        words.numbers().percent(most.getValue().min(BigDecimal.ONE)),
                        words.name("measure", most.getKey()))
                    .text())
        .orElseGet(() -> doubts.isEmpty() ? "" : words.say("draft.rows", doubts.size()).text());
  }
}
