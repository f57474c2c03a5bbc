package org.sistercityimpact.check.xlsx;

/** Texts of cells: rich ones as one text, and the signs that XML cannot hold. */
final class CellText {
  private String text = "";
  private boolean cut;

  /** The text of a shared or inline string whose tag {@code tags} has just opened. */
  static CellText of(Tags tags) throws Unreadable {
    CellText all = new CellText();
    int inside = tags.depth();
    while (tags.next() && (tags.opens() || tags.depth() >= inside)) {
      if (tags.opens("t")) {
        all.add(unescaped(tags.text()), tags.wasCut());
      } else if (tags.opens() && !tags.opens("r")) {
        // How to pronounce it (rPh), and how it looks.
        tags.skip();
      }
    }
    return all;
  }

  private void add(String run, boolean wasCut) {
    String both = text.isEmpty() ? run : text.length() < Tags.MOST_TEXT ? text + run : text;
    cut |= wasCut || both.length() > Tags.MOST_TEXT || both == text && !run.isEmpty();
    text = both.length() > Tags.MOST_TEXT ? both.substring(0, Tags.MOST_TEXT) : both;
  }

  String text() {
    return text;
  }

  /** Whether it was longer than a cell can hold. */
  boolean wasCut() {
    return cut;
  }

  /**
   * {@code _x000D_} stands for a carriage return, and {@code _x005F_} for the first "_" of such.
   */
  static String unescaped(String text) {
    int next = text.indexOf("_x");
    if (next < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    int from = 0;
    while (next >= 0) {
      int unit = unit(text, next);
      if (unit >= 0) {
        plain.append(text, from, next).append((char) unit);
        from = next + 7;
      }
      next = text.indexOf("_x", unit >= 0 ? from : next + 1);
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static int unit(String text, int from) {
    if (from + 7 > text.length() || text.charAt(from + 6) != '_') {
      return -1;
    }
    int unit = 0;
    for (int i = from + 2; i < from + 6; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
