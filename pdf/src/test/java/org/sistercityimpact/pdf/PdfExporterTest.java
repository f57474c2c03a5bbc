package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfExporterTest {
  @Test
  void writesTextThatConformsAndReadsBack() throws Exception {
    JasperPrint print =
        Prints.of(
            Prints.text(0, 0, 500, 30, "fontSize=\"20\" bold=\"true\"", "H1", "Springfield, Ohio")
                + Prints.text(
                    0,
                    40,
                    200,
                    60,
                    "",
                    "A paragraph that is long enough to need a second line in its box.")
                + Prints.text(0, 110, 300, 40, "fontSize=\"14\"", "", "القاهرة Cairo 東京 Zürich"));
    byte[] pdf = Prints.pdf(print);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Springfield, Ohio
        A paragraph that is long enough to need a
        second line in its box.
        Cairo 東京 Zürich القاهرة
        """,
        textOf(pdf));
  }

  /** Lines as PDFTextStripper finds them, spaces at their ends cut. */
  private static String textOf(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[ \u00a0]+\\n", "\n");
    }
  }

  @Test
  void writesTablesAndDrawingsThatConform() throws Exception {
    Graphics2DRenderable chart =
        (context, g, area) -> {
          g.setColor(new Color(0x0F766E));
          g.fill(new Rectangle2D.Double(0, 0, area.getWidth() / 2, 20));
          g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, .4f));
          g.draw(new Ellipse2D.Double(100, 5, 60, 30));
          g.setComposite(AlphaComposite.SrcOver);
          g.setFont(Prints.EXPORTER.fonts().font("Inter", Font.BOLD, 9));
          g.setColor(Color.BLACK);
          g.drawString("Łódź 42 東京", 20, 60);
          g.rotate(-Math.PI / 2, 180, 70);
          g.drawString("upwards", 180, 70);
        };
    String row =
        """
        <element kind="frame" x="0" y="0" width="300" height="16"><property name="pdf.tag" value="TR"/>
          <box><bottomPen lineWidth="0.5" lineColor="#999999"/></box>%s</element>
        """;
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      rows.add(Map.of("city", "City " + i, "count", String.valueOf(i * 7)));
    }
    JasperPrint print =
        Prints.fill(
            """
            <parameter name="chart" class="java.lang.Object"/>
            <field name="city" class="java.lang.String"/><field name="count" class="java.lang.String"/>
            <title height="120">%s
              <element kind="image" x="0" y="40" width="200" height="80"><property name="pdf.alt" value="Half a bar"/>
              <expression>(net.sf.jasperreports.renderers.Renderable)$P{chart}</expression></element>
            </title>
            <columnHeader height="18">%s</columnHeader>
            <detail><band height="16">%s</band></detail>
            <pageFooter height="20"><element kind="textField" x="0" y="4" width="100" height="14" fontSize="8"><expression>"Page " + $V{PAGE_NUMBER}</expression></element></pageFooter>
            """
                .formatted(
                    Prints.text(0, 0, 500, 30, "fontSize=\"20\"", "H1", "Cities"),
                    row.formatted(
                        Prints.text(0, 0, 200, 16, "TH", "City")
                            + Prints.text(200, 0, 100, 16, "TH", "Exchanges")),
                    row.formatted(field(0, "TH", "city") + field(200, "TD", "count"))),
            Map.of("chart", new Drawing(chart)),
            rows);
    byte[] pdf = Prints.pdf(print);
    Files.write(Path.of("target/table.pdf"), pdf);
    assertEquals(List.of(), Conformance.failures(pdf));
  }

  private static String field(int x, String tag, String name) {
    return """
        <element kind="textField" x="%d" y="0" width="100" height="16" fontSize="10"><property name="pdf.tag" value="%s"/><expression>$F{%s}</expression></element>
        """
        .formatted(x, tag, name);
  }
}
