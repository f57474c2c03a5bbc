package org.sistercityimpact.reports.text;

import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.Typography;

/**
 * What stands at the foot of one page.
 *
 * @param internal stands in red at the head of a copy that is not for publication, else empty
 * @param mark stands at the head: the figures are not those of the published method, or rows of
 *     theirs are in doubt; empty where neither is so
 */
public record Foot(String left, String notice, String mark, String internal, String page) {
  private static final double WIDTH = 480;
  private static final double NOTICE_WIDTH = 416;
  private static final double SIZE = 8;
  private static final Typography TYPOGRAPHY = new Typography();

  /** Notice and mark as far as they fit on their lines: the cover has them whole. */
  public static Foot of(ReportData data, Words words, String mark, String left, String page) {
    return new Foot(
        left,
        TYPOGRAPHY.fit(
            data.additions().notice().in(words.language()).orElse(""), NOTICE_WIDTH, SIZE, false),
        TYPOGRAPHY.fit(mark, WIDTH, SIZE, true),
        "",
        page);
  }

  /** The same on a copy that is not for publication. */
  public Foot internal(String said) {
    return new Foot(left, notice, mark, said, page);
  }
}
