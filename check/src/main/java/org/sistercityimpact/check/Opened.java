package org.sistercityimpact.check;

import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.xlsx.Refusal;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.Worksheet;
import org.sistercityimpact.check.xlsx.XlsxFile;

/**
 * A file's bytes as a sheet of cells, or why they are none.
 *
 * @param decoded all that it says; null: refused, or a workbook
 * @param worksheet the sheet of a workbook; null: it is a text
 * @param delimiter what tells its cells apart
 * @param shape what stands around the cells
 * @param above rows that are not blank and stand above the header
 * @param refusal why nobody can tell cells apart; null: they can be
 */
record Opened(
    Decoded decoded, Worksheet worksheet, char delimiter, Shape shape, int above, Problem refusal) {
  // What a sheet of a workbook would have if it were copied as text.
  private static final char OF_WORKBOOKS = '\t';

  /** A header further down belongs to another table, if it is one. */
  static final int LAST_HEADER_ROW = 20;

  private static final char[] OTHER_DELIMITERS = {';', '\t', '|'};

  /** How a program wrapped the cells. */
  enum Shape {
    PLAIN,
    /** A first line {@code sep=;}, which a spreadsheet obeys and hides. */
    SEPARATOR_LINE,
    /** Each line in one pair of quotation marks, so that a spreadsheet shows one column. */
    QUOTED_LINES,
    /** A sheet of a workbook, where each cell knows its place. */
    WORKBOOK
  }

  /** The best header that was found. */
  private record Found(int above, Header header) {
    static final Found NONE = new Found(0, null);

    int known() {
      return header == null ? 0 : header.known();
    }

    boolean isSure() {
      return header != null && header.isComplete() && header.unknown().isEmpty();
    }

    boolean isBetterThan(Found other) {
      if (header == null || other.header == null) {
        return header != null;
      }
      boolean completes = header.isComplete() && !other.header.isComplete();
      return completes || known() > other.known() && !other.header.isComplete();
    }
  }

  /**
   * Opens bytes, which are not empty, as a sheet whose columns {@code names} knows.
   *
   * @param sheet which of a workbook; null: the first that is not empty
   */
  static Opened of(Content content, String sheet, Header.Names names) {
    if (XlsxFile.isClaimedBy(content.first(8))) {
      return ofWorkbook(content, sheet, names);
    }
    Optional<OtherKind> other = OtherKind.of(content.first(OtherKind.FIRST));
    if (other.isPresent()) {
      return refused(other.get().problem());
    }
    Decoded decoded = Decoded.of(content);
    if (decoded == null) {
      return refused(ProblemCode.UNREADABLE_TEXT.ofFile(Map.of()));
    }
    Optional<Problem> mail = MailText.refusal(decoded.text().beginning());
    if (mail.isPresent()) {
      return refused(mail.get());
    }
    char separator = separator(decoded.text().beginning());
    if (separator != 0) {
      Opened opened = new Opened(decoded, null, separator, Shape.SEPARATOR_LINE, 0, null);
      Found found = opened.find(names);
      if (found.known() > 1) {
        return opened.from(found);
      }
      // Whoever added the line may not have looked at those below.
    }
    return told(new Opened(decoded, null, ',', Shape.PLAIN, 0, null), names);
  }

  private static Opened ofWorkbook(Content content, String name, Header.Names names) {
    XlsxFile file = SheetNames.open(content);
    if (file instanceof Refusal refusal) {
      return refused(SheetNames.refusal(refusal));
    }
    Worksheet worksheet = SheetNames.meant((Workbook) file, name);
    if (worksheet == null) {
      return refused(ProblemCode.SHEET_MISSING.ofFile(Map.of()));
    }
    Opened opened = new Opened(null, worksheet, OF_WORKBOOKS, Shape.WORKBOOK, 0, null);
    return opened.from(opened.find(names));
  }

  /** Under the delimiter, and out of the quotation marks, that make most of a header. */
  private static Opened told(Opened byCommas, Header.Names names) {
    Opened best = byCommas;
    Found most = best.find(names);
    for (int i = 0; !most.isSure() && i < OTHER_DELIMITERS.length; i++) {
      Opened other = new Opened(best.decoded, null, OTHER_DELIMITERS[i], Shape.PLAIN, 0, null);
      Found found = other.find(names);
      if (found.known() > most.known()) {
        best = other;
        most = found;
      }
    }
    for (int i = -1; most.known() < 2 && i < OTHER_DELIMITERS.length; i++) {
      char delimiter = i < 0 ? ',' : OTHER_DELIMITERS[i];
      Opened quoted = new Opened(best.decoded, null, delimiter, Shape.QUOTED_LINES, 0, null);
      Found found = quoted.find(names);
      if (found.known() > Math.max(1, most.known())) {
        best = quoted;
        most = found;
      }
    }
    return best.from(most);
  }

  private Opened from(Found found) {
    return new Opened(decoded, worksheet, delimiter, shape, found.above, null);
  }

  private static Opened refused(Problem why) {
    return new Opened(null, null, ',', Shape.PLAIN, 0, why);
  }

  /** Whether rows and lines are certainly one: no quotation mark can hide a line break. */
  boolean isLineByLine() {
    return shape == Shape.WORKBOOK
        || shape == Shape.PLAIN && !decoded.text().any(piece -> piece.indexOf('"') >= 0);
  }

  /** Its cells, from the first row on. */
  Sheet sheet() {
    return switch (shape) {
      case WORKBOOK -> new XlsxSheet(worksheet);
      case PLAIN -> new CsvSheet(decoded.text(), delimiter, 0);
      case SEPARATOR_LINE -> new CsvSheet(decoded.text(), delimiter, 1);
      case QUOTED_LINES -> new QuotedLines(new CsvSheet(decoded.text(), '\0', 0), delimiter);
    };
  }

  /** The first row that names all columns, else the one of the first twenty that names most. */
  private Found find(Header.Names names) {
    Found best = Found.NONE;
    try {
      Sheet sheet = sheet();
      for (int above = 0; sheet.nextFilled() && sheet.row() <= LAST_HEADER_ROW; above++) {
        Found found = new Found(above, names.recognise(sheet.cells()));
        if (best.header == null || found.known() > 1 && found.isBetterThan(best)) {
          best = found;
        }
        if (best.header.isComplete()) {
          break;
        }
      }
    } catch (BrokenSheet laterTold) {
      // Whoever reads the rows will say where.
    }
    return best;
  }

  /** What a first line {@code sep=;} tells; 0: there is none. */
  private static char separator(String text) {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      if (++end > 8) {
        return 0;
      }
    }
    String line = text.substring(0, end).replace("\"", "");
    boolean tells =
        line.length() == 5 && line.toLowerCase(java.util.Locale.ROOT).startsWith("sep=");
    return tells && end < text.length() ? line.charAt(4) : 0;
  }

  /** What tells cells apart where it is no comma; empty where it is one. */
  Optional<String> otherDelimiter() {
    if (shape == Shape.WORKBOOK) {
      return Optional.empty();
    }
    return switch (delimiter) {
      case ',' -> Optional.empty();
      case ';' -> Optional.of("semicolons");
      case '\t' -> Optional.of("tabs");
      case '|' -> Optional.of("vertical bars");
      default -> Optional.of("the sign " + Problem.printable(String.valueOf(delimiter)));
    };
  }
}
