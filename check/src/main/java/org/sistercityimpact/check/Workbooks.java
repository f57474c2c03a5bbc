package org.sistercityimpact.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.TemplateMark;
import org.sistercityimpact.check.xlsx.Refusal;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.Worksheet;

/**
 * Says which sheet of a workbook is which dataset: by its name, else by its columns, else by the
 * file's name.
 */
public final class Workbooks {
  private final DatasetNames names;
  private final SheetNames sheets;

  /** The sheets of files with tables of {@code contracts}. */
  public Workbooks(Contracts contracts, DatasetNames names) {
    this.names = names;
    sheets = new SheetNames(contracts);
  }

  /**
   * What becomes of a sheet.
   *
   * @param label the sheet as it is called in every answer; null: the whole file
   * @param dataset that it is; null: none
   * @param problem what it was taken for, or why it is not read; null: nothing to say
   */
  public record Found(String label, String dataset, Problem problem) {}

  /**
   * The sheets of a file; none that is empty and has the name of no dataset.
   *
   * @param year that a sheet's name may hold; null: any
   * @param ofFile the dataset that the file's name means
   */
  public List<Found> sheets(Content content, Integer year, Optional<String> ofFile) {
    if (!SheetNames.isWorkbook(content) && ofFile.isPresent()) {
      // A text under a workbook's name is a text.
      return List.of(new Found(null, ofFile.get(), null));
    }
    if (SheetNames.open(content) instanceof Workbook workbook) {
      return sheets(workbook, year, ofFile);
    }
    return List.of(new Found(null, null, refusal(content)));
  }

  private List<Found> sheets(Workbook workbook, Integer year, Optional<String> ofFile) {
    List<Found> found = new ArrayList<>();
    List<Integer> unnamed = new ArrayList<>();
    List<Integer> ofTemplate = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (int i = 0; i < workbook.sheets().size(); i++) {
      Worksheet sheet = workbook.sheets().get(i);
      Optional<String> dataset = names.meant(sheet.name() + ".csv", year);
      Optional<TemplateMark> mark = SheetNames.templateMark(sheet);
      if (mark.isPresent()) {
        ofTemplate.add(i);
      } else if (dataset.isPresent()) {
        boolean exact = names.assumed(sheet.name() + ".csv", dataset) == null;
        found.add(read(sheet, i, dataset.get(), exact));
        given.add(dataset.get());
      } else if (!SheetNames.isEmpty(sheet)) {
        unnamed.add(i);
      }
    }
    List<Found> template = ofTemplate(workbook, ofTemplate, found.isEmpty() && unnamed.isEmpty());
    template.forEach(sheet -> given.add(sheet.dataset()));
    found.addAll(template);
    List<Found> others = new ArrayList<>();
    for (int i : unnamed) {
      Worksheet sheet = workbook.sheets().get(i);
      Optional<String> dataset = sheets.byHeader(sheet).filter(d -> !given.contains(d));
      // Where name of the file and columns agree, nothing is assumed.
      boolean isSure = unnamed.size() == 1 && ofFile.isPresent() && ofFile.equals(dataset);
      others.add(dataset.map(d -> read(sheet, i, d, isSure)).orElseGet(() -> unread(sheet, i)));
    }
    boolean none = found.isEmpty() && others.stream().allMatch(o -> o.dataset() == null);
    if (none && ofFile.isPresent()) {
      int first = unnamed.isEmpty() ? 0 : unnamed.get(0);
      boolean only = unnamed.size() < 2;
      Found read = read(workbook.sheets().get(first), first, ofFile.get(), only);
      if (others.isEmpty()) {
        return List.of(read);
      }
      others.set(0, read);
      none = false;
    }
    if (none) {
      return List.of(new Found(null, null, names.noSheet()));
    }
    found.addAll(others);
    return found;
  }

  /**
   * The sheets of a template that hold a dataset. Those that nobody has filled say nothing, unless
   * there is nothing else in the file: then it is empty.
   */
  private List<Found> ofTemplate(Workbook workbook, List<Integer> ofTemplate, boolean alone) {
    List<Found> filled = new ArrayList<>();
    List<Found> unfilled = new ArrayList<>();
    for (int i : ofTemplate) {
      Worksheet sheet = workbook.sheets().get(i);
      String dataset = SheetNames.templateMark(sheet).orElseThrow().sheet();
      if (sheets.knows(dataset)) {
        boolean isUnfilled = sheets.isUnfilled(sheet, dataset);
        (isUnfilled ? unfilled : filled).add(read(sheet, i, dataset, true));
      }
    }
    return filled.isEmpty() && alone ? unfilled : filled;
  }

  private Found read(Worksheet sheet, int index, String dataset, boolean isSure) {
    Problem assumed = isSure ? null : ProblemCode.SHEET_READ.ofFile(Map.of("dataset", dataset));
    return new Found(sheets.label(sheet, index), dataset, assumed);
  }

  private Found unread(Worksheet sheet, int index) {
    return new Found(sheets.label(sheet, index), null, names.sheetNotRead());
  }

  /** The one dataset that a text of cells can be by its columns; empty: none, or one of several. */
  public Optional<String> byColumns(Content text) {
    return sheets.byHeader(text);
  }

  /** What is told of a text that was taken for a dataset by its columns. */
  public static Problem columnsRead(String dataset) {
    return ProblemCode.COLUMNS_READ.ofFile(Map.of("dataset", dataset));
  }

  /** Why nothing of a file with a workbook's name or bytes is read. */
  public Problem refusal(Content content) {
    return SheetNames.open(content) instanceof Refusal refusal
        ? SheetNames.refusal(refusal)
        : names.noSheet();
  }
}
