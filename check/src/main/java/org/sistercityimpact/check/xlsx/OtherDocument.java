package org.sistercityimpact.check.xlsx;

import java.util.Locale;

/** What a ZIP is that holds no workbook of the kind we read. */
final class OtherDocument {
  private static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

  private OtherDocument() {}

  static Refusal of(Zip zip) throws Unreadable {
    if (zip.part("xl/workbook.bin") != null) {
      return Refusal.BINARY_EXCEL;
    }
    Zip.Part kind = zip.part("mimetype");
    if (kind != null && zip.part("content.xml") != null) {
      byte[] first = new byte[ODS.length() + 1];
      Source source = zip.open(kind);
      int read = 0;
      for (int more = 0; more >= 0 && read < ODS.length(); read += Math.max(0, more)) {
        more = source.read(first, read, first.length - read);
      }
      source.close();
      for (int i = 0; i < ODS.length(); i++) {
        if (i >= read || first[i] != ODS.charAt(i)) {
          return Refusal.NOT_A_WORKBOOK;
        }
      }
      return Refusal.OPEN_DOCUMENT;
    }
    for (Zip.Part part : zip.parts()) {
      String name = part.name().toLowerCase(Locale.ROOT);
      if (name.endsWith(".iwa") || name.endsWith("index.zip")) {
        return Refusal.NUMBERS;
      }
    }
    if (zip.part("word/document.xml") != null) {
      return Refusal.TEXT_DOCUMENT;
    }
    return zip.part("[Content_Types].xml") == null ? Refusal.ARCHIVE : Refusal.NOT_A_WORKBOOK;
  }
}
