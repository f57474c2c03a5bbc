package org.sistercityimpact.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Drawings made once for all documents of an exporter; the latest few are kept. */
final class SharedDrawings {
  private static final int KEPT = 32;
  private static final Pattern COORDINATE = Pattern.compile("-?[1-9][0-9]*\\.[0-9]{3,}");

  private record Key(String name, double width, double height) {}

  private final Map<Key, byte[]> forms =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** Sets a reserved object to the drawing's form. */
  void writeTo(
      PdfFile file,
      int id,
      ReusableDrawing drawing,
      double width,
      double height,
      FontCatalog catalog,
      JasperReportsContext context)
      throws JRException, IOException {
    byte[] form;
    synchronized (forms) {
      Key key = new Key(drawing.drawingName(), width, height);
      form = forms.get(key);
      if (form == null) {
        form = draw(drawing, width, height, catalog, context);
        forms.put(key, form);
      }
    }
    file.setStream(
        id,
        "/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources<<>>/Filter/FlateDecode"
            .formatted(Content.format(width), Content.format(height)),
        form);
  }

  /**
   * Cuts coordinates to a hundredth of a point, which takes a third off a map; small numbers, such
   * as colours, keep their digits.
   */
  private static byte[] rounded(byte[] content) {
    return PdfFile.latin1(
        COORDINATE
            .matcher(new String(content, StandardCharsets.ISO_8859_1))
            .replaceAll(
                number ->
                    Content.format(Math.round(Double.parseDouble(number.group()) * 100) / 100d)));
  }

  private static byte[] draw(
      ReusableDrawing drawing,
      double width,
      double height,
      FontCatalog catalog,
      JasperReportsContext context)
      throws JRException, IOException {
    try (PDDocument scratch = new PDDocument()) {
      COSStream form = Pictures.draw(drawing, width, height, null, scratch, catalog, context);
      var resources = form.getCOSDictionary(org.apache.pdfbox.cos.COSName.RESOURCES);
      if (resources != null && resources.size() > 0) {
        throw new PdfExportException(
            "the reusable drawing '%s' uses transparency, patterns or images (draw it with plain opaque colours)"
                .formatted(drawing.drawingName()));
      }
      try (InputStream content = form.createInputStream()) {
        return PdfFile.deflateForAll(rounded(content.readAllBytes()));
      }
    }
  }
}
