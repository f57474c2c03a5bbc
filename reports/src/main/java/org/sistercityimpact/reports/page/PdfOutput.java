package org.sistercityimpact.reports.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.sistercityimpact.pdf.PdfExporter;
import org.sistercityimpact.pdf.PdfMetadata;
import org.sistercityimpact.reports.text.Words;

/** Makes a document's PDF; the one class that knows the exporter. */
public final class PdfOutput {
  private final PdfExporter exporter = PdfExporter.create();
  private final int year;
  private final Words words;
  private final Instant date;

  /** Takes the data year, whose last day dates the files: a clock would change their bytes. */
  public PdfOutput(int year, Words words) {
    this.year = year;
    this.words = words;
    this.date = LocalDate.of(year, 12, 31).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  PdfExporter exporter() {
    return exporter;
  }

  public byte[] pdf(FilledReport document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    exporter.export(
        document.print(),
        new PdfMetadata(
            document.title(),
            words.locale(),
            "",
            document.subject(),
            Stream.concat(
                    Stream.of(words.text("report.keywords").split(", ")),
                    Stream.of(Integer.toString(year)))
                .toList(),
            year + "/" + document.id(),
            date),
        out);
    return out.toByteArray();
  }
}
