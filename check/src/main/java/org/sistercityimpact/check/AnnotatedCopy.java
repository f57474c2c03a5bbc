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
  private final String toFix;

  /** Copies of files that {@code contracts} describe, with comments in English. */
  public AnnotatedCopy(Contracts contracts) {
    this(contracts, "To fix:");
  }

  /**
   * Copies with comments in another language.
   *
   * @param toFix what stands before what to write instead
   */
  public AnnotatedCopy(Contracts contracts, String toFix) {
    this.contracts = contracts;
    this.toFix = toFix;
  }

  /**
   * What was found in a file, or in one sheet of a workbook.
   *
   * @param sheet null: the whole file
   * @param dataset what it was checked as; null: not known
   */
  public record Found(String sheet, String dataset, List<Problem> problems) {
    public Found {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The copy of one file.
   *
   * @param found in it, by sheet
   * @return empty where its cells cannot be told apart, or nothing is to be marked
   */
  public Optional<MarkedCopy.Copy> of(Content content, List<Found> found) {
    if (content.size() > Refusal.MOST_BYTES
        || found.stream().allMatch(f -> marks(f, 1).isEmpty())) {
      return Optional.empty();
    }
    if (SheetNames.isWorkbook(content)) {
      return SheetNames.open(content) instanceof Workbook workbook
          ? Optional.of(marked(workbook, content, found))
          : Optional.empty();
    }
    Found ofFile = found.get(0);
    Optional<SheetCells> cells = cells(content, ofFile);
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    Workbook made = (Workbook) XlsxFile.open(workbook(ofFile.dataset(), cells.get()));
    List<CellMark> marks = marks(ofFile, cells.get().headerRow());
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

  private MarkedCopy.Copy marked(Workbook workbook, Content content, List<Found> found) {
    Map<Worksheet, List<CellMark>> marks = new LinkedHashMap<>();
    for (Found inSheet : found) {
      int headerRow = cells(content, inSheet).map(SheetCells::headerRow).orElse(0);
      marks
          .computeIfAbsent(SheetNames.meant(workbook, inSheet.sheet()), s -> new ArrayList<>())
          .addAll(marks(inSheet, headerRow));
    }
    return MarkedCopy.of(workbook, marks);
  }

  private Optional<SheetCells> cells(Content content, Found found) {
    Optional<Contract> contract = Optional.ofNullable(found.dataset()).flatMap(contracts::named);
    return contract.flatMap(c -> SheetCells.of(content, found.sheet(), c));
  }

  private List<CellMark> marks(Found found, int headerRow) {
    return found.problems().stream()
        .filter(problem -> problem.severity() != Severity.ASSUMED)
        .map(problem -> mark(problem, headerRow))
        .toList();
  }

  private CellMark mark(Problem problem, int headerRow) {
    return new CellMark(
        problem.sourceRow() == 0 ? headerRow : problem.sourceRow(),
        problem.column(),
        problem.severity() == Severity.ERROR ? CellMark.Color.RED : CellMark.Color.YELLOW,
        problem.message() + '\n' + toFix + ' ' + problem.fix());
  }
}
