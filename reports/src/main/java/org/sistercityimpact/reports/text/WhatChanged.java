package org.sistercityimpact.reports.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.reports.data.Bound;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.reports.data.EditionNote.Change;
import org.sistercityimpact.reports.data.EditionNote.Reason;
import org.sistercityimpact.reports.data.EditionNote.Value;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.Metric;
import org.sistercityimpact.reports.data.MetricStatus;
import org.sistercityimpact.reports.data.Typography;
import org.sistercityimpact.transform.Amount;
import org.sistercityimpact.transform.Level;

/** The change note: what an edition says otherwise than the one before, and why. */
public final class WhatChanged {
  private static final int REASONS = 3;

  private final EditionNote note;
  private final Figures figures;
  private final Words words;
  private final Map<String, String> members;

  public WhatChanged(EditionNote note, Figures figures) {
    this.note = note;
    this.figures = figures;
    this.words = figures.words();
    this.members =
        figures.data().network().members().stream()
            .collect(Collectors.toMap(Member::id, Member::name));
  }

  public Printed title() {
    return words.say("what-changed.since", note.previous());
  }

  /** How many figures changed, at all levels. */
  public Printed lead() {
    return words.sentences(
        withdrawn(),
        words.say("what-changed.counts", note.changed(), note.added(), note.removed(), note.same()),
        words.when(
            note.byRule() != null && note.byRule() > 0,
            "what-changed.by_rule",
            note.byRule() == null ? 0 : note.byRule()),
        words.say(
            note.changes().isEmpty() ? "what-changed.none" : "what-changed.below",
            note.changes().size()));
  }

  private Printed withdrawn() {
    EditionNote.Withdrawn withdrawn = note.withdrawn();
    return withdrawn == null
        ? Printed.plain("")
        : words.say(
            "what-changed.withdrawn",
            note.previous(),
            words.numbers().day(LocalDate.parse(withdrawn.at().substring(0, 10))),
            new Typography().legible(withdrawn.reason()));
  }

  /** The same in a word, with where the rest stands. */
  public String brief(String see) {
    return words
        .sentences(
            withdrawn(),
            words.say("what-changed.brief", note.previous(), note.changes().size()),
            see)
        .text();
  }

  public Printed previous() {
    return words.say("what-changed.edition", note.previous());
  }

  public Printed edition() {
    return words.say("what-changed.edition", note.edition());
  }

  /** Figure, year, before, after and reasons. */
  public List<TableRow> lines() {
    return note.changes().stream()
        .map(
            change ->
                TableRow.of(
                    figures.wording(change.metric()).title(),
                    String.valueOf(change.year()),
                    // What was said before is no figure of this report.
                    print(change, change.before()).text(),
                    print(change, change.after()),
                    reasons(change.reasons())))
        .toList();
  }

  /** Rounded, where the two still differ then. */
  private Printed print(Change change, Value value) {
    boolean told =
        !number(change, change.before()).text().equals(number(change, change.after()).text());
    return told ? number(change, value) : figures.exact(cell(change, value), Bound.CENTRAL);
  }

  private Printed number(Change change, Value value) {
    return figures.number(cell(change, value), Bound.CENTRAL);
  }

  private static Metric cell(Change change, Value value) {
    return new Metric(
        new Metric.Key(change.metric(), change.year(), Level.NETWORK, ""),
        new Amount(value.low(), value.central(), value.high()),
        value.n(),
        MetricStatus.of(value.status()),
        value.notComputed());
  }

  private String reasons(List<Reason> reasons) {
    List<String> said = new ArrayList<>();
    reasons.stream().limit(REASONS).forEach(reason -> said.add(reason(reason)));
    if (reasons.size() > REASONS) {
      said.add(words.say("what-changed.more", reasons.size() - REASONS).text());
    }
    return String.join("; ", said);
  }

  private String reason(Reason reason) {
    Printed said =
        switch (reason.event()) {
          case "file_new" -> words.say("what-changed.file_new", file(reason));
          case "file_replaced" -> words.say("what-changed.file_replaced", file(reason));
          case "file_withdrawn" -> words.say("what-changed.file_withdrawn", file(reason));
          case "file_checked_afresh" -> words.say("what-changed.file_checked_afresh", file(reason));
          case "registry" -> words.say("what-changed.registry");
          case "parameter" ->
              words.say(
                  "what-changed.parameter",
                  words.name("parameter", reason.name()),
                  words.name("parameter.key", reason.key()));
          case "method" -> words.say("what-changed.method");
          default -> throw new IllegalArgumentException("No such event: " + reason.event());
        };
    return said.text();
  }

  /** Whose file of what, of which year. */
  private Printed file(Reason reason) {
    return words.say(
        "what-changed.file",
        words.name("dataset", reason.name()),
        members.getOrDefault(reason.member(), reason.member()),
        String.valueOf(reason.year()));
  }
}
