package org.sistercityimpact.check.xlsx;

/** What a file that may be a workbook turns out to be: one that can be read, or why not. */
public sealed interface XlsxFile permits Workbook, Refusal {

  /**
   * Whether the first bytes are those of a workbook or of another document of many parts (ZIP,
   * OLE), whatever the file's name says; such a file is no text.
   */
  static boolean isClaimedBy(byte[] bytes) {
    return Zip.isClaimedBy(bytes) || FormatOfOld.isOle(bytes) || FormatOfOld.isBareBiff(bytes);
  }

  /**
   * Looks at all that will be read of a file before anything is read of it, so that nothing is
   * refused halfway: sizes as they really unpack, names, document types, links. Never throws.
   *
   * @param bytes as received; not copied, so they must stay as they are
   */
  static XlsxFile open(byte[] bytes) {
    if (bytes.length > Zip.MOST_BYTES) {
      return Refusal.TOO_LARGE;
    }
    if (!Zip.isClaimedBy(bytes)) {
      return FormatOfOld.of(bytes);
    }
    try {
      return Workbook.of(Zip.of(bytes));
    } catch (Unreadable e) {
      return e.refusal();
    }
  }
}
