package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sistercityimpact.pdf.Prints.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.Conformance;

/** Lists, links, bookmarks, several prints in one file, and what pages repeat. */
class StructureTest {
  @Test
  void joinsItemsIntoLists() throws Exception {
    byte[] pdf =
        Prints.pdf(
            Prints.of(
                text(0, 0, 200, 16, "LI", "first")
                    + text(0, 16, 200, 16, "LI", "second")
                    + text(0, 40, 200, 16, "", "between")
                    + """
                    <element kind="frame" x="0" y="60" width="200" height="32"><property name="pdf.tag" value="LI"/>%s%s%s</element>
                    """
                        .formatted(
                            text(0, 0, 16, 16, "Lbl", "•"),
                            text(20, 0, 100, 16, "", "labelled"),
                            text(20, 16, 100, 16, "", "in two parts"))));
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Document
          L ListNumbering=None
            LI
              LBody "first"
            LI
              LBody "second"
          P "between"
          L ListNumbering=Unordered
            LI
              Lbl "•"
              LBody
                P "labelled"
                P "in two parts"
        """,
        ReadBack.tree(pdf));
  }

  @Test
  void saysTheSameInTheInformationDictionaryAsInXmpAndNoMarkupInTheOutline() throws Exception {
    byte[] pdf =
        Prints.pdf(
            Prints.of(
                """
                <element kind="textField" x="0" y="0" width="300" height="30" markup="styled">
                  <expression><![CDATA["A <style isBold=\\"true\\">bold</style> word &amp; more"]]></expression>
                  <property name="pdf.tag" value="H1"/>
                </element>
                """));
    assertEquals(List.of(), Conformance.failures(pdf));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      assertEquals(
          "A bold word & more",
          read.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle());
      String xmp =
          new String(read.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      PDDocumentInformation about = read.getDocumentInformation();
      assertTrue(xmp.contains(">" + about.getTitle() + "<"), xmp);
      assertTrue(xmp.contains(">" + about.getProducer() + "<"), xmp);
      assertTrue(
          xmp.contains(
              "<xmp:CreateDate>" + about.getCreationDate().toInstant() + "</xmp:CreateDate>"),
          xmp);
    }
  }

  @Test
  void makesLinksThatAreHeardAndFollowed() throws Exception {
    byte[] pdf =
        Prints.pdf(
            Prints.fill(
                """
                <title height="700">
                  <element kind="textField" x="0" y="0" width="300" height="16" fontSize="10" linkType="Reference" forecolor="#0645AD"><expression>"Sister cities of the state"</expression><hyperlinkReferenceExpression>"https://example.org/a b?x=(1)"</hyperlinkReferenceExpression><hyperlinkTooltipExpression>"Opens the web page"</hyperlinkTooltipExpression></element>
                  <element kind="textField" x="0" y="20" width="300" height="16" fontSize="10" linkType="LocalAnchor"><property name="pdf.tag" value="TOCI"/><expression>"Method .... 2"</expression><hyperlinkAnchorExpression>"method"</hyperlinkAnchorExpression></element>
                  <element kind="textField" x="0" y="40" width="300" height="16" fontSize="10" linkType="LocalPage"><expression>"See page 2"</expression><hyperlinkPageExpression>2</hyperlinkPageExpression></element>
                  <element kind="staticText" x="0" y="60" width="300" height="32" fontSize="10" markup="styled"><text><![CDATA[Read <a href="https://example.org">the page</a> first]]></text></element>
                </title>
                <summary height="100"><element kind="textField" x="0" y="0" width="200" height="30" fontSize="20"><property name="pdf.tag" value="H1"/><anchorNameExpression>"method"</anchorNameExpression><expression>"Method"</expression></element></summary>
                """,
                Map.of(),
                null));
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Document
          P
            Link contents='Opens the web page' "Sister cities of the state"
          TOC
            TOCI
              Reference
                Link contents='method' "Method .... 2"
          P
            Link contents='Page 2' "See page 2"
          P "Read  first"
            Link contents='https://example.org' "the page"
          H1 "Method"
        """,
        ReadBack.tree(pdf));
    List<String> targets = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var annotation : document.getPage(0).getAnnotations()) {
        PDAnnotationLink link = (PDAnnotationLink) annotation;
        targets.add(
            link.getAction() instanceof PDActionURI uri
                ? uri.getURI()
                : place((PDPageXYZDestination) link.getDestination()));
      }
    }
    assertEquals(
        List.of("https://example.org/a%20b?x=(1)", "2 at 802", "2 at 842", "https://example.org"),
        targets);
  }

  private static String place(PDPageXYZDestination destination) {
    return destination.retrievePageNumber() + 1 + " at " + destination.getTop();
  }

  private static void outline(PDOutlineNode node, String indent, StringBuilder out)
      throws Exception {
    for (PDOutlineItem item : node.children()) {
      out.append(indent).append(item.getTitle()).append(" -> ");
      out.append(place((PDPageXYZDestination) item.getDestination())).append('\n');
      outline(item, indent + "  ", out);
    }
  }

  @Test
  void bookmarksHeadingsOverPortraitAndLandscape() throws Exception {
    JasperPrint portrait =
        Prints.of(
            text(0, 0, 200, 30, "fontSize=\"20\"", "H1", "Report")
                + text(0, 40, 200, 20, "", "H2", "Trend")
                + text(0, 80, 200, 20, "", "H3", "By year")
                + text(0, 120, 200, 20, "", "H2", "Überblick"));
    JasperPrint landscape =
        Prints.fill(
            "<title height=\"100\">" + text(0, 0, 200, 30, "H1", "Appendix") + "</title>",
            "pageWidth=\"842\" pageHeight=\"595\" orientation=\"Landscape\"",
            Map.of(),
            null);
    byte[] pdf = Prints.pdf(portrait, landscape);
    assertEquals(List.of(), Conformance.failures(pdf));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      StringBuilder out = new StringBuilder();
      outline(document.getDocumentCatalog().getDocumentOutline(), "", out);
      assertEquals(
          """
          Report -> 1 at 802
            Trend -> 1 at 762
              By year -> 1 at 722
            Überblick -> 1 at 682
          Appendix -> 2 at 555
          """,
          out.toString());
      assertEquals(842, document.getPage(1).getMediaBox().getWidth());
      assertEquals(
          "A test",
          document.getDocumentCatalog().getViewerPreferences().displayDocTitle()
              ? "A test"
              : "the file's name");
    }
    assertEquals(
        """
        Document
          Part
            H1 "Report"
            H2 "Trend"
            H3 "By year"
            H2 "Überblick"
          Part
            H1 "Appendix"
        """,
        ReadBack.tree(pdf));
  }

  @Test
  void leavesPageHeadersFootersAndRepeatedGroupHeadersOutOfTheStory() throws Exception {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(Map.of("state", "Ohio", "city", "City " + i));
    }
    JasperPrint print =
        Prints.fill(
            """
            <field name="state" class="java.lang.String"/><field name="city" class="java.lang.String"/>
            <group name="state" reprintHeaderOnEachPage="true"><expression>$F{state}</expression>
              <groupHeader><band height="30"><element kind="textField" x="0" y="0" width="200" height="20" fontSize="12"><property name="pdf.tag" value="H1"/><expression>$F{state}</expression></element></band></groupHeader></group>
            <background><band height="700"><element kind="rectangle" x="0" y="0" width="10" height="700"/></band></background>
            <pageHeader height="20">%s</pageHeader>
            <detail><band height="20"><element kind="textField" x="0" y="0" width="200" height="16" fontSize="10"><expression>$F{city}</expression></element></band></detail>
            <pageFooter height="20">%s</pageFooter>
            """
                .replace("<background><band height=\"700\">", "<background height=\"700\">")
                .replace("</band></background>", "</background>")
                .formatted(
                    text(0, 0, 300, 16, "", "Running title"), text(0, 0, 300, 16, "", "Footer")),
            Map.of(),
            rows);
    byte[] pdf = Prints.pdf(print);
    assertEquals(List.of(), Conformance.failures(pdf));
    StringBuilder tree = new StringBuilder("Document\n  H1 \"Ohio\"\n");
    for (int i = 0; i < 60; i++) {
      tree.append("  P \"City ").append(i).append("\"\n");
    }
    assertEquals(tree.toString(), ReadBack.tree(pdf));
  }

  @Test
  void keepsHeadersOfNewGroupsThatSayTheSame() throws Exception {
    List<Map<String, ?>> rows = new ArrayList<>();
    StringBuilder tree = new StringBuilder("Document\n");
    for (String state : List.of("Iowa", "Ohio", "Utah")) {
      tree.append("  H1 \"").append(state).append("\"\n  P \"Partnerships\"\n  Table\n    THead\n");
      tree.append("      TR\n        TH Scope=Column \"City\"\n    TBody\n");
      for (int i = 0; i < 50; i++) {
        rows.add(Map.of("state", state, "city", state + " " + i));
        tree.append("      TR\n        TD \"").append(state).append(' ').append(i).append("\"\n");
      }
    }
    JasperPrint print =
        Prints.fill(
            """
            <field name="state" class="java.lang.String"/><field name="city" class="java.lang.String"/>
            <group name="state" reprintHeaderOnEachPage="true"><expression>$F{state}</expression>
              <groupHeader><band height="60"><element kind="textField" x="0" y="0" width="200" height="20" fontSize="12"><property name="pdf.tag" value="H1"/><expression>$F{state}</expression></element>
              %s<element kind="frame" x="0" y="40" width="200" height="16"><property name="pdf.tag" value="TR"/>%s</element></band></groupHeader></group>
            <detail><band height="20"><element kind="frame" x="0" y="0" width="200" height="16"><property name="pdf.tag" value="TR"/><element kind="textField" x="0" y="0" width="200" height="16" fontSize="10"><expression>$F{city}</expression></element></element></band></detail>
            """
                .formatted(
                    text(0, 20, 200, 16, "", "", "Partnerships"),
                    text(0, 0, 200, 16, "TH", "City")),
            Map.of(),
            rows);
    byte[] pdf = Prints.pdf(print);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(tree.toString(), ReadBack.tree(pdf));
  }

  @Test
  void keepsAParagraphWholeThatRunsOverPages() throws Exception {
    StringBuilder words = new StringBuilder("word");
    for (int i = 0; i < 1500; i++) {
      words.append(" word").append(i);
    }
    JasperPrint print =
        Prints.fill(
            """
            <parameter name="words" class="java.lang.String"/>
            <title height="500">%s</title>
            <detail><band height="40" splitType="Stretch"><element kind="textField" x="0" y="0" width="400" height="20" fontSize="10" textAdjust="StretchHeight"><expression>$P{words}</expression></element></band></detail>
            <pageFooter height="20">%s</pageFooter>
            <summary height="30">%s</summary>
            """
                .formatted(
                    text(0, 0, 200, 20, "", "H1", "Long"),
                    text(0, 0, 200, 20, "", "", "Footer"),
                    text(0, 0, 200, 20, "", "", "Next paragraph")),
            Map.of("words", words.toString()),
            null);
    assertEquals(4, print.getPages().size());
    byte[] pdf = Prints.pdf(print);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        "Document\n  H1 \"Long\"\n  P \"" + words + "\"\n  P \"Next paragraph\"\n",
        ReadBack.tree(pdf));
  }

  @Test
  void keepsTheHeadersOfTheNextPrint() throws Exception {
    String body =
        """
        <field name="city" class="java.lang.String"/>
        <columnHeader height="20">%s</columnHeader>
        <detail><band height="20"><element kind="textField" x="0" y="0" width="200" height="16"><expression>$F{city}</expression></element></band></detail>
        """
            .formatted(text(0, 0, 200, 16, "", "", "In US dollars"));
    List<Map<String, ?>> rows = List.of(Map.of("city", "Dayton"));
    byte[] pdf = Prints.pdf(Prints.fill(body, Map.of(), rows), Prints.fill(body, Map.of(), rows));
    String part = "  Part\n    P \"In US dollars\"\n    P \"Dayton\"\n";
    assertEquals("Document\n" + part + part, ReadBack.tree(pdf));
  }

  @Test
  void refusesALinkToNowhere() throws Exception {
    JasperPrint print =
        Prints.of(
            """
            <element kind="textField" x="0" y="0" width="300" height="16" linkType="LocalAnchor"><expression>"Method"</expression><hyperlinkAnchorExpression>"methud"</hyperlinkAnchorExpression></element>
            """);
    assertEquals(
        "Cannot link text \"Method\" at 40,40 to the anchor 'methud': no element has it",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }

  @Test
  void refusesATagItDoesNotKnow() throws Exception {
    JasperPrint print =
        Prints.of(
            """
            <element kind="staticText" key="total" x="0" y="0" width="300" height="16"><property name="pdf.tag" value="Heading"/><text>Total</text></element>
            """);
    String message = assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage();
    assertEquals(
        "Cannot export text \"Total\" with key 'total' at 40,40 on page 1: its pdf.tag 'Heading' is unknown (known are Document, Part, Art, Sect, Div, BlockQuote, Index, Note, TOC, TOCI, L, LI, LBody, Table, THead, TBody, TFoot, TR, TH, TD, P, H1, H2, H3, H4, H5, H6, Lbl, Caption, Span, Quote, Code, Reference, BibEntry, Figure, Formula, Artifact)",
        refusal(print));
  }

  private static String refusal(JasperPrint print) {
    return assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage();
  }

  @Test
  void refusesASkippedHeading() throws Exception {
    assertEquals(
        "Cannot export text \"Deep\" at 40,70 on page 1: it is tagged H3 after an H1, and PDF/UA lets no level be skipped (tag it H2)",
        refusal(Prints.of(text(0, 0, 99, 20, "H1", "Top") + text(0, 30, 99, 20, "H3", "Deep"))));
  }

  @Test
  void refusesATagWhereTheStandardHasNoPlaceForIt() throws Exception {
    assertEquals(
        "Cannot export text \"Loose\" at 40,40 on page 1: it is tagged LBody, which may not stand in a Document",
        refusal(Prints.of(text(0, 0, 99, 20, "LBody", "Loose"))));
    assertEquals(
        "Cannot export text \"In a table\" at 0,0 on page 1: it is tagged P, which may not stand in a Table",
        refusal(
            Prints.of(
                "<element kind=\"frame\" x=\"0\" y=\"0\" width=\"100\" height=\"40\"><property name=\"pdf.tag\" value=\"Table\"/>"
                    + text(0, 0, 99, 20, "", "In a table")
                    + "</element>")));
  }

  @Test
  void refusesALinkThatNoOneWouldHear() throws Exception {
    assertEquals(
        "Cannot export text \"Our page\" at 40,782 on page 1: a link cannot be in an artifact such as a page header (tag it P, or take the link away)",
        refusal(
            Prints.fill(
                """
                <pageFooter height="20"><element kind="textField" x="0" y="0" width="300" height="16" linkType="Reference"><expression>"Our page"</expression><hyperlinkReferenceExpression>"https://example.org"</hyperlinkReferenceExpression></element></pageFooter>
                """,
                Map.of(),
                null)));
  }
}
