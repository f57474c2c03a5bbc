package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.pdf.Prints.text;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.Conformance;

/** Drawings, raster images and shapes. */
class PictureTest {
  private static String image(int x, int y, int width, int height, String attributes, String alt) {
    return """
        <element kind="image" x="%d" y="%d" width="%d" height="%d" %s>%s<expression>(net.sf.jasperreports.renderers.Renderable)$P{picture}</expression></element>
        """
        .formatted(
            x,
            y,
            width,
            height,
            attributes,
            alt.isEmpty() ? "" : "<property name=\"pdf.alt\" value=\"" + alt + "\"/>");
  }

  private static JasperPrint print(Renderable picture, String elements) throws Exception {
    return Prints.of(elements, 700, Map.of("picture", picture));
  }

  @Test
  void drawsVectorsAndRealText() throws Exception {
    Graphics2DRenderable chart =
        (context, g, area) -> {
          g.setPaint(new GradientPaint(0, 0, Color.WHITE, 200, 0, new Color(0x0F766E)));
          g.fill(new Rectangle2D.Double(0, 0, area.getWidth(), 30));
          g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, .4f));
          g.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, 0, 1, new float[] {6, 8}, 0));
          g.setColor(Color.RED);
          g.draw(new Ellipse2D.Double(100, 5, 60, 60));
          g.setComposite(AlphaComposite.SrcOver);
          g.setFont(Prints.EXPORTER.fonts().font("Inter", Font.BOLD, 9));
          g.setColor(Color.BLACK);
          g.drawString("Łódź 42 東京 القاهرة", 20, 60);
          Graphics2D turned = (Graphics2D) g.create();
          turned.clip(new Rectangle2D.Double(150, 0, 50, 80));
          turned.rotate(-Math.PI / 2, 190, 76);
          turned.drawString("upwards", 190, 76);
          turned.dispose();
          BufferedImage dots = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
          dots.setRGB(1, 1, 0x80FF0000);
          g.drawImage(dots, 0, 60, 16, 16, null);
        };
    byte[] pdf =
        Prints.pdf(
            print(
                new Drawing(chart),
                image(0, 0, 200, 80, "", "Half a bar")
                    + text(0, 85, 200, 16, "Caption", "Figure 1")));
    Files.write(Path.of("target/drawing.pdf"), pdf);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        "Document\n  Figure alt='Half a bar' \"[drawing]Łódź 42 東京 القاهرةupwards[image]\"\n    Caption \"Figure 1\"\n",
        ReadBack.tree(pdf));
    String found = ReadBack.text(pdf);
    for (String label : List.of("Łódź 42 東京", "القاهرة")) {
      assertTrue(found.contains(label), () -> label + " is not in " + found);
    }
  }

  @Test
  void placesRasterImagesOfEveryKind() throws Exception {
    for (int type :
        new int[] {
          BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY
        }) {
      for (String format : List.of("png", "jpg")) {
        if (format.equals("jpg") && type == BufferedImage.TYPE_INT_ARGB) {
          continue;
        }
        BufferedImage flag = new BufferedImage(60, 40, type);
        Graphics2D g = flag.createGraphics();
        g.setColor(new Color(200, 30, 30));
        g.fillRect(0, 0, 60, 20);
        g.dispose();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ImageIO.write(flag, format, data);
        byte[] pdf =
            Prints.pdf(
                print(
                    SimpleDataRenderer.getInstance(data.toByteArray()),
                    image(0, 0, 100, 100, "hImageAlign=\"Center\" vImageAlign=\"Middle\"", "Fitted")
                        + image(110, 0, 100, 100, "scaleImage=\"FillFrame\"", "Stretched")
                        + image(220, 0, 30, 30, "scaleImage=\"Clip\"", "Cut")));
        Files.write(Path.of("target/raster-" + format + type + ".pdf"), pdf);
        assertEquals(List.of(), Conformance.failures(pdf), format + type);
        assertEquals(
            """
            Document
              Figure alt='Fitted' "[image]"
              Figure alt='Stretched' "[image]"
              Figure alt='Cut' "[image]"
            """,
            ReadBack.tree(pdf));
      }
    }
  }

  @Test
  void makesOneFigureOfAFrame() throws Exception {
    byte[] pdf =
        Prints.pdf(
            Prints.of(
                """
                <element kind="frame" x="0" y="0" width="300" height="120" backcolor="#EFF4F8" mode="Opaque"><property name="pdf.tag" value="Figure"/><property name="pdf.alt" value="Ranges from low to high"/>
                  <element kind="rectangle" x="10" y="10" width="80" height="40" radius="8" backcolor="#0F766E" mode="Opaque"><pen lineWidth="1" lineStyle="Dashed" lineColor="#112233"/></element>
                  <element kind="ellipse" x="100" y="10" width="80" height="40"><pen lineWidth="0.5" lineStyle="Dotted"/></element>
                  <element kind="line" x="10" y="60" width="200" height="1"><pen lineWidth="2" lineStyle="Double"/></element>
                  <element kind="line" x="10" y="70" width="200" height="40" direction="BottomUp"/>
                  <element kind="line" x="220" y="10" width="1" height="100"/>
                  %s
                </element>
                <element kind="staticText" x="0" y="130" width="100" height="20"><box padding="3"><topPen lineWidth="1"/><leftPen lineWidth="2" lineColor="#FF0000"/><bottomPen lineWidth="1" lineStyle="Double"/><rightPen lineWidth="1" lineStyle="Dotted"/></box><text>Boxed</text></element>
                """
                    .formatted(text(10, 80, 100, 16, "", "low 3, high 9"))));
    Files.write(Path.of("target/shapes.pdf"), pdf);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Document
          Figure alt='Ranges from low to high' "low 3, high 9"
          P "Boxed"
        """,
        ReadBack.tree(pdf));
  }

  /** A backdrop whose drawing is counted. */
  private static final class Backdrop extends AbstractRenderer implements ReusableDrawing {
    private static final long serialVersionUID = 1L;

    private final boolean withText;
    private int drawn;

    Backdrop(boolean withText) {
      this.withText = withText;
    }

    @Override
    public String drawingName() {
      return "backdrop " + withText;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D g, Rectangle2D area) {
      drawn++;
      g.setColor(Color.LIGHT_GRAY);
      g.fill(new Ellipse2D.Double(0, 0, 30.123456, 20.123456));
      if (withText) {
        g.drawString("land", 5, 15);
      }
    }
  }

  @Test
  void drawsWhatDocumentsShareOnce() throws Exception {
    Backdrop backdrop = new Backdrop(false);
    String twice =
        image(0, 0, 100, 100, "", "Land")
            .replace("pdf.alt\" value=\"Land", "pdf.tag\" value=\"Artifact");
    byte[] first = Prints.pdf(print(backdrop, twice + twice));
    byte[] second = Prints.pdf(print(backdrop, twice + twice));
    assertEquals(1, backdrop.drawn);
    org.junit.jupiter.api.Assertions.assertArrayEquals(first, second);
    assertEquals(List.of(), Conformance.failures(first));
  }

  @Test
  void refusesTextInWhatDocumentsShare() throws Exception {
    JasperPrint print = print(new Backdrop(true), image(0, 0, 100, 100, "", "Land"));
    assertEquals(
        "Cannot export image at 40,40 on page 1: a reusable drawing may not hold text",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }

  @Test
  void refusesAPictureWithoutAlternativeText() throws Exception {
    JasperPrint print =
        print(new Drawing((c, g, area) -> g.fill(area)), image(0, 0, 100, 100, "key=\"map\"", ""));
    assertEquals(
        "Cannot export image with key 'map' at 40,40 on page 1: it has no alternative text (set pdf.alt or the hyperlink tooltip, or tag it Artifact)",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }

  @Test
  void refusesAFontThatIsNotEmbeddable() throws Exception {
    JasperPrint print =
        print(
            new Drawing(
                (c, g, area) -> {
                  g.setFont(new Font("Serif", Font.PLAIN, 10));
                  g.drawString("text", 10, 10);
                }),
            image(0, 0, 100, 100, "", "A chart"));
    assertTrue(
        assertThrows(PdfExportException.class, () -> Prints.pdf(print))
            .getMessage()
            .startsWith(
                "Cannot export image at 40,40 on page 1: its drawing uses the font 'Serif"));
  }

  @Test
  void refusesDataThatIsNoImage() throws Exception {
    JasperPrint print =
        print(
            SimpleDataRenderer.getInstance(
                "no image".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            image(0, 0, 100, 100, "", "A chart"));
    assertEquals(
        "Cannot export image at 40,40 on page 1: its image data is in no format that the JDK reads (PNG, JPEG, GIF, BMP, TIFF)",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }

  @Test
  void refusesACharacterThatNoFontShows() throws Exception {
    JasperPrint print = Prints.of(text(0, 0, 200, 20, "", "Runes ᚠᚢ"));
    assertEquals(
        "Cannot export text \"Runes ᚠᚢ\" at 40,40 on page 1: no font of its family shows 'ᚠ' (U+16A0, RUNIC LETTER FEHU FEOH FE F)",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }
}
