package org.sistercityimpact.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sistercityimpact.pdf.Prints.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.pdf.lint.Conformance;

/** Text of every kind conforms, reads back, and stands where JasperReports measured it. */
class TextTest {
  @Test
  void keepsStyledRunsInOneParagraph() throws Exception {
    byte[] pdf =
        Prints.pdf(
            Prints.of(
                text(
                    0,
                    0,
                    300,
                    60,
                    "markup=\"styled\"",
                    "P",
                    "Spent <style isBold=\"true\">$1.2 million</style> in <style isItalic=\"true\" forecolor=\"#8A1C1C\">town</style>,"
                        + " <style isUnderline=\"true\">reported</style> by <style isStrikeThrough=\"true\">8</style> 9 cities,"
                        + " CO<sub>2</sub> and m<sup>2</sup>, <style backcolor=\"#FFF3BF\">marked</style>,"
                        + " <style isBold=\"true\" isItalic=\"true\">both</style>.")));
    Files.write(Path.of("target/styled.pdf"), pdf);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Document
          P "Spent $1.2 million in town, reported by 8 9 cities, CO2 and m2, marked, both."
        """,
        ReadBack.tree(pdf));
  }

  @Test
  void readsBackEveryScriptItBundles() throws Exception {
    List<String> names =
        List.of(
            "Zürich, Łódź, Đà Nẵng, Škofja Loka",
            "Αθήνα",
            "Київ",
            "القاهرة",
            "תל אביב",
            "Երևան",
            "თბილისი",
            "नई दिल्ली",
            "ঢাকা",
            "กรุงเทพมหานคร",
            "አዲስ አበባ",
            "தமிழ்நாடு",
            "హైదరాబాద్",
            "અમદાવાદ",
            "ਅੰਮ੍ਰਿਤਸਰ",
            "ಬೆಂಗಳೂರು",
            "കൊച്ചി",
            "කොළඹ",
            "ភ្នំពេញ",
            "ວຽງຈັນ",
            "ရန်ကုန်",
            "東京都 ★",
            "广州市",
            "서울특별시");
    StringBuilder elements = new StringBuilder();
    for (int i = 0; i < names.size(); i++) {
      elements.append(text(0, 26 * i, 300, 26, "fontSize=\"11\"", "P", names.get(i)));
      elements.append(
          text(300, 26 * i, 200, 26, "bold=\"true\" fontSize=\"11\"", "P", names.get(i)));
    }
    byte[] pdf = Prints.pdf(Prints.of(elements.toString(), 700, Map.of()));
    Files.write(Path.of("target/scripts.pdf"), pdf);
    assertEquals(List.of(), Conformance.failures(pdf));
    StringBuilder tree = new StringBuilder("Document\n");
    for (String name : names) {
      tree.append(("  P \"" + name + "\"\n").repeat(2));
    }
    assertEquals(tree.toString(), ReadBack.tree(pdf));
    StringBuilder extracted = new StringBuilder();
    String found = ReadBack.text(pdf);
    for (String name : names) {
      if (!found.contains(name)) {
        extracted.append(name).append('\n');
      }
    }
    assertEquals("", extracted.toString(), () -> "not found as plain text in " + found);
  }

  @Test
  void saysWhichCharactersNoFontShows() {
    assertEquals(
        "ᚠ𠮷", Prints.EXPORTER.fonts().missing("Inter", "Rune ᚠ, ᚠ, 𠮷野, القاهرة, so\u00adft"));
    assertEquals("", Prints.EXPORTER.fonts().missing("Inter SemiBold", "ʻIolani, Łódź, 서울"));
  }

  @Test
  void breaksAndPlacesLinesWhereTheyWereMeasured() throws Exception {
    String paragraph =
        "The partnership brought visitors who stayed, ate and bought in town; what they spent is given as a range.";
    JasperPrint print =
        Prints.of(
            text(0, 0, 150, 90, "hTextAlign=\"Justified\"", "P", paragraph)
                + text(
                    160, 0, 150, 90, "hTextAlign=\"Right\" vTextAlign=\"Bottom\"", "P", paragraph)
                + text(
                    320, 0, 150, 90, "hTextAlign=\"Center\" vTextAlign=\"Middle\"", "P", paragraph)
                + text(0, 100, 30, 120, "rotation=\"Left\"", "P", "Turned left")
                + text(40, 100, 30, 120, "rotation=\"Right\"", "P", "Turned right")
                + text(80, 100, 120, 30, "rotation=\"UpsideDown\"", "P", "Upside down")
                + text(80, 140, 200, 60, "", "P", "First line\nSecond line\n\nFourth\tafter a tab")
                + text(300, 140, 200, 60, "", "P", "a\u00a0b – “quoted” … 5 × 3 ≥ 2 → end"));
    byte[] pdf = Prints.pdf(print);
    Files.write(Path.of("target/lines.pdf"), pdf);
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals(
        """
        Document
          P "%s"
          P "%s"
          P "%s"
          P "Turned left"
          P "Turned right"
          P "Upside down"
          P "First line Second line Fourth after a tab"
          P "a\u00a0b – “quoted” … 5 × 3 ≥ 2 → end"
        """
            .formatted(paragraph, paragraph, paragraph),
        ReadBack.tree(pdf));
  }

  @Test
  void saysTheLanguageOfAnElement() throws Exception {
    byte[] pdf =
        Prints.pdf(
            Prints.fill(
                """
                <title height="40"><element kind="staticText" x="0" y="0" width="200" height="20">
                <property name="pdf.lang" value="es"/><text><![CDATA[Ciudades hermanas]]></text></element></title>
                """,
                Map.of(),
                null));
    assertEquals(List.of(), Conformance.failures(pdf));
    assertEquals("Document\n  P lang=es \"Ciudades hermanas\"\n", ReadBack.tree(pdf));
  }
}
