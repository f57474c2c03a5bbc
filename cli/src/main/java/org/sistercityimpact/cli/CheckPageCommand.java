package org.sistercityimpact.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.checkpage.CheckPage;
import org.sistercityimpact.ingest.CityFiles;
import org.sistercityimpact.release.CheckPages;
import org.sistercityimpact.warehouse.Access;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Disk;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "check-page",
    description =
        "The check as one page for cities that install nothing: opened by double click, it sends nothing anywhere.",
    footer = {
      "",
      "Example:  impact check-page --registry inbox/registry --year 2025 --out check.html",
      "A page for all members names the ties that may be shown; --member makes one member's own."
    })
final class CheckPageCommand extends ImpactCommand {
  @Option(
      names = "--registry",
      paramLabel = "DIR",
      required = true,
      description = "Folder with members.csv and partnerships.csv.")
  Path registry;

  @Option(
      names = "--year",
      paramLabel = "Y",
      required = true,
      description = "The reporting year that it is for.")
  int year;

  @Option(names = "--member", paramLabel = "ID", description = "For this member alone.")
  String member;

  @Option(
      names = {"--language", "--lang"},
      paramLabel = "TAG",
      defaultValue = "en",
      description =
          "The language in which it opens, en or es; it speaks both (default: ${DEFAULT-VALUE}).")
  String language;

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      required = true,
      description = "Where to write it; one that is there is replaced.")
  Path out;

  @Override
  public Integer call() {
    if (year < 1900 || year > 2099) {
      throw new ConfigurationException(
          "Cannot make a page for year '%d': it is no reporting year (write four digits, such as 2025)"
              .formatted(year));
    }
    if (!CheckPage.LANGUAGES.contains(language)) {
      throw new ConfigurationException(
          "Cannot make a page in language '%s': it speaks %s (use one of them)"
              .formatted(language, String.join(" and ", CheckPage.LANGUAGES)));
    }
    Registry inForce = new CityFiles(ContractFolder.read(sql())).registry(registry);
    CheckPage page = CheckPages.of(sql(), inForce, member, year, language);
    int bytes = write(page, out);
    if (json) {
      console.printJson(document(page, bytes));
    } else {
      console.print(
          "%s: a page of %,d KB on which %s checks its files for %d"
              .formatted(
                  out,
                  bytes / 1024,
                  page.memberId() == null ? "every member" : page.memberId(),
                  year));
    }
    return ExitCode.GOOD;
  }

  /** Writes a page, and says how many bytes it has. */
  static int write(CheckPage page, Path file) {
    byte[] bytes = page.html().getBytes(StandardCharsets.UTF_8);
    try {
      Path folder = file.toAbsolutePath().getParent();
      Access.SHARED.createFolders(folder);
      Path aside = folder.resolve("." + file.getFileName() + ".part");
      Files.deleteIfExists(aside);
      // A member's own page names ties that others must not see.
      (page.memberId() == null ? Access.SHARED : Access.PRIVATE).write(aside, bytes);
      Disk.moveAtomically(aside, file);
      return bytes.length;
    } catch (IOException e) {
      throw new ConfigurationException(
          "Cannot write page '%s': %s (choose a folder with space that you may write to)"
              .formatted(file, Warehouse.reason(e)),
          e);
    }
  }

  private Map<String, Object> document(CheckPage page, int bytes) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("member_id", page.memberId());
    document.put("data_year", year);
    document.put("language", language);
    document.put("bytes", bytes);
    document.put("contracts", page.contracts().sha256());
    document.put("registry", page.registrySha256());
    return document;
  }
}
