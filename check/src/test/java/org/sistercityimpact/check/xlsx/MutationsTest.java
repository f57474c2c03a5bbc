package org.sistercityimpact.check.xlsx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever is done to a workbook, it is read or refused. {@code -Dworkbooks.mutations=N} tries
 * other numbers than the usual 1,000.
 */
class MutationsTest {
  private static final int COUNT = Integer.getInteger("workbooks.mutations", 1_000);
  private static final List<String> PARTS =
      List.of(
          "xl/worksheets/sheet1.xml",
          "xl/sharedStrings.xml",
          "xl/styles.xml",
          "xl/workbook.xml",
          "_rels/.rels",
          "xl/_rels/workbook.xml.rels");
  private static final String[] PIECES = {
    "<",
    ">",
    "/>",
    "</",
    "&",
    "&#",
    "&#x;",
    ";",
    "\"",
    "'",
    "=",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "\0",
    "\uFFFD",
    "_x",
    "_x0000_",
    "<c>",
    "</c>",
    "<row r=\"0\"/>",
    "<v>",
    "</sheetData>",
    "r=\"A0\"",
    "r=\"ZZZZ1\"",
    "99999999999999999999",
    "-1",
    "1E400",
    "<mergeCell ref=\"A1:XFD1048576\"/>"
  };

  private static Book book() {
    return Book.ofSheet(
            """
            <cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>\
            <row r="2"><c r="A2" s="1"><v>45790.5</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#N/A</v></c></row>\
            <row hidden="1"><c t="inlineStr"><is><r><t>a_x000D_b &amp; c</t></r></is></c><c t="d"><v>2025-05-13</v></c><c s="2"><f>1</f></c></row>\
            </sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>""")
        .formats("yyyy-mm-dd hh:mm", "00000", "[h]:mm;@")
        .shared("<t>Trier</t>", "<r><t>Fort </t></r><rPh><t>x</t></rPh>");
  }

  @Test
  void readsOrRefusesEveryMutationOfBytes() {
    byte[] sound = book().bytes();
    Random random = new Random(19);
    int read = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] bytes = sound.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      read += isRefused(Book.read(bytes)) ? 0 : 1;
    }
    assertTrue(read > 0 && read < COUNT, read + " of " + COUNT);
  }

  @Test
  void readsOrRefusesEveryMutationOfXml() {
    Random random = new Random(20);
    int read = 0;
    for (int i = 0; i < COUNT; i++) {
      Book book = book();
      for (int n = random.nextInt(3); n >= 0; n--) {
        String path = PARTS.get(random.nextInt(PARTS.size()));
        book.part(path, mutated(book.text(path), random).getBytes(StandardCharsets.UTF_8));
      }
      read += isRefused(book.read()) ? 0 : 1;
    }
    assertTrue(read > 0 && read < COUNT, read + " of " + COUNT);
  }

  private static boolean isRefused(List<String> lines) {
    return !lines.isEmpty() && lines.get(0).startsWith("refused");
  }

  private static String mutated(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(30));
    switch (random.nextInt(4)) {
      case 0:
        return text.substring(0, from) + text.substring(to);
      case 1:
        return text.substring(0, to) + text.substring(from);
      case 2:
        return text.substring(0, from)
            + PIECES[random.nextInt(PIECES.length)]
            + text.substring(from);
      default:
        return text.substring(0, from) + PIECES[random.nextInt(PIECES.length)] + text.substring(to);
    }
  }
}
