package org.sistercityimpact.release.diff;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.transform.Level;

/** What of a comparison is told in the next national report: the network's changed figures. */
public final class ChangeNote {
  private ChangeNote() {}

  /** What edition {@code edition} tells of the one before. */
  public static EditionNote of(EditionName edition, Optional<Edition> before, EditionDiff diff) {
    return new EditionNote(
        edition.toString(),
        diff.from(),
        before
            .flatMap(Edition::withdrawal)
            .map(w -> new EditionNote.Withdrawn(w.withdrawnAt(), w.withdrawnBy(), w.reason()))
            .orElse(null),
        diff.count("new"),
        diff.count("changed"),
        diff.count("removed"),
        diff.same(),
        diff.count(FigureChange.RULE_CHANGED),
        diff.figures().stream()
            .filter(figure -> figure.kind().equals("changed") && figure.level() == Level.NETWORK)
            // Another number of rows behind the same value is not seen in print.
            .filter(figure -> !figure.before().words().equals(figure.after().words()))
            .map(figure -> change(figure, diff.causes()))
            .toList());
  }

  private static EditionNote.Change change(FigureChange figure, List<Cause> causes) {
    return new EditionNote.Change(
        figure.metricId(),
        figure.dataYear(),
        value(figure.before()),
        value(figure.after()),
        figure.causes().stream().map(cause -> reason(causes.get(cause))).distinct().toList());
  }

  private static EditionNote.Value value(FigureValue value) {
    return new EditionNote.Value(
        value.low(),
        value.central(),
        value.high(),
        value.n() == null ? 0 : value.n(),
        value.status(),
        value.rowsNotComputed());
  }

  private static EditionNote.Reason reason(Cause cause) {
    if (cause instanceof Cause.Submission file) {
      return file.memberId() == null
          ? new EditionNote.Reason("registry", null, null, null, null)
          : new EditionNote.Reason(
              "file_" + file.event().name().toLowerCase(Locale.ROOT),
              file.dataset(),
              null,
              file.memberId(),
              file.dataYear());
    }
    if (cause instanceof Cause.Parameter parameter) {
      return new EditionNote.Reason(
          "parameter", parameter.parameter(), parameter.key(), null, null);
    }
    return new EditionNote.Reason("method", null, null, null, null);
  }
}
