package org.sistercityimpact.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Kinds of files that are no tables, by their first bytes or their names, and what to do. */
public enum OtherKind {
  WEB_PAGE(
      "it is a web page (HTML)",
      Advice.SAVE_AS,
      List.of("html", "htm", "mht"),
      "<!doctype html",
      "<html",
      "<table",
      "<head",
      "<meta",
      "<body"),
  XML("it is XML", Advice.SAVE_AS, List.of("xml"), "<?xml"),
  PDF(
      "it is a PDF",
      "Save the spreadsheet that it was made from as Excel Workbook (.xlsx) or CSV UTF-8, and send that",
      List.of("pdf"),
      "%pdf-"),
  TEXT_DOCUMENT(
      "it is a text document",
      "Copy its table into a spreadsheet, save that as Excel Workbook (.xlsx), and send it",
      List.of("doc", "docx", "odt", "rtf", "pages", "gdoc"),
      "{\\rtf"),
  ARCHIVE(
      "it is an archive of files",
      "Unpack it, and send the files that are in it",
      List.of("zip", "7z", "rar", "gz", "tgz"),
      "\u001f\u008b",
      "7z\u00bc\u00af",
      "rar!"),
  PICTURE(
      "it is a picture",
      "Send the spreadsheet itself, as Excel Workbook (.xlsx) or CSV UTF-8",
      List.of("jpg", "jpeg", "png", "gif", "bmp", "heic", "heif", "webp", "tif", "tiff"),
      "\u00ff\u00d8\u00ff",
      "\u0089png",
      "gif8",
      "ii*\u0000",
      "mm\u0000*"),
  LINK(
      "it is a link to a sheet that lies elsewhere",
      "Choose File > Download > Microsoft Excel (.xlsx) where the sheet lies, and send that",
      List.of("gsheet", "url", "webloc", "lnk", "desktop")),
  NUMBERS(
      "it is a document of Apple Numbers",
      "Choose File > Export To > Excel, and send the .xlsx file",
      List.of("numbers"));

  /** Pictures that begin with their length: WebP, BMP, HEIC and AVIF. */
  private static final Pattern LATER_NAMED =
      Pattern.compile("(?s)(?:riff.{4}webp|bm.{4}\u0000{4}|.{4}ftyp(?:he|mif1|msf1|avi)).*");

  /** So many bytes tell the kind. */
  static final int FIRST = 256;

  private final String because;
  private final String advice;
  private final List<String> endings;
  private final List<String> beginnings;

  OtherKind(String because, String advice, List<String> endings, String... beginnings) {
    this.because = because;
    this.advice = advice;
    this.endings = endings;
    this.beginnings = List.of(beginnings);
  }

  /** The kind whose files begin so; empty: it may be a table. */
  static Optional<OtherKind> of(byte[] first) {
    String raw = new String(first, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    String text = raw.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (LATER_NAMED.matcher(raw).matches()) {
      return Optional.of(PICTURE);
    }
    for (OtherKind kind : values()) {
      if (kind.beginnings.stream().anyMatch(b -> raw.startsWith(b) || text.startsWith(b))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The kind that a file's name ends as; empty: none of these. */
  public static Optional<OtherKind> named(String fileName) {
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (OtherKind kind : values()) {
      if (kind.endings.contains(ending)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** What a file is, to follow "was not read:". */
  public String because() {
    return because;
  }

  /** What to do, a sentence without its full stop. */
  public String advice() {
    return advice;
  }

  /** What is told of a file that turns out to be one. */
  Problem problem() {
    return ProblemCode.NO_TABLE.ofFile(Map.of("because", because, "advice", advice));
  }

  private static final class Advice {
    static final String SAVE_AS =
        "Open it in a spreadsheet program, save it as Excel Workbook (.xlsx), and send that";
  }
}
