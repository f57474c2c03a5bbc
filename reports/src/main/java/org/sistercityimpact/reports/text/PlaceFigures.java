package org.sistercityimpact.reports.text;

import java.util.Arrays;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.transform.Level;

/**
 * The metrics of one place and year, as templates ask for them: {@code
 * $P{network}.central("people_in")}.
 */
public final class PlaceFigures {
  private final Figures figures;
  private final Level level;
  private final String key;
  private final int year;
  private final String label;

  PlaceFigures(Figures figures, Level level, String key, int year, String label) {
    this.figures = figures;
    this.level = level;
    this.key = key;
    this.year = year;
    this.label = label;
  }

  /** The place's name. */
  public String label() {
    return label;
  }

  public String key() {
    return key;
  }

  /** The same place in another year. */
  public PlaceFigures in(int otherYear) {
    return new PlaceFigures(figures, level, key, otherYear, label);
  }

  /** The same place, some years earlier. */
  public PlaceFigures ago(int number) {
    return in(year - number);
  }

  /** The year as text. */
  public String year() {
    return Integer.toString(year);
  }

  /** The metric's title. */
  public String title(String metric) {
    return figures.wording(metric).title();
  }

  /** The metric's formula in words. */
  public String formula(String metric) {
    return figures.wording(metric).formula();
  }

  /** The low case, as tables have it. */
  public Printed low(String metric) {
    return figures.number(cell(metric), Bound.LOW);
  }

  /** The central case, as tables have it. */
  public Printed central(String metric) {
    return figures.number(cell(metric), Bound.CENTRAL);
  }

  /** The high case, as tables have it. */
  public Printed high(String metric) {
    return figures.number(cell(metric), Bound.HIGH);
  }

  /** The central case for a headline or a sentence. */
  public Printed headline(String metric) {
    return figures.spoken(cell(metric), Bound.CENTRAL);
  }

  /** "low to high" for an estimate, nothing for a count or where there is no value. */
  public Printed span(String metric) {
    Metric cell = cell(metric);
    return cell.isRange()
        ? figures
            .words()
            .say("report.span", figures.spoken(cell, Bound.LOW), figures.spoken(cell, Bound.HIGH))
        : Printed.plain("");
  }

  /** The span in brackets behind the headline, for running text. */
  public Printed withSpan(String metric) {
    Printed span = span(metric);
    return span.text().isEmpty()
        ? headline(metric)
        : figures.words().say("report.about", headline(metric), span);
  }

  /** Says so where the parts of a total, as rounded, do not add up to it; else nothing. */
  public String ofParts(String total, String... parts) {
    return figures.ofParts(cell(total), Arrays.stream(parts).map(this::cell).toList());
  }

  /** "low to high" for an estimate, else the number. */
  public Printed spanOrValue(String metric) {
    Printed span = span(metric);
    return span.text().isEmpty() ? headline(metric) : span;
  }

  /** "(low to high)", nothing for a count or where there is no value. */
  public Printed bracketed(String metric) {
    Printed span = span(metric);
    return figures.words().when(!span.text().isEmpty(), "report.brackets", span);
  }

  /** The median of the member's peers and their number, or why there is none. */
  public Printed median(String metric) {
    Metric cell = figures.cell(metric, Level.PEER, key, year);
    return cell.status() == MetricStatus.VALUE
        ? figures.words().say("brief.median_of", figures.number(cell, Bound.CENTRAL), cell.n())
        : cell.status() == MetricStatus.WITHHELD
            ? figures.number(cell, Bound.CENTRAL)
            : figures.words().say("brief.few_peers");
  }

  /** The coverage of the state that this is, as "3 of 4". */
  public String covered(String dataset) {
    return new Coverage(figures.data(), figures.words()).ofState(key).brief(dataset);
  }

  /**
   * How many rows, people or members are behind the metric; editions by rule 1 withheld it, too.
   */
  public String n(String metric) {
    Metric cell = cell(metric);
    return cell.status() == MetricStatus.WITHHELD && cell.n() == 0
        ? figures.words().status(MetricStatus.WITHHELD)
        : figures.numbers().count(cell.n());
  }

  /** Whether the metric has a number here. */
  public boolean has(String metric) {
    return cell(metric).status() == MetricStatus.VALUE;
  }

  /** Whether the metric has a number here that is more than nothing. */
  public boolean some(String metric) {
    return has(metric) && cell(metric).central().signum() > 0;
  }

  /** Whether there is a number that is printed or withheld: something to be told either way. */
  public boolean hasOrWithholds(String metric) {
    return has(metric) || cell(metric).status() == MetricStatus.WITHHELD;
  }

  /** Whether one of these sums leaves out rows that are not computed. */
  public boolean partial(String... metrics) {
    return Arrays.stream(metrics)
        .anyMatch(m -> cell(m).status() == MetricStatus.VALUE && cell(m).notComputed() > 0);
  }

  public Metric cell(String metric) {
    return figures.cell(metric, level, key, year);
  }
}
