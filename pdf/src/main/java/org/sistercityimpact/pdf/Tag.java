package org.sistercityimpact.pdf;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of the property {@code pdf.tag}: the standard structure types, and Artifact. */
public enum Tag {
  DOCUMENT("Document", Kind.GROUP),
  PART("Part", Kind.GROUP),
  ARTICLE("Art", Kind.GROUP),
  SECTION("Sect", Kind.GROUP),
  DIV("Div", Kind.GROUP),
  BLOCK_QUOTE("BlockQuote", Kind.GROUP),
  INDEX("Index", Kind.GROUP),
  NOTE("Note", Kind.GROUP),
  TOC("TOC", Kind.GROUP),
  TOC_ITEM("TOCI", Kind.GROUP),
  LIST("L", Kind.GROUP),
  LIST_ITEM("LI", Kind.GROUP),
  LIST_BODY("LBody", Kind.GROUP),
  TABLE("Table", Kind.GROUP),
  TABLE_HEAD("THead", Kind.GROUP),
  TABLE_BODY("TBody", Kind.GROUP),
  TABLE_FOOT("TFoot", Kind.GROUP),
  ROW("TR", Kind.GROUP),
  HEADER_CELL("TH", Kind.GROUP),
  CELL("TD", Kind.GROUP),
  P("P", Kind.TEXT),
  H1("H1", Kind.TEXT),
  H2("H2", Kind.TEXT),
  H3("H3", Kind.TEXT),
  H4("H4", Kind.TEXT),
  H5("H5", Kind.TEXT),
  H6("H6", Kind.TEXT),
  LABEL("Lbl", Kind.TEXT),
  CAPTION("Caption", Kind.TEXT),
  SPAN("Span", Kind.TEXT),
  QUOTE("Quote", Kind.TEXT),
  CODE("Code", Kind.TEXT),
  REFERENCE("Reference", Kind.TEXT),
  BIB_ENTRY("BibEntry", Kind.TEXT),
  FIGURE("Figure", Kind.PICTURE),
  FORMULA("Formula", Kind.PICTURE),
  ARTIFACT("Artifact", Kind.NOTHING),
  /** Made from an element's hyperlink; not a value of the property. */
  LINK("Link", Kind.TEXT);

  /** What a tagged frame does with the content inside it. */
  public enum Kind {
    /** Holds other elements. */
    GROUP,
    /** Its texts are one run of text. */
    TEXT,
    /** Everything inside is one picture with one alternative text. */
    PICTURE,
    /** Not part of the document's content. */
    NOTHING
  }

  private static final Map<String, Tag> BY_NAME =
      Arrays.stream(values())
          .filter(t -> t.ordinal() <= ARTIFACT.ordinal())
          .collect(Collectors.toMap(t -> t.pdfName, Function.identity()));

  final String pdfName;
  public final Kind kind;

  Tag(String pdfName, Kind kind) {
    this.pdfName = pdfName;
    this.kind = kind;
  }

  /** Takes the property's value; throws PdfExportException listing the known tags. */
  static Tag of(String name) {
    Tag tag = BY_NAME.get(name);
    if (tag == null) {
      throw new PdfExportException(
          "its pdf.tag '%s' is unknown (known are %s)"
              .formatted(
                  name,
                  Arrays.stream(values())
                      .limit(BY_NAME.size())
                      .map(t -> t.pdfName)
                      .collect(Collectors.joining(", "))));
    }
    return tag;
  }

  /** 1 to 6 for a heading, else 0. */
  public int headingLevel() {
    return this.compareTo(H1) >= 0 && this.compareTo(H6) <= 0 ? ordinal() - H1.ordinal() + 1 : 0;
  }

  /** Whether the standard lets this stand directly in a parent; most things may stand anywhere. */
  boolean mayStandIn(Tag parent) {
    return switch (this) {
      case TABLE_HEAD, TABLE_BODY, TABLE_FOOT -> parent == TABLE;
      case ROW -> parent == TABLE || parent.isRowGroup();
      case HEADER_CELL, CELL -> parent == ROW;
      case LIST_BODY -> parent == LIST_ITEM;
      case LABEL -> parent == LIST_ITEM || parent == TOC_ITEM || parent == NOTE;
      case CAPTION -> !parent.isRowGroup() && parent != ROW;
      case LIST, LIST_ITEM -> parent == LIST || !parent.isStrict();
      case TOC, TOC_ITEM -> parent == TOC || !parent.isStrict();
      default -> !parent.isStrict();
    };
  }

  /** Whether only certain children may stand in this. */
  boolean isStrict() {
    return this == TABLE
        || isRowGroup()
        || this == ROW
        || this == LIST
        || this == LIST_ITEM
        || this == TOC;
  }

  boolean isCell() {
    return this == CELL || this == HEADER_CELL;
  }

  boolean isRowGroup() {
    return this == TABLE_HEAD || this == TABLE_BODY || this == TABLE_FOOT;
  }
}
