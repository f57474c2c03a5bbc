package org.sistercityimpact.reports;

import java.util.List;
import java.util.Locale;

/** How many of the members expected in the year reported: printed beside every total. */
public final class Coverage {
  private final List<Member> expected;
  private final int year;

  Coverage(ReportData data) {
    this(data.members(), data.year());
  }

  private Coverage(List<Member> members, int year) {
    this.expected = members.stream().filter(Member::expected).toList();
    this.year = year;
  }

  /** The coverage of one state. */
  Coverage ofState(String state) {
    return new Coverage(expected.stream().filter(m -> m.state().equals(state)).toList(), year);
  }

  List<Member> expected() {
    return expected;
  }

  long reported(String dataset) {
    return expected.stream().filter(m -> m.reported(dataset)).count();
  }

  long reportedAny() {
    return expected.stream().filter(Member::reportedAny).count();
  }

  long members() {
    return expected.size();
  }

  /** "31 of 38 members reported exchanges". */
  public String of(String dataset) {
    return "%s of %s reported %s"
        .formatted(count(reported(dataset)), members(members()), Dataset.words(dataset));
  }

  /** "31 of 38", for a column of a table. */
  public String brief(String dataset) {
    return count(reported(dataset)) + " of " + count(members());
  }

  /** "38 members". */
  public String total() {
    return members(members());
  }

  /** Where the partnerships come from. */
  public String registry() {
    return "from the registry of " + members(members());
  }

  /** Coverage in one sentence. */
  public String sentence() {
    return "%s of %s reported for %s. Totals are theirs alone: nothing is added for the others."
        .formatted(count(reportedAny()), members(members()), year);
  }

  /** The sentence over the numbers of the impact page. */
  public String lead() {
    return sentence()
        + " Counts are counts; dollars from visitors and event guests are estimates and stand with their range.";
  }

  /** What the coverage chart shows. */
  public String chartNote() {
    return String.format(
        Locale.ROOT,
        "Share of the %s expected in %s that reported each dataset, or said that there was nothing to report.",
        members(members()),
        year);
  }

  private static String members(long number) {
    return count(number) + (number == 1 ? " member" : " members");
  }

  private static String count(long number) {
    return Figures.count(number);
  }
}
