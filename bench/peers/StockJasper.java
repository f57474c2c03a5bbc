import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPropertiesMap;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;
import org.sistercityimpact.reports.FilledBriefs;

/**
 * The same briefs, filled by JasperReports 7.0.6 and exported by its own tagged export as PDF/A-1a:
 * {@code WAREHOUSE YEAR COUNT PDF}.
 */
final class StockJasper {
  private static final String TAG = "net.sf.jasperreports.export.pdf.tag.";

  private static final String FONT = "net.sf.jasperreports.default.pdf.font.";

  public static void main(String[] arguments) throws Exception {
    FilledBriefs briefs = new FilledBriefs(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    int count = Integer.parseInt(arguments[2]);
    // Its page anchors are set in a font of no style, which PDF/A wants embedded too.
    DefaultJasperReportsContext context = DefaultJasperReportsContext.getInstance();
    context.setProperty(FONT + "name", "org/sistercityimpact/pdf/fonts/Inter-Regular.ttf");
    context.setProperty("net.sf.jasperreports.default.pdf.encoding", "Identity-H");
    context.setProperty("net.sf.jasperreports.default.pdf.embedded", "true");
    Path profile = Files.createTempFile("srgb", ".icc");
    Files.write(profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    Timing.print("stock", count, briefs::fill, print -> export(print, profile));
    Files.write(Path.of(arguments[3]), export(briefs.fill(0), profile));
    Files.delete(profile);
  }

  private static byte[] export(JasperPrint print, Path profile) throws Exception {
    for (JRPrintPage page : print.getPages()) {
      tag(page.getElements());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter();
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setTagged(true);
    configuration.setTagLanguage("en-US");
    configuration.setMetadataTitle(print.getName());
    configuration.setDisplayMetadataTitle(true);
    configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_1A);
    configuration.setIccProfilePath(profile.toString());
    exporter.setConfiguration(configuration);
    exporter.setExporterInput(new SimpleExporterInput(print));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    exporter.exportReport();
    return bytes.toByteArray();
  }

  /** Says our tags in its words: rows that follow each other are one table. */
  private static void tag(List<JRPrintElement> elements) {
    for (int i = 0; i < elements.size(); i++) {
      JRPrintElement element = elements.get(i);
      String tag = own(element);
      JRPropertiesMap properties = element.getPropertiesMap();
      if (tag.matches("H[1-6]|T[HD]")) {
        properties.setProperty(TAG + tag.toLowerCase(Locale.ROOT), "full");
      } else if (tag.equals("TR")) {
        boolean first = i == 0 || !own(elements.get(i - 1)).equals("TR");
        boolean last = i == elements.size() - 1 || !own(elements.get(i + 1)).equals("TR");
        properties.setProperty(TAG + "tr", "full");
        if (first || last) {
          properties.setProperty(TAG + "table", first && last ? "full" : first ? "start" : "end");
        }
      }
      if (element instanceof JRPrintFrame frame) {
        tag(frame.getElements());
      }
    }
  }

  private static String own(JRPrintElement element) {
    String tag = element.getPropertiesMap().getProperty("pdf.tag");
    return tag == null ? "" : tag;
  }
}
