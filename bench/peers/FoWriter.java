import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.sistercityimpact.reports.FilledBriefs;

/**
 * Writes the same briefs as XSL-FO, texts and tables at the same places, charts as SVG: {@code
 * WAREHOUSE YEAR COUNT FOLDER}.
 */
final class FoWriter {
  private final StringBuilder fo = new StringBuilder();

  public static void main(String[] arguments) throws Exception {
    FilledBriefs briefs = new FilledBriefs(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
      Files.writeString(
          Path.of(arguments[3]).resolve(i + ".fo"), new FoWriter().write(briefs.fill(i)));
    }
  }

  private String write(JasperPrint print) throws Exception {
    fo.append(
        """
        <fo:root xmlns:fo="http://www.w3.org/1999/XSL/Format" xmlns:fox="http://xmlgraphics.apache.org/fop/extensions" xml:lang="en" font-family="Inter">
        <fo:layout-master-set><fo:simple-page-master master-name="page" page-width="%spt" page-height="%spt"><fo:region-body/></fo:simple-page-master></fo:layout-master-set>
        <fo:declarations><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Brief</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta></fo:declarations>
        """
            .formatted(print.getPageWidth(), print.getPageHeight()));
    for (JRPrintPage page : print.getPages()) {
      fo.append("<fo:page-sequence master-reference=\"page\"><fo:flow flow-name=\"xsl-region-body\">");
      elements(page.getElements(), 0, 0);
      fo.append("</fo:flow></fo:page-sequence>\n");
    }
    return fo.append("</fo:root>\n").toString();
  }

  private void elements(List<JRPrintElement> elements, int dx, int dy) throws Exception {
    for (int i = 0; i < elements.size(); i++) {
      int rows = i;
      // A row of other columns begins another table: in XSL-FO all of one have the same.
      while (rows < elements.size()
          && isRow(elements.get(rows))
          && columns(elements.get(rows)) == columns(elements.get(i))) {
        rows++;
      }
      if (rows > i) {
        table(elements.subList(i, rows), dx, dy);
        i = rows - 1;
      } else {
        element(elements.get(i), dx, dy);
      }
    }
  }

  private static int columns(JRPrintElement row) {
    return ((JRPrintFrame) row).getElements().size();
  }

  private void element(JRPrintElement element, int dx, int dy) throws Exception {
    if (element instanceof JRPrintLine) {
      return;
    }
    int x = dx + element.getX();
    int y = dy + element.getY();
    open(x, y, element.getWidth(), element.getHeight(), background(element));
    if (element instanceof JRPrintText text) {
      block(text);
    } else if (element instanceof JRPrintImage image
        && image.getRenderer() instanceof Graphics2DRenderable drawing) {
      drawing(element, drawing);
    } else {
      fo.append("<fo:block/>");
    }
    fo.append("</fo:block-container>\n");
    if (element instanceof JRPrintFrame frame) {
      elements(frame.getElements(), x, y);
    }
  }

  private void table(List<JRPrintElement> rows, int dx, int dy) {
    JRPrintElement first = rows.get(0);
    int height = rows.stream().mapToInt(JRPrintElement::getHeight).sum();
    open(dx + first.getX(), dy + first.getY(), first.getWidth(), height, "");
    fo.append("<fo:table table-layout=\"fixed\" width=\"100%\">");
    List<JRPrintElement> cells = ((JRPrintFrame) first).getElements();
    for (int c = 0; c < cells.size(); c++) {
      int left = c == 0 ? 0 : cells.get(c).getX();
      int right = c + 1 < cells.size() ? cells.get(c + 1).getX() : first.getWidth();
      fo.append("<fo:table-column column-width=\"%dpt\"/>".formatted(Math.max(1, right - left)));
    }
    fo.append("<fo:table-body>");
    for (JRPrintElement row : rows) {
      fo.append("<fo:table-row height=\"%dpt\"%s>".formatted(row.getHeight(), background(row)));
      for (JRPrintElement cell : ((JRPrintFrame) row).getElements()) {
        fo.append("<fo:table-cell role=\"%s\" display-align=\"center\">".formatted(tag(cell)));
        if (cell instanceof JRPrintText text) {
          block(text);
        } else {
          fo.append("<fo:block/>");
        }
        fo.append("</fo:table-cell>");
      }
      fo.append("</fo:table-row>");
    }
    fo.append("</fo:table-body></fo:table></fo:block-container>\n");
  }

  private void open(int x, int y, int width, int height, String more) {
    fo.append(
        "<fo:block-container absolute-position=\"absolute\" left=\"%dpt\" top=\"%dpt\" width=\"%dpt\" height=\"%dpt\"%s>"
            .formatted(x, y, width, height, more));
  }

  private void block(JRPrintText text) {
    String tag = tag(text);
    fo.append(
        "<fo:block font-size=\"%spt\" font-weight=\"%s\" color=\"%s\" text-align=\"%s\"%s>%s</fo:block>"
            .formatted(
                text.getFontSize(),
                text.isBold() || text.getFontName().contains("SemiBold") ? "bold" : "normal",
                color(text.getForecolor()),
                text.getHorizontalTextAlign().name().toLowerCase(Locale.ROOT),
                tag.startsWith("H") ? " role=\"" + tag + "\"" : "",
                escaped(text.getFullText())));
  }

  private void drawing(JRPrintElement element, Graphics2DRenderable drawing) throws Exception {
    var document =
        GenericDOMImplementation.getDOMImplementation()
            .createDocument("http://www.w3.org/2000/svg", "svg", null);
    SVGGraphics2D graphics = new SVGGraphics2D(document);
    drawing.render(
        DefaultJasperReportsContext.getInstance(),
        graphics,
        new Rectangle2D.Double(0, 0, element.getWidth(), element.getHeight()));
    graphics.setSVGCanvasSize(new java.awt.Dimension(element.getWidth(), element.getHeight()));
    StringWriter svg = new StringWriter();
    graphics.stream(svg, true);
    String root = svg.toString();
    fo.append("<fo:block line-height=\"0\"><fo:instream-foreign-object fox:alt-text=\"A chart\">")
        .append(root.substring(root.indexOf("<svg")))
        .append("</fo:instream-foreign-object></fo:block>");
  }

  private static boolean isRow(JRPrintElement element) {
    return element instanceof JRPrintFrame frame
        && tag(element).equals("TR")
        && !frame.getElements().isEmpty();
  }

  private static String tag(JRPrintElement element) {
    String tag = element.getPropertiesMap().getProperty("pdf.tag");
    return tag == null ? "P" : tag;
  }

  private static String background(JRPrintElement element) {
    return element.getMode() == ModeEnum.OPAQUE
        ? " background-color=\"" + color(element.getBackcolor()) + "\""
        : "";
  }

  private static String color(Color color) {
    return "#%06X".formatted(color.getRGB() & 0xFFFFFF);
  }

  private static String escaped(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
