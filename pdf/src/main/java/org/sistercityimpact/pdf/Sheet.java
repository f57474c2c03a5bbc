package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * A page being drawn: its content stream, which parts of it belong to which structure element, and
 * its links. Coordinates come in as JasperReports has them, from the top left corner downwards.
 */
final class Sheet {
  static final String PLAIN_ARTIFACT = "/Artifact BMC";

  final Content content = new Content();
  final int index;
  final int pageId;
  final double width;
  final double height;
  private final List<StructNode> marked = new ArrayList<>();
  private final List<Links.Link> links = new ArrayList<>();
  private Object open;

  Sheet(int index, int pageId, double width, double height) {
    this.index = index;
    this.pageId = pageId;
    this.width = width;
    this.height = height;
  }

  List<StructNode> marked() {
    return marked;
  }

  List<Links.Link> links() {
    return links;
  }

  /** What follows is content of the node. */
  void real(StructNode node) {
    if (open == node) {
      return;
    }
    close();
    content.raw("/" + node.tag.pdfName + "<</MCID ").num(marked.size()).op(">>BDC");
    node.kids.add(new StructNode.Marked(index, marked.size()));
    marked.add(node);
    open = node;
  }

  /** What follows is decoration or pagination, by the operator given. */
  void artifact(String operator) {
    if (operator.equals(open)) {
      return;
    }
    close();
    content.op(operator);
    open = operator;
  }

  void close() {
    if (open != null) {
      content.op("EMC");
      open = null;
    }
  }

  double y(double fromTop) {
    return height - fromTop;
  }

  /** A rectangle's path, its sides given as JasperReports has them. */
  void rectangle(double x, double y, double w, double h) {
    content.nums(x, y(y + h), w, h).op("re");
  }
}
