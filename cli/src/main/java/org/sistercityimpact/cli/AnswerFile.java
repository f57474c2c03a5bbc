package org.sistercityimpact.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.sistercityimpact.check.CellText;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.DatasetNames;
import org.sistercityimpact.check.Fold;
import org.sistercityimpact.check.SheetCells;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;

/**
 * A file of answers as people have it after a spreadsheet: with a mark in front, in another
 * encoding, its cells apart by semicolons, its columns in another order, with columns of their own.
 */
final class AnswerFile {
  private final Path path;
  private final Contract contract;

  /**
   * @param contract of {@code names}, whose columns are recognized by all their names
   */
  AnswerFile(Path path, Contract contract) {
    this.path = path;
    this.contract = contract;
  }

  /** Its rows, each with its cells by column; none where there is no such file. */
  List<Map<String, String>> read() throws IOException {
    if (!Files.exists(path)) {
      return List.of();
    }
    byte[] bytes = Files.readAllBytes(path);
    if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
      return List.of();
    }
    if (DatasetNames.isWorkbook(path.toString())
        || bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
      throw refused("it is a workbook (save it as CSV, with the ending .csv)");
    }
    SheetCells cells =
        SheetCells.of(Content.of(bytes), null, contract)
            .orElseThrow(() -> refused("its cells cannot be told apart (save it as CSV)"));
    List<String> header = new ArrayList<>();
    List<Map<String, String>> rows = new ArrayList<>();
    int headerRow = cells.headerRow();
    boolean whole =
        cells.each(
            (row, values) -> {
              if (row == headerRow) {
                for (String value : values) {
                  header.add(column(value));
                }
              } else if (row > headerRow) {
                take(header, values, rows);
              }
              return true;
            });
    if (!whole) {
      throw refused(
          "its quotation marks do not pair up (save it as CSV from a spreadsheet program)");
    }
    if (!header.containsAll(List.of("column", "written", "meant"))) {
      throw refused(
          "it has no columns column, written and meant (move the file away, and 'impact match' writes a new one)");
    }
    return rows;
  }

  private static void take(List<String> header, String[] values, List<Map<String, String>> rows) {
    Map<String, String> cells = new LinkedHashMap<>();
    boolean any = false;
    for (int i = 0; i < header.size(); i++) {
      String cell = i < values.length ? Fold.trim(values[i]) : "";
      any |= !cell.isEmpty();
      cells.merge(header.get(i), cell, (first, second) -> first.isEmpty() ? second : first);
    }
    if (any) {
      rows.add(cells);
    }
  }

  private ConfigurationException refused(String why) {
    return new ConfigurationException("Cannot read answers in '%s': %s".formatted(path, why));
  }

  /** The contract's name of a column; of one that it does not know, the header as it is. */
  private String column(String header) {
    String letters = Fold.letters(header);
    for (Field field : contract.fields()) {
      if (letters.equals(Fold.letters(field.name()))
          || letters.equals(Fold.letters(field.names().title()))
          || field.names().aliases().stream()
              .anyMatch(alias -> letters.equals(Fold.letters(alias)))) {
        return field.name();
      }
    }
    return Fold.trim(header);
  }

  /**
   * The text of a file of these rows.
   *
   * @param columns in this order, and behind them all others that a row has
   */
  static String text(List<String> columns, List<Map<String, String>> rows) throws IOException {
    Set<String> all = new LinkedHashSet<>(columns);
    rows.forEach(row -> all.addAll(row.keySet()));
    all.remove("");
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(all);
      for (Map<String, String> row : rows) {
        csv.printRecord(all.stream().map(column -> row.getOrDefault(column, "")).toList());
      }
    }
    return text.toString();
  }

  /** What {@link CellText#harmless} was given. */
  static String asWritten(String cell) {
    String inner = cell.startsWith("'") ? cell.substring(1) : cell;
    return CellText.harmless(inner).equals(inner) ? cell : inner;
  }

  /** In one step, and for its owner only: names stand there as cities wrote them. */
  void replace(String text) throws IOException {
    Path aside = path.resolveSibling("." + path.getFileName() + ".part");
    Files.deleteIfExists(aside);
    try {
      Access.PRIVATE.write(aside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
