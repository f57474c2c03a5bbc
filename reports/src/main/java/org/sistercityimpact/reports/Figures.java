package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.util.List;
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
  static final List<String> SURVEYS =
      List.of(
          "survey_change_q1",
          "survey_change_q2",
          "survey_change_q3",
          "survey_change_q4",
          "survey_change_q5");

  private final ReportData data;
  private final Words words;

  Figures(ReportData data, Words words) {
    this.data = data;
    this.words = words;
  }

  ReportData data() {
    return data;
  }

  Words words() {
    return words;
  }

  Numbers numbers() {
    return words.numbers();
  }

  String country(String code) {
    return words.country(code, data.countries().getOrDefault(code, code));
  }

  String state(String code) {
    return words.state(code, data.states().getOrDefault(code, code));
  }

  /** What the metric is, in the report's language. */
  Definition.Wording wording(String metric) {
    return data.definition(metric).in(words.language());
  }

  /** The foot of a page, with the name of the edition where one is printed. */
  String ofEdition(String foot) {
    return data.edition()
        .map(edition -> words.say("report.edition", foot, edition.edition()).text())
        .orElse(foot);
  }

  /** The metrics of one place, in the report's year. */
  Scope scope(Level level, String key, String label) {
    return new Scope(this, level, key, data.year(), label);
  }

  Scope network() {
    return scope(Level.NETWORK, "", "");
  }

  /** The cell, or one that says that nothing is known of it. */
  Metric cell(String metric, Level level, String key, int year) {
    Metric found = data.metrics(level).get(new Metric.Key(metric, year, level, key));
    return found != null
        ? found
        : new Metric(metric, year, level, key, null, null, null, 0, Status.NOT_KNOWN, 0);
  }

  /** With the metric's own decimals, so that what is printed adds up. */
  Printed exact(Metric cell, Bound bound) {
    return print(cell, bound, false);
  }

  /** Dollars and hours in whole numbers, for headlines. */
  Printed rounded(Metric cell, Bound bound) {
    return print(cell, bound, true);
  }

  private Printed print(Metric cell, Bound bound, boolean whole) {
    String text =
        cell.status() == Status.VALUE
            ? number(data.definition(cell.id()), cell.bound(bound), whole && isLarge(cell.high()))
            : words.status(cell.status());
    Figure figure = new Figure(cell.id(), cell.level(), cell.key(), cell.year(), bound, text);
    boolean partial =
        bound == Bound.CENTRAL && cell.status() == Status.VALUE && cell.notComputed() > 0;
    return new Printed(partial ? text + PARTIAL : text, List.of(figure));
  }

  private String number(Definition definition, BigDecimal value, boolean whole) {
    if (definition.isShare()) {
      return numbers().percent(value);
    }
    if (definition.isMoney()) {
      // Cents are the smallest money: a ratio of dollars is kept finer than it is printed.
      return numbers().dollars(value, whole ? 0 : Math.min(2, definition.decimals()));
    }
    return numbers().decimal(value, whole ? 0 : definition.decimals());
  }

  private static boolean isLarge(BigDecimal value) {
    return value.abs().compareTo(BigDecimal.valueOf(1000)) >= 0;
  }
}
