package org.sistercityimpact.reports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of one city's brief: what is no metric but stands around them. */
public final class BriefPage {
  private static final int PROBLEM_KINDS = 4;

  private final ReportData data;
  private final Member member;
  private final List<Tie> ties;
  private final Breakdown breakdown;
  private final int shown;

  BriefPage(ReportData data, Member member, List<Tie> ties, Breakdown breakdown, int shown) {
    this.data = data;
    this.member = member;
    this.ties = ties;
    this.breakdown = breakdown;
    this.shown = shown;
  }

  /** The data year. */
  public String year() {
    return Integer.toString(data.year());
  }

  /** The year before. */
  public String lastYear() {
    return Integer.toString(data.year() - 1);
  }

  /** "Fort Worth, Texas". */
  public String name() {
    String state = data.stateName(member.state());
    return member.name().equals(state) ? state : member.name() + ", " + state;
  }

  /** Whom it is for, population and membership. */
  public String subtitle() {
    return "Prepared for the "
        + council()
        + (member.population() == null
            ? "  ·  population not known"
            : "  ·  population " + Figures.count(member.population()))
        + (member.since() == null ? "" : "  ·  member since " + member.since());
  }

  private String council() {
    return switch (member.jurisdiction()) {
      case "city" -> "city council";
      case "county" -> "county council";
      default -> "council";
    };
  }

  /** People of the exchanges of one purpose, in both directions and virtual. */
  public String peopleFor(String purpose) {
    return member.reported("exchanges") ? breakdown.people(purpose) : Status.NOT_REPORTED.words();
  }

  /** Costs by category, the largest first. */
  public String costByCategory() {
    if (!member.reported("budgets")) {
      return "The city did not report a budget for this year.";
    }
    List<Map.Entry<String, BigDecimal>> costs = breakdown.costs();
    return costs.isEmpty()
        ? "No cost was reported."
        : costs.stream()
                .map(e -> e.getKey() + " " + Figures.dollars(e.getValue()))
                .collect(Collectors.joining(", ", "For ", "."))
            + budgetYear();
  }

  private String budgetYear() {
    List<LocalDate> ends = data.budgetYears().getOrDefault(member.id(), List.of());
    return ends.isEmpty()
        ? ""
        : ends.stream()
            .map(end -> Brief.date(end))
            .collect(Collectors.joining(", ", " Budget year ending ", "."));
  }

  /** Who the peers are. */
  public String peers() {
    return "Peers: the other members of the same population band that reported the dataset for "
        + data.year()
        + "; a median is shown with 5 or more of them.";
  }

  /** How many ties there are. */
  public String ties() {
    return ties.size() == 1 ? "1 partnership" : Figures.count(ties.size()) + " partnerships";
  }

  /** "and 4 more", where not all ties fit. */
  public String moreTies() {
    int more = ties.size() - shown;
    if (ties.isEmpty()) {
      return "The registry holds no partnership of this member.";
    }
    return more > 0
        ? "and " + more + " more in the registry; those with the latest exchange stand here"
        : "";
  }

  /** Contacts of a stage by evidence. */
  public String evidence(String metric, String letter) {
    return breakdown.evidence(metric, letter);
  }

  /** What the brief does not claim. */
  public String limits() {
    return """
        Trips abroad are culture and reciprocity, never local economic impact. Effects are the sum \
        of local effects, never an effect on a state's economy. Trade is counted by stage and \
        evidence; no rate from stage to stage is given. The figures are consistent with the program's work; \
        they do not show what would have happened without it.""";
  }

  /** Rows read and refused, and the kinds of problems in them. */
  public String quality() {
    List<Intake> intakes = data.intakes().getOrDefault(member.id(), List.of());
    long read = intakes.stream().mapToLong(Intake::read).sum();
    long accepted = intakes.stream().mapToLong(Intake::accepted).sum();
    long rejected = intakes.stream().mapToLong(Intake::rejected).sum();
    long duplicate = intakes.stream().mapToLong(Intake::duplicate).sum();
    String silent =
        Dataset.ALL.stream()
            .filter(d -> !member.reported(d.id()))
            .map(Dataset::words)
            .collect(Collectors.joining(", "));
    return "%s rows read: %s accepted, %s rejected, %s sent twice. %s%s"
        .formatted(
            Figures.count(read),
            Figures.count(accepted),
            Figures.count(rejected),
            Figures.count(duplicate),
            silent.isEmpty() ? "All datasets were reported. " : "Not reported: " + silent + ". ",
            events() + problemKinds());
  }

  /** Events whose guests from outside are not known add no spending, which is said, not hidden. */
  private String events() {
    long unknown = data.eventsWithoutGuests().getOrDefault(member.id(), 0L);
    return unknown == 0
        ? ""
        : Figures.count(unknown)
            + (unknown == 1 ? " event says" : " events say")
            + " nothing of guests from outside, so no spending is counted there. ";
  }

  private String problemKinds() {
    List<ProblemCount> problems = data.problems().getOrDefault(member.id(), List.of());
    if (problems.isEmpty()) {
      return "No problems were found.";
    }
    int more = problems.size() - PROBLEM_KINDS;
    return problems.stream()
            .limit(PROBLEM_KINDS)
            .map(p -> p.code().replace('-', ' ') + " (" + Figures.count(p.count()) + ")")
            .collect(Collectors.joining(", ", "Problems found: ", ""))
        + (more > 0 ? " and " + more + (more == 1 ? " more kind." : " more kinds.") : ".");
  }
}
