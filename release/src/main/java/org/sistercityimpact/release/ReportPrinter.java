package org.sistercityimpact.release;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.sistercityimpact.ingest.Progress;
import org.sistercityimpact.release.edition.EditionName;
import org.sistercityimpact.reports.Reports;
import org.sistercityimpact.reports.data.EditionNote;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * Prints the national report, the page of each state and the city briefs; letters to cities are no
 * publication.
 */
record ReportPrinter(Progress progress) implements Printer {
  @Override
  public List<Path> print(Warehouse computed, EditionName edition, EditionNote note, Path out) {
    try (DuckDb engine = computed.openTables()) {
      EnumSet<ReportKind> kinds =
          EnumSet.of(ReportKind.NATIONAL, ReportKind.STATE, ReportKind.CITY);
      ReportData data =
          ReportData.read(computed, engine, edition.year(), Form.PUBLISHED, kinds)
              .withEdition(note);
      int total = data.documents(kinds);
      int[] done = {0};
      return Reports.write(
              data,
              Words.of("en"),
              kinds,
              Optional.empty(),
              out,
              Runtime.getRuntime().availableProcessors(),
              file -> {
                synchronized (done) {
                  progress.step("Print " + file, Math.min(++done[0], total), total);
                }
              })
          .files();
    }
  }
}
