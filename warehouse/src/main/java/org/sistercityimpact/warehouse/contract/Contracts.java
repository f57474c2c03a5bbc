package org.sistercityimpact.warehouse.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Warehouse;
import org.sistercityimpact.warehouse.contract.CodeList.Entry;

/**
 * All contracts and the code lists they name.
 *
 * @param all in the order of their names
 * @param codeLists by name
 * @param sha256 of all files that were read: it changes when any of them does
 */
public record Contracts(List<Contract> all, Map<String, CodeList> codeLists, String sha256)
    implements Serializable {
  private static final String ENDING = ".schema.json";

  public Contracts {
    all = List.copyOf(all);
  }

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
        contracts.add(new ContractReader(file, lists.keySet()).read());
      }
      if (contracts.isEmpty()) {
        throw new ConfigurationException(
            "Cannot read contracts in '%s': there are none (restore the folder sql/contracts)"
                .formatted(sql));
      }
      return new Contracts(contracts, lists, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot read contracts in '%s': %s (check that the folder can be read)"
              .formatted(sql, e.getMessage()),
          e);
    }
  }

  /** The contract of that name. */
  public Optional<Contract> named(String name) {
    return all.stream().filter(contract -> contract.name().equals(name)).findFirst();
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
