package org.sistercityimpact.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.sistercityimpact.pdf.PdfExporter;
import org.sistercityimpact.pdf.PdfMetadata;

/** Makes a document's PDF; the one class that knows the exporter. */
final class PdfOutput {
  private final PdfExporter exporter = PdfExporter.create();
  private final int year;
  private final Instant date;

  /** Takes the data year, whose last day dates the files: a clock would change their bytes. */
  PdfOutput(int year) {
    this.year = year;
    this.date = LocalDate.of(year, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  PdfExporter exporter() {
    return exporter;
  }

  byte[] pdf(Document document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    exporter.export(
        document.print(),
        new PdfMetadata(
            document.title(),
            Locale.US,
            "",
            document.subject(),
            List.of("sister cities", "impact", Integer.toString(year)),
            year + "/" + document.id(),
            date),
        out);
    return out.toByteArray();
  }
}
