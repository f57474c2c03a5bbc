package org.sistercityimpact.pdf.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.pdf.Prints.text;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.Drawing;
import org.sistercityimpact.pdf.Prints;

/** Each kind of finding is proven by a document that has it, and by one that has none. */
class PrintLintTest {
  private static List<String> findings(JasperPrint print) {
    return PrintLint.check(Prints.EXPORTER, print).stream()
        .map(f -> f.kind() + ": " + f.element() + ": " + f.message())
        .toList();
  }

  @Test
  void findsNothingWrongInASoundPage() throws Exception {
    assertEquals(
        List.of(),
        findings(
            Prints.of(
                text(0, 0, 300, 40, "fontSize=\"20\"", "H1", "Springfield")
                    + text(0, 50, 300, 20, "", "H2", "Trend")
                    + text(
                        0,
                        80,
                        200,
                        60,
                        "",
                        "",
                        "A paragraph that runs over two lines, the second shorter.")
                    + "<element kind=\"frame\" x=\"0\" y=\"150\" width=\"200\" height=\"40\" mode=\"Opaque\" backcolor=\"#12355B\">"
                    + text(5, 5, 190, 30, "forecolor=\"#FFFFFF\"", "", "White on blue")
                    + "</element>"
                    + text(0, 200, 300, 40, "fontSize=\"14\"", "", "القاهرة 東京"))));
  }

  @Test
  void findsTextThatDidNotFit() throws Exception {
    assertEquals(
        List.of(
            "TEXT_CUT: text \"More words than one line of this box ca…\" at 40,40: only 25 of its 48 characters are printed",
            "TEXT_VANISHED: text \"Too tall\" at 40,70: nothing of it is printed: one line is taller than its box of 12 pt",
            "TEXT_VANISHED: text \"القاهرة\" at 40,100: nothing of it is printed: one line is taller than its box of 16 pt",
            "WORD_BROKEN: text \"Internationalisation\" at 40,140: its box of 40 pt is too narrow for the word that ends in 'Internati'",
            "WORD_BROKEN: text \"Internationalisation\" at 40,140: its box of 40 pt is too narrow for the word that ends in 'onalisati'"),
        findings(
            Prints.of(
                text(0, 0, 130, 14, "", "", "More words than one line of this box can hold ok")
                    + text(0, 30, 130, 12, "fontSize=\"20\"", "", "Too tall")
                    + text(0, 60, 130, 16, "", "", "القاهرة")
                    + text(0, 100, 40, 60, "", "", "Internationalisation"))));
  }

  @Test
  void findsPoorContrastAndSmallText() throws Exception {
    assertEquals(
        List.of(
            "CONTRAST_LOW: text \"Grey\" at 40,40: #999999 on #FFFFFF is 2.8:1, under 4.5:1",
            "CONTRAST_LOW: text \"On teal\" at 40,70: #000000 on #0F3D3A is 1.7:1, under 4.5:1",
            "TEXT_SMALL: text \"Tiny\" at 40,100: it is set in 6.0 pt, under 9 pt"),
        findings(
            Prints.of(
                text(0, 0, 100, 20, "forecolor=\"#999999\"", "", "Grey")
                    + "<element kind=\"rectangle\" x=\"0\" y=\"30\" width=\"100\" height=\"20\" backcolor=\"#0F3D3A\" mode=\"Opaque\"/>"
                    + text(0, 30, 100, 20, "", "", "On teal")
                    + text(0, 60, 100, 20, "fontSize=\"6\"", "", "Tiny"))));
  }

  @Test
  void takesSmallerTypeInTablesAndNotInLines() throws Exception {
    String row =
        "<element kind=\"frame\" x=\"0\" y=\"%d\" width=\"200\" height=\"20\"><property name=\"pdf.tag\" value=\"TR\"/>%s</element>";
    assertEquals(
        List.of(
            "TEXT_SMALL: text \"Line\" at 40,40: it is set in 8.0 pt, under 9 pt",
            "TEXT_SMALL: text \"Small cell\" at 0,0: it is set in 7.5 pt, under 8 pt"),
        findings(
            Prints.of(
                text(0, 0, 200, 20, "fontSize=\"8\"", "", "Line")
                    + row.formatted(30, text(0, 0, 200, 20, "fontSize=\"8\"", "TD", "Cell"))
                    + row.formatted(
                        60, text(0, 0, 200, 20, "fontSize=\"7.5\"", "TD", "Small cell")))));
  }

  @Test
  void findsAreasLinesAndLabelsOfADrawingThatHardlyShow() throws Exception {
    Graphics2DRenderable chart =
        (context, g, area) -> {
          Color pale = new Color(0xD9E0E7);
          g.setColor(pale);
          g.fill(new Rectangle2D.Double(10, 10, 30, 20));
          g.draw(new Line2D.Double(10, 40, 60, 60));
          g.setStroke(new BasicStroke(0.5f));
          g.draw(new Line2D.Double(0, 70, 100, 70)); // a ruling
          g.fill(new Rectangle2D.Double(60, 10, 30, 20));
          g.setColor(Color.DARK_GRAY);
          g.draw(new Rectangle2D.Double(60, 10, 30, 20));
          g.fill(new Rectangle2D.Double(10, 75, 60, 20));
          g.setFont(Prints.EXPORTER.fonts().font("Inter", 0, 9));
          g.setColor(Color.BLACK);
          g.drawString("On dark", 15, 88);
        };
    String image =
        "<element kind=\"image\" x=\"0\" y=\"0\" width=\"100\" height=\"100\"><property name=\"pdf.alt\" value=\"A chart\"/>%s<expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>";
    String label =
        "CONTRAST_LOW: image at 40,40: its label 'On dark' is #000000 on #404040, 2.0:1, under 4.5:1";
    assertEquals(
        List.of(
            label,
            "AREA_FAINT: image at 40,40: its area at 10,10 (30 x 20) is #D9E0E7 on #FFFFFF, 1.3:1, under 3:1 and without an outline",
            "LINE_FAINT: image at 40,40: its line at 10,40 (50 x 20) in #D9E0E7 has less than 3:1 to what is behind most of it"),
        findings(Prints.of(image.formatted(""), 400, Map.of("picture", new Drawing(chart)))));
    assertEquals(
        List.of(label),
        findings(
            Prints.of(
                image.formatted("<property name=\"pdf.tag\" value=\"Artifact\"/>"),
                400,
                Map.of("picture", new Drawing(chart)))),
        "decoration may be pale, words may not");
  }

  private static final String CHART =
      "<element kind=\"image\" x=\"0\" y=\"0\" width=\"100\" height=\"100\"><property name=\"pdf.alt\" value=\"A chart\"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>";

  private static List<String> findings(Graphics2DRenderable chart) throws Exception {
    return findings(Prints.of(CHART, 400, Map.of("picture", new Drawing(chart))));
  }

  @Test
  void findsNeighborsWithoutALineBetweenThem() throws Exception {
    Color one = new Color(0x2F6F8F);
    Color other = new Color(0x5B4A8A);
    assertEquals(
        List.of(
            "NEIGHBORS_ALIKE: image at 40,40: its area at 10,10 (30 x 20) in #2F6F8F is beside one in #5B4A8A, 1.4:1, under 3:1 and without a line between them"),
        findings(
            (context, g, area) -> {
              g.setColor(one);
              g.fill(new Rectangle2D.Double(10, 10, 30, 20));
              g.setColor(other);
              g.fill(house(40, 10));
            }));
    assertEquals(
        List.of(),
        findings(
            (context, g, area) -> {
              g.setColor(one);
              g.fill(new Rectangle2D.Double(10, 10, 30, 20));
              g.setColor(other);
              g.fill(house(40, 10));
              g.setColor(Color.WHITE);
              g.draw(new Line2D.Double(40, 10, 40, 30));
            }),
        "a line parts them");
    assertEquals(
        List.of(),
        findings(
            (context, g, area) -> {
              g.setColor(one);
              g.fill(new Rectangle2D.Double(10, 10, 30, 20));
              g.setColor(other);
              g.fill(house(43, 10));
            }),
        "a gap parts them");
  }

  /** With more corners than a bar, so that the two differ by more than a color. */
  private static Shape house(double x, double y) {
    Path2D house = new Path2D.Double();
    house.moveTo(x, y);
    house.lineTo(x + 15, y);
    house.lineTo(x + 25, y + 5);
    house.lineTo(x + 30, y + 10);
    house.lineTo(x + 30, y + 20);
    house.lineTo(x, y + 20);
    house.closePath();
    return house;
  }

  @Test
  void findsWhatDiffersByColorAlone() throws Exception {
    Color red = new Color(0xA03030);
    Color green = new Color(0x2E6B2E);
    Graphics2DRenderable bars =
        (context, g, area) -> {
          g.setColor(red);
          g.fill(new Rectangle2D.Double(10, 10, 60, 10));
          g.setColor(green);
          g.fill(new Rectangle2D.Double(10, 30, 40, 10));
        };
    assertEquals(
        List.of(
            "COLOR_ALONE: image at 40,40: its areas at 10,10 (60 x 10) in #A03030 and at 10,30 (40 x 10) in #2E6B2E differ by color alone, 1.1:1, under 3:1"),
        findings(bars));
    assertEquals(
        List.of(),
        findings(
            (context, g, area) -> {
              bars.render(context, g, area);
              Graphics2D inside = (Graphics2D) g.create();
              inside.clip(new Rectangle2D.Double(10, 30, 40, 10));
              inside.setColor(Color.WHITE);
              for (int x = 10; x < 40; x += 5) {
                inside.draw(new Line2D.Double(x, 40, x + 10, 30));
              }
              inside.dispose();
            }),
        "a pattern in one of them");
    assertEquals(
        List.of(),
        findings(
            (context, g, area) -> {
              g.setColor(red);
              g.fill(new Rectangle2D.Double(10, 10, 10, 10));
              g.setColor(green);
              g.fill(new Ellipse2D.Double(30, 10, 10, 10));
            }),
        "another shape");
  }

  @Test
  void findsLinesThatDifferByColorAlone() throws Exception {
    Color red = new Color(0xA03030);
    Color green = new Color(0x2E6B2E);
    BasicStroke solid = new BasicStroke(1.5f);
    BasicStroke dashes = new BasicStroke(1.5f, 0, 1, 10, new float[] {3, 2}, 0);
    for (BasicStroke second : List.of(solid, dashes)) {
      List<String> found =
          findings(
              (context, g, area) -> {
                g.setStroke(solid);
                g.setColor(red);
                g.draw(new Line2D.Double(10, 10, 90, 40));
                g.setStroke(second);
                g.setColor(green);
                g.draw(new Line2D.Double(10, 60, 90, 30));
              });
      assertEquals(
          second == dashes
              ? List.of()
              : List.of(
                  "COLOR_ALONE: image at 40,40: its lines at 10,10 (80 x 30) in #A03030 and at 10,30 (80 x 30) in #2E6B2E differ by color alone, 1.1:1, under 3:1"),
          found);
    }
  }

  @Test
  void findsPicturesThatSayNothing() throws Exception {
    assertEquals(
        List.of(
            "ALTERNATIVE_MISSING: image with key 'map' at 40,40: it has neither pdf.alt nor a hyperlink tooltip",
            "ALTERNATIVE_MISSING: frame \"label\" at 40,90: it has neither pdf.alt nor a hyperlink tooltip"),
        findings(
            Prints.of(
                """
                <element kind="image" key="map" x="0" y="0" width="50" height="50"><expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>
                <element kind="frame" x="0" y="50" width="100" height="30"><property name="pdf.tag" value="Figure"/>%s</element>
                """
                    .formatted(text(0, 0, 80, 20, "", "", "label")),
                400,
                Map.of("picture", new Drawing((c, g, area) -> g.fill(area))))));
  }

  @Test
  void findsSkippedHeadings() throws Exception {
    assertEquals(
        List.of(
            "HEADING_SKIPPED: text \"First\" at 40,40: an H2 follows no heading",
            "HEADING_SKIPPED: text \"Deep\" at 40,80: an H4 follows an H2"),
        findings(
            Prints.of(
                text(0, 0, 100, 20, "H2", "First")
                    + text(0, 40, 100, 20, "H4", "Deep")
                    + text(0, 80, 100, 20, "H2", "Back"))));
  }

  @Test
  void findsCharactersThatNoFontShows() throws Exception {
    assertEquals(
        List.of(
            "GLYPH_MISSING: text \"Rune ᚠ\" at 40,40: no font of its family shows 'ᚠ' (U+16A0, RUNIC LETTER FEHU FEOH FE F)"),
        findings(Prints.of(text(0, 0, 100, 20, "", "", "Rune ᚠ"))));
  }

  @Test
  void findsWhatLeavesItsFrameOrOverlaps() throws Exception {
    JasperPrint print =
        Prints.of(
            "<element kind=\"frame\" x=\"0\" y=\"0\" width=\"100\" height=\"40\">"
                + text(10, 5, 90, 20, "", "", "Wide")
                + "</element>"
                + text(0, 60, 100, 20, "", "", "In the margin")
                + text(0, 120, 100, 20, "", "", "Under it")
                + text(5, 122, 100, 20, "", "", "Over it"));
    List<JRPrintElement> elements = print.getPages().get(0).getElements();
    ((JRPrintFrame) elements.get(0)).getElements().get(0).setWidth(110);
    elements.get(1).setX(20);
    assertEquals(
        List.of(
            "OUT_OF_FRAME: text \"Wide\" at 10,5: it leaves the frame around it by 20 pt",
            "OUT_OF_FRAME: text \"In the margin\" at 20,100: it leaves the page's margins by 20 pt",
            "TEXT_OVERLAPS: text \"Over it\" at 45,162: it is printed over text \"Under it\" at 40,160"),
        findings(print));
  }

  @Test
  void findsLabelsThatCollideOrLeaveTheirDrawing() throws Exception {
    Graphics2DRenderable chart =
        (context, g, area) -> {
          g.setFont(Prints.EXPORTER.fonts().font("Inter", 0, 9));
          g.drawString("Fine", 10, 20);
          g.drawString("Legend past the margin", 60, 20);
          g.drawString("One", 10, 50);
          g.drawString("Two", 15, 52);
          g.setFont(Prints.EXPORTER.fonts().font("Inter", 0, 6));
          g.drawString("Tiny", 10, 80);
        };
    assertEquals(
        List.of(
            "LABEL_OUT_OF_DRAWING: image at 40,40: its label 'Legend past the margin' at 60,13 (101 x 7) leaves the drawing of 100 x 100",
            "TEXT_SMALL: image at 40,40: its label 'Tiny' is set in 6.0 pt, under 8 pt",
            "LABELS_COLLIDE: image at 40,40: its labels 'One' and 'Two' are drawn over each other"),
        findings(
            Prints.of(
                "<element kind=\"image\" x=\"0\" y=\"0\" width=\"100\" height=\"100\"><property name=\"pdf.alt\" value=\"A chart\"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>",
                400,
                Map.of("picture", new Drawing(chart)))));
  }

  @Test
  void findsPagesThatAreHalfEmpty() throws Exception {
    JasperPrint print =
        Prints.fill(
            """
            <title height="100" splitType="Stretch">%s<element kind="break" x="0" y="50"/></title>
            <summary height="50">%s</summary>
            """
                .formatted(
                    text(0, 0, 200, 20, "", "", "Short"), text(0, 0, 200, 20, "", "", "Last")),
            Map.of(),
            null);
    assertEquals(
        List.of("PAGE_HALF_EMPTY: the page: its content ends at 60 of 842 pt"), findings(print));
  }
}
