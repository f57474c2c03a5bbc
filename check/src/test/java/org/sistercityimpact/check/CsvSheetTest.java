package org.sistercityimpact.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sistercityimpact.check.Sheet.BrokenSheet;

/** Our reader of CSV tells the same cells, rows and line numbers as commons-csv, text by text. */
class CsvSheetTest {
  /** All that means anything to a reader, and one letter. */
  private static final String ALPHABET = "a\",\n\r ";

  private static final int ROUNDS = 40_000;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};
  private static final String[] SCRAPS = {
    "\"",
    "\"",
    "\"\"",
    ",",
    ",",
    ";",
    "\t",
    "|",
    "\n",
    "\n",
    "\r",
    "\r\n",
    " ",
    "  ",
    "a",
    "b c",
    "\u000b",
    "\f",
    "\u001c",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\u3000",
    "\ufeff",
    "\0",
    "\uffff",
    "é",
    "漢",
    "\ud83d\ude00",
    "\ud83d",
    "\\",
    "#",
    "'",
  };

  /** A row as a line: its number, then its cells, with signs that no scrap holds between them. */
  private static String line(long row, String[] cells) {
    return row + "§" + String.join("¦", cells) + "§" + cells.length;
  }

  private static List<String> ours(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    try {
      while (sheet.next()) {
        lines.add(line(sheet.line(), sheet.cells()));
      }
    } catch (BrokenSheet e) {
      lines.add("broken " + e.why().message().replaceAll("[^0-9]", ""));
    }
    return lines;
  }

  private static List<String> theirs(String text, char delimiter) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    List<String> lines = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get()) {
      var records = parser.iterator();
      while (true) {
        long row = parser.getCurrentLineNumber() + 1;
        try {
          if (!records.hasNext()) {
            return lines;
          }
          CSVRecord record = records.next();
          lines.add(line(row, record.values()));
        } catch (UncheckedIOException e) {
          lines.add("broken " + row);
          return lines;
        }
      }
    }
  }

  private static void same(String text, char delimiter) throws IOException {
    List<String> theirs = theirs(text, delimiter);
    assertEquals(
        theirs,
        ours(new CsvSheet(text, delimiter)),
        () -> Arrays.toString(text.toCharArray()) + " with " + delimiter);
    assertEquals(
        theirs,
        ours(new CsvSheet(pieces(text), delimiter, 0)),
        () -> Arrays.toString(text.toCharArray()) + " in pieces with " + delimiter);
  }

  /** Cut behind every other sign, so that each pair of signs is cut apart in some text. */
  private static Text.Pieces pieces(String text) {
    int[] at = new int[1];
    return () -> {
      int from = at[0];
      at[0] = Math.min(text.length(), from + 2);
      return from == text.length() ? null : text.substring(from, at[0]);
    };
  }

  @Test
  void everyShortTextIsReadAlike() throws IOException {
    same("", ',');
    for (int length = 1; length <= 6; length++) {
      everyTextIsReadAlike(length);
    }
  }

  @Test
  @Tag("slow")
  void everyTextOfSevenSignsIsReadAlike() throws IOException {
    everyTextIsReadAlike(7);
  }

  private static void everyTextIsReadAlike(int length) throws IOException {
    int texts = (int) Math.pow(ALPHABET.length(), length);
    char[] text = new char[length];
    for (int n = 0; n < texts; n++) {
      int rest = n;
      for (int i = 0; i < length; i++) {
        text[i] = ALPHABET.charAt(rest % ALPHABET.length());
        rest /= ALPHABET.length();
      }
      same(new String(text), ',');
    }
  }

  @Test
  void longTextsOfAnySignsAreReadAlike() throws IOException {
    Random random = new Random(20261126);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(SCRAPS[random.nextInt(SCRAPS.length)]);
      }
      same(text.toString(), DELIMITERS[random.nextInt(DELIMITERS.length)]);
    }
  }

  @Test
  void everyFileOfTheSampleIsReadAlike() throws IOException {
    Path sample = Path.of("..", "sample-data");
    try (Stream<Path> tree = Files.walk(sample)) {
      List<Path> files = tree.filter(file -> file.toString().endsWith(".csv")).toList();
      assertTrue(files.size() > 100, "too few files in " + sample);
      for (Path file : files) {
        Decoded decoded = Decoded.of(Content.of(Files.readAllBytes(file)));
        if (decoded != null) {
          for (char delimiter : DELIMITERS) {
            same(decoded.text().beginning(), delimiter);
          }
        }
      }
    }
  }
}
