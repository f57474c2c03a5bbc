package org.sistercityimpact.transform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Described;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.RawColumns;
import org.sistercityimpact.warehouse.Zone;

/**
 * What every table and column is: from the headers of models, from the contracts for raw rows, and
 * from {@code sql/dictionary.csv} for the few tables that have neither.
 *
 * @param tables those to use first, then workings, each by name
 */
public record Dictionary(List<Table> tables) {
  /** Rooms that make what readers ask for; the others are on the way to it. */
  private static final List<String> ROOMS_TO_USE = List.of("staging", "contributions", "published");

  /**
   * A table.
   *
   * @param use to be used, or workings on the way to it
   * @param zone where it lies: protected stays in the office
   * @param grain what one row is
   * @param key columns that name a row; empty: none do
   * @param origin how its rows come about
   */
  public record Table(
      String name,
      String use,
      String zone,
      String title,
      String grain,
      String unit,
      String key,
      Origin origin,
      List<Described.Column> columns) {
    /** What its Parquet files tell of themselves. */
    public Map<String, String> about() {
      Map<String, String> about = new LinkedHashMap<>();
      about.put("title", title);
      about.put("grain", grain);
      about.put("unit", unit);
      about.put("key", key);
      columns.forEach(column -> about.put("column " + column.name(), column.meaning()));
      return about;
    }
  }

  /**
   * How the rows of a table come about.
   *
   * @param formula in words; empty: none is told
   * @param sources the tables and parameters that they are made of; empty: none are told
   */
  public record Origin(String formula, String sources) {
    /** Of a table that does not say. */
    public static final Origin UNTOLD = new Origin("", "");
  }

  /** Reads the dictionary of a folder {@code sql}; one that lacks a file of its own has less. */
  public static Dictionary of(SqlFolder sql) {
    List<Table> tables = new ArrayList<>();
    for (SqlFolder.Layer layer : sql.layers()) {
      String use = ROOMS_TO_USE.stream().anyMatch(layer.name()::endsWith) ? "use" : "workings";
      layer.models().stream().filter(SqlFile::stored).map(m -> table(m, use)).forEach(tables::add);
    }
    Contracts contracts = ContractFolder.read(sql.folder());
    contracts.described().forEach((name, described) -> tables.add(other(name, described)));
    for (Contract contract : contracts.all()) {
      tables.add(raw(contract));
    }
    tables.sort(Comparator.comparing(Table::use).thenComparing(Table::name));
    return new Dictionary(List.copyOf(tables));
  }

  private static Table table(SqlFile model, String use) {
    Map<String, String> header = model.header();
    return new Table(
        model.name(),
        use,
        model.zone().name().toLowerCase(java.util.Locale.ROOT),
        header.getOrDefault("title", ""),
        header.getOrDefault("grain", ""),
        header.getOrDefault("unit", ""),
        header.getOrDefault("key", ""),
        new Origin(header.getOrDefault("formula", ""), header.getOrDefault("sources", "")),
        model.columns().stream()
            .map(c -> new Described.Column(c.name(), c.type(), model.descriptions().get(c.name())))
            .toList());
  }

  private static Table raw(Contract contract) {
    Map<String, String> about = RawColumns.about(contract);
    return new Table(
        contract.rawTable(),
        "workings",
        Zone.PROTECTED.name().toLowerCase(java.util.Locale.ROOT),
        about.get("title"),
        about.get("grain"),
        about.get("unit"),
        about.get("key"),
        new Origin(contract.names().description(), "files that were sent"),
        RawColumns.of(contract).stream()
            .map(c -> new Described.Column(c.name(), c.type(), about.get("column " + c.name())))
            .toList());
  }

  private static Table other(String name, Described described) {
    boolean raw = name.startsWith("raw_");
    return new Table(
        name,
        raw ? "workings" : "use",
        raw || name.equals("metrics") ? "protected" : "tables",
        described.title(),
        "",
        "",
        "",
        Origin.UNTOLD,
        described.columns());
  }

  /** Makes the views {@code dictionary_tables} and {@code dictionary_columns}. */
  public void expose(DuckDb engine) {
    engine.exposeSelect(
        "dictionary_tables",
        select(
            "table_name, use, zone, title, grain, unit, key, formula, sources",
            tables.stream()
                .map(
                    t ->
                        List.of(
                            t.name,
                            t.use,
                            t.zone,
                            t.title,
                            t.grain,
                            t.unit,
                            t.key,
                            t.origin.formula,
                            t.origin.sources))
                .toList()));
    engine.exposeSelect(
        "dictionary_columns",
        select(
            "table_name, column_name, type, meaning",
            tables.stream()
                .flatMap(
                    t ->
                        t.columns.stream()
                            .map(c -> List.of(t.name, c.name(), c.type(), c.meaning())))
                .toList()));
  }

  private static String select(String columns, List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(DuckDb::literal).collect(Collectors.joining(", ", "(", ")")))
        .collect(
            Collectors.joining(
                ",\n", "SELECT " + columns + " FROM (VALUES ", ") AS t(" + columns + ")"));
  }
}
