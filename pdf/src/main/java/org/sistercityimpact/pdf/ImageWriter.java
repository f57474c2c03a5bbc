package org.sistercityimpact.pdf;

import java.io.IOException;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.util.ImageUtil;

/** Places a picture in its box as the template asks: stretched, fitted or cut. */
final class ImageWriter {
  private final Document document;
  private final Sheet sheet;

  ImageWriter(Document document, Sheet sheet) {
    this.document = document;
    this.sheet = sheet;
  }

  void write(JRPrintImage image, int x, int y, StructNode node, String artifact)
      throws JRException, IOException {
    if (image.getRenderer() == null) {
      return;
    }
    if (image.getRotation() != null && image.getRotation() != RotationEnum.NONE) {
      throw new PdfExportException("a rotated image is not supported (rotate its data or drawing)");
    }
    var box = image.getLineBox();
    double left = x + box.getLeftPadding();
    double top = y + box.getTopPadding();
    double width = image.getWidth() - box.getLeftPadding() - box.getRightPadding();
    double height = image.getHeight() - box.getTopPadding() - box.getBottomPadding();
    if (width <= 0 || height <= 0) {
      throw new PdfExportException("its paddings leave no room for the image");
    }
    Pictures.Picture picture = document.pictures.of(image.getRenderer(), width, height);
    if (node == null && Links.isLink(image)) {
      throw new PdfExportException(
          "a link cannot be in an artifact such as a page header (give it pdf.alt and pdf.tag Figure, or take the link away)");
    }
    if (node == null) {
      sheet.artifact(artifact);
    } else if (Links.isLink(image)) {
      StructNode link = node.parent.add(new StructNode(Tag.LINK, node.name, false, sheet.index));
      node.parent.kids.remove(node);
      link.add(node);
      double[] area = {left, sheet.y(top + height), left + width, sheet.y(top)};
      sheet.real(node);
      document.link(sheet, link, image, area);
    } else {
      sheet.real(node);
    }
    double w = width;
    double h = height;
    if (!picture.form()) {
      double scale = Math.min(width / picture.width(), height / picture.height());
      switch (image.getScaleImage()) {
        case FILL_FRAME -> {}
        case CLIP -> {
          w = picture.width();
          h = picture.height();
        }
        default -> {
          w = picture.width() * scale;
          h = picture.height() * scale;
        }
      }
    }
    double px = left + (width - w) * ImageUtil.getXAlignFactor(image);
    double py = top + (height - h) * ImageUtil.getYAlignFactor(image);
    Content out = sheet.content.op("q");
    if (w > width || h > height) {
      sheet.rectangle(left, top, width, height);
      out.op("W").op("n");
    }
    double scaleX = picture.form() ? 1 : w;
    double scaleY = picture.form() ? 1 : h;
    out.nums(scaleX, 0, 0, scaleY, px, sheet.y(py + h)).op("cm");
    out.op("/" + picture.resource() + " Do").op("Q");
  }
}
