package org.sistercityimpact.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.sistercityimpact.release.edition.Edition;
import org.sistercityimpact.release.research.ResearchRelease;
import org.sistercityimpact.transform.Dictionary;
import org.sistercityimpact.transform.SqlFolder;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DataFile;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Manifest;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "tables",
    description =
        "What there is to query: tables, and of one table its columns, units and meaning. The same as the tables dictionary_tables and dictionary_columns of 'impact sql'.")
final class TablesCommand extends ImpactCommand {
  private static final String OFFICE =
      "'impact tables TABLE' tells its columns. What is protected stays in the office.";

  @Mixin WarehouseOption warehouse;
  @Mixin EditionOption edition;

  @Option(
      names = "--release",
      paramLabel = "DIR",
      description = "Of a research release, a folder that 'impact release' made.")
  Path release;

  @Parameters(arity = "0..1", paramLabel = "TABLE", description = "Such as metrics.")
  String table;

  @Override
  public Integer call() {
    if (release != null) {
      return ofRelease();
    }
    Edition chosen = edition.in(warehouse.folder, console).orElse(null);
    Warehouse store = chosen == null ? warehouse.open() : chosen.warehouse();
    SqlFolder sql = chosen == null ? SqlFolder.read(sql()) : SqlFolder.open(chosen.sql());
    Manifest manifest = store.manifest();
    List<Dictionary.Table> tables =
        Dictionary.of(sql).tables().stream()
            .filter(t -> manifest.tables().containsKey(t.name()))
            .toList();
    return print(
        tables, name -> manifest.files(name).stream().mapToLong(DataFile::rows).sum(), OFFICE);
  }

  private int ofRelease() {
    if (edition.isGiven()) {
      throw new ConfigurationException(
          "Cannot list the tables of release '%s' with --edition: a release is one edition's published tables (leave it out)"
              .formatted(release));
    }
    try (DuckDb engine = DuckDb.open(null, "1GB")) {
      ResearchRelease.tables(release).forEach((name, file) -> engine.expose(name, List.of(file)));
      return print(
          ResearchRelease.dictionary(release),
          name ->
              (Long) engine.read("SELECT count(*) FROM \"%s\"".formatted(name)).values().get(0)[0],
          "'impact tables --release DIR TABLE' tells its columns.");
    }
  }

  private int print(List<Dictionary.Table> tables, ToLongFunction<String> rows, String more) {
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
      list(tables, rows, more).forEach(console::print);
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
                    "Cannot describe table '%s': there is none of that name ('impact tables' lists all)"
                        .formatted(table)));
  }

  private static Stream<String> list(
      List<Dictionary.Table> tables, ToLongFunction<String> rows, String more) {
    return tables.stream()
        .map(Dictionary.Table::use)
        .distinct()
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
                              "%,d".formatted(rows.applyAsLong(t.name())),
                              t.title(),
                              t.zone()));
              return Stream.concat(lines.lines(), Stream.of(use.equals("use") ? "" : more));
            });
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
                said("How", table.origin().formula()),
                said("From", table.origin().sources()),
                said("Zone", table.zone()),
                " ")
            .filter(line -> !line.isEmpty()),
        columns.lines());
  }

  private static String said(String what, String text) {
    return text.isEmpty() ? "" : "  %-9s %s".formatted(what, text);
  }
}
