package org.sistercityimpact.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sistercityimpact.check.Checker;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.Problem;
import org.sistercityimpact.check.Problems;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.Severity;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.cli.Answer.Name;
import org.sistercityimpact.cli.UnclearNames.Unclear;

/**
 * The answers of one go: those that settle a name are taken, all others refused with the reason. It
 * never guesses: two answers of one name that differ are both refused.
 */
final class NewAnswers {
  private static final String DIFFERENT = "different";

  private final Contracts contracts;
  private final UnclearNames unclear;
  private final Organizations organizations;
  private final String by;
  private final Map<String, Answer> before = new LinkedHashMap<>();
  private final List<Answer> twice = new ArrayList<>();
  private final Map<String, List<String>> near = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private final Set<String> hidden = new HashSet<>();
  private final Map<String, Answer> taken = new LinkedHashMap<>();
  private final Map<String, Answer> refused = new LinkedHashMap<>();
  private final Set<String> places = new HashSet<>();
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param before what is kept so far
   * @param by who answers where a row does not say it; may be null
   */
  NewAnswers(
      Contracts contracts,
      UnclearNames unclear,
      Organizations organizations,
      List<Answer> before,
      String by) {
    this.contracts = contracts;
    this.unclear = unclear;
    this.organizations = organizations;
    this.by = by == null ? "" : by;
    for (Answer answer : before) {
      // What stands there twice stays so: it is ingest that tells of it.
      if (this.before.putIfAbsent(answer.name().key(), answer) != null) {
        twice.add(answer);
      }
    }
    organizations
        .questions(before)
        .forEach(question -> near.put(question.spelled().name().key(), question.proposals()));
    for (Unclear each : unclear.all()) {
      if (each.isHidden()) {
        hidden.add(each.place());
      } else {
        written.add(each.name().key());
        written.add(each.name().ofAll().key());
      }
    }
  }

  /** Takes a row of the reviewed file, if it has an answer. */
  void take(Answer row) {
    if (row.meant().isEmpty()) {
      return;
    }
    Answer answer =
        new Answer(row.name().inColumn(column(row.name().column())), row.meant(), row.cells());
    Name name = answer.name();
    String place = Unclear.place(name, answer.cell("file"), answer.cell("row"));
    String why = whyNoName(name, hidden.contains(place));
    String meant = why == null ? meant(answer) : null;
    if (why == null && meant == null) {
      why = whyNothing(name.column());
    }
    if (why == null && contradicts(name, meant)) {
      Answer other = taken.remove(name.key());
      refuse(other, "another row says '%s' (leave one of them)".formatted(answer.meant()));
      why = "another row says '%s' (leave one of them)".formatted(other.meant());
    }
    if (why != null) {
      refuse(answer, why);
      return;
    }
    places.add(place);
    String who = answer.cell("answered_by");
    taken.put(name.key(), Answer.of(name, meant, who.isEmpty() ? by : who, answer.cell("note")));
  }

  private boolean contradicts(Name name, String meant) {
    Answer other = taken.get(name.key());
    return other != null && !Fold.text(other.meant()).equals(Fold.text(meant));
  }

  /** The column's own name, whatever hand wrote it. */
  private String column(String column) {
    return Stream.concat(Stream.of(UnclearNames.TIE, "currency"), organizations.columns().stream())
        .filter(own -> Fold.letters(own).equals(Fold.letters(column)))
        .findFirst()
        .orElse(column);
  }

  /** Why a name is none that can be settled; null: it can be. */
  private String whyNoName(Name name, boolean isHidden) {
    if (name.written().isEmpty()) {
      return "the row does not say what is written there (write it into the column written, if it names no person)";
    }
    if (organizations.columns().contains(name.column())) {
      return organizations.spelled(name) == null
          ? "no file of the member has the name (let 'impact match' write the row anew)"
          : null;
    }
    if (!name.column().equals(UnclearNames.TIE) && !unclear.isCode(name.column())) {
      return "there is no such column (write partnership_id, currency, %s)"
          .formatted(String.join(" or ", organizations.columns()));
    }
    return isHidden || written.contains(name.key())
        ? null
        : "no unclear name of the member is written so (let 'impact match' write the row anew)";
  }

  private String whyNothing(String column) {
    if (column.equals(UnclearNames.TIE)) {
      return "it is no partnership of the member (write its partnership_id; a new one goes into partnerships.csv first)";
    }
    return organizations.columns().contains(column)
        ? "no file of the member has that name (write one of the proposals, or 'different'; a right name that no file has goes into names.csv by hand)"
        : "it is no code of the list (write a code of sql/reference)";
  }

  /** What an answer names, as the registry, the list or the member's files spell it. */
  private String meant(Answer answer) {
    Name name = answer.name();
    if (!organizations.columns().contains(name.column())) {
      return unclear.known(answer);
    }
    if (Fold.text(answer.meant()).equals(DIFFERENT) || answer.isOwn()) {
      return name.written();
    }
    String spelled =
        organizations.spelled(new Name(name.column(), name.memberId(), answer.meant()));
    return spelled != null
        ? spelled
        : before.values().stream()
            .filter(other -> other.name().column().equals(name.column()))
            .map(Answer::meant)
            .filter(meant -> Fold.text(meant).equals(Fold.text(answer.meant())))
            .findFirst()
            .orElse(null);
  }

  private void refuse(Answer answer, String why) {
    Name name = answer.name();
    reasons.add(
        "Cannot take answer '%s' for %s '%s' of %s: %s"
            .formatted(
                answer.meant(),
                name.column(),
                name.written(),
                name.memberId().isEmpty() ? "all members" : name.memberId(),
                why));
    refused.put(
        name.written().isEmpty()
            ? Unclear.place(name, answer.cell("file"), answer.cell("row"))
            : name.key(),
        answer);
  }

  /** Drops what ingest would refuse, or what contradicts what is kept. */
  void finish() {
    dropWrong();
    dropCircles();
  }

  /** How many were taken. */
  int count() {
    return taken.size();
  }

  /** Cells whose text is not shown, and that were answered. */
  Set<String> places() {
    return places;
  }

  /** By the name, or by the cell where the text is not shown. */
  Map<String, Answer> refused() {
    return refused;
  }

  /** A line for each answer that was refused. */
  List<String> reasons() {
    return reasons;
  }

  /** All answers that there are now; a name that another one meant leads where that one does. */
  List<Answer> all() {
    List<Answer> all = together();
    Registry said = Answer.registry(all);
    return all.stream()
        .map(
            answer -> {
              Name name = answer.name();
              String end = said.meant(name.column(), name.memberId(), name.written());
              boolean leads = organizations.columns().contains(name.column()) && end != null;
              return leads && !end.equals(answer.meant()) ? answer.meaning(end) : answer;
            })
        .toList();
  }

  private List<Answer> together() {
    Map<String, Answer> all = new LinkedHashMap<>(before);
    all.putAll(taken);
    apart().forEach(all::putIfAbsent);
    return Stream.concat(
            all.values().stream(),
            twice.stream().filter(answer -> !taken.containsKey(answer.name().key())))
        .toList();
  }

  /** A name that is different from others says the same of those. */
  private Map<String, Answer> apart() {
    Map<String, Answer> apart = new LinkedHashMap<>();
    for (Answer answer : taken.values()) {
      boolean isOwn = answer.isOwn() && organizations.columns().contains(answer.name().column());
      for (String other :
          isOwn ? near.getOrDefault(answer.name().key(), List.of()) : List.<String>of()) {
        Name name = new Name(answer.name().column(), answer.name().memberId(), other);
        String note = "another than " + answer.name().written();
        apart.putIfAbsent(name.key(), Answer.of(name, other, answer.cell("answered_by"), note));
      }
    }
    return apart;
  }

  private void dropWrong() {
    List<Answer> rows = List.copyOf(taken.values());
    try {
      String text = AnswerFile.text(Answer.COLUMNS, rows.stream().map(Answer::cells).toList());
      Errors errors = new Errors();
      new Checker(contracts.named("names").orElseThrow(), contracts)
          .check(
              text.getBytes(StandardCharsets.UTF_8),
              new Context(null, null, unclear.registry()),
              errors);
      errors.byRow.forEach(
          (row, error) -> {
            Answer answer = rows.get(row - 2);
            taken.remove(answer.name().key());
            refuse(answer, "%s (%s)".formatted(error.message(), error.fix()));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Errors implements Problems {
    private final Map<Integer, Problem> byRow = new HashMap<>();

    @Override
    public void add(Problem problem) {
      if (problem.severity() == Severity.ERROR && problem.sourceRow() > 0) {
        byRow.putIfAbsent(problem.sourceRow(), problem);
      }
    }

    @Override
    public void discard() {
      byRow.clear();
    }
  }

  private void dropCircles() {
    Registry said = Answer.registry(together());
    Set<String> circles =
        taken.values().stream()
            .map(Answer::name)
            .filter(name -> said.meant(name.column(), name.memberId(), name.written()) == null)
            .map(Name::key)
            .collect(Collectors.toSet());
    for (String key : circles) {
      refuse(
          taken.remove(key),
          "together with other answers it leads back to the name itself (see names.csv; one of them is to go)");
    }
  }
}
