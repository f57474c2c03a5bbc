package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sistercityimpact.pdf.Prints.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.Conformance;

/** Rows become tables, tables go on over pages, and repeated headers are no second header. */
class TableTest {
  private static final String ROW =
      """
      <element kind="frame" x="0" y="0" width="300" height="16"><property name="pdf.tag" value="TR"/>
      <box><bottomPen lineWidth="0.5" lineColor="#999999"/></box>%s</element>
      """;

  private static String field(int x, String tag, String name) {
    return """
        <element kind="textField" x="%d" y="0" width="100" height="16" fontSize="10">%s<expression>$F{%s}</expression></element>
        """
        .formatted(
            x, tag.isEmpty() ? "" : "<property name=\"pdf.tag\" value=\"" + tag + "\"/>", name);
  }

  private static JasperPrint cities(int count, String header, String row) throws Exception {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rows.add(Map.of("city", "City " + i, "count", String.valueOf(i * 7)));
    }
    return Prints.fill(
        """
        <field name="city" class="java.lang.String"/><field name="count" class="java.lang.String"/>
        <title height="60">%s%s</title>
        <columnHeader height="18">%s</columnHeader>
        <detail><band height="16">%s</band></detail>
        <pageFooter height="20"><element kind="textField" x="0" y="4" width="100" height="14" fontSize="8"><expression>"Page " + $V{PAGE_NUMBER}</expression></element></pageFooter>
        <summary height="20">%s</summary>
        """
            .formatted(
                text(0, 0, 500, 20, "", "H1", "Cities"),
                text(0, 30, 500, 20, "", "Caption", "Exchanges by city"),
                header,
                row,
                text(0, 0, 300, 20, "", "", "Source: members")),
        Map.of(),
        rows);
  }

  private static String expected(int count) {
    StringBuilder tree =
        new StringBuilder(
            """
            Document
              H1 "Cities"
              Table
                Caption "Exchanges by city"
                THead
                  TR
                    TH Scope=Column "City"
                    TH Scope=Column "Exchanges"
                TBody
            """);
    for (int i = 1; i <= count; i++) {
      tree.append("      TR\n        TH Scope=Row \"City ").append(i);
      tree.append("\"\n        TD \"").append(i * 7).append("\"\n");
    }
    return tree.append("  P \"Source: members\"\n").toString();
  }

  @Test
  void joinsRowFramesIntoOneTableOverPages() throws Exception {
    byte[] pdf =
        Prints.pdf(
            cities(
                100,
                ROW.formatted(
                    text(0, 0, 100, 16, "TH", "City") + text(200, 0, 100, 16, "TH", "Exchanges")),
                ROW.formatted(field(0, "TH", "city") + field(200, "", "count"))));
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(expected(100), ReadBack.tree(pdf));
  }

  @Test
  void joinsCellsWithoutFramesByTheirLine() throws Exception {
    byte[] pdf =
        Prints.pdf(
            cities(
                100,
                text(0, 0, 100, 16, "TH", "City") + text(200, 0, 100, 16, "TH", "Exchanges"),
                field(0, "TH", "city") + field(200, "TD", "count")));
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(expected(100), ReadBack.tree(pdf));
  }

  @Test
  void keepsSpansAndCellsThatHoldMore() throws Exception {
    String spans =
        """
        <element kind="frame" x="0" y="0" width="300" height="16"><property name="pdf.tag" value="TR"/>
          <element kind="staticText" x="0" y="0" width="100" height="32" fontSize="10"><property name="pdf.tag" value="TH"/><property name="pdf.rowspan" value="2"/><text>Year</text></element>
          <element kind="staticText" x="100" y="0" width="200" height="16" fontSize="10"><property name="pdf.tag" value="TH"/><property name="pdf.colspan" value="2"/><text>Exchanges</text></element>
        </element>
        <element kind="frame" x="0" y="16" width="300" height="16"><property name="pdf.tag" value="TR"/>%s%s</element>
        <element kind="frame" x="0" y="32" width="300" height="48"><property name="pdf.tag" value="TR"/>%s
          <element kind="frame" x="100" y="0" width="100" height="48"><property name="pdf.tag" value="TD"/>%s%s</element>
          <element kind="staticText" x="200" y="0" width="100" height="16"/>
        </element>
        """
            .formatted(
                text(100, 0, 100, 16, "TH", "In"),
                text(200, 0, 100, 16, "TH", "Out"),
                text(0, 0, 100, 16, "TH", "2025"),
                text(0, 0, 100, 16, "", "14"),
                text(0, 16, 100, 16, "", "of which 3 youth"));
    byte[] pdf = Prints.pdf(Prints.of(spans));
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Document
          Table
            THead
              TR
                TH Scope=Column RowSpan=2 "Year"
                TH Scope=Column ColSpan=2 "Exchanges"
              TR
                TH Scope=Column "In"
                TH Scope=Column "Out"
            TBody
              TR
                TH Scope=Row "2025"
                TD
                  P "14"
                  P "of which 3 youth"
                TD
        """,
        ReadBack.tree(pdf));
  }

  @Test
  void readsRowsSideBySideColumnByColumn() throws Exception {
    String left = ROW.formatted(field(0, "TH", "city") + field(100, "", "count"));
    String right =
        left.replace("x=\"0\" y=\"0\" width=\"300\"", "x=\"250\" y=\"0\" width=\"250\"")
            .replace("value=\"TR\"/>", "value=\"TR\"/><property name=\"pdf.column\" value=\"2\"/>")
            .replace("$F{city}", "\"Right \" + $F{city}");
    byte[] pdf =
        Prints.pdf(
            cities(
                60,
                ROW.formatted(
                    text(0, 0, 100, 16, "TH", "City") + text(100, 0, 100, 16, "TH", "Exchanges")),
                left + right));
    assertEquals(List.of(), Conformance.failures(pdf));
    StringBuilder rows = new StringBuilder();
    for (String column : List.of("", "Right ")) {
      for (int i = 1; i <= 60; i++) {
        rows.append("      TR\n        TH Scope=Row \"").append(column).append("City ").append(i);
        rows.append("\"\n        TD \"").append(i * 7).append("\"\n");
      }
    }
    String expected = expected(60);
    int body = expected.indexOf("    TBody\n") + "    TBody\n".length();
    assertEquals(
        expected.substring(0, body) + rows + "  P \"Source: members\"\n", ReadBack.tree(pdf));
  }

  @Test
  void refusesARowThatDoesNotFitItsTable() throws Exception {
    JasperPrint print =
        Prints.of(
            ROW.formatted(text(0, 0, 50, 16, "TH", "City") + text(60, 0, 50, 16, "TH", "Count"))
                + ROW.replace("y=\"0\"", "y=\"16\"")
                    .formatted(text(0, 0, 50, 16, "TD", "Only one")));
    assertEquals(
        "Cannot tag frame \"Only one\" at 40,56 on page 1 as a table row: it covers 1 columns where its table has 2 (give pdf.colspan, print empty cells too, and let its band not split over pages)",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }

  @Test
  void refusesACaptionWithNothingToDescribe() throws Exception {
    JasperPrint print = Prints.of(text(0, 0, 100, 16, "Caption", "Alone"));
    assertEquals(
        "Cannot tag text \"Alone\" at 40,40 as Caption: no table or figure stands beside it",
        assertThrows(PdfExportException.class, () -> Prints.pdf(print)).getMessage());
  }
}
