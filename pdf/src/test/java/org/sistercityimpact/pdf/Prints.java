package org.sistercityimpact.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jasperreports.engine.JREmptyDataSource;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;

/** Fills small templates for tests; a template's bands are given, the rest is the same for all. */
public final class Prints {
  public static final PdfExporter EXPORTER = PdfExporter.create();

  private Prints() {}

  /** Fills a template of one title band, 515 points wide, that holds the elements. */
  public static JasperPrint of(String elements) throws Exception {
    return of(elements, 400, Map.of());
  }

  public static JasperPrint of(String elements, int height, Map<String, Object> parameters)
      throws Exception {
    StringBuilder declared = new StringBuilder();
    parameters.forEach(
        (name, value) ->
            declared.append(
                "<parameter name=\"%s\" class=\"%s\"/>"
                    .formatted(
                        name, value instanceof String ? "java.lang.String" : "java.lang.Object")));
    return fill(
        declared + "<title height=\"" + height + "\">" + elements + "</title>", parameters, null);
  }

  /** Fills a template whose declarations and bands are given, over rows of data if any. */
  public static JasperPrint fill(
      String body, Map<String, Object> parameters, List<Map<String, ?>> rows) throws Exception {
    return fill(body, "pageWidth=\"595\" pageHeight=\"842\"", parameters, rows);
  }

  public static JasperPrint fill(
      String body, String page, Map<String, Object> parameters, List<Map<String, ?>> rows)
      throws Exception {
    Map<String, Object> copy = new java.util.HashMap<>(parameters);
    copy.put("REPORT_LOCALE", Locale.US);
    return JasperFillManager.fillReport(
        compile(body, page),
        copy,
        rows == null ? new JREmptyDataSource() : new JRMapCollectionDataSource(List.copyOf(rows)));
  }

  public static JasperReport compile(String body, String page) throws Exception {
    String jrxml =
        """
        <jasperReport name="test" language="java" %s columnWidth="515" leftMargin="40" rightMargin="40" topMargin="40" bottomMargin="40">
        %s
        </jasperReport>
        """
            .formatted(page, body);
    return JasperCompileManager.compileReport(
        new ByteArrayInputStream(jrxml.getBytes(StandardCharsets.UTF_8)));
  }

  /** One static text. */
  public static String text(int x, int y, int width, int height, String tag, String content) {
    return text(x, y, width, height, "", tag, content);
  }

  public static String text(
      int x, int y, int width, int height, String attributes, String tag, String content) {
    return """
        <element kind="staticText" x="%d" y="%d" width="%d" height="%d" %s>%s<text><![CDATA[%s]]></text></element>
        """
        .formatted(
            x,
            y,
            width,
            height,
            attributes.contains("fontSize") ? attributes : attributes + " fontSize=\"10\"",
            tag.isEmpty() ? "" : "<property name=\"pdf.tag\" value=\"" + tag + "\"/>",
            content);
  }

  public static PdfMetadata metadata() {
    return PdfMetadata.of("A test", Locale.US, "test/1", Instant.parse("2026-01-01T00:00:00Z"));
  }

  public static byte[] pdf(JasperPrint... prints) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EXPORTER.export(List.of(prints), metadata(), out);
    return out.toByteArray();
  }
}
