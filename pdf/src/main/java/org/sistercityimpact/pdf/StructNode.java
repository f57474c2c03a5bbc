package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An element of the structure tree while it grows. */
final class StructNode {
  /** Content of a page that belongs to a node. */
  record Marked(int page, int mcid) {}

  /** An annotation that belongs to a node. */
  record Annotation(int page, int objectId) {}

  final Tag tag;
  final String name;
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
  int objectId;

  /** Cells of a table's header rows, so that their repetition on later pages is recognised. */
  final Set<String> headerCells = new HashSet<>();

  /** Where an automatic row stands: "page:y". */
  String rowKey = "";

  /**
   * @param name of the element it was made for, for messages
   * @param automatic whether the exporter made it around elements, so that more may join
   */
  StructNode(Tag tag, String name, boolean automatic, int page) {
    this.tag = tag;
    this.name = name;
    this.automatic = automatic;
    this.page = page;
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
