package org.sistercityimpact.ingest.check;

import java.util.Map;
import java.util.Optional;
import org.sistercityimpact.ingest.check.Sheet.BrokenSheet;

/**
 * A file's bytes as a sheet of cells, or why they are none.
 *
 * @param decoded all that it says; null: refused
 * @param delimiter what tells its cells apart
 * @param refusal why nobody can tell cells apart; null: they can be
 */
record Opened(Decoded decoded, char delimiter, Problem refusal) {
  private static final char[] OTHER_DELIMITERS = {';', '\t', '|'};

  /** Opens {@code bytes}, which are not empty, as a sheet whose columns {@code names} knows. */
  static Opened of(byte[] bytes, Header.Names names) {
    if (isWorkbook(bytes)) {
      return refused(ProblemCode.WORKBOOK_NOT_READ, Map.of());
    }
    Decoded decoded = Decoded.of(bytes);
    if (decoded == null) {
      return refused(ProblemCode.UNREADABLE_TEXT, Map.of());
    }
    int endless = endlessLine(decoded.text());
    if (endless > 0) {
      return refused(
          ProblemCode.TOO_MANY_COLUMNS,
          Map.of("line", String.valueOf(endless), "limit", String.valueOf(CsvSheet.MOST_CELLS)));
    }
    return new Opened(decoded, delimiter(decoded.text(), names), null);
  }

  private static Opened refused(ProblemCode code, Map<String, String> words) {
    return new Opened(null, ',', code.ofFile(words));
  }

  /** Its cells, from the first row on. */
  Sheet sheet() {
    return new CsvSheet(decoded.text(), delimiter);
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

  /** Looked for under every delimiter, for each of them is tried on the first line. */
  private static int endlessLine(String text) {
    int line = CsvSheet.endlessLine(text, ',');
    for (int i = 0; line == 0 && i < OTHER_DELIMITERS.length; i++) {
      line = CsvSheet.endlessLine(text, OTHER_DELIMITERS[i]);
    }
    return line;
  }

  /** A comma, unless the header names more columns with another delimiter. */
  private static char delimiter(String text, Header.Names names) {
    char best = ',';
    Header header = header(text, ',', names);
    if (header != null && header.known() > 0 && header.unknown().isEmpty()) {
      return best;
    }
    int known = header == null ? 0 : header.known();
    for (char delimiter : OTHER_DELIMITERS) {
      Header other = header(text, delimiter, names);
      if (other != null && other.known() > known) {
        known = other.known();
        best = delimiter;
      }
    }
    return best;
  }

  private static Header header(String text, char delimiter, Header.Names names) {
    try {
      Sheet sheet = new CsvSheet(text, delimiter);
      return sheet.nextFilled() ? names.recognise(sheet.cells()) : null;
    } catch (BrokenSheet notThisDelimiter) {
      return null;
    }
  }

  /** What tells cells apart where it is no comma; empty where it is one. */
  Optional<String> otherDelimiter() {
    return switch (delimiter) {
      case ';' -> Optional.of("semicolons");
      case '\t' -> Optional.of("tabs");
      case '|' -> Optional.of("vertical bars");
      default -> Optional.empty();
    };
  }
}
