package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jasperreports.engine.JRPrintElement;

/** An element of the structure tree while it grows. */
final class StructNode {
  /** Content of a page that belongs to a node. */
  record Marked(int page, int mcid) {}

  /** An annotation that belongs to a node. */
  record Annotation(int page, int objectId) {}

  final Tag tag;
  private final JRPrintElement element;
  final boolean automatic;
  final int page;
  final List<Object> kids = new ArrayList<>();
  StructNode parent;
  String alt = "";
  String lang = "";
  String scope = "";
  String layout = "";
  int columnSpan = 1;
  int rowSpan = 1;

  /** Of a row: which of several columns of rows side by side it stands in. */
  int column = 1;

  int objectId;

  /** Cells of a table's header rows, so that their repetition on later pages is recognised. */
  final Set<String> headerCells = new HashSet<>();

  /** Where an automatic row stands: "page:y". */
  String rowKey = "";

  /**
   * @param element it was made for, for messages; null for the document and its parts
   * @param automatic whether the exporter made it around elements, so that more may join
   */
  StructNode(Tag tag, JRPrintElement element, boolean automatic, int page) {
    this.tag = tag;
    this.element = element;
    this.automatic = automatic;
    this.page = page;
  }

  /** What messages call it; put together only when one is written. */
  String name() {
    return element == null ? "the " + tag.pdfName : Elements.name(element);
  }

  JRPrintElement element() {
    return element;
  }

  StructNode add(StructNode kid) {
    kid.parent = this;
    kids.add(kid);
    return kid;
  }

  StructNode lastNode() {
    return !kids.isEmpty() && kids.get(kids.size() - 1) instanceof StructNode node ? node : null;
  }

  /** The child nodes, page content left out. */
  List<StructNode> nodes() {
    List<StructNode> nodes = new ArrayList<>();
    for (Object kid : kids) {
      if (kid instanceof StructNode node) {
        nodes.add(node);
      }
    }
    return nodes;
  }
}
