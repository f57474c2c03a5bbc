package org.sistercityimpact.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sistercityimpact.check.Sheet.BrokenSheet;

/**
 * The problems of one file as a person wants to read them: equal assumptions once, with the rows of
 * the others, but for settled names, which a trace asks for by row; the line of an editor beside a
 * row where the two differ.
 */
final class FileProblems implements Problems {
  /** Assumptions that say of each cell something else, and of a column the same. */
  private static final Set<String> OF_COLUMNS =
      Set.of(
          ProblemCode.NUMBER_READ.code(),
          ProblemCode.DATE_READ.code(),
          ProblemCode.MONTH_READ.code());

  private final Problems into;
  private final Map<String, Alike> assumptions = new LinkedHashMap<>();
  private Opened opened;
  private int[] lines;

  FileProblems(Problems into) {
    this.into = into;
  }

  /** Assumptions of one kind: the first, and the rows of the others. */
  private static final class Alike {
    private final Problem first;
    private final Told others = new Told();

    Alike(Problem first) {
      this.first = first;
    }

    Problem told() {
      return others.isEmpty()
          ? first
          : first.with("%s (likewise in %s)".formatted(first.message(), others.rows()));
    }
  }

  /** From now on rows are those of this file. */
  void begin(Opened ofFile) {
    opened = ofFile;
    lines = null;
  }

  @Override
  public void add(Problem problem) {
    if (problem.severity() != Severity.ASSUMED
        || problem.sourceRow() == 0
        || problem.code().equals(ProblemCode.NAME_SETTLED.code())
        || into.wantsEach()) {
      into.add(placed(problem));
      return;
    }
    boolean ofColumn = OF_COLUMNS.contains(problem.code());
    String kind =
        problem.code() + "|" + problem.column() + "|" + (ofColumn ? "" : problem.message());
    Alike alike = assumptions.get(kind);
    if (alike == null && assumptions.size() == CappedProblems.MOST) {
      into.add(placed(problem));
    } else if (alike == null) {
      assumptions.put(kind, new Alike(problem));
    } else {
      alike.others.add(problem.sourceRow());
    }
  }

  @Override
  public void discard() {
    assumptions.clear();
    into.discard();
  }

  /** Hands on what was gathered. */
  void finish() {
    assumptions.values().forEach(alike -> into.add(placed(alike.told())));
  }

  private Problem placed(Problem problem) {
    int row = problem.sourceRow();
    if (row == 0 || opened == null) {
      return problem;
    }
    if (lines == null) {
      lines = opened.isLineByLine() ? new int[0] : lines(opened.sheet());
    }
    int line = row < lines.length ? lines[row] : row;
    return line == row
        ? problem
        : problem.with("%s (line %d of a text editor)".formatted(problem.message(), line));
  }

  private static int[] lines(Sheet sheet) {
    int[] lines = new int[64];
    try {
      while (sheet.next()) {
        if (sheet.row() >= lines.length) {
          lines = java.util.Arrays.copyOf(lines, lines.length * 2);
        }
        lines[sheet.row()] = sheet.line();
      }
    } catch (BrokenSheet unusable) {
      // No row of such a file is told.
    }
    return lines;
  }
}
