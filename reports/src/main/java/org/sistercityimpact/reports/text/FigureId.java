package org.sistercityimpact.reports.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * The name of one printed figure, from which its metric is found without the report.
 *
 * <pre>
 * national:people_in/network/2025               the national report
 * national:local_tax/state/TX/2025/high         a bound other than the central one
 * US-TX-fort-worth:people_in/member/US-TX-fort-worth/2025#2   printed a second time in that brief
 * US-TX-fort-worth:people_in/peer/US-TX-fort-worth/2025       the median of its peers
 * national:economic_output/assumption/capture_rate/2025/low   the network's, with a low capture rate
 * national:economic_output/assumption/capture_rate/2025/spread   what a capture rate from low to high makes of it
 * </pre>
 *
 * @param document {@code national}, or the member whose brief it stands in
 * @param key empty for the network
 * @param occurrence 1 where the document prints the figure for the first time
 */
public record FigureId(
    String document,
    String metric,
    Level level,
    String key,
    int year,
    Bound bound,
    int occurrence) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<document>[^:]+):(?<metric>[a-z0-9_]+)/(?<level>[a-z_]+)(?:/(?<key>.+?))?/(?<year>\\d{4})"
              + "(?:/(?<bound>low|high|spread))?(?:#(?<occurrence>\\d+))?");

  /** Reads an id as printed; throws {@link ConfigurationException} when it is none. */
  public static FigureId parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new ConfigurationException(
          "Cannot read figure '%s': it is not of the form DOCUMENT:METRIC/LEVEL/KEY/YEAR (copy it from figures.json)"
              .formatted(text));
    }
    return new FigureId(
        parts.group("document"),
        parts.group("metric"),
        Level.of(parts.group("level")),
        parts.group("key") == null ? "" : parts.group("key"),
        Integer.parseInt(parts.group("year")),
        parts.group("bound") == null ? Bound.CENTRAL : Bound.of(parts.group("bound")),
        parts.group("occurrence") == null ? 1 : Integer.parseInt(parts.group("occurrence")));
  }

  @Override
  public String toString() {
    return document
        + ":"
        + metric
        + "/"
        + level
        + (key.isEmpty() ? "" : "/" + key)
        + "/"
        + year
        + (bound == Bound.CENTRAL ? "" : "/" + bound.word())
        + (occurrence == 1 ? "" : "#" + occurrence);
  }
}
