package org.sistercityimpact.reports;

import java.util.List;

/** How many of the members expected in the year reported: printed beside every total. */
public final class Coverage {
  private final List<Member> expected;
  private final int year;
  private final Words words;

  Coverage(ReportData data, Words words) {
    this(data.members(), data.year(), words);
  }

  private Coverage(List<Member> members, int year, Words words) {
    this.expected = members.stream().filter(Member::expected).toList();
    this.year = year;
    this.words = words;
  }

  /** The coverage of one state. */
  Coverage ofState(String state) {
    return new Coverage(
        expected.stream().filter(m -> m.state().equals(state)).toList(), year, words);
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

  /** How many were expected. */
  public long members() {
    return expected.size();
  }

  /** "31 of 38 members reported exchanges". */
  public String of(String dataset) {
    return words
        .say("coverage.of", reported(dataset), members(), words.name("dataset", dataset))
        .text();
  }

  /** "31 of 38", for a column of a table. */
  public String brief(String dataset) {
    return words.say("coverage.brief", reported(dataset), members()).text();
  }

  /** Where the partnerships come from. */
  public String registry() {
    return words.say("coverage.registry", members()).text();
  }

  /** Coverage in one sentence. */
  public String sentence() {
    return words.say("coverage.sentence", reportedAny(), members(), Integer.toString(year)).text();
  }

  /** The sentence over the numbers of the impact page. */
  public String lead() {
    return words.sentences(sentence(), words.text("coverage.ranges")).text();
  }

  /** What the coverage chart shows. */
  public String chartNote() {
    return words.say("coverage.chart_note", members(), Integer.toString(year)).text();
  }
}
