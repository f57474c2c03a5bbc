package org.sistercityimpact.transform;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;

/**
 * The reviewed CSV tables of {@code sql/} as SELECTs over their values: {@code reference/*.csv} and
 * {@code parameters/plausible.csv}, one text table each, and all others of {@code parameters/*.csv}
 * as the one table {@code parameters}.
 */
final class CsvTables {
  private static final List<String> PARAMETER_COLUMNS =
      List.of(
          "name",
          "key",
          "low",
          "central",
          "high",
          "unit",
          "source",
          "confidence",
          "note",
          "release_year");
  private static final Map<String, String> PARAMETER_TYPES =
      Map.of(
          "low", "DECIMAL(18,6)",
          "central", "DECIMAL(18,6)",
          "high", "DECIMAL(18,6)",
          "release_year", "INTEGER",
          "valid_from", "DATE",
          "valid_to", "DATE",
          "band_from", "INTEGER",
          "band_to", "INTEGER");
  private static final List<String> INTERVALS =
      List.of("valid_from", "valid_to", "band_from", "band_to");
  private static final Set<String> CONFIDENCE =
      Set.of("verified", "derived", "secondary", "assumption");

  /** The confidence of a parameter that was set for a what-if; no file may say it. */
  static final String WHAT_IF = "what_if";

  private CsvTables() {}

  /**
   * Each reference table's SELECT by its name, and that of the limits of what is plausible, every
   * column a VARCHAR, empty = null.
   *
   * @param sql the folder of that name
   */
  static Map<String, String> reference(Path sql) {
    Map<String, String> selects = new LinkedHashMap<>();
    List<Path> files = new ArrayList<>(csvFiles(sql.resolve("reference")));
    Path limits = sql.resolve("parameters").resolve(ContractFolder.LIMITS);
    if (Files.exists(limits)) {
      files.add(limits);
    }
    for (Path file : files) {
      Table table = read(file);
      selects.put(tableName(file), select(table.columns(), table.rows(), Map.of()));
    }
    return selects;
  }

  /**
   * The SELECT of {@code datasets}: what members send, as the contracts say, and whether anybody
   * has to.
   *
   * @param sql the folder of that name
   */
  static String datasets(Path sql) {
    return select(
        List.of("dataset", "title", "optional"),
        ContractFolder.read(sql).all().stream()
            .filter(contract -> contract.kind() == Contract.Kind.SUBMITTED)
            .map(c -> List.of(c.name(), c.names().title(), c.optional() ? "true" : "false"))
            .toList(),
        Map.of("optional", "BOOLEAN"));
  }

  /**
   * The SELECT of all parameters, some of them set otherwise; throws when a row lacks a bound, a
   * unit, a source or a known confidence, when its values are not in order or not what its unit
   * allows, or when a key stands twice.
   */
  static String parameters(Path folder, WhatIf whatIf) {
    List<String> columns = new ArrayList<>(PARAMETER_COLUMNS);
    columns.addAll(INTERVALS);
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Path file : csvFiles(folder)) {
      Table table = read(file);
      if (!table
          .columns()
          .subList(0, Math.min(10, table.columns().size()))
          .equals(PARAMETER_COLUMNS)) {
        throw new ConfigurationException(
            "Cannot read parameters '%s': the header is not %s"
                .formatted(file, String.join(",", PARAMETER_COLUMNS)));
      }
      for (int i = 0; i < table.rows().size(); i++) {
        Map<String, String> cells = new HashMap<>();
        for (int c = 0; c < table.columns().size(); c++) {
          cells.put(table.columns().get(c), table.rows().get(i).get(c));
        }
        requireSound(file, table.lines().get(i), cells, seen);
        rows.add(cells);
      }
    }
    whatIf.applyTo(rows);
    return select(
        columns,
        rows.stream().map(cells -> columns.stream().map(cells::get).toList()).toList(),
        PARAMETER_TYPES);
  }

  private static void requireSound(
      Path file, long line, Map<String, String> cells, Set<String> seen) {
    for (String column :
        List.of("name", "low", "central", "high", "unit", "source", "confidence")) {
      if (cells.get(column) == null) {
        throw fault(
            cells.get("name"),
            file,
            line,
            column + " is empty",
            "fill it in, or delete the row: a missing key is \"not computed\"");
      }
    }
    if (!tableName(file).equals(cells.get("name"))) {
      throw fault(
          cells.get("name"), file, line, "the file is named otherwise", "one file a parameter");
    }
    if (!CONFIDENCE.contains(cells.get("confidence"))) {
      throw fault(
          cells.get("name"),
          file,
          line,
          "confidence '" + cells.get("confidence") + "' is unknown",
          "write one of " + CONFIDENCE.stream().sorted().toList());
    }
    if (!seen.add(cells.get("name") + "\u0000" + cells.get("key"))) {
      throw fault(
          cells.get("name"), file, line, "key '" + cells.get("key") + "' stands twice", "keep one");
    }
    String wrong = wrongValues(cells);
    if (wrong != null) {
      throw fault(cells.get("name"), file, line, wrong, "mend low, central and high");
    }
  }

  /** What is wrong with a row's low, central and high, or null. */
  static String wrongValues(Map<String, String> cells) {
    try {
      BigDecimal low = new BigDecimal(cells.get("low"));
      BigDecimal central = new BigDecimal(cells.get("central"));
      BigDecimal high = new BigDecimal(cells.get("high"));
      if (low.compareTo(central) > 0 || central.compareTo(high) > 0) {
        return "low ≤ central ≤ high does not hold";
      }
      String unit = cells.get("unit");
      if (unit.startsWith("share_")) {
        return low.signum() < 0 || high.compareTo(BigDecimal.ONE) > 0
            ? "a share lies between 0 and 1"
            : null;
      }
      if (unit.equals("total_sales_per_direct_sales")) {
        return low.compareTo(BigDecimal.ONE) < 0
            ? "a multiplier is 1 or more, for total sales hold the direct ones"
            : null;
      }
      return low.signum() <= 0 ? "a rate is greater than 0" : null;
    } catch (NumberFormatException e) {
      return "low, central and high must be numbers";
    }
  }

  private static ConfigurationException fault(
      String name, Path file, long line, String reason, String advice) {
    return new ConfigurationException(
        "Cannot read parameter '%s' in %s:%d: %s (%s)".formatted(name, file, line, reason, advice));
  }

  private static String select(
      List<String> columns, List<List<String>> rows, Map<String, String> types) {
    String values =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> cell == null ? "NULL" : DuckDb.literal(cell))
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(",\n"));
    String casts =
        columns.stream()
            .map(c -> "CAST(%s AS %s) AS %s".formatted(c, types.getOrDefault(c, "VARCHAR"), c))
            .collect(Collectors.joining(", "));
    return "SELECT %s FROM (VALUES %s) AS t(%s)"
        .formatted(casts, values, String.join(", ", columns));
  }

  private record Table(List<String> columns, List<List<String>> rows, List<Long> lines) {}

  private static Table read(Path file) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = format.parse(reader)) {
      List<String> columns = parser.getHeaderNames();
      List<List<String>> rows = new ArrayList<>();
      List<Long> lines = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (!record.isConsistent()) {
          throw new ConfigurationException(
              "Cannot read table '%s' in %s:%d: the row has %d cells, the header %d (mind commas inside cells: quote them)"
                  .formatted(
                      tableName(file),
                      file,
                      parser.getCurrentLineNumber(),
                      record.size(),
                      columns.size()));
        }
        List<String> row = new ArrayList<>();
        record.forEach(cell -> row.add(cell.isEmpty() ? null : cell));
        rows.add(row);
        lines.add(parser.getCurrentLineNumber());
      }
      return new Table(columns, rows, lines);
    } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          "Cannot read table '%s': %s (it must be a UTF-8 CSV with a header)"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static String tableName(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ".csv".length());
  }

  private static List<Path> csvFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".csv") && !f.endsWith(ContractFolder.LIMITS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read folder '%s': %s (it must be there)".formatted(folder, e.getMessage()), e);
    }
  }
}
