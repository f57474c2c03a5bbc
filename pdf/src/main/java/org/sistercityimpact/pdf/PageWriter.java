package org.sistercityimpact.pdf;

import java.io.IOException;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRPrintAnchor;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.ModeEnum;

/** Walks the elements of a print's page, in their order, and draws and tags each. */
final class PageWriter {
  /**
   * What the frames around an element say about it.
   *
   * @param parent the node that new nodes go under
   * @param whole whether everything belongs to the parent itself (a picture, or one run of text)
   * @param artifact the operator of artifacts, when everything inside is one; else null
   */
  private record Around(StructNode parent, boolean whole, String artifact) {}

  private final Document document;
  private final Sheet sheet;
  private final Strokes strokes;
  private final TextWriter texts;
  private final ImageWriter images;

  PageWriter(Document document, Sheet sheet) {
    this.document = document;
    this.sheet = sheet;
    this.strokes = new Strokes(sheet);
    this.texts = new TextWriter(document, sheet);
    this.images = new ImageWriter(document, sheet);
  }

  void write(List<JRPrintElement> elements, StructNode parent) {
    for (JRPrintElement element : elements) {
      place(element, 0, 0, new Around(parent, false, null));
    }
    sheet.close();
  }

  private void place(JRPrintElement element, int dx, int dy, Around around) {
    try {
      draw(element, dx + element.getX(), dy + element.getY(), around);
    } catch (PdfExportException | MissingGlyphException | JRException | IOException e) {
      throw PdfExportException.at(element, sheet.index, e);
    }
  }

  private void draw(JRPrintElement element, int x, int y, Around around)
      throws JRException, IOException {
    Tag tag = Elements.tag(element);
    String artifact = around.artifact;
    if (tag == Tag.ARTIFACT) {
      artifact = Sheet.PLAIN_ARTIFACT;
    } else if (tag == null && artifact == null && !around.whole) {
      artifact = Elements.paginationArtifact(element);
    }
    if (element instanceof JRPrintAnchor anchor) {
      document.anchor(anchor, sheet, x, y);
    }
    Around here = new Around(around.parent, around.whole, artifact);
    if (element instanceof JRPrintFrame frame) {
      frame(frame, tag, x, y, here);
    } else if (element instanceof JRPrintText text) {
      text(text, tag, x, y, here);
    } else if (element instanceof JRPrintImage image) {
      image(image, tag, x, y, here);
    } else {
      shape(element, tag, x, y, here);
    }
  }

  private void frame(JRPrintFrame frame, Tag tag, int x, int y, Around around) {
    Around inside = around;
    StructNode node = null;
    if (tag != null && tag != Tag.ARTIFACT && around.artifact == null) {
      node = document.tagger.add(around.parent, tag, Elements.spot(frame, sheet.index, x, y));
      if (node == null) {
        inside = new Around(around.parent, false, Elements.REPEATED_HEADER);
      } else {
        Elements.describe(node, frame);
        inside = new Around(node, tag.kind != Tag.Kind.GROUP, null);
      }
      if (node != null && tag.kind == Tag.Kind.PICTURE) {
        node.alt = Elements.alternative(frame);
        node.layout = boundingBox(x, y, frame.getWidth(), frame.getHeight());
      }
      if (node != null && tag == Tag.ROW && Elements.isHeaderRow(frame)) {
        document.tagger.headerRow(node, Elements.spot(frame, sheet.index, x, y));
      }
      if (tag.headingLevel() > 0 && node != null) {
        document.heading(tag, Elements.text(frame), sheet, x, y);
      }
    }
    background(frame, inside, x, y);
    int left = frame.getLineBox().getLeftPadding();
    int top = frame.getLineBox().getTopPadding();
    for (JRPrintElement each : frame.getElements()) {
      place(each, x + left, y + top, inside);
    }
    border(frame, inside, x, y);
  }

  private String boundingBox(int x, int y, int width, int height) {
    return "/Placement/Block/BBox[%s %s %s %s]"
        .formatted(
            Content.format(x),
            Content.format(sheet.y(y + height)),
            Content.format(x + width),
            Content.format(sheet.y(y)));
  }

  private void text(JRPrintText text, Tag tag, int x, int y, Around around) {
    background(text, around, x, y);
    StructNode node = null;
    if (around.artifact == null) {
      node = around.whole && tag == null ? around.parent : textNode(text, tag, x, y, around);
    }
    texts.write(
        text,
        x,
        y,
        node,
        around.artifact != null || node != null ? around.artifact : Elements.REPEATED_HEADER);
    border(text, around, x, y);
  }

  /** The node of a text; null when it is a header's repetition, or when nothing is to be tagged. */
  private StructNode textNode(JRPrintText text, Tag tag, int x, int y, Around around) {
    String full = text.getFullText();
    if (tag == null && (full == null || full.isBlank())) {
      return around.parent.tag == Tag.ROW
          ? document.tagger.add(around.parent, Tag.CELL, Elements.spot(text, sheet.index, x, y))
          : around.parent;
    }
    Tag used = tag != null ? tag : around.parent.tag == Tag.ROW ? Tag.CELL : Tag.P;
    if (used.isStrict() && used != Tag.LIST_ITEM) {
      throw new PdfExportException(
          "a text cannot be a %s (tag the frame around its parts)".formatted(used.pdfName));
    }
    StructNode before = document.tagger.continued(around.parent, used, text, sheet.index);
    if (before != null) {
      return before;
    }
    StructNode node =
        document.tagger.add(around.parent, used, Elements.spot(text, sheet.index, x, y));
    if (node == null) {
      return null;
    }
    Elements.describe(node, text);
    if (used.kind == Tag.Kind.PICTURE) {
      node.alt = Elements.alternative(text);
      node.layout = boundingBox(x, y, text.getWidth(), text.getHeight());
    }
    if (used.headingLevel() > 0) {
      document.heading(used, document.plain(text), sheet, x, y);
    }
    document.tagger.remember(node, around.parent, text);
    return inner(node);
  }

  /** List items and entries of a table of contents hold their text one level down. */
  private StructNode inner(StructNode node) {
    return switch (node.tag) {
      case LIST_ITEM -> node.add(new StructNode(Tag.LIST_BODY, node.element(), true, sheet.index));
      case TOC_ITEM -> node.add(new StructNode(Tag.REFERENCE, node.element(), true, sheet.index));
      default -> node;
    };
  }

  private void image(JRPrintImage image, Tag tag, int x, int y, Around around)
      throws JRException, IOException {
    background(image, around, x, y);
    if (tag != null && tag != Tag.ARTIFACT && tag.kind != Tag.Kind.PICTURE) {
      throw new PdfExportException(
          "an image can only be tagged Figure, Formula or Artifact, not " + tag.pdfName);
    }
    StructNode node = null;
    if (around.artifact == null && image.getRenderer() != null) {
      if (around.whole && tag == null) {
        node = around.parent;
      } else {
        node =
            document.tagger.add(
                around.parent,
                tag == null ? Tag.FIGURE : tag,
                Elements.spot(image, sheet.index, x, y));
        Elements.describe(node, image);
        node.alt = Elements.alternative(image);
        node.layout = boundingBox(x, y, image.getWidth(), image.getHeight());
      }
    }
    images.write(image, x, y, node, around.artifact);
    decoration(around);
    strokes.outline(image, x, y);
    border(image, around, x, y);
  }

  private void shape(JRPrintElement element, Tag tag, int x, int y, Around around) {
    if (tag != null && tag != Tag.ARTIFACT && tag.kind != Tag.Kind.PICTURE) {
      throw new PdfExportException(
          "a line or shape can only be tagged Artifact or Figure, not " + tag.pdfName);
    }
    if (tag != null && tag.kind == Tag.Kind.PICTURE && around.artifact == null) {
      StructNode node =
          document.tagger.add(around.parent, tag, Elements.spot(element, sheet.index, x, y));
      Elements.describe(node, element);
      node.alt = Elements.alternative(element);
      node.layout = boundingBox(x, y, element.getWidth(), element.getHeight());
      sheet.real(node);
    } else {
      decoration(around);
    }
    if (element instanceof JRPrintLine line) {
      strokes.line(line, x, y);
    } else if (element instanceof JRPrintRectangle rectangle) {
      strokes.rectangle(rectangle, x, y);
    } else if (element instanceof JRPrintEllipse ellipse) {
      strokes.ellipse(ellipse, x, y);
    } else {
      throw new PdfExportException(
          "it is neither a text, image, frame, line nor shape (draw it as an image)");
    }
  }

  /** Fills and lines belong to a picture when they are inside one, and are artifacts elsewhere. */
  private void decoration(Around around) {
    if (around.artifact == null && around.whole && around.parent.tag.kind == Tag.Kind.PICTURE) {
      sheet.real(around.parent);
    } else {
      sheet.artifact(around.artifact == null ? Sheet.PLAIN_ARTIFACT : around.artifact);
    }
  }

  private void background(JRPrintElement element, Around around, int x, int y) {
    if (element.getMode() == ModeEnum.OPAQUE) {
      decoration(around);
      strokes.fill(element.getBackcolor(), x, y, element.getWidth(), element.getHeight());
    }
  }

  private void border(JRPrintElement element, Around around, int x, int y) {
    if (element instanceof net.sf.jasperreports.engine.JRBoxContainer boxed) {
      JRLineBox box = boxed.getLineBox();
      Strokes.Widths widths = document.penWidths(box);
      if (widths.isDrawn()) {
        decoration(around);
        strokes.box(box, widths, x, y, element.getWidth(), element.getHeight());
      }
    }
  }
}
