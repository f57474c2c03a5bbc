package org.sistercityimpact.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.TemplateMark;

/** What stands above the header of a sheet that was made by {@code impact template}. */
final class Template {
  private static final Set<String> NOTHING = Set.of("nothing to report", "nada que informar");

  /** How people tick a box that offers other words. */
  private static final Set<String> TICKS = Set.of("x", "yes", "sí", "si", "true", "✓", "✔", "☑");

  private final TemplateMark mark;
  private final int row;
  private String box = "";

  private Template(TemplateMark mark, int row) {
    this.mark = mark;
    this.row = row;
  }

  /** The template whose first row a sheet stands on; null: it is another sheet. */
  static Template begunBy(Sheet sheet) {
    Optional<TemplateMark> mark =
        sheet.cells().length == 0 ? Optional.empty() : TemplateMark.read(sheet.cells()[0]);
    return mark.map(m -> new Template(m, sheet.row())).orElse(null);
  }

  /** Looks at a further row above the header. */
  void above(Sheet sheet) {
    if (sheet.row() == row + 1 && sheet.cells().length > 0) {
      box = Fold.text(sheet.cells()[0]);
    }
  }

  /** Whether anything stands in the box. */
  boolean isBoxFilled() {
    return !box.isEmpty();
  }

  /** Whether the box says that there is nothing to report. */
  boolean saysNothing() {
    return NOTHING.contains(box) || TICKS.contains(box);
  }

  /** Tells of a template of another day, year or city. */
  void tell(Contract contract, Context context, Problems problems) {
    String today = TemplateMark.version(contract);
    if (!mark.version().equals(today)) {
      problems.add(
          ProblemCode.OTHER_TEMPLATE.ofFile(Map.of("version", mark.version(), "today", today)));
    }
    boolean otherYear = context.dataYear() != null && context.dataYear() != mark.dataYear();
    boolean otherMember =
        context.memberId() != null
            && !Fold.text(context.memberId()).equals(Fold.text(mark.memberId()));
    if (otherYear || otherMember) {
      problems.add(
          ProblemCode.TEMPLATE_ELSEWHERE.ofFile(
              Map.of("member", mark.memberId(), "year", String.valueOf(mark.dataYear()))));
    }
  }
}
