package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.transform.Level;

/**
 * A metric's number as it is printed.
 *
 * @param text as printed, rounded, without a footnote's mark
 * @param value all that is known of it; null unless the status is {@link MetricStatus#VALUE}
 */
public record Figure(
    String metric,
    Level level,
    String key,
    int year,
    Bound bound,
    String text,
    BigDecimal value,
    MetricStatus status) {
  private static final String FIELD = "\u001f";
  private static final String RECORD = "\u001e";

  /** Figures as one text, which travels through a template as a property of the element. */
  public static String join(List<Figure> figures) {
    return figures.stream()
        .map(
            f ->
                String.join(
                    FIELD,
                    f.metric,
                    f.level.id(),
                    f.key,
                    Integer.toString(f.year),
                    f.bound.name(),
                    f.text,
                    f.value == null ? "" : f.value.toPlainString(),
                    f.status.name()))
        .collect(Collectors.joining(RECORD));
  }

  static List<Figure> split(String joined) {
    return joined.isEmpty()
        ? List.of()
        : Stream.of(joined.split(RECORD))
            .map(
                record -> {
                  String[] f = record.split(FIELD, -1);
                  return new Figure(
                      f[0],
                      Level.of(f[1]),
                      f[2],
                      Integer.parseInt(f[3]),
                      Bound.valueOf(f[4]),
                      f[5],
                      f[6].isEmpty() ? null : new BigDecimal(f[6]),
                      MetricStatus.valueOf(f[7]));
                })
            .toList();
  }
}
