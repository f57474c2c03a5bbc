package org.sistercityimpact.ingest.check;

import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.ingest.check.Sheet.BrokenSheet;

/**
 * A file's bytes as a sheet of cells, or why they are none.
 *
 * @param decoded all that it says; null: refused
 * @param delimiter what tells its cells apart
 * @param shape what stands around the cells
 * @param above rows that are not blank and stand above the header
 * @param refusal why nobody can tell cells apart; null: they can be
 */
record Opened(Decoded decoded, char delimiter, Shape shape, int above, Problem refusal) {
  /** A header further down belongs to another table, if it is one. */
  static final int LAST_HEADER_ROW = 20;

  private static final char[] OTHER_DELIMITERS = {';', '\t', '|'};

  /** How a program wrapped the cells. */
  enum Shape {
    PLAIN,
    /** A first line {@code sep=;}, which a spreadsheet obeys and hides. */
    SEPARATOR_LINE,
    /** Each line in one pair of quotation marks, so that a spreadsheet shows one column. */
    QUOTED_LINES
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

  /** Opens {@code bytes}, which are not empty, as a sheet whose columns {@code names} knows. */
  static Opened of(Content content, Header.Names names) {
    if (isWorkbook(content.first(4))) {
      return refused(ProblemCode.WORKBOOK_NOT_READ, Map.of());
    }
    Decoded decoded = Decoded.of(content);
    if (decoded == null) {
      return refused(ProblemCode.UNREADABLE_TEXT, Map.of());
    }
    char separator = separator(decoded.text().beginning());
    if (separator != 0) {
      Opened opened = new Opened(decoded, separator, Shape.SEPARATOR_LINE, 0, null);
      return opened.from(opened.find(names));
    }
    return told(new Opened(decoded, ',', Shape.PLAIN, 0, null), names);
  }

  /** Under the delimiter, and out of the quotation marks, that make most of a header. */
  private static Opened told(Opened byCommas, Header.Names names) {
    Opened best = byCommas;
    Found most = best.find(names);
    for (int i = 0; !most.isSure() && i < OTHER_DELIMITERS.length; i++) {
      Opened other = new Opened(best.decoded, OTHER_DELIMITERS[i], Shape.PLAIN, 0, null);
      Found found = other.find(names);
      if (found.known() > most.known()) {
        best = other;
        most = found;
      }
    }
    for (int i = -1; most.known() < 2 && i < OTHER_DELIMITERS.length; i++) {
      char delimiter = i < 0 ? ',' : OTHER_DELIMITERS[i];
      Opened quoted = new Opened(best.decoded, delimiter, Shape.QUOTED_LINES, 0, null);
      Found found = quoted.find(names);
      if (found.known() > Math.max(1, most.known())) {
        best = quoted;
        most = found;
      }
    }
    return best.from(most);
  }

  private Opened from(Found found) {
    return new Opened(decoded, delimiter, shape, found.above, null);
  }

  private static Opened refused(ProblemCode code, Map<String, String> words) {
    return new Opened(null, ',', Shape.PLAIN, 0, code.ofFile(words));
  }

  /** Whether rows and lines are certainly one: no quotation mark can hide a line break. */
  boolean isLineByLine() {
    return shape == Shape.PLAIN && !decoded.text().any(piece -> piece.indexOf('"') >= 0);
  }

  /** Its cells, from the first row on. */
  Sheet sheet() {
    return switch (shape) {
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

  /** A ZIP or OLE file, whatever its name says. */
  private static boolean isWorkbook(byte[] bytes) {
    return bytes.length > 3
        && (bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4
            || (bytes[0] & 0xFF) == 0xD0
                && (bytes[1] & 0xFF) == 0xCF
                && (bytes[2] & 0xFF) == 0x11
                && (bytes[3] & 0xFF) == 0xE0);
  }

  /** What tells cells apart where it is no comma; empty where it is one. */
  Optional<String> otherDelimiter() {
    return switch (delimiter) {
      case ',' -> Optional.empty();
      case ';' -> Optional.of("semicolons");
      case '\t' -> Optional.of("tabs");
      case '|' -> Optional.of("vertical bars");
      default -> Optional.of("the sign " + Problem.printable(String.valueOf(delimiter)));
    };
  }
}
