package org.sistercityimpact.reports;

/**
 * What stands at the foot of one page.
 *
 * @param whatIf that the figures are not those of the published method; empty when they are
 */
public record Foot(String left, String notice, String whatIf, String page) {

  static Foot of(ReportData data, Words words, String left, String page) {
    return new Foot(left, data.notice().orElse(""), words.whatIf(data), page);
  }
}
