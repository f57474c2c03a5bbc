package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.Conformance;

/** Whatever a template tags how, the result conforms or is refused with the element's name. */
class RandomDocumentsTest {
  private static final String[] TAGS = {
    "",
    "",
    "",
    "P",
    "H1",
    "H2",
    "H3",
    "LI",
    "LI",
    "TH",
    "TD",
    "TR",
    "Caption",
    "Figure",
    "Artifact",
    "Sect",
    "Div",
    "BlockQuote",
    "Note",
    "TOCI",
    "TOC",
    "L",
    "Lbl",
    "LBody",
    "Table",
    "TBody",
    "THead",
    "Span",
    "Quote",
    "Code",
    "Reference",
    "BibEntry",
    "Index",
    "Part",
    "Art",
    "Formula",
    "Document"
  };

  private final Random random = new Random(7);

  /** Mostly a tag that fits its parent, now and then any. */
  private String tag(String parent) {
    String[] fitting =
        switch (parent) {
          case "TR" -> new String[] {"TD", "TH", "", "TD"};
          case "Table", "TBody", "THead" -> new String[] {"TR"};
          case "L" -> new String[] {"LI"};
          case "LI" -> new String[] {"LBody", "Lbl", "", "L"};
          case "TOC" -> new String[] {"TOCI"};
          default ->
              new String[] {"", "", "P", "LI", "TR", "TOCI", "Sect", "Figure", "Artifact", "Note"};
        };
    String[] from = random.nextInt(12) == 0 ? TAGS : fitting;
    return from[random.nextInt(from.length)];
  }

  private String element(int depth, int top, int width, String parent) {
    String tag = tag(parent);
    String properties =
        (tag.isEmpty() ? "" : "<property name=\"pdf.tag\" value=\"" + tag + "\"/>")
            + (random.nextInt(9) > 0 ? "<property name=\"pdf.alt\" value=\"said\"/>" : "")
            + (random.nextInt(6) == 0 ? "<property name=\"pdf.lang\" value=\"es\"/>" : "");
    String place = "x=\"0\" y=\"%d\" width=\"%d\"".formatted(top, width);
    int kind = random.nextInt(depth > 2 ? 3 : 6);
    boolean holds = List.of("TR", "Table", "TBody", "THead", "L", "TOC").contains(tag);
    kind = holds && depth < 5 ? 4 : kind == 0 && !tag.isEmpty() && !tag.equals("Figure") ? 2 : kind;
    if (kind > 2) {
      StringBuilder inside = new StringBuilder();
      int count = 1 + random.nextInt(3);
      for (int i = 0; i < count; i++) {
        inside.append(element(depth + 1, i * 18, width - 4, tag));
      }
      int height = kind == 5 ? 20 : 60;
      return "<element kind=\"frame\" %s height=\"%d\">%s<box><pen lineWidth=\"0.5\"/></box>%s</element>"
          .formatted(place, height < 60 && count > 1 ? 60 : height, properties, inside);
    }
    return switch (kind) {
      case 0 ->
          "<element kind=\"rectangle\" %s height=\"10\" radius=\"3\">%s</element>"
              .formatted(place, properties);
      case 1 ->
          "<element kind=\"textField\" %s height=\"16\" fontSize=\"9\" linkType=\"%s\">%s<expression>\"link\"</expression><hyperlinkReferenceExpression>\"https://example.org\"</hyperlinkReferenceExpression></element>"
              .formatted(place, random.nextInt(5) == 0 ? "Reference" : "None", properties);
      default ->
          "<element kind=\"staticText\" %s height=\"16\" fontSize=\"9\">%s<text>%s</text></element>"
              .formatted(
                  place, properties, random.nextInt(8) == 0 ? "" : "words " + random.nextInt(99));
    };
  }

  private JasperPrint print() throws Exception {
    StringBuilder elements = new StringBuilder();
    int y = 0;
    for (int i = 0; i < 1 + random.nextInt(5); i++) {
      elements.append(element(0, y, 400, ""));
      y += 64;
    }
    return Prints.of(elements.toString(), 700, Map.of());
  }

  @Test
  void conformOrAreRefused() throws Exception {
    conformOrAreRefused(40);
  }

  @Test
  @Tag("slow")
  void manyConformOrAreRefused() throws Exception {
    conformOrAreRefused(400);
  }

  private void conformOrAreRefused(int documents) throws Exception {
    List<String> broken = new ArrayList<>();
    int written = 0;
    for (int i = 0; i < documents; i++) {
      JasperPrint print = print();
      byte[] pdf;
      try {
        pdf = Prints.pdf(print);
      } catch (PdfExportException refused) {
        assertTrue(refused.getMessage().startsWith("Cannot "), refused.getMessage());
        continue;
      }
      written++;
      List<String> failures = Conformance.failures(pdf);
      if (!failures.isEmpty()) {
        broken.add(i + ": " + failures + "\n" + ReadBack.tree(pdf));
      }
    }
    assertEquals("", String.join("\n", broken));
    assertTrue(written > documents / 5, written + " of " + documents + " were written");
  }
}
