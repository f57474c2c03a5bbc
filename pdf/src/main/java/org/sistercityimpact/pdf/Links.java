package org.sistercityimpact.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintHyperlink;

/** The links of a document and the places they can point to. */
final class Links {
  /** A place on a page, y counted from the bottom. */
  record Target(int page, double x, double y) {}

  /** A link's rectangle on its page; its destination is looked up once all pages are known. */
  static final class Link {
    private final int objectId;
    private final StructNode node;
    private final String rectangle;
    private final JRPrintHyperlink source;
    private final String name;
    private int structParent;

    Link(int objectId, StructNode node, String rectangle, JRPrintHyperlink source, String name) {
      this.objectId = objectId;
      this.node = node;
      this.rectangle = rectangle;
      this.source = source;
      this.name = name;
    }

    int objectId() {
      return objectId;
    }

    StructNode node() {
      return node;
    }

    void structParent(int key) {
      structParent = key;
    }
  }

  private final Map<String, Target> anchors = new HashMap<>();

  void anchor(String name, Target target) {
    anchors.putIfAbsent(name, target);
  }

  /** Whether an element is a link that a reader can follow. */
  static boolean isLink(JRPrintHyperlink element) {
    return switch (element.getHyperlinkType()) {
      case NULL, NONE -> false;
      case REFERENCE, LOCAL_ANCHOR, LOCAL_PAGE -> true;
      default ->
          throw new PdfExportException(
              "its hyperlink type %s is not supported (Reference, LocalAnchor and LocalPage are)"
                  .formatted(element.getLinkType()));
    };
  }

  void write(PdfFile file, List<Sheet> sheets) {
    for (Sheet sheet : sheets) {
      for (Link link : sheet.links()) {
        String contents = link.source.getHyperlinkTooltip();
        file.set(
            link.objectId,
            "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/P %s 0 R/StructParent %s/Contents%s%s>>"
                .formatted(
                    link.rectangle,
                    sheet.pageId,
                    link.structParent,
                    PdfFile.text(
                        contents == null || contents.isBlank() ? describe(link.source) : contents),
                    action(link, sheets)));
      }
    }
  }

  private static String describe(JRPrintHyperlink link) {
    return switch (link.getHyperlinkType()) {
      case REFERENCE -> link.getHyperlinkReference();
      case LOCAL_PAGE -> "Page " + link.getHyperlinkPage();
      default -> link.getHyperlinkAnchor();
    };
  }

  private String action(Link link, List<Sheet> sheets) {
    JRPrintHyperlink source = link.source;
    return switch (source.getHyperlinkType()) {
      case REFERENCE -> "/A<</S/URI/URI" + PdfFile.text(uri(link)) + ">>";
      case LOCAL_PAGE -> {
        Integer page = source.getHyperlinkPage();
        if (page == null || page < 1 || page > sheets.size()) {
          throw new PdfExportException(
              "Cannot link %s to page %s: the document has %s pages"
                  .formatted(link.name, page, sheets.size()));
        }
        yield "/Dest" + destination(new Target(page - 1, 0, sheets.get(page - 1).height), sheets);
      }
      default -> {
        Target target = anchors.get(source.getHyperlinkAnchor());
        if (target == null) {
          throw new PdfExportException(
              "Cannot link %s to the anchor '%s': no element has it"
                  .formatted(link.name, source.getHyperlinkAnchor()));
        }
        yield "/Dest" + destination(target, sheets);
      }
    };
  }

  private static String uri(Link link) {
    String uri = link.source.getHyperlinkReference();
    if (uri == null || uri.isBlank()) {
      throw new PdfExportException("Cannot link " + link.name + ": its reference is empty");
    }
    try {
      return new java.net.URI(uri.trim().replace(" ", "%20")).toASCIIString();
    } catch (java.net.URISyntaxException e) {
      throw new PdfExportException(
          "Cannot link %s to '%s': %s".formatted(link.name, uri, e.getReason()), e);
    }
  }

  static String destination(Target target, List<Sheet> sheets) {
    return "[%s 0 R/XYZ %s %s null]"
        .formatted(
            sheets.get(target.page).pageId,
            Content.format(Math.max(0, target.x)),
            Content.format(target.y));
  }
}
