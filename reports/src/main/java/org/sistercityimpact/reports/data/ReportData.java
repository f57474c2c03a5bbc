package org.sistercityimpact.reports.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.transform.Level;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.SqlEngine;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * All that the reports of one year print, read from the warehouse once and for all cities.
 *
 * @param year the data year
 * @param form whether the numbers are the published or the exact ones
 * @param years the data years of its trends, at most five, oldest first
 * @param metrics by level; only of those levels that the kinds of reports print
 * @param members those expected in the year or with rows in it, by id
 * @param ties partnerships by member
 * @param intakes rows read and rejected by member
 * @param problems kinds of problems by member
 * @param eventsWithoutGuests by member, events that say nothing of people from outside; all of them
 *     under an empty id
 * @param heldBack what figures below the state leave out at a city's wish; empty in an edition by
 *     the first rule of disclosure, which is printed as it was
 * @param heldRows those rows by member, in an internal copy alone
 * @param budgetYears by member, last days of budget years that are not 31 December
 * @param countries English names by ISO code
 * @param states English names by postal code
 * @param sensitivity the network's headlines with one assumption moved, those that move most first
 * @param steady by metric, the sum of the members that have a number in every year of the trends
 * @param awards of the year
 * @param stories highlights of the year that may be printed, the newest first
 * @param photos theirs, and those of awards
 * @param registered ids of all members that the registry has, of any year
 * @param received what each member sent, by its id in lower case; read for letters alone
 * @param due the last day in time for the year's files, where the calendar gives one
 * @param office who writes the letters, where the registry says so
 * @param councilNotes what members have their briefs say to their councils, by member
 * @param letter the president's letter in Markdown, where there is one
 * @param notice one line for the foot of every page, such as that the activity is generated
 * @param doubts rows in doubt that nobody has corrected or confirmed yet
 * @param whatIf the parameters that were set otherwise than the method has them; none in all that
 *     may be published
 * @param marked copies of what members sent, for their letters; none where no files are at hand
 * @param edition which edition is printed, where it is one, and what it changes
 */
public record ReportData(
    int year,
    Form form,
    List<Integer> years,
    Map<Level, Map<Metric.Key, Metric>> metrics,
    Map<String, Definition> definitions,
    List<Member> members,
    Map<String, List<Tie>> ties,
    List<Slice> slices,
    Map<String, List<Intake>> intakes,
    Map<String, List<ProblemCount>> problems,
    Map<String, Long> eventsWithoutGuests,
    Optional<List<HeldBack>> heldBack,
    Map<String, List<HeldRow>> heldRows,
    Map<String, List<LocalDate>> budgetYears,
    List<MissingParameter> missing,
    List<Parameter> parameters,
    List<Metric> sensitivity,
    Map<String, Steady> steady,
    List<Award> awards,
    List<Story> stories,
    Photos photos,
    Map<String, String> countries,
    Map<String, String> states,
    Set<String> registered,
    Map<String, Received> received,
    Optional<LocalDate> due,
    Optional<Office> office,
    Map<String, CouncilNote> councilNotes,
    Optional<String> letter,
    Optional<String> notice,
    Optional<String> whatIf,
    List<Doubt> doubts,
    Optional<MarkedCopies> marked,
    Optional<EditionNote> edition) {

  /** Printed beside every total. */
  public static final String METHOD_VERSION = "1.0";

  /**
   * Reads one year, a few statements in all.
   *
   * @param kinds what is going to be printed
   * @throws ConfigurationException if the year has no data; the message names the years there are
   */
  public static ReportData read(SqlEngine engine, int year, Form form, Set<ReportKind> kinds) {
    return new WarehouseReader(engine, year, form, kinds).read();
  }

  /** Reads one year with what stands in originals: the president's letter, the notice, photos. */
  public static ReportData read(
      Warehouse warehouse, SqlEngine engine, int year, Form form, Set<ReportKind> kinds) {
    RegistryTexts texts = new RegistryTexts(warehouse, engine);
    return read(engine, year, form, kinds)
        .withLetter(texts.inForce("letter", year))
        .withNotice(texts.inForce("notice", year))
        .withPhotos(new KeptPhotos(warehouse.originals()));
  }

  /** The same with a president's letter, which is Markdown: paragraphs, **bold** and lists. */
  public ReportData withLetter(Optional<String> newLetter) {
    return copy(
        members,
        newLetter.map(new Typography()::lines),
        notice,
        whatIf,
        doubts,
        marked,
        edition,
        photos);
  }

  /** The same with a line for the foot of every page. */
  public ReportData withNotice(Optional<String> newNotice) {
    return copy(
        members,
        letter,
        newNotice.map(new Typography()::legible),
        whatIf,
        doubts,
        marked,
        edition,
        photos);
  }

  /** The same as an edition. */
  public ReportData withEdition(EditionNote newEdition) {
    return copy(members, letter, notice, whatIf, doubts, marked, Optional.of(newEdition), photos);
  }

  /** The same with every page and table marked as a what-if. */
  public ReportData withWhatIf(Optional<String> set) {
    return copy(members, letter, notice, set, doubts, marked, edition, photos);
  }

  /** The same as a draft whose pages say how many rows are in doubt, and what they make. */
  public ReportData withDoubts(List<Doubt> open) {
    return copy(members, letter, notice, whatIf, open, marked, edition, photos);
  }

  /** The same with letters that come with what their members sent, its cells marked. */
  public ReportData withMarked(MarkedCopies copies) {
    return copy(members, letter, notice, whatIf, doubts, Optional.of(copies), edition, photos);
  }

  /** The same with the photos of its stories and awards. */
  public ReportData withPhotos(Photos newPhotos) {
    return copy(members, letter, notice, whatIf, doubts, marked, edition, newPhotos);
  }

  /** The same for some of the members. */
  public ReportData withMembers(List<Member> newMembers) {
    return copy(newMembers, letter, notice, whatIf, doubts, marked, edition, photos);
  }

  private ReportData copy(
      List<Member> newMembers,
      Optional<String> newLetter,
      Optional<String> newNotice,
      Optional<String> newWhatIf,
      List<Doubt> newDoubts,
      Optional<MarkedCopies> newMarked,
      Optional<EditionNote> newEdition,
      Photos newPhotos) {
    return new ReportData(
        year,
        form,
        years,
        metrics,
        definitions,
        newMembers,
        ties,
        slices,
        intakes,
        problems,
        eventsWithoutGuests,
        heldBack,
        heldRows,
        budgetYears,
        missing,
        parameters,
        sensitivity,
        steady,
        awards,
        stories,
        newPhotos,
        countries,
        states,
        registered,
        received,
        due,
        office,
        councilNotes,
        newLetter,
        newNotice,
        newWhatIf,
        newDoubts,
        newMarked,
        newEdition);
  }

  /** How many PDFs some kinds of reports are. */
  public int documents(Set<ReportKind> kinds) {
    return (kinds.contains(ReportKind.NATIONAL) ? 2 : 0)
        + (kinds.contains(ReportKind.CITY) ? reportingMembers().size() : 0)
        + (kinds.contains(ReportKind.STATE) ? reportingStates().size() : 0)
        + (kinds.contains(ReportKind.LETTER) ? lettered().size() : 0);
  }

  /** What is known of a level: network, state, member …; empty where nothing of it was read. */
  public Map<Metric.Key, Metric> metrics(Level level) {
    return metrics.getOrDefault(level, Map.of());
  }

  /** Members with at least one dataset reported, each of which gets a brief. */
  public List<Member> reportingMembers() {
    return members.stream().filter(Member::reportedAny).toList();
  }

  /** Postal codes of the states of those members, each of which gets a page. */
  public List<String> reportingStates() {
    return reportingMembers().stream().map(Member::state).distinct().sorted().toList();
  }

  /** Members that were expected or sent something, each of which gets a letter. */
  public List<Member> lettered() {
    return members.stream()
        .filter(m -> m.expected() || received.containsKey(ReceivedReader.key(m.id())))
        .toList();
  }

  /** What a figure leaves out at a city's wish. */
  public HeldBack heldBack(Level level, String key) {
    return heldBack.orElse(List.of()).stream()
        .filter(held -> held.level() == level && held.key().equals(key))
        .findFirst()
        .orElse(new HeldBack(level, key, 0, 0));
  }

  public Received receivedOf(Member member) {
    return received.getOrDefault(ReceivedReader.key(member.id()), Received.NOTHING);
  }

  public Definition definition(String metric) {
    return definitions.getOrDefault(metric, Definition.unknown(metric));
  }
}
