package org.sistercityimpact.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sistercityimpact.check.ContractFolder;
import org.sistercityimpact.check.ErasedFile;
import org.sistercityimpact.check.contract.Contracts;
import org.sistercityimpact.ingest.Ingest;
import org.sistercityimpact.release.Erasure;
import org.sistercityimpact.transform.TransformReport;
import org.sistercityimpact.transform.WhatIf;
import org.sistercityimpact.warehouse.ConfigurationException;
import org.sistercityimpact.warehouse.Rewrite;
import org.sistercityimpact.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "forget",
    description =
        "Erase a person from originals, rows, problems, run records and editions; figures stay.",
    footer = {
      "",
      "What the person is called is read from --file or standard input, one name, e-mail address or id",
      "a line, each spelling a line of its own: as an argument it would stay in the shell's history.",
      "",
      "Example:  impact forget --dry-run < person.txt",
      "          impact forget --by \"Ben Example\" --reason \"asked on May 2\" --file person.txt",
      "Exit code 1: nothing was found. 'impact forget --list' prints what was erased before."
    })
final class ForgetCommand extends ImpactCommand {
  private static final int NAMED = 20;

  @Mixin WarehouseOption warehouse;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "What the person is called, a line each (default: standard input).")
  Path file;

  @Option(
      names = "--member",
      paramLabel = "ID",
      description =
          "Only in this member's files: an id of a city's own, such as V-07, is somebody else's elsewhere.")
  String member;

  @Option(names = "--by", paramLabel = "NAME", description = "Who erases; kept in the record.")
  String by;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why; kept in the record, so without the person's name.")
  String reason;

  @Option(
      names = "--dry-run",
      description = "Only say which files, rows and columns hold the person.")
  boolean dryRun;

  @Option(names = "--list", description = "Print the erasures that there were, and do nothing.")
  boolean list;

  @Override
  public Integer call() throws IOException {
    if (list) {
      return printRecords();
    }
    if (!dryRun && (by == null || by.isBlank())) {
      throw new ConfigurationException(
          "Cannot forget: it is not said who erases (add --by NAME, or --dry-run to look first)");
    }
    List<String> values = values();
    Warehouse store = warehouse.open();
    Contracts contracts = ContractFolder.read(sql());
    RunRecord record = new RunRecord("forget");
    console.announce("Looking through " + store.folder());
    boolean isTransformed = store.manifest().tables().containsKey("metrics");
    boolean isWhatIf = WhatIfOption.mark(store) != null;
    // The lock alone ends one that was killed; what depends on it may be left to do.
    boolean isEnded = Rewrite.isUnfinished(store.folder());
    List<String> lines;
    Map<String, Object> document;
    boolean found;
    try (Erasure erasure =
        Erasure.prepare(
            store,
            contracts,
            values,
            member,
            dryRun ? "-" : by.strip(),
            reason,
            Clock.systemUTC(),
            console::progress)) {
      record.stage("look");
      found = erasure.isAnythingFound();
      lines = lines(erasure);
      document = document(erasure);
      if (found && !dryRun) {
        erasure.carryOut();
        record.stage("erase");
      }
    }
    isEnded |= !found && Ingest.isAfreshDue(store.manifest());
    TransformReport made = null;
    if ((found || isEnded) && !dryRun) {
      made = makeAgain(store, contracts, isTransformed, isWhatIf, record);
    }
    boolean broke = made != null && !made.failed().isEmpty();
    int code = !found && !isEnded || broke ? ExitCode.FINDINGS : ExitCode.GOOD;
    if (!dryRun) {
      record.write(store, code);
    }
    if (json) {
      document.put("ended_earlier_erasure", isEnded);
      document.put(
          "failed_checks",
          made == null ? List.of() : made.failed().stream().map(f -> f.name()).toList());
      console.printJson(document);
    } else {
      if (isEnded) {
        console.print("The erasure that was begun before has been ended.");
      }
      if (found || !isEnded) {
        lines.forEach(console::print);
      }
      if (made != null) {
        TransformStage.print(made, store, console);
      }
    }
    return code;
  }

  /** What was given, a value a line; a spreadsheet's text file may begin with a mark. */
  private List<String> values() throws IOException {
    byte[] bytes;
    if (file != null) {
      try {
        bytes = Files.readAllBytes(file);
      } catch (IOException e) {
        throw new ConfigurationException(
            "Cannot read file '%s': %s (name a text file, a name a line)"
                .formatted(file, Warehouse.reason(e)),
            e);
      }
    } else {
      if (Console.isPersonal()) {
        console.say(
            "What is the person called? A name, e-mail address or id a line; end with Ctrl-D:");
      }
      InputStream in = System.in;
      bytes = in.readAllBytes();
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(
          "Cannot read what the person is called: it is not in UTF-8 (save the file as UTF-8)", e);
    }
    List<String> values =
        text.lines()
            .map(line -> line.replace("\uFEFF", "").strip())
            .filter(line -> !line.isEmpty())
            .toList();
    if (values.isEmpty()) {
      throw new ConfigurationException(
          "Cannot forget: nobody is named (write a name, e-mail address or id a line into standard input, or a file named with --file)");
    }
    return values;
  }

  /** Checks what was left afresh, and computes what was computed from it. */
  private TransformReport makeAgain(
      Warehouse store,
      Contracts contracts,
      boolean isTransformed,
      boolean isWhatIf,
      RunRecord record)
      throws IOException {
    console.announce("Checking afresh what is left");
    Path nothingNew = Files.createTempDirectory("impact-inbox");
    try {
      new Ingest(contracts, Clock.systemUTC(), console::progress).run(nothingNew, store);
    } finally {
      Files.delete(nothingNew);
    }
    record.stage("ingest");
    if (!isTransformed) {
      return null;
    }
    if (isWhatIf) {
      console.say(
          "Note: the figures were a what-if; they are those of the published method from now on");
    }
    return TransformStage.run(
        store, sql(), WhatIf.of(List.of(), sql()), new EngineOption(), console, record);
  }

  private List<String> lines(Erasure erasure) {
    List<String> lines = new ArrayList<>();
    for (int number : erasure.narrow()) {
      lines.add(
          "Line %d is an id, a number, a place or a common word: looked for only in columns that name people%s"
              .formatted(
                  number,
                  member == null ? ", and in every member's files (--member ID: in one's)" : ""));
    }
    if (!erasure.isAnythingFound()) {
      lines.add("Nothing found: no original, table, edition or run record holds it.");
      unsearched(erasure, lines);
      return lines;
    }
    long cells = erasure.files().stream().mapToLong(f -> f.places().size()).sum();
    lines.add(
        "%s %s of %s"
            .formatted(
                dryRun ? "Would erase" : "Erased",
                Console.count(cells, "cell"),
                Console.count(erasure.files().size(), "file")));
    for (Erasure.FoundFile found : erasure.files()) {
      lines.add("  " + found.file());
      for (int i = 0; i < Math.min(found.places().size(), NAMED); i++) {
        lines.add("    " + place(found.places().get(i)));
      }
      if (found.places().size() > NAMED) {
        lines.add(
            "    and %s (--json lists them)"
                .formatted(Console.count(found.places().size() - NAMED, "more cell")));
      }
      if (found.elsewhere()) {
        lines.add("    outside its cells: a comment, a property, or a part that is no text");
      }
    }
    lines.add(
        "%s %s"
            .formatted(
                dryRun ? "Would change" : "Changed",
                erasure.tables().isEmpty()
                    ? "no table"
                    : Console.count(erasure.tables().size(), "table")
                        + ": "
                        + String.join(", ", erasure.tables().keySet())));
    if (erasure.runs() > 0) {
      lines.add("  and " + Console.count(erasure.runs(), "run record"));
    }
    for (String edition : erasure.editions()) {
      lines.add(
          "Edition %s, too: what was published, its reports and tables, stays byte for byte; its originals and rows %s the person"
              .formatted(edition, dryRun ? "lose" : "lost"));
    }
    for (String edition : erasure.kept()) {
      lines.add(
          "Edition %s names the person in its published tables, which stay as they are"
              .formatted(edition));
    }
    unsearched(erasure, lines);
    lines.add(
        "Copies outside the warehouse stay: the files named above in the inbox, mail, backups, printed letters (docs/for-cities.md says what to do)");
    return lines;
  }

  private static String place(ErasedFile.Place place) {
    String column =
        place.letter() == null
            ? ""
            : ", column "
                + place.letter()
                + (place.field() == null ? "" : " (" + place.field() + ")");
    return "%srow %,d%s"
        .formatted(
            place.sheet() == null ? "" : "sheet " + place.sheet() + ", ", place.row(), column);
  }

  private static void unsearched(Erasure erasure, List<String> lines) {
    if (!erasure.unsearched().isEmpty()) {
      lines.add(
          "%s could not be searched (a picture, a PDF, an archive, or a password); look yourself:"
              .formatted(Console.count(erasure.unsearched().size(), "file")));
      new TreeSet<>(erasure.unsearched()).forEach(name -> lines.add("  " + name));
    }
  }

  private Map<String, Object> document(Erasure erasure) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("dry_run", dryRun);
    document.put("found", erasure.isAnythingFound());
    document.put("values", erasure.kinds());
    document.put("only_in_personal_columns", erasure.narrow());
    document.put(
        "files",
        erasure.files().stream()
            .map(
                found -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  entry.put("file", found.file());
                  entry.put("places", found.places().stream().map(ForgetCommand::entry).toList());
                  entry.put("elsewhere", found.elsewhere());
                  return entry;
                })
            .toList());
    document.put("tables", erasure.tables());
    document.put("editions", erasure.editions());
    document.put("editions_that_name_the_person", erasure.kept());
    document.put("run_records", erasure.runs());
    document.put("not_searched", erasure.unsearched());
    return document;
  }

  private static Map<String, Object> entry(ErasedFile.Place place) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("sheet", place.sheet());
    entry.put("row", place.row());
    entry.put("column_letter", place.letter());
    entry.put("column_name", place.field());
    return entry;
  }

  private int printRecords() throws IOException {
    Warehouse store = warehouse.open();
    var records = Erasure.records(store.folder());
    if (json) {
      console.printJson(records);
      return ExitCode.GOOD;
    }
    console.print(Console.count(records.size(), "erasure"));
    for (var each : records) {
      List<String> values = new ArrayList<>();
      each.get("values").forEach(value -> values.add(value.asText()));
      List<String> files = new ArrayList<>();
      each.get("files").forEach(found -> files.add(found.get("file").asText()));
      console.print(
          "%d  %s  by %s: %s%s"
              .formatted(
                  each.get("number").asInt(),
                  each.get("erased_at").asText(),
                  each.get("by").asText(),
                  String.join(", ", values),
                  each.get("reason").isNull() ? "" : " (" + each.get("reason").asText() + ")"));
      files.forEach(name -> console.print("     " + name));
    }
    return ExitCode.GOOD;
  }
}
