package org.sistercityimpact.release.research;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.sistercityimpact.transform.Dictionary;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.SqlEngine;

/**
 * What may leave the office: {@code sql/release/tables.csv} names each table and column of a
 * release. A column whose {@code released} is not yes stays in the office, and one that the list
 * does not name ends the release: somebody has to decide.
 */
final class AllowList {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Path file;
  private final List<CSVRecord> rows;

  /**
   * @param file a table's own row has no column; {@code meaning} is empty where the dictionary's is
   *     to be told
   */
  AllowList(Path file) {
    this.file = file;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        var parser = FORMAT.parse(reader)) {
      this.rows = parser.getRecords();
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot release an edition without '%s': it was published before there were releases (publish it anew, and release that)"
              .formatted(file),
          e);
    }
  }

  /**
   * The tables, each with what the dictionary says of it.
   *
   * @param engine has the tables that may leave the office, and no others
   */
  List<ReleasedTable> tables(DuckDb engine, Dictionary dictionary) {
    Map<String, Dictionary.Table> known =
        dictionary.tables().stream()
            .collect(Collectors.toMap(Dictionary.Table::name, table -> table));
    Map<String, List<CSVRecord>> byTable = new LinkedHashMap<>();
    rows.forEach(
        row -> byTable.computeIfAbsent(row.get("table"), name -> new ArrayList<>()).add(row));
    List<ReleasedTable> tables = new ArrayList<>();
    byTable.forEach((name, listed) -> tables.add(table(name, listed, engine, known)));
    return tables;
  }

  private ReleasedTable table(
      String name, List<CSVRecord> listed, DuckDb engine, Map<String, Dictionary.Table> known) {
    CSVRecord own = listed.get(0);
    String source = own.get("source");
    Map<String, String> types = new LinkedHashMap<>();
    for (SqlEngine.Column column : engine.describe("SELECT * FROM \"" + source + "\"")) {
      types.put(column.name(), column.type());
    }
    Dictionary.Table told = known.get(source);
    if (told == null && own.get("meaning").isEmpty()) {
      throw refused(name, "nothing says what the table holds");
    }
    Map<String, String> meanings = new LinkedHashMap<>();
    if (told != null) {
      told.columns().forEach(column -> meanings.put(column.name(), column.meaning()));
    }
    List<ReleasedTable.Column> columns = new ArrayList<>();
    for (CSVRecord row : listed.subList(1, listed.size())) {
      String column = row.get("column");
      if (!row.get("released").equals("yes")) {
        types.remove(column);
        continue;
      }
      String meaning =
          row.get("meaning").isEmpty() ? meanings.getOrDefault(column, "") : row.get("meaning");
      String type = types.remove(column);
      if (type == null || meaning.isEmpty()) {
        throw refused(
            name + "." + column,
            type == null
                ? "'%s' has no such column that may leave the office".formatted(source)
                : "nothing says what it means");
      }
      columns.add(new ReleasedTable.Column(column, type, meaning));
    }
    if (!types.isEmpty()) {
      throw refused(name, "nothing says whether %s may leave the office".formatted(types.keySet()));
    }
    return new ReleasedTable(
        name,
        source,
        own.get("meaning").isEmpty() ? told.title() : own.get("meaning"),
        told == null ? "" : told.grain(),
        told == null ? "" : told.unit(),
        told == null || told.key().isEmpty() ? List.of() : Arrays.asList(told.key().split(",\\s*")),
        columns);
  }

  private ConfigurationException refused(String what, String why) {
    return new ConfigurationException(
        "Cannot release '%s' in %s: %s (write yes or no in released)".formatted(what, file, why));
  }
}
