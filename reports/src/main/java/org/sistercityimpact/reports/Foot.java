package org.sistercityimpact.reports;

/**
 * What stands at the foot of one page.
 *
 * @param whatIf stands at the head: the figures are not those of the published method; empty when
 *     they are
 */
public record Foot(String left, String notice, String whatIf, String page) {
  private static final double WIDTH = 480;
  private static final double NOTICE_WIDTH = 416;
  private static final double SIZE = 7.5;
  private static final Typography TYPOGRAPHY = new Typography();

  /** Notice and mark as far as they fit on their lines: the cover has them whole. */
  static Foot of(ReportData data, Words words, String left, String page) {
    return new Foot(
        left,
        TYPOGRAPHY.fit(data.notice().orElse(""), NOTICE_WIDTH, SIZE, false),
        TYPOGRAPHY.fit(words.whatIf(data), WIDTH, SIZE, true),
        page);
  }
}
