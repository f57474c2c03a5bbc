package org.sistercityimpact.pdf;

import java.util.List;
import java.util.regex.Pattern;
import net.sf.jasperreports.engine.JROrigin;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintEllipse;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintHyperlink;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintLine;
import net.sf.jasperreports.engine.JRPrintRectangle;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.type.BandTypeEnum;

/** What the {@code pdf.*} properties and the origin of a print element say. */
public final class Elements {
  static final String REPEATED_HEADER = "/Artifact<</Type/Pagination>>BDC";
  private static final String PAGE_HEADER =
      "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC";
  private static final String PAGE_FOOTER =
      "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Elements() {}

  /** The element's own tag; null when it has none. */
  public static Tag tag(JRPrintElement element) {
    String name = property(element, "pdf.tag");
    return name == null ? null : Tag.of(name);
  }

  static String property(JRPrintElement element, String name) {
    if (!element.hasProperties()) {
      return null;
    }
    String value = element.getPropertiesMap().getProperty(name);
    return value == null || value.isBlank() ? null : value.trim();
  }

  /** Page headers, footers and backgrounds are pagination, not content. */
  public static String paginationArtifact(JRPrintElement element) {
    JROrigin origin = element.getOrigin();
    BandTypeEnum band = origin == null ? null : origin.getBandType();
    if (band == null) {
      return null;
    }
    return switch (band) {
      case PAGE_HEADER -> PAGE_HEADER;
      case PAGE_FOOTER, LAST_PAGE_FOOTER, COLUMN_FOOTER -> PAGE_FOOTER;
      case BACKGROUND -> Sheet.PLAIN_ARTIFACT;
      default -> null;
    };
  }

  private static Tagger.Band band(JRPrintElement element) {
    JROrigin origin = element.getOrigin();
    BandTypeEnum band = origin == null ? null : origin.getBandType();
    return band == BandTypeEnum.PAGE_HEADER
        ? Tagger.Band.PAGE_HEADER
        : band == BandTypeEnum.COLUMN_HEADER || band == BandTypeEnum.GROUP_HEADER
            ? Tagger.Band.HEADER
            : Tagger.Band.BODY;
  }

  static Tagger.Spot spot(JRPrintElement element, int page, int x, int y) {
    return new Tagger.Spot(element, page, x, y, band(element));
  }

  /** Copies what the properties say to the element's node. */
  static void describe(StructNode node, JRPrintElement element) {
    String lang = property(element, "pdf.lang");
    node.lang = lang == null ? "" : lang;
    String alt = property(element, "pdf.alt");
    node.alt = alt == null ? "" : alt;
    if (node.tag == Tag.ROW) {
      node.column = number(element, "pdf.column");
    }
    if (node.tag.isCell()) {
      String scope = property(element, "pdf.scope");
      if (scope != null && !List.of("Row", "Column", "Both").contains(scope)) {
        throw new PdfExportException(
            "its pdf.scope '" + scope + "' is unknown (known are Row, Column, Both)");
      }
      node.scope = scope == null ? "" : scope;
      node.columnSpan = number(element, "pdf.colspan");
      node.rowSpan = number(element, "pdf.rowspan");
    }
  }

  private static int number(JRPrintElement element, String property) {
    String value = property(element, property);
    if (value == null) {
      return 1;
    }
    if (!value.matches("[1-9][0-9]{0,3}")) {
      throw new PdfExportException(
          "its %s '%s' is not a whole number of at least 1".formatted(property, value));
    }
    return Integer.parseInt(value);
  }

  /** The alternative text that a picture must have. */
  static String alternative(JRPrintElement element) {
    String alt = alternativeOrNull(element);
    if (alt == null) {
      throw new PdfExportException(
          "it has no alternative text (set pdf.alt or the hyperlink tooltip, or tag it Artifact)");
    }
    return alt;
  }

  public static String alternativeOrNull(JRPrintElement element) {
    String alt = property(element, "pdf.alt");
    if (alt == null && element instanceof JRPrintHyperlink link) {
      alt = link.getHyperlinkTooltip();
    }
    return alt == null || alt.isBlank() ? null : alt.trim();
  }

  /** All text in an element, joined. */
  static String text(JRPrintElement element) {
    if (element instanceof JRPrintText text) {
      return text.getFullText() == null ? "" : text.getFullText();
    }
    if (element instanceof JRPrintFrame frame) {
      StringBuilder all = new StringBuilder();
      for (JRPrintElement each : frame.getElements()) {
        all.append(text(each)).append(' ');
      }
      return all.toString().trim();
    }
    return "";
  }

  static String singleSpaced(String text) {
    return SPACE.matcher(text).replaceAll(" ");
  }

  /** Whether a row's frame holds header cells only. */
  static boolean isHeaderRow(JRPrintFrame row) {
    boolean any = false;
    for (JRPrintElement each : row.getElements()) {
      Tag tag = tag(each);
      if (tag == Tag.HEADER_CELL) {
        any = true;
      } else if (tag == Tag.CELL
          || tag == null && (each instanceof JRPrintText || each instanceof JRPrintImage)) {
        return false;
      } else if (tag == null
          && each instanceof JRPrintFrame inner
          && !inner.getElements().isEmpty()) {
        if (!isHeaderRow(inner)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static String kind(JRPrintElement element) {
    if (element instanceof JRPrintText) {
      return "text";
    }
    if (element instanceof JRPrintImage) {
      return "image";
    }
    if (element instanceof JRPrintFrame) {
      return "frame";
    }
    if (element instanceof JRPrintRectangle) {
      return "rectangle";
    }
    if (element instanceof JRPrintEllipse) {
      return "ellipse";
    }
    return element instanceof JRPrintLine ? "line" : "element";
  }

  /** What a message calls an element: its kind, its key and the start of its text. */
  public static String name(JRPrintElement element) {
    String kind = kind(element);
    String text = singleSpaced(text(element));
    String quoted =
        text.isEmpty()
            ? ""
            : " \"" + (text.length() > 40 ? text.substring(0, 39) + "…" : text) + '"';
    String key = element.getKey() == null ? "" : " with key '" + element.getKey() + "'";
    return kind + quoted + key + " at " + element.getX() + "," + element.getY();
  }
}
