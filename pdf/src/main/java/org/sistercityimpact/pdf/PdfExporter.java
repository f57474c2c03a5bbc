package org.sistercityimpact.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRStyledTextAttributeSelector;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.util.JRStyledTextUtil;

/**
 * Writes filled JasperReports pages as tagged PDF that keeps PDF/UA-1 and PDF/A-2a. Make one and
 * keep it: it holds the fonts, subset and compressed once. Any number of threads may export at the
 * same time; the same prints and metadata give the same bytes, whichever thread does it.
 */
public final class PdfExporter {
  private final JasperReportsContext context;
  private final FontCatalog fonts;
  private final TextFlow.TextReader reader;
  private final SharedDrawings drawings = new SharedDrawings();

  private PdfExporter(JasperReportsContext context) {
    this.context = context;
    this.fonts = new FontCatalog(context);
    this.reader =
        new TextFlow.TextReader(
            JRStyledTextUtil.getInstance(context),
            JRStyledTextAttributeSelector.getAllSelector(context));
  }

  /** Makes an exporter over the font extensions of the class path. */
  public static PdfExporter create() {
    return new PdfExporter(DefaultJasperReportsContext.getInstance());
  }

  /** Makes an exporter over the font extensions of a context of one's own. */
  public static PdfExporter create(JasperReportsContext context) {
    return new PdfExporter(context);
  }

  /** The fonts that templates measure with, for drawing charts in the same. */
  public FontCatalog fonts() {
    return fonts;
  }

  /**
   * Writes one PDF.
   *
   * @param prints in the order of their pages; portrait and landscape may mix
   * @param out receives the whole file, and is not closed
   * @throws PdfExportException when an element cannot be expressed, naming it; nothing is written
   *     then
   * @throws IOException when out fails
   */
  public void export(List<JasperPrint> prints, PdfMetadata metadata, OutputStream out)
      throws IOException {
    new Document(metadata, fonts, reader, drawings, context).write(prints, out);
  }

  /** Writes one PDF of one print; see {@link #export(List, PdfMetadata, OutputStream)}. */
  public void export(JasperPrint print, PdfMetadata metadata, OutputStream out) throws IOException {
    export(List.of(print), metadata, out);
  }
}
