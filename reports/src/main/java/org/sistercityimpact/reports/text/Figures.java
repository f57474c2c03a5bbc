package org.sistercityimpact.reports.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Definition;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

/**
 * Turns cells of the table {@code metrics} into text. Every number that a report prints of a metric
 * passes through here, so that the words for what has no number, the rounding and the note of where
 * it stands are the same on every page.
 */
public final class Figures {
  /** Stands after a sum in which some rows are not computed; the page's foot says so. */
  static final String PARTIAL = "*";

  /** The change of the answer to each question. */
  public static final List<String> SURVEYS =
      List.of(
          "survey_change_q1",
          "survey_change_q2",
          "survey_change_q3",
          "survey_change_q4",
          "survey_change_q5");

  private final ReportData data;
  private final Words words;

  public Figures(ReportData data, Words words) {
    this.data = data;
    this.words = words;
  }

  public ReportData data() {
    return data;
  }

  public Words words() {
    return words;
  }

  public Numbers numbers() {
    return words.numbers();
  }

  public String country(String code) {
    return words.country(code, data.network().countries().getOrDefault(code, code));
  }

  public String state(String code) {
    return words.state(code, data.network().states().getOrDefault(code, code));
  }

  /** What the metric is, in the report's language. */
  public Definition.Wording wording(String metric) {
    return data.definition(metric).in(words.language());
  }

  /** The foot of a page, with the name of the edition where one is printed. */
  public String ofEdition(String foot) {
    return data.additions()
        .edition()
        .map(edition -> words.say("report.edition", foot, edition.edition()).text())
        .orElse(foot);
  }

  /** The metrics of one place, in the report's year. */
  public PlaceFigures scope(Level level, String key, String label) {
    return new PlaceFigures(this, level, key, data.year(), label);
  }

  public PlaceFigures network() {
    return scope(Level.NETWORK, "", "");
  }

  /** The states with figures in the year, by name. */
  public List<PlaceFigures> states() {
    return places(Level.STATE, this::state);
  }

  /** The partner countries with figures in the year, by name. */
  public List<PlaceFigures> countries() {
    return places(Level.PARTNER_COUNTRY, this::country);
  }

  /** The purposes with figures in the year. */
  public List<PlaceFigures> purposes() {
    return keys(Level.PURPOSE)
        .sorted()
        .map(p -> scope(Level.PURPOSE, p, words.capitalName("purpose", p)))
        .toList();
  }

  private List<PlaceFigures> places(Level level, UnaryOperator<String> name) {
    return keys(level)
        .map(key -> scope(level, key, name.apply(key)))
        .sorted(words.by(PlaceFigures::label).thenComparing(PlaceFigures::key))
        .toList();
  }

  private Stream<String> keys(Level level) {
    return data.metrics(level).keySet().stream()
        .filter(k -> k.year() == data.year())
        .map(Metric.Key::key)
        .distinct();
  }

  /** The cell, or one that says that nothing is known of it. */
  public Metric cell(String metric, Level level, String key, int year) {
    Metric.Key place = new Metric.Key(metric, year, level, key);
    Metric found = data.metrics(level).get(place);
    return found != null ? found : new Metric(place, Amount.NONE, 0, MetricStatus.NOT_KNOWN, 0);
  }

  /** As tables and charts have it: all digits, so that the numbers of a column compare. */
  public Printed number(Metric cell, Bound bound) {
    return print(cell, bound, (rounding, value) -> rounding.digits(value, words));
  }

  /** As a sentence or a headline has it: estimates of millions in words. */
  public Printed spoken(Metric cell, Bound bound) {
    return print(cell, bound, (rounding, value) -> rounding.spoken(value, words));
  }

  /** With all that is known of it, for what differs only there. */
  Printed exact(Metric cell, Bound bound) {
    return print(cell, bound, (rounding, value) -> rounding.exact(value, words));
  }

  private Printed print(Metric cell, Bound bound, BiFunction<Rounding, BigDecimal, String> number) {
    if (!data.years().contains(cell.year())) {
      // Of a year before the first that was reported there is no figure, and nothing to trace.
      return Printed.plain(words.text("brief.unknown"));
    }
    boolean known = cell.status() == MetricStatus.VALUE;
    BigDecimal value = known ? data.definition(cell.id()).exact(cell.bound(bound)) : null;
    String text =
        known
            ? number.apply(new Rounding(data.definition(cell.id())), value)
            : words.status(cell.status());
    Figure figure =
        new Figure(
            cell.id(), cell.level(), cell.key(), cell.year(), bound, text, value, cell.status());
    boolean partial = bound == Bound.CENTRAL && known && cell.notComputed() > 0;
    return new Printed(partial ? text + PARTIAL : text, List.of(figure));
  }

  /** Says so where parts, as rounded, do not add up to their rounded total; else nothing. */
  public String ofParts(Metric total, List<Metric> parts) {
    boolean differ =
        total.status() == MetricStatus.VALUE
            && parts.stream().noneMatch(part -> part.status() == MetricStatus.WITHHELD)
            && Bound.CASES.stream()
                .anyMatch(
                    bound ->
                        rounded(total, bound)
                                .compareTo(
                                    parts.stream()
                                        .filter(part -> part.status() == MetricStatus.VALUE)
                                        .map(part -> rounded(part, bound))
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                            != 0);
    return differ ? words.text("rounding.parts") : "";
  }

  private BigDecimal rounded(Metric cell, Bound bound) {
    return new Rounding(data.definition(cell.id())).of(cell.bound(bound));
  }
}
