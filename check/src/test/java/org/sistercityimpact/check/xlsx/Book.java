package org.sistercityimpact.check.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes workbooks part by part, sound ones and others; tells what is read of one. */
public final class Book {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /** A workbook of one sheet "Data" with these rows, without styles of its own. */
  public static Book ofRows(String rows) {
    return ofSheet("<sheetData>" + rows + "</sheetData>");
  }

  /** A workbook of one sheet "Data" with this content. */
  static Book ofSheet(String content) {
    Book book = new Book();
    book.part(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
        <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>\
        </Types>""");
    book.links("_rels/.rels", "officeDocument", "xl/workbook.xml");
    book.workbook("<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets>");
    book.links(
        "xl/_rels/workbook.xml.rels",
        "worksheet",
        "worksheets/sheet1.xml",
        "styles",
        "styles.xml",
        "sharedStrings",
        "sharedStrings.xml");
    book.sheet("xl/worksheets/sheet1.xml", content);
    book.formats();
    book.shared();
    return book;
  }

  /** A workbook of several sheets: their names and contents in turn; a name ends in ! if hidden. */
  public static Book ofSheets(String... namesAndContents) {
    Book book = ofSheet("");
    StringBuilder tabs = new StringBuilder("<sheets>");
    List<String> links = new ArrayList<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      int number = i / 2 + 1;
      String name = namesAndContents[i];
      boolean hidden = name.endsWith("!");
      tabs.append("<sheet name=\"")
          .append(escaped(hidden ? name.substring(0, name.length() - 1) : name));
      tabs.append(hidden ? "\" state=\"hidden" : "").append("\" sheetId=\"").append(number);
      tabs.append("\" r:id=\"rId").append(number).append("\"/>");
      links.addAll(List.of("worksheet", "worksheets/sheet" + number + ".xml"));
      book.sheet("xl/worksheets/sheet" + number + ".xml", namesAndContents[i + 1]);
    }
    links.addAll(List.of("styles", "styles.xml"));
    book.workbook(tabs + "</sheets>");
    return book.links("xl/_rels/workbook.xml.rels", links.toArray(String[]::new));
  }

  public Book part(String path, String text) {
    return part(path, (HEAD + text).getBytes(StandardCharsets.UTF_8));
  }

  Book part(String path, byte[] bytes) {
    parts.put(path, bytes);
    return this;
  }

  public Book without(String path) {
    parts.remove(path);
    return this;
  }

  /** Moves a part. */
  Book moved(String from, String to) {
    parts.put(to, parts.remove(from));
    return this;
  }

  /** The text of a part. */
  public String text(String path) {
    return new String(parts.get(path), StandardCharsets.UTF_8);
  }

  public Book workbook(String content) {
    return part(
        "xl/workbook.xml",
        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + LINKS + "\">" + content + "</workbook>");
  }

  Book sheet(String path, String content) {
    return part(path, "<worksheet xmlns=\"" + MAIN + "\">" + content + "</worksheet>");
  }

  /** Links of kinds and targets in turn; the first has the id rId1. */
  Book links(String path, String... kindsAndTargets) {
    StringBuilder text = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 0; i < kindsAndTargets.length; i += 2) {
      text.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"").append(LINKS);
      text.append('/').append(kindsAndTargets[i]).append("\" Target=\"");
      text.append(kindsAndTargets[i + 1]).append("\"/>");
    }
    return part(path, text + "</Relationships>");
  }

  /** Styles 1, 2 and so on with these format codes; a code that is a number means a built-in. */
  public Book formats(String... codes) {
    StringBuilder own = new StringBuilder();
    StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < codes.length; i++) {
      boolean builtIn = codes[i].matches("[1-9][0-9]*");
      styles.append("<xf numFmtId=\"").append(builtIn ? codes[i] : 164 + i).append("\"/>");
      if (!builtIn) {
        own.append("<numFmt numFmtId=\"").append(164 + i).append("\" formatCode=\"");
        own.append(escaped(codes[i])).append("\"/>");
      }
    }
    String numFmts = own.isEmpty() ? "" : "<numFmts>" + own + "</numFmts>";
    return part(
        "xl/styles.xml",
        "<styleSheet xmlns=\""
            + MAIN
            + "\">"
            + numFmts
            + "<cellXfs>"
            + styles
            + "</cellXfs></styleSheet>");
  }

  /** Shared strings, each the content of its element. */
  public Book shared(String... contents) {
    StringBuilder text = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
    for (String content : contents) {
      text.append("<si>").append(content).append("</si>");
    }
    return part("xl/sharedStrings.xml", text + "</sst>");
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What is read of it; see {@link #read(byte[])}. */
  List<String> read() {
    return read(bytes());
  }

  /**
   * What is read of a file: "refused: …"; or for each sheet a line for each filled cell, such as
   * "B2 NUMBER 1.5", then "broken at row n", then the notes with their places.
   */
  static List<String> read(byte[] bytes) {
    if (XlsxFile.open(bytes) instanceof Workbook workbook) {
      List<String> lines = new ArrayList<>();
      workbook.notes().forEach(note -> lines.add(line(note)));
      for (Worksheet sheet : workbook.sheets()) {
        if (workbook.sheets().size() > 1 || sheet.hidden()) {
          lines.add((sheet.hidden() ? "hidden sheet " : "sheet ") + sheet.name());
        }
        SheetRows rows = sheet.rows();
        while (rows.next()) {
          for (int column = 0; column < rows.width(); column++) {
            if (rows.kind(column) != CellKind.EMPTY) {
              String text = rows.text(column);
              lines.add(
                  Reference.cell(rows.row(), column)
                      + " "
                      + rows.kind(column)
                      + (text.isEmpty() ? "" : " " + text));
            }
          }
        }
        if (rows.brokenAt() > 0) {
          lines.add("broken at row " + rows.brokenAt());
        }
        sheet.notes().forEach(note -> lines.add(line(note)));
        rows.notes().forEach(note -> lines.add(line(note)));
      }
      return lines;
    }
    return List.of("refused: " + XlsxFile.open(bytes));
  }

  private static String line(Note note) {
    return note.what()
        + (note.count() == 1 ? "" : " " + note.count() + " times")
        + (note.places().isEmpty() ? "" : " " + String.join(" ", note.places()));
  }
}
