package org.sistercityimpact.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes tables beside the documents, each as CSV and as a workbook. */
final class DataFiles {
  private final ReportData data;
  private final OutputFolder out;

  DataFiles(ReportData data, OutputFolder out) {
    this.data = data;
    this.out = out;
  }

  /** Writes one table in both forms; gives where they are. */
  List<Path> write(Table table) {
    return List.of(
        out.write(table.file() + ".csv", CsvText.of(table)),
        out.write(table.file() + ".xlsx", XlsxFile.of(table, about(table))));
  }

  private List<List<String>> about(Table table) {
    List<List<String>> about = new ArrayList<>();
    about.add(List.of("Table", table.title()));
    about.add(List.of("Data year", Integer.toString(data.year())));
    about.add(List.of("Method", "Impact method " + ReportData.METHOD_VERSION));
    about.add(List.of("Coverage", new Coverage(data).sentence()));
    about.add(
        List.of(
            "Status",
            "Where a table has a status, only 'value' comes with numbers. The others say why there"
                + " is none: not_reported, not_computed, withheld, not_known and not_applicable are"
                + " different things, and none of them is zero."));
    about.add(
        List.of(
            "Precision",
            "A spreadsheet keeps 15 digits of a number; the CSV file of the same name has all of"
                + " them."));
    about.add(
        List.of(
            "Text",
            "A text that a spreadsheet might take for a formula stands behind an apostrophe."));
    data.notice().ifPresent(n -> about.add(List.of("Notice", n)));
    return about;
  }
}
