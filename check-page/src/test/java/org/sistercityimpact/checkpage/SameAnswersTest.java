package org.sistercityimpact.checkpage;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sistercityimpact.check.CityCheck;
import org.sistercityimpact.check.Content;
import org.sistercityimpact.check.Context;
import org.sistercityimpact.check.FileCheck;
import org.sistercityimpact.check.Registry;
import org.sistercityimpact.check.contract.Contract.Kind;
import org.sistercityimpact.check.contract.Field;
import org.sistercityimpact.check.json.Json;
import org.sistercityimpact.check.xlsx.Book;

/** The page says of any file what the program says of it, to the letter. */
class SameAnswersTest {
  private static final int BATCH = 50;
  private static final int YEAR = 2025;
  private static final String MEMBER = "US-TX-fort-worth";
  private static final String HEADER =
      "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,lodging\n";
  private static final List<String> ENCODINGS =
      List.of(
          "windows-1250",
          "windows-1251",
          "windows-1252",
          "windows-1253",
          "windows-1254",
          "windows-1255",
          "windows-1256",
          "windows-1257",
          "ISO-8859-2",
          "ISO-8859-5",
          "ISO-8859-7",
          "ISO-8859-15",
          "KOI8-R",
          "KOI8-U",
          "x-MacRoman",
          "x-MacCyrillic",
          "IBM437",
          "IBM850",
          "IBM852",
          "IBM866",
          "windows-31j",
          "EUC-JP",
          "x-windows-949",
          "GB18030",
          "Big5",
          "UTF-16LE",
          "UTF-16BE",
          "UTF-32LE",
          "UTF-8");

  @TempDir static Path folder;
  private static Browser browser;

  /** A file and whose it is. */
  private record Sent(String label, String name, byte[] bytes, String member, int year) {}

  @BeforeAll
  static void showAPage() throws IOException {
    Assumptions.assumeTrue(
        Browser.installed().isPresent(), "No Chromium: the page's answers were not compared");
    browser = Browser.show(folder.resolve("profile"), Pages.write(folder).toUri());
    browser.evaluate(
        """
        (() => {
          const text = id => document.getElementById(id).textContent;
          const worker = new Worker(URL.createObjectURL(new Blob([text('checker'), '\\n', text('worker')])));
          const waiting = new Map();
          let last = 0;
          worker.onmessage = ({data}) => { waiting.get(data.number)(data.value ?? 'FAULT ' + data.fault); waiting.delete(data.number); };
          window.ask = (call, ...values) => new Promise(done => { waiting.set(++last, done); worker.postMessage({number: last, call, values}); });
          window.bytes = text => Int8Array.from(atob(text), c => c.charCodeAt(0));
          return ask('begin', text('data'));
        })()
        """);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private static String answer(Sent file) {
    Registry registry = Pages.REGISTRY;
    List<FileCheck> checks =
        new CityCheck(Pages.CONTRACTS)
            .check(
                new CityCheck.Sent(file.name(), file.name(), Content.of(file.bytes()), null, false),
                kind ->
                    kind == Kind.REGISTRY
                        ? new Context(null, null, registry)
                        : new Context(file.member(), file.year(), registry));
    return Json.write(checks.stream().map(FileCheck::document).toList());
  }

  private static void assertSame(List<Sent> files) {
    List<String> other = new ArrayList<>();
    for (int from = 0; from < files.size(); from += BATCH) {
      List<Sent> batch = files.subList(from, Math.min(files.size(), from + BATCH));
      StringBuilder script = new StringBuilder("(async () => { const all = [];\n");
      for (Sent file : batch) {
        String name = Json.write(file.name());
        script.append("all.push(await ask('check', 1, ").append(name).append(", bytes('");
        script.append(Base64.getEncoder().encodeToString(file.bytes())).append("'), ");
        script.append(Json.write(file.member())).append(", ").append(file.year()).append("));\n");
      }
      List<String> said = browser.evaluate(script + "return all; })()").texts();
      for (int i = 0; i < batch.size(); i++) {
        String expected = answer(batch.get(i));
        if (!expected.equals(said.get(i))) {
          other.add(difference(batch.get(i).label(), expected, said.get(i)));
        }
      }
    }
    assertEquals(
        "",
        String.join("\n", other.subList(0, Math.min(8, other.size()))),
        other.size() + " of " + files.size() + " differ");
  }

  private static String difference(String label, String expected, String said) {
    int at = 0;
    while (at < Math.min(expected.length(), said.length())
        && expected.charAt(at) == said.charAt(at)) {
      at++;
    }
    int from = Math.max(0, at - 120);
    return "%s\n  program: %s\n  page:    %s"
        .formatted(
            label,
            expected.substring(from, Math.min(expected.length(), at + 160)),
            said.substring(from, Math.min(said.length(), at + 160)));
  }

  @Test
  void ofEveryFileOfTheSample() {
    List<Sent> files = sample();
    assertTrue(files.size() > 900, files.size() + " files");
    assertSame(files);
  }

  @Test
  void ofAFileOfEveryContract() {
    assertSame(
        Pages.CONTRACTS.all().stream()
            .map(
                contract ->
                    mine(
                        contract.name(),
                        contract.name() + ".csv",
                        utf8(
                            contract.fields().stream().map(Field::name).collect(joining(","))
                                + "\n"
                                + "~1é,".repeat(contract.fields().size()))))
            .toList());
  }

  @Test
  void ofFilesThatHopeForTheWorst() {
    assertSame(hostile());
  }

  @Test
  @Tag("slow")
  void ofThreeThousandCodePoints() {
    assertSame(List.of(codePoints(3_000)));
  }

  @Test
  @Tag("slow")
  void ofEachByteInEachEncoding() {
    assertSame(ENCODINGS.stream().flatMap(each -> bytesOf(each).stream()).toList());
  }

  @Test
  void ofWorkbooks() {
    assertSame(workbooks());
  }

  @Test
  void ofFilesThatWereSpoiledAtRandom() {
    assertSame(mutations(200, 20));
  }

  @Test
  @Tag("slow")
  void ofTwoThousandFilesThatWereSpoiledAtRandom() {
    assertSame(mutations(2_000, 21));
  }

  private static List<Sent> sample() {
    Path inbox = Pages.HOME.resolve("sample-data").resolve("inbox");
    List<Sent> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(inbox)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        Path inside = inbox.relativize(path);
        boolean isRegistry = inside.startsWith("registry") || inside.getNameCount() < 3;
        files.add(
            new Sent(
                inside.toString(),
                inside.getFileName().toString(),
                Files.readAllBytes(path),
                isRegistry ? MEMBER : inside.getName(1).toString(),
                isRegistry ? YEAR : Integer.parseInt(inside.getName(0).toString())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Sent mine(String label, String name, byte[] bytes) {
    return new Sent(label, name, bytes, MEMBER, YEAR);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] after(byte[] mark, byte[] bytes) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(mark);
    both.writeBytes(bytes);
    return both.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** Each byte beyond ASCII, as the last letter of a word. */
  private static List<Sent> bytesOf(String encoding) {
    Charset charset = Charset.forName(encoding);
    List<Sent> files = new ArrayList<>();
    for (int high = 0x80; high <= 0xFF; high += 16) {
      ByteArrayOutputStream odd = new ByteArrayOutputStream();
      odd.writeBytes(HEADER.getBytes(charset));
      for (int low = high; low < high + 16; low++) {
        odd.writeBytes((low + ",Trier,inbound,youth,caf").getBytes(charset));
        odd.write(low);
        odd.writeBytes((",2025-05-05,2025-05-09,9,hotel\n").getBytes(charset));
      }
      files.add(
          mine(
              "bytes from %02x in %s".formatted(high, encoding),
              "exchanges.csv",
              odd.toByteArray()));
    }
    return files;
  }

  private static List<Sent> hostile() {
    List<Sent> files = new ArrayList<>();
    String row = "E%d,Trier,inbound,youth,%s,2025-05-0%d,2025-05-09,9,hotel\n";
    for (String encoding : ENCODINGS) {
      Charset charset = Charset.forName(encoding);
      StringBuilder words = new StringBuilder(HEADER);
      String[] titles = {
        "Fête de l’été à Orléans",
        "Škola hudby – Brno",
        "Выставка детских рисунков",
        "Μουσική βραδιά",
        "Göteborg – „Frühling“",
        "長岡市の花火大会",
        "서울 청소년 합창단",
        "北京少年合唱团",
        "שיר ידידות",
        "Młodzież"
      };
      for (int i = 0; i < titles.length; i++) {
        words.append(row.formatted(i, titles[i], 1 + i % 8));
      }
      files.add(mine("words in " + encoding, "exchanges.csv", words.toString().getBytes(charset)));
    }
    files.addAll(bytesOf("windows-1252"));
    String good = HEADER + row.formatted(1, "Chor", 5);
    byte[][] marks = {
      bytes(0xEF, 0xBB, 0xBF),
      bytes(0xFF, 0xFE),
      bytes(0xFE, 0xFF),
      bytes(0xFF, 0xFE, 0, 0),
      bytes(0, 0, 0xFE, 0xFF),
      bytes(0x2B, 0x2F, 0x76),
      bytes(0),
      bytes(0xC3),
      bytes(0x1A)
    };
    for (int i = 0; i < marks.length; i++) {
      files.add(mine("mark " + i, "exchanges.csv", after(marks[i], utf8(good))));
      files.add(
          mine(
              "mark " + i + " of UTF-16",
              "exchanges.csv",
              after(marks[i], good.getBytes(StandardCharsets.UTF_16LE))));
    }
    String[] texts = {
      "",
      " ",
      "\n\n\n",
      "nothing to report",
      "nada\n",
      HEADER,
      good + good,
      good.replace("\n", "\r"),
      good.replace(",", ";"),
      good.replace(",", "\t"),
      good.replace(",", "|"),
      "sep=;\n" + good.replace(",", ";"),
      good + "\"open",
      good + "\"" + "x".repeat(100_000),
      good.replace("9,hotel", "9,\"hot\"el"),
      good.replace("2025-05-05", "05/06/2025"),
      good.replace("9,hotel", "1e400,hotel"),
      good.replace("9,hotel", "-0,hotel"),
      good.replace("9,hotel", "９,hotel"),
      good.replace("Trier", "ＴＲＩＥＲ"),
      good.replace("Trier", "Old Trier"),
      good.replace("Trier", "Trir"),
      good.replace("2025-05-09", "9999-12-31"),
      good.replace("youth", "Y\u200bouth"),
      good.replace("Chor", "=HYPERLINK(\"x\")"),
      good.replace("Chor", "ana@example.org"),
      good.replace("Chor", "\ud83d\ude00\u0007\u202e"),
      "x,y,z\n1,2,3\n",
      HEADER + "a,".repeat(20_000),
      "İstanbul," + good,
      good.toUpperCase(java.util.Locale.ROOT),
      good.replace("hotel", "HÔTEL"),
      "a".repeat(1 << 20),
      "\0\0\0\0",
      good.replace("E1", "0001"),
      good.replace("E1", "1.2E+15"),
      good + "Total,,,,,,,9,\n",
      good.replace("9,hotel", "\"1.234,5\",hotel"),
      good.replace("9,hotel", "$1,hotel"),
      good.replace("9,hotel", "12345678901234567890,hotel")
    };
    for (int i = 0; i < texts.length; i++) {
      for (String name : List.of("exchanges.csv", "budgets.csv", "holiday photos.csv")) {
        files.add(mine("text " + i + " as " + name, name, utf8(texts[i])));
      }
    }
    for (String name :
        List.of(
            "Exchanges 2025.csv",
            "exchanges 2024.csv",
            "Fort Worth - exchanges (2).csv",
            "exchanges Q1.csv",
            "Intercambios.csv",
            "exchanges.txt",
            "exchanges.tsv",
            "exchanges.xlsx",
            "exchanges.xls",
            "exchanges.ods",
            "exchanges.pdf",
            "exchanges",
            "members.csv",
            ".csv",
            "ΈΞ.csv")) {
      files.add(mine("name " + name, name, utf8(good)));
    }
    files.add(new Sent("unknown member", "exchanges.csv", utf8(good), "US-XX-nowhere", YEAR));
    files.add(new Sent("member by name", "exchanges.csv", utf8(good), "Fort Worth", YEAR));
    files.add(new Sent("member that left", "exchanges.csv", utf8(good), "US-OR-bend", YEAR));
    files.add(new Sent("no member", "exchanges.csv", utf8(good), null, YEAR));
    files.add(codePoints(200));
    return files;
  }

  /** A letter of any script, within an id, before a partner and behind a word of a list. */
  private static Sent codePoints(int count) {
    StringBuilder points =
        new StringBuilder(
            "exchange_id,partnership_id,direction,purpose,start_date,end_date,people,lodging\n");
    Random random = new Random(7);
    for (int i = 0; i < count; i++) {
      int point = random.nextInt(i % 3 == 0 ? 0x110000 : 0x3000);
      if (point < 0xD800 || point > 0xDFFF) {
        String letter = new String(Character.toChars(point)).replace("\"", "\"\"");
        points
            .append("\"E")
            .append(i)
            .append(letter)
            .append("\",\"")
            .append(letter)
            .append("Trier\",inbound,\"youth")
            .append(letter)
            .append("\",2025-05-05,2025-05-09,9,hotel\n");
      }
    }
    return mine(count + " code points", "exchanges.csv", utf8(points.toString()));
  }

  private static List<Sent> workbooks() {
    List<Sent> files = new ArrayList<>();
    String rows =
        sheet(
            HEADER
                + "E1,Trier,inbound,youth,Chor,2025-05-05,2025-05-09,9,hotel\nE2,Trir,inbound,youth,Chor,45782,45786,nine,hotel\n");
    byte[] one = Book.ofRows(rows).bytes();
    byte[] two =
        Book.ofSheets(
                "Exchanges",
                "<sheetData>" + rows + "</sheetData>",
                "Notes",
                "<sheetData></sheetData>")
            .bytes();
    files.add(mine("a workbook", "exchanges.xlsx", one));
    files.add(mine("a workbook of two sheets", "Fort Worth 2025.xlsx", two));
    Random random = new Random(5);
    for (int i = 0; i < 150; i++) {
      byte[] spoiled = (i % 2 == 0 ? one : two).clone();
      for (int n = 0; n <= random.nextInt(4); n++) {
        spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
      }
      files.add(mine("a spoiled workbook " + i, "exchanges.xlsx", spoiled));
    }
    return files;
  }

  private static String sheet(String csv) {
    StringBuilder rows = new StringBuilder();
    int row = 0;
    for (String line : csv.split("\n")) {
      rows.append("<row r=\"").append(++row).append("\">");
      char column = 'A';
      for (String cell : line.split(",")) {
        rows.append("<c r=\"").append(column++).append(row);
        rows.append(
            cell.matches("[0-9]+")
                ? "\"><v>" + cell + "</v></c>"
                : "\" t=\"inlineStr\"><is><t>" + Book.escaped(cell) + "</t></is></c>");
      }
      rows.append("</row>");
    }
    return rows.toString();
  }

  /** Files of the sample, each spoiled in a few places as hands and programs spoil them. */
  private static List<Sent> mutations(int count, long seed) {
    List<Sent> sample = sample().stream().filter(file -> file.bytes().length < 20_000).toList();
    String[] words = {
      "",
      "n/a",
      "TBD",
      "12.5",
      "1,234",
      "$5",
      "31/12/2025",
      "12-31-25",
      "yes",
      "X",
      "=1+1",
      "José",
      "zwölf",
      "長岡",
      "\u00a0",
      "2025",
      "45000",
      "#REF!",
      "\"",
      "…",
      "-3",
      "1e5",
      "0.1.2",
      "Trier; Bonn",
      "100%",
      "a@b.org",
      "555-123-4567"
    };
    String[] encodings = {"UTF-8", "windows-1252", "UTF-16LE", "x-MacRoman", "windows-31j"};
    Random random = new Random(seed);
    List<Sent> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Sent from = sample.get(random.nextInt(sample.size()));
      String text = new String(from.bytes(), StandardCharsets.UTF_8);
      for (int n = 0; n <= random.nextInt(5); n++) {
        String[] lines = text.split("\n", -1);
        int line = random.nextInt(lines.length);
        String[] cells = lines[line].split(",", -1);
        switch (random.nextInt(6)) {
          case 0 -> cells[random.nextInt(cells.length)] = words[random.nextInt(words.length)];
          case 1 -> cells[random.nextInt(cells.length)] += words[random.nextInt(words.length)];
          case 2 -> cells = (lines[random.nextInt(lines.length)]).split(",", -1);
          case 3 -> cells = new String[0];
          case 4 -> cells[0] = "\"" + cells[0];
          default ->
              cells[random.nextInt(cells.length)] =
                  new String(Character.toChars(32 + random.nextInt(0x2000)));
        }
        lines[line] = String.join(",", cells);
        text = String.join("\n", lines);
      }
      byte[] bytes =
          text.getBytes(
              Charset.forName(
                  encodings[random.nextInt(3) == 0 ? random.nextInt(encodings.length) : 0]));
      if (random.nextInt(4) == 0 && bytes.length > 0) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      files.add(
          new Sent(
              "mutation " + i + " of " + from.label(), from.name(), bytes, MEMBER, from.year()));
    }
    return files;
  }
}
