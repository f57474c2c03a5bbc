package org.sistercityimpact.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.cli.Shell.Said;
import org.sistercityimpact.warehouse.DuckDb;

/** Invented people are planted in every personal column; none may leave the protected zone. */
class CanaryTest {
  private static final List<String> CANARIES =
      List.of(
          "Zyxandra",
          "Quillfeather",
          "canary.one@nowhere.example",
          "Wrenhollow",
          "Umberlight",
          "817-555-0147");

  /** A city must find its own file in its own letter, and nobody else may. */
  private static final String NAMED_FILE = "Marigold Thistlewood.csv";

  @TempDir Path folder;

  @Test
  void noPersonalFieldLeavesTheProtectedZone() throws IOException {
    Path inbox = Shell.smallInbox(folder.resolve("inbox"));
    String at = "2025/US-TX-fort-worth/";
    Shell.write(
        inbox,
        at + "exchanges.csv",
        Shell.EXCHANGES,
        "E1,US-TX-fort-worth~DE-trier,inbound,cultural,,2025-05-01,2025-05-06,12,,,,,homestay,,,,");
    Shell.write(
        inbox,
        at + "trade_contacts.csv",
        "contact_id,partnership_id,date,company,sector,contact_name,contact_email,stage,value,currency,evidence,contribution_share",
        "T1,Trier,2025-03-01,Example,,Zyxandra Quillfeather,canary.one@nowhere.example,lead,,,,",
        "T2,Trier,2025-03-01,Example,,Zyxandra"
            + " Quillfeather,canary.one@nowhere.example,nonsense,,,,");
    Shell.write(
        inbox,
        at + "volunteer_hours.csv",
        "volunteer,volunteers,month,activity,hours,youth,notes",
        "Wrenhollow,,2025-01,hosting,5,,Umberlight",
        "Wrenhollow,,2025-01,hosting,many,,Umberlight",
        "Wrenhollow,3,2025-01,hosting,5,,Umberlight",
        "Umberlight,,Wrenhollow,Umberlight,Zyxandra Quillfeather,Wrenhollow,",
        ",2,2025-01,hosting,817-555-0147,canary.one@nowhere.example,");
    Shell.write(
        inbox,
        at + "budgets.csv",
        "line_id,category,funded_by,amount_usd,period_end,Zyxandra Quillfeather",
        "L1,Wrenhollow,canary.one@nowhere.example,817-555-0147,Wrenhollow,Wrenhollow",
        "canary.one@nowhere.example,staff,city,1.00,,",
        "canary.one@nowhere.example,staff,city,2.00,,");
    Shell.write(
        inbox,
        at + "events.csv",
        "event_id,partnership_id,date,title,purpose,attendance,method,817-555-0147",
        "canary.one@nowhere.example,817-555-0147,canary.one@nowhere.example,Gala,cultural,(817) 555-0147,count,");
    Shell.write(inbox, at + NAMED_FILE, "a,b", "1,2");
    Shell.write(inbox, at + "Wrenhollow/budgets.csv", "a,b", "1,2");
    Shell.write(inbox, "2025/Thistlewood/budgets.csv", "line_id", "1");
    Shell.write(
        inbox,
        at + "surveys.csv",
        "exchange_id,respondent,wave,q1,q2,q3,q4,q5",
        "E1,Wrenhollow,pre,1,1,1,1,1",
        "E1,Wrenhollow,later,2,1,1,1,1",
        "E1,Wrenhollow,Umberlight,Zyxandra Quillfeather,1,1,1,1",
        "E1,Umberlight,post,817-555-0147,1,1,1,1");
    Path warehouse = folder.resolve("warehouse");
    Path out = folder.resolve("out");

    Shell.run("run", inbox, "--warehouse", warehouse, "--out", out);

    for (String file :
        List.of(
            "trade_contacts.csv",
            "volunteer_hours.csv",
            "surveys.csv",
            "budgets.csv",
            "events.csv")) {
      Said check = Shell.run("check", inbox.resolve(at + file));
      assertEquals(List.of(), seenIn("check " + file, check.out() + check.err()));
    }
    assertEquals(List.of(), inFiles(out));
    for (Path open : List.of(out, warehouse.resolve("tables"), warehouse.resolve("runs"))) {
      try (Stream<Path> tree = Files.walk(open)) {
        for (Path file : tree.filter(Files::isRegularFile).toList()) {
          boolean letter = file.startsWith(out.resolve("letters"));
          assertTrue(letter || !text(file).contains("Thistlewood"), file.toString());
        }
      }
    }
    // What a city sent goes back to it where that is asked for, closed to others; and not
    // otherwise.
    Path copies = out.resolve("letters/marked/US-TX-fort-worth");
    Object[] letters = {"report", "letter", "--year", 2025, "--warehouse", warehouse, "--out", out};
    Shell.run(Stream.of(letters, new Object[] {"--marked"}).flatMap(Stream::of).toArray()).good();
    assertFalse(inFiles(copies).isEmpty());
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copies)));
    Shell.run(letters).good();
    assertFalse(Files.exists(copies));
    assertEquals(List.of(), inFiles(out));
    assertEquals(List.of(), inFiles(warehouse.resolve("tables")));
    assertEquals(List.of(), inFiles(warehouse.resolve("runs")));
    String problems =
        Shell.run(
                "sql",
                "--warehouse",
                warehouse,
                "--format",
                "csv",
                "SELECT sheet, source_row, column_letter, column_name, value, code, message, fix FROM problems")
            .good()
            .out();
    assertEquals(List.of(), seenIn("problems", problems));
    assertTrue(problems.contains("[hidden]"), problems);
    assertTrue(
        !inFiles(warehouse.resolve("protected")).isEmpty(), "the search finds nothing at all");
  }

  private static List<String> inFiles(Path root) throws IOException {
    List<String> seen = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        seen.addAll(seenIn(file.toString(), text(file)));
      }
    }
    return seen;
  }

  private static String text(Path file) throws IOException {
    if (file.toString().endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    if (file.toString().endsWith(".xlsx")) {
      try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(file))) {
        StringBuilder text = new StringBuilder();
        while (parts.getNextEntry() != null) {
          text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
        }
        return text.toString();
      }
    }
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    if (file.toString().endsWith(".parquet")) {
      try (DuckDb engine = DuckDb.open(null, "500MB")) {
        StringBuilder rows = new StringBuilder(bytes);
        String whole = "SELECT CAST(t AS VARCHAR) FROM %s AS t".formatted(DuckDb.literal(file));
        engine.read(whole).values().forEach(r -> rows.append(r[0]));
        return rows.toString();
      }
    }
    return bytes;
  }

  private static List<String> seenIn(String where, String text) {
    return CANARIES.stream().filter(text::contains).map(c -> c + " in " + where).toList();
  }
}
