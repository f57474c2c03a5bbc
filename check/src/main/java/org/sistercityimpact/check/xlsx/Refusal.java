package org.sistercityimpact.check.xlsx;

/** Why a file is not read as a workbook, and what its sender can do. */
public enum Refusal implements XlsxFile {
  TOO_LARGE("it is larger than 50 MB", Advice.SPLIT),
  TOO_MANY_PARTS("it is made of more than 1,000 parts", Advice.COPY),
  UNPACKS_TOO_LARGE("it unpacks to more than 500 MB", Advice.SPLIT),
  UNPACKS_TOO_FAR("a part of it unpacks to more than 100 times its size", Advice.COPY),
  TOO_MUCH_TEXT("it holds more than 64 MB of different texts", Advice.SPLIT),
  DOCUMENT_TYPE(
      "its XML declares a document type, as no spreadsheet program writes it", Advice.COPY),
  ONE_NAME_TWICE("two of its parts have one name", Advice.COPY),
  EXTERNAL_LINKS(
      "it takes values from other files",
      "Choose Data > Edit Links (or Workbook Links) > Break Link, save it, and send it again"),
  PASSWORD(
      "it is protected by a password",
      "Open it, take the password away (File > Info > Protect Workbook), save it, and send it again"),
  OLD_EXCEL("it is a workbook of Excel 97 to 2003 (.xls)", Advice.SAVE_AS),
  BINARY_EXCEL("it is a binary workbook (.xlsb)", Advice.SAVE_AS),
  OPEN_DOCUMENT("it is an OpenDocument spreadsheet (.ods)", Advice.SAVE_AS),
  NUMBERS(
      "it is a document of Apple Numbers",
      "Choose File > Export To > Excel, and send the .xlsx file"),
  ARCHIVE("it is an archive of files (.zip)", "Unpack it, and send the files that are in it"),
  TEXT_DOCUMENT(
      "it is a text document (.docx)",
      "Copy its table into a spreadsheet, save that as Excel Workbook (.xlsx), and send it"),
  NOT_A_WORKBOOK("it is no workbook", Advice.SAVE_AS),
  NO_SHEET("it has no sheet of cells", "Copy the rows into a new workbook, and send that"),
  DAMAGED("it is damaged", "Open it, save it under a new name, and send that");

  /** Of the largest workbook that is read. */
  public static final int MOST_BYTES = Zip.MOST_BYTES;

  private final String because;
  private final String advice;

  Refusal(String because, String advice) {
    this.because = because;
    this.advice = advice;
  }

  /** The reason, to follow "refused because". */
  public String because() {
    return because;
  }

  /** What to do, a sentence without its full stop. */
  public String advice() {
    return advice;
  }

  private static final class Advice {
    static final String SPLIT = "Send fewer rows in each workbook, or send each sheet as CSV UTF-8";
    static final String COPY = "Copy the filled cells into a new workbook, and send that";
    static final String SAVE_AS =
        "Open it in a spreadsheet program, save it as Excel Workbook (.xlsx), and send that";
  }
}
