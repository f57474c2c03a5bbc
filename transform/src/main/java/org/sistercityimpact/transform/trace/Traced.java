package org.sistercityimpact.transform.trace;

import java.util.List;
import org.sistercityimpact.transform.Amount;

/**
 * A figure taken apart.
 *
 * @param asked which figure
 * @param about what the figure is
 * @param value what it comes to
 * @param behind what it is made of
 */
public record Traced(Question asked, About about, Value value, Behind behind) {

  /**
   * What a figure is.
   *
   * @param title the metric's title
   * @param unit its unit
   * @param decimals how many decimals it has
   * @param place the level and key in words
   * @param formula in words
   * @param range what low and high are, where they are not every assumption low and high; else null
   * @param sources what it rests on
   */
  public record About(
      String title,
      String unit,
      int decimals,
      String place,
      String formula,
      String range,
      String sources) {}

  /**
   * What a figure comes to.
   *
   * @param status value, not_reported, not_computed, withheld, not_known or not_applicable
   * @param printed the status that reports and releases give it: withheld where the value must not
   *     leave the office
   * @param amount its value; nulls unless the status is value
   * @param n rows, people or members behind it, as the formula says
   * @param reason why there is no value; null when there is one
   * @param readds whether rows and equation give the figure exactly, with low and high unless they
   *     are a range of another kind; true where there is no value
   */
  public record Value(
      String status, String printed, Amount amount, long n, String reason, boolean readds) {}

  /**
   * What a figure is made of.
   *
   * @param equation how the terms make it, by name
   * @param terms the terms of the equation
   * @param rows the rows behind the terms, in the order of terms, files and rows: all, or the first
   * @param parameters those that entered these rows
   * @param settled the cells in the rows behind it that were read by answers of names.csv, all
   * @param gaps amounts that were not computed
   * @param coverage who reported
   */
  public record Behind(
      Equation equation,
      List<TermSum> terms,
      List<Row> rows,
      List<Parameter> parameters,
      List<Settled> settled,
      List<Gap> gaps,
      List<Coverage> coverage) {}

  /**
   * A term of the equation.
   *
   * @param counted whether its rows are things counted once, and not amounts added up
   * @param rows how many rows it is made of, those without an amount left out
   */
  public record TermSum(String name, Amount amount, long rows, boolean counted) {}

  /**
   * A submitted row, or a row of the registry, and what it adds to its term.
   *
   * @param file path in the inbox; null for a member without a file and for values of peers
   * @param sheet of a workbook; null for a CSV
   * @param sourceRow as a person sees it; null where a whole file counts
   * @param item what is counted; null where the amount says all
   * @param times how many rows show the same item; this one is the first
   * @param inNumbers how the central amount was made; null for plain counts
   */
  public record Row(
      String term,
      String file,
      String sheet,
      Long sourceRow,
      String item,
      long times,
      Amount amount,
      String inNumbers) {}

  /** A row of a parameter that entered the figure, and how many amounts it entered. */
  public record Parameter(
      String name,
      String key,
      Amount amount,
      String unit,
      String source,
      String confidence,
      String note,
      Long releaseYear,
      long amounts) {}

  /** A row of a parameter that is missing, and the submitted rows that have no amount for it. */
  public record Gap(String parameter, String key, List<Row> rows) {}

  /** Of the members that are expected to report a dataset, those that did. */
  public record Coverage(String dataset, long expected, long reported) {}

  /**
   * A cell that was read by an answer.
   *
   * @param file path in the inbox
   * @param sheet of a workbook; null for a CSV
   * @param sourceRow as a person sees it
   * @param column the column
   * @param written what the city wrote; in brackets what kind of text it is, where it may name a
   *     person
   * @param read what it was read as
   * @param answeredBy who said so in names.csv; null: it does not say, or the text is not shown
   */
  public record Settled(
      String file,
      String sheet,
      long sourceRow,
      String column,
      String written,
      String read,
      String answeredBy) {}
}
