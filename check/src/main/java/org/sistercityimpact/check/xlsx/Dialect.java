package org.sistercityimpact.check.xlsx;

/** The names that parts use for what they mean: of most workbooks, and of strict ones. */
final class Dialect {
  private static final String USUAL = "http://schemas.openxmlformats.org/";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private Dialect() {}

  /** Whether the part whose first tag is the present one is of the strict kind. */
  static boolean isStrict(Tags root) {
    String prefix = root.prefix();
    String name =
        root.attribute(prefix.isEmpty() ? "xmlns" : ":" + prefix.substring(0, prefix.length() - 1));
    return name != null && name.startsWith(STRICT);
  }

  static String main(boolean strict) {
    return strict ? STRICT + "spreadsheetml/main" : USUAL + "spreadsheetml/2006/main";
  }

  /** Of the ids of links within a part; with "/comments" behind it, of a kind of link. */
  static String links(boolean strict) {
    return strict
        ? STRICT + "officeDocument/relationships"
        : USUAL + "officeDocument/2006/relationships";
  }
}
