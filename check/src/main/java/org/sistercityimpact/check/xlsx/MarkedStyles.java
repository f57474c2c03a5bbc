package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The styles of a workbook, and those that its marked cells get: as before, on another ground. */
final class MarkedStyles {
  private static final String NONE =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <styleSheet xmlns="%s"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
      <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs></styleSheet>""";

  private static final String PLAIN = " numFmtId=\"0\" fontId=\"0\" borderId=\"0\" xfId=\"0\"";

  /** What may stand behind the fills, and behind the styles of cells. */
  private static final List<String> ORDER =
      List.of(
          "borders",
          "cellStyleXfs",
          "cellXfs",
          "cellStyles",
          "dxfs",
          "tableStyles",
          "colors",
          "extLst");

  private record Style(int base, CellMark.Color color) {}

  /** A style as written: what its tag says, and what stands within. */
  private record Xf(String attributes, String content) {}

  private final byte[] part;
  private final List<Xf> styles = new ArrayList<>();
  private final Map<Style, Integer> marked = new LinkedHashMap<>();
  private int fills;

  private MarkedStyles(byte[] part) {
    this.part = part;
  }

  /** Those of the part of styles. */
  static MarkedStyles of(byte[] part) throws Unreadable {
    MarkedStyles styles = new MarkedStyles(part);
    Tags tags = new Tags(Source.of(part));
    while (tags.next()) {
      if (tags.opens("fill") && tags.depth() == 3) {
        styles.fills++;
      } else if (tags.opens("cellXfs")) {
        styles.read(tags);
      }
    }
    return styles;
  }

  /** A part without a style. */
  static byte[] none(String namespace) {
    return NONE.formatted(namespace).getBytes(StandardCharsets.UTF_8);
  }

  private void read(Tags tags) throws Unreadable {
    int inside = tags.depth();
    while (tags.depth() >= inside && tags.next()) {
      if (tags.opens("xf")) {
        long from = tags.behindName();
        long to = tags.to();
        boolean closesItself = tags.closesItself();
        tags.skip();
        styles.add(
            new Xf(
                text(from, to - (closesItself ? 2 : 1)),
                closesItself ? "" : text(to, tags.from())));
      }
    }
  }

  private String text(long from, long to) {
    return new String(part, (int) from, (int) (to - from), StandardCharsets.UTF_8);
  }

  /** The number of the style that a cell of another style gets. */
  int marked(int style, CellMark.Color color) {
    int base = style < styles.size() ? style : -1;
    int next = Math.max(1, styles.size()) + marked.size();
    Integer known = marked.putIfAbsent(new Style(base, color), next);
    return known == null ? next : known;
  }

  /** What is to change for the styles asked for so far. */
  Edits edits() throws Unreadable {
    Edits edits = new Edits();
    add(edits, "fills", firstFill() + CellMark.Color.values().length, this::newFills);
    add(edits, "cellXfs", Math.max(1, styles.size()) + marked.size(), this::newStyles);
    return edits;
  }

  /** Text of elements under a prefix. */
  private interface Written {
    String under(String prefix);
  }

  /** Adds to a list of the part, or the list if there is none. */
  private void add(Edits edits, String list, int count, Written added) throws Unreadable {
    Set<String> behind = Set.copyOf(ORDER.subList(ORDER.indexOf(list) + 1, ORDER.size()));
    Tags tags = new Tags(Source.of(part));
    tags.next();
    String prefix = tags.prefix();
    String whole = "<%1$s%2$s count=\"%3$d\">%4$s</%1$s%2$s>";
    String alone = whole.formatted(prefix, list, count, added.under(prefix));
    if (tags.closesItself()) {
      edits.append(tags, alone);
      return;
    }
    while (tags.next() && tags.depth() > 0) {
      if (tags.opens() && tags.depth() == 2 && behind.contains(tags.name())) {
        break;
      }
      if (tags.opens(list)) {
        edits.attribute(tags, "count", String.valueOf(count));
      }
      if (tags.ends(list)) {
        edits.append(tags, added.under(tags.prefix()));
        return;
      }
    }
    edits.put(tags.from(), alone);
  }

  /** Two numbers are the program's own. */
  private int firstFill() {
    return Math.max(2, fills);
  }

  private String newFills(String prefix) {
    StringBuilder text = new StringBuilder();
    for (int i = fills; i < 2; i++) {
      text.append(fill(prefix, i == 0 ? "none" : "gray125", ""));
    }
    for (CellMark.Color color : CellMark.Color.values()) {
      String ground = "<%sfgColor rgb=\"%s\"/>".formatted(prefix, color.argb());
      text.append(fill(prefix, "solid", ground));
    }
    return text.toString();
  }

  private static String fill(String prefix, String pattern, String content) {
    return "<%1$sfill><%1$spatternFill patternType=\"%2$s\">%3$s</%1$spatternFill></%1$sfill>"
        .formatted(prefix, pattern, content);
  }

  private String newStyles(String prefix) {
    StringBuilder text = new StringBuilder();
    if (styles.isEmpty()) {
      text.append("<%sxf%s fillId=\"0\"/>".formatted(prefix, PLAIN));
    }
    for (Style style : marked.keySet()) {
      Xf xf = style.base < 0 ? new Xf(PLAIN, "") : styles.get(style.base);
      String others =
          xf.attributes.replaceAll("\\s(?:fillId|applyFill)\\s*=\\s*[\"'][^\"']*[\"']", "");
      text.append(
          "<%1$sxf%2$s fillId=\"%3$d\" applyFill=\"1\">%4$s</%1$sxf>"
              .formatted(prefix, others, firstFill() + style.color.ordinal(), xf.content));
    }
    return text.toString();
  }
}
