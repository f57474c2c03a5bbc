package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.check.contract.TemplateMark;
import org.sistercityimpact.reports.template.MemberTemplate;
import org.sistercityimpact.reports.text.Words;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.DuckDb;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "template",
    description = "A workbook for a city to fill in: a sheet a dataset, with lists to choose from.",
    footer = {
      "",
      "Its partnerships and what it named last year come from the warehouse, its columns from the",
      "contracts. What the city sends back is checked and ingested like any other workbook."
    })
final class TemplateCommand extends ImpactCommand {
  @Mixin WarehouseOption warehouse;

  @Parameters(paramLabel = "MEMBER", description = "The member's id, such as US-TX-fort-worth.")
  String member;

  @Option(
      names = "--year",
      paramLabel = "Y",
      required = true,
      description = "The reporting year that it asks about.")
  int year;

  @Option(
      names = {"--language", "--lang"},
      paramLabel = "TAG",
      defaultValue = "en",
      description = "The language of the workbook, en or es (default: ${DEFAULT-VALUE}).")
  String language;

  @Option(
      names = "--out",
      paramLabel = "FILE.xlsx",
      description = "Where to write it (default: MEMBER-Y.xlsx in the current folder).")
  Path out;

  @Override
  public Integer call() {
    if (year < 1900 || year > 2099) {
      throw new ConfigurationException(
          "Cannot make a template for year '%d': it is no reporting year (write four digits, such as 2025)"
              .formatted(year));
    }
    Words words = Words.of(language);
    Contracts contracts = ContractFolder.read(sql());
    Warehouse store = warehouse.open();
    try (DuckDb engine = openLive(store)) {
      MemberTemplate template = new MemberTemplate(contracts, engine, member, year, words);
      Path file = out == null ? Path.of(template.memberId() + "-" + year + ".xlsx") : out;
      write(file, template.bytes());
      if (json) {
        console.printJson(document(file, template));
      } else {
        console.print(
            "%s: a template of %s for %d with %s"
                .formatted(
                    file,
                    template.memberId(),
                    year,
                    Console.count(template.datasets().size(), "dataset")));
      }
    }
    return ExitCode.GOOD;
  }

  /** Only to a new file: one of that name may be what the city has filled in. */
  private static void write(Path file, byte[] bytes) {
    if (Files.exists(file)) {
      throw new ConfigurationException(
          "Cannot write template '%s': a file of that name is there, and may be filled in (move it away, or name another with --out)"
              .formatted(file));
    }
    try {
      Access.PRIVATE.write(file, bytes);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write template '%s': %s (choose a folder with space that you may write to)"
              .formatted(file, Warehouse.reason(e)),
          e);
    }
  }

  private Map<String, Object> document(Path file, MemberTemplate template) {
    List<Map<String, Object>> sheets = new ArrayList<>();
    for (Contract contract : template.datasets()) {
      Map<String, Object> sheet = new LinkedHashMap<>();
      sheet.put("dataset", contract.name());
      sheet.put("sheet", contract.title(Words.of(language).language()));
      sheet.put("version", TemplateMark.version(contract));
      sheets.add(sheet);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("member_id", template.memberId());
    document.put("data_year", year);
    document.put("language", language);
    document.put("sheets", sheets);
    return document;
  }
}
