package org.sistercityimpact.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JasperPrint;
import org.sistercityimpact.reports.city.Brief;
import org.sistercityimpact.reports.data.Form;
import org.sistercityimpact.reports.data.ReportKind;
import org.sistercityimpact.reports.data.Member;
import org.sistercityimpact.reports.data.ReportData;
import org.sistercityimpact.reports.page.FilledReport;
import org.sistercityimpact.reports.page.PdfOutput;
import org.sistercityimpact.reports.page.Templates;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;

/**
 * The briefs of a warehouse, filled: what every exporter of the benchmark starts from. In the
 * reports' package, because pages are public only as PDF.
 */
public final class FilledBriefs {
  private final List<Member> members;
  private final Brief briefs;
  private final PdfOutput pdfs;
  private List<FilledReport> filled;

  /** Reads a year of a warehouse. */
  public FilledBriefs(Path folder, int year) {
    Warehouse warehouse = Warehouse.open(folder);
    ReportData data;
    try (DuckDb engine = DuckDb.open(null, "1GB")) {
      for (String table : warehouse.manifest().tables().keySet()) {
        engine.expose(table, warehouse.paths(warehouse.manifest(), table));
      }
      data = ReportData.read(engine, year, Form.PUBLISHED, EnumSet.allOf(ReportKind.class));
    }
    Words words = Words.of("en");
    this.members = data.reportingMembers();
    this.briefs = new Brief(data, new Templates(words));
    this.pdfs = new PdfOutput(year, words);
  }

  /** A filled brief, as our own export takes it. */
  public record Filled(Object document) {}

  /** Fills one; numbers past the last begin again. */
  public JasperPrint fill(int number) {
    return ((FilledReport) document(number).document()).print();
  }

  /** Fills one for {@link #pdf}: ten at a time, as the product does, for numbers in their order. */
  public Filled document(int number) {
    if (number % Reports.TOGETHER == 0) {
      filled =
          briefs.of(
              IntStream.range(number, number + Reports.TOGETHER)
                  .mapToObj(n -> members.get(n % members.size()))
                  .toList());
    }
    return new Filled(filled.get(number % Reports.TOGETHER));
  }

  /** Exports one as the product does. */
  public byte[] pdf(Filled filled) throws IOException {
    return pdfs.pdf((FilledReport) filled.document());
  }
}
