package org.sistercityimpact.check;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sistercityimpact.check.Sheet.BrokenSheet;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.ContractReader;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.Described;
import org.sistercityimpact.check.contract.FaultyContract;
import org.sistercityimpact.check.contract.Plausible;

/** The folder {@code sql}, in which contracts, code lists and limits lie. */
public final class ContractFolder {
  /** The table of limits among the parameters, of which it is none. */
  public static final String LIMITS = "plausible.csv";

  /** What is said of tables that nothing else describes. */
  private static final String DICTIONARY = "dictionary.csv";

  /** The dataset of limits that are not compared file by file. */
  private static final String BY_SQL = "contributions";

  private ContractFolder() {}

  /**
   * Reads {@code contracts/*.schema.json}, {@code reference/*.csv}, the limits and the dictionary.
   *
   * @throws FaultyContract where anything is faulty; it names the file
   */
  public static Contracts read(Path sql) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Map<String, CodeList> lists = new LinkedHashMap<>();
      for (Path file : files(sql.resolve("reference"), ".csv")) {
        digest.update(Files.readAllBytes(file));
        CodeList list = codeList(file);
        lists.put(list.name(), list);
      }
      List<Contract> contracts = new ArrayList<>();
      for (Path file : files(sql.resolve("contracts"), ContractReader.ENDING)) {
        digest.update(Files.readAllBytes(file));
        contracts.add(contract(file, lists.keySet()));
      }
      if (contracts.isEmpty()) {
        throw new FaultyContract(
            "Cannot read contracts in '%s': there are none (restore the folder sql/contracts)"
                .formatted(sql));
      }
      Path limits = sql.resolve("parameters").resolve(LIMITS);
      List<Plausible> plausible = new ArrayList<>();
      if (Files.exists(limits)) {
        digest.update(Files.readAllBytes(limits));
        plausible = plausible(limits, contracts);
      }
      // Not in the digest: no row is read in another way because a table is described in other
      // words.
      return new Contracts(
          contracts,
          lists,
          plausible,
          described(sql.resolve(DICTIONARY)),
          HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new FaultyContract(
          "Cannot read contracts in '%s': %s (check that the folder can be read)"
              .formatted(sql, e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new FaultyContract(
          "Cannot read folder '%s': it is not there (restore the folder sql)".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Contract contract(Path file, Set<String> codeLists) throws IOException {
    return ContractReader.read(file.toString(), Files.readString(file), codeLists);
  }

  private static List<Plausible> plausible(Path file, List<Contract> contracts) throws IOException {
    List<Plausible> limits = new ArrayList<>();
    for (Row row : rows(file, List.of("dataset", "column_name", "compared", "unlikely_from"))) {
      String dataset = row.cell("dataset");
      if (dataset.equals(BY_SQL)) {
        continue;
      }
      try {
        String column = row.cell("column_name");
        String impossible = row.cell("impossible_from");
        if (contracts.stream().noneMatch(c -> c.name().equals(dataset) && c.index(column) >= 0)) {
          throw new IllegalArgumentException("no contract has " + dataset + "." + column);
        }
        limits.add(
            new Plausible(
                dataset,
                column,
                Plausible.Of.valueOf(row.cell("compared").toUpperCase(Locale.ROOT)),
                new BigDecimal(row.cell("unlikely_from")),
                impossible.isEmpty() ? null : new BigDecimal(impossible),
                row.cell("why")));
      } catch (IllegalArgumentException e) {
        throw new FaultyContract(
            "Cannot read limit in %s:%d: %s (correct the row)"
                .formatted(file, row.number, e.getMessage()));
      }
    }
    return limits;
  }

  private static Map<String, Described> described(Path file) throws IOException {
    Map<String, String> titles = new LinkedHashMap<>();
    Map<String, List<Described.Column>> columns = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (Row row : rows(file, List.of("table_name", "column_name", "type", "meaning"))) {
        String table = row.cell("table_name");
        String column = row.cell("column_name");
        if (column.isEmpty()) {
          titles.put(table, row.cell("meaning"));
          columns.put(table, new ArrayList<>());
        } else if (columns.containsKey(table)) {
          columns
              .get(table)
              .add(new Described.Column(column, row.cell("type"), row.cell("meaning")));
        } else {
          throw new FaultyContract(
              "Cannot read dictionary in %s:%d: column '%s' comes before table '%s' (put the table's own row first)"
                  .formatted(file, row.number, column, table));
        }
      }
    }
    Map<String, Described> described = new LinkedHashMap<>();
    titles.forEach(
        (table, title) -> described.put(table, new Described(title, columns.get(table))));
    return described;
  }

  private static CodeList codeList(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
    List<CodeList.Entry> entries = new ArrayList<>();
    for (Row row : rows(file, List.of("code", "name", "aliases"))) {
      String aliases = row.cell("aliases");
      entries.add(
          new CodeList.Entry(
              row.cell("code"),
              row.cell("name"),
              aliases.isBlank()
                  ? List.of()
                  : Stream.of(aliases.split(";")).map(String::strip).toList()));
    }
    return new CodeList(name, entries);
  }

  /** A row of a table, its cells by the header's names. */
  private record Row(int number, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private static List<Row> rows(Path file, List<String> columns) throws IOException {
    List<Row> rows = new ArrayList<>();
    Sheet sheet = new CsvSheet(Files.readString(file), ',');
    try {
      List<String> header = sheet.next() ? List.of(sheet.cells()) : List.of();
      if (!header.containsAll(columns)) {
        throw new FaultyContract(
            "Cannot read table '%s' in %s:1: it needs the columns %s (add them)"
                .formatted(file.getFileName(), file, String.join(", ", columns)));
      }
      while (sheet.nextFilled()) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), sheet.cells().length); i++) {
          cells.put(header.get(i), sheet.cells()[i]);
        }
        rows.add(new Row(sheet.row(), cells));
      }
      return rows;
    } catch (BrokenSheet e) {
      throw new FaultyContract(
          "Cannot read table '%s' in %s: %s (%s)"
              .formatted(file.getFileName(), file, e.why().message(), e.why().fix()));
    }
  }
}
