package org.sistercityimpact.reports.data;

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
 * @param results what was computed
 * @param method how
 * @param network what the registry says
 * @param reporting what members sent
 * @param additions what is printed beside it
 */
public record ReportData(
    int year,
    Form form,
    List<Integer> years,
    Results results,
    Method method,
    Network network,
    Reporting reporting,
    Additions additions) {

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
  public ReportData withLetter(RegistryText letter) {
    return with(additions.withLetter(letter.map(new Typography()::lines)));
  }

  /** The same with a line for the foot of every page. */
  public ReportData withNotice(RegistryText notice) {
    return with(additions.withNotice(notice.map(new Typography()::legible)));
  }

  /** The same as an edition. */
  public ReportData withEdition(EditionNote edition) {
    return with(additions.withEdition(edition));
  }

  /** The same with every page and table marked as a what-if. */
  public ReportData withWhatIf(Optional<String> set) {
    return with(additions.withWhatIf(set));
  }

  /** The same as a draft whose pages say how many rows are in doubt, and what they make. */
  public ReportData withDoubts(List<Doubt> open) {
    return with(additions.withDoubts(open));
  }

  /** The same with letters that come with what their members sent, its cells marked. */
  public ReportData withMarked(MarkedCopies copies) {
    return with(additions.withMarked(copies));
  }

  /** The same with the photos of its stories and awards. */
  public ReportData withPhotos(Photos photos) {
    return with(additions.withPhotos(photos));
  }

  private ReportData with(Additions newAdditions) {
    return new ReportData(year, form, years, results, method, network, reporting, newAdditions);
  }

  /** The same for some of the members. */
  public ReportData withMembers(List<Member> members) {
    return new ReportData(
        year, form, years, results, method, network.withMembers(members), reporting, additions);
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
    return results.metrics().getOrDefault(level, Map.of());
  }

  /** Members with at least one dataset reported, each of which gets a brief. */
  public List<Member> reportingMembers() {
    return network.members().stream().filter(Member::reportedAny).toList();
  }

  /** Postal codes of the states of those members, each of which gets a page. */
  public List<String> reportingStates() {
    return reportingMembers().stream().map(Member::state).distinct().sorted().toList();
  }

  /** Members that were expected or sent something, each of which gets a letter. */
  public List<Member> lettered() {
    return network.members().stream()
        .filter(m -> m.expected() || reporting.received().containsKey(ReceivedReader.key(m.id())))
        .toList();
  }

  /** What a figure leaves out at a city's wish. */
  public HeldBack heldBack(Level level, String key) {
    return reporting.heldBack().orElse(List.of()).stream()
        .filter(held -> held.level() == level && held.key().equals(key))
        .findFirst()
        .orElse(new HeldBack(level, key, 0, 0));
  }

  public Received receivedOf(Member member) {
    return reporting.received().getOrDefault(ReceivedReader.key(member.id()), Received.NOTHING);
  }

  public Definition definition(String metric) {
    return method.definitions().getOrDefault(metric, Definition.unknown(metric));
  }
}
