package org.sistercityimpact.reports.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.text.Coverage;
import org.sistercityimpact.reports.text.Words;

/**
 * Writes tables beside the documents, each as CSV for programs and as a workbook in the documents'
 * language; those of metrics in two forms, long with a row a figure, and wide with a column a
 * metric.
 */
public final class DataFiles {
  private final ReportData data;
  private final Words words;
  private final OutputFolder out;

  public DataFiles(ReportData data, Words words, OutputFolder out) {
    this.data = data;
    this.words = words;
    this.out = out;
  }

  /**
   * Writes one table as CSV and as a workbook; gives where they are.
   *
   * @param title what it is, in the language of the documents
   */
  public List<Path> write(Table table, String title) {
    List<Table> forms =
        Stream.concat(Stream.of(table), WideTable.of(table, data, words).stream())
            .map(
                form ->
                    data.additions().whatIf().map(set -> form.with("what_if", set)).orElse(form))
            .toList();
    List<Path> written = new ArrayList<>();
    for (Table form : forms) {
      written.add(out.write(form.file() + ".csv", CsvText.of(form)));
    }
    written.add(
        out.write(
            table.file() + ".xlsx", XlsxFile.of(about(title), forms, new CellWords(data, words))));
    return List.copyOf(written);
  }

  private List<List<String>> about(String title) {
    String year = Integer.toString(data.year());
    List<List<String>> about = new ArrayList<>();
    about.add(List.of(words.text("about.table"), title));
    about.add(
        List.of(words.text("about.source"), words.say("report.foot", year, words.method()).text()));
    about.add(List.of(words.text("about.coverage"), new Coverage(data, words).sentence()));
    about.add(List.of(words.text("about.heads"), words.text("about.heads_text")));
    about.add(List.of(words.text("about.status"), words.text("about.status_text")));
    about.add(List.of(words.text("about.precision"), words.text("about.precision_text")));
    about.add(List.of(words.text("about.text"), words.text("about.text_text")));
    data.additions()
        .whatIf()
        .ifPresent(set -> about.add(List.of(words.text("about.notice"), words.whatIf(data))));
    data.additions()
        .notice()
        .in(words.language())
        .ifPresent(n -> about.add(List.of(words.text("about.notice"), n)));
    return about;
  }
}
