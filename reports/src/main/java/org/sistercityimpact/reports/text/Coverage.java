package org.sistercityimpact.reports.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.HeldBack;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.transform.Level;

/** How many of the members expected in the year reported: printed beside every total. */
public final class Coverage {
  private static final int PLACES = 6;

  private final List<Member> expected;
  private final Optional<List<HeldBack>> heldBack;
  private final Map<String, String> countries;
  private final int year;
  private final Words words;

  public Coverage(ReportData data, Words words) {
    this(
        data.network().members(),
        data.reporting().heldBack(),
        data.network().countries(),
        data.year(),
        words);
  }

  private Coverage(
      List<Member> members,
      Optional<List<HeldBack>> heldBack,
      Map<String, String> countries,
      int year,
      Words words) {
    this.heldBack = heldBack;
    this.countries = countries;
    this.expected = members.stream().filter(Member::expected).toList();
    this.year = year;
    this.words = words;
  }

  /** The coverage of one state. */
  Coverage ofState(String state) {
    return new Coverage(
        expected.stream().filter(m -> m.state().equals(state)).toList(),
        heldBack,
        countries,
        year,
        words);
  }

  public List<Member> expected() {
    return expected;
  }

  public long reported(String dataset) {
    return expected.stream().filter(m -> m.reported(dataset)).count();
  }

  public long reportedAny() {
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

  /** The same as short as it can be said, for a card. */
  public String card(String dataset) {
    return words
        .say("coverage.card", reported(dataset), members(), words.name("dataset", dataset))
        .text();
  }

  /** "31 of 38", for a column of a table. */
  public String brief(String dataset) {
    return words.say("coverage.brief", reported(dataset), members()).text();
  }

  /** How answers are printed; an edition by the first rule of disclosure says what it said. */
  public String surveysNote() {
    return words.text(heldBack.isPresent() ? "surveys.note" : "surveys.note_rule_1");
  }

  /** What the table of countries leaves out at the wish of cities; empty where nothing. */
  public String leftOutOfCountries() {
    return leftOut(
        Level.PARTNER_COUNTRY, key -> words.country(key, countries.getOrDefault(key, key)));
  }

  /** The same of the table of purposes. */
  public String leftOutOfPurposes() {
    return leftOut(Level.PURPOSE, key -> words.name("purpose", key));
  }

  private String leftOut(Level level, UnaryOperator<String> name) {
    List<HeldBack> places =
        heldBack.orElse(List.of()).stream().filter(held -> held.level() == level).toList();
    List<String> said =
        places.stream()
            .limit(PLACES)
            .map(
                held ->
                    words
                        .say("held-back.place", name.apply(held.key()), held.rows(), held.ties())
                        .text())
            .collect(Collectors.toCollection(ArrayList::new));
    if (places.size() > PLACES) {
      said.add(words.say("held-back.more", places.size() - PLACES).text());
    }
    return words.when(!said.isEmpty(), "held-back.note", String.join(", ", said)).text();
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
