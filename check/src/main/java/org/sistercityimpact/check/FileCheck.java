package org.sistercityimpact.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a city hears about one file before it sends it.
 *
 * @param file as given
 * @param sheet of a workbook; null: the whole file
 * @param dataset what it was checked as; null: not known
 * @param memberId whose it was taken for; null: not known
 * @param dataYear the reporting year it was taken for; null: not known
 * @param checked the account of its rows
 * @param problems in the order of the file
 */
public record FileCheck(
    String file,
    String sheet,
    String dataset,
    String memberId,
    Integer dataYear,
    Checked checked,
    List<Problem> problems) {

  public FileCheck {
    problems = List.copyOf(problems);
  }

  /** What was found, for a copy in which it is marked. */
  public AnnotatedCopy.Found found() {
    return new AnnotatedCopy.Found(sheet, dataset, problems);
  }

  /** All of it under the names that other programs know: texts, numbers, lists, maps and null. */
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file);
    document.put("sheet", sheet);
    document.put("dataset", dataset);
    document.put("member_id", memberId);
    document.put("data_year", dataYear);
    document.put("outcome", checked.outcome().name().toLowerCase(Locale.ROOT));
    document.put("rows_read", checked.read());
    document.put("rows_accepted", checked.accepted());
    document.put("rows_rejected", checked.rejected());
    document.put("rows_duplicate", checked.duplicate());
    document.put("problems", problems.stream().map(this::document).toList());
    return document;
  }

  private Map<String, Object> document(Problem problem) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file);
    document.put("sheet", sheet);
    document.put("source_row", problem.sourceRow() == 0 ? null : problem.sourceRow());
    document.put("column_letter", problem.columnLetter());
    document.put("column_name", problem.columnName());
    document.put("value", problem.value());
    document.put("code", problem.code());
    document.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    document.put("message", problem.message());
    document.put("fix", problem.fix());
    return document;
  }
}
