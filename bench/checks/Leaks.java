import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What must not get out: formulas and personal data; and whether an edition stands alone. */
final class Leaks {
  private static final Pattern TRIGGER =
      Pattern.compile("[\\s\\p{Z}\\p{C}\\p{Mn}]*[=+\\-@\\t\\r＝＋－＠﹦﹢﹣﹫]");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee]-?[0-9]+)?");
  private static final Pattern CELL = Pattern.compile("<t(?: [^>]*)?>([^<]*)</t>");

  private static final List<String> PAYLOADS =
      List.of(
          "=HYPERLINK(\"\"http://x.example\"\")",
          "+cmd|' /C calc'!A0",
          "-2+3+cmd",
          "@SUM(1+1)",
          "  =1+1",
          "\ufeff=1+1",
          "\u200b@x",
          "＝1+1",
          "＠x",
          "\t=1");

  private final Network network;
  private final boolean brief;

  Leaks(Network network, boolean brief) {
    this.network = network;
    this.brief = brief;
  }

  /** The network's inbox with some more rows of a file; each row's cells are joined by commas. */
  private Path inbox(String name, Map<String, List<String>> rows) throws IOException {
    Path inbox = network.folder(name).resolve("inbox");
    Trees.copy(network.inbox(), inbox);
    for (Map.Entry<String, List<String>> more : rows.entrySet()) {
      for (Path file : Trees.files(inbox)) {
        if (file.endsWith(more.getKey())) {
          Files.write(file, more.getValue(), StandardOpenOption.APPEND);
        }
      }
    }
    return inbox;
  }

  /** The columns of a dataset in the network, with some cells filled. */
  private String row(String dataset, Map<String, String> cells) throws IOException {
    Path file =
        Trees.files(network.inbox()).stream()
            .filter(f -> f.endsWith(dataset))
            .findFirst()
            .orElseThrow();
    List<String> row = new ArrayList<>();
    for (String column : Files.readAllLines(file).get(0).split(",")) {
      row.add("\"" + cells.getOrDefault(column.strip(), "") + "\"");
    }
    return String.join(",", row);
  }

  Trust.Outcome formulas() throws IOException, InterruptedException {
    List<String> exchanges = new ArrayList<>();
    List<String> contacts = new ArrayList<>();
    for (String payload : PAYLOADS) {
      exchanges.add(
          row(
              "exchanges.csv",
              Map.of(
                  "exchange_id",
                  payload,
                  "title",
                  payload,
                  "people",
                  payload,
                  "direction",
                  "inbound",
                  "purpose",
                  "cultural",
                  "start_date",
                  "2025-05-01",
                  "end_date",
                  "2025-05-02")));
      contacts.add(
          row(
              "trade_contacts.csv",
              Map.of("contact_id", payload, "company", payload, "value", payload)));
    }
    Path inbox =
        inbox("formulas", Map.of("exchanges.csv", exchanges, "trade_contacts.csv", contacts));
    Path warehouse = inbox.resolveSibling("warehouse");
    Path out = inbox.resolveSibling("out");
    network.run("run", inbox, "--warehouse", warehouse, "--year", 2025, "--out", out);
    int cells = 0;
    int formulas = 0;
    int seen = 0;
    List<String> texts = new ArrayList<>();
    for (String table :
        List.of("problems", "submissions", "exchanges", "trade_contacts", "raw_exchanges")) {
      texts.add(
          network.run("sql", "--warehouse", warehouse, "--format", "csv", "FROM " + table).out());
    }
    for (Path file : Trees.files(out)) {
      if (file.toString().endsWith(".csv")) {
        texts.add(Files.readString(file));
      } else if (file.toString().endsWith(".xlsx")) {
        String parts = zipped(file);
        formulas += parts.split("<f[ >]", -1).length - 1;
        Matcher text = CELL.matcher(parts);
        while (text.find()) {
          cells++;
          formulas += TRIGGER.matcher(text.group(1)).lookingAt() ? 1 : 0;
        }
      }
    }
    for (String text : texts) {
      try (var records = CSVFormat.RFC4180.parse(new StringReader(text))) {
        for (CSVRecord record : records) {
          for (String cell : record) {
            cells++;
            boolean formula = TRIGGER.matcher(cell).lookingAt() && !NUMBER.matcher(cell).matches();
            formulas += formula ? 1 : 0;
            seen += cell.startsWith("'") ? 1 : 0;
          }
        }
      }
    }
    return Trust.Outcome.of(
        formulas == 0 && seen > 0,
        "%d payloads in every file of two datasets: %d of %,d cells of CSV and workbooks begin as a"
            + " formula, %d stand behind an apostrophe",
        PAYLOADS.size(),
        formulas,
        cells,
        seen);
  }

  private static String zipped(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(file))) {
      while (parts.getNextEntry() != null) {
        text.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  /**
   * Fifty invented people in the columns for people, looked for in all that is no protected zone.
   */
  Trust.Outcome canaries() throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    List<String> contacts = new ArrayList<>();
    List<String> hours = new ArrayList<>();
    for (int person = 0; person < 50; person++) {
      String name = "Quillfeather" + (char) ('a' + person / 26) + (char) ('a' + person % 26);
      words.add(name);
      contacts.add(
          row(
              "trade_contacts.csv",
              Map.of(
                  "contact_id",
                  "C" + person,
                  "contact_name",
                  "Zyx " + name,
                  "contact_email",
                  name + "@nowhere.example",
                  "company",
                  "Example",
                  "date",
                  person % 2 == 0 ? "2025-03-01" : "never")));
      hours.add(
          row(
              "volunteer_hours.csv",
              Map.of(
                  "volunteer",
                  "Zyx " + name,
                  "month",
                  "2025-01",
                  "activity",
                  "hosting",
                  "hours",
                  person % 2 == 0 ? "3" : "many")));
    }
    Path inbox =
        inbox("canaries", Map.of("trade_contacts.csv", contacts, "volunteer_hours.csv", hours));
    Path warehouse = inbox.resolveSibling("warehouse");
    Path out = inbox.resolveSibling("out");
    Said run = network.run("run", inbox, "--warehouse", warehouse, "--year", 2025, "--out", out);
    Said check =
        network.run(
            "check",
            inbox.resolve("registry/members.csv"),
            Trees.files(inbox).stream()
                .filter(f -> f.endsWith("volunteer_hours.csv"))
                .findFirst()
                .orElseThrow());
    Said problems =
        network.run("sql", "--warehouse", warehouse, "--format", "json", "FROM problems");
    List<String> places =
        new ArrayList<>(List.of(run.out() + run.err(), check.out() + check.err(), problems.out()));
    int kept = 0;
    for (Path file :
        Stream.concat(Trees.files(warehouse).stream(), Trees.files(out).stream()).toList()) {
      String text = text(file);
      if (file.startsWith(warehouse.resolve("protected"))) {
        kept += words.stream().anyMatch(text::contains) ? 1 : 0;
      } else {
        places.add(text);
      }
    }
    long seen = places.stream().filter(text -> words.stream().anyMatch(text::contains)).count();
    return Trust.Outcome.of(
        seen == 0 && kept > 0,
        "50 invented people: seen in %d of %d outputs (reports, tables, run records, what commands"
            + " print), in %d protected files; the attack by linear programming is DisclosureTest,"
            + " a part of mvn verify",
        seen,
        places.size(),
        kept);
  }

  private static String text(Path file) throws IOException {
    if (file.toString().endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    return file.toString().endsWith(".xlsx")
        ? zipped(file)
        : Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  /**
   * An edition computed again from its own folder, and the release made of it: each printed figure
   * is in its tables. Older clients of DuckDB are not on this machine.
   */
  Trust.Outcome edition() throws IOException, InterruptedException {
    if (brief) {
      return Trust.Outcome.notTried(
          "it takes a minute; EditionsTest and ReleaseTest try it within mvn verify");
    }
    Path folder = network.folder("edition");
    Path warehouse = folder.resolve("warehouse");
    network.wholeRun(warehouse, folder.resolve("out"));
    Said published =
        network.run("publish", "2025.1", "--approved-by", "bench/trust", "--warehouse", warehouse);
    if (published.code() == 4) {
      return Trust.Outcome.of(
          false, "the gate refused the generated network: %s", published.err().strip());
    }
    Path moved = folder.resolve("moved");
    Trees.copy(warehouse.resolve("editions/2025.1"), moved);
    Said rebuilt = network.run("rebuild", moved);
    Said released = network.run("release", moved, "--out", folder);
    String counts =
        network
            .run(
                "sql",
                "--release",
                folder.resolve("release-2025.1"),
                "--format",
                "csv",
                "SELECT COUNT(*), COUNT(m.metric_id) FROM printed_figures AS p LEFT JOIN metrics AS m"
                    + " USING (metric_id, level, key, data_year)"
                    + " WHERE p.level NOT IN ('peer', 'assumption')")
            .out();
    String[] found = counts.lines().skip(1).findFirst().orElse("0,-1").split(",");
    return Trust.Outcome.of(
        published.code() == 0
            && rebuilt.code() == 0
            && released.code() == 0
            && found[0].equals(found[1]),
        "an edition copied elsewhere is %s; of %s figures that it prints, its release has %s",
        rebuilt.code() == 0 ? "rebuilt exactly" : "NOT REBUILT: " + rebuilt.err().strip(),
        found[0],
        found[1]);
  }
}
