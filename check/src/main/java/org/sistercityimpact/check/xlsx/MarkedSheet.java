package org.sistercityimpact.check.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What changes in the part of a sheet: the styles of its marked cells, and where comments hang. */
final class MarkedSheet {
  /** What may stand behind the place where a sheet says that it has comments. */
  private static final Set<String> BEHIND_COMMENTS =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst",
          "AlternateContent");

  private record Columns(int first, int last, int style) {}

  private final Edits edits = new Edits();
  private final SortedMap<Integer, SortedMap<Integer, CellMark>> wanted = new TreeMap<>();
  private final List<CellMark> placed = new ArrayList<>();
  private final List<Columns> columns = new ArrayList<>();
  private final MarkedStyles styles;
  private boolean isStrict;
  private String prefix = "";
  private String drawing;
  private long comments = -1;
  private int row;

  private MarkedSheet(List<CellMark> marks, MarkedStyles styles) {
    this.styles = styles;
    for (CellMark mark : marks) {
      wanted
          .computeIfAbsent(mark.row(), r -> new TreeMap<>())
          .merge(mark.column(), mark, CellMark::and);
    }
  }

  /** Goes through a sheet's part and says what is to change. */
  static MarkedSheet of(Tags tags, List<CellMark> marks, MarkedStyles styles) throws Unreadable {
    MarkedSheet sheet = new MarkedSheet(marks, styles);
    sheet.read(tags);
    return sheet;
  }

  /** The changes; where comments are, too, if {@code drawingId} is not null. */
  Edits edits(String drawingId) {
    if (drawingId != null && drawing == null) {
      edits.put(
          comments,
          "<%slegacyDrawing xmlns:r=\"%s\" r:id=\"%s\"/>"
              .formatted(prefix, Dialect.links(isStrict), drawingId));
    }
    return edits;
  }

  /** The marks, each at its cell. */
  List<CellMark> placed() {
    return placed;
  }

  boolean isStrict() {
    return isStrict;
  }

  /** The id under which the sheet has comments already; null: it has none. */
  String drawing() {
    return drawing;
  }

  private void read(Tags tags) throws Unreadable {
    while (tags.next()) {
      if (tags.depth() == 1 && tags.opens()) {
        prefix = tags.prefix();
        isStrict = Dialect.isStrict(tags);
      } else if (tags.opens("row")) {
        readRow(tags);
      } else if (tags.opens("col")) {
        columns.add(new Columns(tags.number("min"), tags.number("max"), tags.number("style")));
      } else if (tags.ends("sheetData") && wanted.containsKey(0)) {
        row = 1;
        String cells = newCells(tags, marksOfRow(), -1);
        edits.append(tags, "<%1$srow r=\"1\">%2$s</%1$srow>".formatted(prefix, cells));
      } else if (tags.opens("legacyDrawing")) {
        drawing = tags.attribute(":id");
      } else if (comments < 0 && isPlaceOfComments(tags)) {
        comments = tags.from();
      }
    }
  }

  private static boolean isPlaceOfComments(Tags tags) {
    return tags.ends("worksheet")
        || tags.opens() && tags.depth() == 2 && BEHIND_COMMENTS.contains(tags.name());
  }

  private void readRow(Tags tags) throws Unreadable {
    int told = tags.number("r");
    row = told > row && told <= Reference.MOST_ROWS ? told : row + 1;
    SortedMap<Integer, CellMark> marks = marksOfRow();
    if (marks.isEmpty()) {
      return;
    }
    int style = tags.flag("customFormat") ? tags.number("s") : -1;
    if (tags.closesItself()) {
      edits.append(tags, newCells(tags, marks, style));
      return;
    }
    int column = -1;
    while (!marks.isEmpty() && tags.next()) {
      if (tags.opens("c")) {
        int place = tags.column("r");
        column = place > column ? place : column + 1;
        readCell(tags, column, marks, style);
      } else if (tags.ends("row")) {
        edits.put(tags.from(), newCells(tags, marks, style));
        return;
      }
    }
  }

  private SortedMap<Integer, CellMark> marksOfRow() {
    SortedMap<Integer, CellMark> marks = new TreeMap<>();
    for (int told : new int[] {0, row}) {
      SortedMap<Integer, CellMark> some = wanted.remove(told);
      if (some != null) {
        some.forEach((column, mark) -> marks.merge(column, mark, CellMark::and));
      }
    }
    return marks;
  }

  private void readCell(Tags tags, int column, SortedMap<Integer, CellMark> marks, int styleOfRow) {
    CellMark ofRow = marks.remove(-1);
    if (ofRow != null) {
      marks.merge(column, ofRow, CellMark::and);
    }
    SortedMap<Integer, CellMark> before = marks.headMap(column);
    edits.put(tags.from(), newCells(tags, before, styleOfRow));
    CellMark mark = marks.remove(column);
    if (mark != null) {
      int style = styles.marked(Math.max(0, tags.number("s")), mark.color());
      edits.attribute(tags, "s", String.valueOf(style));
      placed.add(new CellMark(row, column, mark.color(), mark.text()));
    }
  }

  /** Cells that the row lacks, for all marks, which are taken away. */
  private String newCells(Tags tags, SortedMap<Integer, CellMark> marks, int styleOfRow) {
    StringBuilder cells = new StringBuilder();
    marks.forEach(
        (told, mark) -> {
          int column = Math.max(0, told);
          int style = styleOfRow >= 0 ? styleOfRow : styleOf(column);
          cells.append(
              "<%sc r=\"%s\" s=\"%d\"/>"
                  .formatted(
                      tags.prefix(),
                      Reference.cell(row, column),
                      styles.marked(style, mark.color())));
          placed.add(new CellMark(row, column, mark.color(), mark.text()));
        });
    marks.clear();
    return cells.toString();
  }

  private int styleOf(int column) {
    for (Columns some : columns) {
      if (some.first <= column + 1 && column < some.last) {
        return Math.max(0, some.style);
      }
    }
    return 0;
  }
}
