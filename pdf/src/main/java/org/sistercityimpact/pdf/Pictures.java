package org.sistercityimpact.pdf;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DataRenderable;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.RenderersCache;
import net.sf.jasperreports.renderers.ResourceRenderer;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The pictures of one document as XObjects: drawings become vector forms, JPEGs are passed on as
 * they are, other raster images are stored without loss. The same picture twice is stored once.
 */
final class Pictures {
  /**
   * A picture in the document.
   *
   * @param width of its natural size in points; 0 for a drawing that takes any size
   * @param form whether it is a form, whose space is its size, not the unit square
   */
  record Picture(String resource, double width, double height, boolean form) {}

  private final JasperReportsContext context;
  private final FontCatalog catalog;
  private final FontBook fonts;
  private final PdfFile file;
  private final CosBridge bridge;
  private final RenderersCache loaded;
  private final SharedDrawings shared;
  private final PDDocument scratch = new PDDocument();
  private final Map<String, Integer> objects = new LinkedHashMap<>();
  private final Map<Object, Picture> known = new HashMap<>();

  Pictures(
      JasperReportsContext context,
      FontCatalog catalog,
      FontBook fonts,
      PdfFile file,
      int fontsId,
      SharedDrawings shared) {
    this.context = context;
    this.catalog = catalog;
    this.fonts = fonts;
    this.file = file;
    this.bridge = new CosBridge(file, fontsId);
    this.loaded = new RenderersCache(context);
    this.shared = shared;
  }

  /** Stores a renderable; a drawing is made for the box it fills. */
  Picture of(Renderable source, double width, double height) throws JRException, IOException {
    Renderable renderable =
        source instanceof ResourceRenderer resource ? loaded.getLoadedRenderer(resource) : source;
    if (renderable instanceof ReusableDrawing drawing) {
      Object key = List.of(drawing.drawingName(), width, height);
      return remember(key, () -> form(file.reserve(), drawing, width, height));
    }
    if (renderable instanceof Graphics2DRenderable drawing) {
      int id = bridge.copy(draw(drawing, width, height, fonts, scratch, catalog, context));
      return register(id, width, height, true);
    }
    if (renderable instanceof DataRenderable data) {
      byte[] bytes = data.getData(context);
      return remember(Arrays.hashCode(bytes) + ":" + bytes.length, () -> raster(bytes));
    }
    throw new PdfExportException(
        "its image is a %s, which is neither a drawing nor image data"
            .formatted(renderable.getClass().getName()));
  }

  private interface Maker {
    Picture make() throws JRException, IOException;
  }

  private Picture remember(Object key, Maker maker) throws JRException, IOException {
    Picture picture = known.get(key);
    if (picture == null) {
      picture = maker.make();
      known.put(key, picture);
    }
    return picture;
  }

  private Picture form(int id, ReusableDrawing drawing, double width, double height)
      throws JRException, IOException {
    shared.writeTo(file, id, drawing, width, height, catalog, context);
    return register(id, width, height, true);
  }

  private Picture register(int id, double width, double height, boolean form) {
    String resource = "X" + objects.size();
    objects.put(resource, id);
    return new Picture(resource, width, height, form);
  }

  /** Draws into a form of PDFBox; null fonts forbid text. */
  static COSStream draw(
      Graphics2DRenderable drawing,
      double width,
      double height,
      FontBook fonts,
      PDDocument scratch,
      FontCatalog catalog,
      JasperReportsContext context)
      throws JRException, IOException {
    PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(scratch, (float) width, (float) height);
    graphics.setFontTextDrawer(new DrawingText(catalog, fonts));
    graphics.setColor(java.awt.Color.BLACK); // without a paint it would draw nothing, silently
    drawing.render(context, graphics, new Rectangle2D.Double(0, 0, width, height));
    graphics.dispose();
    return graphics.getXFormObject().getCOSObject();
  }

  private Picture raster(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    if (image == null) {
      throw new PdfExportException(
          "its image data is in no format that the JDK reads (PNG, JPEG, GIF, BMP, TIFF)");
    }
    int width = image.getWidth();
    int height = image.getHeight();
    String size = "/Type/XObject/Subtype/Image/Width %d/Height %d".formatted(width, height);
    boolean jpeg = bytes.length > 3 && (bytes[0] & 255) == 0xFF && (bytes[1] & 255) == 0xD8;
    int components = image.getColorModel().getNumComponents();
    if (jpeg && (components == 1 || components == 3)) {
      String space = components == 1 ? "/DeviceGray" : "/DeviceRGB";
      int id =
          file.addStream(
              size + "/ColorSpace" + space + "/BitsPerComponent 8/Filter/DCTDecode", bytes);
      return register(id, width, height, false);
    }
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] colors = new byte[pixels.length * 3];
    byte[] alpha = new byte[pixels.length];
    boolean opaque = true;
    for (int i = 0; i < pixels.length; i++) {
      colors[3 * i] = (byte) (pixels[i] >> 16);
      colors[3 * i + 1] = (byte) (pixels[i] >> 8);
      colors[3 * i + 2] = (byte) pixels[i];
      alpha[i] = (byte) (pixels[i] >>> 24);
      opaque &= alpha[i] == -1;
    }
    String mask =
        opaque
            ? ""
            : "/SMask %d 0 R"
                .formatted(
                    file.addDeflated(size + "/ColorSpace/DeviceGray/BitsPerComponent 8", alpha));
    int id = file.addDeflated(size + "/ColorSpace/DeviceRGB/BitsPerComponent 8" + mask, colors);
    return register(id, width, height, false);
  }

  /** The resource dictionary's list of XObjects. */
  String resources() {
    StringBuilder out = new StringBuilder("<<");
    objects.forEach(
        (name, id) -> out.append('/').append(name).append(' ').append(id).append(" 0 R"));
    return out.append(">>").toString();
  }

  void close() throws IOException {
    scratch.close();
  }
}
