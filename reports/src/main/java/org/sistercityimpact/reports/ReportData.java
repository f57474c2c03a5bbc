package org.sistercityimpact.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * All that the reports of one year print, read from the warehouse once and for all cities.
 *
 * @param year the data year
 * @param years the data years of its trends, at most five, oldest first
 * @param members those expected in the year or with rows in it, by id
 * @param ties partnerships by member
 * @param intakes rows read and rejected by member
 * @param problems kinds of problems by member
 * @param eventsWithoutGuests by member, events that say nothing of people from outside
 * @param budgetYears by member, last days of budget years that are not 31 December
 * @param countries English names by ISO code
 * @param states English names by postal code
 * @param letter the president's letter in Markdown, where there is one
 * @param notice one line for the foot of every page, such as that the activity is generated
 */
public record ReportData(
    int year,
    List<Integer> years,
    Map<Metric.Key, Metric> metrics,
    Map<String, Definition> definitions,
    List<Member> members,
    Map<String, List<Tie>> ties,
    List<Slice> slices,
    Map<String, List<Intake>> intakes,
    Map<String, List<ProblemCount>> problems,
    Map<String, Long> eventsWithoutGuests,
    Map<String, List<LocalDate>> budgetYears,
    List<MissingParameter> missing,
    List<Parameter> parameters,
    List<Award> awards,
    Map<String, String> countries,
    Map<String, String> states,
    Optional<String> letter,
    Optional<String> notice) {

  /** Printed beside every total. */
  public static final String METHOD_VERSION = "1.0";

  /**
   * Reads one year, a few statements in all.
   *
   * @throws ConfigurationException if the year has no data; the message names the years there are
   */
  public static ReportData read(SqlEngine engine, int year) {
    return new WarehouseReader(engine, year).read();
  }

  /** The same with a president's letter, which is Markdown: paragraphs, **bold** and lists. */
  public ReportData withLetter(Optional<String> newLetter) {
    return copy(members, newLetter.map(new Typography()::lines), notice);
  }

  /** The same with a line for the foot of every page. */
  public ReportData withNotice(Optional<String> newNotice) {
    return copy(members, letter, newNotice.map(new Typography()::legible));
  }

  /** The same for some of the members. */
  ReportData withMembers(List<Member> newMembers) {
    return copy(newMembers, letter, notice);
  }

  private ReportData copy(
      List<Member> newMembers, Optional<String> newLetter, Optional<String> newNotice) {
    return new ReportData(
        year,
        years,
        metrics,
        definitions,
        newMembers,
        ties,
        slices,
        intakes,
        problems,
        eventsWithoutGuests,
        budgetYears,
        missing,
        parameters,
        awards,
        countries,
        states,
        newLetter,
        newNotice);
  }

  /** How many PDFs all reports of the year are: the national one and a brief a reporting member. */
  public int documents() {
    return 1 + reportingMembers().size();
  }

  /** Members with at least one dataset reported, each of which gets a brief. */
  List<Member> reportingMembers() {
    return members.stream().filter(Member::reportedAny).toList();
  }

  Definition definition(String metric) {
    return definitions.getOrDefault(metric, Definition.unknown(metric));
  }
}
