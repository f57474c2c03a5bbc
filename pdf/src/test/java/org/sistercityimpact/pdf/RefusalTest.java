package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.awt.GradientPaint;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.Test;

/** What the README says is refused is refused, with the element, its page and what to do. */
class RefusalTest {
  private static String refusal(String element) throws Exception {
    return refusal(Prints.of(element));
  }

  private static String refusal(JasperPrint print) {
    return assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage();
  }

  @Test
  void refusesTransparentColours() throws Exception {
    assertEquals(
        "Cannot export text \"Half seen\" at 40,40 on page 1: its colour #7FFF0000 is transparent (use the opaque colour that it looks like)",
        refusal(
            "<element kind=\"staticText\" x=\"0\" y=\"0\" width=\"100\" height=\"20\" forecolor=\"rgba(255,0,0,0.5)\"><text>Half seen</text></element>"));
  }

  @Test
  void refusesDoubleLinesAroundClosedShapes() throws Exception {
    assertEquals(
        "Cannot export rectangle at 40,40 on page 1: its line style Double is not supported on a closed shape",
        refusal(
            "<element kind=\"rectangle\" x=\"0\" y=\"0\" width=\"100\" height=\"20\" radius=\"4\"><pen lineWidth=\"3\" lineStyle=\"Double\"/></element>"));
  }

  @Test
  void refusesRotatedImages() throws Exception {
    Drawing drawing = new Drawing((context, g, area) -> g.fill(area));
    assertEquals(
        "Cannot export image at 40,40 on page 1: a rotated image is not supported (rotate its data or drawing)",
        refusal(
            Prints.of(
                "<element kind=\"image\" x=\"0\" y=\"0\" width=\"60\" height=\"60\" rotation=\"Left\"><property name=\"pdf.alt\" value=\"A chart\"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>",
                700,
                Map.of("picture", drawing))));
  }

  @Test
  void refusesTextPaintedWithAnythingButAColour() throws Exception {
    Drawing drawing =
        new Drawing(
            (context, g, area) -> {
              g.setFont(Prints.EXPORTER.fonts().font("Inter", 0, 9));
              g.setPaint(new GradientPaint(0, 0, Color.WHITE, 60, 0, Color.BLACK));
              g.drawString("fading", 5, 20);
            });
    assertEquals(
        "Cannot export image at 40,40 on page 1: its drawing paints the text 'fading' with a GradientPaint (use a plain colour)",
        refusal(
            Prints.of(
                "<element kind=\"image\" x=\"0\" y=\"0\" width=\"60\" height=\"60\"><property name=\"pdf.alt\" value=\"A chart\"/><expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>",
                700,
                Map.of("picture", drawing))));
  }

  @Test
  void refusesListsInMarkup() throws Exception {
    assertEquals(
        "Cannot export text \"<ul><li>one</li><li>two</li></ul>\" at 40,40 on page 1: it holds a list in markup (make each item a text of its own, tagged LI)",
        refusal(
            "<element kind=\"staticText\" x=\"0\" y=\"0\" width=\"100\" height=\"60\" markup=\"styled\"><text><![CDATA[<ul><li>one</li><li>two</li></ul>]]></text></element>"));
  }

  @Test
  void refusesLinksOfKindsThatNoReaderFollows() throws Exception {
    assertEquals(
        "Cannot export text \"Elsewhere\" at 40,40 on page 1: its hyperlink type RemoteAnchor is not supported (Reference, LocalAnchor and LocalPage are)",
        refusal(
            "<element kind=\"textField\" x=\"0\" y=\"0\" width=\"100\" height=\"20\" linkType=\"RemoteAnchor\"><expression>\"Elsewhere\"</expression><hyperlinkReferenceExpression>\"other.pdf\"</hyperlinkReferenceExpression><anchorNameExpression>\"a\"</anchorNameExpression><hyperlinkAnchorExpression>\"there\"</hyperlinkAnchorExpression></element>"));
  }

  @Test
  void refusesGenericElements() throws Exception {
    assertEquals(
        "Cannot export element at 40,40 on page 1: it is neither a text, image, frame, line nor shape (draw it as an image)",
        refusal(
            "<element kind=\"generic\" x=\"0\" y=\"0\" width=\"100\" height=\"20\"><genericType namespace=\"http://example.org\" name=\"example\"/></element>"));
  }
}
