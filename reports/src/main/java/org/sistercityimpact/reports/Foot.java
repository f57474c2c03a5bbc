package org.sistercityimpact.reports;

/**
 * What stands at the foot of one page.
 *
 * @param whatIf stands at the head: the figures are not those of the published method; empty when
 *     they are
 */
public record Foot(String left, String notice, String whatIf, String page) {
  private static final double WIDTH = 480;
  private static final double SIZE = 7.5;

  static Foot of(ReportData data, Words words, String left, String page) {
    return new Foot(left, data.notice().orElse(""), mark(data, words), page);
  }

  /** The mark of a what-if, as far as it fits on a line. */
  static String mark(ReportData data, Words words) {
    String mark = words.whatIf(data);
    return mark.isEmpty() ? mark : new Typography().fit(mark, WIDTH, SIZE, true);
  }
}
