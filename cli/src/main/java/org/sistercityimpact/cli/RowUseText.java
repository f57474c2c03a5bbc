package org.sistercityimpact.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.trace.RowUse;

/** Where a row counts, as lines of text. */
final class RowUseText {
  private final RowUse use;

  RowUseText(RowUse use) {
    this.use = use;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder named =
        new StringBuilder(use.place().file())
            .append(use.place().sheet() == null ? "" : ", sheet " + use.place().sheet())
            .append(", row ")
            .append(use.place().sourceRow());
    if (use.told().id() != null) {
      named.append(": ").append(use.told().id());
    }
    if (use.told().partnershipId() != null) {
      named.append(", ").append(use.told().partnershipId());
    }
    if (use.told().date() != null) {
      named.append(", ").append(use.told().date());
    }
    lines.add(named.toString());
    use.settled()
        .forEach(
            name ->
                lines.add(
                    "%s is '%s', read as %s: registry/names.csv says so%s"
                        .formatted(
                            name.column(),
                            name.written(),
                            name.read(),
                            name.answeredBy() == null ? "" : " (" + name.answeredBy() + ")")));
    if (use.why() != null) {
      lines.add("Counts in no figure: " + use.why());
      return lines;
    }
    Map<String, String> places = new LinkedHashMap<>();
    use.uses().forEach(each -> places.putAll(each.figures()));
    lines.add(
        "Counts for: "
            + places.entrySet().stream()
                .map(place -> (words(place.getKey()) + " " + place.getValue()).strip())
                .collect(Collectors.joining(", ")));
    lines.add("");
    TextTable table = new TextTable("metric", "adds", "as", "in the figures of");
    for (RowUse.Use each : use.uses()) {
      table.add(
          each.title(),
          adds(each),
          each.term(),
          each.figures().keySet().stream().map(RowUseText::words).collect(Collectors.joining(", "))
              + (each.years() > 1
                  ? "; this year and the %d after".formatted(each.years() - 1)
                  : ""));
    }
    table.lines().forEach(lines::add);
    return lines;
  }

  private static String words(String level) {
    return level.replace('_', ' ');
  }

  private static String adds(RowUse.Use use) {
    Amount adds = use.amount();
    if (adds.central() == null) {
      return "not computed";
    }
    String amount =
        adds.isRange()
            ? "%s (%s to %s)"
                .formatted(number(adds.central()), number(adds.low()), number(adds.high()))
            : number(adds.central());
    return use.counted() ? amount + ", once" : amount;
  }

  private static String number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }
}
