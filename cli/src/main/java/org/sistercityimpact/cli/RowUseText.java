package org.sistercityimpact.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
        new StringBuilder(use.file())
            .append(use.sheet() == null ? "" : ", sheet " + use.sheet())
            .append(", row ")
            .append(use.sourceRow());
    if (use.id() != null) {
      named.append(": ").append(use.id());
    }
    if (use.partnershipId() != null) {
      named.append(", ").append(use.partnershipId());
    }
    if (use.date() != null) {
      named.append(", ").append(use.date());
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
    if (use.central() == null) {
      return "not computed";
    }
    String amount =
        use.low().compareTo(use.high()) == 0
            ? number(use.central())
            : "%s (%s to %s)"
                .formatted(number(use.central()), number(use.low()), number(use.high()));
    return use.counted() ? amount + ", once" : amount;
  }

  private static String number(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }
}
