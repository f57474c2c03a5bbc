import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that no city ever meant to send. */
final class Rubbish {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FILES_A_COMMAND = 500;

  private final Network network;
  private final boolean brief;

  Rubbish(Network network, boolean brief) {
    this.network = network;
    this.brief = brief;
  }

  Trust.Outcome mutations() throws IOException, InterruptedException {
    int mutations = brief ? 1_000 : 50_000;
    List<Path> seeds =
        Trees.files(network.inbox()).stream()
            .filter(f -> !f.toString().contains("registry"))
            .toList();
    Random random = new Random(7);
    int files = 0;
    int lost = 0;
    long rows = 0;
    int disorderly = 0;
    double slowest = 0;
    List<Path> batch = new ArrayList<>(torture());
    Path folder = network.folder("mutated");
    while (files < mutations) {
      while (batch.size() < FILES_A_COMMAND) {
        Path seed = seeds.get(random.nextInt(seeds.size()));
        Path file = folder.resolve(batch.size() + "/" + seed.getFileName());
        Files.createDirectories(file.getParent());
        batch.add(Files.write(file, mutated(Files.readAllBytes(seed), random)));
      }
      List<Object> words = new ArrayList<>(List.of("check", "--json"));
      words.addAll(batch);
      Said said = network.run(Map.of("IMPACT_JAVA_OPTS", "-Xmx1g"), "", words.toArray());
      disorderly += said.isOrderly() && said.code() <= 1 ? 0 : 1;
      slowest = Math.max(slowest, said.seconds());
      JsonNode checked = JSON.readTree(said.out());
      lost += batch.size() - checked.size();
      for (JsonNode file : checked) {
        long read = file.path("rows_read").asLong();
        rows += read;
        lost +=
            read
                    == file.path("rows_accepted").asLong()
                        + file.path("rows_rejected").asLong()
                        + file.path("rows_duplicate").asLong()
                ? 0
                : 1;
      }
      files += batch.size();
      Trees.delete(folder);
      batch.clear();
    }
    return Trust.Outcome.of(
        disorderly == 0 && lost == 0,
        "%,d files with %,d rows in 1 GB: %d commands ended with a fault, %d files without their"
            + " account (read = accepted + rejected + duplicate); %d files took %.1f s at most",
        files,
        rows,
        disorderly,
        lost,
        FILES_A_COMMAND,
        slowest);
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = seed.clone();
    for (int change = random.nextInt(5); change >= 0; change--) {
      int at = random.nextInt(Math.max(1, bytes.length));
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      byte[] other = new byte[1 + random.nextInt(40)];
      random.nextBytes(other);
      String signs = "\",;\t\r\n\0='\\ﬁ\u202e\u0085é٣";
      bytes =
          switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, length, new byte[0]);
            case 1 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 2 -> spliced(bytes, at, other.length, other);
            case 3 -> Arrays.copyOf(bytes, at);
            default -> {
              String sign = String.valueOf(signs.charAt(random.nextInt(signs.length())));
              yield spliced(bytes, at, 0, sign.getBytes(StandardCharsets.UTF_8));
            }
          };
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(with);
    int after = Math.min(bytes.length, at + without);
    out.write(bytes, after, bytes.length - after);
    return out.toByteArray();
  }

  /** The extremes, once each. */
  private List<Path> torture() throws IOException {
    String header =
        "exchange_id,partnership_id,direction,purpose,title,start_date,end_date,people,youth,officials,first_time,nights,lodging,primary_purpose_share,paid_from_here_share,spend_usd,co_organizers\n";
    List<byte[]> contents =
        List.of(
            new byte[0],
            new byte[1_000_000],
            "\ufeff".getBytes(StandardCharsets.UTF_8),
            header.getBytes(StandardCharsets.UTF_16),
            (header + "\"" + "x".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8),
            (header + ",".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8),
            (header.strip() + ",x".repeat(20_000) + "\n").getBytes(StandardCharsets.UTF_8),
            (header + "\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8),
            (header + "\"\"\"".repeat(300_000)).getBytes(StandardCharsets.UTF_8),
            (header + "E1,x,inbound\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8),
            (header + "9".repeat(100_000) + ",1e999999999\n").getBytes(StandardCharsets.UTF_8));
    List<Path> files = new ArrayList<>();
    for (byte[] content : contents) {
      Path folder = network.folder("mutated/torture-" + files.size());
      files.add(Files.write(folder.resolve("exchanges.csv"), content));
    }
    return files;
  }

  /** Workbooks that are small only until they are opened. */
  Trust.Outcome bombs() throws IOException, InterruptedException {
    String start = "<?xml version=\"1.0\"?>";
    String sheet =
        "<worksheet"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row"
            + " r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";
    String entities =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
            + " \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d"
            + " \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e"
            + " \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f"
            + " \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g SYSTEM \"file:///etc/passwd\">]>";
    List<Path> bombs = new ArrayList<>();
    bombs.add(workbook(bombs.size(), start + sheet, 700_000_000L, 0));
    bombs.add(workbook(bombs.size(), start + entities + sheet + "&f;&f;&f;", 0, 0));
    bombs.add(workbook(bombs.size(), start + entities + sheet + "&g;", 0, 0));
    bombs.add(workbook(bombs.size(), start + sheet, 0, 60_000));
    int disorderly = 0;
    double slowest = 0;
    for (Path bomb : bombs) {
      Said said = network.run(Map.of("IMPACT_JAVA_OPTS", "-Xmx200m"), "", "check", bomb);
      disorderly += said.code() == 1 && said.isOrderly() ? 0 : 1;
      slowest = Math.max(slowest, said.seconds());
    }
    return Trust.Outcome.of(
        disorderly == 0,
        "%d bombs (a cell of 700 MB, entities in entities, a file as an entity, 60,000 entries)"
            + " in 200 MB: %d not refused in order, the slowest after %.1f s with Java's start",
        bombs.size(),
        disorderly,
        slowest);
  }

  private Path workbook(int number, String sheet, long more, int entries) throws IOException {
    Path file = network.folder("bombs/" + number).resolve("exchanges.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
              + " PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
              + " PartName=\"/xl/worksheets/sheet1.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships"
              + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
              + " Id=\"r1\""
              + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
              + " Target=\"xl/workbook.xml\"/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
              + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
              + " name=\"exchanges\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships"
              + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
              + " Id=\"r1\""
              + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
              + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(sheet.getBytes(StandardCharsets.UTF_8));
      byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (long written = 0; written < more; written += letters.length) {
        zip.write(letters);
      }
      zip.write("</t></is></c></row></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (int entry = 0; entry < entries; entry++) {
        part(zip, "xl/media/" + entry, "");
      }
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
