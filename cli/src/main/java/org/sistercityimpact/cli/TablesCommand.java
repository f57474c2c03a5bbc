package org.sistercityimpact.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.sistercityimpact.release.Edition;
import org.sistercityimpact.transform.Dictionary;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "tables",
    description =
        "What there is to query: tables, and of one table its columns, units and meaning. The same as the tables dictionary_tables and dictionary_columns of 'impact sql'.")
final class TablesCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;
  @Mixin EditionOption edition;

  @Parameters(arity = "0..1", paramLabel = "TABLE", description = "Such as metrics.")
  String table;

  @Override
  public Integer call() {
    Edition chosen = edition.in(warehouse.folder).orElse(null);
    Warehouse store = chosen == null ? warehouse.open() : chosen.warehouse();
    SqlFolder sql = chosen == null ? SqlFolder.read(sql()) : SqlFolder.open(chosen.sql());
    Manifest manifest = store.manifest();
    List<Dictionary.Table> tables =
        Dictionary.of(sql).tables().stream()
            .filter(t -> manifest.tables().containsKey(t.name()))
            .toList();
    if (table != null) {
      Dictionary.Table one = named(tables);
      if (json) {
        console.printJson(one);
      } else {
        describe(one).forEach(console::print);
      }
    } else if (json) {
      console.printJson(tables);
    } else {
      list(tables, manifest).forEach(console::print);
    }
    return ExitCode.GOOD;
  }

  private Dictionary.Table named(List<Dictionary.Table> tables) {
    String wanted = table.strip().toLowerCase(Locale.ROOT);
    return tables.stream()
        .filter(t -> t.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "Cannot describe table '%s': the warehouse has none of that name ('impact tables' lists all)"
                        .formatted(table)));
  }

  private static Stream<String> list(List<Dictionary.Table> tables, Manifest manifest) {
    return Stream.of("use", "workings")
        .flatMap(
            use -> {
              TextTable lines =
                  new TextTable(use.equals("use") ? "to use" : use, "rows", "what it is", "zone");
              lines.alignRight(1);
              tables.stream()
                  .filter(t -> t.use().equals(use))
                  .forEach(
                      t ->
                          lines.add(
                              t.name(),
                              "%,d".formatted(rows(manifest, t.name())),
                              t.title(),
                              t.zone()));
              return Stream.concat(
                  lines.lines(),
                  Stream.of(
                      use.equals("use")
                          ? ""
                          : "'impact tables TABLE' tells its columns. What is protected stays in the office."));
            });
  }

  private static long rows(Manifest manifest, String table) {
    return manifest.files(table).stream().mapToLong(DataFile::rows).sum();
  }

  private static Stream<String> describe(Dictionary.Table table) {
    TextTable columns = new TextTable("column", "type", "what it is").whole(2);
    table.columns().forEach(c -> columns.add(c.name(), c.type(), c.meaning()));
    return Stream.concat(
        Stream.of(
                table.name() + ": " + table.title(),
                said("One row", table.grain()),
                said("Key", table.key()),
                said("Unit", table.unit()),
                said("How", table.formula()),
                said("From", table.sources()),
                said("Zone", table.zone()),
                " ")
            .filter(line -> !line.isEmpty()),
        columns.lines());
  }

  private static String said(String what, String text) {
    return text.isEmpty() ? "" : "  %-9s %s".formatted(what, text);
  }
}
