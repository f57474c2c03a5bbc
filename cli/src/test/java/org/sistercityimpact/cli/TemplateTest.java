package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.contract.Contract;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.xlsx.SheetRows;
import org.sistercityimpact.check.xlsx.Workbook;
import org.sistercityimpact.check.xlsx.Worksheet;
import org.sistercityimpact.check.xlsx.XlsxFile;

/** The workbook that a city fills in. */
class TemplateTest {
  @TempDir Path folder;

  private Path inbox;
  private Path warehouse;

  @BeforeEach
  void aNetworkWithAYearBehindIt() {
    inbox = Shell.smallInbox(folder.resolve("inbox"));
    warehouse = folder.resolve("warehouse");
    Shell.write(
        inbox,
        "registry/office.csv",
        "name,contact,email",
        "Network office,Ada Example,office@example.org");
    Shell.write(inbox, "registry/calendar.csv", "data_year,due_date", "2025,2026-03-31");
    Shell.write(
        inbox,
        "2024/US-TX-fort-worth/exchanges.csv",
        "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging,co_organizers",
        "E1,US-TX-fort-worth~JP-nagaoka,outbound,youth,2024-05-01,2024-05-04,4,,Rotary Club;Library");
    Shell.run("ingest", inbox, "--warehouse", warehouse).good();
  }

  private Path template(String language) {
    Path file = folder.resolve(language + ".xlsx");
    Shell.run(
            "template",
            "us-tx-fort-worth",
            "--year",
            "2025",
            "--language",
            language,
            "--out",
            file,
            "--warehouse",
            warehouse)
        .good();
    return file;
  }

  /** The filled cells of each sheet, row by row. */
  private static Map<String, List<List<String>>> read(Path file) throws IOException {
    Map<String, List<List<String>>> sheets = new TreeMap<>();
    for (Worksheet sheet : ((Workbook) XlsxFile.open(Files.readAllBytes(file))).sheets()) {
      List<List<String>> rows = new ArrayList<>();
      SheetRows cells = sheet.rows();
      while (cells.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 0; column < cells.width(); column++) {
          row.add(cells.text(column));
        }
        rows.add(row);
      }
      sheets.put(sheet.name(), rows);
    }
    return sheets;
  }

  @Test
  void isEmptyAndWithoutFaultUntilItIsFilled() {
    for (String language : List.of("en", "es")) {
      String out =
          Shell.run(
                  "check",
                  template(language),
                  "--year",
                  "2025",
                  "--member",
                  "US-TX-fort-worth",
                  "--registry",
                  inbox.resolve("registry"))
              .good()
              .out();
      assertTrue(out.endsWith("No errors, 0 warnings, 0 assumptions\n"), out);
      assertEquals(7, out.lines().filter(line -> line.endsWith("(empty)")).count(), out);
    }
  }

  @Test
  void offersTheMembersOwnTiesThoseOfLastYearFirst() throws IOException {
    List<List<String>> lists = read(template("en")).get("Lists");
    List<String> ties = new ArrayList<>();
    List<String> organizations = new ArrayList<>();
    for (List<String> row : lists) {
      for (String cell : row) {
        if (cell.contains("~")) {
          ties.add(cell);
        } else if (cell.equals("Library") || cell.equals("Rotary Club")) {
          organizations.add(cell);
        }
      }
    }
    assertEquals(List.of("US-TX-fort-worth~JP-nagaoka", "US-TX-fort-worth~DE-trier"), ties);
    assertEquals(List.of("Library", "Rotary Club"), organizations);
  }

  @Test
  void saysWhenItIsDueAndWhomToAsk() throws IOException {
    String guide = read(template("en")).get("Start here").toString();
    assertTrue(guide.contains("[Send it by, March 31, 2026]"), guide);
    assertTrue(
        guide.contains("[Whom to ask, Ada Example · Network office · office@example.org]"), guide);
    assertTrue(guide.contains("Nagaoka, Japan (active); in your files of the year before"), guide);
  }

  @Test
  void savedAsCsvAndFilledItHasNoProblem() throws IOException {
    for (String language : List.of("en", "es")) {
      String sheet = language.equals("en") ? "Exchanges" : "Intercambios";
      List<List<String>> rows = read(template(language)).get(sheet);
      List<String> example = new ArrayList<>(rows.get(3));
      example.set(0, "E-7");
      rows.add(example);
      List<String> lines = new ArrayList<>();
      for (List<String> row : rows) {
        lines.add("\"" + String.join("\",\"", row) + "\"");
      }
      Shell.write(inbox, "2025/US-TX-fort-worth/exchanges.csv", lines.toArray(String[]::new));
      String out =
          Shell.run("check", inbox.resolve("2025/US-TX-fort-worth/exchanges.csv")).good().out();
      assertTrue(out.contains("1 rows read = 1 accepted"), out);
      assertTrue(out.endsWith("No errors, 0 warnings, 0 assumptions\n"), out);
    }
  }

  @Test
  void isForItsReaderOnlyAndNeverReplacesAFile() throws IOException {
    Path file = template("en");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Shell.Said again =
        Shell.run(
            "template",
            "US-TX-fort-worth",
            "--year",
            "2025",
            "--out",
            file,
            "--warehouse",
            warehouse);
    assertEquals(2, again.code());
    assertEquals(
        "Cannot write template '%s': a file of that name is there, and may be filled in (move it away, or name another with --out)\n"
            .formatted(file),
        again.err());
    Shell.Said unknown =
        Shell.run("template", "US-XX-nowhere", "--year", "2025", "--warehouse", warehouse);
    assertEquals(2, unknown.code());
    assertEquals(
        "Cannot make a template for member 'US-XX-nowhere': the registry has none of that id (write it as members.csv has it)\n",
        unknown.err());
  }

  @Test
  void everyColumnThatACityFillsHasItsWordsInSpanish() {
    for (Contract contract : ContractFolder.read(ImpactCommand.home().resolve("sql")).all()) {
      if (contract.kind() == Kind.SUBMITTED) {
        assertTrue(contract.names().translations().containsKey("es"), contract.name());
        List<String> titles = contract.fields().stream().map(f -> f.title("es")).toList();
        assertEquals(titles.size(), titles.stream().distinct().count(), titles.toString());
        for (Field field : contract.fields()) {
          assertTrue(
              field.names().translations().containsKey("es"), contract.name() + "." + field.name());
          assertTrue(
              field
                      .names()
                      .translations()
                      .get("es")
                      .words()
                      .keySet()
                      .containsAll(field.limits().allowed())
                  || field.name().equals("evidence"),
              contract.name() + "." + field.name());
        }
      }
    }
  }
}
