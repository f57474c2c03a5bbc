package org.sistercityimpact.check.xlsx;

import java.nio.charset.StandardCharsets;

/** A workbook of one sheet of texts, which no spreadsheet takes for anything else. */
public final class PlainWorkbook {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
      <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
      </Types>""";

  /** The second format shows what is typed: 49 is "text" to every spreadsheet program. */
  private static final String STYLES =
      """
      <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
      <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""";

  private static final int SHEET_NAME = 31;
  private static final int LONGEST_TEXT = 32_767;

  private final StringBuilder rows = new StringBuilder();

  /** Adds a row; rows come in their order. */
  public void row(int number, String[] cells) {
    rows.append("<row r=\"").append(number).append("\">");
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        rows.append("<c r=\"").append(Reference.cell(number, i));
        rows.append("\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        append(cells[i].substring(0, Math.min(LONGEST_TEXT, cells[i].length())));
        rows.append("</t></is></c>");
      }
    }
    rows.append("</row>");
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length();
      if (pair && Character.isLowSurrogate(text.charAt(i + 1))) {
        rows.append(c).append(text.charAt(++i));
      } else if (c == '&') {
        rows.append("&amp;");
      } else if (c == '<') {
        rows.append("&lt;");
      } else if (c == '>') {
        rows.append("&gt;");
      } else if (c < ' ' && c != '\t' && c != '\n' || Character.isSurrogate(c) || c >= 0xFFFE) {
        // No XML can hold it: as spreadsheet programs write it.
        rows.append("_x%04X_".formatted((int) c));
      } else {
        rows.append(c);
      }
    }
  }

  /**
   * The workbook.
   *
   * @param name of its sheet
   */
  public byte[] bytes(String name) {
    String main = "xmlns=\"" + Dialect.main(false) + "\"";
    String links = Dialect.links(false);
    ZipWriter zip = new ZipWriter();
    put(zip, "[Content_Types].xml", TYPES);
    put(zip, "_rels/.rels", links("officeDocument", "xl/workbook.xml"));
    put(
        zip,
        "xl/workbook.xml",
        "<workbook "
            + main
            + " xmlns:r=\""
            + links
            + "\"><sheets><sheet name=\""
            + name.substring(0, Math.min(SHEET_NAME, name.length()))
            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    put(
        zip,
        "xl/_rels/workbook.xml.rels",
        links("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml"));
    put(zip, "xl/styles.xml", "<styleSheet " + main + ">" + STYLES);
    put(
        zip,
        "xl/worksheets/sheet1.xml",
        "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>");
    return zip.finish();
  }

  private static String links(String... kindsAndTargets) {
    StringBuilder text = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      text.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"");
      text.append(Dialect.links(false)).append('/').append(kindsAndTargets[i]);
      text.append("\" Target=\"").append(kindsAndTargets[i + 1]).append("\"/>");
    }
    return text + "</Relationships>";
  }

  private static void put(ZipWriter zip, String path, String text) {
    zip.part(path, (HEAD + text).getBytes(StandardCharsets.UTF_8));
  }
}
