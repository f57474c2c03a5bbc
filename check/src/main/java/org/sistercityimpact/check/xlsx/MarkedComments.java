package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The comments of marked cells, behind those that a sheet has: their texts, and their boxes. */
final class MarkedComments {
  private static final String AUTHOR = "Sister City Impact";
  private static final String NO_TEXTS =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"%s\"><authors/><commentList/></comments>";
  private static final String NO_BOXES =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>""";

  /** A name of its own, for the part may have another kind of box under the usual one. */
  private static final String KIND =
      """
      <v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" \
      coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
      <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""";

  private static final String BOX =
      """
      <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s%d" type="#_x0000_t202" \
      style="position:absolute;width:220pt;height:%dpt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">\
      <v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>%d,15,%d,2,%d,31,%d,1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column>\
      </x:ClientData></v:shape>""";

  /** Letters in a line of a box, about, and how many rows of a sheet a line is high. */
  private static final int LETTERS = 40;

  private static final int POINTS = 13;
  private static final int FIRST_SHAPE = 50_000;

  private final Map<String, CellMark> marks = new LinkedHashMap<>();

  MarkedComments(List<CellMark> placed) {
    placed.forEach(mark -> marks.put(Reference.cell(mark.row(), mark.column()), mark));
  }

  /** Texts where there are none. */
  static byte[] noTexts(boolean strict) {
    return NO_TEXTS.formatted(Dialect.main(strict)).getBytes(StandardCharsets.UTF_8);
  }

  /** Adds the texts to those of a part; what a cell has keeps standing before ours. */
  Edits texts(Tags tags) throws Unreadable {
    Edits edits = new Edits();
    Map<String, CellMark> left = new LinkedHashMap<>(marks);
    CellMark present = null;
    int authors = 0;
    while (tags.next()) {
      String prefix = tags.prefix();
      if (tags.opens("author")) {
        authors++;
      } else if (tags.opens("comment")) {
        present = left.remove(String.valueOf(tags.attribute("ref")));
      } else if (tags.ends("text") && present != null) {
        edits.append(tags, run(prefix, "\n\n" + present.text()));
        present = null;
      }
      if (tags.ends("authors")) {
        edits.append(tags, "<%1$sauthor>%2$s</%1$sauthor>".formatted(prefix, AUTHOR));
      } else if (tags.ends("commentList")) {
        StringBuilder comments = new StringBuilder();
        int author = authors;
        left.forEach(
            (cell, mark) ->
                comments.append(
                    "<%1$scomment ref=\"%2$s\" authorId=\"%3$d\"><%1$stext>%4$s</%1$stext></%1$scomment>"
                        .formatted(prefix, cell, author, run(prefix, mark.text()))));
        edits.append(tags, comments.toString());
      }
    }
    marks.keySet().retainAll(left.keySet());
    return edits;
  }

  private static String run(String prefix, String text) {
    return "<%1$sr><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sr>"
        .formatted(prefix, escaped(text));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> {
                  // What no XML may hold has no place in a comment either.
                  boolean may = c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\n';
                  out.appendCodePoint(may && (c < 0xD800 || c > 0xDFFF) ? c : ' ');
                }
              }
            });
    return out.toString();
  }

  /** Boxes where there are none. */
  static byte[] noBoxes() {
    return NO_BOXES.getBytes(StandardCharsets.UTF_8);
  }

  /** Adds the boxes to those of a part, which is no XML but what Office takes for it. */
  Edits boxes(byte[] part) {
    // One letter a byte: places in the text are places in the part.
    String text = new String(part, StandardCharsets.ISO_8859_1);
    StringBuilder boxes = new StringBuilder(text.contains("id=\"_x0000_t202\"") ? "" : KIND);
    int shape = FIRST_SHAPE;
    for (CellMark mark : marks.values()) {
      boxes.append(box(shape++, mark));
    }
    Edits edits = new Edits();
    int end = text.lastIndexOf("</xml>");
    if (end >= 0) {
      edits.put(end, boxes.toString());
    }
    return edits;
  }

  private static String box(int shape, CellMark mark) {
    int lines = 1;
    for (String line : mark.text().split("\n")) {
      lines += 1 + line.length() / LETTERS;
    }
    int row = mark.row() - 1;
    int column = mark.column();
    return BOX.formatted(
        shape,
        lines * POINTS,
        column + 1,
        Math.max(0, row - 1),
        column + 5,
        row + lines,
        row,
        column);
  }
}
