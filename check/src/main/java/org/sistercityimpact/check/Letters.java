package org.sistercityimpact.check;

import java.util.Map;
import java.util.function.Predicate;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;

/** Tells how the letters of a file were read, and which were lost before it came: with a cell. */
final class Letters {
  private static final char LOST = '\uFFFD';

  /** So many question marks say that something is not known. */
  private static final int MOST_ASKED = 3;

  private static final char MARK = '\uFEFF';
  // What UTF-8's first bytes for the letters of Europe are called elsewhere.
  private static final String FIRST_BYTES = "ÃÂÄÅâÎÏÐÑ";
  private static final String WESTERN = western();

  private final Opened opened;
  private final Header header;
  private final Contract contract;
  private final PersonalData people;

  Letters(Opened opened, Header header, Contract contract, PersonalData people) {
    this.opened = opened;
    this.header = header;
    this.contract = contract;
    this.people = people;
  }

  /** A cell that shows what is told. */
  private record Sample(int row, int column, String cell, Shown shown) {
    String place() {
      return Problem.letter(column) + row;
    }
  }

  /** Why nobody can tell which of two encodings is meant: a cell under both. */
  Problem unclear() {
    Decoded decoded = opened.decoded();
    String cell = "a cell";
    String one = "one text";
    String other = "another";
    try {
      Sheet first = opened.sheet();
      Sheet second = new CsvSheet(decoded.other().text(), opened.delimiter(), 0);
      while (one.equals("one text") && first.nextFilled() && second.nextFilled()) {
        int width = Math.min(first.cells().length, second.cells().length);
        for (int column = 0; column < width; column++) {
          String read = Fold.trim(first.cells()[column]);
          Shown shown = shown(column, read);
          if (!read.equals(Fold.trim(second.cells()[column])) && !shown.isKind()) {
            cell = Problem.letter(column) + first.row();
            one = shown.quoted();
            other = Shown.plain(Fold.trim(second.cells()[column])).quoted();
            break;
          }
        }
      }
    } catch (BrokenSheet unusable) {
      // Then no cell shows it.
    }
    return ProblemCode.ENCODING_UNCLEAR.ofFile(
        Map.of(
            "first", decoded.guess().label(),
            "second", decoded.other().guess().label(),
            "cell", cell,
            "one", one,
            "other", other));
  }

  /** Tells of a guess, and of letters that are lost. */
  void tell(Problems problems) {
    if (opened.decoded() == null) {
      tell(Letters::isBroken, ProblemCode.BROKEN_LETTERS, problems);
      return;
    }
    if (opened.decoded().guess() != null) {
      Sample sample = find(opened.sheet(), Letters::isForeign, new int[1]);
      String told =
          sample == null || sample.shown.isKind()
              ? ""
              : ", so that %s is %s".formatted(sample.place(), sample.shown.quoted());
      problems.add(
          ProblemCode.ENCODING_GUESSED.ofFile(
              Map.of("encoding", opened.decoded().guess().label(), "sample", told)));
    }
    if (opened.decoded().text().any(Letters::mayBeBroken)) {
      tell(Letters::isBroken, ProblemCode.BROKEN_LETTERS, problems);
    }
    if (opened.decoded().text().any(piece -> piece.indexOf(MARK) >= 0)) {
      tell(cell -> cell.indexOf(MARK) >= 0, ProblemCode.STRAY_MARK, problems);
    }
  }

  private void tell(Predicate<String> wanted, ProblemCode code, Problems problems) {
    int[] cells = new int[1];
    Sample first = find(opened.sheet(), wanted, cells);
    if (first != null) {
      problems.add(
          code.at(
              0,
              first.column,
              header.nameOf(first.column, contract),
              first.shown.value(),
              Map.of(
                  "cells", cells[0] == 1 ? "1 cell" : cells[0] + " cells",
                  "cell", first.place(),
                  "value", first.shown.quoted())));
    }
  }

  /** The first cell of that kind which may be shown, else the first of all; null: there is none. */
  private Sample find(Sheet sheet, Predicate<String> wanted, int[] count) {
    Sample best = null;
    try {
      while (sheet.nextFilled()) {
        String[] cells = sheet.cells();
        for (int column = 0; column < cells.length; column++) {
          if (wanted.test(cells[column])) {
            count[0]++;
            if (best == null || best.shown.isKind()) {
              String cell = Fold.trim(cells[column]);
              Sample sample = new Sample(sheet.row(), column, cell, shown(column, cell));
              best = best == null || !sample.shown.isKind() ? sample : best;
            }
          }
        }
      }
    } catch (BrokenSheet unusable) {
      // What stands behind is told of no cell.
    }
    return best;
  }

  private Shown shown(int column, String cell) {
    for (int i = 0; i < header.columns().length; i++) {
      if (header.columns()[i] == column) {
        Field field = contract.fields().get(i);
        return people.shown(field, cell);
      }
    }
    return Shown.HIDDEN;
  }

  private static boolean isForeign(String cell) {
    return cell.chars().anyMatch(c -> c > 0x7F);
  }

  private static boolean mayBeBroken(String text) {
    // Sign after sign, which Java searches for in many letters at once.
    for (int i = 0; i < FIRST_BYTES.length(); i++) {
      if (text.indexOf(FIRST_BYTES.charAt(i)) >= 0) {
        return true;
      }
    }
    return text.indexOf(LOST) >= 0 || text.indexOf('?') >= 0;
  }

  /** Whether a replacement character stands in it, or UTF-8 that was read letter by letter. */
  private static boolean isBroken(String cell) {
    if (cell.indexOf(LOST) >= 0 || cell.indexOf('?') >= 0 && isAsked(cell)) {
      return true;
    }
    for (int i = 0; i + 1 < cell.length(); i++) {
      if (FIRST_BYTES.indexOf(cell.charAt(i)) >= 0 && isOneLetter(cell, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether question marks stand for letters: "N?mes", or "????? ??????" as a whole. */
  private static boolean isAsked(String cell) {
    int asked = 0;
    boolean other = false;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      asked += c == '?' ? 1 : 0;
      other |= c != '?' && !CodePoints.isSpace(c);
      boolean isLink = c == '/' || c == '=' || c == '&';
      if (isLink) {
        return false;
      }
    }
    if (!other) {
      return asked > MOST_ASKED;
    }
    for (int i = cell.indexOf('?'); i >= 0; i = cell.indexOf('?', i + 1)) {
      boolean within = i > 0 && i + 1 < cell.length();
      if (within && CodePoints.isLetter(cell.charAt(i - 1)) && isSmall(cell.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** Whether two or three letters, as bytes of the West, are one of UTF-8. */
  private static boolean isOneLetter(String cell, int at) {
    int length = cell.charAt(at) == 'â' ? 3 : 2;
    if (at + length > cell.length()) {
      return false;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int place = WESTERN.indexOf(cell.charAt(at + i));
      if (place < 0) {
        return false;
      }
      bytes[i] = (byte) (0x80 + place);
    }
    String written = Platform.decoded(bytes, 0, Encoding.UTF_8.charset());
    return written != null && written.length() == 1;
  }

  /** What the bytes from 0x80 on mean in the West; a NUL where one means nothing. */
  private static String western() {
    StringBuilder letters = new StringBuilder();
    for (int b = 0x80; b <= 0xFF; b++) {
      String letter = Platform.decoded(new byte[] {(byte) b}, 0, Encoding.WINDOWS_1252.charset());
      letters.append(letter == null ? "\0" : letter);
    }
    return letters.toString();
  }
}
