package org.sistercityimpact.reports;

/**
 * What stands at the foot of one page.
 *
 * @param mark stands at the head: the figures are not those of the published method, or rows of
 *     theirs are in doubt; empty where neither is so
 */
public record Foot(String left, String notice, String mark, String page) {
  private static final double WIDTH = 480;
  private static final double NOTICE_WIDTH = 416;
  private static final double SIZE = 7.5;
  private static final Typography TYPOGRAPHY = new Typography();

  /** Notice and mark as far as they fit on their lines: the cover has them whole. */
  static Foot of(ReportData data, String mark, String left, String page) {
    return new Foot(
        left,
        TYPOGRAPHY.fit(data.notice().orElse(""), NOTICE_WIDTH, SIZE, false),
        TYPOGRAPHY.fit(mark, WIDTH, SIZE, true),
        page);
  }
}
