package org.sistercityimpact.pdf;

import java.util.HashMap;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;

/**
 * Grows the structure tree. Templates tag single elements; tables, lists and their parts that PDF
 * wants around them are made here: consecutive rows become a table, also across pages.
 */
final class Tagger {
  /** What kind of band an element is printed in. */
  enum Band {
    /** Printed once. */
    BODY,
    /** Column and group headers, which may print again where their content goes on. */
    HEADER,
    /** The head of every page. */
    PAGE_HEADER
  }

  /** Where an element stands in the print. */
  record Spot(JRPrintElement element, int page, int x, int y, Band band) {
    /** Of the element or of everything in it, to recognise repetition. */
    String text() {
      return Elements.text(element);
    }

    String key() {
      return x + "|" + text();
    }
  }

  final StructNode root = new StructNode(Tag.DOCUMENT, null, true, 0);
  private final Map<String, Integer> headersSeen = new HashMap<>();
  private int lastHeading;
  private int begunPage = -1;
  private StructNode open;
  private StructNode openParent;

  /** A new print begins: what the one before had in its headers is no repetition in this one. */
  void beginPrint() {
    headersSeen.clear();
    open = null;
  }

  /**
   * Adds a node for an element, with whatever must stand between it and its parent.
   *
   * @return the node, or null when the element is the repetition of a header on a later page
   */
  StructNode add(StructNode parent, Tag tag, Spot spot) {
    if (isRepetition(tag, spot)) {
      return null;
    }
    if (tag.headingLevel() > lastHeading + 1) {
      throw new PdfExportException(
          "it is tagged %s after %s, and PDF/UA lets no level be skipped (tag it H%s)"
              .formatted(
                  tag.pdfName,
                  lastHeading == 0 ? "no other heading" : "an H" + lastHeading,
                  lastHeading + 1));
    }
    lastHeading = tag.headingLevel() > 0 ? tag.headingLevel() : lastHeading;
    StructNode node = place(parent, tag, spot);
    open = null;
    if (node != null && spot.band != Band.PAGE_HEADER) {
      begunPage = spot.page;
    }
    return node;
  }

  /**
   * Whether a header prints again what it said on the page before. Only the first things of a page
   * can: the same words further down belong to a new group.
   */
  private boolean isRepetition(Tag tag, Spot spot) {
    if (spot.band == Band.BODY || tag.isCell() || tag == Tag.ROW || spot.text().isBlank()) {
      return false;
    }
    Integer before = headersSeen.put(tag.pdfName + "|" + spot.key(), spot.page);
    return before != null && before == spot.page - 1 && begunPage != spot.page;
  }

  /**
   * The node of the text whose remainder an element prints at the top of a page; null for any
   * other. JasperReports says nothing of it, but such a text is the first of its page, comes from
   * the same element as the last of the page before, which ran over several lines and broke after a
   * space.
   */
  StructNode continued(StructNode parent, Tag tag, JRPrintText text, int page) {
    boolean goesOn =
        open != null
            && begunPage == page - 1
            && openParent == parent
            && open.element() instanceof JRPrintText before
            && before.getSourceElementId() == text.getSourceElementId()
            && before.getSourceElementId() != JRPrintElement.UNSET_SOURCE_ELEMENT_ID
            && tag.kind == Tag.Kind.TEXT
            && tag.headingLevel() == 0;
    if (!goesOn) {
      return null;
    }
    StructNode node = open;
    begunPage = page;
    remember(node, parent, text);
    return node;
  }

  /** Notes the text placed last, in case it goes on over the page; any other node forgets it. */
  void remember(StructNode node, StructNode parent, JRPrintText text) {
    String full = text.getFullText();
    boolean runsOver =
        full != null
            && text.getLineBreakOffsets() != null
            && text.getLineBreakOffsets().length > 0
            && Character.isWhitespace(full.charAt(full.length() - 1));
    open = runsOver ? node : null;
    openParent = parent;
  }

  private boolean isRepeatedIn(StructNode table, Spot spot) {
    return spot.page > table.page
        && begunPage != spot.page
        && !spot.text().isBlank()
        && table.headerCells.contains(spot.key());
  }

  private StructNode place(StructNode parent, Tag tag, Spot spot) {
    StructNode home = homeFor(parent, tag, spot);
    return switch (tag) {
      case ROW -> row(home, spot);
      case CELL, HEADER_CELL -> cell(home, tag, spot);
      case LIST_ITEM -> within(home, Tag.LIST, spot).add(node(tag, spot));
      case TOC_ITEM -> within(home, Tag.TOC, spot).add(node(tag, spot));
      default -> other(home, tag, spot);
    };
  }

  /** Rows and list items hold their content one level down. */
  private StructNode homeFor(StructNode parent, Tag tag, Spot spot) {
    if (parent.tag == Tag.ROW && !tag.isCell()) {
      return parent.add(new StructNode(Tag.CELL, spot.element, true, spot.page));
    }
    if (parent.tag == Tag.LIST_ITEM && tag != Tag.LABEL && tag != Tag.LIST_BODY) {
      return within(parent, Tag.LIST_BODY, spot);
    }
    return parent;
  }

  private StructNode other(StructNode home, Tag tag, Spot spot) {
    check(tag, home);
    StructNode caption = tag == Tag.TABLE || tag == Tag.FIGURE ? pendingCaption(home) : null;
    StructNode node = home.add(node(tag, spot));
    if (caption != null) {
      node.add(caption);
    }
    return node;
  }

  private static void check(Tag tag, StructNode home) {
    if (!tag.mayStandIn(home.tag)) {
      throw new PdfExportException(
          "it is tagged %s, which may not stand in a %s".formatted(tag.pdfName, home.tag.pdfName));
    }
  }

  private static StructNode node(Tag tag, Spot spot) {
    return new StructNode(tag, spot.element, false, spot.page);
  }

  /** The automatic container that is still open as the parent's last child, or a new one. */
  private StructNode within(StructNode parent, Tag container, Spot spot) {
    if (parent.tag == container) {
      return parent;
    }
    StructNode last = parent.lastNode();
    if (last != null && last.automatic && last.tag == container) {
      return last;
    }
    check(container, parent);
    StructNode caption = container == Tag.TABLE ? pendingCaption(parent) : null;
    StructNode made = parent.add(new StructNode(container, spot.element, true, spot.page));
    if (caption != null) {
      made.add(caption);
    }
    return made;
  }

  private static StructNode pendingCaption(StructNode parent) {
    StructNode last = parent.lastNode();
    if (last != null && last.tag == Tag.CAPTION) {
      parent.kids.remove(last);
      return last;
    }
    return null;
  }

  private StructNode row(StructNode parent, Spot spot) {
    StructNode table = parent.tag.isRowGroup() ? parent : within(parent, Tag.TABLE, spot);
    if (isRepeatedIn(table, spot)) {
      return null;
    }
    StructNode row = table.add(node(Tag.ROW, spot));
    return row;
  }

  /** Remembers a row of header cells, so that the same row on a later page is an artifact. */
  void headerRow(StructNode row, Spot spot) {
    row.parent.headerCells.add(spot.key());
  }

  private StructNode cell(StructNode parent, Tag tag, Spot spot) {
    if (parent.tag == Tag.ROW) {
      return parent.add(node(tag, spot));
    }
    StructNode table = parent.tag.isRowGroup() ? parent : within(parent, Tag.TABLE, spot);
    String rowKey = spot.page + ":" + spot.y;
    if (tag == Tag.HEADER_CELL) {
      if (isRepeatedIn(table, spot)) {
        return null;
      }
      table.headerCells.add(spot.key());
    }
    StructNode row = table.lastNode();
    if (row == null || !row.automatic || !row.rowKey.equals(rowKey)) {
      row = table.add(new StructNode(Tag.ROW, spot.element, true, spot.page));
      row.rowKey = rowKey;
    }
    return row.add(node(tag, spot));
  }
}
