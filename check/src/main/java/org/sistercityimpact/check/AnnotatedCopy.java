package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.xlsx.CellMark;
import org.sistercityimpact.check.xlsx.MarkedCopy;
import org.sistercityimpact.check.xlsx.PlainWorkbook;
import org.sistercityimpact.check.xlsx.Refusal;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.Worksheet;
import org.sistercityimpact.check.xlsx.XlsxFile;

/**
 * A city's own file as a workbook in which the cells with errors and warnings are marked, each with
 * a comment that says what is wrong and what to write. What was only assumed needs no mark.
 */
public final class AnnotatedCopy {
  private static final int MOST_ROWS = 1_048_576;

  private final Contracts contracts;

  /** Copies of files that {@code contracts} describe. */
  public AnnotatedCopy(Contracts contracts) {
    this.contracts = contracts;
  }

  /**
   * The copy of one file.
   *
   * @param checks what was found in it, by sheet
   * @return empty where its cells cannot be told apart, or nothing is to be marked
   */
  public Optional<MarkedCopy.Copy> of(Content content, List<FileCheck> checks) {
    if (content.size() > Refusal.MOST_BYTES
        || checks.stream().allMatch(c -> marks(c, 1).isEmpty())) {
      return Optional.empty();
    }
    if (SheetNames.isWorkbook(content)) {
      return SheetNames.open(content) instanceof Workbook workbook
          ? Optional.of(marked(workbook, content, checks))
          : Optional.empty();
    }
    FileCheck check = checks.get(0);
    Optional<SheetCells> cells = cells(content, check);
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    Workbook made = (Workbook) XlsxFile.open(workbook(check.dataset(), cells.get()));
    List<CellMark> marks = marks(check, cells.get().headerRow());
    return Optional.of(MarkedCopy.of(made, Map.of(made.sheets().get(0), marks)));
  }

  /** A text's cells as a workbook. */
  private static byte[] workbook(String name, SheetCells cells) {
    PlainWorkbook workbook = new PlainWorkbook();
    cells.each(
        (row, texts) -> {
          workbook.row(row, Stream.of(texts).map(CellText::harmless).toArray(String[]::new));
          return row < MOST_ROWS;
        });
    return workbook.bytes(name);
  }

  private MarkedCopy.Copy marked(Workbook workbook, Content content, List<FileCheck> checks) {
    Map<Worksheet, List<CellMark>> marks = new LinkedHashMap<>();
    for (FileCheck check : checks) {
      int headerRow = cells(content, check).map(SheetCells::headerRow).orElse(0);
      marks
          .computeIfAbsent(SheetNames.meant(workbook, check.sheet()), s -> new ArrayList<>())
          .addAll(marks(check, headerRow));
    }
    return MarkedCopy.of(workbook, marks);
  }

  private Optional<SheetCells> cells(Content content, FileCheck check) {
    Optional<Contract> contract = Optional.ofNullable(check.dataset()).flatMap(contracts::named);
    return contract.flatMap(c -> SheetCells.of(content, check.sheet(), c));
  }

  private static List<CellMark> marks(FileCheck check, int headerRow) {
    return check.problems().stream()
        .filter(problem -> problem.severity() != Severity.ASSUMED)
        .map(problem -> mark(problem, headerRow))
        .toList();
  }

  private static CellMark mark(Problem problem, int headerRow) {
    return new CellMark(
        problem.sourceRow() == 0 ? headerRow : problem.sourceRow(),
        problem.column(),
        problem.severity() == Severity.ERROR ? CellMark.Color.RED : CellMark.Color.YELLOW,
        problem.message() + "\nTo fix: " + problem.fix());
  }
}
