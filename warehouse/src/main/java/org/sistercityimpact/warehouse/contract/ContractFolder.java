package org.sistercityimpact.warehouse.contract;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.sistercityimpact.check.contract.CodeList;
import org.sistercityimpact.check.contract.CodeList.Entry;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.ContractReader;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.FaultyContract;
import org.sistercityimpact.check.contract.Plausible;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;

/** The folder in which contracts, code lists and limits lie. */
public final class ContractFolder {
  private static final String ENDING = ".schema.json";

  /** The table of limits among the parameters, of which it is none. */
  public static final String LIMITS = "plausible.csv";

  /** The dataset of limits that are not compared file by file. */
  private static final String BY_SQL = "contributions";

  private ContractFolder() {}

  /**
   * Reads {@code contracts/*.schema.json} and {@code reference/*.csv} of the folder {@code sql}.
   * Anything faulty is a {@link ConfigurationException} that names the file.
   */
  public static Contracts read(Path sql) {
    try {
      MessageDigest digest = Warehouse.sha256();
      Map<String, CodeList> lists = new LinkedHashMap<>();
      for (Path file : files(sql.resolve("reference"), ".csv")) {
        digest.update(Files.readAllBytes(file));
        CodeList list = codeList(file);
        lists.put(list.name(), list);
      }
      List<Contract> contracts = new ArrayList<>();
      for (Path file : files(sql.resolve("contracts"), ENDING)) {
        digest.update(Files.readAllBytes(file));
        contracts.add(contract(file, lists.keySet()));
      }
      if (contracts.isEmpty()) {
        throw new ConfigurationException(
            "Cannot read contracts in '%s': there are none (restore the folder sql/contracts)"
                .formatted(sql));
      }
      Path limits = sql.resolve("parameters").resolve(LIMITS);
      List<Plausible> plausible = new ArrayList<>();
      if (Files.exists(limits)) {
        digest.update(Files.readAllBytes(limits));
        plausible = plausible(limits, contracts);
      }
      return new Contracts(contracts, lists, plausible, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read contracts in '%s': %s (check that the folder can be read)"
              .formatted(sql, e.getMessage()),
          e);
    }
  }

  private static Contract contract(Path file, Set<String> codeLists) throws IOException {
    try {
      return ContractReader.read(file.toString(), Files.readString(file), codeLists);
    } catch (FaultyContract e) {
      throw new ConfigurationException(e.getMessage(), e);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationException(
          "Cannot read folder '%s': it is not there (restore the folder sql)".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static List<Plausible> plausible(Path file, List<Contract> contracts) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    List<Plausible> limits = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        var records = format.parse(reader)) {
      for (CSVRecord row : records) {
        try {
          String dataset = row.get("dataset");
          String column = row.get("column_name");
          if (dataset.equals(BY_SQL)) {
            continue;
          }
          String impossible = row.get("impossible_from");
          if (contracts.stream().noneMatch(c -> c.name().equals(dataset) && c.index(column) >= 0)) {
            throw new IllegalArgumentException("no contract has " + dataset + "." + column);
          }
          limits.add(
              new Plausible(
                  dataset,
                  column,
                  Plausible.Of.valueOf(row.get("compared").toUpperCase(java.util.Locale.ROOT)),
                  new BigDecimal(row.get("unlikely_from")),
                  impossible.isEmpty() ? null : new BigDecimal(impossible),
                  row.get("why")));
        } catch (IllegalArgumentException e) {
          throw new ConfigurationException(
              "Cannot read limit in %s:%d: %s (correct the row)"
                  .formatted(file, row.getRecordNumber() + 1, e.getMessage()),
              e);
        }
      }
    }
    return limits;
  }

  private static CodeList codeList(Path file) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
    List<Entry> entries = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        var records = format.parse(reader)) {
      for (CSVRecord record : records) {
        if (!record.isMapped("code") || !record.isMapped("name") || !record.isMapped("aliases")) {
          throw new ConfigurationException(
              "Cannot read code list '%s' in %s:1: it needs the columns code, name and aliases (add them)"
                  .formatted(name, file));
        }
        String aliases = record.get("aliases");
        entries.add(
            new Entry(
                record.get("code"),
                record.get("name"),
                aliases.isBlank()
                    ? List.of()
                    : Stream.of(aliases.split(";")).map(String::strip).toList()));
      }
    }
    return new CodeList(name, entries);
  }
}
