package generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** One file of a submission before it is written; a row of no cells is a blank line. */
final class Sheet {
  final Dataset dataset;
  final String memberId;
  final int year;
  final List<String[]> rows = new ArrayList<>();
  List<String> header;
  Charset charset = UTF_8;
  char delimiter = ',';
  String lineEnd = "\n";
  String before = "";
  String after = "";

  /** Bytes to write instead of header and rows, or null. */
  String instead;

  Sheet(Dataset dataset, String memberId, int year) {
    this.dataset = dataset;
    this.memberId = memberId;
    this.year = year;
    this.header = dataset.columns;
  }

  void add(Object... cells) {
    String[] row = new String[cells.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = cells[i].toString();
    }
    rows.add(row);
  }

  String path() {
    return year + "/" + memberId + "/" + dataset.fileName();
  }

  void write(Path inbox) {
    try {
      Path file = inbox.resolve(path());
      Files.createDirectories(file.getParent());
      Files.write(file, text(new IdentityHashMap<>()).getBytes(charset));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The text of the file; notes for each row its number as a spreadsheet shows it. */
  String text(Map<String[], Integer> numbers) {
    if (instead != null) {
      return instead;
    }
    StringBuilder text = new StringBuilder(rows.size() * 80 + 200).append(before);
    append(text, header.toArray(new String[0]));
    int number = 2;
    for (String[] row : rows) {
      numbers.put(row, number++);
      append(text, row);
    }
    return text.append(after).toString();
  }

  private void append(StringBuilder text, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        text.append(delimiter);
      }
      text.append(quoted(cells[i], delimiter));
    }
    text.append(lineEnd);
  }

  static String quoted(String cell, char delimiter) {
    boolean plain = cell.indexOf(delimiter) < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
