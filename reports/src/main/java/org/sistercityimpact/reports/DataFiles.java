package org.sistercityimpact.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes tables beside the documents, each as CSV and as a workbook. */
final class DataFiles {
  private final ReportData data;
  private final Words words;
  private final OutputFolder out;

  DataFiles(ReportData data, Words words, OutputFolder out) {
    this.data = data;
    this.words = words;
    this.out = out;
  }

  /**
   * Writes one table in both forms; gives where they are.
   *
   * @param title what it is, in the language of the documents
   */
  List<Path> write(Table table, String title) {
    Table marked = data.whatIf().map(set -> table.with("what_if", set)).orElse(table);
    return List.of(
        out.write(marked.file() + ".csv", CsvText.of(marked)),
        out.write(marked.file() + ".xlsx", XlsxFile.of(marked, about(title))));
  }

  private List<List<String>> about(String title) {
    String year = Integer.toString(data.year());
    List<List<String>> about = new ArrayList<>();
    about.add(List.of(words.text("about.table"), title));
    about.add(
        List.of(words.text("about.source"), words.say("report.foot", year, words.method()).text()));
    about.add(List.of(words.text("about.coverage"), new Coverage(data, words).sentence()));
    about.add(List.of(words.text("about.status"), words.text("about.status_text")));
    about.add(List.of(words.text("about.precision"), words.text("about.precision_text")));
    about.add(List.of(words.text("about.text"), words.text("about.text_text")));
    data.whatIf()
        .ifPresent(set -> about.add(List.of(words.text("about.notice"), words.whatIf(data))));
    data.notice().ifPresent(n -> about.add(List.of(words.text("about.notice"), n)));
    return about;
  }
}
