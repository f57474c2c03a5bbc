package org.sistercityimpact.pdf;

import java.util.List;

/** Writes a finished structure tree as PDF objects. */
final class StructTree {
  private final PdfFile file;
  private final List<Sheet> sheets;

  StructTree(PdfFile file, List<Sheet> sheets) {
    this.file = file;
    this.sheets = sheets;
  }

  /** Writes the tree and its parent tree; gives the object number of the root. */
  int write(StructNode document) {
    number(document);
    int root = file.reserve();
    writeNode(document, root);
    StringBuilder parents = new StringBuilder("<</Nums[");
    int next = 0;
    for (Sheet sheet : sheets) {
      StringBuilder nodes = new StringBuilder("[");
      for (StructNode node : sheet.marked()) {
        nodes.append(node.objectId).append(" 0 R ");
      }
      parents.append(next++).append(' ').append(file.add(nodes.append(']'))).append(" 0 R ");
    }
    for (Sheet sheet : sheets) {
      for (Links.Link link : sheet.links()) {
        link.structParent(next);
        parents.append(next++).append(' ').append(link.node().objectId).append(" 0 R ");
      }
    }
    int parentTree = file.add(parents.append("]>>"));
    file.set(
        root,
        "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            .formatted(document.objectId, parentTree, next));
    return root;
  }

  private void number(StructNode node) {
    node.objectId = file.reserve();
    for (Object kid : node.kids) {
      if (kid instanceof StructNode child) {
        number(child);
      }
    }
  }

  private void writeNode(StructNode node, int parent) {
    StringBuilder out = new StringBuilder(120);
    out.append("<</S/").append(node.tag.pdfName).append("/P ").append(parent).append(" 0 R");
    int page = pageOf(node);
    if (page >= 0) {
      out.append("/Pg ").append(sheets.get(page).pageId).append(" 0 R");
    }
    if (!node.alt.isEmpty()) {
      out.append("/Alt").append(PdfFile.text(node.alt));
    }
    if (!node.lang.isEmpty()) {
      out.append("/Lang").append(PdfFile.text(node.lang));
    }
    if (node.tag == Tag.NOTE) {
      out.append("/ID(note").append(node.objectId).append(')');
    }
    appendAttributes(out, node);
    out.append("/K[");
    for (Object kid : node.kids) {
      appendKid(out, kid, page);
    }
    file.set(node.objectId, out.append("]>>"));
    for (Object kid : node.kids) {
      if (kid instanceof StructNode child) {
        writeNode(child, node.objectId);
      }
    }
  }

  private static int pageOf(StructNode node) {
    for (Object kid : node.kids) {
      if (kid instanceof StructNode.Marked marked) {
        return marked.page();
      }
      if (kid instanceof StructNode.Annotation annotation) {
        return annotation.page();
      }
    }
    return -1;
  }

  private void appendKid(StringBuilder out, Object kid, int page) {
    if (kid instanceof StructNode child) {
      out.append(child.objectId).append(" 0 R ");
    } else if (kid instanceof StructNode.Marked marked) {
      if (marked.page() == page) {
        out.append(marked.mcid()).append(' ');
      } else {
        out.append("<</Type/MCR/Pg ").append(sheets.get(marked.page()).pageId);
        out.append(" 0 R/MCID ").append(marked.mcid()).append(">>");
      }
    } else if (kid instanceof StructNode.Annotation annotation) {
      out.append("<</Type/OBJR/Pg ").append(sheets.get(annotation.page()).pageId);
      out.append(" 0 R/Obj ").append(annotation.objectId()).append(" 0 R>>");
    }
  }

  private static void appendAttributes(StringBuilder out, StructNode node) {
    StringBuilder table = new StringBuilder();
    if (node.tag == Tag.HEADER_CELL) {
      table.append("/Scope/").append(node.scope);
    }
    if (node.columnSpan > 1) {
      table.append("/ColSpan ").append(node.columnSpan);
    }
    if (node.rowSpan > 1) {
      table.append("/RowSpan ").append(node.rowSpan);
    }
    if (!table.isEmpty()) {
      out.append("/A<</O/Table").append(table).append(">>");
    }
    if (!node.layout.isEmpty()) {
      out.append("/A<</O/Layout").append(node.layout).append(">>");
    }
    if (node.tag == Tag.LIST) {
      boolean labelled =
          node.nodes().stream().anyMatch(i -> i.nodes().stream().anyMatch(k -> k.tag == Tag.LABEL));
      out.append("/A<</O/List/ListNumbering/").append(labelled ? "Unordered" : "None").append(">>");
    }
  }
}
