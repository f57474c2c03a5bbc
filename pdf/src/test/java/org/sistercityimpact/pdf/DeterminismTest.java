package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.pdf.Prints.text;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.Conformance;

/** The same prints give the same bytes, on any thread. */
class DeterminismTest {
  private static final String[] NAMES = {"Zürich", "القاهرة", "東京", "Łódź", "서울", "नई दिल्ली"};

  private static byte[] document(PdfExporter exporter, JasperReport report, int number)
      throws Exception {
    Map<String, Object> parameters = new java.util.HashMap<>();
    parameters.put("REPORT_LOCALE", Locale.US);
    parameters.put("name", NAMES[number % NAMES.length] + " " + number);
    JasperPrint print = JasperFillManager.fillReport(report, parameters, new JREmptyDataSource());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exporter.export(
        print,
        PdfMetadata.of("City " + number, Locale.US, "edition/" + number, Instant.EPOCH),
        out);
    return out.toByteArray();
  }

  @Test
  void givesTheSameBytesWithOneAndManyThreads() throws Exception {
    JasperReport report =
        Prints.compile(
            """
            <parameter name="name" class="java.lang.String"/>
            <title height="400">%s<element kind="textField" x="0" y="60" width="400" height="40" fontSize="14"><property name="pdf.tag" value="H2"/><expression>$P{name}</expression></element></title>
            """
                .formatted(text(0, 0, 200, 30, "H1", "Sister city brief")),
            "pageWidth=\"595\" pageHeight=\"842\"");
    List<byte[]> alone = new ArrayList<>();
    PdfExporter one = PdfExporter.create();
    for (int i = 0; i < 60; i++) {
      alone.add(document(one, report, i));
    }
    PdfExporter shared = PdfExporter.create();
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<byte[]>> jobs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int number = i;
      jobs.add(() -> document(shared, report, number));
    }
    List<Future<byte[]>> done = pool.invokeAll(jobs);
    pool.shutdown();
    for (int i = 0; i < 60; i++) {
      assertArrayEquals(alone.get(i), done.get(i).get(), "document " + i);
    }
  }

  @Test
  void carriesItsMetadata() throws Exception {
    PdfMetadata metadata =
        new PdfMetadata(
            "Impact & reach <2025>",
            Locale.forLanguageTag("es-MX"),
            "Sister Cities",
            "What came of it",
            List.of("twinning", "exchange"),
            "2025.1/national",
            Instant.parse("2026-02-03T04:05:06.789Z"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Prints.EXPORTER.export(Prints.of(text(0, 0, 200, 30, "H1", "Hola")), metadata, out);
    assertEquals(List.of(), Conformance.failures(out.toByteArray()));
    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      String xmp =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(),
              java.nio.charset.StandardCharsets.UTF_8);
      for (String expected :
          List.of(
              "Impact &amp; reach &lt;2025&gt;",
              "<xmp:CreateDate>2026-02-03T04:05:06Z</xmp:CreateDate>",
              "<pdf:Keywords>twinning, exchange</pdf:Keywords>")) {
        assertEquals(expected, xmp.contains(expected) ? expected : xmp);
      }
      assertEquals("es-MX", document.getDocumentCatalog().getLanguage());
      assertEquals(
          "09623ced",
          ((COSString) document.getDocument().getDocumentID().get(0))
              .toHexString()
              .substring(0, 8)
              .toLowerCase(Locale.ROOT));
    }
  }
}
