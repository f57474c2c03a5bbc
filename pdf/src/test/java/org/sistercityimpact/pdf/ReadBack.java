package org.sistercityimpact.pdf;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads PDFs back through PDFBox, as a screen reader would hear them. */
final class ReadBack {
  private final Map<String, String> content = new HashMap<>();
  private final PDDocument document;

  private ReadBack(PDDocument document) throws Exception {
    this.document = document;
    int number = 0;
    for (PDPage page : document.getPages()) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.processPage(page);
      for (PDMarkedContent each : extractor.getMarkedContents()) {
        if (each.getMCID() >= 0) {
          content.merge(number + ":" + each.getMCID(), text(each), String::concat);
        }
      }
      number++;
    }
  }

  private static String text(PDMarkedContent marked) {
    if (marked.getActualText() != null) {
      return marked.getActualText();
    }
    StringBuilder out = new StringBuilder();
    boolean reversed = "ReversedChars".equals(marked.getTag());
    for (Object each : marked.getContents()) {
      String part =
          each instanceof TextPosition position
              ? position.getUnicode()
              : each instanceof PDMarkedContent inner
                  ? text(inner)
                  : each instanceof PDFormXObject ? "[drawing]" : "[image]";
      out.insert(reversed ? 0 : out.length(), part);
    }
    return out.toString();
  }

  /** The structure tree, one element a line, with its attributes and text. */
  static String tree(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      ReadBack reader = new ReadBack(document);
      StringBuilder out = new StringBuilder();
      reader.append(out, document.getDocumentCatalog().getStructureTreeRoot(), "");
      return out.toString();
    }
  }

  private void append(StringBuilder out, PDStructureNode node, String indent) {
    String inner = indent;
    if (node instanceof PDStructureElement element) {
      out.append(indent).append(element.getStructureType());
      COSDictionary attributes = element.getCOSObject().getCOSDictionary(COSName.A);
      if (attributes != null) {
        for (String name : new String[] {"Scope", "ColSpan", "RowSpan", "ListNumbering"}) {
          var value = attributes.getDictionaryObject(name);
          if (value instanceof COSName text) {
            out.append(" ").append(name).append("=").append(text.getName());
          } else if (value != null) {
            out.append(" ").append(name).append("=").append(attributes.getInt(name));
          }
        }
      }
      if (element.getLanguage() != null) {
        out.append(" lang=").append(element.getLanguage());
      }
      if (element.getAlternateDescription() != null) {
        out.append(" alt='").append(element.getAlternateDescription()).append("'");
      }
      StringBuilder text = new StringBuilder();
      for (Object kid : element.getKids()) {
        if (kid instanceof Integer mcid) {
          text.append(content.get(pageOf(element) + ":" + mcid));
        } else if (kid instanceof PDMarkedContentReference reference) {
          text.append(
              content.get(
                  document.getPages().indexOf(reference.getPage()) + ":" + reference.getMCID()));
        } else if (kid instanceof PDObjectReference reference) {
          COSDictionary link = (COSDictionary) reference.getCOSObject().getDictionaryObject("Obj");
          out.append(" contents='").append(link.getString("Contents")).append("'");
        }
      }
      if (!text.isEmpty()) {
        out.append(" \"").append(text).append('"');
      }
      out.append('\n');
      inner = indent + "  ";
    }
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureNode child) {
        append(out, child, inner);
      }
    }
  }

  private int pageOf(PDStructureElement element) {
    return document.getPages().indexOf(element.getPage());
  }

  /** Lines as a text extractor finds them, spaces at their ends cut. */
  static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(false);
      return stripper.getText(document).replaceAll("[ \u00a0]+\n", "\n");
    }
  }
}
