package org.sistercityimpact.reports.data;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which edition is printed, and what it changes against the one before.
 *
 * @param edition its name, such as {@code 2025.2}
 * @param previous the name of the one before; null: this is the first
 * @param withdrawn why that one should no longer be used; null: it stands
 * @param added how many figures are new, at all levels
 * @param changed how many have another value
 * @param removed how many are no longer there
 * @param same how many are as they were
 * @param byRule how many are withheld in one of the two, which follow different rules of
 *     disclosure; null in editions by the first rule
 * @param changes the network's changed figures, in the order of print
 */
public record EditionNote(
    String edition,
    String previous,
    Withdrawn withdrawn,
    long added,
    long changed,
    long removed,
    long same,
    Long byRule,
    List<Change> changes) {

  /**
   * That an edition was withdrawn.
   *
   * @param at when, UTC
   * @param by who withdrew it
   */
  public record Withdrawn(String at, String by, String reason) {}

  /**
   * A changed figure of the network.
   *
   * @param metric its id
   * @param year the data year
   */
  public record Change(String metric, int year, Value before, Value after, List<Reason> reasons) {}

  /**
   * What one edition says.
   *
   * @param low null, as central and high are, unless the status is {@code value}
   * @param n rows or people behind it
   * @param status as the table {@code metrics} has it
   * @param notComputed rows that lack a parameter
   */
  public record Value(
      BigDecimal low,
      BigDecimal central,
      BigDecimal high,
      long n,
      String status,
      long notComputed) {}

  /**
   * Why a figure changed.
   *
   * @param event file_new, file_replaced, file_withdrawn, file_checked_afresh, registry, parameter
   *     or method
   * @param name the dataset, the table of the registry or the parameter; null for the method
   * @param key the row of the parameter, else null
   * @param member whose file, else null
   * @param year of the file, else null
   */
  public record Reason(String event, String name, String key, String member, Integer year) {}
}
