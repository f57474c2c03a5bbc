package org.sistercityimpact.check.xlsx;

/** What a file is that is no ZIP, by its first bytes and by the names of its streams. */
final class FormatOfOld {
  private static final int[] OLE = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};

  private FormatOfOld() {}

  static boolean isOle(byte[] bytes) {
    for (int i = 0; i < OLE.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != OLE[i]) {
        return false;
      }
    }
    return true;
  }

  /** Excel 2 to 4, which wrote their records without a container. */
  static boolean isBareBiff(byte[] bytes) {
    return bytes.length > 3
        && bytes[0] == 9
        && (bytes[1] == 0 || bytes[1] == 2 || bytes[1] == 4)
        && (bytes[2] == 4 || bytes[2] == 6)
        && bytes[3] == 0;
  }

  static Refusal of(byte[] bytes) {
    if (isBareBiff(bytes)) {
      return Refusal.OLD_EXCEL;
    }
    if (!isOle(bytes)) {
      return Refusal.NOT_A_WORKBOOK;
    }
    if (holds(bytes, "EncryptedPackage")) {
      return Refusal.PASSWORD;
    }
    return holds(bytes, "Workbook") || holds(bytes, "Book")
        ? Refusal.OLD_EXCEL
        : Refusal.NOT_A_WORKBOOK;
  }

  /** Whether a stream of an OLE file has this name, which stands there in UTF-16. */
  private static boolean holds(byte[] bytes, String name) {
    byte[] sought = new byte[name.length() * 2 + 2];
    for (int i = 0; i < name.length(); i++) {
      sought[2 * i] = (byte) name.charAt(i);
    }
    for (int i = 0; i + 64 <= bytes.length; i += 64) {
      int same = 0;
      while (same < sought.length && bytes[i + same] == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return true;
      }
    }
    return false;
  }
}
