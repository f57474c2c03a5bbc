package org.sistercityimpact.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Brings the finished tables of a tree into the form that PDF/UA asks for, and checks them. */
final class TableShape {
  private TableShape() {}

  /** Walks the whole tree; throws PdfExportException for a row that does not fit its table. */
  static void settle(StructNode node) {
    attachCaptions(node);
    if (node.tag == Tag.TABLE) {
      settleTable(node);
    }
    node.nodes().forEach(TableShape::settle);
  }

  private static void attachCaptions(StructNode node) {
    List<StructNode> kids = node.nodes();
    for (int i = 0; i < kids.size(); i++) {
      StructNode caption = kids.get(i);
      if (caption.tag != Tag.CAPTION || node.tag == Tag.TABLE || node.tag == Tag.FIGURE) {
        continue;
      }
      StructNode before = i > 0 ? kids.get(i - 1) : null;
      if (before == null || before.tag != Tag.TABLE && before.tag != Tag.FIGURE) {
        throw new PdfExportException(
            "Cannot tag %s as Caption: no table or figure stands beside it"
                .formatted(caption.name()));
      }
      node.kids.remove(caption);
      before.add(caption);
    }
  }

  private static void settleTable(StructNode table) {
    inColumns(table);
    List<StructNode> rows = rows(table);
    for (StructNode row : rows) {
      boolean header = isHeader(row);
      for (StructNode cell : row.nodes()) {
        if (cell.tag == Tag.HEADER_CELL && cell.scope.isEmpty()) {
          cell.scope = header ? "Column" : "Row";
        }
      }
    }
    checkColumns(rows);
    if (table.nodes().stream().noneMatch(n -> n.tag.isRowGroup())) {
      group(table);
    }
  }

  /** Of rows that stand side by side all of the first column are read before the second. */
  private static void inColumns(StructNode table) {
    table.kids.sort(
        Comparator.comparingInt(kid -> kid instanceof StructNode node ? node.column : 1));
  }

  private static List<StructNode> rows(StructNode table) {
    List<StructNode> rows = new ArrayList<>();
    for (StructNode kid : table.nodes()) {
      if (kid.tag == Tag.ROW) {
        rows.add(kid);
      } else if (kid.tag.isRowGroup()) {
        rows.addAll(rows(kid));
      }
    }
    return rows;
  }

  private static boolean isHeader(StructNode row) {
    return row.nodes().stream().allMatch(c -> c.tag == Tag.HEADER_CELL);
  }

  /** Every row must cover the same columns, cells that span rows above included. */
  private static void checkColumns(List<StructNode> rows) {
    int columns = -1;
    List<Integer> hanging = new ArrayList<>();
    for (StructNode row : rows) {
      int width = 0;
      for (int left : hanging) {
        width += left > 0 ? 1 : 0;
      }
      hanging.replaceAll(left -> Math.max(0, left - 1));
      for (StructNode cell : row.nodes()) {
        width += cell.columnSpan;
        for (int i = 0; cell.rowSpan > 1 && i < cell.columnSpan; i++) {
          hanging.add(cell.rowSpan - 1);
        }
      }
      if (columns >= 0 && width != columns) {
        throw new PdfExportException(
            "Cannot tag %s on page %s as a table row: it covers %s columns where its table has %s (give pdf.colspan, print empty cells too, and let its band not split over pages)"
                .formatted(row.name(), row.page + 1, width, columns));
      }
      columns = width;
    }
  }

  private static void group(StructNode table) {
    List<StructNode> head = new ArrayList<>();
    List<StructNode> body = new ArrayList<>();
    for (StructNode row : rows(table)) {
      (body.isEmpty() && isHeader(row) ? head : body).add(row);
    }
    if (head.isEmpty() || body.isEmpty()) {
      return;
    }
    int at = table.kids.indexOf(head.get(0));
    table.kids.removeAll(head);
    table.kids.removeAll(body);
    StructNode tbody = new StructNode(Tag.TABLE_BODY, table.element(), true, table.page);
    StructNode thead = new StructNode(Tag.TABLE_HEAD, table.element(), true, table.page);
    tbody.parent = table;
    thead.parent = table;
    head.forEach(thead::add);
    body.forEach(tbody::add);
    table.kids.add(at, tbody);
    table.kids.add(at, thead);
  }
}
