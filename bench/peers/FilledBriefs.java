package org.sistercityimpact.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import net.sf.jasperreports.engine.JasperPrint;
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

  /** Reads a year of a warehouse. */
  public FilledBriefs(Path folder, int year) {
    Warehouse warehouse = Warehouse.open(folder);
    ReportData data;
    try (DuckDb engine = DuckDb.open(null, "1GB")) {
      for (String table : warehouse.manifest().tables().keySet()) {
        engine.expose(table, warehouse.paths(warehouse.manifest(), table));
      }
      data = ReportData.read(engine, year, Form.PUBLISHED, EnumSet.allOf(Kind.class));
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
    return briefs.of(members.get(number % members.size())).print();
  }

  /** Fills one for {@link #pdf}. */
  public Filled document(int number) {
    return new Filled(briefs.of(members.get(number % members.size())));
  }

  /** Exports one as the product does. */
  public byte[] pdf(Filled filled) throws IOException {
    return pdfs.pdf((Document) filled.document());
  }
}
